"""What native charts share: colours by meaning, patterns of numbers, a plot of known place, axes, bars and labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from pages.parts.charts.axis import WORD_GAP, text_width, word_rows
from pages.parts.charts.draw_line_words import WORD_ROW
from pages.parts.charts.marks import Break
from pages.parts.charts.pptx_sketch import FONT, SMALL, TEXT, Box, Edge, Sketch, Type
from pages.parts.charts.theme import LIGHT, MEANINGS
from pages.parts.words.language import MINUS, NO_BREAK_SPACE, unit_kind, unit_short

# Charts with more rows than this are set in smaller type.
CROWDED, CROWDED_TYPE = 18, 10.5
MOST_NAME_WIDTH = 300


def colour(token: str) -> RGBColor:
    """A colour of the palette as the file has it: the light one, because slides are white."""
    return RGBColor.from_string(LIGHT[token].removeprefix("#"))


def mark_colour(meaning: str) -> RGBColor:
    """The colour of a mark of a meaning."""
    return colour(MEANINGS[meaning][0])


def text_colour(meaning: str) -> RGBColor:
    """The colour of words about a meaning."""
    return colour(MEANINGS[meaning][1])


def word_colour(meaning: str) -> RGBColor:
    """The colour of words on a mark of a meaning: paper or ink, whichever stands out more."""
    ground = _lightness(LIGHT[MEANINGS[meaning][0]])
    paper, ink = (abs(_lightness(LIGHT[token]) - ground) for token in ("paper", "ink"))
    return colour("paper" if paper > ink else "ink")


def _lightness(value: str) -> float:
    red, green, blue = RGBColor.from_string(value.removeprefix("#"))
    return 0.3 * red + 0.6 * green + 0.1 * blue


def row_type(count: int) -> float:
    """The size of the names of so many rows."""
    return CROWDED_TYPE if count > CROWDED else TEXT


def number_format(unit: str, decimals: int, lang: str, *, axis: bool = False) -> str:
    """The pattern that prints values with their unit as the screen does; the decimal mark is the office program's own.

    On an `axis` only per cent are printed with their sign.
    """
    short = unit_short(unit, lang)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    if not short or (axis and unit_kind(unit) not in ("percent", "points")):
        return pattern
    blank = "" if short.startswith("%") and lang == "en" else NO_BREAK_SPACE
    return f'{pattern}"{blank}{short.replace(" ", NO_BREAK_SPACE)}"'


def change_format(unit: str, decimals: int, lang: str) -> str:
    """The pattern that prints differences with their sign; of two percentages in percentage points."""
    plain = number_format("PP" if unit_kind(unit) in ("percent", "points") else unit, decimals, lang)
    return f"+{plain};{MINUS}{plain};{plain}"


def begin_chart(sketch: Sketch, kind: Any, data: Any, box: Box, plot: Box) -> Chart:
    """Add a chart whose plot lies at a known place, so that words and rules beside it meet its scale."""
    chart = sketch.chart(kind, data, box)
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(TEXT), FONT, colour("ink")
    place = (plot.left - box.left, plot.top - box.top, plot.width, plot.height)
    sides = (box.width, box.height, box.width, box.height)
    parts = "".join(
        f'<c:{name} val="{length / side:.5f}"/>' for name, length, side in zip("xywh", place, sides, strict=True)
    )
    made = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{parts}</c:manualLayout></c:layout>'
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, made)
    return chart


def draw_breaks(sketch: Sketch, breaks: Sequence[Break], years: Sequence[int], plot: Box, edge: float) -> Box:
    """Draw a thin rule before the first year of what is not comparable, its words in rows above the plot.

    Returns the plot that is left under the rows; words may reach to `edge`.
    """
    drawn = [item for item in breaks if years[0] < item.time_period <= years[-1]]
    places = [plot.x(item.time_period - 0.5, years[0] - 0.5, years[-1] + 0.5) for item in drawn]
    widths = [text_width([item.words], SMALL) for item in drawn]
    rows = word_rows(places, widths, plot.left, edge)
    plot = plot.within(top=WORD_ROW * (1 + max((row for row, _ in rows), default=-1)))
    for item, x, width, (row, left) in zip(drawn, places, widths, rows, strict=True):
        y = plot.top - WORD_ROW * (row + 1) - 2
        sketch.rule((x, y + 2), (x, plot.bottom), Edge("rule"))
        words = Box(x - WORD_GAP - width if left else x + WORD_GAP, y, width, WORD_ROW)
        sketch.write(item.words, words, Type(token="muted", align="r" if left else "l"))
    return plot


def hide_axis(axis: Any, low: float | None = None, high: float | None = None) -> None:
    """Keep an axis only as a scale."""
    axis.has_major_gridlines = False
    axis.visible = False
    axis.minimum_scale, axis.maximum_scale = low, high


def show_values(axis: Any, ends: tuple[float, float, float], pattern: str) -> None:
    """Show an axis of values from its lower to its upper end in steps: light rules, muted numbers, no line."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ends
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour("grid")
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = pattern, False
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(SMALL), colour("muted")


def show_years(axis: Any, count: int, printed: Sequence[int]) -> None:
    """Show an axis of `count` years, as many of them `printed` as the screen has."""
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = colour("rule")
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(SMALL), colour("muted")
    if 1 < len(printed) < count:
        # The library has no word for printing every second or fifth year.
        every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{printed[1] - printed[0]}"/>')
        axis._element.find(qn("c:noMultiLvlLbl")).addprevious(every)


def show_names(axis: Any, size: float) -> None:
    """Show an axis of names, the first on top."""
    axis.reverse_order = True
    axis.has_major_gridlines = False
    axis.format.line.fill.background()
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(size), colour("ink")


def paint(series: Any, fills: Sequence[RGBColor], hollow: Sequence[bool] = ()) -> None:
    """Fill the bars of a series, those of another colour than the first by themselves; hollow ones are outlined."""
    series.invert_if_negative = False
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = fills[0]
    for place, fill in enumerate(fills):
        empty = bool(hollow) and hollow[place]
        if fill == fills[0] and not empty:
            continue
        point = series.points[place].format
        point.fill.solid()
        point.fill.fore_color.rgb = colour("paper") if empty else fill
        if empty:
            point.line.color.rgb, point.line.width = fill, Pt(1.5)


def label_bars(labels: Any, pattern: str, size: float, position: Any) -> None:
    """Print the value of every bar."""
    labels.font.size, labels.font.color.rgb = Pt(size), colour("ink")
    labels.number_format, labels.number_format_is_linked = pattern, False
    labels.show_value = True
    labels.position = position


def show_in_label(label: Any, shown: Sequence[str], pattern: str, down: float = 0.0) -> None:
    """Print `shown` (Val, SerName) of a point on one line, moved down by a part of the chart's height."""
    element = label._get_or_add_dLbl()
    for flag in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        found = element.find(qn(f"c:show{flag}"))
        if found is not None:
            found.set("val", "1" if flag in shown else "0")
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    made = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode={quoteattr(pattern)} sourceLinked="0"/>')
    element.find(qn("c:idx")).addnext(made)
    if down:
        place = f'<c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout>'
        element.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{place}</c:layout>"))
    element.find(qn("c:showBubbleSize")).addnext(parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>"))
