"""A grid of rows and years, each cell shaded by how much of it is there: the coverage matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.cells import cell_trace
from pages.parts.charts.classes import Classes, word_token
from pages.parts.charts.theme import hidden_axis, layout

ROW, TOP = 20, 26
NAME_LIMIT, HEAD, TAIL = 350, 25, 20


def draw_heat_grid(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    classes: Classes,
    by: str = "series_id",
    value: str = "n_areas",
    hover: str = "words",
    across: Mapping[str, str] | None = None,
    row: int = ROW,
) -> dict[str, Any]:
    """`frame`: the column `by` (a row each, in the order of `names`), `time_period`, `value` (what the classes shade;
    zero or missing is an empty cell), `hover` (the cell in words) and optionally `mark` (printed in the cell, else the
    value). With `across` (code -> name) the columns are areas, taken from `ref_area`, and no years. A chosen cell's key
    is "<row>|<column>".
    """
    keys = [key for key in names if key in set(frame[by])]
    place = {key: number for number, key in enumerate(keys)}
    cells = frame[frame[by].isin(place) & (frame[value] > 0)]
    columns = [int(year) for year in cells["time_period"]] if across is None else cells["ref_area"].tolist()
    at = {code: number for number, code in enumerate(across or ())}
    first, last = (0, len(at) - 1) if across else (int(frame["time_period"].min()), int(frame["time_period"].max()))
    fills = [classes.token(float(count)) for count in cells[value]]
    trace = cell_trace(
        [at.get(column, column) for column in columns],
        [place[key] for key in cells[by]],
        [f"{key}|{column}" for key, column in zip(cells[by], columns, strict=True)],
        fills,
        cells[hover].tolist(),
        words=cells["mark"].tolist() if "mark" in cells else [str(int(count)) for count in cells[value]],
        word_colours=[word_token(fill) for fill in fills],
        size=0.9,
        word_size=10,
    )
    labels = [names[key] for key in keys]
    every = 1 if across or last - first < 20 else 5
    ticks = [year for year in range(first, last + 1) if year % every == 0]
    top = text_width(list(across.values()), 11) + 10 if across else TOP
    return {
        "data": [trace],
        "layout": layout(
            lang,
            top + 8 + row * max(len(keys), 1),
            left=min(text_width([_short(label) for label in labels], 12) + 14, NAME_LIMIT),
            right=4,
            top=top,
            bottom=8,
            bargap=0,
            xaxis={
                "range": [first - 0.5, last + 0.5],
                "tickvals": ticks,
                "side": "top",
                **({"ticktext": list(across.values())} if across else {"tickformat": "d"}),
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": 11, "color": "@muted"},
                "tickangle": -90 if across else 0,
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
    """A long name without its middle: what tells two series apart, an age band say, often stands at the end."""
    return name if len(name) <= HEAD + TAIL + 1 else f"{name[:HEAD].rstrip()}…{name[-TAIL:].lstrip()}"
