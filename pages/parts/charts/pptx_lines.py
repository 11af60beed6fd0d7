"""Lines over years as a native chart: every year a category, every unbroken stretch a series of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from pages.parts.charts.axis import fitted, most_years, spread, text_width, tick_decimals, value_range, year_ticks
from pages.parts.charts.draw_lines import HOLLOW
from pages.parts.charts.marks import Lines, Target
from pages.parts.charts.points import Point, lines_of, years_of
from pages.parts.charts.pptx_plot import (
    begin_chart,
    colour,
    draw_breaks,
    mark_colour,
    number_format,
    show_in_label,
    show_values,
    show_years,
    text_colour,
)
from pages.parts.charts.pptx_sketch import SMALL, TEXT, Box, Sketch
from pages.parts.charts.theme import meanings_of
from pages.parts.words.language import format_value, format_year_range

TOP, BOTTOM = 8, 26
# The room of labels at the right, as a part of the whole width, and that of the dot and the gap before them.
LABEL_PART, LABEL_GAP = 0.42, 24
LINE_WIDTHS = {"context": 1.0, "quiet": 1.0, "country": 2.75}
OTHER_WIDTH, DOT, FACT, HOLLOW_DOT, DASH = 2.25, 5, 9, 8, 14


@dataclass(frozen=True)
class Line:
    """A line of the chart: its name as there is room for it, its meaning and its points."""

    name: str
    meaning: str
    points: Sequence[Point]
    dotted: bool

    @property
    def labelled(self) -> bool:
        """Whether it has dots and a label at its end."""
        return self.meaning not in ("context", "quiet")


@dataclass(frozen=True)
class Stretch:
    """A part of a line that may be joined, by year; a missing year leaves an empty cell, which is not joined either."""

    line: Line
    name: str
    points: Mapping[int, Point]
    last: bool


def add_lines(sketch: Sketch, mark: Lines, box: Box, lang: str) -> None:
    """Add lines with their breaks, their target and labels at their ends."""
    lines = _lines(mark, box, lang)
    ends, years = _ends(mark, lines), _years(mark, lines)
    stretches = [stretch for line in lines for stretch in _stretches(line)]
    room = _label_room(mark, lines, lang)
    plot = box.within(_tick_room(ends, mark, lang), TOP, room, BOTTOM)
    plot = draw_breaks(sketch, mark.breaks, years, plot, box.right)
    chart = begin_chart(sketch, XL_CHART_TYPE.LINE_MARKERS, _data(stretches, mark, years, lang), box, plot)
    show_values(chart.value_axis, ends, number_format(mark.unit, tick_decimals(ends[2]), lang, axis=True))
    printed = year_ticks(years[0], years[-1], most_years(mark.year_labels, plot.width))
    show_years(chart.category_axis, len(years), printed)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    series = list(chart.plots[0].series)
    if mark.target:
        _style_target(series.pop(), mark.target, years)
    down = _label_shifts([line for line in lines if line.labelled], ends, plot)
    pattern = number_format(mark.unit, mark.decimals, lang)
    for drawn, stretch in zip(series, stretches, strict=True):
        _style_line(drawn, stretch, years, points=mark.points)
        if stretch.last and stretch.line.labelled and mark.labels:
            _label_end(drawn, stretch, years, pattern, down[stretch.name] / box.height)


def _lines(mark: Lines, box: Box, lang: str) -> list[Line]:
    """The named lines, grey ones first and the country last and so on top."""
    held = lines_of(mark.rows, mark.by)
    keys = [key for key in mark.names if key in held]
    meanings = meanings_of(keys, mark.chosen, mark.meanings)
    keys.sort(key=lambda key: (meanings[key] not in LINE_WIDTHS, meanings[key] == "country"))
    lines = []
    for key in keys:
        points = [point for point in held[key] if not mark.span or mark.span[0] <= point.year <= mark.span[1]]
        if points:
            value = format_value(points[-1].value, mark.unit, mark.decimals, lang)
            name = fitted(mark.names[key], LABEL_PART * box.width - LABEL_GAP - text_width([f" {value}"]))
            lines.append(Line(name, meanings[key], points, key in mark.dotted))
    return lines


def _ends(mark: Lines, lines: Sequence[Line]) -> tuple[float, float, float]:
    if mark.values is not None:
        return value_range(mark.values)
    known = [point.value for line in lines for point in line.points]
    return value_range([*known, *([mark.target.value] if mark.target else [])], zero=mark.zero)


def _years(mark: Lines, lines: Sequence[Line]) -> list[int]:
    """All years of the axis, those without a value included, so that no line runs across a missing one."""
    first, newest = years_of([line.points for line in lines])
    first, last = mark.span or (first, max(newest, mark.target.year if mark.target else newest))
    return list(range(first, last + 1))


def _stretches(line: Line) -> list[Stretch]:
    """A line cut where two neighbouring years are not joined; only its last part has its plain name."""
    cut: list[dict[int, Point]] = [{}]
    for point in line.points:
        before = cut[-1].get(point.year - 1)
        if before is not None and before.segment != point.segment:
            cut.append({})
        cut[-1][point.year] = point
    spans = [f"{line.name} {format_year_range(min(part), max(part))}" for part in cut[:-1]]
    earlier = [Stretch(line, name, part, False) for name, part in zip(spans, cut[:-1], strict=True)]
    return [*earlier, Stretch(line, line.name, cut[-1], True)]


def _data(stretches: Sequence[Stretch], mark: Lines, years: Sequence[int], lang: str) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format(mark.unit, mark.decimals, lang))
    data.categories = [str(year) for year in years]
    for stretch in stretches:
        held = stretch.points
        data.add_series(stretch.name, [held[year].value if year in held else None for year in years])
    if mark.target:
        path = {**dict(mark.target.path), mark.target.year: mark.target.value}
        data.add_series(mark.target.label, [path.get(year) for year in years])
    return data


def _tick_room(ends: tuple[float, float, float], mark: Lines, lang: str) -> float:
    places = tick_decimals(ends[2])
    return text_width([format_value(end, mark.unit, places, lang) for end in ends[:2]], SMALL) + 14


def _label_room(mark: Lines, lines: Sequence[Line], lang: str) -> float:
    if not mark.labels:
        return 16
    labels = [
        f"{line.name} {format_value(line.points[-1].value, mark.unit, mark.decimals, lang)}"
        for line in lines
        if line.labelled
    ]
    return text_width(labels) + LABEL_GAP


def _label_shifts(lines: Sequence[Line], ends: tuple[float, float, float], plot: Box) -> dict[str, float]:
    """How far down, in points, the label of each line is moved so that none covers another."""
    own = [plot.y(line.points[-1].value, *ends[:2]) for line in lines]
    placed = spread(own, plot.top, plot.bottom)
    return {line.name: place - wanted for line, place, wanted in zip(lines, placed, own, strict=True)}


def _style_line(series: Any, stretch: Stretch, years: Sequence[int], *, points: bool) -> None:
    line, ink = stretch.line, mark_colour(stretch.line.meaning)
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = ink, Pt(LINE_WIDTHS.get(line.meaning, OTHER_WIDTH))
    if points:
        series.format.line.fill.background()
    elif line.dotted:
        series.format.line.dash_style = MSO_LINE.ROUND_DOT
    if not line.labelled and not points:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    _style_marker(series.marker, ink, ink, FACT if points else DOT)
    for place, year in enumerate(years):
        if year in stretch.points and stretch.points[year].status in HOLLOW:
            _style_marker(series.points[place].marker, colour("paper"), ink, FACT if points else HOLLOW_DOT)


def _style_marker(marker: Any, fill: Any, outline: Any, size: int) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = fill
    marker.format.line.color.rgb, marker.format.line.width = outline, Pt(1.5)


def _label_end(series: Any, stretch: Stretch, years: Sequence[int], pattern: str, down: float) -> None:
    label = series.points[years.index(max(stretch.points))].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    label.font.size, label.font.bold, label.font.color.rgb = Pt(TEXT), True, text_colour(stretch.line.meaning)
    show_in_label(label, ("SerName", "Val"), pattern, down)


def _style_target(series: Any, target: Target, years: Sequence[int]) -> None:
    """The path as a dotted line and the target itself as a dash with its words, on the side away from the path."""
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = mark_colour("target"), Pt(1.5)
    series.format.line.dash_style = MSO_LINE.ROUND_DOT
    point = series.points[years.index(target.year)]
    _style_marker(point.marker, mark_colour("target"), mark_colour("target"), DASH)
    point.marker.style = XL_MARKER_STYLE.DASH
    below = bool(target.path) and target.path[0][1] > target.value
    label = point.data_label
    label.position = XL_LABEL_POSITION.BELOW if below else XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold, label.font.color.rgb = Pt(SMALL), True, text_colour("target")
    show_in_label(label, ("SerName",), "General")
