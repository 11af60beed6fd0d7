"""Marks with one row or one part per thing: ranked bars, bars abreast or around zero, pairs, zones, strips, tallies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from pages.parts.charts.drawn import Drawn
from queries.rows import Rows


@dataclass(frozen=True)
class Bars(Drawn):
    """Ranked bars from zero, the first row on top, values in a column at the right.

    `rows`: the column `by`, `obs_value`; optional `place` and `n_tied` (printed, shared places with "="),
    `within_rounding` (too close to call: "≈"), `obs_status` (E hollow), `time_period` (printed beside the name with
    `years`), `national_value` (the reference line, named by `reference`), and the column `heads` is about: rows of one
    code stand together under the words that `heads` has for it.
    """

    kind: ClassVar[str] = "bars"
    columns: ClassVar[tuple[str, ...]] = (
        "obs_value",
        "obs_status",
        "place",
        "n_tied",
        "within_rounding",
        "time_period",
        "national_value",
    )
    rows: Rows
    by: str
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    chosen: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    reference: str | None = None
    years: bool = False
    heads: Mapping[str, str] = field(default_factory=dict)
    heads_by: str = "role"
    row: int = 23


@dataclass(frozen=True)
class Gaps(Drawn):
    """Bars to the left and right of zero in the order of the rows, the first on top; `value` is the signed column.

    `sides` are the words over the negative and the positive side, `meanings` their colours.
    """

    kind: ClassVar[str] = "gaps"
    rows: Rows
    by: str
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    value: str = "change"
    sides: tuple[str, str] | None = None
    meanings: tuple[str, str] = ("less", "more")
    row: int = 23


@dataclass(frozen=True)
class Abreast(Drawn):
    """Several measures of each row beside each other, a column of bars per measure, all on one scale.

    `rows`: `by` and a column per key of `parts` (its words stand over the bars), the first row on top; optional
    `obs_status` (E hollow, in the parts that `estimates` names). Rows in `meanings` have a colour of their own, the
    others are quiet.
    """

    kind: ClassVar[str] = "abreast"
    columns: ClassVar[tuple[str, ...]] = ("obs_status",)
    rows: Rows
    by: str
    parts: Mapping[str, str]
    names: Mapping[str, str]
    unit: str
    decimals: int = 1
    estimates: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    row: int = 20

    def reads(self) -> set[str]:
        """The columns that renderers read, those of the parts among them."""
        return super().reads() | set(self.parts)


@dataclass(frozen=True)
class Pairs(Drawn):
    """Women and men in one row: two dots, a bar between them, and the column `gap` printed at the right.

    `rows`: `by`, `women`, `men`, `gap`, the first on top. `gap_unit` None: a difference in `unit`, printed with its
    sign.
    """

    kind: ClassVar[str] = "pairs"
    columns: ClassVar[tuple[str, ...]] = ("women", "men")
    rows: Rows
    by: str
    names: Mapping[str, str]
    unit: str
    women: str
    men: str
    decimals: int = 1
    gap: str = "gap"
    gap_unit: str | None = None
    gap_heading: str = ""
    row: int = 30


@dataclass(frozen=True)
class Zone(Drawn):
    """Dots on one scale with a shaded zone around its middle: shares beside one half, indices beside parity.

    `rows`: `by` and `value`, the first on top. `words` stand at the right of each row. A dot inside the zone is a
    circle in ink, outside it a diamond in the colour of the side; `sides` name what lies below and above.
    """

    kind: ClassVar[str] = "zone"
    rows: Rows
    by: str
    value: str
    names: Mapping[str, str]
    words: Mapping[str, str]
    zone: tuple[float, float]
    middle: float
    span: tuple[float, float]
    ticks: tuple[float, ...]
    decimals: int
    zone_label: str
    sides: tuple[str, str]
    row: int = 38


@dataclass(frozen=True)
class Strip(Drawn):
    """One whole cut into its parts on a single line, the largest first; `rows`: `by`, `value` (per cent of the whole).

    Parts in `meanings` are coloured and named, the others are grey.
    """

    kind: ClassVar[str] = "strip"
    rows: Rows
    by: str
    value: str
    names: Mapping[str, str]
    unit: str
    meanings: Mapping[str, str] = field(default_factory=dict)
    decimals: int = 0
    height: int = 120


@dataclass(frozen=True)
class Tally(Drawn):
    """How many of each part every row counts: bars of parts from zero, numbers over them, the parts' words on top.

    `rows`: `by` (a bar each, in the order of `names`), `part`, `value` (whole numbers). `parts` has the words of the
    parts in the order in which they are drawn, `meanings` their colours.
    """

    kind: ClassVar[str] = "tally"
    column_fields: ClassVar[tuple[str, ...]] = (*Drawn.column_fields, "part")
    rows: Rows
    by: str
    part: str
    value: str
    names: Mapping[str, str]
    parts: Mapping[str, str]
    meanings: Mapping[str, str]
    row: int = 44
