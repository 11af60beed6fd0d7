"""Women and men in one row: two dots, a bar between them, the gap printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width, value_range
from pages.parts.charts.bar import NAME_LIMIT
from pages.parts.charts.theme import layout, value_axis
from pages.parts.words.language import format_change, format_value, text

ROW, TOP, BOTTOM = 30, 30, 30


def draw_dumbbell(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    by: str = "ref_area",
    gap: str = "gap",
    gap_unit: str | None = None,
    gap_heading: str = "",
    row: int = ROW,
) -> dict[str, Any]:
    """One row per area or activity with the values of women and men, widest gap in women's favour on top.

    `frame`: the column `by`, `women`, `men` and `gap` (women minus men, computed by the query). The gap is printed in
    a column at the right under `gap_heading`; with `gap_unit` the column is another measure (women's pay in per cent
    of men's) and is printed as it is, without a sign.
    """
    rows = frame[frame[by].isin(names)].dropna(subset=["women", "men"]).sort_values([gap, by], kind="stable")
    keys = rows[by].tolist()
    low, high, step = value_range([*rows["women"], *rows["men"]])
    gaps = [
        format_value(size, gap_unit, 1, lang) if gap_unit else format_change(size, unit, decimals, lang)
        for size in rows[gap]
    ]
    labels = [names[key] for key in keys]
    height = TOP + BOTTOM + row * max(len(keys), 1)
    return {
        "data": [_bars(rows), *(_dots(rows, keys, side, names, unit, decimals, lang) for side in ("men", "women"))],
        "layout": layout(
            lang,
            height,
            left=min(text_width(labels) + 14, NAME_LIMIT),
            right=text_width([*gaps, gap_heading], 12) + 22,
            top=TOP,
            bottom=BOTTOM,
            xaxis=value_axis(range=[low - step * 0.15, high + step * 0.15], dtick=step, tick0=0),
            yaxis={
                "tickvals": list(range(len(keys))),
                "ticktext": labels,
                "range": [-0.6, len(keys) - 0.4],
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": 13, "color": "@ink"},
                "ticklabelstandoff": 8,
            },
            annotations=[*_headings(rows, lang), *_gap_column(gaps, gap_heading)],
            transition={"duration": 180, "easing": "cubic-out"},
        ),
    }


def _bars(rows: pd.DataFrame) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[int | None] = []
    for place, (women, men) in enumerate(zip(rows["women"], rows["men"], strict=True)):
        x += [round(float(women), 6), round(float(men), 6), None]
        y += [place, place, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": "@context", "width": 4},
    }


def _dots(
    rows: pd.DataFrame, keys: list[str], side: str, names: Mapping[str, str], unit: str, decimals: int, lang: str
) -> dict[str, Any]:
    word = text(f"chart.{side}", lang)
    written = [format_value(value, unit, decimals, lang) for value in rows[side]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(float(value), 6) for value in rows[side]],
        "y": list(range(len(keys))),
        "ids": keys,
        "name": word,
        "meta": {"key": side},
        # Shape as well as colour tells the two apart.
        "marker": {
            "size": 12,
            "color": f"@{side}",
            "symbol": "circle" if side == "women" else "diamond",
            "line": {"color": "@paper", "width": 1},
        },
        "hovertext": [f"<b>{names[key]}</b><br>{word}: {value}" for key, value in zip(keys, written, strict=True)],
        "hoverinfo": "text",
    }


def _headings(rows: pd.DataFrame, lang: str) -> list[dict[str, Any]]:
    if rows.empty:
        return []
    top = rows.iloc[-1]
    women_right = top["women"] >= top["men"]
    apart = abs(top["gap"]) > 0.25 * (max(rows["women"].max(), rows["men"].max()) or 1)
    return [
        {
            "x": round(float(top[side]), 6),
            "y": len(rows) - 1,
            "yanchor": "bottom",
            "yshift": 9,
            "showarrow": False,
            "xanchor": "center" if apart else "left" if right else "right",
            "xshift": 0 if apart else 3 if right else -3,
            "text": text(f"chart.{side}", lang),
            "font": {"size": 12, "color": "@women" if side == "women" else "@mentext"},
        }
        for side, right in (("women", women_right), ("men", not women_right))
    ]


def _gap_column(gaps: list[str], heading: str) -> list[dict[str, Any]]:
    shared = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 14, "showarrow": False}
    column = [
        {**shared, "y": place, "text": gap, "font": {"size": 12, "color": "@ink"}} for place, gap in enumerate(gaps)
    ]
    title = {
        **shared,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": 2,
        "text": heading,
        "font": {"size": 12, "color": "@muted"},
    }
    return [*column, title] if heading else column
