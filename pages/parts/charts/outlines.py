"""Where the regions are: outlines and places of names for each layout of borders, and their tiles."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from pages.parts.charts.drawing import Outline, Point

GEO_FOLDER = Path(__file__).resolve().parents[3] / "static" / "geo"
LAYOUTS = ("2022", "2018", "pre2018")


class RegionShape(NamedTuple):
    """The outline of a region, its middle, and where its name stands, in kilometres from the middle of the map."""

    outline: Outline
    middle: Point
    name: Point


@lru_cache(maxsize=len(LAYOUTS))
def region_shapes(layout: str) -> dict[str, RegionShape]:
    """The shape of each region of a layout (2022, 2018, pre2018)."""
    shapes = json.loads((GEO_FOLDER / f"outlines_{layout}.json").read_text(encoding="utf-8"))
    nudges = places().nudges[layout]
    return {
        code: RegionShape(Outline(_parts(shape["x"], shape["y"])), (x, y), (x + east, y + north))
        for code, shape in shapes.items()
        for (x, y), (east, north) in [(shape["label"], nudges.get(code, (0, 0)))]
    }


class Places(NamedTuple):
    """What no outline says.

    `tiles`: row and column of each region's tile. `cities`: how many pixels right and up of a city's mark its words
    begin, and which end of them ("left", "right"). `nudges`: by layout, how many kilometres east and north the name of
    a region is moved that would reach over a border, another name or a city in any language on the narrowest map.
    """

    tiles: dict[str, tuple[int, int]]
    cities: dict[str, tuple[int, int, str]]
    nudges: dict[str, dict[str, tuple[int, int]]]


@lru_cache(maxsize=1)
def places() -> Places:
    """The places of tiles, of cities and of names."""
    return Places(**json.loads((GEO_FOLDER / "places.json").read_text(encoding="utf-8")))


def _parts(x: list[float | None], y: list[float | None]) -> tuple[tuple[Point, ...], ...]:
    points = zip(x, y, strict=True)
    return tuple(tuple(part) for known, part in groupby(points, lambda point: point[0] is not None) if known)
