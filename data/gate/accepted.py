"""A person's word on what the gate found: `catalogue/accepted_losses.csv`, one row per word.

`name` is the name of a finding or the beginning of several, up to a slash: a source, a file of it, a kind.
"""

import csv
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from data.gate.finding import Finding
from data.readers.days import read_day
from data.readers.headings import Layout
from data.readers.refusal import InputRefusedError
from data.readers.text_table import Row, TextTable, read_text_table


@dataclass(frozen=True, slots=True)
class Accepted:
    """One word: what is accepted in which release laid beside which, why, and on which day it was said."""

    release: date
    beside: date
    name: str
    because: str
    accepted: date

    def covers(self, finding: Finding) -> bool:
        """Whether the word is about this finding."""
        same_releases = (self.release, self.beside) == (finding.release, finding.beside)
        return same_releases and f"{finding.name}/".startswith(f"{self.name}/")


NAMES = tuple(column.name for column in fields(Accepted))


def read_accepted(path: Path) -> list[Accepted]:
    """Every word given so far; none where there is no file."""
    if not path.exists():
        return []
    table = read_text_table(path, Layout(NAMES), may_be_empty=True)
    return [_word(table, row) for row in table.rows]


def _word(table: TextTable, row: Row) -> Accepted:
    for column in ("name", "because"):
        if not row[column]:
            raise table.refusal(row, column, "is empty", "say what is accepted and why")
    days = {column: read_day(row[column]) for column in ("release", "beside", "accepted")}
    for column, day in days.items():
        if day is None:
            raise table.refusal(row, column, "is no day", "write YYYY-MM-DD")
    return Accepted(**days, name=row["name"], because=row["because"])


def words_for(findings: Iterable[Finding], names: Iterable[str], because: str, today: date) -> list[Accepted]:
    """The words that accept these names, one per pair of releases; refuses a name that no finding bears."""
    if not because.strip():
        raise InputRefusedError("--accept needs --because with the reason; it is kept and shown with the figures")
    found = list(findings)
    words = []
    for name in names:
        pairs = {(f.release, f.beside) for f in found if f"{f.name}/".startswith(f"{name}/")}
        if not pairs:
            raise InputRefusedError(f"--accept {name}: nothing that stops bears this name; copy it from the report")
        words += [Accepted(release, beside, name, because.strip(), today) for release, beside in sorted(pairs)]
    return words


def record(words: Iterable[Accepted], path: Path) -> None:
    """Add words to the file, which is written whole or not at all."""
    held = read_accepted(path)
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows(astuple(word) for word in [*held, *(word for word in words if word not in held)])
    os.replace(partial, path)
