"""What is written into a chart of lines as shapes: breaks, the target with its path, labels at the ends of lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pages.parts.charts.axis import (
    HALF_YEAR,
    LABEL_GAP,
    LABEL_STEP,
    WORD_GAP,
    fitted,
    in_two,
    spread,
    text_width,
    word_rows,
)
from pages.parts.charts.draw_axes import Plot
from pages.parts.charts.drawing import SMALL, Drawing, Piece, Stroke, Words, with_value
from pages.parts.charts.marks import Break, Lines, Target
from pages.parts.charts.theme import MEANINGS
from pages.parts.words.language import format_value

WORD_ROW, WORD_UP = 15, 2
# A line of a name in a label has so much room; on a narrow sheet the value stands under it.
NAME_ROOM, NARROW_PART, NARROW = 200, 0.36, 560
# The height that labels never have: what is above and below the plot.
LABELS_EDGE = 48
TARGET_LINE, PATH_LINE, TARGET_WORDS = 3, 1.5, 11


class Label(NamedTuple):
    """The words at the end of a line, line by line, and the value that they belong to."""

    key: str
    rows: Sequence[Sequence[Piece]]
    value: float
    colour: str

    @property
    def lines(self) -> list[str]:
        """What each line says."""
        return ["".join(piece.words for piece in row) for row in self.rows]


def labels_of(
    mark: Lines, newest: Mapping[str, float], colours: Mapping[str, str], lang: str, width: float
) -> list[Label]:
    """The labels of lines with their newest values: long names on two lines where there is room for all."""
    long, short = (
        [_label(mark, key, value, colours[key], lang, width, cut) for key, value in newest.items()]
        for cut in (in_two, _in_one)
    )
    return long if _step(long) * len(long) <= mark.height - LABELS_EDGE else short


def _label(
    mark: Lines,
    key: str,
    value: float,
    colour: str,
    lang: str,
    width: float,
    cut: Callable[[str, float], list[str]],
) -> Label:
    words = format_value(value, mark.unit, mark.decimals, lang)
    is_narrow = width < NARROW
    *first, last = cut(mark.names[key], width * NARROW_PART if is_narrow else NAME_ROOM)
    ends = [(Piece(last),), (Piece(words, True),)] if is_narrow else [with_value(last, words)]
    return Label(key, [*((Piece(line),) for line in first), *ends], value, colour)


def _in_one(words: str, room: float) -> list[str]:
    return [fitted(words, room)]


def _step(labels: Sequence[Label]) -> float:
    return LABEL_STEP * max((len(label.rows) for label in labels), default=1)


def draw_labels(drawing: Drawing, plot: Plot, labels: Sequence[Label], year: float) -> None:
    """Labels from a year on, level with their lines; those that would touch are moved apart, none is dropped."""
    step = _step(labels)
    half = (step - LABEL_STEP) / 2
    placed = spread([plot.y(label.value) for label in labels], plot.top + half, plot.bottom - half, step)
    x = plot.x(year) + LABEL_GAP
    for label, y in zip(labels, placed, strict=True):
        for place, row in enumerate(label.rows):
            at = y + LABEL_STEP * (place - (len(label.rows) - 1) / 2)
            drawing.add(Words(x, at, row, label.colour, halo="paper", key=label.key))


def break_rows(plot: Plot, breaks: Sequence[Break], end: float) -> dict[int, tuple[int, bool]]:
    """The row of the words of each break, counted upwards from the plot, and whether they stand left of their rule.

    `end` is how far to the right words may reach: over the labels, which stand lower.
    """
    worded = sorted((item for item in breaks if item.words), key=lambda item: item.time_period)
    places = [plot.x(item.time_period - 0.5) for item in worded]
    widths = [text_width([item.words], SMALL) for item in worded]
    rows = word_rows(places, widths, plot.left, end)
    return {item.time_period: row for item, row in zip(worded, rows, strict=True)}


def draw_breaks(drawing: Drawing, plot: Plot, breaks: Sequence[Break], rows: Mapping[int, tuple[int, bool]]) -> None:
    """A rule before the year of each break, up to its words where it has any."""
    for item in breaks:
        x = plot.x(item.time_period - 0.5)
        top = plot.top
        if item.time_period in rows:
            row, is_left = rows[item.time_period]
            y = plot.top - WORD_ROW * (row + 0.5) - WORD_UP
            top = y - SMALL / 2
            shift, anchor = (-WORD_GAP, "end") if is_left else (WORD_GAP, "start")
            drawing.write(x + shift, y, item.words, "muted", SMALL, anchor, key="break")
        drawing.add(Stroke([((x, top), (x, plot.bottom))], "rule", key=f"break:{item.time_period}"))


def draw_path(drawing: Drawing, plot: Plot, target: Target | None) -> None:
    """The dotted path that leads to a target."""
    if target and target.path:
        path = [(plot.x(year), plot.y(value)) for year, value in target.path]
        drawing.add(Stroke([path], MEANINGS["target"][0], PATH_LINE, "dot", "path"))


def draw_target(drawing: Drawing, plot: Plot, target: Target | None) -> None:
    """A short rule at the year of a target, and its words."""
    if not target:
        return
    colour, words_colour = MEANINGS["target"]
    left, right, y = plot.x(target.year - HALF_YEAR), plot.x(target.year + HALF_YEAR), plot.y(target.value)
    # The path comes down to a low target from above and up to a high one from below: the words go to the other side.
    is_falling = bool(target.path) and target.path[0][1] > target.value
    down = TARGET_WORDS if is_falling else -TARGET_WORDS
    drawing.add(Stroke([((left, y), (right, y))], colour, TARGET_LINE, key="target"))
    drawing.write(right, y + down, target.label, words_colour, SMALL, "end", halo="paper", key="target")
