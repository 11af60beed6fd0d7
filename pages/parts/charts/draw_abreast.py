"""Several measures of each row as shapes: a column of bars per measure on one scale, the value behind each bar."""

from __future__ import annotations

from pages.parts.charts.axis import fitted, text_width
from pages.parts.charts.drawing import SMALL, Box, Drawing
from pages.parts.charts.marks import Abreast
from pages.parts.charts.named_rows import bar_from, fitted_names, named_rows
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import format_value

HEAD, BOTTOM, RIGHT = 24, 6, 6
NAME_GAP, AXIS_GAP, VALUE_GAP, COLUMN_GAP = 10, 6, 5, 14
LEAST_ROOM = 8
ESTIMATE = "E"


def draw_abreast(mark: Abreast, lang: str, width: float) -> Drawing:
    """The rows of a mark, the first on top."""
    rows = named_rows(mark.rows, mark.by, mark.names, *mark.parts)
    drawing = Drawing(width, HEAD + mark.row * max(len(rows), 1) + BOTTOM)
    names, left = fitted_names([mark.names[getattr(row, mark.by)] for row in rows], width, NAME_GAP)
    words = [[format_value(getattr(row, part), mark.unit, mark.decimals, lang) for part in mark.parts] for row in rows]
    column = (width - left - RIGHT) / len(mark.parts)
    room = max(column - text_width([one for row in words for one in row], SMALL) - VALUE_GAP - COLUMN_GAP, LEAST_ROOM)
    scale = room / (max((getattr(row, part) for row in rows for part in mark.parts), default=1) or 1)
    for place, heading in enumerate(mark.parts.values()):
        drawing.write(left + place * column, HEAD / 2, fitted(heading, column - COLUMN_GAP, SMALL), "ink", SMALL)
    meanings = meanings_of([getattr(row, mark.by) for row in rows], mark.chosen, mark.meanings, "quiet")
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        key, y = getattr(row, mark.by), HEAD + (number + 0.5) * mark.row
        drawing.write(left - AXIS_GAP, y, name, anchor="end", key=key)
        colour = MEANINGS[meanings[key]][0]
        estimated = mark.estimates if getattr(row, "obs_status", None) == ESTIMATE else ()
        for place, part in enumerate(mark.parts):
            x, length = left + place * column, getattr(row, part) * scale
            look = ("paper", colour, 1.6) if part in estimated else (colour, None, 0)
            drawing.add(Box(*bar_from(x, y, length, mark.row), *look, key=f"{key}|{part}"))
            drawing.write(x + length + VALUE_GAP, y, words[number][place], size=SMALL, key=f"{key}|{part}")
    return drawing
