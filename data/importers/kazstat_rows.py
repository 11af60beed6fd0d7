"""Rows of the national platform's indicator files: read as text, header names mapped, file and line kept.

What the files do and this survives: a byte-order mark, both line ends, blank lines, trailing empty columns, rows that
lack a comma, spaces after a number, any order of columns, `Units` for `UNIT_MEASURE`, and Russian headings and words
where later releases have codes. What it refuses: a file that is not text, has no header, or has no Year or Value.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.tidy import ImportRefusedError

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
# Columns of the platform's own map, which we do not use.
IGNORED = ("GeoCode", "")


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
    published_value: float | None = None
    value: float | None = None
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
        return tuple((name, self.cells[name]) for name in COLUMNS if self.cells.get(name))

    def set_aside(self, reason: str, detail: str) -> None:
        """Quarantine the row; the first reason found stands."""
        if self.fate == "stored":
            self.fate, self.reason, self.detail = "quarantined", reason, detail


def read_file(path: Path, release: date, headings: dict[tuple[str, str], str]) -> list[Record]:
    """Records of one indicator file; refuses a file that cannot be read as one."""
    lines = re.split(r"\r?\n", _text(path))
    header = _header(path, lines, headings)
    return [
        _record(release, path.name, number, raw, header)
        for number, raw in enumerate(lines[1:], start=2)
        if raw.strip(", \t")
    ]


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefusedError(
            f"{path.name}, line {line}: not UTF-8; save the file as UTF-8 and import again"
        ) from error
    if text.lstrip().startswith("<"):
        raise ImportRefusedError(f"{path.name}, line 1: a web page, not a table; download the raw file again")
    return text


def _header(path: Path, lines: list[str], headings: dict[tuple[str, str], str]) -> list[str]:
    if not lines[0].strip():
        raise ImportRefusedError(f"{path.name}: the file is empty; download it again")
    names = [name.strip() for name in next(csv.reader(lines[:1]))]
    header = [headings.get((path.name, name), SAME_COLUMN.get(name, name)) for name in names]
    for needed in ("Year", "Value"):
        if header.count(needed) != 1:
            raise ImportRefusedError(
                f"{path.name}, line 1, column {needed}: stands {header.count(needed)} times among {', '.join(names)}; "
                "compare the file with the publisher's and import again"
            )
    if unknown := [name for name in header if name not in COLUMNS and name not in IGNORED]:
        raise ImportRefusedError(
            f"{path.name}, line 1, column {unknown[0]}: unknown heading; "
            "say which dimension it is in data/catalogue/kazstat_headings.csv and import again"
        )
    return header


def _record(release: date, file: str, line: int, raw: str, header: list[str]) -> Record:
    try:
        values = [value.strip() for value in next(csv.reader([raw], strict=True))]
    except csv.Error as error:
        return Record(release, file, line, raw, {}, malformed=f"not a row of values: {error}")
    malformed = None
    if len(values) < len(header) or any(values[len(header) :]):
        malformed = f"{len(values)} values under {len(header)} headings"
    cells: dict[str, str] = {}
    for name, value in zip(header, values + [""] * len(header), strict=False):
        # Two headings may stand for one dimension, of which each row fills one.
        cells[name] = cells.get(name) or value
    return Record(release, file, line, raw, cells, malformed)


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
