"""Where the names of the regions stand on the map, at the narrowest width that has names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations, pairwise

import pandas as pd
import pytest

from pages.parts.charts.axis import text_width
from pages.parts.charts.classes import Classes
from pages.parts.charts.region_map import CITIES, NARROW, OUTLINE_FOLDER, draw_region_map, label_places
from pages.parts.visit.ask import ask

Box = tuple[float, float, float, float]
LINE, LETTER = 14.3, 11
LAYOUTS = ("2022", "2018", "pre2018")


class NarrowMap:
    """A map as wide as the narrowest one with names, measured in pixels from its middle."""

    def __init__(self, layout: str, lang: str) -> None:
        self.shapes = json.loads((OUTLINE_FOLDER / f"outlines_{layout}.json").read_text(encoding="utf-8"))
        areas = ask("areas", lang=lang).set_index("ref_area")["short_name"]
        self.names = {code: areas[code] for code in label_places(layout)}
        frame = pd.DataFrame({"ref_area": list(self.names), "obs_value": 12.3})
        classes = Classes((0, 10, 20, 30))
        self.figure = draw_region_map(frame, lang, names=self.names, unit="PT", classes=classes, map_layout=layout)
        start, end = self.figure["layout"]["xaxis"]["range"]
        self.scale = NARROW / (end - start)

    def names_of_regions(self) -> Iterator[tuple[str, list[Box]]]:
        """Each region with the boxes of the lines of its name and value."""
        order = [trace["region_outline"] for trace in self.figure["data"] if "region_outline" in trace]
        words = next(trace for trace in self.figure["data"] if trace.get("mode") == "text")
        regions = [code for code in order if code not in CITIES]
        for code, x, y, text in zip(regions, words["x"], words["y"], words["text"], strict=True):
            yield code, self._lines(x * self.scale, y * self.scale, text.split("<br>"))

    def marks_of_cities(self) -> list[Box]:
        marks = next(trace for trace in self.figure["data"] if trace.get("ids"))
        radius = marks["marker"]["size"] / 2
        middles = [(x * self.scale, y * self.scale) for x, y in zip(marks["x"], marks["y"], strict=True)]
        return [(x - radius, y - radius, x + radius, y + radius) for x, y in middles]

    def holds(self, code: str, x: float, y: float) -> bool:
        """Whether a point lies in a region: a ray from it crosses the outline an odd number of times."""
        shape, inside = self.shapes[code], False
        points = list(zip(shape["x"], shape["y"], strict=True))
        x, y = x / self.scale, y / self.scale
        for (x1, y1), (x2, y2) in pairwise(points):
            if None not in (x1, x2) and (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def _lines(self, x: float, y: float, lines: list[str]) -> list[Box]:
        middles = [y - LINE * (row - (len(lines) - 1) / 2) for row in range(len(lines))]
        half = [text_width([line], LETTER) / 2 for line in lines]
        return [(x - w, middle - 6, x + w, middle + 6) for w, middle in zip(half, middles, strict=True)]


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.fixture(scope="module", params=[(layout, lang) for layout in LAYOUTS for lang in ("en", "ru", "kk")], ids=str)
def narrow(request: pytest.FixtureRequest) -> NarrowMap:
    return NarrowMap(*request.param)


def test_no_name_covers_another_or_the_mark_of_a_city(narrow: NarrowMap) -> None:
    written = dict(narrow.names_of_regions())
    touching = [
        (narrow.names[a], narrow.names[b])
        for a, b in combinations(written, 2)
        if any(overlap(one, other) for one in written[a] for other in written[b])
    ]
    marks = narrow.marks_of_cities()
    covering = [
        narrow.names[code]
        for code, boxes in written.items()
        if any(overlap(box, mark) for box in boxes for mark in marks)
    ]
    assert (touching, covering) == ([], [])


def test_a_name_stands_for_more_than_half_on_its_own_region(narrow: NarrowMap) -> None:
    outside = []
    for code, boxes in narrow.names_of_regions():
        points = [(x, (low + high) / 2) for left, low, right, high in boxes for x in range(int(left), int(right))]
        held = sum(narrow.holds(code, x, y) for x, y in points)
        if held * 2 <= len(points):
            outside.append((narrow.names[code], held, len(points)))
    assert outside == []
