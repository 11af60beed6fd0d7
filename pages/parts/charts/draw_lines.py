"""Lines over years as shapes: the country in ink, chosen lines in their colours, labels at the ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pages.parts.charts.axis import HALF_YEAR, label_margin, text_width, value_range
from pages.parts.charts.draw_axes import Plot, Scale, axis_sign, draw_values, draw_years
from pages.parts.charts.draw_line_words import (
    WORD_ROW,
    Label,
    break_rows,
    draw_breaks,
    draw_labels,
    draw_path,
    draw_target,
    labels_of,
)
from pages.parts.charts.drawing import Dot, Drawing, Stroke
from pages.parts.charts.marks import Lines
from pages.parts.charts.points import Point, lines_of, unbroken, years_of
from pages.parts.charts.theme import MEANINGS, meanings_of

HOLLOW = frozenset("PSEU")
TOP, BOTTOM, AIR = 16, 32, 0.008
BARE_EDGE = 16
DOT, HOLLOW_DOT, FACT, LONE = 5, 8, 9, 3
# Width of a line and its rank by meaning: higher ranks lie over others, rank 0 has neither dots nor a label.
LOOKS = {"country": (2.6, 3), "context": (1.0, 0), "quiet": (1.0, 0)}
COLOURED, CHOSEN = (2.4, 2), (2.2, 2)


class Style(NamedTuple):
    """How a line is drawn."""

    colour: str
    label_colour: str
    width: float
    rank: int


def draw_lines(mark: Lines, lang: str, width: float) -> Drawing:
    """The lines of a mark, in the geometry of the live chart."""
    drawing = Drawing(width, mark.height)
    lines = drawn_lines(mark)
    if not lines:
        return drawing
    styles = line_styles(mark, list(lines))
    newest = {key: points[-1].value for key, points in lines.items() if mark.labels and styles[key].rank}
    labels = labels_of(mark, newest, {key: style.label_colour for key, style in styles.items()}, lang, width)
    scale = _scale(mark, lines, lang)
    plot, label_year = _plot(mark, lines, labels, scale, lang, width)
    breaks = [item for item in mark.breaks if plot.first + 1 <= item.time_period < plot.last]
    rows = break_rows(plot, breaks, width)
    plot = plot._replace(top=TOP + WORD_ROW * max((row + 1 for row, _ in rows.values()), default=0))
    draw_values(drawing, plot, scale, lang)
    draw_years(drawing, plot, *_years(plot), mark.year_labels)
    draw_breaks(drawing, plot, breaks, rows)
    draw_path(drawing, plot, mark.target)
    for key in sorted(lines, key=lambda key: styles[key].rank):
        _add_line(drawing, plot, mark, key, lines[key], styles[key])
    draw_target(drawing, plot, mark.target)
    draw_labels(drawing, plot, labels, label_year)
    return drawing


def drawn_lines(mark: Lines) -> dict[str, list[Point]]:
    """The points of each named line that lie within the span of the axis."""
    found = lines_of(mark.rows, mark.by)
    lines = {key: _within(found.get(key, []), mark.span) for key in mark.names}
    return {key: points for key, points in lines.items() if points}


def line_styles(mark: Lines, keys: Sequence[str]) -> dict[str, Style]:
    """The style of every line by its key."""
    meanings = meanings_of(keys, mark.chosen, mark.meanings)
    return {
        key: Style(*MEANINGS[meaning], *LOOKS.get(meaning, CHOSEN if meaning.startswith("chosen") else COLOURED))
        for key, meaning in meanings.items()
    }


def _within(points: Sequence[Point], span: tuple[int, int] | None) -> list[Point]:
    return [point for point in points if span is None or span[0] <= point.year <= span[1]]


def _scale(mark: Lines, lines: Mapping[str, Sequence[Point]], lang: str) -> Scale:
    known = [point.value for points in lines.values() for point in points]
    ends = mark.values or [*known, *([mark.target.value] if mark.target else [])]
    return Scale(*value_range(ends, zero=mark.zero and not mark.values), axis_sign(mark.unit, lang))


def _plot(
    mark: Lines,
    lines: Mapping[str, Sequence[Point]],
    labels: Sequence[Label],
    scale: Scale,
    lang: str,
    width: float,
) -> tuple[Plot, float]:
    """The plot, and the year at which labels begin."""
    oldest, newest = years_of(lines.values())
    first, last = mark.span or (oldest, max(newest, mark.target.year) if mark.target else newest)
    left = scale.room(lang)
    longest = text_width([line for label in labels for line in label.lines])
    margin, label_year = label_margin(longest, width - left, first, last, newest) if labels else (BARE_EDGE, newest)
    air = (scale.high - scale.low) * AIR
    ends = (first - HALF_YEAR, last + HALF_YEAR, scale.low - air, scale.high + air)
    return Plot(left, TOP, width - margin, mark.height - BOTTOM, *ends), label_year


def _years(plot: Plot) -> tuple[int, int]:
    return round(plot.first + HALF_YEAR), round(plot.last - HALF_YEAR)


def _add_line(drawing: Drawing, plot: Plot, mark: Lines, key: str, points: Sequence[Point], style: Style) -> None:
    stretches = unbroken(points)
    if not mark.points:
        ways = [[(plot.x(point.year), plot.y(point.value)) for point in part] for part in stretches if len(part) > 1]
        dash = "dot" if key in mark.dotted else "solid"
        drawing.add(Stroke(ways, style.colour, style.width, dash, key))
    # A point between gaps would vanish as a line.
    dotted = points if style.rank or mark.points else [part[0] for part in stretches if len(part) == 1]
    size = FACT if mark.points else DOT if style.rank else LONE
    for point in dotted:
        x, y = plot.x(point.year), plot.y(point.value)
        if point.status in HOLLOW:
            drawing.add(Dot(x, y, max(size, HOLLOW_DOT), "paper", style.colour, 1.8, key=key))
        else:
            drawing.add(Dot(x, y, size, style.colour, key=key))
