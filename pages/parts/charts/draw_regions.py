"""Regions filled by class as shapes: as a map of their outlines, or as tiles of one size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pages.parts.charts.axis import fitted, text_width
from pages.parts.charts.classes import MISSING_KINDS, word_token, written_number
from pages.parts.charts.draw_legend import Legend, draw_legend, legend_of
from pages.parts.charts.drawing import Box, Dot, Drawing, Piece, Region, Words
from pages.parts.charts.marks import Regions
from pages.parts.charts.outlines import RegionShape, places, region_shapes
from pages.parts.charts.theme import FOCUS_AREAS, MEANINGS
from pages.parts.words.missing import is_missing

NEWEST_LAYOUT = "2022"
# Kilometres that are shown, from the middle of the country.
EAST, NORTH = (-1015, 995), (-575, 575)
TOP, SIZE, LINE = 4, 11, 13.5
# A narrower map has no room for names; on a sheet so many times wider than high the legend stands beside the map.
NARROW, LONGEST_MAP_LINE = 515, 11
WIDE, LEGEND_COLUMN, LEGEND_GAP = 2.2, 230, 20
CITY_DOT, CHOSEN_DOT_LINE, DOT_LINE = 19, 3, 1.3
CHOSEN_LINE, FOCUS_LINE, BORDER = 2.6, 2.2, 0.8
TILE_COLUMNS, TILE_ROWS, TILE, TILE_EDGE, LONGEST_TILE_LINE = 6, 5, 0.94, 2, 12


class Filled(NamedTuple):
    """A region as it is drawn: its class colour or hatch, its short name and its number in words."""

    code: str
    fill: str
    hatch: str | None
    value: float | None
    name: str
    written: str

    @property
    def ground(self) -> str:
        """The colour that words on the region stand on."""
        return "nodata" if self.hatch else self.fill


def draw_regions(mark: Regions, lang: str, width: float) -> Drawing:
    """The regions of a mark with their legend."""
    return (_draw_map if mark.form == "map" else _draw_tiles)(mark, lang, width)


def filled_regions(mark: Regions, codes: Iterable[str], lang: str) -> list[Filled]:
    """The given regions as they are drawn; one without a row has no data."""
    rows = {row.ref_area: row for row in mark.rows}
    return [_filled(mark, code, rows.get(code), lang) for code in codes]


def layout_of(mark: Regions) -> str:
    """The borders that the rows of a mark speak of."""
    return next((row.layout for row in mark.rows if getattr(row, "layout", None)), NEWEST_LAYOUT)


def _filled(mark: Regions, code: str, row: Any | None, lang: str) -> Filled:
    value = getattr(row, mark.value, None)
    name = (mark.labels or mark.names).get(code, code)
    if is_missing(value):
        missing = getattr(row, "missing", None)
        kind = missing if missing in MISSING_KINDS else "no_data"
        return Filled(code, kind, kind, None, name, "")
    written = written_number(value, mark.classes, mark.decimals, lang)
    return Filled(code, mark.classes.token(value), None, value, name, written)


def _legend(mark: Regions, regions: Sequence[Filled], lang: str, width: float) -> Legend:
    values = [region.value for region in regions if region.value is not None]
    missing = [region.hatch for region in regions if region.hatch]
    return legend_of(mark.classes, values, missing, mark.decimals, lang, width)


def _outline(mark: Regions, code: str) -> tuple[str, float]:
    """The line around a region: thick where it is chosen, in its own colour where it is a focus region."""
    if code in mark.chosen:
        return "ink", CHOSEN_LINE
    if code in FOCUS_AREAS:
        return MEANINGS[f"focus:{code}"][0], FOCUS_LINE
    return "outline", BORDER


class _Map(NamedTuple):
    """Where the middle of the country is on a sheet, and the pixels of a kilometre."""

    x: float
    y: float
    scale: float

    def at(self, place: tuple[float, float]) -> tuple[float, float]:
        """The pixels of a place on the map."""
        return self.x + place[0] * self.scale, self.y - place[1] * self.scale


def _draw_map(mark: Regions, lang: str, width: float) -> Drawing:
    shapes = region_shapes(layout_of(mark))
    regions = filled_regions(mark, shapes, lang)
    is_wide = width >= WIDE * mark.height
    legend = _legend(mark, regions, lang, LEGEND_COLUMN if is_wide else width)
    across, below = (width - LEGEND_COLUMN - 2 * LEGEND_GAP, TOP) if is_wide else (width, legend.height)
    aspect = (NORTH[1] - NORTH[0]) / (EAST[1] - EAST[0])
    height = min(mark.height, round(across * aspect) + TOP + below)
    drawing = Drawing(width, height)
    room = height - TOP - below
    scale = min(across / (EAST[1] - EAST[0]), room / (NORTH[1] - NORTH[0]))
    place = _Map(across / 2 - sum(EAST) / 2 * scale, TOP + room / 2 + sum(NORTH) / 2 * scale, scale)
    cities = [region for region in regions if region.code in places().cities]
    lands = [region for region in regions if region.code not in places().cities]
    # Chosen and focus regions are drawn last, so that their outline is whole.
    lands.sort(key=lambda region: 2 * (region.code in mark.chosen) + (region.code in FOCUS_AREAS))
    for region in lands:
        drawing.add(_area(region, shapes[region.code], place, _outline(mark, region.code)))
    for region in cities:
        drawing.add(_area(region, shapes[region.code], place, ("outline", BORDER)))
    if scale * (EAST[1] - EAST[0]) >= NARROW:
        for region in lands:
            _add_name(drawing, region, shapes[region.code], place)
    for region in cities:
        _add_city(drawing, region, place.at(shapes[region.code].middle), region.code in mark.chosen)
    draw_legend(drawing, legend, left=across + LEGEND_GAP if is_wide else 0)
    return drawing


def _area(region: Filled, shape: RegionShape, place: _Map, line: tuple[str, float]) -> Region:
    fill = None if region.hatch else region.fill
    return Region(shape.outline, place.x, place.y, place.scale, fill, *line, region.hatch, region.code)


def _add_name(drawing: Drawing, region: Filled, shape: RegionShape, place: _Map) -> None:
    """Name and number in the middle of a region, set off by a halo where they reach over a border."""
    x, y = place.at(shape.name)
    lines = [*(Piece(line) for line in _two_lines(region.name, LONGEST_MAP_LINE)), Piece(region.written, True)]
    _add_block(drawing, x, y, [line for line in lines if line.words], region, region.ground)


def _add_block(drawing: Drawing, x: float, y: float, lines: Sequence[Piece], region: Filled, halo: str | None) -> None:
    """Lines of words under each other around a point, in the colour that reads on the region."""
    top = y - LINE * (len(lines) - 1) / 2
    colour = word_token(region.fill)
    for place, line in enumerate(lines):
        drawing.add(Words(x, top + LINE * place, (line,), colour, SIZE, "middle", halo, key=region.code))


def _add_city(drawing: Drawing, region: Filled, at: tuple[float, float], is_chosen: bool) -> None:
    """A mark larger than the city, and its words beside it on a plate, so that they read on any class."""
    x, y = at
    right, up, side = places().cities[region.code]
    drawing.add(Dot(x, y, CITY_DOT, region.ground, "ink", CHOSEN_DOT_LINE if is_chosen else DOT_LINE, key=region.code))
    pieces = [Piece(f"{region.name} " if region.written else region.name), Piece(region.written, True)]
    width = text_width(["".join(piece.words for piece in pieces)], SIZE) + 2
    left = x + right - (width if side == "right" else 0)
    drawing.add(Box(left - 1, y - up - SIZE * 0.7, width + 2, SIZE * 1.4, "paper"))
    anchor = "end" if side == "right" else "start"
    drawing.add(Words(x + right, y - up, pieces, "ink", SIZE, anchor, key=region.code))


def _draw_tiles(mark: Regions, lang: str, width: float) -> Drawing:
    tiles = places().tiles
    regions = filled_regions(mark, [row.ref_area for row in mark.rows if row.ref_area in tiles], lang)
    legend = _legend(mark, regions, lang, width)
    drawing = Drawing(width, mark.height)
    column = (width - 2 * TILE_EDGE) / TILE_COLUMNS
    row = (mark.height - TOP - legend.height) / TILE_ROWS
    for region in sorted(regions, key=lambda region: _outline(mark, region.code)[1]):
        down, right = tiles[region.code]
        x, y = TILE_EDGE + (right + 0.5) * column, TOP + (down + 0.5) * row
        size = (column * TILE, row * TILE)
        fill = None if region.hatch else region.fill
        line = _outline(mark, region.code)
        drawing.add(Box(x - size[0] / 2, y - size[1] / 2, *size, fill, *line, region.hatch, region.code))
        names = [fitted(words, column - 8, SIZE) for words in _two_lines(region.name, LONGEST_TILE_LINE)]
        lines = [*map(Piece, names), *([Piece(region.written, True)] if region.written else [])]
        _add_block(drawing, x, y, lines, region, None)
    draw_legend(drawing, legend)
    return drawing


def _two_lines(name: str, longest: int) -> list[str]:
    """A long name in two lines, cut at its first space or behind its first hyphen."""
    if len(name) <= longest:
        return [name]
    if " " in name:
        return name.split(" ", 1)
    first, hyphen, second = name.partition("-")
    return [first + hyphen, second] if second else [name]
