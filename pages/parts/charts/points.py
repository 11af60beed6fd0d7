"""From a tidy table to the points of lines: sorted, known values only, cut where a line may not go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from pages.parts.words.missing import is_missing


class Point(NamedTuple):
    """One value of a line; `segment` counts the breaks before it, `status` is its SDMX flag."""

    year: int
    value: float
    segment: int = 0
    status: str = "A"


def lines_of(frame: pd.DataFrame, by: str = "ref_area") -> dict[str, list[Point]]:
    """The points of each line by the column `by`, in the order of years.

    `frame`: `by`, `time_period`, `obs_value`, optional `segment` and `obs_status`. Missing values leave no point.
    """
    # Plain lists: this runs for every chart of a page, and pandas' grouping costs more than the drawing.
    count = len(frame)
    columns = [
        frame[by].tolist(),
        frame["time_period"].tolist(),
        frame["obs_value"].tolist(),
        frame["segment"].tolist() if "segment" in frame else [0] * count,
        frame["obs_status"].tolist() if "obs_status" in frame else ["A"] * count,
    ]
    lines: dict[str, list[Point]] = {}
    for key, year, value, segment, status in zip(*columns, strict=True):
        if not is_missing(value):
            lines.setdefault(key, []).append(Point(int(year), round(float(value), 6), segment, status))
    for points in lines.values():
        points.sort(key=lambda point: point.year)
    return lines


def with_gaps(points: Iterable[Point]) -> list[Point | None]:
    """The points with None where the line is cut: at a missing year and between segments."""
    cut: list[Point | None] = []
    before: Point | None = None
    for point in points:
        if before and (point.year - before.year > 1 or point.segment != before.segment):
            cut.append(None)
        cut.append(point)
        before = point
    return cut


def years_of(lines: Iterable[Sequence[Point]]) -> tuple[int, int]:
    """First and last year of all lines; raises ValueError when there is no point."""
    years = [year for points in lines for year in (points[0].year, points[-1].year)]
    return min(years), max(years)
