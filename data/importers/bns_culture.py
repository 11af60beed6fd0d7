"""Culture organisations by region on 1 January 2023, that is at the end of 2022 (publication 6115 of the Bureau).

The copy of the table that is published as CSV has lost the difference between nothing and hidden, so the workbook is
read: a number, `х` for a value hidden by the publisher, `-` for none, an empty cell for no value. Even there a printed
zero may be a hidden value: where the regions fall short of the national row by more than hidden cells can explain
(each hides at least one), the zeros of that column are set aside instead of being stored as "none".
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.importers.catalogue_areas import AREAS, area_codes
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout, columns_under
from data.readers.numbers import Number, NumberColumn
from data.readers.refusal import InputRefusedError
from data.readers.workbook import Sheet, read_sheet
from data.tidy import Imported

YEAR = 2022
LICENCE = "PDDL-1.0"
HIDDEN = {"x", "х"}  # Latin and Cyrillic
NONE = {"-", "–", "—"}
NATIONAL = "Республика Казахстан"
TYPES = {
    "Theaters": "THEATRE",
    "Museums": "MUSEUM",
    "Cultural and leisure facilities": "CULTURE_CENTRE",
    "Cinemas": "CINEMA",
    "Libraries": "LIBRARY",
    "Concert organizations": "CONCERT",
    "Parks": "PARK",
    "Zoos": "ZOO",
    "Circuses": "CIRCUS",
}
LAYOUT = Layout(("Regions", *TYPES))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: its row in the sheet, the region as printed, the text of the cell and its number."""

    line: int
    region: str
    text: str
    number: Number

    @property
    def value(self) -> float | None:
        return 0.0 if self.text in NONE else self.number.value


def read_culture(path: Path, release: date, areas_file: Path = AREAS) -> Imported:
    """Organisations by region and type; `composite_breakdown` is the type."""
    columns = _columns(path)
    areas = _areas(areas_file)
    sieve = Sieve("bns_culture", release, LICENCE, path.name)
    for column, cells in columns.items():
        short = shortfall(cells)
        for cell in cells:
            key = {
                "indicator": "BNS-6115",
                "ref_area": areas.get(cell.region),
                "composite_breakdown": TYPES[column],
                "time_period": YEAR,
            }
            raw, doubt = f"{cell.region},{column},{cell.text}", _doubt(cell, key["ref_area"], short)
            if doubt:
                sieve.set_aside(cell.line, raw, doubt, cell.value, **key)
            else:
                sieve.store(cell.line, raw, "ORGANISATIONS", cell.value, cell.number.status, **key)
    return sieve.finish()


def shortfall(cells: list[Cell]) -> float:
    """How many organisations of the national row no region shows and no hidden cell can account for."""
    national = next((cell.value or 0 for cell in cells if cell.region == NATIONAL), 0)
    regions = [cell for cell in cells if cell.region != NATIONAL]
    hidden = sum(cell.text in HIDDEN for cell in regions)
    return national - sum(cell.value or 0 for cell in regions) - hidden


def _doubt(cell: Cell, area: str | None, short: float) -> Doubt | None:
    if area is None:
        return Doubt("unknown_area", f"region {cell.region!r} stands in no list of areas")
    if cell.text in HIDDEN:
        return Doubt("suppressed", "hidden by the publisher to protect single organisations")
    if cell.text == "":
        return Doubt("no_value", "the cell is empty: neither a number nor a sign for none")
    if cell.value is None:
        return number_doubt(cell.number, cell.text)
    if cell.text == "0" and short > 0:
        return Doubt(
            "suppressed_as_zero", f"the regions show {short:g} fewer than the national row, so a 0 may be hidden"
        )
    return None


def _columns(path: Path) -> dict[str, list[Cell]]:
    sheet = read_sheet(path)
    top, *rows = sheet.rows
    headings = [top.text(column) for column in range(len(top.values))]
    columns = columns_under(path.name, top.line, headings, LAYOUT)
    at = columns.index("Regions")
    if NATIONAL not in {row.text(at) for row in rows}:
        raise InputRefusedError.at(
            path.name, f"no row {NATIONAL!r}", "without the national row hidden values cannot be told from zeros"
        )
    return {name: _cells(sheet, at, columns.index(name)) for name in TYPES}


def _cells(sheet: Sheet, names: int, column: int) -> list[Cell]:
    numbers: NumberColumn = sheet.numbers((column,), first_line=2)
    filled = [row for row in sheet.rows[1:] if any(value != "" for value in row.values)]
    return [Cell(row.line, row.text(names), row.text(column), numbers.read(row.values[column])) for row in filled]


def _areas(areas_file: Path) -> dict[str, str]:
    """Area codes by the names this table prints: adjectives without the word for region, `г.` before cities."""
    by_short = area_codes("short_ru", areas_file)
    regions = {name: code for name, code in by_short.items() if code.startswith("KZ-")}
    printed = {f"Область {name}": code for name, code in regions.items()}
    cities = {f"г. {name}": code for name, code in regions.items()}
    return {**regions, **printed, **cities, "г. Алматы": "KZ-75", "Алматинская": "KZ-19", NATIONAL: "KZ"}
