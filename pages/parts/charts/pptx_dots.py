"""Women beside men and dots beside a zone as native scatter charts, whose workbook names every row."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from xlsxwriter import Workbook

from pages.parts.charts.axis import text_width, tick_decimals, value_range
from pages.parts.charts.marks import Pairs, Zone
from pages.parts.charts.pptx_plot import (
    MOST_NAME_WIDTH,
    begin_chart,
    colour,
    hide_axis,
    mark_colour,
    number_format,
    row_type,
    show_values,
)
from pages.parts.charts.pptx_sketch import SMALL, Box, Edge, Sketch, Type
from pages.parts.charts.theme import MEANINGS
from pages.parts.words.language import format_change, format_number, format_value, text

SHEET = "Sheet1"
ROUND, POINTED = XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND
DOT_SIZES = {ROUND: 11, POINTED: 12}
# What a dot is: the meaning of its colour, and its shape.
Dot = tuple[str, Any]


def add_pairs(sketch: Sketch, mark: Pairs, box: Box, lang: str) -> None:
    """Add two dots per row, a bar between them and the gap at the right."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)}).known("women").known("men")
    low, high, step = value_range([*rows["women"], *rows["men"]])
    scale = low - step * 0.15, high + step * 0.15
    names = [mark.names[key] for key in rows[mark.by]]
    gaps = [_gap(value, mark, lang) for value in rows[mark.gap]]
    plot = box.within(_name_room(names), 30, text_width([*gaps, mark.gap_heading], SMALL) + 24, 24)
    for place, (women, men) in enumerate(zip(rows["women"], rows["men"], strict=True)):
        y = _line_place(place, len(names), plot)
        start, end = (plot.x(value, *scale) for value in sorted((women, men)))
        sketch.plate(Box(start, y - 2, end - start, 4), "link")
    drawn = {mark.women: rows["women"], mark.men: rows["men"]}
    beside = {mark.gap_heading or text("chart.column_gap", lang): rows[mark.gap]}
    chart = _scatter(sketch, drawn, beside, names, mark, (box, plot), lang)
    show_values(chart.category_axis, (*scale, step), number_format(mark.unit, tick_decimals(step), lang, axis=True))
    for series, dot in zip(chart.plots[0].series, (("women", ROUND), ("men", POINTED)), strict=True):
        _style_dots(series, [dot] * len(names))
    _write_rows(sketch, names, gaps, plot)
    if names:
        _write_heads(sketch, mark, (rows["women"][0], rows["men"][0]), scale, len(names), plot)
    heading = Box(plot.right + 12, plot.top - 22, text_width([mark.gap_heading], SMALL) + 8, 16)
    sketch.write(mark.gap_heading, heading, Type(token="muted"))


def add_zone(sketch: Sketch, mark: Zone, box: Box, lang: str) -> None:
    """Add dots on one scale with a shaded zone around its middle."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)}).known(mark.value)
    names, words = ([listed[key] for key in rows[mark.by]] for listed in (mark.names, mark.words))
    values = rows[mark.value]
    plot = box.within(_name_room(names), 40, text_width(words, SMALL) + 20, 24)
    _draw_zone(sketch, mark, values, plot)
    chart = _scatter(sketch, {mark.zone_label: values}, {}, names, mark, (box, plot), lang)
    hide_axis(chart.category_axis, *mark.span)
    _style_dots(chart.plots[0].series[0], [_zone_dot(value, mark.zone) for value in values])
    _write_rows(sketch, names, words, plot)
    _write_zone(sketch, mark, plot, lang)


def _gap(value: float, mark: Pairs, lang: str) -> str:
    if mark.gap_unit:
        return format_value(value, mark.gap_unit, mark.decimals, lang)
    return format_change(value, mark.unit, mark.decimals, lang)


def _name_room(names: Sequence[str]) -> float:
    return min(text_width(names, row_type(len(names))) + 14, MOST_NAME_WIDTH)


def _line_place(place: int, count: int, plot: Box) -> float:
    return plot.top + plot.height * (place + 0.5) / max(count, 1)


def _scatter(
    sketch: Sketch,
    drawn: Mapping[str, Sequence[float]],
    beside: Mapping[str, Sequence[float]],
    names: Sequence[str],
    mark: Pairs | Zone,
    place: tuple[Box, Box],
    lang: str,
) -> Any:
    """A scatter chart with a series per drawn column; its workbook is one table of names, values and places."""
    places = list(range(1, len(names) + 1))
    data = XyChartData(number_format=f"0.{'0' * mark.decimals}" if mark.decimals else "0")
    for name, values in drawn.items():
        series = data.add_series(name)
        for value, line in zip(values, places, strict=True):
            series.add_data_point(value, line)
    chart = begin_chart(sketch, XL_CHART_TYPE.XY_SCATTER, data, *place)
    chart.value_axis.reverse_order, chart.value_axis.crosses = True, XL_AXIS_CROSSES.MAXIMUM
    hide_axis(chart.value_axis, 0.5, len(names) + 0.5)
    columns = {"": names, **drawn, **beside, text("chart.column_place", lang): places}
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook(columns))
    _refer(chart, len(columns), len(names))
    return chart


def _workbook(columns: Mapping[str, Sequence[Any]]) -> bytes:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for place, (name, values) in enumerate(columns.items()):
            sheet.write(0, place, name)
            sheet.write_column(1, place, values)
    return buffer.getvalue()


def _refer(chart: Any, columns: int, count: int) -> None:
    """Let each series read its columns of the table: values from its own, places from the last."""
    last = chr(ord("A") + columns - 1)
    for place, series in enumerate(chart._chartSpace.findall(f".//{qn('c:ser')}")):
        own = chr(ord("B") + place)
        cells = {
            "c:tx": f"{SHEET}!${own}$1",
            "c:xVal": f"{SHEET}!${own}$2:${own}${count + 1}",
            "c:yVal": f"{SHEET}!${last}$2:${last}${count + 1}",
        }
        for tag, cell in cells.items():
            series.find(f"{qn(tag)}//{qn('c:f')}").text = cell


def _zone_dot(value: float, zone: tuple[float, float]) -> Dot:
    if zone[0] <= value <= zone[1]:
        return "country", ROUND
    return "women" if value > zone[1] else "men", POINTED


def _style_dots(series: Any, dots: Sequence[Dot]) -> None:
    """Dots of the first look for all, those of another by themselves."""
    series.format.line.fill.background()
    for place, dot in enumerate(dots):
        if place == 0:
            _style_dot(series.marker, *dot)
        elif dot != dots[0]:
            _style_dot(series.points[place].marker, *dot)


def _style_dot(marker: Any, meaning: str, style: Any) -> None:
    marker.style, marker.size = style, DOT_SIZES[style]
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = mark_colour(meaning)
    marker.format.line.color.rgb = colour("paper")


def _write_rows(sketch: Sketch, names: Sequence[str], words: Sequence[str], plot: Box) -> None:
    """The name at the left of each row and its words at the right."""
    look = Type(row_type(len(names)), align="r")
    for place, (name, said) in enumerate(zip(names, words, strict=True)):
        y = _line_place(place, len(names), plot)
        sketch.write(name, Box(plot.left - 8 - MOST_NAME_WIDTH, y - 8, MOST_NAME_WIDTH, 16), look)
        sketch.write(said, Box(plot.right + 12, y - 8, text_width([said], SMALL) + 8, 16), Type())


def _write_heads(
    sketch: Sketch, mark: Pairs, first: tuple[float, float], scale: tuple[float, float], count: int, plot: Box
) -> None:
    """The words for women and men over the dots of the first row, on the side away from each other."""
    women, men = first
    for words, value, right, meaning in (
        (mark.women, women, women >= men, "women"),
        (mark.men, men, women < men, "men"),
    ):
        width, x = text_width([words], SMALL) + 8, plot.x(value, *scale)
        head = Box(x - 4 if right else x + 4 - width, _line_place(0, count, plot) - 24, width, 15)
        sketch.write(words, head, Type(token=MEANINGS[meaning][1], align="l" if right else "r"))


def _draw_zone(sketch: Sketch, mark: Zone, values: Sequence[float], plot: Box) -> None:
    """The zone as a plate, its middle as a rule, and a stem from the middle to each dot, all behind the chart."""
    left, right, middle = (plot.x(value, *mark.span) for value in (*mark.zone, mark.middle))
    sketch.plate(Box(left, plot.top, right - left, plot.height), "panel")
    sketch.rule((middle, plot.top), (middle, plot.bottom), Edge("rule"))
    for place, value in enumerate(values):
        y, ends = _line_place(place, len(values), plot), sorted((middle, plot.x(value, *mark.span)))
        sketch.rule((ends[0], y), (ends[1], y), Edge("link", 3))


def _write_zone(sketch: Sketch, mark: Zone, plot: Box, lang: str) -> None:
    """The zone's words over it, what lies at either side, and the ticks below."""
    width, middle = text_width([mark.zone_label], SMALL) + 8, plot.x(mark.middle, *mark.span)
    head = Box(middle - width / 2, plot.top - 38, width, 16)
    sketch.write(mark.zone_label, head, Type(token="muted", align="ctr"))
    sides = Box(plot.left, plot.top - 20, plot.width, 16)
    sketch.write(mark.sides[0], sides, Type(token=MEANINGS["men"][1]))
    sketch.write(mark.sides[1], sides, Type(token=MEANINGS["women"][1], align="r"))
    for tick in mark.ticks:
        place = Box(plot.x(tick, *mark.span) - 30, plot.bottom + 4, 60, 15)
        sketch.write(format_number(tick, mark.decimals, lang), place, Type(token="muted", align="ctr"))
