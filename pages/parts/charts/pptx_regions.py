"""A map or tiles of regions as native shapes: every region a freeform of its own name that a person can recolour.

An outline is written as shape XML once per border set and stretched by its frame: building it point by point takes over
half a second a map, filling in colours and places a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pages.parts.charts.axis import text_width
from pages.parts.charts.classes import MISSING_KINDS, Classes, word_token, written_number
from pages.parts.charts.drawing import Point
from pages.parts.charts.marks import Regions
from pages.parts.charts.outlines import places, region_shapes
from pages.parts.charts.pptx_sketch import HATCHES, SMALL, Box, Edge, Sketch, Type, custom_path
from pages.parts.charts.theme import FOCUS_AREAS, MEANINGS
from pages.parts.words.language import EN_DASH, format_change, format_value, text

# The frame of all maps, in kilometres from their middle, and parts of a kilometre that an outline keeps.
LEFT, RIGHT, LOW, HIGH = -1015.0, 995.0, -575.0, 575.0
FINENESS = 10
LEGEND_WIDTH, LEGEND_ROW, SWATCH = 190, 22, 15
CITY_SIZE, LABEL_SIZE, LABEL_LINE, TILE_GAP = 15, 10.5, 12.5, 3
PLAIN_EDGE, FOCUS_WIDTH, CHOSEN_EDGE = Edge("outline", 0.75), 2.2, Edge("ink", 2.6)


@dataclass(frozen=True)
class Outline:
    """A region's outline: its frame in kilometres and its shape as an office file writes it."""

    left: float
    top: float
    width: float
    height: float
    path: str


@dataclass(frozen=True)
class Look:
    """How a region is shown: a class token or a kind of missing value, its words, and its edge."""

    fill: str
    name: str
    label: str
    written: str
    said: str
    edge: Edge

    @property
    def type(self) -> Type:
        """How words on the region are set."""
        return Type(LABEL_SIZE, "ink" if self.fill in HATCHES else word_token(self.fill), align="ctr")

    @property
    def described(self) -> str:
        """The region and what is said of it."""
        return f"{self.name}: {self.said}"


def add_regions(sketch: Sketch, mark: Regions, box: Box, lang: str) -> None:
    """Add a map or tiles with their legend at the right."""
    drawn = box.within(right=LEGEND_WIDTH)
    tiles = mark.form == "tiles"
    held = set(mark.rows["ref_area"])
    codes = [code for code in places().tiles if code in held] if tiles else region_shapes(mark.rows["layout"][0])
    looks = _looks(mark, list(codes), lang)
    if tiles:
        _add_tiles(sketch, looks, drawn)
    else:
        _add_map(sketch, looks, mark.rows["layout"][0], drawn)
    fills = [look.fill for look in looks.values()]
    _add_legend(sketch, mark, fills, Box(drawn.right + 16, box.top, LEGEND_WIDTH - 16, box.height), lang)


@lru_cache(maxsize=8)
def outlines(map_layout: str) -> Mapping[str, Outline]:
    """The outline of each region of a border set (2022, 2018, pre2018)."""
    return {code: _outline(shape.outline.parts) for code, shape in region_shapes(map_layout).items()}


def _outline(parts: Sequence[Sequence[Point]]) -> Outline:
    xs, ys = zip(*(point for part in parts for point in part), strict=True)
    left, top, width, height = min(xs), max(ys), max(xs) - min(xs), max(ys) - min(ys)
    ways = []
    for part in parts:
        at = [f'<a:pt x="{round((x - left) * FINENESS)}" y="{round((top - y) * FINENESS)}"/>' for x, y in part]
        steps = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in at[1:])
        ways.append(f"<a:moveTo>{at[0]}</a:moveTo>{steps}<a:close/>")
    frame = f'w="{round(width * FINENESS)}" h="{round(height * FINENESS)}"'
    return Outline(left, top, width, height, custom_path(f"<a:path {frame}>{''.join(ways)}</a:path>"))


def _looks(mark: Regions, codes: Sequence[str], lang: str) -> dict[str, Look]:
    rows = {row.ref_area: row for row in mark.rows}
    return {code: _look(mark, code, rows.get(code), lang) for code in codes}


def _look(mark: Regions, code: str, row: Any | None, lang: str) -> Look:
    names = mark.names.get(code, code), (mark.labels or mark.names).get(code, code)
    edge = CHOSEN_EDGE if code in mark.chosen else PLAIN_EDGE
    if code in FOCUS_AREAS and code not in mark.chosen:
        edge = Edge(MEANINGS[f"focus:{code}"][0], FOCUS_WIDTH)
    value = getattr(row, mark.value, None)
    if value is None:
        missing = getattr(row, "missing", None)
        kind = missing if missing in HATCHES else "no_data"
        return Look(kind, *names, "", getattr(row, "note", None) or text(f"chart.{kind}", lang), edge)
    say = format_change if mark.classes.palette == "diverging" else format_value
    written = written_number(value, mark.classes, mark.decimals, lang)
    return Look(mark.classes.token(value), *names, written, say(value, mark.unit, mark.decimals, lang), edge)


def _add_map(sketch: Sketch, looks: Mapping[str, Look], map_layout: str, box: Box) -> None:
    """Draw the outlines, chosen and focus regions last so that their edge is whole, then the words."""
    scale = min(box.width / (RIGHT - LEFT), box.height / (HIGH - LOW))
    left = box.left + (box.width - scale * (RIGHT - LEFT)) / 2 - LEFT * scale
    top = box.top + (box.height - scale * (HIGH - LOW)) / 2 + HIGH * scale
    shapes = outlines(map_layout)
    for code in sorted(shapes, key=lambda code: looks[code].edge.width):
        shape, look = shapes[code], looks[code]
        frame = Box(left + shape.left * scale, top - shape.top * scale, shape.width * scale, shape.height * scale)
        sketch.plate(frame, look.fill, look.edge, name=look.name, said=look.described, path=shape.path)
    for code, shape in region_shapes(map_layout).items():
        is_city = code in places().cities
        x, y = shape.middle if is_city else shape.name
        if is_city:
            _add_city(sketch, code, looks[code], left + x * scale, top - y * scale)
        else:
            _write_region(sketch, looks[code], left + x * scale, top - y * scale)


def _write_region(sketch: Sketch, look: Look, x: float, y: float) -> None:
    """Name and value at the region's own place."""
    words = "\n".join(filter(None, (_two_lines(look.label), look.written)))
    height = LABEL_LINE * (words.count("\n") + 1)
    sketch.write(words, Box(x - 45, y - height / 2, 90, height), look.type)


def _add_city(sketch: Sketch, code: str, look: Look, x: float, y: float) -> None:
    """A city as an enlarged mark, its words beside it on a plate of paper so that they read on any class."""
    right, down, side = places().cities[code]
    half = CITY_SIZE / 2
    edge = CHOSEN_EDGE if look.edge == CHOSEN_EDGE else Edge("ink", 1.3)
    mark = Box(x - half, y - half, CITY_SIZE, CITY_SIZE)
    sketch.plate(mark, look.fill, edge, name=look.name, said=look.described, form="ellipse")
    words = f"{look.label} {look.written}".rstrip()
    width = text_width([words], LABEL_SIZE) + 4
    label = Box(x + right if side == "left" else x + right - width, y - down - 7, width, 14)
    sketch.plate(label, "paper", words=words, look=Type(LABEL_SIZE, align="ctr"), name=words)


def _two_lines(name: str) -> str:
    if len(name) <= 11:
        return name
    return name.replace(" ", "\n", 1) if " " in name else name.replace("-", "-\n", 1)


def _add_tiles(sketch: Sketch, looks: Mapping[str, Look], box: Box) -> None:
    tiles = places().tiles
    width = box.width / (1 + max(column for _, column in tiles.values()))
    height = box.height / (1 + max(row for row, _ in tiles.values()))
    for code, look in sorted(looks.items(), key=lambda item: item[1].edge.width):
        row, column = tiles[code]
        tile = Box(box.left + column * width, box.top + row * height, width - TILE_GAP, height - TILE_GAP)
        words = "\n".join(filter(None, (_two_lines(look.label), look.written)))
        sketch.plate(tile, look.fill, look.edge, words=words, look=look.type, name=look.name, said=look.described)


def _add_legend(sketch: Sketch, mark: Regions, fills: Sequence[str], box: Box, lang: str) -> None:
    """The classes from high to low with their limits and how many regions each holds, then the hatches in use."""
    entries = {
        fill: _limits(mark.classes, place, mark.decimals, lang)
        for place, fill in reversed(list(enumerate(mark.classes.tokens)))
    }
    entries |= {kind: text(f"chart.{kind}", lang) for kind in MISSING_KINDS if kind in fills}
    top = box.bottom - LEGEND_ROW * (len(entries) + 1) - 6
    for place, (fill, words) in enumerate(entries.items()):
        y = top + LEGEND_ROW * place
        sketch.plate(Box(box.left, y, SWATCH + 6, SWATCH), fill, PLAIN_EDGE)
        line = Box(box.left + SWATCH + 14, y, box.width - SWATCH - 14, SWATCH)
        sketch.write(f"{words}  ({fills.count(fill)})", line, Type(SMALL))
    scheme = Box(box.left, top + LEGEND_ROW * len(entries), box.width, 2 * LABEL_LINE)
    sketch.write(text(f"chart.scheme_{mark.classes.scheme}", lang), scheme, Type(LABEL_SIZE, "muted", wrap=True))


def _limits(classes: Classes, place: int, decimals: int, lang: str) -> str:
    low, high = (written_number(classes.bounds[place + end], classes, decimals, lang) for end in (0, 1))
    return f"{low} {EN_DASH} {high}"
