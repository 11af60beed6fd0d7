"""Dots on one scale as shapes, with a shaded zone around the middle of the scale."""

from __future__ import annotations

from typing import Any

from pages.parts.charts.axis import text_width
from pages.parts.charts.drawing import SMALL, Box, Dot, Drawing, rule
from pages.parts.charts.marks import Zone
from pages.parts.charts.named_rows import fitted_names, named_rows
from pages.parts.charts.theme import MEANINGS
from pages.parts.words.language import format_number

TOP, BOTTOM, HEAD_LINE = 44, 30, 16
NAME_GAP, AXIS_GAP, WORDS_GAP, WORDS_ROOM, BARE_EDGE = 14, 8, 12, 20, 16
DOT, STEM = 13, 3
# A narrower sheet has no room for the words of the rows.
NARROW = 560


def draw_zone(mark: Zone, lang: str, width: float) -> Drawing:
    """The rows of a mark, the first on top."""
    rows = named_rows(mark.rows, mark.by, mark.names, mark.value)
    drawing = Drawing(width, TOP + BOTTOM + mark.row * max(len(rows), 1))
    keys = [getattr(row, mark.by) for row in rows]
    names, left = fitted_names([mark.names[key] for key in keys], width, NAME_GAP)
    has_words = width >= NARROW
    right = text_width([mark.words[key] for key in keys], SMALL) + WORDS_ROOM if has_words else BARE_EDGE
    low, high = mark.span
    scale = (width - left - right) / (high - low)
    start = left - low * scale
    floor = drawing.height - BOTTOM
    shade = (start + mark.zone[0] * scale, TOP, (mark.zone[1] - mark.zone[0]) * scale, floor - TOP)
    middle = start + mark.middle * scale
    drawing.add(Box(*shade, "panel", key="zone"), rule(middle, TOP, middle, floor, "rule"))
    for tick in mark.ticks:
        words = format_number(tick, mark.decimals, lang)
        drawing.write(start + tick * scale, floor + 14, words, "muted", SMALL, "middle")
    for place, (row, key, name) in enumerate(zip(rows, keys, names, strict=True)):
        y = TOP + (place + 0.5) * mark.row
        x = start + getattr(row, mark.value) * scale
        drawing.add(rule(middle, y, x, y, "link", STEM), _dot(mark, row, x, y, key))
        drawing.write(left - AXIS_GAP, y, name, anchor="end")
        if has_words:
            drawing.write(width - right + WORDS_GAP, y, mark.words[key], "ink", SMALL, key=key)
    _add_heads(drawing, mark, left, middle, width - right)
    return drawing


def _dot(mark: Zone, row: Any, x: float, y: float, key: str) -> Dot:
    """Inside the zone a circle in ink, outside it a diamond in the colour of its side."""
    value = getattr(row, mark.value)
    if mark.zone[0] <= value <= mark.zone[1]:
        return Dot(x, y, DOT, "ink", "paper", 1.5, "circle", key)
    side = "women" if value > mark.zone[1] else "men"
    return Dot(x, y, DOT, MEANINGS[side][0], "paper", 1.5, "diamond", key)


def _add_heads(drawing: Drawing, mark: Zone, left: float, middle: float, right: float) -> None:
    # The zone's words have a line of their own: in Kazakh they are wider than it and would run into those of the sides.
    drawing.write(middle, TOP - 10 - HEAD_LINE, mark.zone_label, "muted", SMALL, "middle")
    drawing.write(left, TOP - 10, mark.sides[0], MEANINGS["men"][1], SMALL)
    drawing.write(right, TOP - 10, mark.sides[1], MEANINGS["women"][1], SMALL, "end")
