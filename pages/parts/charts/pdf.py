"""Drawings on a page of a PDF: vectors, and words as text that can be selected, in the typeface embedded."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from pages.parts.charts.drawing import (
    DIAMOND,
    MIDDLE,
    Area,
    Box,
    Dot,
    Drawing,
    Inset,
    Point,
    Region,
    Shape,
    Stroke,
    Words,
)
from pages.parts.charts.theme import LIGHT, dash_lengths
from pages.parts.charts.typeface import REGULAR, STRONG, printable, printed_width, register_fonts

Parts = Sequence[Sequence[Point]]

ROUND, ANY_WINDING = 1, 1
HATCH_STEP, HATCH_LINE, HATCH_DOT = 6, 0.8, 0.7
# How solid the plate is that sets words off, and how far it reaches around them.
PLATE, PLATE_EDGE = 0.8, 1


def draw_pdf(
    canvas: Canvas,
    drawing: Drawing,
    left: float,
    top: float,
    scale: float = 1,
    palette: Mapping[str, str] = LIGHT,
) -> None:
    """Put a drawing on the current page, its upper left corner at (left, top), a pixel `scale` points long."""
    register_fonts()
    canvas.saveState()
    canvas.translate(left, top)
    canvas.scale(scale, scale)
    _Pen(canvas, palette).draw(drawing)
    canvas.restoreState()


class _Pen:
    """Draws shapes in the colours of one palette. The canvas counts upwards: `y` changes its sign."""

    def __init__(self, canvas: Canvas, palette: Mapping[str, str]) -> None:
        self.canvas, self.palette = canvas, palette

    def draw(self, drawing: Drawing) -> None:
        for shape in drawing.shapes:
            _DRAW[type(shape)](self, shape)

    def colour(self, token: str) -> HexColor:
        return HexColor(self.palette[token])

    def outlined(self, parts: Parts, fill: str | None, outline: str | None, width: float, hatch: str | None) -> None:
        """A closed shape, filled and with a line around it."""
        if hatch:
            draw_hatch(self.canvas, self._way(parts, closed=True), parts, hatch, self.palette)
            fill = None
        has_line = bool(outline and width)
        if fill:
            self.canvas.setFillColor(self.colour(fill))
        if outline and width:
            self.canvas.setStrokeColor(self.colour(outline))
            self.canvas.setLineWidth(width)
            self.canvas.setLineJoin(ROUND)
        if fill or has_line:
            way = self._way(parts, closed=True)
            self.canvas.drawPath(way, stroke=int(has_line), fill=int(bool(fill)), fillMode=ANY_WINDING)

    def box(self, shape: Box) -> None:
        right, bottom = shape.x + shape.width, shape.y + shape.height
        corners = ((shape.x, shape.y), (right, shape.y), (right, bottom), (shape.x, bottom))
        self.outlined([corners], shape.fill, shape.outline, shape.outline_width, shape.hatch)

    def area(self, shape: Area) -> None:
        self.outlined([shape.points], shape.fill, shape.outline, shape.outline_width, None)

    def region(self, shape: Region) -> None:
        self.outlined(shape.ways(), shape.fill, shape.outline_colour, shape.outline_width, shape.hatch)

    def stroke(self, shape: Stroke) -> None:
        self.canvas.saveState()
        self.canvas.setStrokeColor(self.colour(shape.colour))
        self.canvas.setLineWidth(shape.width)
        self.canvas.setLineJoin(ROUND)
        self.canvas.setDash(list(dash_lengths(shape.colour, shape.dash, shape.width, self.palette)))
        self.canvas.drawPath(self._way(shape.parts, closed=False), stroke=1, fill=0)
        self.canvas.restoreState()

    def dot(self, shape: Dot) -> None:
        x, y, half = shape.x, shape.y, shape.size / 2
        if shape.shape == "circle":
            has_line = bool(shape.outline and shape.outline_width)
            self.canvas.setFillColor(self.colour(shape.fill))
            if has_line:
                self.canvas.setStrokeColor(self.colour(shape.outline or shape.fill))
                self.canvas.setLineWidth(shape.outline_width)
            self.canvas.circle(x, -y, half, stroke=int(has_line), fill=1)
            return
        reach = half * DIAMOND
        corners = {
            "square": ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)),
            "diamond": ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)),
        }[shape.shape]
        self.outlined([corners], shape.fill, shape.outline, shape.outline_width, None)

    def inset(self, shape: Inset) -> None:
        self.canvas.saveState()
        self.canvas.translate(shape.x, -shape.y)
        self.draw(shape.drawing)
        self.canvas.restoreState()

    def words(self, shape: Words) -> None:
        full = sum(printed_width(piece.words, shape.size, strong=piece.strong) for piece in shape.pieces)
        start = {"start": 0.0, "middle": -full / 2, "end": -full}[shape.anchor]
        self.canvas.saveState()
        self.canvas.translate(shape.x, -shape.y)
        if shape.turned:
            self.canvas.rotate(90)
        if shape.halo:
            self._plate(shape.halo, start, full, shape.size)
        # One text object, so that who selects the words gets one line.
        line = self.canvas.beginText(start, -shape.size * MIDDLE)
        for piece in shape.pieces:
            line.setFillColor(self.colour(piece.colour or shape.colour))
            line.setFont(STRONG if piece.strong else REGULAR, shape.size)
            line.textOut(printable(piece.words))
        self.canvas.drawText(line)
        self.canvas.restoreState()

    def _plate(self, colour: str, start: float, width: float, size: float) -> None:
        # A halo would be a second copy of the words for whoever selects them.
        self.canvas.setFillColor(self.colour(colour), alpha=PLATE)
        self.canvas.rect(start - PLATE_EDGE, -size / 2, width + 2 * PLATE_EDGE, size, stroke=0, fill=1)
        self.canvas.setFillAlpha(1)

    def _way(self, parts: Parts, *, closed: bool) -> PDFPathObject:
        way = self.canvas.beginPath()
        for (x, y), *others in parts:
            way.moveTo(x, -y)
            for at, down in others:
                way.lineTo(at, -down)
            if closed:
                way.close()
        return way


def draw_hatch(canvas: Canvas, way: PDFPathObject, parts: Parts, kind: str, palette: Mapping[str, str]) -> None:
    """Fill a way with the hatch of a kind: lines, crossed lines or dots."""
    xs, ys = zip(*(point for part in parts for point in part), strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    canvas.saveState()
    canvas.clipPath(way, stroke=0, fill=0)
    canvas.setFillColor(HexColor(palette["nodata"]))
    canvas.rect(left, -bottom, right - left, bottom - top, stroke=0, fill=1)
    canvas.setFillColor(HexColor(palette["hatch"]))
    canvas.setStrokeColor(HexColor(palette["hatch"]))
    canvas.setLineWidth(HATCH_LINE)
    across = range(math.floor(left), math.ceil(right) + 1, HATCH_STEP)
    if kind == "suppressed":
        for x in across:
            for y in range(math.floor(top), math.ceil(bottom) + 1, HATCH_STEP):
                canvas.circle(x, -y, HATCH_DOT, stroke=0, fill=1)
    else:
        high = bottom - top
        lines = [(x, -bottom, x + high, -top) for x in (*_before(left, high), *across)]
        if kind == "not_existing":
            lines += [(x + high, -bottom, x, -top) for x in (*_before(left, high), *across)]
        canvas.lines(lines)
    canvas.restoreState()


def _before(left: float, high: float) -> range:
    return range(math.floor(left) - HATCH_STEP, math.floor(left - high) - HATCH_STEP, -HATCH_STEP)


_DRAW: dict[type[Shape], Callable[[_Pen, Any], None]] = {
    Box: _Pen.box,
    Stroke: _Pen.stroke,
    Area: _Pen.area,
    Dot: _Pen.dot,
    Region: _Pen.region,
    Words: _Pen.words,
    Inset: _Pen.inset,
}
