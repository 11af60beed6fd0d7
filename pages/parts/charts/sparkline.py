"""A line without axes for a tile: its shape and its last point."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pages.parts.charts.axis import value_range
from pages.parts.charts.points import lines_of, with_gaps, years_of
from pages.parts.charts.theme import hidden_axis, layout
from pages.parts.words.language import format_value


def draw_sparkline(
    frame: pd.DataFrame, lang: str, *, unit: str, decimals: int = 1, colour: str = "ink", height: int = 64
) -> dict[str, Any]:
    """`frame`: `time_period`, `obs_value`, optional `segment`; first and last year are printed under the line."""
    points = lines_of(frame.assign(line=""), "line").get("", [])
    cut = with_gaps(points)
    low, high, _ = value_range([point.value for point in points])
    first, last = years_of([points]) if points else (0, 1)
    margin = max((last - first) * 0.03, 0.2)
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [point and point.year for point in cut],
        "y": [point and point.value for point in cut],
        "text": [point and f"{point.year}: {format_value(point.value, unit, decimals, lang)}" for point in cut],
        "hoverinfo": "text",
        "line": {"color": f"@{colour}", "width": 2},
    }
    dot = {
        "type": "scatter",
        "mode": "markers",
        "x": [point.year for point in points[-1:]],
        "y": [point.value for point in points[-1:]],
        "hoverinfo": "skip",
        "marker": {"size": 7, "color": f"@{colour}"},
    }
    return {
        "data": [line, dot],
        "layout": layout(
            lang,
            height,
            left=0,
            right=0,
            top=4,
            bottom=18,
            xaxis=hidden_axis(range=[first - margin, last + margin]),
            yaxis=hidden_axis(range=[low - (high - low) * 0.06, high + (high - low) * 0.06]),
            annotations=[_year(first, "left"), _year(last, "right")] if points else [],
        ),
    }


def _year(year: int, anchor: str) -> dict[str, Any]:
    return {
        "x": year,
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "xanchor": anchor,
        "text": str(year),
        "showarrow": False,
        "font": {"size": 11, "color": "@muted"},
    }
