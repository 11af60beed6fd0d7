"""Axes of a slide's figure on a PDF page: from values to points, gridlines and the words beside them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from pages.parts.deck.pdf_text import draw_words


@dataclass(frozen=True)
class Box:
    """The part of the page in which values lie."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True)
class Axis:
    """One axis: the values at its ends and the points they fall on."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the point of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def axes_of(layout: Mapping[str, Any], box: Box) -> dict[str, Axis]:
    """Return the axes of a layout by their short names (x, y, x2, y2)."""
    axes = {}
    for name in ("xaxis", "yaxis", "xaxis2", "yaxis2"):
        if name not in layout:
            continue
        first, last = layout[name].get("domain", (0, 1))
        low, high = layout[name].get("range", (0, 1))
        start, size = (box.left, box.width) if name[0] == "x" else (box.bottom, box.height)
        axes[name.replace("axis", "")] = Axis(low, high, start + first * size, start + last * size)
    if layout.get("yaxis", {}).get("scaleanchor") == "x":
        axes["x"], axes["y"] = _alike(axes["x"], axes["y"])
    return axes


def _alike(x: Axis, y: Axis) -> tuple[Axis, Axis]:
    """Return two axes with the same scale, each in the middle of its place."""
    scale = min((axis.end - axis.start) / (axis.high - axis.low) for axis in (x, y))
    made = []
    for axis in (x, y):
        middle, half = (axis.start + axis.end) / 2, scale * (axis.high - axis.low) / 2
        made.append(Axis(axis.low, axis.high, middle - half, middle + half))
    return made[0], made[1]


def place(value: float, reference: str, axis: str, axes: Mapping[str, Axis], box: Box) -> float:
    """Return the point of a value given against an axis, an axis's whole length, or the whole box."""
    if reference == "paper":
        start, size = (box.left, box.width) if axis == "x" else (box.bottom, box.height)
        return start + value * size
    name, _, whole = reference.partition(" ")
    if whole:
        return axes[name].start + value * (axes[name].end - axes[name].start)
    return axes[name].at(value)


def draw_axes(canvas: Canvas, layout: Mapping[str, Any], axes: Mapping[str, Axis], box: Box) -> None:
    """Draw gridlines and tick words of all visible axes."""
    for name, axis in axes.items():
        about = layout[f"{name[0]}axis{name[1:]}"]
        if about.get("visible") is False:
            continue
        for value, words in _ticks(about, axis, layout.get("separators", ".,")):
            if about.get("showgrid", True) and "gridcolor" in about:
                canvas.setStrokeColor(HexColor(about["gridcolor"]))
                canvas.setLineWidth(1)
                canvas.setDash([])
                if name[0] == "y":
                    canvas.line(box.left, axis.at(value), box.left + box.width, axis.at(value))
                else:
                    canvas.line(axis.at(value), box.bottom, axis.at(value), box.bottom + box.height)
            if name[0] == "y":
                left = axes[about["anchor"]].start if "anchor" in about else box.left
                draw_words(
                    canvas,
                    words,
                    left - about.get("ticklabelstandoff", 4),
                    axis.at(value),
                    about["tickfont"],
                    anchor="right",
                )
            else:
                draw_words(canvas, words, axis.at(value), box.bottom - 6, about["tickfont"], vertical="top")


def _ticks(about: Mapping[str, Any], axis: Axis, separators: str) -> list[tuple[float, str]]:
    if about.get("showticklabels") is False:
        return []
    if "tickvals" in about:
        values = about["tickvals"]
        words = about.get("ticktext") or [_written(value, about, separators) for value in values]
        return list(zip(values, words, strict=True))
    step = about["dtick"]
    first = math.ceil(axis.low / step - 1e-9)
    last = math.floor(axis.high / step + 1e-9)
    return [(count * step, _written(count * step, about, separators)) for count in range(first, last + 1)]


def _written(value: float, about: Mapping[str, Any], separators: str) -> str:
    pattern = about.get("tickformat", "")
    if pattern == "d":
        return str(int(value))
    places = int(pattern[2:-1]) if pattern.startswith(",.") and pattern.endswith("f") else 0
    written = f"{value:,.{places}f}" if pattern else f"{value:g}"
    decimal, thousands = separators[0], separators[1:]
    swapped = written.replace(",", "\0").replace(".", decimal).replace("\0", thousands).replace("-", "\u2212")
    return swapped + about.get("ticksuffix", "")
