"""Women and men in one row as shapes: two dots, a bar between them, the gap in a column at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pages.parts.charts.axis import spaced_ticks, text_width, tick_decimals, value_range, value_ticks
from pages.parts.charts.drawing import SMALL, Dot, Drawing, rule
from pages.parts.charts.marks import Pairs
from pages.parts.charts.named_rows import fitted_names, named_rows
from pages.parts.charts.theme import MEANINGS
from pages.parts.words.language import format_change, format_number, format_value

TOP, BOTTOM = 30, 30
NAME_GAP, AXIS_GAP, VALUE_EDGE, VALUE_ROOM = 14, 8, 8, 22
DOT, LINK, HEAD_UP = 12, 4, 16
# Shape as well as colour tells the two apart.
SHAPES = {"men": "diamond", "women": "circle"}
# Dots closer than this part of the scale's top have their words beside them, not over them.
APART = 0.25


def draw_pairs(mark: Pairs, lang: str, width: float) -> Drawing:
    """The rows of a mark, the first on top."""
    rows = named_rows(mark.rows, mark.by, mark.names, *SHAPES)
    drawing = Drawing(width, TOP + BOTTOM + mark.row * max(len(rows), 1))
    names, left = fitted_names([mark.names[getattr(row, mark.by)] for row in rows], width, NAME_GAP)
    gaps = [_gap(mark, row, lang) for row in rows]
    right = text_width([*gaps, mark.gap_heading], SMALL) + VALUE_ROOM
    low, high, step = value_range([value for row in rows for value in (row.women, row.men)])
    air = 0.15 * step
    scale = (width - left - right) / (high - low + 2 * air)
    start = left - (low - air) * scale
    words = {value: format_number(value, tick_decimals(step), lang) for value in value_ticks(low, high, step)}
    for value in spaced_ticks(list(words), step, scale, text_width(list(words.values()), SMALL)):
        x = start + value * scale
        drawing.add(rule(x, TOP, x, drawing.height - BOTTOM, "grid"))
        drawing.write(x, drawing.height - BOTTOM + 14, words[value], "muted", SMALL, "middle")
    for place, (row, name, gap) in enumerate(zip(rows, names, gaps, strict=True)):
        y = TOP + (place + 0.5) * mark.row
        key = getattr(row, mark.by)
        drawing.write(left - AXIS_GAP, y, name, anchor="end")
        drawing.write(width - VALUE_EDGE, y, gap, "ink", SMALL, "end", key=key)
        drawing.add(rule(start + row.women * scale, y, start + row.men * scale, y, "link", LINK))
        for side, shape in SHAPES.items():
            x = start + getattr(row, side) * scale
            drawing.add(Dot(x, y, DOT, MEANINGS[side][0], "paper", 1, shape, f"{key}|{side}"))
    _add_heads(drawing, mark, rows, start, scale)
    return drawing


def _gap(mark: Pairs, row: Any, lang: str) -> str:
    size = getattr(row, mark.gap)
    return (
        format_value(size, mark.gap_unit, 1, lang)
        if mark.gap_unit
        else format_change(size, mark.unit, mark.decimals, lang)
    )


def _add_heads(drawing: Drawing, mark: Pairs, rows: Sequence[Any], start: float, scale: float) -> None:
    """The words women and men over the dots of the first row, and what the column at the right is."""
    if mark.gap_heading:
        drawing.write(drawing.width - VALUE_EDGE, TOP - 9, mark.gap_heading, "muted", SMALL, "end")
    if not rows:
        return
    top = rows[0]
    most = max(max(row.women, row.men) for row in rows) or 1
    is_apart = abs(top.women - top.men) > APART * most
    for side, words in (("women", mark.women), ("men", mark.men)):
        is_right = (side == "women") == (top.women >= top.men)
        anchor, shift = ("middle", 0) if is_apart else ("start", 3) if is_right else ("end", -3)
        x = start + getattr(top, side) * scale + shift
        drawing.write(x, TOP + mark.row / 2 - HEAD_UP, words, MEANINGS[side][1], SMALL, anchor, halo="paper")
