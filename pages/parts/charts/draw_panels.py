"""The same small line chart for every region as shapes, the country in grey behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from pages.parts.charts.axis import fitted, text_width, value_range
from pages.parts.charts.drawing import SMALL, Dot, Drawing, Stroke, Words, rule, with_value
from pages.parts.charts.marks import Panels
from pages.parts.charts.points import Point, lines_of, unbroken, years_of
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import format_number

NATIONAL = "KZ"
HEIGHT, NARROWEST, EDGE, TOP, FOOT_ROOM = 104, 165, 4, 2, 4
# Parts of a panel's width and height: the plot, what is below it, and the name from above.
PLOT_WIDTH, PLOT_HEIGHT, FOOT, NAME = 0.86, 0.58, 0.12, 0.1
# Years stand below the lowest panels: so much of a panel's height, and so far from its plot.
YEARS, YEARS_GAP = 0.08, 0.03
COLUMN_LEFT, COLUMN_RIGHT = 0.02, 0.08
TINY = 10
# The middle of a name is at least so far below the upper edge of its panel.
LEAST_NAME = 9


class Panel(NamedTuple):
    """One small chart: its plot in pixels, and the years and values at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    first: int
    last: int
    low: float
    high: float

    @property
    def whole(self) -> float:
        """The height of the panel with its name and its years."""
        return (self.bottom - self.top) / PLOT_HEIGHT

    def at(self, point: Point) -> tuple[float, float]:
        """The pixels of a point."""
        along = (point.year - self.first) / (self.last - self.first)
        up = (point.value - self.low) / (self.high - self.low)
        return self.left + along * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def ways(self, points: Sequence[Point]) -> list[list[tuple[float, float]]]:
        """The stretches of a line that may be joined."""
        return [[self.at(point) for point in part] for part in unbroken(points) if len(part) > 1]


def draw_panels(mark: Panels, lang: str, width: float) -> Drawing:
    """The panels of a mark in the order of their newest values, the highest first."""
    lines = lines_of(mark.rows)
    national = lines.pop(NATIONAL, [])
    regions = {code: points for code, points in lines.items() if code in mark.names}
    order = sorted(regions, key=lambda code: (-regions[code][-1].value, code))
    abreast = max(1, min(mark.abreast, int(width / NARROWEST), len(order)))
    rows = max(1, math.ceil(len(order) / abreast))
    high = (mark.height - FOOT_ROOM) / (rows + YEARS) if mark.height else HEIGHT
    drawing = Drawing(width, round(high * (rows + YEARS)) + FOOT_ROOM)
    drawn = [points for points in (national, *regions.values()) if points]
    years = years_of(drawn) if drawn else (0, 1)
    shared = _scale(drawn)
    meanings = meanings_of(order, mark.chosen, rest="region")
    for place, code in enumerate(order):
        ends = _scale([regions[code], national]) if mark.free else shared
        panel = _panel(place, (abreast, width, high), years, ends)
        _add_lines(drawing, panel, code, regions[code], national, MEANINGS[meanings[code]][0])
        _add_words(drawing, panel, mark, code, regions[code][-1].value, lang)
        if place + abreast >= len(order):
            _add_years(drawing, panel)
        if mark.free or place % abreast == 0:
            _add_scale(drawing, panel, lang)
    return drawing


def _panel(place: int, sheet: tuple[int, float, float], years: tuple[int, int], ends: tuple[float, float]) -> Panel:
    """A panel of a sheet, which has so many abreast, a width, and the height of each."""
    abreast, width, high = sheet
    row, column = divmod(place, abreast)
    unit = (width - 2 * EDGE) / (abreast - COLUMN_RIGHT + COLUMN_LEFT)
    left = EDGE + (column + COLUMN_LEFT) * unit
    bottom = TOP + high * (row + 1 - FOOT)
    first, last = years
    return Panel(
        left, bottom - high * PLOT_HEIGHT, left + PLOT_WIDTH * unit, bottom, first, max(last, first + 1), *ends
    )


def _scale(lines: Sequence[Sequence[Point]]) -> tuple[float, float]:
    low, high, _ = value_range([point.value for points in lines for point in points], wanted=3)
    return low, high


def _add_lines(
    drawing: Drawing, panel: Panel, code: str, points: Sequence[Point], national: Sequence[Point], colour: str
) -> None:
    for y in (panel.bottom, panel.top):
        drawing.add(rule(panel.left, y, panel.right, y, "grid"))
    drawing.add(Stroke(panel.ways(national), "context", 1.4, key=f"{code}|{NATIONAL}"))
    drawing.add(Stroke(panel.ways(points), colour, 2, key=code))
    # A dot at the newest point, and at points between gaps, which would vanish as a line.
    for part in unbroken(points):
        if len(part) == 1 or part[-1] is points[-1]:
            drawing.add(Dot(*panel.at(part[-1]), 5, colour, key=code))


def _add_words(drawing: Drawing, panel: Panel, mark: Panels, code: str, newest: float, lang: str) -> None:
    value = format_number(newest, mark.decimals, lang)
    room = panel.right - panel.left - text_width([f" {value}"], SMALL)
    y = panel.bottom - panel.whole * (1 - FOOT) + max(panel.whole * NAME, LEAST_NAME)
    words = with_value(fitted(mark.names[code], room, SMALL), value)
    drawing.add(Words(panel.left, y, words, size=SMALL, key=code))


def _add_years(drawing: Drawing, panel: Panel) -> None:
    y = panel.bottom + panel.whole * YEARS_GAP + TINY * 0.7
    drawing.write(panel.left, y, str(panel.first), "muted", TINY)
    drawing.write(panel.right, y, str(panel.last), "muted", TINY, "end")


def _add_scale(drawing: Drawing, panel: Panel, lang: str) -> None:
    """The value at the upper end of a panel."""
    places = 0 if math.isclose(panel.high, round(panel.high)) else 1
    end = format_number(panel.high, places, lang)
    drawing.write(panel.right, panel.top - TINY * 0.7, end, "muted", TINY, "end", key="scale")
