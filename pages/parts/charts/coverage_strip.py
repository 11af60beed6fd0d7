"""Which years have a value for the country and for how many regions: two rows of marks, gaps left open."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width, year_ticks
from pages.parts.charts.theme import TICK_SIZE, layout, plain_axis
from pages.parts.words.language import text

HEIGHT = 104
REGION_ROW, COUNTRY_ROW = 0.0, 1.35


def draw_coverage_strip(frame: pd.DataFrame, lang: str, *, height: int = HEIGHT) -> dict[str, Any]:
    """Marks by year.

    `frame`: one row per year with `time_period`, `has_national`, `n_regions`, `n_expected`. The upper row has a square
    for each year with a national value; the lower row has bars as high as the share of regions with a value.
    """
    years = [int(year) for year in frame["time_period"]]
    names = [text("explore.coverage_national", lang), text("explore.coverage_regions", lang)]
    return {
        "data": [_country(frame), _regions(frame, lang)],
        "layout": layout(
            lang,
            height,
            left=text_width(names, TICK_SIZE) + 12,
            top=4,
            bottom=24,
            barmode="overlay",
            xaxis=plain_axis(
                range=[years[0] - 0.6, years[-1] + 0.6], tickvals=year_ticks(years[0], years[-1]), fixedrange=True
            ),
            yaxis=plain_axis(
                range=[-0.05, COUNTRY_ROW + 0.35],
                tickvals=[COUNTRY_ROW, REGION_ROW + 0.5],
                ticktext=names,
                fixedrange=True,
            ),
        ),
    }


def _country(frame: pd.DataFrame) -> dict[str, Any]:
    held = frame[frame["has_national"]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": held["time_period"].tolist(),
        "y": [COUNTRY_ROW] * len(held),
        "marker": {"symbol": "square", "size": 9, "color": "@ink"},
        "hoverinfo": "x",
    }


def _regions(frame: pd.DataFrame, lang: str) -> dict[str, Any]:
    words = [
        text("explore.coverage_hover", lang, year=row.time_period, regions=row.n_regions, expected=row.n_expected)
        for row in frame.itertuples(index=False)
    ]
    return {
        "type": "bar",
        "x": frame["time_period"].tolist(),
        "y": (frame["n_regions"] / frame["n_expected"]).clip(upper=1).round(3).tolist(),
        "width": 0.72,
        "marker": {"color": "@accent"},
        "hovertext": words,
        "hoverinfo": "text",
    }
