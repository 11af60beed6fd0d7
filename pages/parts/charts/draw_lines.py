"""Lines over years as shapes: the country in ink, chosen lines in their colours, labels at the ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pages.parts.charts.axis import (
    fitted,
    most_years,
    spread,
    text_width,
    tick_decimals,
    value_range,
    value_ticks,
    word_rows,
    year_ticks,
)
from pages.parts.charts.drawing import SMALL, Dot, Drawing, Stroke, Words, rule, with_value
from pages.parts.charts.marks import Break, Lines, Target
from pages.parts.charts.points import Point, lines_of, unbroken, years_of
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import NO_BREAK_SPACE, format_number, format_value, unit_short

HOLLOW = frozenset("PSEU")
TOP, BOTTOM, WORD_ROW = 16, 32, 15
WIDEST_LABEL, NARROW_PLOT = 260, 180
LABEL_GAP, TICK_GAP, WORD_GAP = 9, 6, 4
HALF_YEAR, AIR = 0.4, 0.008
DOT, HOLLOW_DOT, FACT = 5, 8, 9
# Width of a line and its rank by meaning: higher ranks lie over others, rank 0 has neither dots nor a label.
LOOKS = {"country": (2.6, 3), "context": (1.0, 0), "quiet": (1.0, 0)}
COLOURED, CHOSEN = (2.4, 2), (2.2, 2)


class Style(NamedTuple):
    """How a line is drawn."""

    colour: str
    label_colour: str
    width: float
    rank: int


class Plot(NamedTuple):
    """The edges of a plot in pixels, and the years and values that lie on them."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, year: float) -> float:
        """The pixel of a year."""
        return self.left + (year - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, value: float) -> float:
        """The pixel of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def draw_lines(mark: Lines, lang: str, width: float) -> Drawing:
    """The lines of a mark, in the geometry of the live chart."""
    drawing = Drawing(width, mark.height)
    found = lines_of(mark.rows, mark.by)
    lines = {key: points for key in mark.names if (points := _within(found.get(key, []), mark.span))}
    if not lines:
        return drawing
    styles = line_styles(mark, list(lines))
    labels = _labels(mark, lines, styles, lang)
    scale = _scale(mark, lines)
    plot = _plot(mark, lines, labels, scale, lang, width)
    breaks = [item for item in mark.breaks if plot.first + HALF_YEAR < item.time_period <= plot.last - HALF_YEAR]
    rows = word_rows(
        [plot.x(item.time_period - 0.5) for item in breaks],
        [text_width([item.words], SMALL) for item in breaks],
        plot.left,
        width,
    )
    plot = plot._replace(top=TOP + WORD_ROW * (1 + max((row for row, _ in rows), default=-1)))
    draw_axes(drawing, plot, scale, unit_suffix(mark.unit, lang), lang, mark.year_labels)
    _add_breaks(drawing, plot, breaks, rows)
    if mark.target:
        _add_path(drawing, plot, mark.target)
    for key in sorted(lines, key=lambda key: styles[key].rank):
        _add_line(drawing, plot, mark, key, lines[key], styles[key])
    if mark.target:
        _add_target(drawing, plot, mark.target)
    _add_labels(drawing, plot, lines, labels, styles)
    return drawing


def line_styles(mark: Lines, keys: Sequence[str]) -> dict[str, Style]:
    """The style of every line by its key."""
    meanings = meanings_of(keys, mark.chosen, mark.meanings)
    return {
        key: Style(*MEANINGS[meaning], *LOOKS.get(meaning, CHOSEN if meaning.startswith("chosen") else COLOURED))
        for key, meaning in meanings.items()
    }


def draw_axes(
    drawing: Drawing, plot: Plot, scale: tuple[float, float, float], suffix: str, lang: str, years: int
) -> None:
    """Light lines at the values, values at the left, years below."""
    low, high, step = scale
    for value in value_ticks(low, high, step):
        y = plot.y(value)
        drawing.add(rule(plot.left, y, plot.right, y, "grid"))
        words = f"{format_number(value, tick_decimals(step), lang)}{suffix}"
        drawing.write(plot.left - TICK_GAP, y, words, "muted", SMALL, "end")
    first, last = round(plot.first + HALF_YEAR), round(plot.last - HALF_YEAR)
    for year in year_ticks(first, last, most_years(years, plot.right - plot.left)):
        drawing.write(plot.x(year), plot.bottom + 14, str(year), "muted", SMALL, "middle")


def unit_suffix(unit: str, lang: str) -> str:
    """The per cent sign of an axis; other units stand in the subtitle."""
    short = unit_short(unit, lang)
    if short != "%":
        return ""
    return short if lang == "en" else f"{NO_BREAK_SPACE}{short}"


def left_room(scale: tuple[float, float, float], suffix: str, lang: str) -> int:
    """The room that the values of an axis need at its left."""
    low, high, step = scale
    ends = [f"{format_number(end, tick_decimals(step), lang)}{suffix}" for end in (low, high)]
    return text_width(ends, SMALL) + 12


def _within(points: Sequence[Point], span: tuple[int, int] | None) -> list[Point]:
    return [point for point in points if span is None or span[0] <= point.year <= span[1]]


def _scale(mark: Lines, lines: Mapping[str, Sequence[Point]]) -> tuple[float, float, float]:
    if mark.values is not None:
        return value_range(mark.values)
    known = [point.value for points in lines.values() for point in points]
    return value_range([*known, *([mark.target.value] if mark.target else [])], zero=mark.zero)


def _labels(
    mark: Lines, lines: Mapping[str, Sequence[Point]], styles: Mapping[str, Style], lang: str
) -> dict[str, tuple[str, str]]:
    return {
        key: (mark.names[key], format_value(points[-1].value, mark.unit, mark.decimals, lang))
        for key, points in lines.items()
        if mark.labels and styles[key].rank
    }


def _plot(
    mark: Lines,
    lines: Mapping[str, Sequence[Point]],
    labels: Mapping[str, tuple[str, str]],
    scale: tuple[float, float, float],
    lang: str,
    width: float,
) -> Plot:
    newest = years_of(lines.values())[1]
    last_drawn = max(newest, mark.target.year) if mark.target else newest
    first, last = mark.span or (years_of(lines.values())[0], last_drawn)
    left = left_room(scale, unit_suffix(mark.unit, lang), lang)
    # Labels start at the newest year: where a target lies years ahead, they have the room up to it.
    future = (last - newest) / max(last - first, 1) * NARROW_PLOT
    longest = text_width([f"{name} {value}" for name, value in labels.values()]) + 16
    right = max(min(longest, WIDEST_LABEL, 0.4 * width) - int(future), 16) if labels else 16
    low, high, _ = scale
    air = (high - low) * AIR
    return Plot(
        left, TOP, width - right, mark.height - BOTTOM, first - HALF_YEAR, last + HALF_YEAR, low - air, high + air
    )


def _add_breaks(drawing: Drawing, plot: Plot, breaks: Sequence[Break], rows: Sequence[tuple[int, bool]]) -> None:
    for item, (row, left) in zip(breaks, rows, strict=True):
        x = plot.x(item.time_period - 0.5)
        y = plot.top - WORD_ROW * (row + 0.5) - 2
        drawing.add(rule(x, y - SMALL / 2, x, plot.bottom, "rule"))
        drawing.write(x + (-WORD_GAP if left else WORD_GAP), y, item.words, "muted", SMALL, "end" if left else "start")


def _add_line(drawing: Drawing, plot: Plot, mark: Lines, key: str, points: Sequence[Point], style: Style) -> None:
    stretches = [[(plot.x(point.year), plot.y(point.value)) for point in part] for part in unbroken(points)]
    if not mark.points:
        dash = "dot" if key in mark.dotted else "solid"
        drawing.add(Stroke([part for part in stretches if len(part) > 1], style.colour, style.width, dash, key))
    if not style.rank and not mark.points:
        return
    size = FACT if mark.points else DOT
    for point in points:
        x, y = plot.x(point.year), plot.y(point.value)
        if point.status in HOLLOW:
            drawing.add(Dot(x, y, max(size, HOLLOW_DOT), "paper", style.colour, 1.8, key=key))
        else:
            drawing.add(Dot(x, y, size, style.colour, key=key))


def _add_path(drawing: Drawing, plot: Plot, target: Target) -> None:
    path = [(plot.x(year), plot.y(value)) for year, value in target.path]
    if path:
        drawing.add(Stroke([path], MEANINGS["target"][0], 1.5, "dot", "target"))


def _add_target(drawing: Drawing, plot: Plot, target: Target) -> None:
    colour, words_colour = MEANINGS["target"]
    left, right, y = plot.x(target.year - HALF_YEAR), plot.x(target.year + HALF_YEAR), plot.y(target.value)
    # The path comes down to a low target from above and up to a high one from below: the words go to the other side.
    below = bool(target.path) and target.path[0][1] > target.value
    drawing.add(rule(left, y, right, y, colour, 3))
    drawing.write(right, y + (11 if below else -11), target.label, words_colour, SMALL, "end", halo="paper")


def _add_labels(
    drawing: Drawing,
    plot: Plot,
    lines: Mapping[str, Sequence[Point]],
    labels: Mapping[str, tuple[str, str]],
    styles: Mapping[str, Style],
) -> None:
    """A label beside the last point of each line; labels that would touch are moved apart, none is dropped."""
    own = [plot.y(lines[key][-1].value) for key in labels]
    placed = spread(own, plot.top, plot.bottom)
    x = plot.x(years_of(lines.values())[1]) + LABEL_GAP
    for (key, (name, value)), y in zip(labels.items(), placed, strict=True):
        shown = fitted(name, drawing.width - x - text_width([f" {value}"]))
        drawing.add(Words(x, y, with_value(shown, value), styles[key].label_colour, halo="paper", key=key))
