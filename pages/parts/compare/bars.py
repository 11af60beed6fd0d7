"""Ranked bars of countries and, apart from them, of groups of countries; every name carries the year of its value."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import hidden_axis, layout
from pages.parts.words.language import format_value, text

ROW, WIDEST_ROW, FULL_HEIGHT = 25, 34, 360
TOP, BOTTOM = 6, 8
HOME = "KZ"
ESTIMATED = "E"
LONGEST_NAME = 26
HEADING_ROOM, SECOND_LINE = 1.0, 0.5


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, what is written beside it and how it is drawn."""

    key: str
    name: str
    year: int
    value: float
    words: str
    estimated: bool
    colour: str
    at: float


def draw_countries(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int,
    colours: Mapping[str, str],
) -> dict[str, Any]:
    """Horizontal bars from zero, countries above and groups of countries under a heading of their own.

    `frame`: rows of `compare_ranking` in its order. Kazakhstan is ink, the areas in `colours` have their token, other
    countries are quiet and groups pale. An estimate is hollow and named so beside its year.
    """
    bars, headings, depth = _placed(frame, lang, names, unit, decimals, colours)
    labels = [_label(bar, lang) for bar in bars]
    plain = [line for bar in bars for line in (*_lines(bar.name)[:-1], f"{_lines(bar.name)[-1]}  {_year(bar, lang)}")]
    values = [bar.value for bar in bars]
    room = text_width([bar.words for bar in bars], 13) + 16
    return {
        "data": [_trace(bars)],
        "layout": layout(
            lang,
            rows_height(depth),
            left=max(text_width(plain, 13), text_width([words for _, words in headings], 12)) + 12,
            right=room,
            top=TOP,
            bottom=BOTTOM,
            xaxis=hidden_axis(range=[min(0.0, *values), max(0.0, *values) or 1.0]),
            yaxis={
                "tickvals": [bar.at for bar in bars],
                "ticktext": labels,
                "range": [-depth, 0],
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": 13, "color": "@ink"},
                "ticklabelstandoff": 6,
            },
            annotations=[*_values(bars, room), *_headings(headings)],
            transition={"duration": 180, "easing": "cubic-out"},
        ),
    }


def rows_height(rows: float) -> int:
    """Return the height of a chart of so many rows: few rows stand wider apart."""
    return round(TOP + BOTTOM + rows * min(max(FULL_HEIGHT / max(rows, 1), ROW), WIDEST_ROW))


def _placed(
    frame: pd.DataFrame,
    lang: str,
    names: Mapping[str, str],
    unit: str,
    decimals: int,
    colours: Mapping[str, str],
) -> tuple[list[Bar], list[tuple[float, str]], float]:
    """Put the rows under each other: bars, (place, words) of the headings, and the rows they take together."""
    bars: list[Bar] = []
    headings: list[tuple[float, str]] = []
    depth = 0.0
    for role, rows in frame.groupby("role", sort=False):
        headings.append((-depth - HEADING_ROOM / 2, text(f"compare.heading_{role}", lang)))
        depth += HEADING_ROOM
        for row in rows.itertuples(index=False):
            height = 1 + SECOND_LINE * (len(_lines(names[row.ref_area])) - 1)
            value = round(float(row.obs_value), 6)
            words = format_value(value, unit, decimals, lang)
            colour = colours.get(row.ref_area, "quiet" if role == "country" else "context")
            estimated = row.obs_status == ESTIMATED
            bars.append(
                Bar(
                    row.ref_area,
                    names[row.ref_area],
                    int(row.time_period),
                    value,
                    words,
                    estimated,
                    colour,
                    -depth - height / 2,
                )
            )
            depth += height
        depth += HEADING_ROOM / 4
    return bars, headings, depth


def _trace(bars: Sequence[Bar]) -> dict[str, Any]:
    tokens = [f"@{bar.colour}" for bar in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar in bars],
        "y": [bar.at for bar in bars],
        "ids": [bar.key for bar in bars],
        "width": 0.7,
        "marker": {
            "color": ["@paper" if bar.estimated else token for bar, token in zip(bars, tokens, strict=True)],
            "line": {"color": tokens, "width": [1.6 if bar.estimated else 0 for bar in bars]},
        },
        "hoverinfo": "text",
        "hovertext": [f"<b>{bar.name}</b><br>{bar.year}: {bar.words}" for bar in bars],
    }


def _label(bar: Bar, lang: str) -> str:
    lines = _lines(bar.name)
    lines[-1] += f'  <span style="color:@muted">{_year(bar, lang)}</span>'
    words = "<br>".join(lines)
    return f"<b>{words}</b>" if bar.key == HOME else words


def _year(bar: Bar, lang: str) -> str:
    return text("chart.year_estimate" if bar.estimated else "chart.year", lang, year=bar.year)


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name, LONGEST_NAME, break_long_words=False, break_on_hyphens=False)


def _values(bars: Sequence[Bar], room: int) -> list[dict[str, Any]]:
    """The values in one column at the right edge, where they can be read down."""
    shared = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": room, "showarrow": False}
    return [
        {
            **shared,
            "y": bar.at,
            "text": f"<b>{bar.words}</b>" if bar.key == HOME else bar.words,
            "font": {"size": 13, "color": "@ink"},
        }
        for bar in bars
    ]


def _headings(headings: Sequence[tuple[float, str]]) -> list[dict[str, Any]]:
    shared = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -6, "showarrow": False}
    return [{**shared, "y": at, "text": words, "font": {"size": 12, "color": "@muted"}} for at, words in headings]
