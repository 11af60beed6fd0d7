"""Parts of a whole over years: stacked areas with their names at the right end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.parts.charts.axis import LABEL_STEP, spread, text_width, value_range, year_ticks
from pages.parts.charts.theme import SELECTED, SELECTED_TEXT, layout, plain_axis, value_axis
from pages.parts.words.language import format_value

TOP, BOTTOM = 12, 32


def draw_stacked(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    by: str = "ref_area",
    rest: str | None = None,
    full: float | None = None,
    height: int = 380,
) -> dict[str, Any]:
    """`frame`: the column `by`, `time_period`, `obs_value`; parts stand in the order of `names`, first at the foot.

    `rest` is the key of the remainder, drawn grey; `full` fixes the upper end (100 for shares). A year in which one
    part has no value is left out for all, so that the stack never pretends a zero.
    """
    wide = frame[frame[by].isin(names)].pivot_table(index="time_period", columns=by, values="obs_value").sort_index()
    keys = [key for key in names if key in wide]
    wide = wide[keys].dropna()
    years = [int(year) for year in wide.index]
    tops = wide.cumsum(axis=1)
    low, high, step = value_range([0.0, full or float(tops.max().max() if len(wide) else 1)], zero=True)
    colours = {
        key: (("context", "muted") if key == rest else (SELECTED[place % 6], SELECTED_TEXT[place % 6]))
        for place, key in enumerate(keys)
    }
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "stackgroup": "all",
            "x": years,
            "y": wide[key].round(6).tolist(),
            "name": names[key],
            "meta": {"key": key},
            "line": {"width": 0.8, "color": "@paper"},
            "fillcolor": f"@{colours[key][0]}",
            "text": [format_value(value, unit, decimals, lang) for value in wide[key]],
            "hovertemplate": f"<b>{names[key]}</b><br>%{{x}}: %{{text}}<extra></extra>",
        }
        for key in keys
    ]
    written = {key: f"{names[key]} <b>{format_value(wide[key].iloc[-1], unit, decimals, lang)}</b>" for key in keys}
    right = text_width([words.replace("<b>", "").replace("</b>", "") for words in written.values()]) + 16
    return {
        "data": traces,
        "layout": layout(
            lang,
            height,
            left=52,
            right=min(right, 280),
            top=TOP,
            bottom=BOTTOM,
            xaxis=plain_axis(
                range=[years[0], years[-1]], tickvals=year_ticks(years[0], years[-1]), tickformat="d", fixedrange=True
            ),
            yaxis=value_axis(range=[low, high], dtick=step, tick0=0, tickformat=",~r"),
            annotations=_labels(wide, tops, written, colours, low, high, height),
            hoverdistance=40,
        ),
    }


def _labels(
    wide: pd.DataFrame,
    tops: pd.DataFrame,
    written: Mapping[str, str],
    colours: Mapping[str, Sequence[str]],
    low: float,
    high: float,
    height: int,
) -> list[dict[str, Any]]:
    box = height - TOP - BOTTOM
    middles = {key: float(tops[key].iloc[-1] - wide[key].iloc[-1] / 2) for key in written}
    own = [box * (1 - (middles[key] - low) / (high - low)) for key in written]
    placed = spread(own, 0, box, LABEL_STEP)
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 6,
            "y": round(middles[key], 6),
            "yanchor": "middle",
            "yshift": round(start - end, 1),
            "text": words,
            "showarrow": False,
            "align": "left",
            "font": {"color": f"@{colours[key][1]}"},
        }
        for (key, words), start, end in zip(written.items(), own, placed, strict=True)
    ]
