"""The day of a release as the publisher states it, and the day of the next one."""

import re
from datetime import date
from pathlib import Path

from data.readers.days import read_day
from data.readers.refusal import InputRefusedError
from data.readers.workbook import read_workbook
from data.refresh.answers import MEND
from data.refresh.connectors import Released

EVERY_OTHER_SHEET = ("*",)


def day_stated(text: str, address: str, today: date) -> date:
    """The day in a text; refused where there is none or it lies in the future."""
    day = _day(text)
    if day is None:
        raise InputRefusedError(f"{address}: {text!r} is no day of release; {MEND}")
    if day > today:
        raise InputRefusedError(f"{address}: says it was released on {day}, after today; {MEND}")
    return day


def days_on_sheet(path: Path, released: Released, today: date) -> tuple[date, date | None]:
    """The day of the release and of the next one from the sheet of metadata of a workbook."""
    try:
        sheet = read_workbook(path, [released.sheet], EVERY_OTHER_SHEET)[released.sheet]
    except InputRefusedError as error:
        raise InputRefusedError(f"{released.workbook}: {error}; {MEND}") from error
    found: dict[str, str] = {}
    for row in sheet.rows:
        cells = [row.text(column) for column in range(len(row.values))]
        for name in (released.published, released.next):
            if any(cell.rstrip(": ").casefold() == name.casefold() for cell in cells):
                found[name] = next((cell for cell in cells if _day(cell)), "")
    published = day_stated(found.get(released.published, ""), released.workbook, today)
    following = _day(found.get(released.next, ""))
    return published, following if following and following > published else None


def _day(text: str) -> date | None:
    """The day at the beginning of a text, written 2026-08-24 or 24.08.2026."""
    if match := re.match(r"(\d\d)\.(\d\d)\.(\d{4})(?!\d)", text, re.ASCII):
        text = f"{match[3]}-{match[2]}-{match[1]}"
    return read_day(text[:10])
