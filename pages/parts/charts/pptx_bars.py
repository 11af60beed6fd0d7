"""Ranked bars and bars around zero as native charts, the first row on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from pages.parts.charts.axis import text_width
from pages.parts.charts.marks import Bars, Gaps
from pages.parts.charts.pptx_plot import (
    MOST_NAME_WIDTH,
    begin_chart,
    change_format,
    colour,
    hide_axis,
    label_bars,
    mark_colour,
    number_format,
    paint,
    row_type,
    show_in_label,
    show_names,
)
from pages.parts.charts.pptx_sketch import SMALL, Box, Edge, Sketch, Type
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import format_change, format_value, text
from queries.rows import Rows

ALMOST = "≈"
ESTIMATED = "E"
HEAD = 22


@dataclass(frozen=True)
class Line:
    """One line of the chart: a heading, or a bar with its value, meaning and flags."""

    label: str
    value: float | None = None
    meaning: str = "quiet"
    hollow: bool = False
    close: bool = False


def add_bars(sketch: Sketch, mark: Bars, box: Box, lang: str) -> None:
    """Add ranked bars from zero with the line they are read against."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)}).known("obs_value")
    lines = _lines(rows, mark, lang)
    reference = rows["national_value"][0] if mark.reference and len(rows) and "national_value" in rows else None
    reach = [0.0, *rows["obs_value"], *([] if reference is None else [reference])]
    scale = min(reach), max(reach) or 1.0
    written = [f"{ALMOST}{format_value(value, mark.unit, mark.decimals, lang)}" for value in rows["obs_value"]]
    right = text_width(written, SMALL) + 14
    plot = box.within(_name_room(lines), 4 if reference is None else HEAD, right, 4)
    pattern = number_format(mark.unit, mark.decimals, lang)
    series = _chart(sketch, lines, text("chart.column_obs_value", lang), pattern, (box, plot), scale)
    for place, line in enumerate(lines):
        if line.close:
            _label_close(series.points[place], pattern, row_type(len(lines)))
    if reference is not None:
        words = f"{mark.reference} {format_value(reference, mark.unit, mark.decimals, lang)}"
        _draw_reference(sketch, plot.x(reference, *scale), words, plot)


def add_gaps(sketch: Sketch, mark: Gaps, box: Box, lang: str) -> None:
    """Add bars to the left and right of zero in the order of the rows, the sign printed with each value."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)}).known(mark.value)
    values = rows[mark.value]
    lines = [
        Line(mark.names[key], value, mark.meanings[value > 0]) for key, value in zip(rows[mark.by], values, strict=True)
    ]
    written = [format_change(value, mark.unit, mark.decimals, lang) for value in values]
    reach = max((abs(value) for value in values), default=1.0) or 1.0
    low, high = -reach if min(values, default=0) < 0 else 0.0, reach if max(values, default=0) > 0 else 0.0
    room = text_width(written, SMALL) + 14
    plot = box.within(_name_room(lines) + (room if low else 0), HEAD if mark.sides else 4, room, 4)
    scale = low, high or 1.0
    pattern = change_format(mark.unit, mark.decimals, lang)
    _chart(sketch, lines, text("chart.column_change", lang), pattern, (box, plot), scale)
    if mark.sides:
        _write_sides(sketch, mark, plot.x(0, *scale), plot)


def _lines(rows: Rows, mark: Bars, lang: str) -> list[Line]:
    """The rows from above, with a heading before each group of them."""
    meanings = meanings_of(list(rows[mark.by]), mark.chosen, mark.meanings, rest="quiet")
    lines: list[Line] = []
    head = None
    for row in rows:
        key = getattr(row, mark.by)
        if mark.heads and getattr(row, mark.heads_by) != head:
            head = getattr(row, mark.heads_by)
            lines.append(Line(mark.heads[head].upper()))
        estimated = getattr(row, "obs_status", "A") == ESTIMATED
        close = bool(getattr(row, "within_rounding", False))
        label = _label(row, mark.names[key], lang, estimated=estimated, years=mark.years)
        lines.append(Line(label, row.obs_value, meanings[key], estimated, close))
    return lines


def _label(row: Any, name: str, lang: str, *, estimated: bool, years: bool) -> str:
    """The name of a row with the year of its value, or with its place, shared places marked."""
    if years:
        return f"{name}  {text('chart.year_estimate' if estimated else 'chart.year', lang, year=row.time_period)}"
    if getattr(row, "place", None) is None:
        return name
    return f"{name}  {int(row.place)}{'=' if (getattr(row, 'n_tied', 1) or 1) > 1 else ''}"


def _name_room(lines: Sequence[Line]) -> float:
    return min(text_width([line.label for line in lines], row_type(len(lines))) + 14, MOST_NAME_WIDTH)


def _chart(
    sketch: Sketch,
    lines: Sequence[Line],
    name: str,
    pattern: str,
    place: tuple[Box, Box],
    scale: tuple[float, float],
) -> Any:
    """Add the bars of all lines; returns their series."""
    data = CategoryChartData(number_format=pattern)
    data.categories = [line.label for line in lines]
    data.add_series(name, [line.value for line in lines])
    chart = begin_chart(sketch, XL_CHART_TYPE.BAR_CLUSTERED, data, *place)
    hide_axis(chart.value_axis, *scale)
    size = row_type(len(lines))
    show_names(chart.category_axis, size)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if scale[0] < 0:
        chart.category_axis.format.line.color.rgb = colour("rule")
    chart.plots[0].gap_width = 40
    series = chart.plots[0].series[0]
    paint(series, [mark_colour(line.meaning) for line in lines], [line.hollow for line in lines])
    label_bars(series.data_labels, pattern, size, XL_LABEL_POSITION.OUTSIDE_END)
    return series


def _label_close(point: Any, pattern: str, size: float) -> None:
    """Mark a value that is too close to call against the next one."""
    label = point.data_label
    label.position = XL_LABEL_POSITION.OUTSIDE_END
    label.font.size, label.font.color.rgb = Pt(size), colour("ink")
    show_in_label(label, ("Val",), f'"{ALMOST}"{pattern}')


def _draw_reference(sketch: Sketch, x: float, words: str, plot: Box) -> None:
    """A dotted line through the bars with its words above, on the side with more room."""
    sketch.rule((x, plot.top), (x, plot.bottom), Edge("ink", 1.25, dotted=True))
    late = x > plot.left + 0.6 * plot.width
    width = text_width([words], SMALL) + 8
    head = Box(x - width if late else x, plot.top - 18, width, 16)
    sketch.write(words, head, Type(strong=True, align="r" if late else "l"))


def _write_sides(sketch: Sketch, mark: Gaps, zero: float, plot: Box) -> None:
    """The words over the negative and the positive side."""
    for words, meaning, below in zip(mark.sides or (), mark.meanings, (True, False), strict=True):
        width = text_width([words], SMALL) + 8
        head = Box(zero - 6 - width if below else zero + 6, plot.top - 18, width, 16)
        sketch.write(words, head, Type(token=MEANINGS[meaning][1], align="r" if below else "l"))
