"""The plot of years and values that charts over time share: where a year and a value lie, and the axes around it."""

from __future__ import annotations

from typing import NamedTuple

from pages.parts.charts.axis import most_years, text_width, tick_decimals, value_ticks, year_ticks
from pages.parts.charts.drawing import SMALL, Drawing, rule
from pages.parts.words.language import NO_BREAK_SPACE, format_number, unit_short

VALUES_GAP, VALUES_EDGE, YEARS_DOWN = 6, 12, 14


class Scale(NamedTuple):
    """Lower end, upper end and step of a value axis, and the sign behind its values."""

    low: float
    high: float
    step: float
    suffix: str = ""

    def written(self, value: float, lang: str) -> str:
        """A value as it stands at the axis."""
        return f"{format_number(value, tick_decimals(self.step), lang)}{self.suffix}"

    def room(self, lang: str) -> int:
        """The pixels that the values need at the left of a plot."""
        return text_width([self.written(end, lang) for end in (self.low, self.high)], SMALL) + VALUES_EDGE


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


def axis_sign(unit: str, lang: str) -> str:
    """The per cent sign behind the values of an axis; other units stand in the subtitle."""
    short = unit_short(unit, lang)
    if short != "%":
        return ""
    return short if lang == "en" else f"{NO_BREAK_SPACE}{short}"


def draw_values(drawing: Drawing, plot: Plot, scale: Scale, lang: str) -> None:
    """Light lines at the values of a scale, and the values at their left."""
    for value in value_ticks(scale.low, scale.high, scale.step):
        y = plot.y(value)
        drawing.add(rule(plot.left, y, plot.right, y, "grid"))
        drawing.write(plot.left - VALUES_GAP, y, scale.written(value, lang), "muted", SMALL, "end", key="value")


def draw_years(drawing: Drawing, plot: Plot, first: int, last: int, most: int = 9) -> None:
    """The years from first to last below a plot, as many as there is room for, `most` at most."""
    for year in year_ticks(first, last, most_years(most, plot.right - plot.left)):
        drawing.write(plot.x(year), plot.bottom + YEARS_DOWN, str(year), "muted", SMALL, "middle", key="year")
