"""Figures brought to the measure of a slide: one box for all charts, type that a video call still carries.

A slide is laid out on 960 × 540 units and drawn at twice that on a full-HD screen; no word is smaller than 12 units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pages.parts.charts.axis import value_range
from pages.parts.deck_model import Slide

WIDTH, HEIGHT = 880, 348
SMALLEST, PLAIN = 12, 14


def fitted(figure: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the figure in the slide's box with the slide's type; data and colours stay as they are."""
    layout = _typed(figure["layout"])
    layout |= {"height": HEIGHT, "font": {**layout["font"], "size": PLAIN}, "width": WIDTH}
    layout.pop("transition", None)
    data = [_typed(trace) for trace in figure["data"]]
    if kind == "map":
        layout["margin"] = {**layout["margin"], "b": layout["margin"]["b"] + 4}
    return {"data": data, "layout": layout}


def stable_ranges(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides with one value axis for all lines of the same series, so that steps between them do not jump."""
    groups: dict[tuple[str, ...], list[Slide]] = defaultdict(list)
    for slide in slides:
        if slide.kind == "line":
            groups[tuple(slide.code.split("~")[1:2])].append(slide)
    shared = {}
    for group in groups.values():
        if len(group) > 1:
            shared |= {id(slide): axis for slide, axis in _shared_axis(group)}
    return [replace(slide, figure=_with_axis(slide.figure, shared[id(slide)])) if id(slide) in shared else slide
            for slide in slides]


def _shared_axis(group: Sequence[Slide]) -> list[tuple[Slide, tuple[float, float, float]]]:
    ends = [end for slide in group for end in slide.figure["layout"]["yaxis"]["range"]]
    axis = value_range([min(ends), max(ends)])
    return [(slide, axis) for slide in group]


def _with_axis(figure: Mapping[str, Any], axis: tuple[float, float, float]) -> dict[str, Any]:
    low, high, step = axis
    layout = figure["layout"]
    return {**figure, "layout": {**layout, "yaxis": {**layout["yaxis"], "range": [low, high], "dtick": step}}}


def _typed(value: Any, key: str = "") -> Any:
    """Return a part of a figure with its type enlarged to what a slide asks for."""
    if isinstance(value, Mapping):
        if key in ("font", "tickfont", "textfont") and isinstance(value.get("size"), int | float):
            return {**value, "size": max(value["size"] + 0.5, SMALLEST)}
        return {name: _typed(item, name) for name, item in value.items()}
    return [_typed(item, key) for item in value] if isinstance(value, list) else value
