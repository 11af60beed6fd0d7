"""A few lines of every publisher's table, brought through the whole importer, row by row.

`excerpts/` holds lines in the publishers' own layout, real ones and some with a fault of ours; a workbook's sheet is
kept as text. Beside each file, `<file>.expected.csv` says what must become of every line, and `why` the line was
chosen: the word, unit or fault that no other line has. A row with a reason was set aside, the others are figures; an
empty cell means what a figure is when its publisher says nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import MISSING, asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.importers.bns import read_employment, read_value_added
from data.importers.bns_culture import read_culture
from data.importers.bns_decent_work import read_decent_work
from data.importers.facts import read_facts
from data.importers.international import FILES, read_export
from data.tidy import Figure, Imported, Quarantined
from tests.data.small_files import write_sheet

EXCERPTS = Path(__file__).parent / "excerpts"
DAY = date(2026, 11, 22)
Read = Callable[[Path], Imported]

NATIONAL: dict[str, Read] = {
    "bns/gva_J_R_and_grp_by_region.csv": read_value_added,
    "bns/employed_J_M_P_R_total.csv": read_employment,
    "bns/culture_2022/information.csv": lambda path: read_culture(path, DAY),
    "bns/decent_work/work_stats.csv": lambda path: read_decent_work(path, DAY),
}
INTERNATIONAL: dict[str, Read] = {
    f"international/{export.file}": lambda path, export=export: read_export(path, export) for export in FILES
}
TABLES = NATIONAL | INTERNATIONAL


def excerpt(name: str, scratch: Path) -> Path:
    """The excerpt as the importer finds it: a sheet kept as text becomes a workbook again."""
    path = EXCERPTS / name
    if path.parent.name not in {"culture_2022", "decent_work"}:
        return path
    with path.open(encoding="utf-8", newline="") as file:
        return write_sheet(scratch / path.with_suffix(".xlsx").name, csv.reader(file))


def expected(name: str) -> list[dict[str, str]]:
    path = EXCERPTS / f"{name.removesuffix('.csv')}.expected.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [_without_why(row) for row in csv.DictReader(file)]


def told(row: Any, left_out: set[str]) -> dict[str, str]:
    """The fields of a row that say something, as text."""
    defaults = {field.name: field.default for field in fields(row) if field.default is not MISSING}
    return {
        name: str(value)
        for name, value in asdict(row).items()
        if name not in left_out and value is not None and value != defaults.get(name, MISSING)
    }


def outcomes(imported: Imported) -> Iterator[dict[str, str]]:
    rows: list[Figure | Quarantined] = [*imported.figures, *imported.quarantined]
    for row in sorted(rows, key=lambda row: (row.line, getattr(row, "reason", ""), row.time_period or 0)):
        yield told(row, {"source_id", "release", "file", "licence", "raw_line"})


@pytest.mark.parametrize("name", TABLES)
def test_every_line_of_an_excerpt_becomes_what_it_should(name: str, tmp_path: Path) -> None:
    imported = TABLES[name](excerpt(name, tmp_path))
    assert list(outcomes(imported)) == expected(name)


def test_every_fact_of_an_excerpt_is_told_in_codes() -> None:
    imported = read_facts(EXCERPTS / "facts" / "creative_facts.csv", EXCERPTS / "catalogue")
    assert [told(fact, set()) for fact in imported.facts] == expected("facts/creative_facts.csv")
    assert list(outcomes(imported)) == expected("catalogue/fact_series.csv")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_an_excerpt_is_counted_once(name: str, tmp_path: Path) -> None:
    imported = TABLES[name](excerpt(name, tmp_path))
    (count,) = imported.counts
    assert (count.stored, count.quarantined) == (len(imported.figures), len(imported.quarantined))
    assert count.read == count.stored + count.quarantined + count.duplicate
    assert (count.repaired, count.dropped) == (0, 0)
    named = {(row.source_id, row.release, row.file) for row in [*imported.figures, *imported.quarantined]}
    assert named == {(count.source_id, count.release, count.file)}


def _without_why(row: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in row.items() if text and name != "why"}
