"""Find shapes of a drawing by kind and key, and read its words."""

from __future__ import annotations

from typing import TypeVar

from pages.parts.charts.drawing import Drawing, Stroke, Words

S = TypeVar("S")


def of_kind(drawing: Drawing, kind: type[S], key: str | None = None) -> list[S]:
    """The shapes of one kind, those of one key alone where it is given."""
    return [shape for shape in drawing.shapes if isinstance(shape, kind) and (key is None or shape.key == key)]


def only(drawing: Drawing, kind: type[S], key: str) -> S:
    """The one shape of a kind and a key."""
    (found,) = of_kind(drawing, kind, key)
    return found


def said(words: Words) -> str:
    """What a line of words says."""
    return "".join(piece.words for piece in words.pieces)


def all_said(drawing: Drawing, key: str | None = None) -> list[str]:
    """What all words of a drawing say, in their order."""
    return [said(words) for words in of_kind(drawing, Words, key)]


def length(stroke: Stroke) -> int:
    """How many points a stroke joins."""
    return sum(len(part) for part in stroke.parts)
