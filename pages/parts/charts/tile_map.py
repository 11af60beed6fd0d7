"""Regions as equal tiles in their rough places: the cities are as large as the steppe."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from pages.parts.charts.cells import HATCHES, cell_trace
from pages.parts.charts.classes import LEGEND_HEIGHT, Classes, legend, word_token, written_number
from pages.parts.charts.region_map import _fill, _hover
from pages.parts.charts.theme import FOCUS_AREAS, hidden_axis, layout

TILE_FILE = Path(__file__).resolve().parents[3] / "data" / "geo" / "tiles.csv"


@lru_cache(maxsize=1)
def tile_places() -> dict[str, tuple[int, int]]:
    """Row and column of each region's tile."""
    with TILE_FILE.open(encoding="utf-8") as lines:
        return {row["ref_area"]: (int(row["row"]), int(row["col"])) for row in csv.DictReader(lines)}


def draw_tile_map(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    classes: Classes,
    decimals: int = 1,
    value: str = "obs_value",
    chosen: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    with_legend: bool = True,
    height: int = 430,
) -> dict[str, Any]:
    """One tile per region of the frame, filled by class, with short name and value; same columns as the region map."""
    places = tile_places()
    rows = {row["ref_area"]: row for row in frame.to_dict("records") if row["ref_area"] in places}
    codes = sorted(rows, key=lambda code: places[code])
    fills = {code: _fill(rows[code], value, classes) for code in codes}
    short = labels or names
    written = [
        written_number(rows[code][value], classes, decimals, lang) if fills[code] not in HATCHES else ""
        for code in codes
    ]
    trace = cell_trace(
        [places[code][1] for code in codes],
        [places[code][0] for code in codes],
        codes,
        [fills[code] for code in codes],
        [
            _hover(rows[code], value, names.get(code, code), fills[code], unit, decimals, lang, classes)
            for code in codes
        ],
        words=[
            f"{_tile_name(short.get(code, code))}<br><b>{number}</b>"
            for code, number in zip(codes, written, strict=True)
        ],
        word_colours=[word_token(fills[code]) for code in codes],
        outlines=[2.6 if code in chosen else 0 for code in codes],
    )
    for place, code in enumerate(codes):
        if code in FOCUS_AREAS and code not in chosen:
            trace["marker"]["line"]["color"][place], trace["marker"]["line"]["width"][place] = "@gold", 2.2
    values = [rows[code][value] for code in codes if fills[code] not in HATCHES]
    kinds = sorted({fill for fill in fills.values() if fill in HATCHES})
    shapes, words = legend(classes, values, kinds, lang, decimals, 8) if with_legend else ([], [])
    return {
        "data": [trace],
        "layout": layout(
            lang,
            height,
            left=2,
            right=2,
            top=4,
            bottom=LEGEND_HEIGHT if with_legend else 4,
            bargap=0,
            xaxis=hidden_axis(range=[-0.5, 5.5]),
            yaxis=hidden_axis(range=[4.5, -0.5]),
            shapes=shapes,
            annotations=words,
        ),
    }


def _tile_name(name: str) -> str:
    return name.replace(" ", "<br>", 1) if len(name) > 12 else name
