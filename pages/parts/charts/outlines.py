"""Where the regions are: outlines and places of names for each layout of borders, and their tiles."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from pages.parts.charts.drawing import Outline, Point

ROOT = Path(__file__).resolve().parents[3]
OUTLINE_FOLDER = ROOT / "static" / "geo"
TILE_FILE = ROOT / "data" / "geo" / "tiles.csv"
LAYOUTS = ("2022", "2018", "pre2018")
CITIES = ("KZ-71", "KZ-75", "KZ-79")


class RegionShape(NamedTuple):
    """The outline of a region and where its name stands, in kilometres east and north of the middle of the map."""

    outline: Outline
    label: Point


@lru_cache(maxsize=len(LAYOUTS))
def region_shapes(layout: str) -> dict[str, RegionShape]:
    """The shape of each region of a layout (2022, 2018, pre2018)."""
    shapes = json.loads((OUTLINE_FOLDER / f"outlines_{layout}.json").read_text(encoding="utf-8"))
    return {
        code: RegionShape(Outline(_parts(shape["x"], shape["y"])), tuple(shape["label"]))
        for code, shape in shapes.items()
    }


@lru_cache(maxsize=1)
def tile_places() -> dict[str, tuple[int, int]]:
    """Row and column of each region's tile."""
    with TILE_FILE.open(encoding="utf-8") as lines:
        return {row["ref_area"]: (int(row["row"]), int(row["col"])) for row in csv.DictReader(lines)}


def _parts(x: list[float | None], y: list[float | None]) -> tuple[tuple[Point, ...], ...]:
    points = zip(x, y, strict=True)
    return tuple(tuple(part) for known, part in groupby(points, lambda point: point[0] is not None) if known)
