"""The small drawings of the snapshot as plain geometry: status shapes, trend lines and the status ruler.

Each function returns points in a box of the stated size, x to the right and y down, so that the page (SVG), the PDF and
the slides draw one and the same mark. Nothing here is measured from data except where a point falls inside its box.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pages.parts.charts import theme

Point = tuple[float, float]

# From best to worst. The second of each pair is of a series without a target set by others: its shape is the same,
# drawn as an outline, and its word never says "on track".
STATUSES = (
    "target_achieved",
    "level_reached",
    "substantial_progress",
    "intended_fast",
    "moderate_progress",
    "intended_slow",
    "limited_progress",
    "standing_still",
    "deterioration",
    "against",
    "not_assessed",
)
OUTLINED = frozenset(STATUSES[1:-1:2])

# Token of the status palette in `theme`; never used without the shape and the word.
STATUS_TOKENS = dict(
    zip(STATUSES, [token for token in theme.STATUS[:-1] for _ in range(2)] + [theme.STATUS[-1]], strict=True)
)

# Classes of every method by the shape they are drawn with; the default method's statuses stand for themselves.
STATUS_SHAPE = {status: status for status in STATUSES} | {
    "on_track": "substantial_progress",
    "met_or_on_track": "substantial_progress",
    "significant_progress": "substantial_progress",
    "on_pace": "substantial_progress",
    "maintain": "substantial_progress",
    "on_track_or_maintaining": "substantial_progress",
    "fair_progress": "moderate_progress",
    "behind": "moderate_progress",
    "accelerate": "moderate_progress",
    "moderately_improving": "moderate_progress",
    "insufficient_progress": "limited_progress",
    "stagnating": "limited_progress",
    "stagnation_or_regression": "deterioration",
    "movement_away": "deterioration",
    "regressing": "deterioration",
    "reverse": "deterioration",
    "decreasing": "deterioration",
    "insufficient_data": "not_assessed",
}

SHAPE_BOX = 16.0
_ARROW: tuple[Point, ...] = ((8, 1), (14.5, 7.8), (10.4, 7.8), (10.4, 15), (5.6, 15), (5.6, 7.8), (1.5, 7.8))
_ARROW_TURN = dict(zip(STATUSES[2:-1], (0, 0, 45, 45, 90, 90, 180, 180), strict=True))
CHECK: tuple[Point, ...] = ((4.4, 8.4), (7.0, 11.0), (11.8, 5.4))
DASH: tuple[Point, ...] = ((4.8, 8.0), (11.2, 8.0))
ROUND = frozenset({"target_achieved", "level_reached"})
RADIUS = 6.4
HATCH_STEP = 3

RULER_SCORES = (-5.0, -2.5, 0.0, 2.5, 5.0)
RULER_BANDS = ("deterioration", "limited_progress", "moderate_progress", "substantial_progress")


def arrow(status: str) -> tuple[Point, ...]:
    """Return the arrow of a judged status as a polygon in a 16 x 16 box, turned from up (on track) to down."""
    angle = math.radians(_ARROW_TURN[status])
    return tuple(
        (
            round(8 + (x - 8) * math.cos(angle) - (y - 8) * math.sin(angle), 2),
            round(8 + (x - 8) * math.sin(angle) + (y - 8) * math.cos(angle), 2),
        )
        for x, y in _ARROW
    )


def outline(status: str) -> tuple[Point, ...]:
    """Return the edge of a judged status as a polygon: its arrow, or the circle of a target or level that is met."""
    if status not in ROUND:
        return arrow(status)
    turns = [math.tau * step / 36 for step in range(36)]
    return tuple((round(8 + RADIUS * math.cos(turn), 2), round(8 + RADIUS * math.sin(turn), 2)) for turn in turns)


def hatch(status: str) -> tuple[tuple[Point, Point], ...]:
    """Return slanted strokes that fill a shape: what is hatched hangs on the choice of years or method."""
    edge = outline(status)
    strokes: list[tuple[Point, Point]] = []
    for total in range(HATCH_STEP, 2 * int(SHAPE_BOX), HATCH_STEP):
        # Half a unit aside, so that no stroke meets a corner.
        crossed = sorted(_crossings(edge, total + 0.5))
        strokes += zip(crossed[::2], crossed[1::2], strict=True)
    return tuple(strokes)


def _crossings(edge: Sequence[Point], total: float) -> Iterator[Point]:
    """Where the line x + y = total meets the edge of a polygon."""
    for (x0, y0), (x1, y1) in zip(edge, (*edge[1:], edge[0]), strict=True):
        before, after = x0 + y0 - total, x1 + y1 - total
        if before * after < 0:
            part = before / (before - after)
            yield round(x0 + part * (x1 - x0), 2), round(y0 + part * (y1 - y0), 2)


def ruler_position(score: float) -> float:
    """Return where a score from -5 to +5 falls along the ruler, 0 at its left end and 1 at its right."""
    low, high = RULER_SCORES[0], RULER_SCORES[-1]
    return (min(max(score, low), high) - low) / (high - low)


@dataclass(frozen=True)
class Trend:
    """A trend line ready to draw: unbroken runs of points, lone points, the baseline, the latest point, the target."""

    runs: tuple[tuple[Point, ...], ...]
    lone: tuple[Point, ...]
    baseline: Point | None
    latest: Point | None
    target_height: float | None


def trend(
    points: Sequence[tuple[int, float, int]],
    baseline_year: int | None,
    latest_year: int | None,
    target: float | None,
    width: float,
    height: float,
) -> Trend:
    """Place (year, value, segment) points in a box. A line never joins two segments nor bridges a missing year.

    The target is drawn only when it lies within three times the range of the values, so that it cannot flatten them.
    """
    if not points:
        return Trend((), (), None, None, None)
    ordered = sorted(points)
    years = [year for year, _, _ in ordered]
    values = [value for _, value, _ in ordered]
    low, high = min(values), max(values)
    shown_target = _target_in_reach(target, low, high)
    if shown_target is not None:
        low, high = min(low, shown_target), max(high, shown_target)
    span_years, span_values = max(years[-1] - years[0], 1), (high - low) or 1.0
    margin = height / 12

    def place(year: int, value: float) -> Point:
        x = margin + (width - 2 * margin) * (year - years[0]) / span_years
        y = height - margin - (height - 2 * margin) * (value - low) / span_values
        return round(x, 1), round(y, 1)

    runs = [tuple(place(year, value) for year, value, _ in run) for run in _runs(ordered)]
    placed = {year: place(year, value) for year, value, _ in ordered}
    return Trend(
        tuple(run for run in runs if len(run) > 1),
        tuple(run[0] for run in runs if len(run) == 1),
        placed.get(baseline_year),
        placed.get(latest_year) or placed[years[-1]],
        None if shown_target is None else place(years[-1], shown_target)[1],
    )


def _target_in_reach(target: float | None, low: float, high: float) -> float | None:
    if target is None or high == low:
        return None
    reach = 2 * (high - low)
    return target if low - reach <= target <= high + reach else None


def _runs(ordered: Sequence[tuple[int, float, int]]) -> list[list[tuple[int, float, int]]]:
    """Cut ordered points into runs of consecutive years within one segment."""
    runs: list[list[tuple[int, float, int]]] = []
    for point in ordered:
        if runs and point[0] - runs[-1][-1][0] == 1 and point[2] == runs[-1][-1][2]:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs
