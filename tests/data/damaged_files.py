"""Small files of our own, each with one kind of damage, imported as if a publisher had released them."""

import shutil
from datetime import date
from pathlib import Path

from data.importers.national_sdg import CATALOGUE, read_source
from data.tidy import Figure, Imported, Quarantined

DAMAGED = Path(__file__).parent / "damaged"
RELEASE = date(2025, 1, 15)
EARLIER = date(2024, 1, 15)
NO_REPAIRS = "release,file,line,field,as_published,repaired,confidence,evidence,raw_line\n"


def import_damaged(name: str, scratch: Path) -> Imported:
    """Import one damaged folder with the real code lists and only the repairs that lie beside it."""
    catalogue = scratch / "catalogue"
    shutil.copytree(CATALOGUE, catalogue, dirs_exist_ok=True)
    repairs = DAMAGED / name / "repairs.csv"
    (catalogue / "repairs.csv").write_text(repairs.read_text() if repairs.exists() else NO_REPAIRS)
    return read_source(DAMAGED / name, catalogue)


def stored(imported: Imported, release: date = RELEASE) -> list[tuple[int, float]]:
    """Line and value of every stored figure."""
    return sorted((f.line, f.obs_value) for f in imported.figures if f.release == release)


def set_aside(imported: Imported, release: date = RELEASE) -> list[tuple[int, str]]:
    """Line and reason of every quarantined row."""
    return sorted((q.line, q.reason) for q in imported.quarantined if q.release == release)


def at_line(rows: list[Figure] | list[Quarantined], line: int, release: date = RELEASE) -> Figure | Quarantined:
    """The one row that came from a line."""
    (row,) = [row for row in rows if (row.line, row.release) == (line, release)]
    return row
