"""Every kind of mark as shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pages.parts.charts.draw_abreast import draw_abreast
from pages.parts.charts.draw_bars import draw_bars
from pages.parts.charts.draw_cells import draw_cells, draw_years_held
from pages.parts.charts.draw_gaps import draw_gaps
from pages.parts.charts.draw_lines import draw_lines
from pages.parts.charts.draw_pairs import draw_pairs
from pages.parts.charts.draw_panels import draw_panels
from pages.parts.charts.draw_regions import draw_regions
from pages.parts.charts.draw_shares import draw_stack, draw_strip
from pages.parts.charts.draw_tally import draw_tally
from pages.parts.charts.draw_zone import draw_zone
from pages.parts.charts.drawing import Drawing
from pages.parts.charts.marks import Mark

DRAW: dict[str, Callable[[Any, str, float], Drawing]] = {
    "lines": draw_lines,
    "abreast": draw_abreast,
    "bars": draw_bars,
    "gaps": draw_gaps,
    "pairs": draw_pairs,
    "zone": draw_zone,
    "regions": draw_regions,
    "panels": draw_panels,
    "stack": draw_stack,
    "strip": draw_strip,
    "tally": draw_tally,
    "cells": draw_cells,
    "years_held": draw_years_held,
}


def draw(mark: Mark, lang: str, width: float) -> Drawing:
    """Return a mark as shapes on a sheet of a width in pixels; its height follows from the mark."""
    return DRAW[mark.kind](mark, lang, width)
