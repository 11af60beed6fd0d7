"""The coverage matrix as a grid of native cells, and the years a series has values for as a native chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from pages.parts.charts.axis import fitted, text_width, year_ticks
from pages.parts.charts.classes import word_token
from pages.parts.charts.marks import Cells, YearsHeld
from pages.parts.charts.pptx_plot import begin_chart, colour, hide_axis, paint, show_years
from pages.parts.charts.pptx_sketch import SMALL, Box, Sketch, Type

MOST_NAME_WIDTH, HEAD, HEAD_TYPE = 330, 22, 10
# The type of a grid follows the height of its rows.
TYPE_PART, LEAST_TYPE, MOST_TYPE = 0.62, 5, 11
SQUARE, SQUARE_ROW = 10, 34


def add_cells(sketch: Sketch, mark: Cells, box: Box, lang: str) -> None:
    """Add a grid of cells shaded by class, each named by what it says."""
    rows = mark.rows.where(**{mark.by: tuple(mark.names)})
    keys = [key for key in mark.names if key in rows.places(mark.by)]
    columns = _columns(mark)
    height = (box.height - HEAD) / max(len(keys), 1)
    size = max(min(height * TYPE_PART, MOST_TYPE), LEAST_TYPE)
    left = min(text_width([mark.names[key] for key in keys], size) + 12, MOST_NAME_WIDTH)
    cell = Box(0, 0, (box.width - left) / max(len(columns), 1), height)
    grid = box.within(left, HEAD)
    at, down = ({code: place for place, code in enumerate(codes)} for codes in (columns, keys))
    for row in rows:
        value, column = getattr(row, mark.value), row.ref_area if mark.across else row.time_period
        if not value or column not in at:
            continue
        x, y = grid.left + cell.width * at[column], grid.top + height * down[getattr(row, mark.by)]
        fill = mark.classes.token(float(value))
        place = Box(x + 0.5, y + 0.5, cell.width - 1, height - 1)
        look = Type(size, word_token(fill), align="ctr")
        sketch.plate(place, fill, words=str(int(value)), look=look, name=row.words, said=row.words)
    for key, place in down.items():
        line = Box(box.left, grid.top + height * place, left - 6, height)
        sketch.write(fitted(mark.names[key], left - 6, size), line, Type(size, align="r"))
    _write_columns(sketch, list(columns.values()), grid, cell.width)


def _columns(mark: Cells) -> Mapping[Any, str]:
    """The columns of the grid by code: regions, or all years from the first to the last."""
    if mark.across:
        return mark.across
    years = mark.rows["time_period"]
    return {year: str(year) for year in range(min(years), max(years) + 1)} if years else {}


def _write_columns(sketch: Sketch, names: Sequence[str], grid: Box, width: float) -> None:
    """The words over the columns, every second or fifth where they would touch."""
    every = next(step for step in (1, 2, 5, 10, 1000) if text_width(names, HEAD_TYPE) + 4 <= width * step)
    for place, name in enumerate(names):
        if place % every == 0:
            head = Box(grid.left + width * place, grid.top - HEAD, width, HEAD)
            sketch.write(name, head, Type(HEAD_TYPE, "muted", align="ctr"))


def add_years_held(sketch: Sketch, mark: YearsHeld, box: Box, lang: str) -> None:
    """Add squares for the years with a national value over columns of how many regions have one."""
    rows = mark.rows
    left = text_width([mark.national, mark.regions], SMALL) + 14
    plot = box.within(left, SQUARE_ROW, 8, 24)
    data = CategoryChartData(number_format="0")
    data.categories = [str(year) for year in rows["time_period"]]
    data.add_series(mark.regions, rows["n_regions"])
    chart = begin_chart(sketch, XL_CHART_TYPE.COLUMN_CLUSTERED, data, box, plot)
    hide_axis(chart.value_axis, 0, max(rows["n_regions"], default=0) or 1)
    years = rows["time_period"]
    show_years(chart.category_axis, len(years), year_ticks(years[0], years[-1]))
    chart.plots[0].gap_width = 40
    paint(chart.plots[0].series[0], [colour("accent")])
    band = plot.width / max(len(rows), 1)
    for place, (year, held) in enumerate(zip(years, rows["has_national"], strict=True)):
        if held:
            square = Box(plot.left + band * (place + 0.5) - SQUARE / 2, box.top + 6, SQUARE, SQUARE)
            sketch.plate(square, "ink", name=f"{mark.national}: {year}")
    sketch.write(mark.national, Box(box.left, box.top + 3, left - 10, 16), Type(align="r"))
    middle = plot.top + plot.height / 2
    sketch.write(mark.regions, Box(box.left, middle - 8, left - 10, 16), Type(align="r"))
