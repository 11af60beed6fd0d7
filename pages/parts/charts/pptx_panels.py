"""Small multiples of regions as native charts, one per region, so that each can be edited and taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from pages.parts.charts.axis import value_range
from pages.parts.charts.marks import Panels
from pages.parts.charts.points import Point, lines_of, years_of
from pages.parts.charts.pptx_plot import begin_chart, colour, hide_axis, mark_colour, number_format
from pages.parts.charts.pptx_sketch import Box, Sketch, Type
from pages.parts.charts.theme import meanings_of
from pages.parts.words.language import format_number

NATIONAL = "KZ"
HEAD, FOOT, BETWEEN = 17, 12, 14
HEAD_TYPE, END_TYPE = Type(11, strong=True), 9


def add_panels(sketch: Sketch, mark: Panels, box: Box, lang: str) -> None:
    """Add one small chart per region with the country in grey behind it, the highest latest value first."""
    lines = lines_of(mark.rows)
    national = lines.pop(NATIONAL, [])
    regions = {code: points for code, points in lines.items() if code in mark.names}
    order = sorted(regions, key=lambda code: (-regions[code][-1].value, code))
    shared = [line for line in (national, *regions.values()) if line]
    first, last = years_of(shared)
    width, height = box.width / mark.abreast, (box.height - FOOT) / -(-len(order) // mark.abreast)
    meanings = meanings_of(order, mark.chosen, rest="region")
    for place, code in enumerate(order):
        row, column = divmod(place, mark.abreast)
        panel = Box(box.left + column * width, box.top + row * height, width - BETWEEN, height)
        ends = _scale([regions[code], national] if mark.free else shared)
        latest = format_number(regions[code][-1].value, mark.decimals, lang)
        sketch.write(f"{mark.names[code]} {latest}", Box(panel.left, panel.top, panel.width, HEAD), HEAD_TYPE)
        if mark.free or column == 0:
            _write_end(sketch, ends[1], panel, lang)
        if place + mark.abreast >= len(order):
            _write_years(sketch, panel, first, last)
        data = _data(regions[code], national, mark, code, range(first, last + 1), lang)
        _panel(sketch, data, panel.within(top=HEAD, bottom=4), ends, meanings[code])


def _scale(lines: Sequence[Sequence[Point]]) -> tuple[float, float]:
    low, high, _ = value_range([point.value for points in lines for point in points], wanted=3)
    return low, high


def _data(
    points: Sequence[Point], national: Sequence[Point], mark: Panels, code: str, years: Sequence[int], lang: str
) -> CategoryChartData:
    """The unbroken stretches of the country, then those of the region."""
    data = CategoryChartData(number_format=number_format(mark.unit, mark.decimals, lang))
    data.categories = [str(year) for year in years]
    for name, line in ((mark.names.get(NATIONAL, NATIONAL), national), (mark.names[code], points)):
        for segment in dict.fromkeys(point.segment for point in line):
            held = {point.year: point.value for point in line if point.segment == segment}
            data.add_series(name, [held.get(year) for year in years])
    return data


def _panel(sketch: Sketch, data: CategoryChartData, box: Box, ends: tuple[float, float], meaning: str) -> None:
    chart = begin_chart(sketch, XL_CHART_TYPE.LINE_MARKERS, data, box, box.within(top=6, bottom=3))
    hide_axis(chart.value_axis, *ends)
    hide_axis(chart.category_axis)
    own = data[-1].name
    for series in chart.plots[0].series:
        _style_line(series, mark_colour(meaning) if series.name == own else colour("link"), own=series.name == own)


def _style_line(series: Any, ink: Any, *, own: bool) -> None:
    series.smooth = False
    series.format.line.width, series.format.line.color.rgb = Pt(2 if own else 1.25), ink
    series.marker.style = XL_MARKER_STYLE.CIRCLE if own else XL_MARKER_STYLE.NONE
    if own:
        # A year that stands alone between gaps would vanish as a line.
        series.marker.size = 3
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = ink
        series.marker.format.line.color.rgb = ink


def _write_end(sketch: Sketch, high: float, panel: Box, lang: str) -> None:
    """The upper end of the scale, at the right over the lines."""
    end = Box(panel.left, panel.top + HEAD - 4, panel.width, 10)
    words = format_number(high, 0 if high == round(high) else 1, lang)
    sketch.write(words, end, Type(END_TYPE, "muted", align="r"))


def _write_years(sketch: Sketch, panel: Box, first: int, last: int) -> None:
    """The first and the last year under a lowest panel."""
    foot = Box(panel.left, panel.bottom - 4, panel.width, 10)
    sketch.write(str(first), foot, Type(END_TYPE, "muted"))
    sketch.write(str(last), foot, Type(END_TYPE, "muted", align="r"))
