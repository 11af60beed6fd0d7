"""The snapshot's marks as drawings of a PDF page: status shape with its word, trend line, status ruler, goal tile."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable, Paragraph

from pages.parts.charts import theme
from pages.parts.snapshot.marks import (
    CHECK,
    DASH,
    OUTLINED,
    RADIUS,
    ROUND,
    RULER_BANDS,
    SHAPE_BOX,
    STATUS_TOKENS,
    Point,
    hatch,
    outline,
    ruler_position,
    trend,
)
from pages.parts.snapshot.row import SnapshotRow

INK = HexColor(theme.LIGHT["ink"])
MUTED = HexColor(theme.LIGHT["muted"])
RULE = HexColor(theme.LIGHT["rule"])
GRID = HexColor(theme.LIGHT["grid"])
GOLD = HexColor(theme.LIGHT["gold"])
PAPER = HexColor("#FFFFFF")


def status_colour(shape: str) -> HexColor:
    """Return the colour of a status; it only repeats what the shape and the word say."""
    return HexColor(theme.LIGHT[STATUS_TOKENS[shape]])


class StatusWord(Flowable):
    """A status shape with its word beside it; hatched where the status hangs on the choice of years or method."""

    def __init__(self, shape: str, words: Paragraph, size: float = 8.5, *, hatched: bool = False) -> None:
        super().__init__()
        self.shape, self.words, self.size, self.hatched = shape, words, size, hatched

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _, height = self.words.wrap(available_width - self.size - 3.5, available_height)
        self.width, self.height = available_width, max(height, self.size)
        return self.width, self.height

    def draw(self) -> None:
        self.words.drawOn(self.canv, self.size + 3.5, self.height - self.words.height)
        first_line = self.words.style.leading
        draw_shape(self.canv, self.shape, 0, self.height - (first_line + self.size) / 2 - 0.3, self.size, self.hatched)


def draw_shape(canvas: Canvas, shape: str, x: float, y: float, size: float, hatched: bool = False) -> None:
    """Draw a status shape with its lower left corner at (x, y)."""
    scale = size / SHAPE_BOX
    colour = status_colour(shape)

    def place(point: Point) -> Point:
        return x + point[0] * scale, y + (SHAPE_BOX - point[1]) * scale

    canvas.saveState()
    canvas.setStrokeColor(colour)
    if shape == "not_assessed":
        canvas.setLineWidth(1.4 * scale)
        canvas.circle(*place((8, 8)), RADIUS * scale, stroke=1, fill=0)
        _line(canvas, [place(point) for point in DASH], colour, 1.8 * scale)
    else:
        is_open = hatched or shape in OUTLINED
        canvas.setLineWidth(1.2 * scale)
        canvas.setFillColor(PAPER if is_open else colour)
        canvas.drawPath(_closed(canvas, map(place, outline(shape))), stroke=1, fill=1)
        if shape in ROUND:
            _line(canvas, [place(point) for point in CHECK], colour if is_open else PAPER, 2 * scale)
        for ends in hatch(shape) if hatched else ():
            _line(canvas, [place(point) for point in ends], colour, scale)
    canvas.restoreState()


class Ruler(Flowable):
    """The scale of a status: four bands from deterioration to on track, cut at the thresholds, with a marker."""

    def __init__(self, score: float, height: float = 3.2, bottom: float = 1.0) -> None:
        super().__init__()
        self.score, self.band, self.bottom = score, height, bottom

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.band + self.bottom + 4.4
        return self.width, self.height

    def draw(self) -> None:
        canvas, step = self.canv, self.width / len(RULER_BANDS)
        for index, band in enumerate(RULER_BANDS):
            canvas.setFillColor(status_colour(band))
            canvas.setFillAlpha(0.75 if band == "deterioration" else 0.85)
            canvas.rect(index * step, self.bottom, step - 0.7, self.band, stroke=0, fill=1)
        canvas.setFillAlpha(1)
        x = min(max(ruler_position(self.score) * self.width, 2.2), self.width - 2.2)
        top = self.bottom + self.band
        _polygon(canvas, [(x, top - 0.6), (x - 2.4, top + 3.6), (x + 2.4, top + 3.6)], INK)
        canvas.setStrokeColor(PAPER)
        canvas.setLineWidth(0.8)
        canvas.line(x, self.bottom, x, top - 0.6)


class Sparkline(Flowable):
    """The published values since the series began; hollow dot at the baseline, full dot at the latest value."""

    def __init__(self, row: SnapshotRow, width: float, height: float) -> None:
        super().__init__()
        self.row, self.width, self.height = row, width, height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        row, canvas = self.row, self.canv
        drawn = trend(row.trend, row.baseline_year, row.latest_year, row.target_value, self.width - 2, self.height)

        def place(point: Point) -> Point:
            return point[0], self.height - point[1]

        if drawn.target_height is not None:
            y = self.height - drawn.target_height
            canvas.setStrokeColor(GOLD)
            canvas.setLineWidth(1.1)
            canvas.setDash(1.6, 1.2)
            canvas.line(self.width * 0.55, y, self.width, y)
            canvas.setDash()
        for run in drawn.runs:
            _line(canvas, [place(point) for point in run], INK, 0.9)
        for point in drawn.lone:
            _dot(canvas, place(point), 0.9, MUTED)
        if drawn.baseline:
            _dot(canvas, place(drawn.baseline), 1.5, PAPER, INK)
        if drawn.latest:
            _dot(canvas, place(drawn.latest), 1.7, INK)


class GoalTile(Flowable):
    """The number of a goal on its colour; the name always stands beside it in words."""

    def __init__(self, number: int, colour: str, text_colour: str, font: str, size: float = 26) -> None:
        super().__init__()
        self.number, self.colour, self.text_colour, self.font = number, colour, text_colour, font
        self.width = self.height = size

    def draw(self) -> None:
        self.canv.setFillColor(HexColor(self.colour))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        self.canv.setFillColor(HexColor("#FFFFFF" if self.text_colour == "white" else "#000000"))
        self.canv.setFont(self.font, self.width * 0.55)
        self.canv.drawCentredString(self.width / 2, self.height * 0.31, str(self.number))


def _line(canvas: Canvas, points: list[Point], colour: HexColor, width: float) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    canvas.drawPath(path, stroke=1, fill=0)


def _polygon(canvas: Canvas, points: list[Point], colour: HexColor) -> None:
    canvas.setFillColor(colour)
    canvas.drawPath(_closed(canvas, points), stroke=0, fill=1)


def _closed(canvas: Canvas, points: Iterable[Point]) -> PDFPathObject:
    first, *others = points
    path = canvas.beginPath()
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    path.close()
    return path


def _dot(canvas: Canvas, point: Point, radius: float, fill: HexColor, edge: HexColor | None = None) -> None:
    canvas.setFillColor(fill)
    canvas.setStrokeColor(edge or fill)
    canvas.setLineWidth(0.8)
    canvas.circle(*point, radius, stroke=1, fill=1)
