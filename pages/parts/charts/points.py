"""From rows to the points of lines: sorted, known values only, cut where a line may not go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from pages.parts.words.missing import is_missing
from queries.rows import Rows


class Point(NamedTuple):
    """One value of a line; `segment` counts the breaks before it, `status` is its SDMX flag."""

    year: int
    value: float
    segment: int = 0
    status: str = "A"


def lines_of(rows: Rows, by: str = "ref_area") -> dict[str, list[Point]]:
    """The points of each line by the column `by`, in the order of years.

    `rows`: `by`, `time_period`, `obs_value`, optional `segment` and `obs_status`. Missing values leave no point.
    """
    segments = rows["segment"] if "segment" in rows else repeat(0)
    flags = rows["obs_status"] if "obs_status" in rows else repeat("A")
    lines: dict[str, list[Point]] = {}
    for key, year, value, segment, status in zip(
        rows[by], rows["time_period"], rows["obs_value"], segments, flags, strict=False
    ):
        if not is_missing(value):
            lines.setdefault(key, []).append(Point(int(year), round(float(value), 6), segment, status))
    for points in lines.values():
        points.sort(key=lambda point: point.year)
    return lines


def unbroken(points: Iterable[Point]) -> list[list[Point]]:
    """The points in stretches that may be joined: of years in a row, within one segment."""
    stretches: list[list[Point]] = []
    for point in points:
        before = stretches[-1][-1] if stretches else None
        if before and point.year - before.year <= 1 and point.segment == before.segment:
            stretches[-1].append(point)
        else:
            stretches.append([point])
    return stretches


def years_of(lines: Iterable[Sequence[Point]]) -> tuple[int, int]:
    """First and last year of all lines; raises ValueError when there is no point."""
    years = [year for points in lines for year in (points[0].year, points[-1].year)]
    return min(years), max(years)
