"""Classes of a map: which class a value falls in, its colour, and numbers as a map prints them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pages.parts.charts.theme import BALANCE, DIVERGING, SEQUENTIAL
from pages.parts.words.language import format_number

PALETTES = {"sequential": SEQUENTIAL, "diverging": DIVERGING, "balance": BALANCE}
DARK_FILLS = frozenset({"seq4", "seq5", "div1", "div6", "div7", "bal1", "bal5"})
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
