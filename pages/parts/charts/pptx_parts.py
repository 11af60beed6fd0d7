"""Parts of a whole as native charts: over years, and at one time on a single line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from pages.parts.charts.axis import spread, text_width, tick_decimals, value_range, year_ticks
from pages.parts.charts.draw_tally import counts_of, has_part, largest
from pages.parts.charts.marks import Stack, Strip, Tally
from pages.parts.charts.points import lines_of
from pages.parts.charts.pptx_plot import (
    MOST_NAME_WIDTH,
    begin_chart,
    colour,
    hide_axis,
    label_bars,
    mark_colour,
    number_format,
    paint,
    show_names,
    show_values,
    show_years,
    word_colour,
)
from pages.parts.charts.pptx_sketch import TEXT, Box, Sketch, Type
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import format_value

LABEL_STEP = 17
TALLY_HEAD = 40
MOST_LABEL_WIDTH = 290
# Points per letter that a part must be wide to be named.
LETTER = 6.5

# Values by year of each part, the first at the foot.
Parts = Mapping[str, Mapping[int, float]]


def add_stack(sketch: Sketch, mark: Stack, box: Box, lang: str) -> None:
    """Add the parts of a whole over the years that all of them have, their words at the right."""
    lines = lines_of(mark.rows, mark.by)
    parts = {key: {point.year: point.value for point in lines[key]} for key in mark.names if key in lines}
    years = sorted(set.intersection(*(set(values) for values in parts.values())))
    whole = max(sum(values[year] for values in parts.values()) for year in years)
    ends = value_range([0.0, mark.full or whole], zero=True)
    newest = {key: format_value(values[years[-1]], mark.unit, mark.decimals, lang) for key, values in parts.items()}
    words = {key: f"{mark.names[key]} {value}" for key, value in newest.items()}
    plot = box.within(52, 12, min(text_width(list(words.values()), TEXT) + 16, MOST_LABEL_WIDTH), 24)
    data = CategoryChartData(number_format=number_format(mark.unit, mark.decimals, lang))
    data.categories = [str(year) for year in years]
    for key, values in parts.items():
        data.add_series(mark.names[key], [values[year] for year in years])
    chart = begin_chart(sketch, XL_CHART_TYPE.AREA_STACKED, data, box, plot)
    show_values(chart.value_axis, ends, number_format(mark.unit, tick_decimals(ends[2]), lang, axis=True))
    show_years(chart.category_axis, len(years), year_ticks(years[0], years[-1]))
    # Areas reach from the first year to the last, without half a year's room on either side.
    chart.value_axis._element.find(qn("c:crossBetween")).set("val", "midCat")
    meanings = meanings_of(list(parts), None, {**mark.meanings, **({mark.rest: "context"} if mark.rest else {})})
    for series, meaning in zip(chart.plots[0].series, meanings.values(), strict=True):
        _fill(series, meaning)
    _label_parts(sketch, parts, words, meanings, years[-1], ends, plot)


def add_strip(sketch: Sketch, mark: Strip, box: Box, lang: str) -> None:
    """Add one whole cut into its parts on a single line, the coloured parts named over it."""
    rows = mark.rows.known(mark.value)
    whole = sum(rows[mark.value])
    data = CategoryChartData(number_format=number_format(mark.unit, mark.decimals, lang))
    data.categories = [" "]
    for key, value in zip(rows[mark.by], rows[mark.value], strict=True):
        data.add_series(mark.names.get(key, key), [value])
    height = min(box.height, 120)
    plot = Box(box.left, box.top + (box.height - height) / 2 + 34, box.width, height - 44)
    chart = begin_chart(sketch, XL_CHART_TYPE.BAR_STACKED, data, box, plot)
    hide_axis(chart.value_axis, 0, whole)
    hide_axis(chart.category_axis)
    chart.plots[0].gap_width, chart.plots[0].overlap = 10, 100
    start = 0.0
    for series, key, value in zip(chart.plots[0].series, rows[mark.by], rows[mark.value], strict=True):
        meaning = mark.meanings.get(key, "context")
        paint(series, [mark_colour(meaning)])
        series.format.line.color.rgb, series.format.line.width = colour("paper"), Pt(1)
        words = f"{mark.names.get(key, key)} {format_value(value, mark.unit, mark.decimals, lang)}"
        width = plot.width * value / whole
        if key in mark.meanings and width >= LETTER * len(words):
            head = Box(plot.x(start, 0, whole), plot.top - 24, width, 20)
            sketch.write(words, head, Type(TEXT, MEANINGS[meaning][1], strong=True))
        start += value


def add_tally(sketch: Sketch, mark: Tally, box: Box, lang: str) -> None:
    """Add bars of counted parts, the first name on top, the words of the parts as the chart's own legend."""
    counts = counts_of(mark)
    names = [mark.names[key] for key in counts]
    plot = box.within(min(text_width(names, TEXT) + 16, MOST_NAME_WIDTH), TALLY_HEAD, 8, 4)
    data = CategoryChartData(number_format="0")
    data.categories = names
    drawn = [part for part in mark.parts if has_part(counts, part)]
    for part in drawn:
        data.add_series(mark.parts[part], [parts.get(part) for parts in counts.values()])
    chart = begin_chart(sketch, XL_CHART_TYPE.BAR_STACKED, data, box, plot)
    hide_axis(chart.value_axis, 0, largest(counts))
    show_names(chart.category_axis, TEXT)
    chart.plots[0].gap_width, chart.plots[0].overlap = 80, 100
    chart.has_legend, chart.legend.position = True, XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    for series, part in zip(chart.plots[0].series, drawn, strict=True):
        _fill(series, mark.meanings[part])
        label_bars(series.data_labels, "0", TEXT, XL_LABEL_POSITION.CENTER)
        series.data_labels.font.bold, series.data_labels.font.color.rgb = True, word_colour(mark.meanings[part])


def _fill(series: Any, meaning: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = mark_colour(meaning)
    series.format.line.color.rgb = colour("paper")


def _label_parts(
    sketch: Sketch,
    parts: Parts,
    words: Mapping[str, str],
    meanings: Mapping[str, str],
    year: int,
    ends: tuple[float, float, float],
    plot: Box,
) -> None:
    """Name and newest value at the right of each part, moved apart where two would touch."""
    foot, middles = 0.0, []
    for values in parts.values():
        middles.append(plot.y(foot + values[year] / 2, *ends[:2]))
        foot += values[year]
    for (key, said), y in zip(words.items(), spread(middles, plot.top, plot.bottom, LABEL_STEP), strict=True):
        place = Box(plot.right + 8, y - 8, text_width([said], TEXT) + 8, 16)
        sketch.write(said, place, Type(TEXT, MEANINGS[meanings[key]][1], strong=True))
