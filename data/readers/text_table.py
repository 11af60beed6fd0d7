"""Read a text table row by row, keeping the line of every row, and refuse what cannot be read.

Read: a byte-order mark, any line end, blank lines and rows without a single value, empty columns at the right, quoted
values over several lines, headings in another case; comma, semicolon, tab or bar as separator, whichever gives the
headings asked for. Refused with file, line and column: a heading that is missing, unknown or there twice, a quote that
is never closed, a row with more or fewer values than headings, a table without rows.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data.readers.headings import Layout, columns_under, folded
from data.readers.numbers import NumberColumn, Year, read_year
from data.readers.refusal import InputRefusedError
from data.readers.text import bare, read_text

SEPARATORS = (",", ";", "\t", "|")
# Lines that a sheet of a spreadsheet program holds: a table of just so many was cut.
SHEET_LIMITS = frozenset({65_536, 1_048_576})


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line it starts on, its text as published, its stripped values by column.

    `fault` says why the values do not fit under the headings; only a table read with `keep_faulty` has such rows.
    """

    line: int
    raw: str
    fields: dict[str, str]
    fault: str | None = None

    def __getitem__(self, column: str) -> str:
        return self.fields[column]


@dataclass(frozen=True, slots=True)
class TextTable:
    """The rows of one file, in its order; `columns` are those that stand in it."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def numbers(self, column: str) -> NumberColumn:
        """The form of the numbers in a column."""
        return NumberColumn(row.fields.get(column, "") for row in self.rows)

    def year(self, row: Row, column: str) -> Year:
        """The year of a row; refuses the file when the cell holds anything else, for the columns may have shifted."""
        year = read_year(row[column])
        if year is None:
            raise self.refusal(row, column, "is not a year", "the columns may have shifted")
        return year

    def refusal(self, row: Row, column: str, problem: str, advice: str) -> InputRefusedError:
        """The refusal of one cell, to be raised."""
        found = f"{row.fields.get(column, '')!r} {problem}"
        return InputRefusedError.at(self.file, found, advice, line=row.line, column=column)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record before its values are named."""

    line: int
    raw: str
    values: list[str]
    fault: str | None = None


def read_text_table(path: Path, layout: Layout, *, keep_faulty: bool = False, may_be_empty: bool = False) -> TextTable:
    """The table in a file.

    With `keep_faulty` every line is a row and rows that do not fit come back with their `fault`, for a source whose
    rows are set aside one by one; without it the first such row refuses the file. Raises InputRefusedError.
    """
    lines = re.split(r"\r\n|\n|\r", read_text(path))
    first, separator = _start(lines, layout)
    records = _lone_lines if keep_faulty else _records
    _refuse_cut(path.name, lines)
    headings = [bare(value) for value in next(csv.reader([lines[first]], delimiter=separator))]
    columns = columns_under(path.name, first + 1, headings, layout)
    rows = []
    for record in records(path.name, lines, first + 1, separator):
        if record.values == headings:
            record = replace(record, fault="the headings stand here once more, so two tables were joined")
        if any(record.values) or record.fault:
            rows.append(_row(path.name, record, columns, keep_faulty))
    if not rows and not may_be_empty:
        raise InputRefusedError.at(path.name, "there are headings but no row", "fetch the file again, it may be cut")
    return TextTable(path.name, tuple(dict.fromkeys(name for name in columns if name)), tuple(rows))


def _refuse_cut(file: str, lines: list[str]) -> None:
    filled = len(lines) if lines[-1].strip() else len(lines) - 1
    if filled in SHEET_LIMITS:
        problem = f"{filled:,} lines are just as many as a spreadsheet program holds, the rest may be lost"
        raise InputRefusedError.at(file, problem, "hand in the table as the publisher has it", line=filled)


def _start(lines: list[str], layout: Layout) -> tuple[int, str]:
    """Number of the line of headings, counted from 0, and the separator."""
    names = layout.names()
    first = next(number for number, line in enumerate(lines) if line.strip())
    if named := re.fullmatch(r"sep=(.)", lines[first].strip(), re.IGNORECASE):
        return first + 1, named[1]
    fields = {separator: next(csv.reader([lines[first]], delimiter=separator)) for separator in SEPARATORS}
    known = {separator: sum(folded(name) in names for name in found) for separator, found in fields.items()}
    return first, max(SEPARATORS, key=lambda separator: (known[separator], len(fields[separator])))


def _records(file: str, lines: list[str], first: int, separator: str) -> Iterator[_Record]:
    """Records of any number of lines; a quote that is never closed refuses the file."""
    reader = csv.reader((f"{line}\n" for line in lines[first:]), delimiter=separator, strict=True)
    start = first
    try:
        for values in reader:
            end = first + reader.line_num
            yield _Record(start + 1, "\n".join(lines[start:end]), [bare(value) for value in values])
            start = end
    except csv.Error as error:
        advice = "close the quote or fetch the file again, it may be cut off"
        raise InputRefusedError.at(file, f"the row is torn ({error})", advice, line=start + 1) from error


def _lone_lines(file: str, lines: list[str], first: int, separator: str) -> Iterator[_Record]:
    """Every line as a record of its own; a torn one has its fault."""
    for number, line in enumerate(lines[first:], start=first + 1):
        try:
            values = next(csv.reader([line], delimiter=separator, strict=True), [])
            yield _Record(number, line, [bare(value) for value in values])
        except csv.Error as error:
            yield _Record(number, line, [], f"not a row of values: {error}")


def _row(file: str, record: _Record, columns: list[str], keep_faulty: bool) -> Row:
    fields, fault = _fields(record.values, columns)
    fault = record.fault or fault
    if fault and not keep_faulty:
        advice = "look for a missing quote or a separator inside a value, or fetch the file again"
        raise InputRefusedError.at(file, fault, advice, line=record.line)
    return Row(record.line, record.raw, fields, fault)


def _fields(values: list[str], columns: list[str]) -> tuple[dict[str, str], str | None]:
    """Values by column, and what does not fit."""
    fault = None
    if len(values) < len(columns) or any(values[len(columns) :]):
        fault = f"{len(values)} values under {len(columns)} headings"
    fields: dict[str, str] = {}
    for column, value in zip(columns, values + [""] * len(columns), strict=False):
        if not column and value:
            fault = f"{value!r} stands under no heading"
        elif value and fields.get(column):
            fault = f"two headings for {column} are both filled: {fields[column]!r} and {value!r}"
        elif column:
            fields[column] = fields.get(column) or value
    return fields, fault
