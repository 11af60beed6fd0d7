"""Read a publisher's table row by row, keeping the file and line of every row, and refuse what cannot be read.

A file that is damaged as a whole (missing, not text, without the expected columns, torn in the middle of a row) is
refused with `ImportRefusedError`. A single doubtful value is left to the importer, which puts it into quarantine.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from data.tidy import ImportRefusedError

_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line it starts on, the text as published and its fields by column name."""

    line: int
    raw: str
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column].strip()


def read_csv(path: Path, columns: Sequence[str]) -> list[Row]:
    """Records of a comma-separated file that has at least `columns`; refuses any other file and torn rows."""
    lines = _text(path).splitlines()
    reader = csv.reader(lines, strict=True)
    header = next(reader, None)
    if not header:
        raise ImportRefusedError(f"{path.name}: the file is empty; fetch it again from the publisher")
    if missing := [name for name in columns if name not in header]:
        raise ImportRefusedError(
            f"{path.name}, line 1: column {', '.join(missing)} is missing (found: {', '.join(header)}); "
            "the publisher changed the table or this is another file, compare it with the importer's list of columns"
        )
    rows = []
    start = reader.line_num + 1
    try:
        for values in reader:
            rows.append(_row(path, header, values, lines, start, reader.line_num))
            start = reader.line_num + 1
    except csv.Error as error:
        raise ImportRefusedError(
            f"{path.name}, line {start}: the row is torn ({error}); fetch the file again, it may be cut off"
        ) from error
    if not rows:
        raise ImportRefusedError(f"{path.name}: there is a header but no row; fetch the file again")
    return rows


def _row(path: Path, header: list[str], values: list[str], lines: list[str], start: int, end: int) -> Row:
    if len(values) != len(header):
        raise ImportRefusedError(
            f"{path.name}, line {start}: {len(values)} fields where the header has {len(header)}; "
            "look for a missing quote or a comma inside a value and fetch the file again"
        )
    return Row(start, "\n".join(lines[start - 1 : end]), dict(zip(header, values, strict=True)))


def _text(path: Path) -> str:
    if not path.is_file():
        raise ImportRefusedError(f"{path.name}: no such file in {path.parent.name}/; put the publisher's file there")
    content = path.read_bytes()
    if content.lstrip()[:1] == b"<":
        raise ImportRefusedError(f"{path.name}, line 1: a web page instead of a table; the download failed, repeat it")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefusedError(f"{path.name}, line {line}: not UTF-8; save the file again as UTF-8") from error


def read_sheet(path: Path) -> list[tuple[int, list[str]]]:
    """Rows of the first sheet of a workbook as text, numbered as in the sheet; empty cells are ''."""
    if not path.is_file():
        raise ImportRefusedError(f"{path.name}: no such file in {path.parent.name}/; put the publisher's file there")
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        raise ImportRefusedError(f"{path.name}: not a readable workbook ({error}); fetch it again as .xlsx") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    return [(number, ["" if v is None else str(v) for v in row]) for number, row in enumerate(rows, start=1)]


def to_number(text: str) -> float | None:
    """A number as published: spaces group thousands and a comma may mark decimals; None when it is not a number."""
    compact = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    return float(compact) if _NUMBER.fullmatch(compact) else None


def to_year(path: Path, row: Row, column: str) -> int:
    """The year of a row; refuses the file when the column holds anything else, for then no column can be trusted."""
    text = row[column]
    if not re.fullmatch(r"(1[6-9]|20|21)\d\d", text):
        raise ImportRefusedError(
            f"{path.name}, line {row.line}, column {column}: {text!r} is not a year; the columns may have shifted"
        )
    return int(text)
