"""Pictures as PNG, made from SVG without a browser, in the typeface that stands beside the project."""

from __future__ import annotations

import resvg_py

from pages.parts.charts.typeface import FILES

FAMILY = "Inter"


def write_png(svg: str, zoom: float = 1, background: str = "#FFFFFF") -> bytes:
    """Return an SVG as PNG, `zoom` pixels for each of its own; no other typeface of the machine is looked at."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        background=background,
        skip_system_fonts=True,
        font_files=[str(file) for file in FILES],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
