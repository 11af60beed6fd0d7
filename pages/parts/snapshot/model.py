"""The snapshot as one value: what the page, the PDF, the workbook, the IATI table, the HTML and the slides all print.

Every number comes from a query; here rows are only put side by side. Renderings take this model and nothing else, so
that they cannot disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pages.parts.snapshot.row import SnapshotRow

GOALS = (4, 5, 8, 11, 12)
DEFAULT_METHOD = "open_sdg"
METHODS = (DEFAULT_METHOD, "unsd2022", "un2023", "eurostat", "escap_csi", "escap_api", "sdsn")


@dataclass(frozen=True)
class Goal:
    """A goal of the snapshot with its name in the model's language and the plain counts of its statuses."""

    number: int
    name: str
    counts: dict[str, int]
    reasons: dict[str, int]


@dataclass(frozen=True)
class PointChange:
    """A national point of a headline series that differs between the two dates.

    `kind`: new, revised or removed. `cause`: data, first_held, revision, repair or removal.
    """

    series_id: str
    goal: int
    title: str
    unit: str
    decimals: int
    year: int
    kind: str
    old: float | None
    new: float | None
    change_percent: float | None
    cause: str


@dataclass(frozen=True)
class Flip:
    """A status that differs between the two dates, with every cause that the figures show, the decisive one first."""

    series_id: str
    goal: int
    title: str
    old_status: str
    old_reason: str | None
    new_status: str
    new_reason: str | None
    causes: tuple[str, ...]
    turned_year: int | None = None


@dataclass(frozen=True)
class Changes:
    """What differs from an earlier date, or from another method on the same day (`is_of_methods`)."""

    compare_with: date
    compare_method: str
    points: tuple[PointChange, ...]
    flips: tuple[Flip, ...]
    is_of_methods: bool = False

    def of_goal(self, goal: int | None) -> Changes:
        """Return the changes of one goal, or all of them."""
        return replace(
            self,
            points=tuple(point for point in self.points if goal in (None, point.goal)),
            flips=tuple(flip for flip in self.flips if goal in (None, flip.goal)),
        )


@dataclass(frozen=True)
class Source:
    """A source of the snapshot as of its date: its newest release not later than that date."""

    source_id: str
    name: str
    url: str
    licence: str
    release: date | None
    retrieved_once: bool
    next_release: date | None = None
    is_due: bool = False


@dataclass(frozen=True)
class SnapshotModel:
    """Everything a snapshot prints, in one language, as of one date, judged by one method."""

    language: str
    as_of: date
    method: str
    checksum: str
    version: str
    goals: tuple[Goal, ...]
    rows: tuple[SnapshotRow, ...]
    sources: tuple[Source, ...]
    changes: Changes | None = None
    link: str = ""

    def counts(self, goal: int | None = None) -> dict[str, int]:
        """Return how many rows have each status, in one goal or in all; never a mean of statuses."""
        return _added(item.counts for item in self.goals if goal in (None, item.number))

    def reasons(self, goal: int | None = None) -> dict[str, int]:
        """Return how many rows lack a status for each reason, in one goal or in all."""
        return _added(item.reasons for item in self.goals if goal in (None, item.number))

    def fragile(self, goal: int | None = None) -> tuple[SnapshotRow, ...]:
        """Return the rows whose status hangs on the choice of years or method."""
        return tuple(row for row in self.rows_of(goal) if row.is_fragile)

    def rows_of(self, goal: int | None) -> tuple[SnapshotRow, ...]:
        """Return the rows of one goal, or of all, in printing order."""
        return tuple(row for row in self.rows if goal in (None, row.goal))

    def identity(self) -> str:
        """Return what tells this model from any other of the same store: everything it was asked for."""
        return f"{self.file_name('')} {self.checksum} {self.version}"

    def file_name(self, extension: str, goal: int | None = None) -> str:
        """Return the name of a file made from this model: it carries the goal, the as-of date, method and language."""
        scope = "all-goals" if goal is None else f"goal-{goal}"
        method = "" if self.method == DEFAULT_METHOD else f"_{self.method}"
        versus = "" if self.changes is None else f"_vs-{self.changes.compare_with.isoformat()}"
        if self.changes and self.changes.compare_method != self.method:
            versus += f"-{self.changes.compare_method}"
        dated = f"{scope}_as-of-{self.as_of.isoformat()}{versus}{method}"
        return f"kazakhstan-sdg-snapshot_{dated}_{self.language}.{extension}"


def _added(tables: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for table in tables:
        total.update(table)
    return dict(total)
