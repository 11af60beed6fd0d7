"""The same small line chart for every region, drawn on one pair of axes so that twenty cost little more than one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.parts.charts.axis import value_range
from pages.parts.charts.line import NATIONAL
from pages.parts.charts.tile_map import tile_places
from pages.parts.language import format_number, format_value
from pages.parts.theme import FOCUS_AREAS, hidden_axis, layout

PANEL_HEIGHT = 104
INNER_WIDTH, INNER_HEIGHT, FOOT = 0.86, 0.58, 0.12


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
    their latest value, highest first, or in their tile-grid places with `tiles`. All share one value axis unless `free`.
    Each panel prints its latest value; hover gives every value.
    """
    frame = frame.dropna(subset=["obs_value"]).sort_values(["ref_area", "time_period"])
    national = frame[frame["ref_area"] == NATIONAL]
    regions = frame[(frame["ref_area"] != NATIONAL) & frame["ref_area"].isin(names)]
    latest = regions.groupby("ref_area").tail(1).sort_values(["obs_value", "ref_area"], ascending=[False, True])
    places = _tile_order(latest["ref_area"]) if tiles else _row_order(latest["ref_area"], columns)
    first, last = int(frame["time_period"].min()), int(frame["time_period"].max())
    shared = value_range(frame["obs_value"], wanted=3)[:2]
    traces, words, shapes = [], [], []
    for code, (row, column) in places.items():
        own = regions[regions["ref_area"] == code]
        low, high = value_range([*own["obs_value"], *national["obs_value"]], wanted=3)[:2] if free else shared
        panel = _Panel(row, column, first, max(last, first + 1), low, high)
        traces.append(panel.line(national, names.get(NATIONAL, ""), unit, decimals, lang, "context", 1.4))
        colour = "gold" if code in FOCUS_AREAS else "accent" if code in chosen else "c1"
        traces.append(panel.line(own, names[code], unit, decimals, lang, colour, 2.0) | {"meta": {"key": code}})
        words += panel.words(
            names[code],
            own,
            lang,
            decimals,
            first,
            last,
            free or column == 0,
            (row + 1, column) not in set(places.values()),
        )
        shapes += panel.rules()
    rows = 1 + max((row for row, _ in places.values()), default=0)
    wide = 1 + max((column for _, column in places.values()), default=0)
    return {
        "data": traces,
        "layout": layout(
            lang,
            PANEL_HEIGHT * rows + 12,
            left=4,
            right=4,
            top=2,
            bottom=10,
            hoverdistance=16,
            xaxis=hidden_axis(range=[-0.06, wide - 0.04]),
            yaxis=hidden_axis(range=[rows, 0]),
            annotations=words,
            shapes=shapes,
        ),
    }


def _row_order(codes: Sequence[str], columns: int) -> dict[str, tuple[int, int]]:
    return {code: divmod(place, columns) for place, code in enumerate(codes)}


def _tile_order(codes: Sequence[str]) -> dict[str, tuple[int, int]]:
    known = tile_places()
    return {code: known[code] for code in codes if code in known}


class _Panel:
    """One panel's place on the shared axes: years to a part of its column, values to a part of its row."""

    def __init__(self, row: int, column: int, first: int, last: int, low: float, high: float) -> None:
        self.row, self.column, self.first, self.last, self.low, self.high = row, column, first, last, low, high

    def x(self, year: float) -> float:
        return round(self.column + INNER_WIDTH * (year - self.first) / (self.last - self.first), 4)

    def y(self, value: float) -> float:
        return round(self.row + 1 - FOOT - INNER_HEIGHT * (value - self.low) / (self.high - self.low), 4)

    def line(
        self, rows: pd.DataFrame, name: str, unit: str, decimals: int, lang: str, colour: str, width: float
    ) -> dict[str, Any]:
        """A line with gaps between segments and at missing years; the hover holds the true year and value."""
        x: list[float | None] = []
        y: list[float | None] = []
        hover: list[str] = []
        before: tuple[int, int] | None = None
        segments = rows["segment"] if "segment" in rows else [0] * len(rows)
        for year, value, segment in zip(rows["time_period"], rows["obs_value"], segments, strict=True):
            if before and (year - before[0] > 1 or segment != before[1]):
                x.append(None), y.append(None), hover.append("")
            x.append(self.x(year)), y.append(self.y(value))
            hover.append(f"{year}: {format_value(value, unit, decimals, lang)}")
            before = (year, segment)
        trace: dict[str, Any] = {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "line": {"color": f"@{colour}", "width": width},
        }
        if colour == "context":
            return trace | {"hoverinfo": "skip"}
        return trace | {
            "mode": "lines+markers",
            "marker": {"size": _dots(y), "color": f"@{colour}"},
            "name": name,
            "text": hover,
            "hovertemplate": f"<b>{name}</b><br>%{{text}}<extra></extra>",
        }

    def rules(self) -> list[dict[str, Any]]:
        """Thin rules at the two ends of the panel's scale."""
        shared = {"type": "line", "x0": self.column, "x1": self.column + INNER_WIDTH, "layer": "below"}
        line = {"color": "@grid", "width": 1}
        return [{**shared, "y0": self.y(end), "y1": self.y(end), "line": line} for end in (self.low, self.high)]

    def words(
        self, name: str, rows: pd.DataFrame, lang: str, decimals: int, first: int, last: int, scale: bool, years: bool
    ) -> list[dict[str, Any]]:
        """Name and latest value above; years below the lowest panel of a column; the scale's upper end where needed."""
        value = format_number(rows["obs_value"].iloc[-1], decimals, lang)
        heading = {"showarrow": False, "xanchor": "left", "font": {"size": 12, "color": "@ink"}}
        quiet = {"showarrow": False, "font": {"size": 10, "color": "@muted"}}
        made = [
            {
                **heading,
                "x": self.column,
                "y": self.row,
                "yanchor": "top",
                "yshift": -2,
                "text": f"{name} <b>{value}</b>",
            }
        ]
        for year, anchor in ((first, "left"), (last, "right")) if years else ():
            place = {"x": self.x(year), "y": self.y(self.low), "xanchor": anchor, "yanchor": "top"}
            made.append({**quiet, **place, "text": str(year)})
        if scale:
            places = 0 if math.isclose(self.high, round(self.high)) else 1
            place = {"x": self.column + INNER_WIDTH, "y": self.y(self.high), "xanchor": "right", "yanchor": "bottom"}
            made.append({**quiet, **place, "text": format_number(self.high, places, lang)})
        return made


def _dots(y: Sequence[float | None]) -> list[int]:
    """A dot at the last point, and at points that stand alone between gaps and would vanish as a line."""
    around = [None, *y, None]
    alone = [before is None and after is None for before, after in zip(around, around[2:], strict=False)]
    return [5 if place == len(y) - 1 or (lonely and y[place] is not None) else 0 for place, lonely in enumerate(alone)]
