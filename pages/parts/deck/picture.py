"""The chart of a slide as shapes: in the box of the slide, with type as large as its rows allow.

The twin of `static/present/chart.js`, which draws the same for the screen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Drawing
from pages.parts.charts.marks import Mark

# The box in units of a slide of 960 × 540, and how much charts are enlarged for a projector.
WIDTH, HEIGHT = 880, 338
# A slide is laid out on twice these units (`static/present/slide.js`).
FRAME = 2
FACTORS = (1.1, 1.0, 0.925, 0.85)
# A row is never so low that names touch, nor so high that bars look like blocks.
LEAST_ROW, MOST_ROW = 15.5, 44


class Picture(NamedTuple):
    """Shapes, and how much they are enlarged to fill the box of a slide."""

    drawing: Drawing
    scale: float


def slide_picture(mark: Mark, lang: str) -> Picture:
    """Return the chart of a slide, as large as it fits the box."""
    for factor in FACTORS:
        fitted = fitted_mark(mark, lang, factor)
        if getattr(fitted, "row", MOST_ROW) > LEAST_ROW:
            break
    drawing = draw(fitted, lang, WIDTH / factor)
    return Picture(drawing, min(factor, WIDTH / drawing.width, HEIGHT / drawing.height))


def fitted_mark(mark: Mark, lang: str, factor: float) -> Mark:
    """Return a mark for the box of a slide: charts of rows get higher or lower rows, others the height of the box."""
    width, height = WIDTH / factor, HEIGHT / factor
    if hasattr(mark, "height"):
        return replace(mark, height=height)
    if not hasattr(mark, "row"):
        return mark
    natural = draw(mark, lang, width).height
    grown = draw(replace(mark, row=mark.row + 1), lang, width).height - natural
    return replace(mark, row=max(LEAST_ROW, min(mark.row + (height - natural) / grown, MOST_ROW)))
