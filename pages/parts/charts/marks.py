"""Marks: what a chart shows, as plain typed data. Every rendering is made from them, none from another rendering.

A mark holds rows and says which column means what. Colours are named by meaning (`pages.parts.charts.theme.MEANINGS`).
Words come in the reader's language; numbers are written by the renderers with `unit` and `decimals`. The browser draws
marks with `static/chart/marks/*.js`; `draw` makes shapes of them, which `svg` and `pdf` write down; `pptx` makes native
charts of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from pages.parts.charts.classes import Classes
from pages.parts.charts.drawn import Drawn
from pages.parts.charts.row_marks import Abreast, Bars, Gaps, Pairs, Strip, Tally, Zone
from queries.rows import Rows

__all__ = [
    "Abreast",
    "Bars",
    "Break",
    "Cells",
    "Gaps",
    "Lines",
    "Mark",
    "Pairs",
    "Panels",
    "Regions",
    "Stack",
    "Strip",
    "Tally",
    "Target",
    "YearsHeld",
    "Zone",
]


@dataclass(frozen=True)
class Target:
    """Where a series should be: a value in a year, in words, and the path that leads there (year, value)."""

    year: int
    value: float
    label: str
    path: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Break:
    """A year from which figures are not comparable with earlier ones, and the word at the rule."""

    time_period: int
    words: str


@dataclass(frozen=True)
class Lines(Drawn):
    """Lines over years.

    `rows`: the column `by` (one line each), `time_period`, `obs_value`; optional `segment` (lines never cross
    segments), `obs_status` (P, S, E, U are hollow). Missing years are missing. `names` has the words of each line; only
    named lines are drawn. `chosen` fixes the order in which lines take colours, lines outside it are context; None: all
    are chosen. `meanings` gives the colour of lines that have one of their own. `points` draws dots without lines
    (single cited facts).
    """

    kind: ClassVar[str] = "lines"
    columns: ClassVar[tuple[str, ...]] = ("time_period", "obs_value", "obs_status", "segment")
    rows: Rows
    by: str
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    chosen: tuple[str, ...] | None = None
    meanings: Mapping[str, str] = field(default_factory=dict)
    dotted: tuple[str, ...] = ()
    target: Target | None = None
    breaks: tuple[Break, ...] = ()
    span: tuple[int, int] | None = None
    values: tuple[float, float] | None = None
    zero: bool = False
    points: bool = False
    labels: bool = True
    year_labels: int = 9
    height: int = 420


@dataclass(frozen=True)
class Regions(Drawn):
    """Regions filled by class, as a map (outlines of the rows' `layout`) or as tiles of one size.

    `rows`: `ref_area`, the column `value`, `layout` (2022, 2018, pre2018; one per drawn year), optional `missing`
    (no_data, not_existing, suppressed: three hatches), `note` (why, in words), `obs_status`. A region of the layout
    without a row is drawn as no data. `names` are full names, `labels` short ones for the map.
    """

    kind: ClassVar[str] = "regions"
    columns: ClassVar[tuple[str, ...]] = ("ref_area", "layout", "missing", "note", "obs_status")
    rows: Rows
    names: Mapping[str, str]
    unit: str
    classes: Classes
    decimals: int = 1
    value: str = "obs_value"
    form: str = "map"
    labels: Mapping[str, str] | None = None
    chosen: tuple[str, ...] = ()
    height: int = 430


@dataclass(frozen=True)
class Panels(Drawn):
    """One small line chart per region with the country in grey behind it, in the order of the latest value.

    `rows`: `ref_area` (regions and KZ), `time_period`, `obs_value`, optional `segment`. All share one value axis unless
    `free`. Without a `height` of the whole every panel has the same one, however many there are.
    """

    kind: ClassVar[str] = "panels"
    columns: ClassVar[tuple[str, ...]] = ("ref_area", "time_period", "obs_value", "segment")
    rows: Rows
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    free: bool = False
    abreast: int = 5
    chosen: tuple[str, ...] = ()
    height: float | None = None


@dataclass(frozen=True)
class Stack(Drawn):
    """Parts of a whole over years, the first of `names` at the foot; a year in which one part lacks is left out.

    `rest` is the key of the remainder; `full` fixes the upper end (100 for shares).
    """

    kind: ClassVar[str] = "stack"
    columns: ClassVar[tuple[str, ...]] = ("time_period", "obs_value")
    rows: Rows
    by: str
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    meanings: Mapping[str, str] = field(default_factory=dict)
    rest: str | None = None
    full: float | None = None
    height: int = 380


@dataclass(frozen=True)
class Cells(Drawn):
    """A grid of cells shaded by class: the coverage matrix.

    `rows`: `by` (a row of the grid each, in the order of `names`), `time_period` or, with `across`, `ref_area` (the
    columns), `value` (zero or missing is an empty cell), `words` (the cell in words). A chosen cell is
    "<row>|<column>".
    """

    kind: ClassVar[str] = "cells"
    columns: ClassVar[tuple[str, ...]] = ("time_period", "ref_area", "words")
    rows: Rows
    by: str
    value: str
    names: Mapping[str, str]
    classes: Classes
    across: Mapping[str, str] | None = None
    row: int = 20


@dataclass(frozen=True)
class YearsHeld(Drawn):
    """Which years have a value for the country (squares) and for how many regions (bars).

    `rows`: `time_period`, `has_national`, `n_regions`, `share_regions` (0 to 1), `words` (the year in words).
    """

    kind: ClassVar[str] = "years_held"
    columns: ClassVar[tuple[str, ...]] = ("time_period", "has_national", "n_regions", "share_regions", "words")
    rows: Rows
    national: str
    regions: str
    height: int = 104


Mark = Lines | Abreast | Bars | Gaps | Pairs | Zone | Regions | Panels | Stack | Strip | Tally | Cells | YearsHeld
