"""Every kind of mark as shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pages.parts.charts.draw_lines import draw_lines
from pages.parts.charts.drawing import Drawing
from pages.parts.charts.marks import Mark

DRAW: dict[str, Callable[[Any, str, float], Drawing]] = {
    "lines": draw_lines,
}


def draw(mark: Mark, lang: str, width: float) -> Drawing:
    """Return a mark as shapes on a sheet of a width in pixels; its height follows from the mark."""
    return DRAW[mark.kind](mark, lang, width)
