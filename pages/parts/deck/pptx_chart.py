"""Native charts of a slide: lines over years, ranked bars, pairs of bars and stacked bars, labelled directly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Emu, Pt

from pages.parts.charts.theme import LIGHT
from pages.parts.deck.model import Slide
from pages.parts.deck.native import NativeChart, NativeSeries, native_chart
from pages.parts.words.language import NO_BREAK_SPACE, unit_kind

FONT = "Arial"
TYPES = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "stack": XL_CHART_TYPE.BAR_STACKED,
}
MOST_YEARS = 10
# A label moved by less than this part of the height has a place of its own.
CLOSE = 0.004


def add_chart(page: Page, slide: Slide, left: Emu, top: Emu, width: Emu, height: Emu, lang: str) -> None:
    """Add a slide's chart to its page, with a workbook that holds the same numbers."""
    native = native_chart(slide)
    pattern = number_format(slide.unit, slide.decimals, lang)
    data = CategoryChartData(number_format=pattern)
    data.categories = native.categories
    for series in native.series:
        data.add_series(series.name, series.values)
    frame = page.shapes.add_chart(TYPES[native.form], left, top, width, height, data)
    frame.name = slide.headline[:200]
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.summary)
    chart = frame.chart
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(13), FONT, colour(LIGHT["ink"])
    chart.has_title = False
    shifts = _label_shifts(slide) if native.form == "line" else {}
    # Where labels had to be moved apart on the screen, an office program would lay one over the other.
    crowded = any(abs(shift) > CLOSE for shift in shifts.values())
    _legend(chart, native, crowded)
    if native.form == "line":
        _style_lines(chart, native, slide, pattern, shifts, crowded)
    else:
        _style_bars(chart, native, pattern)


def number_format(unit: str, decimals: int, lang: str) -> str:
    """Return the pattern that prints values as the slide does; the decimal mark is the reader's own."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    if unit_kind(unit) not in ("percent", "points"):
        return pattern
    return f'{pattern}"{"" if lang == "en" else NO_BREAK_SPACE}%"'


def colour(value: str) -> RGBColor:
    """Return a colour of the palette as the file has it."""
    return RGBColor.from_string(value.removeprefix("#"))


def _legend(chart: Chart, native: NativeChart, crowded: bool) -> None:
    chart.has_legend = crowded or (native.form != "line" and len(native.series) > 1)
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    for place, series in enumerate(native.series):
        if series.earlier:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
            chart.legend._element.find(qn("c:legendPos")).addnext(parse_xml(entry))


def _style_lines(
    chart: Chart, native: NativeChart, slide: Slide, pattern: str, shifts: Mapping[str, float], crowded: bool
) -> None:
    low, high = slide.figure["layout"]["yaxis"]["range"]
    step = slide.figure["layout"]["yaxis"]["dtick"]
    values, years = chart.value_axis, chart.category_axis
    # The screen leaves a hair below and above its axis so that end marks are whole; the file starts on the line.
    values.minimum_scale, values.maximum_scale = round(low / step) * step, round(high / step) * step
    values.major_unit = step
    values.major_gridlines.format.line.color.rgb = colour(LIGHT["grid"])
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _short(pattern, step), False
    years.format.line.color.rgb = colour(LIGHT["rule"])
    years.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    years.has_major_gridlines = False
    if len(native.categories) > MOST_YEARS:
        _skip(years, 2)
    for axis in (values, years):
        axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(12), colour(LIGHT["muted"])
    _leave_room(chart, slide, 0.13 if crowded else 0.06)
    for line, series in zip(chart.plots[0].series, native.series, strict=True):
        _style_line(line, series, pattern, shifts.get(series.name, 0.0), named=not crowded)


def _leave_room(chart: Chart, slide: Slide, top: float) -> None:
    """Keep the part at the right free for the labels, as on the screen."""
    layout = slide.figure["layout"]
    right = layout["margin"]["r"] / layout["width"]
    place = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (("x", 0.055), ("y", top), ("w", 0.93 - right), ("h", 0.9 - top))
    )
    made = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{place}</c:manualLayout></c:layout>'
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, made)


def _label_shifts(slide: Slide) -> dict[str, float]:
    """How far down each label was moved on the screen so that none covers another, in parts of the chart's height."""
    layout = slide.figure["layout"]
    return {
        words["text"].partition(" <b>")[0]: -words.get("yshift", 0.0) / layout["height"]
        for words in layout["annotations"]
        if " <b>" in words["text"]
    }


def _style_line(line: Any, series: NativeSeries, pattern: str, shift: float, *, named: bool) -> None:
    line.smooth = False
    line.format.line.width = Pt(1.75 if series.dashed else 2.75)
    line.format.line.color.rgb = colour(series.colour)
    if series.dashed:
        line.format.line.dash_style = MSO_LINE.ROUND_DOT
        line.marker.style = XL_MARKER_STYLE.NONE
    else:
        line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, 6
        line.marker.format.fill.solid()
        line.marker.format.fill.fore_color.rgb = colour(series.colour)
        line.marker.format.line.color.rgb = colour(series.colour)
    if series.earlier:
        return
    last = max(place for place, value in enumerate(series.values) if value is not None)
    label = line.points[last].data_label
    label.position = XL_LABEL_POSITION.ABOVE if series.dashed else XL_LABEL_POSITION.RIGHT
    label.font.size, label.font.bold, label.font.color.rgb = Pt(13), True, colour(series.colour)
    shown = ("c:showSerName",) if named or series.dashed else ()
    _show(label, shown if series.dashed else (*shown, "c:showVal"), pattern, shift)


def _style_bars(chart: Chart, native: NativeChart, pattern: str) -> None:
    plot = chart.plots[0]
    plot.gap_width = 45 if native.form == "bar" else 55
    plot.overlap = 100 if native.form == "stack" else (-5 if len(native.series) > 1 else 0)
    values, names = chart.value_axis, chart.category_axis
    values.visible, values.has_major_gridlines = False, False
    values.minimum_scale = 0
    names.format.line.fill.background()
    names.has_major_gridlines = False
    small = len(native.categories) > 16
    names.tick_labels.font.size = Pt(11 if small else 13)
    if small and len(native.series) > 1:
        # Two bars per region leave no room for their numbers: an axis says how long they are.
        values.visible, values.has_major_gridlines = True, True
        values.major_gridlines.format.line.color.rgb = colour(LIGHT["grid"])
        values.format.line.fill.background()
        values.tick_labels.font.size = Pt(12)
    _label_bars(plot, native, pattern, small)
    for bars, series in zip(plot.series, native.series, strict=True):
        bars.format.fill.solid()
        bars.format.fill.fore_color.rgb = colour(series.colour)
        bars.invert_if_negative = False
        for place, own in enumerate(series.colours):
            if own != series.colour:
                bars.points[place].format.fill.solid()
                bars.points[place].format.fill.fore_color.rgb = colour(own)


def _label_bars(plot: Any, native: NativeChart, pattern: str, small: bool) -> None:
    if small and len(native.series) > 1:
        return
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.font.size = Pt(11 if small else 13)
    labels.number_format, labels.number_format_is_linked = ("0;;" if native.form == "stack" else pattern), False
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.CENTER if native.form == "stack" else XL_LABEL_POSITION.OUTSIDE_END
    if native.form == "stack":
        labels.font.color.rgb, labels.font.bold = colour(LIGHT["paper"]), True


def _short(pattern: str, step: float) -> str:
    """The pattern of the axis: as many decimals as its step needs."""
    places = next(places for places in range(5) if abs(step * 10**places - round(step * 10**places)) < 1e-6)
    suffix = pattern[pattern.index('"') :] if '"' in pattern else ""
    return "#,##0" + ("." + "0" * places if places else "") + suffix


def _skip(axis: Any, every: int) -> None:
    """Print every second year: the library has no word for it."""
    element = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{every}"/>')
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(element)


def _show(label: Any, shown: tuple[str, ...], pattern: str, shift: float) -> None:
    """Print name and value of a point in one label, moved down by a part of the chart's height."""
    element = label._get_or_add_dLbl()
    for flag in ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"):
        found = element.find(qn(flag))
        if found is not None:
            found.set("val", "1" if flag in shown else "0")
    made = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode={quoteattr(pattern)} sourceLinked="0"/>')
    element.find(qn("c:idx")).addnext(made)
    if abs(shift) > CLOSE:
        made = parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="0"/><c:y val="{shift:.4f}"/>'
            "</c:manualLayout></c:layout>"
        )
        element.find(qn("c:idx")).addnext(made)
    element.find(qn("c:showBubbleSize")).addnext(parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>"))
