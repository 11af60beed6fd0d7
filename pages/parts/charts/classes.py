"""Classes of a map: which class a value falls in, its colour, and the legend that states scheme and counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import BALANCE, DIVERGING, SEQUENTIAL
from pages.parts.words.language import format_number, text

PALETTES = {"sequential": SEQUENTIAL, "diverging": DIVERGING, "balance": BALANCE}
DARK_FILLS = frozenset({"seq4", "seq5", "div1", "div6", "div7", "bal1", "bal5"})
SWATCH_HEIGHT = 12
LEGEND_HEIGHT = 74
MISSING_KINDS = ("no_data", "not_existing", "suppressed")


@dataclass(frozen=True)
class Classes:
    """One classification, used for every year of a slider.

    `bounds` are the class limits from the lowest to the highest, one more than classes (from a query); `palette` is
    sequential, diverging (women minus men) or balance (around 1); `scheme` is a key of the catalogue (fisher_jenks,
    quantiles, equal_interval, fixed).
    """

    bounds: tuple[float, ...]
    palette: str = "sequential"
    scheme: str = "fisher_jenks"

    @property
    def tokens(self) -> tuple[str, ...]:
        """The colour token of each class, lowest first."""
        return PALETTES[self.palette][len(self.bounds) - 1]

    def number(self, value: float) -> int:
        """The class of a value: upper bounds belong to their class; values outside fall into the end classes."""
        return min(max(bisect_left(self.bounds, value - 1e-9) - 1, 0), len(self.bounds) - 2)

    def token(self, value: float) -> str:
        """The colour token of a value."""
        return self.tokens[self.number(value)]


def written_number(value: float, classes: Classes, decimals: int, lang: str) -> str:
    """A number as a map prints it: a difference (diverging classes) with its sign, anything else plain."""
    number = format_number(value, decimals, lang)
    positive = classes.palette == "diverging" and value > 0 and number != format_number(0, decimals, lang)
    return f"+{number}" if positive else number


def word_token(fill: str) -> str:
    """The colour of words printed on a class colour."""
    return "onfill" if fill in DARK_FILLS else "ink"


def legend(
    classes: Classes,
    values: Sequence[float],
    missing: Sequence[str],
    lang: str,
    decimals: int,
    left: int,
    extra: str = "",
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and annotations of the legend under a map: a stepped scale with limits below and counts inside.

    Drawn in pixels from the left edge, so that it keeps its form at every width; `missing` are the hatches in use.
    """
    tokens, bounds = classes.tokens, classes.bounds
    counts = [sum(classes.number(value) == place for value in values) for place in range(len(tokens))]
    step = max(46, text_width([written_number(bound, classes, decimals, lang) for bound in bounds], 12) + 12)
    shapes, words = [], []
    for place, (fill, count) in enumerate(zip(tokens, counts, strict=True)):
        shapes.append(_swatch(left + place * step, step - 1, f"@{fill}"))
        words.append(_word(left + (place + 0.5) * step, -27, str(count), 11, word_token(fill)))
    for place, bound in enumerate(bounds):
        # The first limit starts at the edge, so that its sign is not cut off.
        at, anchor = (left - 8, "left") if place == 0 else (left + place * step, "center")
        words.append(_word(at, -43, written_number(bound, classes, decimals, lang), 11, "muted", anchor))
    scheme = text(f"chart.scheme_{classes.scheme}", lang)
    words.append(_word(left, -60, f"{scheme}{extra}", 11, "muted", anchor="left"))
    x = left + len(tokens) * step + 26
    for kind in [kind for kind in MISSING_KINDS if kind in missing]:
        shapes += _hatch_swatch(x, kind)
        label = text(f"chart.{kind}", lang)
        words.append(_word(x + 26, -27, label, 11, "muted", anchor="left"))
        x += 26 + text_width([label], 11) + 18
    return shapes, words


def _swatch(x: float, width: float, fill: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 0,
        "x0": x,
        "x1": x + width,
        "y0": -34,
        "y1": -34 + SWATCH_HEIGHT + 3,
        "fillcolor": fill,
        "line": {"width": 0},
    }


def _hatch_swatch(x: float, kind: str) -> list[dict[str, Any]]:
    frame = _swatch(x, 20, "@nodata") | {
        "line": {"width": 0.8, "color": "@rule"},
        "label": {"text": _MARKS[kind], "font": {"size": 11, "color": "@hatch"}},
    }
    return [frame]


_MARKS = {"no_data": "///", "not_existing": "××", "suppressed": "···"}


def _word(x: float, y: float, words: str, size: int, token: str, anchor: str = "center") -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xshift": x,
        "yshift": y,
        "xanchor": anchor,
        "yanchor": "middle",
        "text": words,
        "showarrow": False,
        "font": {"size": size, "color": f"@{token}"},
    }
