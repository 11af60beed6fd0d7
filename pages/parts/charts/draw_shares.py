"""Parts of a whole as shapes: stacked over years, or one line cut into its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from pages.parts.charts.axis import LABEL_STEP, fitted, spread, text_width, value_range
from pages.parts.charts.draw_axes import Plot, Scale, draw_values, draw_years
from pages.parts.charts.drawing import SMALL, Area, Box, Drawing, Point, Words, with_value
from pages.parts.charts.marks import Stack, Strip
from pages.parts.charts.points import lines_of
from pages.parts.charts.theme import MEANINGS, meanings_of
from pages.parts.words.language import format_value
from pages.parts.words.missing import is_missing

TOP, BOTTOM, LABEL_GAP, LABEL_EDGE = 12, 32, 6, 16
LABEL_ROOM, LABEL_PART = 280, 0.45
# Years a lone year between gaps is drawn wide.
LONE_YEAR = 0.3
STRIP_TOP, STRIP_BOTTOM, STRIP_BAR, WHOLE = 30, 8, 0.62, 100
# Words stand above a part of at least so many per cent.
ROOM_FOR_WORDS = 10


class Layer(NamedTuple):
    """One part of the whole in each of the years: its values, and where they end when it lies on those below."""

    key: str
    values: Sequence[float]
    tops: Sequence[float]


def draw_stack(mark: Stack, lang: str, width: float) -> Drawing:
    """The parts of a mark on top of each other, the first of its names at the foot."""
    drawing = Drawing(width, mark.height)
    years, layers = stacked_layers(mark)
    if not years:
        return drawing
    scale = Scale(*value_range([0.0, mark.full or max(layers[-1].tops)], zero=True))
    labels = {layer.key: _label(mark, layer, lang, width) for layer in layers}
    right = text_width([" ".join(label) for label in labels.values()]) + LABEL_EDGE
    last = max(years[-1], years[0] + 1)
    plot = Plot(scale.room(lang) + 2, TOP, width - right, mark.height - BOTTOM, years[0], last, scale.low, scale.high)
    rest = {mark.rest: "context"} if mark.rest else {}
    meanings = meanings_of(list(labels), None, {**mark.meanings, **rest})
    draw_values(drawing, plot, scale, lang)
    draw_years(drawing, plot, years[0], years[-1])
    for layer in layers:
        for points in _areas(plot, years, layer):
            drawing.add(Area(points, MEANINGS[meanings[layer.key]][0], "paper", 0.8, layer.key))
    own = [plot.y(layer.tops[-1] - layer.values[-1] / 2) for layer in layers]
    for layer, y in zip(layers, spread(own, plot.top, plot.bottom, LABEL_STEP), strict=True):
        colour = MEANINGS[meanings[layer.key]][1]
        drawing.add(Words(plot.right + LABEL_GAP, y, with_value(*labels[layer.key]), colour, key=layer.key))
    return drawing


def stacked_layers(mark: Stack) -> tuple[list[int], list[Layer]]:
    """The years in which every part is known, so that a stack never pretends a zero, and the parts in them."""
    lines = lines_of(mark.rows, mark.by)
    known = {key: {point.year: point.value for point in lines[key]} for key in mark.names if key in lines}
    years = sorted(set.intersection(*map(set, known.values()))) if known else []
    layers: list[Layer] = []
    tops: Sequence[float] = [0.0] * len(years)
    for key, values in known.items():
        tops = [top + values[year] for top, year in zip(tops, years, strict=True)]
        layers.append(Layer(key, [values[year] for year in years], tops))
    return years, layers


def _label(mark: Stack, layer: Layer, lang: str, width: float) -> tuple[str, str]:
    value = format_value(layer.values[-1], mark.unit, mark.decimals, lang)
    room = min(LABEL_ROOM, width * LABEL_PART) - LABEL_EDGE - text_width([f" {value}"])
    return fitted(mark.names[layer.key], room), value


def _areas(plot: Plot, years: Sequence[int], layer: Layer) -> list[list[Point]]:
    """The polygons of a layer, one for each stretch of years in a row."""
    areas = []
    # Years in a row have the same distance to their place among the years.
    for _, stretch in groupby(range(len(years)), lambda place: years[place] - place):
        places = list(stretch)
        edges = [(years[place], place) for place in places]
        if len(edges) == 1:
            year, place = edges[0]
            # At an end of the axis half of it: beyond stand the values and the names.
            begins, ends = max(year - LONE_YEAR / 2, plot.first), min(year + LONE_YEAR / 2, plot.last)
            edges = [(begins, place), (ends, place)]
        upper = [(plot.x(year), plot.y(layer.tops[place])) for year, place in edges]
        lower = [(plot.x(year), plot.y(layer.tops[place] - layer.values[place])) for year, place in edges]
        areas.append([*upper, *reversed(lower)])
    return areas


def draw_strip(mark: Strip, lang: str, width: float) -> Drawing:
    """The parts of a mark beside each other, those that mean something coloured and named."""
    drawing = Drawing(width, mark.height)
    row = mark.height - STRIP_TOP - STRIP_BOTTOM
    bar = (STRIP_TOP + row * (1 - STRIP_BAR) / 2, row * STRIP_BAR)
    start = 0.0
    for key, share in _shares(mark).items():
        x, length = start / WHOLE * width, share / WHOLE * width
        meaning = mark.meanings.get(key)
        drawing.add(Box(x, bar[0], length, bar[1], MEANINGS[meaning or "context"][0], "paper", 1, key=key))
        if meaning and share >= ROOM_FOR_WORDS:
            words = with_value(mark.names.get(key, key), format_value(share, mark.unit, mark.decimals, lang))
            drawing.add(Words(x, bar[0] - SMALL, words, key=key))
        start += share
    return drawing


def _shares(mark: Strip) -> Mapping[str, float]:
    pairs = zip(mark.rows[mark.by], mark.rows[mark.value], strict=True)
    return {key: share for key, share in pairs if not is_missing(share)}
