"""Seats held by women as the Inter-Parliamentary Union and the United Nations count them, beside the national platform.

Two small tables of `international/`: one row per country and year, one value. A country that the list of areas lacks
is set aside.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.catalogue_areas import area_codes
from data.importers.handed_in import Asked
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout
from data.readers.text_table import read_text_table
from data.tidy import Imported

INDICATOR = "5.5.1"
LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class SeatsTable:
    """One table: its source, file, day, the headings of country, year and value, and what it counts."""

    source_id: str
    file: str
    release: date
    area: str
    year: str
    value: str
    series_code: str
    passed_over: tuple[str, ...] = ()


TABLES = (
    SeatsTable(
        "ipu_parliament",
        "wdi_sg_gen_parl_zs.csv",
        date(2026, 11, 22),
        "geo",
        "time",
        "sg_gen_parl_zs",
        "SG_GEN_PARL",
    ),
    SeatsTable(
        "un_local_councils",
        "un_sg_gen_locgels_2026-04.csv",
        date(2026, 4, 30),
        "Code",
        "Year",
        "Proportion of elected seats held by women in deliberative bodies of local government (%)",
        "SG_GEN_LOCGELS",
        ("Entity", "World region according to OWID"),
    ),
)


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """One source per table; `folder` holds `international/`."""
    paths = {table: folder / "international" / table.file for table in TABLES}
    areas = catalogue / "areas.csv"
    return [Asked(table.source_id, (path,), partial(read_seats, path, table, areas)) for table, path in paths.items()]


def read_seats(path: Path, table: SeatsTable, areas_file: Path) -> Imported:
    """Per cent of seats, by country and year."""
    rows = read_text_table(path, Layout((table.area, table.year, table.value), passed_over=table.passed_over))
    areas, numbers = area_codes("publisher_codes", areas_file), rows.numbers(table.value)
    sieve = Sieve(table.source_id, table.release, LICENCE, path.name)
    for row in rows.rows:
        year, number, area = rows.year(row, table.year), numbers.read(row[table.value]), row[table.area].upper()
        key = {
            "indicator": INDICATOR,
            "series_code": table.series_code,
            "ref_area": areas.get(area),
            "time_period": year.value,
        }
        if doubt := number_doubt(number, row[table.value]) or _doubt(area, areas, number.value):
            sieve.set_aside(row.line, row.raw, doubt, number.value, **key)
        else:
            sieve.store(row.line, row.raw, "PT", number.value, **key)
    return sieve.finish()


def _doubt(area: str, areas: dict[str, str], value: float) -> Doubt | None:
    if area not in areas:
        return Doubt("unknown_area", f"{area!r} stands in no list of areas")
    return None if 0 <= value <= 100 else Doubt("percent_out_of_range", f"{value:g} is outside 0-100")
