"""A grid of rows and years, each cell shaded by how much of it is there: the coverage matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.cells import cell_trace
from pages.parts.charts.classes import Classes, word_token
from pages.parts.theme import hidden_axis, layout

ROW, TOP = 20, 26
NAME_LIMIT = 300


def draw_heat_grid(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    classes: Classes,
    by: str = "series_id",
    value: str = "n_areas",
    hover: str = "words",
    row: int = ROW,
) -> dict[str, Any]:
    """`frame`: the column `by` (a row each, in the order of `names`), `time_period`, `value` (a count; zero or missing
    is an empty cell) and `hover` (the cell in words). The count is printed in each cell. A chosen cell's key is
    "<row>|<year>".
    """
    keys = [key for key in names if key in set(frame[by])]
    place = {key: number for number, key in enumerate(keys)}
    cells = frame[frame[by].isin(place) & (frame[value] > 0)]
    first, last = int(frame["time_period"].min()), int(frame["time_period"].max())
    fills = [classes.token(float(count)) for count in cells[value]]
    trace = cell_trace(
        [int(year) for year in cells["time_period"]],
        [place[key] for key in cells[by]],
        [f"{key}|{year}" for key, year in zip(cells[by], cells["time_period"], strict=True)],
        fills,
        cells[hover].tolist(),
        words=[str(int(count)) for count in cells[value]],
        word_colours=[word_token(fill) for fill in fills],
        size=0.9,
        word_size=10,
    )
    labels = [names[key] for key in keys]
    every = 1 if last - first < 12 else 5
    ticks = [year for year in range(first, last + 1) if year % every == 0]
    return {
        "data": [trace],
        "layout": layout(
            lang,
            TOP + 8 + row * max(len(keys), 1),
            left=min(text_width(labels, 12) + 12, NAME_LIMIT),
            right=4,
            top=TOP,
            bottom=8,
            bargap=0,
            xaxis={
                "range": [first - 0.5, last + 0.5],
                "tickvals": ticks,
                "side": "top",
                "tickformat": "d",
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": 10, "color": "@muted"},
                "tickangle": 0,
            },
            yaxis=hidden_axis(
                range=[len(keys) - 0.5, -0.5],
                visible=True,
                tickvals=list(range(len(keys))),
                ticktext=[_short(label) for label in labels],
                showgrid=False,
                zeroline=False,
                ticks="",
                tickfont={"size": 12, "color": "@ink"},
                ticklabelstandoff=6,
            ),
        ),
    }


def _short(name: str) -> str:
    return name if len(name) <= 44 else name[:43].rstrip() + "…"
