"""Figures brought to the measure of a slide: one box for all charts, type that a video call still carries.

A slide is laid out on 960 × 540 units and drawn at twice that on a full-HD screen; no word is smaller than 12 units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pages.parts.charts.axis import value_range
from pages.parts.deck.model import Slide

WIDTH, HEIGHT = 880, 336
SMALLEST, PLAIN = 12, 14
CROWDED = 18


def fitted(figure: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the figure in the slide's box with the slide's type; data and colours stay as they are."""
    crowded = len(figure["layout"].get("yaxis", {}).get("tickvals", ())) > CROWDED
    layout = _typed(figure["layout"], 0 if crowded else 0.5)
    layout |= {"height": HEIGHT, "font": {**layout["font"], "size": SMALLEST if crowded else PLAIN}, "width": WIDTH}
    layout.pop("transition", None)
    if kind in ("pay", "gap"):
        layout["margin"] = {**layout["margin"], "r": layout["margin"]["r"] + 14}
    if crowded:
        layout["yaxis"] = {**layout["yaxis"], "tickfont": {**layout["yaxis"]["tickfont"], "size": SMALLEST}}
    return {"data": [_typed(trace, 0.5) for trace in figure["data"]], "layout": layout}


def stable_ranges(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides with one value axis for all lines of a series, so that a step between them does not jump."""
    groups: dict[str, list[Slide]] = defaultdict(list)
    for slide in slides:
        if slide.kind == "line":
            groups[slide.code.split("~")[1]].append(slide)
    axes = {series: _shared_axis(group) for series, group in groups.items() if len(group) > 1}
    return [
        replace(slide, figure=_with_axis(slide.figure, axes[slide.code.split("~")[1]]))
        if slide.kind == "line" and slide.code.split("~")[1] in axes
        else slide
        for slide in slides
    ]


def _shared_axis(group: Sequence[Slide]) -> tuple[float, float, float]:
    ends = [end for slide in group for end in slide.figure["layout"]["yaxis"]["range"]]
    return value_range([min(ends), max(ends)])


def _with_axis(figure: Mapping[str, Any], axis: tuple[float, float, float]) -> dict[str, Any]:
    low, high, step = axis
    layout = figure["layout"]
    return {**figure, "layout": {**layout, "yaxis": {**layout["yaxis"], "range": [low, high], "dtick": step}}}


def _typed(value: Any, more: float, key: str = "") -> Any:
    """Return a part of a figure with its type a little larger, and none below what a slide asks for."""
    if isinstance(value, Mapping):
        if key in ("font", "tickfont", "textfont") and isinstance(value.get("size"), int | float):
            return {**value, "size": max(value["size"] + more, SMALLEST)}
        return {name: _typed(item, more, name) for name, item in value.items()}
    return [_typed(item, more, key) for item in value] if isinstance(value, list) else value
