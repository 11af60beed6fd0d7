"""Several measures of each row as native charts beside each other on one scale, the names before the first."""

from __future__ import annotations

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION

from pages.parts.charts.axis import text_width
from pages.parts.charts.marks import Abreast
from pages.parts.charts.pptx_plot import (
    MOST_NAME_WIDTH,
    begin_chart,
    hide_axis,
    label_bars,
    mark_colour,
    number_format,
    paint,
    row_type,
    show_names,
)
from pages.parts.charts.pptx_sketch import SMALL, Box, Sketch, Type
from pages.parts.charts.theme import meanings_of
from pages.parts.words.language import format_value

HEAD, COLUMN_GAP, ESTIMATE = 22, 8, "E"


def add_abreast(sketch: Sketch, mark: Abreast, box: Box, lang: str) -> None:
    """Add a chart per measure, the first row on top."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)})
    for part in mark.parts:
        rows = rows.known(part)
    names = [mark.names[key] for key in rows[mark.by]]
    size, pattern = row_type(len(names)), number_format(mark.unit, mark.decimals, lang)
    left = min(text_width(names, size) + 14, MOST_NAME_WIDTH)
    values = [value for part in mark.parts for value in rows[part]]
    written = [format_value(value, mark.unit, mark.decimals, lang) for value in values]
    room, most = text_width(written, SMALL) + 14, max(values, default=1.0) or 1.0
    colours = [
        mark_colour(meaning) for meaning in meanings_of(rows[mark.by], mark.chosen, mark.meanings, "quiet").values()
    ]
    hollow = [status == ESTIMATE for status in rows["obs_status"]] if "obs_status" in rows else []
    column = (box.width - left) / len(mark.parts)
    for place, (part, heading) in enumerate(mark.parts.items()):
        start = box.left + left + place * column
        plot = Box(start, box.top + HEAD, column - room - COLUMN_GAP, box.height - HEAD - 4)
        whole = Box(box.left if place == 0 else start, box.top, column + (left if place == 0 else 0), box.height)
        data = CategoryChartData(number_format=pattern)
        data.categories = names
        data.add_series(heading, rows[part])
        chart = begin_chart(sketch, XL_CHART_TYPE.BAR_CLUSTERED, data, whole, plot)
        hide_axis(chart.value_axis, 0, most)
        show_names(chart.category_axis, size)
        chart.category_axis.tick_label_position = (
            XL_TICK_LABEL_POSITION.LOW if place == 0 else XL_TICK_LABEL_POSITION.NONE
        )
        chart.plots[0].gap_width = 40
        series = chart.plots[0].series[0]
        paint(series, colours, hollow if part in mark.estimates else [])
        label_bars(series.data_labels, pattern, size, XL_LABEL_POSITION.OUTSIDE_END)
        sketch.write(heading, Box(start, box.top, column - COLUMN_GAP, 16), Type(strong=True))
