"""Read a workbook (.xlsx): the sheets asked for, every cell as it is kept there, and no other sheet without a word.

Numbers stay numbers, everything else is text: dates as YYYY-MM-DD, errors as `#REF!`, an empty cell as ''. Refused: an
old or locked workbook, a web page or text under this name, sheets that are missing or unknown, and formulas whose
result was never saved, for such a cell would look empty.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.readers.numbers import NumberColumn, Value
from data.readers.refusal import InputRefusedError
from data.readers.text import read_bytes

LARGEST_UNPACKED = 200_000_000
FETCH_AGAIN = "fetch it again as .xlsx"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet, numbered as there."""

    line: int
    values: tuple[Value, ...]

    def text(self, column: int) -> str:
        """A cell as text without spaces around it; '' beyond the last cell."""
        return str(self.values[column]).strip() if column < len(self.values) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook; columns are counted from 0."""

    file: str
    name: str
    rows: tuple[SheetRow, ...]

    def numbers(self, columns: Iterable[int], first_line: int = 1) -> NumberColumn:
        """The form of the numbers in some columns from a row on."""
        wanted = tuple(columns)
        rows = [row for row in self.rows if row.line >= first_line]
        return NumberColumn(row.values[c] for row in rows for c in wanted if c < len(row.values))


def read_sheet(path: Path) -> Sheet:
    """The only sheet of a workbook; refuses a workbook with several, since nothing says which is meant."""
    cached, written = _open(path)
    if len(cached.sheetnames) != 1:
        named = ", ".join(cached.sheetnames)
        raise InputRefusedError.at(path.name, f"one sheet was expected, found {named}", "say which is to be read")
    return _sheet(path.name, cached.worksheets[0], written.worksheets[0])


def read_workbook(path: Path, read: Sequence[str], passed_over: Sequence[str] = ()) -> dict[str, Sheet]:
    """The sheets named in `read`; refuses a missing one, and any other whose name fits no pattern of `passed_over`."""
    cached, written = _open(path)
    found = ", ".join(cached.sheetnames)
    if missing := [name for name in read if name not in cached.sheetnames]:
        raise InputRefusedError.at(path.name, f"no sheet {missing[0]!r} (found: {found})", FETCH_AGAIN)
    if unknown := [n for n in cached.sheetnames if n not in read and not any(fnmatchcase(n, p) for p in passed_over)]:
        advice = "read it or name it among the sheets that are passed over"
        raise InputRefusedError.at(path.name, f"sheet {unknown[0]!r} was not expected", advice)
    return {name: _sheet(path.name, cached[name], written[name]) for name in read}


def _open(path: Path) -> tuple[Workbook, Workbook]:
    """The workbook with the results of its formulas, and with the formulas themselves."""
    content = read_bytes(path)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputRefusedError.at(path.name, "an old (.xls) or locked workbook", "save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise InputRefusedError.at(path.name, f"unpacks to {unpacked / 1e6:.0f} MB", "hand in a smaller workbook")
        # The streaming mode trusts the size a sheet claims for itself; some writers claim one cell.
        return load_workbook(io.BytesIO(content), data_only=True), load_workbook(io.BytesIO(content))
    except InputRefusedError:
        raise
    except Exception as error:
        raise InputRefusedError.at(path.name, f"not a readable workbook ({error})", FETCH_AGAIN) from error


def _sheet(file: str, cached: Worksheet, written: Worksheet) -> Sheet:
    rows = []
    last_row, last_column = _extent(written)
    # Cells that are only formatted may reach to the last row a sheet can have; going through them would take minutes.
    extent = {"max_row": last_row, "max_col": last_column}
    both = zip(cached.iter_rows(**extent), written.iter_rows(**extent), strict=True)
    for line, (results, cells) in enumerate(both, start=1):
        for result, cell in zip(results, cells, strict=True):
            if result.value is None and cell.data_type == "f":
                problem = f"the formula in {cell.coordinate} of sheet {cached.title!r} has no saved result"
                raise InputRefusedError.at(file, problem, "open the workbook, save it and hand it in again", line=line)
        rows.append(SheetRow(line, tuple(_value(result.value) for result in results)))
    return Sheet(file, cached.title, tuple(rows))


def _extent(sheet: Worksheet) -> tuple[int, int]:
    """Last row and column with content, whatever the sheet says of its own size."""
    filled = [(cell.row, cell.column) for cell in sheet._cells.values() if cell.value is not None]
    return max((row for row, _ in filled), default=1), max((column for _, column in filled), default=1)


def _value(value: Any) -> Value:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)
