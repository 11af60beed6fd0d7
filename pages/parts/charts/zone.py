"""Dots on one scale with a shaded zone around its middle: shares beside one half, indices beside parity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import hidden_axis, layout
from pages.parts.words.language import format_number

ROW, TOP, BOTTOM = 38, 44, 30
HEAD_LINE = 16
NAME_LIMIT = 300


def draw_zone(
    frame: pd.DataFrame,
    lang: str,
    *,
    by: str,
    value: str,
    names: Mapping[str, str],
    words: Mapping[str, str],
    zone: tuple[float, float],
    middle: float,
    span: tuple[float, float],
    ticks: Sequence[float],
    decimals: int,
    zone_label: str,
    sides: tuple[str, str],
    row: int = ROW,
) -> dict[str, Any]:
    """One row per item with a dot at its value, read against a zone.

    `frame`: the columns `by` and `value`, in the order to draw from the top. `words` stand at the right of each row and
    say in words what the dot says; `sides` name what lies below and above the zone. A dot inside the zone is a full
    circle; outside it is a diamond in the colour of the side.
    """
    rows = frame[frame[by].isin(names)].dropna(subset=[value])
    keys = rows[by].tolist()
    values = [round(float(number), 6) for number in rows[value]]
    places = list(range(len(keys), 0, -1))
    inside = [zone[0] <= number <= zone[1] for number in values]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": places,
        "ids": keys,
        "hoverinfo": "text",
        "hovertext": [f"<b>{names[key]}</b><br>{words[key]}" for key in keys],
        "marker": {
            "size": 13,
            "line": {"color": "@paper", "width": 1.5},
            "symbol": ["circle" if near else "diamond" for near in inside],
            "color": [
                "@ink" if near else "@women" if number > zone[1] else "@men"
                for near, number in zip(inside, values, strict=True)
            ],
        },
    }
    stems = [
        {
            "type": "line",
            "x0": middle,
            "x1": number,
            "y0": place,
            "y1": place,
            "layer": "below",
            "line": {"color": "@context", "width": 3},
        }
        for number, place in zip(values, places, strict=True)
    ]
    band = {
        "type": "rect",
        "x0": zone[0],
        "x1": zone[1],
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "fillcolor": "@panel",
        "line": {"width": 0},
    }
    centre = {
        "type": "line",
        "x0": middle,
        "x1": middle,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": "@rule", "width": 1},
    }
    written = [words[key] for key in keys]
    return {
        "data": [trace],
        "layout": layout(
            lang,
            TOP + BOTTOM + row * max(len(keys), 1),
            left=min(text_width([names[key] for key in keys]) + 14, NAME_LIMIT),
            right=text_width(written, 12) + 20,
            top=TOP,
            bottom=BOTTOM,
            xaxis=hidden_axis(range=list(span)),
            yaxis={
                "tickvals": places,
                "ticktext": [names[key] for key in keys],
                "range": [0.4, len(keys) + 0.6],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "ticks": "",
                "tickfont": {"size": 13, "color": "@ink"},
                "ticklabelstandoff": 8,
            },
            shapes=[band, centre, *stems],
            annotations=[
                *_row_words(written, places),
                *_ticks(ticks, decimals, lang),
                *_heads(zone, middle, zone_label, sides),
            ],
            transition={"duration": 180, "easing": "cubic-out"},
        ),
    }


def _row_words(written: Sequence[str], places: Sequence[int]) -> list[dict[str, Any]]:
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 12,
            "y": place,
            "text": words,
            "showarrow": False,
            "align": "left",
            "font": {"size": 12, "color": "@ink"},
        }
        for words, place in zip(written, places, strict=True)
    ]


def _ticks(ticks: Sequence[float], decimals: int, lang: str) -> list[dict[str, Any]]:
    return [
        {
            "x": tick,
            "yref": "paper",
            "y": 0,
            "yanchor": "top",
            "yshift": -6,
            "showarrow": False,
            "text": format_number(tick, decimals, lang),
            "font": {"size": 12, "color": "@muted"},
        }
        for tick in ticks
    ]


def _heads(zone: tuple[float, float], middle: float, label: str, sides: tuple[str, str]) -> list[dict[str, Any]]:
    shared = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 4, "showarrow": False}
    return [
        # On a line of its own: in Kazakh it is wider than its band and would run into the words of the sides.
        {**shared, "yshift": 4 + HEAD_LINE, "x": middle, "text": label, "font": {"size": 12, "color": "@muted"}},
        {
            **shared,
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "text": sides[0],
            "font": {"size": 12, "color": "@mentext"},
        },
        {
            **shared,
            "xref": "paper",
            "x": 1,
            "xanchor": "right",
            "text": sides[1],
            "font": {"size": 12, "color": "@women"},
        },
    ]
