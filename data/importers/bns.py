"""Tables of the Bureau of National Statistics: value added, employment, culture organisations, decent work.

Each table is read from the publisher's own layout into tidy figures. Files, below `bns/` of the import folder:

    gva_J_R_and_grp_by_region.csv     table 5927, million KZT at current prices, regions, 2010-2025
    employed_J_M_P_R_total.csv        table 5831, thousand people, national, 2010-2025
    ../national_accounts/gva_nominal_by_region_section_M.csv   the same table 5927, section M, 2014-2025
    culture_2022/information.xlsx     publication 6115, organisations by region on 1 January 2023
    decent_work/work_stats.xlsx       decent-work indicators by sex, national, 2001-2020

South Kazakhstan. For 2011-2017 table 5927 prints the region as it then was (YKO) and, beside it, its successors
Turkistan and Shymkent recalculated for years in which neither existed. Both generations add up to the national row,
so a sum over all printed rows counts the south twice. One generation is stored: the region as it existed. That is the
geography of the national SDG platform and of the comparable group "South Kazakhstan", and it alone covers 2010. The
recalculated successors stay in quarantine with the reason `double_generation`, each with its value.
Abai, Zhetysu and Ulytau are different: for 2021 the table prints them instead of their old territory, so they are
stored although they were founded in June 2022; East Kazakhstan, Almaty Region and Karaganda break in 2021 here.
"""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.bns_culture import read_culture
from data.importers.bns_decent_work import read_decent_work
from data.importers.catalogue_areas import AREAS, area_codes
from data.importers.dated_table import DatedTable, joined, read_dated_table
from data.importers.handed_in import Asked
from data.importers.released import release_of
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout
from data.readers.numbers import Number, joint_status
from data.readers.text_table import Row, read_text_table
from data.tidy import Imported

# The publisher names the day of release of the two tables it keeps up to date; of the others only the copy has a date.
RETRIEVED = date(2026, 11, 22)
RELEASED = {"bns_gva": date(2026, 8, 24), "bns_employment": date(2026, 8, 13)}
LICENCE = "BNS-OPEN"
SOUTH = "YKO"
SUCCESSORS_OF_SOUTH = ("TRK", "SHM")
LAST_YEAR_OF_SOUTH = 2017
ITEMS = {"J": ("GVA", "ISIC4_J"), "R": ("GVA", "ISIC4_R"), "GRP": ("GRP", "_T")}
SECTIONS = {"J": "ISIC4_J", "M": "ISIC4_M", "P": "ISIC4_P", "R": "ISIC4_R", "TOTAL": "_T"}
VALUE_ADDED = Layout(("year", "region_code", "item", "value", "unit"), passed_over=("region", "item_name"))
EMPLOYED = Layout(("year", "item", "value", "unit"), passed_over=("item_name",))
PROFESSIONAL = DatedTable(
    *("bns_gva", "gva_nominal_by_region_section_M.csv", "BNS-5927", RELEASED["bns_gva"]),
    unit="M_TNG",
    items={"M": {"series_code": "GVA", "activity": "ISIC4_M"}},
    region_from={code: LAST_YEAR_OF_SOUTH + 1 for code in SUCCESSORS_OF_SOUTH},
)
UNITS = {"million KZT, current prices": "M_TNG", "thousand persons": "TH_PEOPLE"}


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """The four tables of the Bureau, one source each; `folder` holds `bns/`."""
    bns = folder / "bns"
    value_added, employed = bns / "gva_J_R_and_grp_by_region.csv", bns / "employed_J_M_P_R_total.csv"
    professional = folder / "national_accounts" / "gva_nominal_by_region_section_M.csv"
    culture, decent_work = bns / "culture_2022" / "information.xlsx", bns / "decent_work" / "work_stats.xlsx"
    areas = catalogue / "areas.csv"
    # A folder may hold the table without its section M; what is then missing is for the gate to tell.
    table_5927 = (value_added, *(path for path in (professional,) if path.exists()))
    names = ("bns_gva", "bns_employment", "bns_culture", "bns_decent_work")
    days = {name: release_of(folder, name, RELEASED.get(name, RETRIEVED)) for name in names}
    return [
        Asked("bns_gva", table_5927, partial(read_table_5927, table_5927, areas, days["bns_gva"])),
        Asked("bns_employment", (employed,), partial(read_employment, employed, days["bns_employment"])),
        Asked("bns_culture", (culture,), partial(read_culture, culture, days["bns_culture"], areas)),
        Asked("bns_decent_work", (decent_work,), partial(read_decent_work, decent_work, days["bns_decent_work"])),
    ]


def read_table_5927(files: tuple[Path, ...], areas_file: Path = AREAS, release: date = RELEASED["bns_gva"]) -> Imported:
    """Every file of table 5927: sections J and R with the gross product, and section M."""
    first, *rest = files
    about = replace(PROFESSIONAL, release=release)
    return joined(
        [read_value_added(first, areas_file, release), *(read_dated_table(p, about, areas_file) for p in rest)]
    )


def read_value_added(path: Path, areas_file: Path = AREAS, release: date = RELEASED["bns_gva"]) -> Imported:
    """Value added of sections J and R and gross regional product; million KZT, current prices."""
    table = read_text_table(path, VALUE_ADDED)
    numbers = table.numbers("value")
    areas = {**area_codes("bns_code", areas_file), "national": "KZ"}
    south_printed = {(row["year"], row["item"]) for row in table.rows if row["region_code"] == SOUTH}
    sieve = Sieve("bns_gva", release, LICENCE, path.name)
    for row in table.rows:
        year, number = table.year(row, "year"), numbers.read(row["value"])
        code, activity = ITEMS.get(row["item"], ("", "_T"))
        area = areas.get(row["region_code"])
        key = {"indicator": "BNS-5927", "series_code": code, "activity": activity, "ref_area": area}
        twice = (row["year"], row["item"]) in south_printed
        doubt = _doubt(row, number, known=bool(code)) or _area_doubt(row, area, year.value, twice)
        _sift(sieve, row, key | {"time_period": year.value}, number, joint_status(year, number), doubt)
    return sieve.finish()


def read_employment(path: Path, release: date = RELEASED["bns_employment"]) -> Imported:
    """Employed people by section, thousand, national."""
    sieve = Sieve("bns_employment", release, LICENCE, path.name)
    table = read_text_table(path, EMPLOYED)
    numbers = table.numbers("value")
    for row in table.rows:
        year, number = table.year(row, "year"), numbers.read(row["value"])
        activity = SECTIONS.get(row["item"])
        key = {"indicator": "BNS-5831", "activity": activity or "_T", "time_period": year.value}
        doubt = _doubt(row, number, known=activity is not None)
        _sift(sieve, row, key, number, joint_status(year, number), doubt)
    return sieve.finish()


def _sift(sieve: Sieve, row: Row, key: dict[str, object], number: Number, status: str, doubt: Doubt | None) -> None:
    if doubt:
        sieve.set_aside(row.line, row.raw, doubt, number.value, **key)
    else:
        sieve.store(row.line, row.raw, UNITS[row["unit"]], number.value, status, **key)


def _doubt(row: Row, number: Number, known: bool) -> Doubt | None:
    if not known:
        return Doubt("unknown_code", f"item {row['item']!r} is none of the items of this table")
    if row["unit"] not in UNITS:
        return Doubt("unknown_code", f"unit {row['unit']!r} is not the unit of this table")
    if number.value is None:
        return number_doubt(number, row["value"])
    return Doubt("negative_value", f"{number.value} is below zero") if number.value < 0 else None


def _area_doubt(row: Row, area: str | None, year: int, south_printed: bool) -> Doubt | None:
    code = row["region_code"]
    if area is None:
        return Doubt("unknown_area", f"region_code {code!r} stands in no list of areas")
    if code == SOUTH and year > LAST_YEAR_OF_SOUTH:
        return Doubt("region_outside_years", f"South Kazakhstan ended in 2018 but has a value for {year}")
    if south_printed and code in SUCCESSORS_OF_SOUTH:
        return Doubt("double_generation", f"recalculated for {year}; South Kazakhstan of that year is stored instead")
    return None
