"""The numbers of a slide's figure as a table of categories and series, for charts that an office program can edit.

Every value is read from the figure that the screen draws, so a native chart cannot differ from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pages.parts.charts.theme import LIGHT
from pages.parts.deck.model import Slide

_TAGS = re.compile(r"<[^>]+>")
_PLACE = re.compile(r"  \d+[=\u2007]?$")


@dataclass(frozen=True)
class NativeSeries:
    """One series: its name, a value or None per category, and its colour; `colours` where each category has its own.

    `dashed` is the path to a target; `earlier` a stretch of a line before a break.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    colours: tuple[str, ...] = ()
    dashed: bool = False
    earlier: bool = False


@dataclass(frozen=True)
class NativeChart:
    """A chart as an office program knows it. `form`: line, bar (grouped, horizontal) or stack (horizontal)."""

    form: str
    categories: tuple[str, ...]
    series: tuple[NativeSeries, ...]


def native_chart(slide: Slide) -> NativeChart:
    """Return a slide's chart: lines over years, bars in order (maps too), women beside men, or stacked bars."""
    if slide.kind in ("line", "several"):
        return _lines(slide.figure)
    if slide.kind == "map":
        return _map(slide)
    if slide.kind in ("pay", "gap"):
        return _pairs(slide.figure)
    return _bars(slide)


def _lines(figure: Mapping[str, Any]) -> NativeChart:
    """Each unbroken stretch is a series, so that no line crosses a break; years without a value stay empty."""
    data = figure["data"]
    years = sorted({year for trace in data for year in trace["x"] if year is not None})
    target = next(
        (
            plain(words["text"])
            for words in figure["layout"]["annotations"]
            if words.get("font", {}).get("color") == "@goldtext" and "<b>" not in words["text"]
        ),
        "",
    )
    series = []
    for trace in data:
        stretches = _stretches(trace)
        for place, known in enumerate(stretches):
            name = trace.get("name", target)
            label = name if place == len(stretches) - 1 else f"{name} {min(known)}\u2013{max(known)}"
            series.append(
                NativeSeries(
                    label,
                    tuple(known.get(year) for year in years),
                    _colour(trace["line"]["color"]),
                    dashed="name" not in trace,
                    earlier=place < len(stretches) - 1,
                )
            )
    return NativeChart("line", tuple(map(str, years)), tuple(series))


def _stretches(trace: Mapping[str, Any]) -> list[dict[int, float]]:
    """The values of a line by year, cut where two neighbouring years are not joined."""
    stretches: list[dict[int, float]] = [{}]
    cut = False
    for year, value in zip(trace["x"], trace["y"], strict=True):
        if year is None:
            cut = True
            continue
        if cut and year - 1 in stretches[-1]:
            stretches.append({})
        stretches[-1][year] = value
        cut = False
    return stretches


def _map(slide: Slide) -> NativeChart:
    rows = slide.table.dropna(subset=["obs_value"]).sort_values(["obs_value", "ref_area"], ascending=[True, False])
    focus = {
        key: colour
        for trace in slide.figure["data"]
        if trace.get("type") == "bar"
        for key, colour in zip(trace["ids"], trace["marker"]["color"], strict=True)
    }
    colours = tuple(_colour(focus.get(code, "@quiet")) for code in rows["ref_area"])
    values = tuple(round(float(value), 6) for value in rows["obs_value"])
    return NativeChart("bar", tuple(rows["area_name"]), (NativeSeries(slide.subtitle, values, colours[0], colours),))


def _pairs(figure: Mapping[str, Any]) -> NativeChart:
    dots = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    names = figure["layout"]["yaxis"]["ticktext"]
    return NativeChart(
        "bar",
        tuple(names),
        tuple(NativeSeries(trace["name"], tuple(trace["x"]), _colour(trace["marker"]["color"])) for trace in dots),
    )


def _bars(slide: Slide) -> NativeChart:
    axis = slide.figure["layout"]["yaxis"]
    label = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    traces = [trace for trace in slide.figure["data"] if trace.get("type") == "bar" or trace.get("mode") == "markers"]
    order = sorted(traces[0]["y"])
    series = []
    for trace in traces:
        value = dict(zip(trace["y"], trace["x"], strict=True))
        colour = trace["marker"]["color"]
        own = dict(zip(trace["y"], colour, strict=True)) if isinstance(colour, list) else {}
        series.append(
            NativeSeries(
                trace.get("name") or slide.subtitle,
                tuple(value[place] for place in order),
                _colour(colour if isinstance(colour, str) else colour[0]),
                tuple(_colour(own[place]) for place in order) if own else (),
            )
        )
    form = "stack" if len(traces) > 1 else "bar"
    return NativeChart(form, tuple(plain(_PLACE.sub("", label[place])) for place in order), tuple(series))


def plain(words: str) -> str:
    """Return words without markup and without the blanks that only align them."""
    return " ".join(_TAGS.sub("", words).replace("\u2007", " ").split())


def _colour(token: str) -> str:
    return LIGHT[token.removeprefix("@")]
