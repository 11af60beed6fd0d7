"""Scales and direct labels, worked out here so that an axis never jumps and labels never cover each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

LABEL_STEP = 17
# How wide letters of the typeface are at 13 pixels, regular and strong alike to half a pixel.
WIDTHS = {
    letter: width
    for letters, width in (
        ("\u202f", 2.3),
        ("ijlIіІ .,:\u00a0·’", 3.5),
        ("frt;()/'", 4.6),
        ("гғ-“”", 5.9),
        ("зт–", 6.4),
        ("aksvxyzLавкухьяұү", 7.3),
        ("cehnouEFJбеёийлнопсчэәқөһГЕЁҒ«»", 7.7),
        ("bdgpqPZдрцңЗР", 8.1),
        ("0123456789BKRSTXYъБВКТУХЬЯҰҮ≈=+−₸&<>", 8.6),
        ("ACDGHNOQUVфыАИЙЛНОПСЦЧЭӘҚҢӨҺ", 9.6),
        ("wжмшщюДФЪ", 10.8),
        ("mMМЫ…", 11.7),
        ("WЖШЩЮ%—№", 13.1),
    )
    for letter in letters
}
OTHER_WIDTH = 7.7
# The room of one year on an axis, and between a rule and its words.
YEAR_ROOM, WORD_GAP = 42, 4
# An axis of years reaches so far beyond its first and last year.
HALF_YEAR = 0.4
RIGHT_EDGE, LABEL_GAP, LABEL_EDGE = 16, 9, 4
# Between the words of two ticks.
TICK_GAP = 8


def nice_step(span: float, wanted: int = 5) -> float:
    """The round step (1, 2, 2.5 or 5 times a power of ten) that cuts `span` into about `wanted` parts."""
    raw = span / max(wanted, 1)
    power = 10 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999)


def value_range(values: Sequence[float], *, zero: bool = False, wanted: int = 5) -> tuple[float, float, float]:
    """Lower end, upper end and step of a value axis; starts at zero when asked or when the data come near to it."""
    known = [value for value in values if value is not None and math.isfinite(value)]
    if not known:
        return 0.0, 1.0, 0.5
    low, high = min(known), max(known)
    if zero or (low >= 0 and low < 0.55 * high):
        low = min(low, 0.0)
    if zero or (high <= 0 and high > 0.55 * low):
        high = max(high, 0.0)
    if high - low < 1e-9:
        low, high = low - max(abs(low) * 0.1, 0.5), high + max(abs(high) * 0.1, 0.5)
    step = nice_step(high - low, wanted)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def value_ticks(low: float, high: float, step: float) -> list[float]:
    """The values at which an axis has a line."""
    return [low + place * step for place in range(round((high - low) / step) + 1)]


def spaced_ticks(ticks: Sequence[float], step: float, unit: float, widest: float) -> list[float]:
    """The ticks whose words do not touch: all, or every second, fifth or tenth one, counted from zero.

    `unit` is the pixels of a unit of the axis, `widest` those of the longest words.
    """
    every = next((count for count in (1, 2, 5, 10) if count * step * unit >= widest + TICK_GAP), 20)
    return [tick for tick in ticks if round(tick / step) % every == 0]


def tick_decimals(step: float) -> int:
    """How many decimals the ticks of an axis need."""
    return next(places for places in range(5) if abs(step * 10**places - round(step * 10**places)) < 1e-6)


def most_years(wanted: int, width: float) -> int:
    """How many years an axis of so many pixels has room for, `wanted` at most."""
    return max(min(wanted, math.floor(width / YEAR_ROOM)), 2)


def year_ticks(first: int, last: int, most: int = 9) -> list[int]:
    """Whole years to print, at most `most`: always the last one, and round ones where the step is five or more."""
    step = next(step for step in (1, 2, 5, 10, 20) if (last - first) / step < most)
    if step < 5:
        return list(range(last, first - 1, -step))[::-1]
    round_years = [year for year in range(first, last) if year % step == 0 and last - year >= 0.5 * step]
    return [*round_years, last]


def spread(positions: Sequence[float], low: float, high: float, step: float = LABEL_STEP) -> list[float]:
    """Pixel positions of labels moved apart by at least `step`, each as near to its own place as the others allow."""
    blocks: list[list[int]] = []
    for index in sorted(range(len(positions)), key=lambda index: positions[index]):
        blocks.append([index])
        while len(blocks) > 1 and _start(blocks[-2], positions, low, high, step) + step * len(blocks[-2]) > _start(
            blocks[-1], positions, low, high, step
        ):
            last = blocks.pop()
            blocks[-1].extend(last)
    placed = [0.0] * len(positions)
    for block in blocks:
        start = _start(block, positions, low, high, step)
        for rank, index in enumerate(block):
            placed[index] = start + step * rank
    return placed


def _start(block: Sequence[int], positions: Sequence[float], low: float, high: float, step: float) -> float:
    wanted = sum(positions[index] - step * rank for rank, index in enumerate(block)) / len(block)
    return max(min(wanted, high - step * (len(block) - 1)), low)


def label_margin(longest: float, width: float, first: float, last: float, newest: float) -> tuple[float, float]:
    """The margin at the right of lines for labels at their ends, and the year behind which the labels begin.

    `width` is the room of plot and margin together, `longest` that of the labels. Labels begin behind the `newest`
    value; where a target lies ahead and there is no room for them up to it, behind the end of the axis.
    """
    year = 1 / (last - first + 2 * HALF_YEAR)
    label = longest + LABEL_GAP + LABEL_EDGE
    if label <= (last - newest - HALF_YEAR) * year * (width - RIGHT_EDGE):
        return RIGHT_EDGE, newest
    if newest < last:
        return label, last + HALF_YEAR
    # The axis reaches half a year behind the newest value: labels have that room too.
    beyond = HALF_YEAR * year
    return max((label - beyond * width) / (1 - beyond), RIGHT_EDGE), newest


def word_rows(places: Sequence[float], widths: Sequence[float], low: float, high: float) -> list[tuple[int, bool]]:
    """Where the words at vertical rules stand above a plot: the row (0 is the lowest), and whether left of their rule.

    `places` are pixel positions of the rules from left to right, `widths` those of the words, `low` and `high` the ends
    of the plot. Words stand right of their rule where they fit there; none covers another.
    """
    spans = [_word_span(place, width + WORD_GAP, low, high) for place, width in zip(places, widths, strict=True)]
    turned = [start < place for (start, _), place in zip(spans, places, strict=True)]
    # From the outside of each side, so that a rule ends below the words of those beside it.
    order = [
        *reversed([at for at, left in enumerate(turned) if not left]),
        *(at for at, left in enumerate(turned) if left),
    ]
    rows: dict[int, int] = {}
    for at in order:
        taken = {row for other, row in rows.items() if _touch(spans[at], spans[other])}
        rows[at] = next(row for row in range(len(spans)) if row not in taken)
    return [(rows[at], turned[at]) for at in range(len(spans))]


def _word_span(place: float, width: float, low: float, high: float) -> tuple[float, float]:
    return (place - width, place) if place + width > high and place - width >= low else (place, place + width)


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + WORD_GAP and other[0] < one[1] + WORD_GAP


def fitted(words: str, room: float, size: float = 13) -> str:
    """The words, cut with an ellipsis where they need more pixels than there is room."""
    if text_width([words], size) <= room:
        return words
    kept = next((end for end in range(len(words) - 1, 0, -1) if text_width([words[:end] + "…"], size) <= room), 1)
    return words[:kept].rstrip() + "…"


def in_two(words: str, room: float, size: float = 13) -> list[str]:
    """The words on one line where they fit, else on two, cut at a space; the second is `fitted`."""
    if text_width([words], size) <= room:
        return [words]
    cuts = [place for place, letter in enumerate(words) if letter == " " and text_width([words[:place]], size) <= room]
    if not cuts:
        return [fitted(words, room, size)]
    return [words[: cuts[-1]], fitted(words[cuts[-1] + 1 :], room, size)]


def text_width(texts: Sequence[str], size: float = 13) -> int:
    """About how many pixels the longest of these texts needs."""
    widest = max((sum(WIDTHS.get(letter, OTHER_WIDTH) for letter in text) for text in texts), default=0)
    return math.ceil(widest * size / 13)
