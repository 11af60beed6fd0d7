"""The legend under a map as shapes: a stepped scale with limits below and counts inside, and the hatches in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pages.parts.charts.axis import text_width
from pages.parts.charts.classes import MISSING_KINDS, Classes, word_token, written_number
from pages.parts.charts.drawing import Box, Drawing
from pages.parts.words.language import text

# Pixels below the map: the scale, its limits, the words of the scheme.
SCALE_TOP, SCALE_HEIGHT, LIMITS, SCHEME = 19, 15, 43, 60
SIZE, LEFT, LEAST_STEP, HEIGHT = 11, 8, 46, 74
HATCH_WIDTH, HATCH_ROOM, LINE, BELOW_SCHEME = 20, 26, 18, 33


class Hatch(NamedTuple):
    """One hatch of the legend: which, its words, where it begins, and how far it stands below the scale."""

    kind: str
    words: str
    x: float
    down: float


class Legend(NamedTuple):
    """What a legend says, how wide its steps are and how much room it takes."""

    classes: Classes
    counts: Sequence[int]
    limits: Sequence[str]
    scheme: str
    step: float
    hatches: Sequence[Hatch]
    height: float


def legend_of(
    classes: Classes, values: Sequence[float], missing: Sequence[str], decimals: int, lang: str, width: float
) -> Legend:
    """The legend of a map: how many of the values lie in each class, and which hatches are `missing`."""
    limits = [written_number(bound, classes, decimals, lang) for bound in classes.bounds]
    numbers = [classes.number(value) for value in values]
    count = len(classes.tokens)
    step = min(max(LEAST_STEP, text_width(limits, 12) + 12), (width - 2 * LEFT) / count)
    hatches = _hatches(
        [kind for kind in MISSING_KINDS if kind in missing], LEFT + count * step + HATCH_ROOM, lang, width
    )
    lines = len({hatch.down for hatch in hatches} - {0})
    return Legend(
        classes,
        [numbers.count(place) for place in range(count)],
        limits,
        text(f"chart.scheme_{classes.scheme}", lang),
        step,
        hatches,
        HEIGHT + lines * LINE,
    )


def draw_legend(drawing: Drawing, legend: Legend, left: float = 0) -> None:
    """Put a legend at the foot of a drawing, so many pixels from its left edge."""
    top = drawing.height - legend.height
    for place, (token, count) in enumerate(zip(legend.classes.tokens, legend.counts, strict=True)):
        x = left + LEFT + place * legend.step
        drawing.add(Box(x, top + SCALE_TOP, legend.step - 1, SCALE_HEIGHT, token, "outline", 0.6, key=f"class:{place}"))
        middle = top + SCALE_TOP + SCALE_HEIGHT / 2
        drawing.write(x + legend.step / 2, middle, str(count), word_token(token), SIZE, "middle", key="count")
    for place, words in enumerate(legend.limits):
        # The first limit starts at the edge, so that its sign is not cut off.
        x, anchor = (left, "start") if place == 0 else (left + LEFT + place * legend.step, "middle")
        drawing.write(x, top + LIMITS, words, "muted", SIZE, anchor, key="limit")
    drawing.write(left + LEFT, top + SCHEME, legend.scheme, "muted", SIZE)
    for hatch in legend.hatches:
        y = top + SCALE_TOP + hatch.down
        drawing.add(Box(left + hatch.x, y, HATCH_WIDTH, SCALE_HEIGHT, None, "outline", 0.8, hatch.kind))
        drawing.write(left + hatch.x + HATCH_ROOM, y + SCALE_HEIGHT / 2, hatch.words, "muted", SIZE)


def _hatches(kinds: Sequence[str], x: float, lang: str, width: float) -> list[Hatch]:
    """Hatches behind the scale, or on lines of their own below its words where there is no room."""
    made: list[Hatch] = []
    line = 0
    for kind in kinds:
        words = text(f"chart.{kind}", lang)
        room = HATCH_ROOM + text_width([words], SIZE)
        if x + room > width:
            x, line = LEFT, line + 1
        made.append(Hatch(kind, words, x, BELOW_SCHEME + line * LINE if line else 0))
        x += room + LINE
    return made
