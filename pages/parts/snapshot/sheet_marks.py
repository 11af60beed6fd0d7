"""The marks of the snapshot's sheet as HTML and SVG: status shapes, trend lines, the ruler, and the style sheet."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from pages.parts.charts import theme
from pages.parts.snapshot.marks import (
    CHECK,
    DASH,
    OUTLINED,
    RADIUS,
    ROUND,
    STATUS_TOKENS,
    STATUSES,
    Point,
    hatch,
    outline,
    ruler_position,
    trend,
)
from pages.parts.snapshot.row import SnapshotRow

STYLE_FILE = Path(__file__).parent / "sheet.css"
# Twice the size on screen, so that whole numbers place the points finely enough.
SPARK_WIDTH, SPARK_HEIGHT = 168.0, 60.0
# Short class names: a sheet has a mark on every row.
MARK_NAMES = {status: f"s{place}" for place, status in enumerate(STATUSES)}


@lru_cache(maxsize=1)
def sheet_style() -> str:
    """Return the style sheet, with the status shapes drawn in once for all rows."""
    shapes = "\n".join(
        f'.sheet i.{MARK_NAMES[status]}{name} {{ background-image: url("{_shape(status, hatched)}"); }}'
        for status in STATUSES
        for name, hatched in (("", False), ("h", True))
        if status != "not_assessed" or not hatched
    )
    return f"{STYLE_FILE.read_text(encoding='utf-8')}{shapes}\n"


def mark(shape: str, hatched: bool = False) -> str:
    """Return a status shape; the word always stands beside it. What hangs on the choice of years is `hatched`."""
    return f'<i class="{MARK_NAMES[shape]}{"h" if hatched else ""}"></i>'


def ruler_html(score: float, big: bool = False) -> str:
    """Return the status ruler: four bands cut at the thresholds, with a marker where the series falls."""
    extra = " big" if big else ""
    return f'<span class="bar{extra}"><u style="left:{min(max(100 * ruler_position(score), 3), 97):.1f}%"></u></span>'


def link_html(address: str, said: str) -> str:
    """Return a link to a known address, or the bare words when there is none."""
    return f'<a href="{escape(address)}">{escape(said)}</a>' if address else escape(said)


def spark_html(row: SnapshotRow) -> str:
    """Return the small line of a series: its published values, the baseline hollow, the latest full."""
    if not row.trend:
        return ""
    drawn = trend(row.trend, row.baseline_year, row.latest_year, row.target_value, SPARK_WIDTH, SPARK_HEIGHT)
    marks = []
    if drawn.target_height is not None:
        gold = theme.LIGHT["gold"]
        marks.append(f"<path d='M92 {drawn.target_height:.0f}h76' stroke='{gold}'/>")
    if drawn.runs:
        marks.append(f"<path d='{''.join(_whole_path(run) for run in drawn.runs)}'/>")
    if drawn.lone:
        marks.append(f"<path d='{''.join(_spot(point) for point in drawn.lone)}' stroke-width='5'/>")
    if drawn.baseline:
        marks.append(f"<path d='{_spot(drawn.baseline)}' stroke-width='10'/>")
        marks.append(f"<path d='{_spot(drawn.baseline)}' stroke-width='5' stroke='#fff'/>")
    if drawn.latest:
        marks.append(f"<path d='{_spot(drawn.latest)}' stroke-width='10'/>")
    look = f"fill='none' stroke='{theme.LIGHT['ink']}' stroke-width='3' stroke-linecap='round'"
    return f'<img alt="" src="{_svg(SPARK_WIDTH, SPARK_HEIGHT, "".join(marks), look)}">'


def _whole_path(points: tuple[Point, ...]) -> str:
    return "M" + " ".join(f"{x:.0f} {y:.0f}" for x, y in points)


def _spot(point: Point) -> str:
    """Return a line of no length: with a round cap it is a dot, in a third of the letters of a circle."""
    return f"M{point[0]:.0f} {point[1]:.0f}h0"


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _shape(status: str, hatched: bool) -> str:
    colour = theme.LIGHT[STATUS_TOKENS[status]]
    if status == "not_assessed":
        ring = f"<circle cx='8' cy='8' r='{RADIUS}' fill='none' stroke='{colour}' stroke-width='1.4'/>"
        return _svg(16, 16, ring + _stroke(DASH, colour, 1.8))
    is_open = hatched or status in OUTLINED
    edge = f"<circle cx='8' cy='8' r='{RADIUS}'" if status in ROUND else f"<path d='{_path(outline(status))}Z'"
    inner = f"{edge} fill='{'#fff' if is_open else colour}' stroke='{colour}' stroke-width='1.2'/>"
    if hatched:
        strokes = "".join(f"M{x0:g} {y0:g}L{x1:g} {y1:g}" for (x0, y0), (x1, y1) in hatch(status))
        inner += f"<path d='{strokes}' stroke='{colour}'/>"
    if status in ROUND:
        inner += _stroke(CHECK, colour if is_open else "#fff", 2)
    return _svg(16, 16, inner)


def _stroke(points: tuple[Point, ...], colour: str, width: float) -> str:
    return f"<path d='{_path(points)}' fill='none' stroke='{colour}' stroke-width='{width}'/>"


def _svg(width: float, height: float, inner: str, look: str = "") -> str:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' {look}>{inner}</svg>"
    return "data:image/svg+xml," + drawing.replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
