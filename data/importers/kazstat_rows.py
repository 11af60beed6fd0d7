"""Rows of the national platform's indicator files: headings mapped, file and line kept.

What the files do and this survives, beyond what every text table may do: rows that lack a comma, any order of columns,
`Units` for `UNIT_MEASURE`, and Russian headings and words where later releases have codes.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.readers.headings import Layout
from data.readers.text_table import read_text_table

COLUMNS = (
    "Year",
    "SERIES",
    "REF_AREA",
    "SEX",
    "AGE",
    "URBANISATION",
    "ACTIVITY",
    "COMPOSITE_BREAKDOWN",
    "EDUCATION_LEV",
    "INCOME_WEALTH_QUANTILE",
    "UNIT_MEASURE",
    "Value",
)
SAME_COLUMN = {"Units": "UNIT_MEASURE"}
# Columns of the platform's own map.
PASSED_OVER = ("GeoCode",)


@dataclass(slots=True)
class Record:
    """One published row on its way: `cells` as published, `fate` and `reason` as the checks decide."""

    release: date
    file: str
    line: int
    raw: str
    cells: dict[str, str]
    malformed: str | None = None
    fate: str = "stored"
    reason: str | None = None
    detail: str = ""
    evidence: list[str] = field(default_factory=list)
    doubts: dict[str, str] = field(default_factory=dict)
    published_value: float | None = None
    value: float | None = None
    status: str = "A"
    key: dict[str, str] = field(default_factory=dict)
    year: int | None = None
    unit: str = ""
    percent_is_bounded: bool = False

    @property
    def indicator(self) -> str:
        """Indicator as written in the Agenda: indicator_8-3-1-1.csv holds 8.3.1.1."""
        return self.file.removeprefix("indicator_").removesuffix(".csv").replace("-", ".")

    @property
    def content(self) -> tuple[tuple[str, str], ...]:
        """What the row says, whatever its line, its spacing or the order of its columns."""
        return content_of(self.cells)

    def set_aside(self, reason: str, detail: str) -> None:
        """Quarantine the row; the first reason found stands."""
        if self.fate == "stored":
            self.fate, self.reason, self.detail = "quarantined", reason, detail

    def dispute(self, reason: str, detail: str) -> None:
        """Keep the row and mark it: something contradicts it and nothing tells which side is right."""
        self.doubts[reason] = "; ".join(filter(None, (self.doubts.get(reason), detail)))


def content_of(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The filled cells of a row in the order of the dimensions."""
    return tuple((name, cells[name]) for name in COLUMNS if cells.get(name))


def read_file(path: Path, release: date, headings: dict[tuple[str, str], str]) -> list[Record]:
    """Records of one indicator file; refuses a file that cannot be read as one."""
    aliases = {published: column for (file, published), column in headings.items() if file == path.name}
    layout = Layout(
        ("Year", "Value"),
        optional=COLUMNS,
        passed_over=PASSED_OVER,
        aliases=SAME_COLUMN | aliases,
        advice="compare the file with the publisher's; a new dimension is named in data/catalogue/kazstat_headings.csv",
    )
    table = read_text_table(path, layout, keep_faulty=True, may_be_empty=True)
    return [Record(release, path.name, row.line, row.raw, row.fields, row.fault) for row in table.rows]


def group_stored(records: Iterable[Record], name: Callable[[Record], Hashable]) -> dict[Hashable, list[Record]]:
    """Records still to be stored, by whatever `name` says of each."""
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        if record.fate == "stored":
            groups[name(record)].append(record)
    return groups


def key_of(record: Record, *, without: tuple[str, ...] = (), year: bool = True) -> Hashable:
    """Unit, year and dimensions of a record, some of them left out."""
    return (
        record.unit,
        record.year if year else None,
        tuple(value for name, value in sorted(record.key.items()) if name not in without),
    )
