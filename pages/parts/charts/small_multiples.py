"""The same small line chart for every region, drawn on one pair of axes so that twenty cost little more than one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from pages.parts.charts.axis import value_range
from pages.parts.charts.line import NATIONAL
from pages.parts.charts.points import Point, lines_of, with_gaps, years_of
from pages.parts.charts.theme import FOCUS_AREAS, hidden_axis, layout
from pages.parts.charts.tile_map import tile_places
from pages.parts.words.language import format_number, format_value

PANEL_HEIGHT = 104
INNER_WIDTH, INNER_HEIGHT, FOOT = 0.86, 0.58, 0.12
# How far years reach below the lowest panels, and how far they keep from the lines, as parts of a panel's height.
YEARS, YEARS_GAP = 0.08, 0.03
# Where a panel's name stands, as a part of the panel's height from above.
NAME_PLACE = 0.1
QUIET_LINE = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}


def draw_small_multiples(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    free: bool = False,
    tiles: bool = False,
    columns: int = 5,
    chosen: Sequence[str] = (),
) -> dict[str, Any]:
    """One panel per region with the national line in grey behind it.

    `frame`: `ref_area` (regions and KZ), `time_period`, `obs_value`, optional `segment`. Panels stand in the order of
    their latest value, highest first, or in their tile-grid places with `tiles`. All share one value axis unless
    `free`. Each panel prints its latest value; hover gives every value.
    """
    lines = lines_of(frame)
    national = lines.pop(NATIONAL, [])
    regions = {code: points for code, points in lines.items() if code in names}
    order = sorted(regions, key=lambda code: (-regions[code][-1].value, code))
    places = _tile_order(order) if tiles else {code: divmod(place, columns) for place, code in enumerate(order)}
    drawn = [line for line in (national, *regions.values()) if line]
    first, last = years_of(drawn) if drawn else (0, 1)
    shared = _scale(drawn)
    traces, dots, panels, words = [], [], [], []
    for code, (row, column) in places.items():
        low, high = _scale([regions[code], national]) if free else shared
        panel = _Panel(row, column, first, max(last, first + 1), low, high)
        colour = "gold" if code in FOCUS_AREAS else "accent" if code in chosen else "c1"
        panels.append(panel)
        traces.append(panel.line(regions[code], code, names[code], unit, decimals, lang, colour))
        dots += panel.dots(regions[code], colour)
        latest = format_number(regions[code][-1].value, decimals, lang)
        lowest = (row + 1, column) not in places.values()
        words += panel.words(f"{names[code]} <b>{latest}</b>", lang, scale=free or column == 0, years=lowest)
    rows = 1 + max((row for row, _ in places.values()), default=0)
    wide = 1 + max((column for _, column in places.values()), default=0)
    return {
        "data": [_rules(panels), _behind(panels, national), *traces, _dotted(dots), *_written(words)],
        "layout": layout(
            lang,
            round(PANEL_HEIGHT * (rows + YEARS)) + 4,
            left=4,
            right=4,
            top=2,
            bottom=2,
            hoverdistance=16,
            xaxis=hidden_axis(range=[-0.02, wide - 0.08]),
            yaxis=hidden_axis(range=[rows + YEARS, 0]),
        ),
    }


def _rules(panels: Sequence[_Panel]) -> dict[str, Any]:
    """Thin rules at the two ends of every panel's scale: one trace for all, as with everything without a hover."""
    ends = [(panel, panel.y(end)) for panel in panels for end in (panel.low, panel.high)]
    return {
        **QUIET_LINE,
        "x": [x for panel, _ in ends for x in (panel.column, panel.column + INNER_WIDTH, None)],
        "y": [y for _, height in ends for y in (height, height, None)],
        "line": {"color": "@grid", "width": 1},
    }


def _behind(panels: Sequence[_Panel], points: Sequence[Point]) -> dict[str, Any]:
    """The national line in grey behind every panel."""
    cut = [*with_gaps(points), None]
    return {
        **QUIET_LINE,
        "x": [point and panel.x(point.year) for panel in panels for point in cut],
        "y": [point and panel.y(point.value) for panel in panels for point in cut],
        "line": {"color": "@context", "width": 1.4},
    }


def _dotted(dots: Sequence[Dot]) -> dict[str, Any]:
    """The dots of all panels: beside the lines, because markers of a line cost a node for each of its years."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "marker": {"size": 5, "color": [f"@{dot.colour}" for dot in dots]},
        "hoverinfo": "skip",
    }


def _written(words: Sequence[Words]) -> list[dict[str, Any]]:
    """Names and values above the panels, years and ends of scales beside them."""
    made = []
    for heading, font in ((True, {"size": 12, "color": "@ink"}), (False, {"size": 10, "color": "@muted"})):
        chosen = [item for item in words if item.heading == heading]
        made.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [item.x for item in chosen],
                "y": [item.y for item in chosen],
                "text": [item.text for item in chosen],
                "textposition": [item.position for item in chosen],
                "textfont": font,
                "hoverinfo": "skip",
            }
        )
    return made


def _scale(lines: Sequence[Sequence[Point]]) -> tuple[float, float]:
    low, high, _ = value_range([point.value for points in lines for point in points], wanted=3)
    return low, high


def _tile_order(codes: Sequence[str]) -> dict[str, tuple[int, int]]:
    known = tile_places()
    return {code: known[code] for code in codes if code in known}


class Words(NamedTuple):
    """Words on the shared axes, and on which side of their point they stand."""

    text: str
    x: float
    y: float
    position: str
    heading: bool = False


class Dot(NamedTuple):
    """A dot on the shared axes."""

    x: float
    y: float
    colour: str


class _Panel:
    """One panel's place on the shared axes: years to a part of its column, values to a part of its row."""

    def __init__(self, row: int, column: int, first: int, last: int, low: float, high: float) -> None:
        self.row, self.column, self.first, self.last, self.low, self.high = row, column, first, last, low, high

    def x(self, year: float) -> float:
        return round(self.column + INNER_WIDTH * (year - self.first) / (self.last - self.first), 3)

    def y(self, value: float) -> float:
        return round(self.row + 1 - FOOT - INNER_HEIGHT * (value - self.low) / (self.high - self.low), 3)

    def line(
        self, points: Sequence[Point], key: str, name: str, unit: str, decimals: int, lang: str, colour: str
    ) -> dict[str, Any]:
        """A region's line with gaps between segments and at missing years; the hover holds the true year and value."""
        cut = with_gaps(points)
        return {
            "type": "scatter",
            "mode": "lines",
            "x": [point and self.x(point.year) for point in cut],
            "y": [point and self.y(point.value) for point in cut],
            "line": {"color": f"@{colour}", "width": 2},
            "name": name,
            "meta": {"key": key},
            "text": [point and f"{point.year}: {format_value(point.value, unit, decimals, lang)}" for point in cut],
            "hovertemplate": f"<b>{name}</b><br>%{{text}}<extra></extra>",
            "hoverinfo": "text",
        }

    def dots(self, points: Sequence[Point], colour: str) -> list[Dot]:
        """A dot at the last point, and at points that stand alone between gaps and would vanish as a line."""
        around = [None, *with_gaps(points), None]
        marked = [
            point
            for before, point, after in zip(around, around[1:], around[2:], strict=False)
            if point and (point == points[-1] or (before is None and after is None))
        ]
        return [Dot(self.x(point.year), self.y(point.value), colour) for point in marked]

    def words(self, heading: str, lang: str, *, scale: bool, years: bool) -> list[Words]:
        """Name and latest value above; years below the lowest panel of a column; the scale's upper end if needed."""
        made = [Words(heading, self.column, self.row + NAME_PLACE, "middle right", heading=True)]
        for year, side in ((self.first, "right"), (self.last, "left")) if years else ():
            made.append(Words(str(year), self.x(year), self.y(self.low) + YEARS_GAP, f"bottom {side}"))
        if scale:
            places = 0 if math.isclose(self.high, round(self.high)) else 1
            end = format_number(self.high, places, lang)
            made.append(Words(end, self.column + INNER_WIDTH, self.y(self.high), "top left"))
        return made
