"""A chart as shapes: what stands where, in pixels from the upper left corner, in colours by token.

Functions named `draw_*` make drawings of marks; `svg` and `pdf` write them down. Shapes lie over each other in their
order. A `key` says which row of the mark a shape stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

FONT_SIZE, SMALL, LINE_HEIGHT = 13, 12, 1.25
# How far below the middle of a line its letters stand, in sizes of the letters.
MIDDLE = 0.36
# A diamond of the same size as a circle reaches further, so that both look equally large.
DIAMOND = 1.25


class Box(NamedTuple):
    """A rectangle; `hatch` (no_data, not_existing, suppressed) fills it with the pattern of that name."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    outline: str | None = None
    outline_width: float = 0
    hatch: str | None = None
    key: str = ""


class Stroke(NamedTuple):
    """Lines through points, one for each part; dashes by the names of Plotly."""

    parts: Sequence[Sequence[Point]]
    colour: str
    width: float = 1
    dash: str = "solid"
    key: str = ""


class Area(NamedTuple):
    """A filled polygon."""

    points: Sequence[Point]
    fill: str
    outline: str | None = None
    outline_width: float = 0
    key: str = ""


class Dot(NamedTuple):
    """A dot of a diameter: circle, square or diamond."""

    x: float
    y: float
    size: float
    fill: str
    outline: str | None = None
    outline_width: float = 0
    shape: str = "circle"
    key: str = ""


class Piece(NamedTuple):
    """Words of one look within a line."""

    words: str
    strong: bool = False
    colour: str | None = None


class Words(NamedTuple):
    """A line of words, its middle at `y`; `halo` is the colour that sets it off, `turned` words run upwards."""

    x: float
    y: float
    pieces: Sequence[Piece]
    colour: str = "ink"
    size: float = FONT_SIZE
    anchor: Anchor = "start"
    halo: str | None = None
    turned: bool = False
    key: str = ""


@dataclass(frozen=True, eq=False)
class Outline:
    """The closed ways around a region, in the unit of its map; kept per border set and compared by identity."""

    parts: tuple[tuple[Point, ...], ...]

    @cached_property
    def path(self) -> str:
        """The ways in the language of SVG, each point as the step from the one before."""
        return "".join(_closed(part) for part in self.parts)


class Region(NamedTuple):
    """An outline placed on the drawing: its origin at (x, y), its unit `scale` pixels long, upwards."""

    outline: Outline
    x: float
    y: float
    scale: float
    fill: str | None
    outline_colour: str
    outline_width: float
    hatch: str | None = None
    key: str = ""

    def ways(self) -> list[list[Point]]:
        """The ways around the region in pixels."""
        return [
            [(self.x + at * self.scale, self.y - height * self.scale) for at, height in part]
            for part in self.outline.parts
        ]


class Inset(NamedTuple):
    """A drawing within another, its upper left corner at a point."""

    drawing: Drawing
    x: float
    y: float


Shape = Box | Stroke | Area | Dot | Words | Region | Inset


@dataclass
class Drawing:
    """Shapes on a sheet of a width and a height in pixels."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes over those that are there."""
        self.shapes.extend(shapes)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        colour: str = "ink",
        size: float = FONT_SIZE,
        anchor: Anchor = "start",
        *,
        strong: bool = False,
        halo: str | None = None,
        key: str = "",
    ) -> None:
        """Put a line of words of one look over what is there."""
        self.shapes.append(Words(x, y, (Piece(words, strong),), colour, size, anchor, halo, False, key))


def rule(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "solid") -> Stroke:
    """A straight line between two points."""
    return Stroke((((x1, y1), (x2, y2)),), colour, width, dash)


def with_value(name: str, value: str) -> tuple[Piece, Piece]:
    """A name with its value after it, as labels have it."""
    return Piece(f"{name} "), Piece(value, True)


def _closed(points: Sequence[Point]) -> str:
    (x, y), *others = points
    steps = [f"M{x:g} {-y:g}l"]
    for at, height in others:
        steps.append(f"{at - x:g} {y - height:g} ")
        x, y = at, height
    return "".join(steps).rstrip() + "z"
