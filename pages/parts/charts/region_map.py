"""A map of the regions from pre-projected outlines: no tiles, no outside request, a few kilobytes on the socket."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from pages.parts.charts.cells import HATCHES
from pages.parts.charts.classes import LEGEND_HEIGHT, Classes, legend, word_token, written_number
from pages.parts.charts.theme import FOCUS_AREAS, hidden_axis, layout
from pages.parts.words.language import format_change, format_value, has_text, text
from pages.parts.words.missing import is_missing

OUTLINE_FOLDER = Path(__file__).resolve().parents[3] / "static" / "geo"
CITIES = ("KZ-71", "KZ-75", "KZ-79")
CITY_LABEL = {"KZ-71": (13, -13, "left"), "KZ-75": (14, -13, "left"), "KZ-79": (-14, -12, "right")}
NARROW = 560
# Names that would reach over a border, another name or a city are moved by so many kilometres. The places are chosen
# over all layouts and languages at the narrowest map that has names.
NUDGES = {
    "KZ-11": (-8, -12),
    "KZ-19": (-24, 12),
    "KZ-23": (2, 12),
    "KZ-27": (16, -6),
    "KZ-33": (6, 0),
    "KZ-35": (-48, 30),
    "KZ-39": (-40, 12),
    "KZ-47": (-6, 48),
    "KZ-55": (20, -36),
    "KZ-59": (-16, -36),
    "KZ-61": (-8, -54),
    "KZ-63": (8, 18),
    "KZ-YUZ": (-8, -42),
}


@lru_cache(maxsize=8)
def label_places(map_layout: str) -> dict[str, tuple[float, float]]:
    """Where the name of each region of a layout (2022, 2018, pre2018) stands on the map."""
    shapes = json.loads((OUTLINE_FOLDER / f"outlines_{map_layout}.json").read_text(encoding="utf-8"))
    return {code: tuple(shape["label"]) for code, shape in shapes.items()}


def draw_region_map(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    classes: Classes,
    map_layout: str = "2022",
    decimals: int = 1,
    value: str = "obs_value",
    chosen: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    height: int = 430,
) -> dict[str, Any]:
    """Regions filled by class, cities of republican standing as enlarged marks, names and values printed.

    `frame`: `ref_area` (regions of the layout), the column `value` (missing where there is none), optional `missing`
    (no_data, not_existing, suppressed: three different hatches), `note` (why, in words) and `obs_status`. A region of
    the layout that the frame does not have is drawn as no data. `names` are full names for the hover, `labels` short
    names for the map.
    """
    places = label_places(map_layout)
    rows = {row["ref_area"]: row for row in frame.to_dict("records") if row["ref_area"] in places}
    fills = {code: _fill(rows.get(code), value, classes) for code in places}
    hovers = {
        code: _hover(rows.get(code), value, names.get(code, code), fills[code], unit, decimals, lang, classes)
        for code in places
    }
    # Chosen and focus regions are drawn last, so that their outline is whole.
    order = sorted(
        (code for code in places if code not in CITIES), key=lambda code: (code in chosen, code in FOCUS_AREAS)
    )
    traces = [_region(code, map_layout, fills[code], hovers[code], code in chosen) for code in order]
    cities = [code for code in CITIES if code in places]
    traces += [_region(code, map_layout, fills[code], hovers[code], False) for code in cities]
    traces.append(_city_marks(cities, places, fills, hovers, chosen))
    short = labels or names
    written = {
        code: written_number(rows[code][value], classes, decimals, lang) if fills[code] not in HATCHES else ""
        for code in places
    }
    traces += [_words(order, places, fills, short, written)]
    values = [rows[code][value] for code in places if fills[code] not in HATCHES]
    kinds = sorted({fill for fill in fills.values() if fill in HATCHES})
    shapes, words = legend(classes, values, kinds, lang, decimals, 8)
    return {
        "data": traces,
        "layout": layout(
            lang,
            height,
            left=0,
            right=0,
            top=4,
            bottom=LEGEND_HEIGHT,
            xaxis=hidden_axis(range=[-1015, 995], constrain="domain"),
            yaxis=hidden_axis(range=[-575, 575], scaleanchor="x", scaleratio=1, constrain="domain"),
            shapes=shapes,
            annotations=[*words, *_city_words(cities, places, short, written)],
            hoverdistance=10,
        ),
    }


def _fill(row: Mapping[str, Any] | None, value: str, classes: Classes) -> str:
    number = row.get(value) if row else None
    if is_missing(number):
        missing = row.get("missing") if row else None
        return missing if missing in HATCHES else "no_data"
    return classes.token(number)


def _hover(
    row: Mapping[str, Any] | None,
    value: str,
    name: str,
    fill: str,
    unit: str,
    decimals: int,
    lang: str,
    classes: Classes,
) -> str:
    if fill in HATCHES:
        note = row.get("note") if row else None
        reason = note if isinstance(note, str) and note else text(f"chart.{fill}", lang)
        return f"<b>{name}</b><br>{reason}"
    status = f"chart.status_{row.get('obs_status')}"
    flag = f"<br>{text(status, lang)}" if has_text(status) else ""
    write = format_change if classes.palette == "diverging" else format_value
    return f"<b>{name}</b><br>{write(row[value], unit, decimals, lang)}{flag}"


def _region(code: str, map_layout: str, fill: str, hover: str, chosen: bool) -> dict[str, Any]:
    trace: dict[str, Any] = {"region_outline": code, "layout": map_layout, "text": hover}
    if fill in HATCHES:
        hatch = HATCHES[fill]
        trace["fillpattern"] = {
            "shape": hatch["shape"],
            "size": hatch["size"],
            "solidity": hatch["solidity"],
            "fgcolor": "@hatch",
            "bgcolor": "@nodata",
            "fillmode": "overlay",
        }
        trace["line"] = {"width": 0.8, "color": "@rule"}
    trace["fillcolor"] = "@nodata" if fill in HATCHES else f"@{fill}"
    if chosen:
        trace["line"] = {"width": 2.6, "color": "@ink"}
    elif code in FOCUS_AREAS:
        trace["line"] = {"width": 2.2, "color": "@gold"}
    return trace


def _city_marks(
    cities: Sequence[str],
    places: Mapping[str, tuple[float, float]],
    fills: Mapping[str, str],
    hovers: Mapping[str, str],
    chosen: Sequence[str],
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [places[code][0] for code in cities],
        "y": [places[code][1] for code in cities],
        "ids": list(cities),
        "hoverinfo": "text",
        "hovertext": [hovers[code] for code in cities],
        "marker": {
            "size": 19,
            "color": ["@nodata" if fills[code] in HATCHES else f"@{fills[code]}" for code in cities],
            "line": {"color": "@ink", "width": [3 if code in chosen else 1.3 for code in cities]},
        },
    }


def _words(
    codes: Sequence[str],
    places: Mapping[str, tuple[float, float]],
    fills: Mapping[str, str],
    names: Mapping[str, str],
    written: Mapping[str, str],
) -> dict[str, Any]:
    at = {
        code: [place + nudge for place, nudge in zip(places[code], NUDGES.get(code, (0, 0)), strict=True)]
        for code in codes
    }
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at[code][0] for code in codes],
        "y": [at[code][1] for code in codes],
        "hoverinfo": "skip",
        "min_width": NARROW,
        "text": ["<br>".join(filter(None, (_two_lines(names.get(code, code)), written[code]))) for code in codes],
        # A halo in the region's own colour keeps a name readable where it reaches over a border.
        "textfont": {
            "size": 11,
            "color": [f"@{word_token(fills[code])}" for code in codes],
            "shadow": [_halo(fills[code]) for code in codes],
        },
    }


def _city_words(
    cities: Sequence[str],
    places: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    written: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Names of the cities beside their marks, on a plate of paper so that they read on any class."""
    return [
        {
            "x": places[code][0],
            "y": places[code][1],
            "xanchor": anchor,
            "yanchor": "middle",
            "xshift": x,
            "yshift": y,
            "text": f"{names.get(code, code)} <b>{written[code]}</b>" if written[code] else names.get(code, code),
            "showarrow": False,
            "font": {"size": 11, "color": "@ink"},
            "bgcolor": "@paper",
            "opacity": 0.92,
            "borderpad": 1,
        }
        for code in cities
        for x, y, anchor in [CITY_LABEL[code]]
    ]


def _halo(fill: str) -> str:
    colour = "@nodata" if fill in HATCHES else f"@{fill}"
    return ", ".join(f"{x}px {y}px 2px {colour}" for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1)))


def _two_lines(name: str) -> str:
    if len(name) <= 11:
        return name
    return name.replace(" ", "<br>", 1) if " " in name else name.replace("-", "-<br>", 1)
