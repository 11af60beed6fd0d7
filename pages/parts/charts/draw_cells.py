"""Grids as shapes: the coverage matrix, and the years that a series has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pages.parts.charts.axis import text_width
from pages.parts.charts.classes import word_token
from pages.parts.charts.draw_axes import Plot, draw_years
from pages.parts.charts.drawing import SMALL, Box, Dot, Drawing, Piece, Words
from pages.parts.charts.marks import Cells, YearsHeld
from pages.parts.charts.named_rows import named_rows
from pages.parts.words.missing import is_missing

TOP, BOTTOM, RIGHT, NAME_GAP, AXIS_GAP = 26, 8, 4, 14, 6
NAME_ROOM, NAME_PART, LEAST_NAME_ROOM = 350, 0.4, 150
HEAD, TAIL = 25, 20
CELL, NARROWEST, HEAD_SIZE, CELL_SIZE = 0.9, 17, 11, 10
# More columns of years than this have a heading at every fifth year.
MANY_YEARS = 20
HELD_LEFT, HELD_RIGHT, HELD_TOP, HELD_BOTTOM = 12, 24, 4, 24
COUNTRY_ROW, REGION_ROW, HEAD_ROOM, FLOOR_ROOM = 1.35, 0.5, 0.35, 0.05
YEAR_BAR, HALF_COLUMN, SQUARE = 0.72, 0.6, 9


class Grid(NamedTuple):
    """Where the cells are: the left edge and the top, and the pixels of a column and a row."""

    left: float
    top: float
    column: float
    row: float


def draw_cells(mark: Cells, lang: str, width: float) -> Drawing:
    """The cells of a mark; a narrow sheet grows to the width that its columns need."""
    rows = [row for row in named_rows(mark.rows, mark.by, mark.names) if not is_missing(getattr(row, mark.value))]
    held = {getattr(row, mark.by) for row in named_rows(mark.rows, mark.by, mark.names)}
    keys = {key: place for place, key in enumerate(key for key in mark.names if key in held)}
    columns = _columns(mark)
    labels = [_middle_out(mark.names[key]) for key in keys]
    left = min(text_width(labels, SMALL) + NAME_GAP, NAME_ROOM, max(width * NAME_PART, LEAST_NAME_ROOM))
    top = text_width(list(mark.across.values()), HEAD_SIZE) + 10 if mark.across else TOP
    full = max(width, left + len(columns) * NARROWEST + RIGHT)
    drawing = Drawing(full, top + BOTTOM + mark.row * max(len(keys), 1))
    grid = Grid(left, top, (full - left - RIGHT) / max(len(columns), 1), mark.row)
    for place, label in enumerate(labels):
        drawing.write(left - AXIS_GAP, top + (place + 0.5) * grid.row, label, size=SMALL, anchor="end")
    _add_heads(drawing, grid, columns, is_turned=mark.across is not None)
    across = {code: place for place, code in enumerate(columns)}
    for row in rows:
        value, code = getattr(row, mark.value), row.ref_area if mark.across else row.time_period
        if value > 0 and code in across:
            key = getattr(row, mark.by)
            _add_cell(drawing, grid, across[code], keys[key], mark.classes.token(value), value, f"{key}|{code}")
    return drawing


def _columns(mark: Cells) -> Mapping[int | str, str]:
    """The headings of the columns by their codes: areas in their order, or all years from the first to the last."""
    if mark.across:
        return mark.across
    years = mark.rows["time_period"] if len(mark.rows) else ()
    return {year: str(year) for year in range(min(years), max(years) + 1)} if years else {}


def _add_heads(drawing: Drawing, grid: Grid, columns: Mapping[int | str, str], *, is_turned: bool) -> None:
    every = 5 if len(columns) > MANY_YEARS and not is_turned else 1
    for place, (code, words) in enumerate(columns.items()):
        x = grid.left + (place + 0.5) * grid.column
        if is_turned:
            drawing.add(Words(x, grid.top - AXIS_GAP, (Piece(words),), "muted", HEAD_SIZE, turned=True))
        elif int(code) % every == 0:
            drawing.write(x, grid.top - 10, words, "muted", HEAD_SIZE, "middle")


def _add_cell(drawing: Drawing, grid: Grid, column: int, row: int, fill: str, value: float, key: str) -> None:
    x, y = grid.left + (column + 0.5) * grid.column, grid.top + (row + 0.5) * grid.row
    width, height = grid.column * CELL, grid.row * CELL
    drawing.add(Box(x - width / 2, y - height / 2, width, height, fill, key=key))
    drawing.write(x, y, str(int(value)), word_token(fill), CELL_SIZE, "middle")


def _middle_out(name: str) -> str:
    """A long name without its middle: what tells two series apart, an age band say, often stands at the end."""
    return name if len(name) <= HEAD + TAIL + 1 else f"{name[:HEAD].rstrip()}…{name[-TAIL:].lstrip()}"


def draw_years_held(mark: YearsHeld, lang: str, width: float) -> Drawing:
    """A square for each year with a value for the country, a bar as high as the share of regions with a value."""
    drawing = Drawing(width, mark.height)
    rows = list(mark.rows)
    if not rows:
        return drawing
    names = {mark.national: COUNTRY_ROW, mark.regions: REGION_ROW}
    left = text_width(list(names), SMALL) + HELD_LEFT
    first, last = rows[0].time_period, rows[-1].time_period
    years = (first - HALF_COLUMN, last + HALF_COLUMN)
    ends = (-FLOOR_ROOM, COUNTRY_ROW + HEAD_ROOM)
    plot = Plot(left, HELD_TOP, width - HELD_RIGHT, mark.height - HELD_BOTTOM, *years, *ends)
    draw_years(drawing, plot, first, last)
    for words, place in names.items():
        drawing.write(left - AXIS_GAP, plot.y(place), words, "muted", SMALL, "end")
    bar = plot.x(first + YEAR_BAR) - plot.x(first)
    for row in rows:
        x, key = plot.x(row.time_period), str(row.time_period)
        if row.has_national:
            drawing.add(Dot(x, plot.y(COUNTRY_ROW), SQUARE, "ink", shape="square", key=key))
        top = plot.y(min(row.share_regions or 0, 1))
        drawing.add(Box(x - bar / 2, top, bar, plot.y(0) - top, "accent", key=key))
    return drawing
