"""Small tables of our own, written where a test needs a damaged file."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook

from data.tidy import Imported


def write_csv(path: Path, *lines: str) -> Path:
    """A CSV file of these lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_sheet(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def reasons(imported: Imported) -> list[tuple[int, str]]:
    """Line and reason of every row set aside."""
    return sorted((row.line, row.reason) for row in imported.quarantined)


def values(imported: Imported) -> list[tuple[int, float]]:
    """Line and value of every stored figure."""
    return sorted((figure.line, figure.obs_value) for figure in imported.figures)
