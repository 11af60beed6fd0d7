"""Tables of the International Labour Organization (ILOSTAT): employed and monthly pay by sex and section.

They lie in `ilo/` of the import folder: a row per country (three letters), sex, section of ISIC rev. 4 and year, pay
also by currency. Where both sexes and their total are given, the sexes must add up to the total; a country's section
and year that does not is set aside as a whole. Uzbekistan 2020 comes from another survey than the years beside it (in J
four times as many people) and is set aside too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.catalogue_areas import AREAS, area_codes
from data.importers.handed_in import Asked
from data.importers.released import release_of
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn
from data.readers.text_table import Row, TextTable, read_text_table
from data.tidy import Imported

RETRIEVED = date(2026, 11, 22)
LICENCE = "CC-BY-4.0"
SEXES = {"sex_t": "_T", "sex_f": "F", "sex_m": "M"}
SECTIONS = {f"eco_isic4_{letter}": f"ISIC4_{letter.upper()}" for letter in "jmpr"} | {"eco_isic4_total": "_T"}
CURRENCIES = {"cur_type_lcu": "TNG", "cur_type_usd": "USD"}
EMPLOYED = Layout(("ref_area", "sex", "classif1", "time", "emp_temp_sex_eco_nb"))
PAY = Layout(("ref_area", "sex", "classif1", "classif2", "time", "ear_emta_sex_eco_cur_nb"))
OTHER_SURVEY = {("uzb", "2020")}
# People are printed in thousand with three decimals; the sexes of a small country miss the total by a few.
NEAR = 0.005


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """Employed and pay, one source each; `folder` holds `ilo/`."""
    employed, pay = folder / "ilo" / "emp_temp_sex_eco_nb.csv", folder / "ilo" / "ear_emta_sex_eco_cur_nb.csv"
    areas = catalogue / "areas.csv"
    days = {name: release_of(folder, name, RETRIEVED) for name in ("ilo_employed", "ilo_pay")}
    return [
        Asked("ilo_employed", (employed,), partial(read_employed, employed, areas, days["ilo_employed"])),
        Asked("ilo_pay", (pay,), partial(read_pay, pay, areas, days["ilo_pay"])),
    ]


def read_employed(path: Path, areas_file: Path = AREAS, release: date = RETRIEVED) -> Imported:
    """Employed by sex and section, thousand, Kazakhstan and its neighbours."""
    table = read_text_table(path, EMPLOYED)
    column = "emp_temp_sex_eco_nb"
    numbers = table.numbers(column)
    torn = _torn(table.rows, numbers, column)
    sieve = Sieve("ilo_employed", release, LICENCE, path.name)
    areas = area_codes("publisher_codes", areas_file)
    for row in table.rows:
        doubt = None
        if (row["ref_area"], row["time"]) in OTHER_SURVEY:
            doubt = Doubt("known_error", "another survey than in the years beside it: four times as many people in J")
        elif _cell(row) in torn:
            doubt = Doubt("total_outside_parts", f"women and men give {torn[_cell(row)]:.3f} of the total")
        _sift(sieve, table, row, column, "EMP_TEMP_SEX_ECO_NB", "TH_PEOPLE", numbers, areas, doubt)
    return sieve.finish()


def read_pay(path: Path, areas_file: Path = AREAS, release: date = RETRIEVED) -> Imported:
    """Mean monthly pay of employees by sex and section, Kazakhstan, in tenge and in US dollars."""
    table = read_text_table(path, PAY)
    column = "ear_emta_sex_eco_cur_nb"
    numbers = table.numbers(column)
    sieve = Sieve("ilo_pay", release, LICENCE, path.name)
    areas = area_codes("publisher_codes", areas_file)
    for row in table.rows:
        unit = CURRENCIES.get(row["classif2"])
        doubt = None if unit else Doubt("unknown_code", f"classif2 {row['classif2']!r} has no code")
        _sift(sieve, table, row, column, "EAR_EMTA_SEX_ECO_NB", unit or "", numbers, areas, doubt)
    return sieve.finish()


def _sift(
    sieve: Sieve,
    table: TextTable,
    row: Row,
    column: str,
    indicator: str,
    unit: str,
    numbers: NumberColumn,
    areas: Mapping[str, str],
    doubt: Doubt | None,
) -> None:
    year, number = table.year(row, "time"), numbers.read(row[column])
    area, sex, activity = areas.get(row["ref_area"].upper()), SEXES.get(row["sex"]), SECTIONS.get(row["classif1"])
    key = {"indicator": indicator, "series_code": unit if indicator.startswith("EAR") else "", "ref_area": area}
    key |= {"sex": sex, "activity": activity or "_T", "time_period": year.value}
    doubt = doubt or number_doubt(number, row[column]) or _code_doubt(row, area, sex, activity)
    if doubt:
        sieve.set_aside(row.line, row.raw, doubt, number.value, **key)
    else:
        sieve.store(row.line, row.raw, unit, number.value, number.status, **key)


def _code_doubt(row: Row, area: str | None, sex: str | None, activity: str | None) -> Doubt | None:
    if area is None:
        return Doubt("unknown_area", f"{row['ref_area']!r} stands in no list of areas")
    if sex is None or activity is None:
        return Doubt("unknown_code", f"{row['sex']!r} or {row['classif1']!r} has no code")
    return None


def _cell(row: Row) -> tuple[str, str, str]:
    return row["ref_area"], row["classif1"], row["time"]


def _torn(rows: Iterable[Row], numbers: NumberColumn, column: str) -> dict[tuple[str, str, str], float]:
    """Cells whose sexes do not add up to the printed total, with the part of it that they give."""
    cells: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for row in rows:
        value = numbers.read(row[column]).value
        if value is not None:
            cells[_cell(row)][row["sex"]] = value
    parts = {
        cell: (sexes["sex_f"] + sexes["sex_m"]) / sexes["sex_t"]
        for cell, sexes in cells.items()
        if set(SEXES) <= set(sexes) and sexes["sex_t"]
    }
    return {cell: part for cell, part in parts.items() if abs(part - 1) > NEAR}
