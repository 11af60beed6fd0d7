"""A mark as native objects of a PowerPoint page: charts with their workbooks, maps of freeform shapes.

Every kind of mark is drawn from its rows alone. The workbook of a chart holds the numbers of the mark and no others, in
the units in which they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pages.parts.charts.marks import Mark
from pages.parts.charts.pptx_abreast import add_abreast
from pages.parts.charts.pptx_bars import add_bars, add_gaps
from pages.parts.charts.pptx_cells import add_cells, add_years_held
from pages.parts.charts.pptx_dots import add_pairs, add_zone
from pages.parts.charts.pptx_lines import add_lines
from pages.parts.charts.pptx_panels import add_panels
from pages.parts.charts.pptx_parts import add_stack, add_strip, add_tally
from pages.parts.charts.pptx_regions import add_regions
from pages.parts.charts.pptx_sketch import Box, Sketch

_ADDERS: Mapping[str, Callable[[Sketch, Any, Box, str], None]] = {
    "lines": add_lines,
    "abreast": add_abreast,
    "bars": add_bars,
    "gaps": add_gaps,
    "pairs": add_pairs,
    "zone": add_zone,
    "regions": add_regions,
    "panels": add_panels,
    "stack": add_stack,
    "strip": add_strip,
    "tally": add_tally,
    "cells": add_cells,
    "years_held": add_years_held,
}


def add_mark(shapes: Any, mark: Mark, box: Box, lang: str, *, name: str, summary: str) -> Any:
    """Add a mark to a page's shapes inside a box, as one group with a name and a description; returns the group."""
    group = shapes.add_group_shape()
    sketch = Sketch(group)
    _ADDERS[mark.kind](sketch, mark, box, lang)
    sketch.finish()
    group.name = name
    group._element.nvGrpSpPr.cNvPr.set("descr", summary)
    return group
