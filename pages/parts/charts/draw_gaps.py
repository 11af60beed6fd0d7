"""Bars to both sides of zero as shapes, each with its signed value at its end."""

from __future__ import annotations

from collections.abc import Sequence

from pages.parts.charts.axis import text_width
from pages.parts.charts.drawing import SMALL, Box, Drawing, rule
from pages.parts.charts.marks import Gaps
from pages.parts.charts.named_rows import bar_from, fitted_names, named_rows
from pages.parts.charts.theme import MEANINGS
from pages.parts.words.language import format_change

TOP, BOTTOM, SIDES_ROOM = 8, 10, 22
RIGHT, NAME_GAP, AXIS_GAP, VALUE_GAP = 24, 12, 6, 4
VALUE_ROOM = 8


def draw_gaps(mark: Gaps, lang: str, width: float) -> Drawing:
    """The bars of a mark in the order of its rows, the first on top."""
    rows = named_rows(mark.rows, mark.by, mark.names, mark.value)
    top = TOP + (SIDES_ROOM if mark.sides else 0)
    drawing = Drawing(width, top + BOTTOM + mark.row * max(len(rows), 1))
    keys = [getattr(row, mark.by) for row in rows]
    values = [getattr(row, mark.value) for row in rows]
    names, left = fitted_names([mark.names[key] for key in keys], width, NAME_GAP)
    words = [format_change(value, mark.unit, mark.decimals, lang) for value in values]
    low, high = gap_range(values, text_width(words, SMALL) + VALUE_ROOM, width - left - RIGHT)
    scale = (width - left - RIGHT) / (high - low)
    zero = left - low * scale
    drawing.add(rule(zero, top, zero, drawing.height - BOTTOM, "rule"))
    for place, (key, name, value) in enumerate(zip(keys, names, values, strict=True)):
        y = top + (place + 0.5) * mark.row
        is_more = value > 0
        drawing.write(left - AXIS_GAP, y, name, anchor="end")
        colour = MEANINGS[mark.meanings[is_more]][0]
        drawing.add(Box(*bar_from(zero, y, value * scale, mark.row), colour, key=key))
        end = zero + value * scale + (VALUE_GAP if is_more else -VALUE_GAP)
        drawing.write(end, y, words[place], "ink", SMALL, "start" if is_more else "end", key=key)
    _add_sides(drawing, mark, zero, top)
    return drawing


def gap_range(values: Sequence[float], room: float, width: float) -> tuple[float, float]:
    """Both ends of the scale, as far to each side; a side without bars takes none.

    `room` is what a value needs behind its bar, `width` what bars and values have together, in pixels.
    """
    reach = max((abs(value) for value in values), default=0.0) or 1.0
    below, above = any(value < 0 for value in values), any(value > 0 for value in values)
    taken = room * max(below + above, 1)
    end = reach + taken * reach / (width - taken)
    return (-end * below, end * above) if below or above else (0.0, end)


def _add_sides(drawing: Drawing, mark: Gaps, zero: float, top: float) -> None:
    """The words over both sides, in the colours of their bars."""
    less, more = mark.meanings
    sides = mark.sides or ("", "")
    for words, meaning, anchor, shift in ((sides[0], less, "end", -AXIS_GAP), (sides[1], more, "start", AXIS_GAP)):
        if words:
            drawing.write(zero + shift, top - 10, words, MEANINGS[meaning][1], SMALL, anchor)
