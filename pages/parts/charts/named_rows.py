"""What charts with one row per thing share: names at the left that fit, and bars of one thickness from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pages.parts.charts.axis import fitted, text_width
from pages.parts.words.missing import is_missing
from queries.rows import Rows

NAME_ROOM, NAME_PART = 275, 0.46
BAR = 0.72


class Names(NamedTuple):
    """Names cut to their room, and the margin that they need."""

    words: list[str]
    margin: float


def named_rows(rows: Rows, by: str, names: Mapping[str, str], *known: str) -> list[Any]:
    """The rows of named things that have a value in each of the given columns."""
    return [
        row
        for row in rows
        if getattr(row, by) in names and not any(is_missing(getattr(row, column)) for column in known)
    ]


def name_room(width: float) -> int:
    """How wide names may be: on a narrow sheet at most so much that bars keep about half of it."""
    return min(NAME_ROOM, int(width * NAME_PART))


def fitted_names(names: Sequence[str], width: float, gap: float, size: float = 13) -> Names:
    """The names cut to the room that a sheet of a width has for them."""
    room = name_room(width)
    words = [fitted(name, room - gap, size) for name in names]
    return Names(words, min(text_width(words, size) + gap, room))


def bar_from(zero: float, middle: float, length: float, row: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of a bar that reaches from `zero` to a signed length."""
    return min(zero, zero + length), middle - row * BAR / 2, abs(length), row * BAR
