"""A line without axes for a tile: its shape and its last point."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pages.parts.charts.axis import value_range
from pages.parts.language import format_value
from pages.parts.theme import hidden_axis, layout


def draw_sparkline(
    frame: pd.DataFrame, lang: str, *, unit: str, decimals: int = 1, colour: str = "ink", height: int = 64
) -> dict[str, Any]:
    """`frame`: `time_period`, `obs_value`, optional `segment`; first and last year are printed under the line."""
    rows = frame.dropna(subset=["obs_value"]).sort_values("time_period")
    x: list[int | None] = []
    y: list[float | None] = []
    before: tuple[int, int] | None = None
    segments = rows["segment"] if "segment" in rows else [0] * len(rows)
    for year, value, segment in zip(rows["time_period"], rows["obs_value"], segments, strict=True):
        if before and (year - before[0] > 1 or segment != before[1]):
            x.append(None), y.append(None)
        x.append(int(year)), y.append(round(float(value), 6))
        before = (year, segment)
    low, high, _ = value_range(rows["obs_value"])
    hover = [
        "" if year is None else f"{year}: {format_value(value, unit, decimals, lang)}"
        for year, value in zip(x, y, strict=True)
    ]
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "text": hover,
        "hoverinfo": "text",
        "line": {"color": f"@{colour}", "width": 2},
    }
    dot = {
        "type": "scatter",
        "mode": "markers",
        "x": x[-1:],
        "y": y[-1:],
        "hoverinfo": "skip",
        "marker": {"size": 7, "color": f"@{colour}"},
    }
    ends = (
        []
        if rows.empty
        else [
            {
                "x": int(year),
                "yref": "paper",
                "y": 0,
                "yanchor": "top",
                "xanchor": anchor,
                "text": str(int(year)),
                "showarrow": False,
                "font": {"size": 11, "color": "@muted"},
            }
            for year, anchor in ((x[0], "left"), (x[-1], "right"))
        ]
    )
    margin = max((rows["time_period"].max() - rows["time_period"].min()) * 0.03, 0.2) if len(rows) else 1
    span = [rows["time_period"].min() - margin, rows["time_period"].max() + margin] if len(rows) else [0, 1]
    return {
        "data": [line, dot],
        "layout": layout(
            lang,
            height,
            left=0,
            right=0,
            top=4,
            bottom=18,
            xaxis=hidden_axis(range=[float(end) for end in span]),
            yaxis=hidden_axis(range=[low - (high - low) * 0.06, high + (high - low) * 0.06]),
            annotations=ends,
        ),
    }
