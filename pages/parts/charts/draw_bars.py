"""Ranked bars from zero as shapes: names at the left, values in a column at the right, a reference as a dotted rule."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

from pages.parts.charts.axis import fitted, text_width
from pages.parts.charts.drawing import SMALL, Box, Drawing, Piece, Words, rule, with_value
from pages.parts.charts.marks import Bars
from pages.parts.charts.named_rows import bar_from, name_room, named_rows
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import NO_BREAK_SPACE, format_value, text
from pages.parts.words.missing import is_missing

TOP, BOTTOM, REFERENCE_ROOM = 8, 10, 22
NAME_GAP, AXIS_GAP, VALUE_ROOM, VALUE_EDGE = 10, 6, 24, 10
# In rows: the heading of a group, the air between groups, the second line of a name.
HEADING, AFTER_GROUP, SECOND_LINE = 1.0, 0.25, 0.5
LONGEST_LINE, LINE_STEP = 26, 15
ESTIMATE, ALMOST, TIED, HOME = "E", "≈", "=", "KZ"


class Bar(NamedTuple):
    """One row: its name line by line, the place or year behind it, its value, and its middle in rows from above."""

    key: str
    lines: Sequence[str]
    after: str
    value: float
    words: str
    is_estimate: bool
    is_home: bool
    middle: float = 0


class Heading(NamedTuple):
    """The words over a group of rows, and their middle in rows from above."""

    words: str
    middle: float


class Sheet(NamedTuple):
    """Where rows stand: the top of the first, their height, the left end of bars, zero, and the pixels of one unit."""

    top: float
    row: float
    left: float
    zero: float
    scale: float


def draw_bars(mark: Bars, lang: str, width: float) -> Drawing:
    """The bars of a mark, the first row on top."""
    rows = named_rows(mark.rows, mark.by, mark.names, "obs_value")
    bars, headings, depth = _placed(mark, rows, lang, name_room(width) - NAME_GAP)
    reference = _reference(mark, rows)
    sheet = _sheet(mark, bars, headings, reference, width)
    drawing = Drawing(width, round(sheet.top + BOTTOM + mark.row * max(depth, 1)))
    for heading in headings:
        y = sheet.top + heading.middle * mark.row
        drawing.write(sheet.left - AXIS_GAP, y, heading.words, "muted", SMALL, "end")
    meanings = meanings_of([bar.key for bar in bars], mark.chosen, mark.meanings, "quiet")
    for bar in bars:
        # In the order in which a row is read, which is that of selected words.
        _add_name(drawing, sheet, bar, mark.years)
        _add_bar(drawing, sheet, bar, MEANINGS[meanings[bar.key]][0])
    if reference is not None:
        _add_reference(drawing, sheet, mark, reference, lang)
    return drawing


def _placed(mark: Bars, rows: Sequence[Any], lang: str, room: float) -> tuple[list[Bar], list[Heading], float]:
    """The rows under each other, those of one group under its heading, and how many rows they take together."""
    bars: list[Bar] = []
    headings: list[Heading] = []
    depth, group = 0.0, None
    for row in rows:
        code = getattr(row, mark.heads_by, None)
        if code in mark.heads and code != group:
            depth += AFTER_GROUP if headings else 0
            headings.append(Heading(mark.heads[code], depth + HEADING / 2))
            depth, group = depth + HEADING, code
        bar = _bar_of(mark, row, lang, room)
        height = 1 + SECOND_LINE * (len(bar.lines) - 1)
        bars.append(bar._replace(middle=depth + height / 2))
        depth += height
    return bars, headings, depth


def _bar_of(mark: Bars, row: Any, lang: str, room: float) -> Bar:
    key = getattr(row, mark.by)
    is_estimate = getattr(row, "obs_status", None) == ESTIMATE
    if mark.years:
        after = text("chart.year_estimate" if is_estimate else "chart.year", lang, year=row.time_period)
        *first, last = textwrap.wrap(mark.names[key], LONGEST_LINE, break_on_hyphens=False)
    else:
        after, first, last = _place(row), [], mark.names[key]
    lines = [*(fitted(line, room) for line in first), fitted(last, room - text_width([f"  {after}{TIED}"]))]
    value = format_value(row.obs_value, mark.unit, mark.decimals, lang)
    words = f"{ALMOST}{value}" if getattr(row, "within_rounding", None) else value
    return Bar(key, lines, after, row.obs_value, words, is_estimate, mark.years and key == HOME)


def _place(row: Any) -> str:
    """The place of a row, with a sign where others share it."""
    place = getattr(row, "place", None)
    if is_missing(place):
        return ""
    return f"{int(place)}{TIED if getattr(row, 'n_tied', 1) > 1 else ''}"


def _reference(mark: Bars, rows: Sequence[Any]) -> float | None:
    if mark.reference is None:
        return None
    return next((row.national_value for row in rows if not is_missing(row.national_value)), None)


def _sheet(
    mark: Bars, bars: Sequence[Bar], headings: Sequence[Heading], reference: float | None, width: float
) -> Sheet:
    hang = "" if mark.years else TIED
    names = [line for bar in bars for line in (*bar.lines[:-1], f"{bar.lines[-1]}  {bar.after}{bar.after and hang}")]
    heads = text_width([heading.words for heading in headings], SMALL) + 2 * AXIS_GAP if headings else 0
    left = max(min(text_width(names) + NAME_GAP, name_room(width)), heads)
    right = text_width([bar.words for bar in bars], SMALL) + VALUE_ROOM
    reach = [0.0, *(bar.value for bar in bars), *([] if reference is None else [reference])]
    low, high = min(reach), max(reach) or 1.0
    scale = (width - left - right) / (high - low)
    top = TOP + (0 if reference is None else REFERENCE_ROOM)
    return Sheet(top, mark.row, left, left - low * scale, scale)


def _add_bar(drawing: Drawing, sheet: Sheet, bar: Bar, colour: str) -> None:
    """The bar, hollow where its value is an estimate, and its value at the right edge."""
    y = sheet.top + bar.middle * sheet.row
    place = bar_from(sheet.zero, y, bar.value * sheet.scale, sheet.row)
    look = ("paper", colour, 1.6) if bar.is_estimate else (colour, None, 0)
    drawing.add(Box(*place, *look, key=bar.key))
    drawing.write(drawing.width - VALUE_EDGE, y, bar.words, "ink", SMALL, "end", strong=bar.is_home, key=bar.key)


def _add_name(drawing: Drawing, sheet: Sheet, bar: Bar, years: bool) -> None:
    edge = sheet.left - AXIS_GAP
    y = sheet.top + bar.middle * sheet.row - LINE_STEP / 2 * (len(bar.lines) - 1)
    *first, last = bar.lines
    for place, line in enumerate(first):
        drawing.write(edge, y + LINE_STEP * place, line, anchor="end", strong=bar.is_home)
    after = f"{NO_BREAK_SPACE}{NO_BREAK_SPACE}{bar.after}" if bar.after else ""
    pieces = [Piece(last, bar.is_home), *([Piece(after, colour="muted" if years else None)] if after else [])]
    # A sign of shared places hangs outside the column of places.
    x = edge - (text_width([TIED]) if bar.after and not years and not bar.after.endswith(TIED) else 0)
    drawing.add(Words(x, y + LINE_STEP * len(first), pieces, anchor="end", key=bar.key))


def _add_reference(drawing: Drawing, sheet: Sheet, mark: Bars, reference: float, lang: str) -> None:
    x = sheet.zero + reference * sheet.scale
    drawing.add(rule(x, sheet.top, x, drawing.height - BOTTOM, "ink", 1.2, "dot"))
    words = with_value(mark.reference or "", format_value(reference, mark.unit, mark.decimals, lang))
    # On the side with more room, its end over the rule.
    anchor, shift = ("end", AXIS_GAP) if x > (sheet.left + drawing.width) / 2 else ("start", -AXIS_GAP)
    drawing.add(Words(x + shift, sheet.top - 10, words, size=SMALL, anchor=anchor, key="reference"))
