"""Comparison figures of other countries and of the world, from nine publishers' exports.

All files below `international/` of the import folder share one layout of columns; what differs per publisher is kept in
`FILES`, `international_codes` and `international_units`. Codes become those of the SDMX list for the SDGs, so that
Kazakhstan and its peers meet under the same sex, age, skill and activity.

Kept apart: 13th and 19th ICLS series (different series codes) and figures of different age groups. Estimates and model
results of the publisher (nature E and M) carry the status E. Set aside, with the reason beside each value: projections,
reconstructions from before 1950, rows without a value or a unit, regions that the list of areas lacks, shares outside
0-100, and rows that give one key two values. The Uzbek portal prints 0 for "no value"; its zeros are no figures either.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from data.importers import seats
from data.importers.catalogue_areas import AREAS, area_codes
from data.importers.handed_in import Asked
from data.importers.international_codes import Breakdown, age_code, breakdown, constant_parts, sex_code
from data.importers.international_units import Unit, unit_code
from data.importers.released import release_of
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout
from data.readers.numbers import Number, Year, joint_status
from data.readers.text_table import Row, read_text_table
from data.tidy import Imported

LAYOUT = Layout(
    columns=(
        "country_iso3",
        "ref_area_name",
        "series_code",
        "indicator",
        "year",
        "sex",
        "age",
        "location",
        "breakdown",
        "value",
        "unit",
    ),
    optional=("ref_area", "ref_area_m49", "unit_mult", "nature", "obs_status"),
    passed_over=("series_name", "source"),
)
# Columns in which a publisher may name the area, the most telling first.
AREA_COLUMNS = ("ref_area", "ref_area_m49", "country_iso3", "ref_area_name")
FIRST_YEAR = 1950
GOALS = {"4", "5", "8", "11", "12"}
# Codes of the column `obs_status` that say nothing beyond A: not specified, and a missing value.
NO_STATUS = {"", "A", "NOTSPEC", "O"}
STATUSES = {"B", "E", "P", "U"}
MODELLED = {"E", "M"}
# Country, country adjusted, non-relevant, global monitoring: counted, not modelled.
COUNTED = {"", "C", "CA", "N", "G"}
# Shares of something else than a whole: growth may be negative, gross enrolment may exceed 100.
UNBOUNDED = ("NY_GDP_PCAP", "SL_EMP_PCAP", "GER_5T8", "8.1.1", "8.2.1", "_L_KG_080101", "_L_KG_080201")


@dataclass(frozen=True, slots=True)
class Export:
    """One publisher's export: its source, file, date, licence and the last year that is no projection."""

    source_id: str
    file: str
    release: date
    licence: str
    last_year: int = 9999
    zero_is_missing: bool = False


FILES = (
    Export("un_sdg", "un_sdg_global_2023-12.csv", date(2023, 12, 17), "CC-BY-4.0"),
    Export("kgz_sdg", "kgz_national_sdg_sdmx_2025-08.csv", date(2025, 8, 15), "OFFICIAL-CITE"),
    Export("arm_sdg", "arm_national_sdg_2026-08.csv", date(2026, 8, 7), "OFFICIAL-CITE"),
    Export("tjk_sdg", "tjk_national_sdg_sdmx_2021-09.csv", date(2021, 9, 12), "OFFICIAL-CITE"),
    Export("uzb_sdg", "uzb_national_sdg_2023-07.csv", date(2023, 7, 30), "CC-BY-SA-4.0", zero_is_missing=True),
    Export("gapminder", "gapminder_ilo_wdi_2026-03.csv", date(2026, 3, 1), "CC-BY-4.0", last_year=2024),
    Export("uis_education", "unesco_uis_education_2024-08.csv", date(2024, 8, 21), "CC-BY-SA-3.0-IGO"),
    Export("unctad_digital", "unctad_digital_services_2025-12.csv", date(2025, 12, 18), "CC-BY-3.0-IGO"),
    Export("wdi_scitech", "worldbank_wdi_scitech_2021-10.csv", date(2021, 10, 18), "CC-BY-4.0"),
)


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """One source per publisher, and two tables of seats; `folder` holds `international/`."""
    exports = [_released(export, folder) for export in FILES]
    paths = {export: folder / "international" / export.file for export in exports}
    areas = catalogue / "areas.csv"
    read = [Asked(e.source_id, (path,), partial(read_export, path, e, areas)) for e, path in paths.items()]
    return [*read, *seats.asked(folder, catalogue)]


def _released(export: Export, folder: Path) -> Export:
    """The export as it stands in the folder: its file is named after the month of its release."""
    day = release_of(folder, export.source_id, export.release)
    return replace(export, release=day, file=re.sub(r"\d{4}-\d\d(?=\.csv$)", f"{day:%Y-%m}", export.file))


def read_export(path: Path, export: Export, areas_file: Path = AREAS) -> Imported:
    """Figures of one export; `composite_breakdown` holds what has no dimension of its own."""
    table = read_text_table(path, LAYOUT)
    areas, numbers = _areas(areas_file), table.numbers("value")
    constant = constant_parts(export.source_id, table.rows)
    sieve = Sieve(export.source_id, export.release, export.licence, path.name)
    for row in table.rows:
        year, number = table.year(row, "year"), numbers.read(row["value"])
        parts = breakdown(export.source_id, row, constant)
        unit = unit_code(export.source_id, row)
        key = _key(export, row, parts, areas) | {"time_period": year.value}
        doubt = parts.doubt or _doubt(export, row, key, unit, number)
        if doubt:
            sieve.set_aside(row.line, row.raw, doubt, number.value, **key)
        else:
            status = _status(row, year, number)
            sieve.store(row.line, row.raw, unit.code, number.value * unit.factor, status, **key)
    return sieve.finish()


def _key(export: Export, row: Row, parts: Breakdown, areas: dict[str, str]) -> dict[str, object]:
    named = [areas.get(row.fields.get(column, "")) for column in AREA_COLUMNS]
    series = row["series_code"]
    return {
        "indicator": _indicator(row["indicator"]) or series,
        "series_code": series,
        "ref_area": next((area for area in named if area), None),
        "sex": parts.sex or sex_code(row),
        "age": age_code(row["age"]),
        "urbanisation": parts.urbanisation,
        "activity": parts.activity,
        "composite_breakdown": parts.composite,
        "education_lev": parts.education,
        "income_wealth_quantile": parts.quantile,
    }


def _indicator(text: str) -> str | None:
    """The SDG indicator, of several the first that belongs to the dashboard's goals; None for a title that is none."""
    named = [name for name in text.split(", ") if re.fullmatch(r"\d+\.[0-9a-z]+(\.[0-9a-zA-Z]+)*", name)]
    return next((name for name in named if name.split(".")[0] in GOALS), named[0] if named else None)


def _doubt(export: Export, row: Row, key: dict[str, object], unit: Unit | None, number: Number) -> Doubt | None:
    if doubt := number_doubt(number, row["value"]):
        return doubt
    if number.value == 0 and export.zero_is_missing:
        return Doubt("suppressed_as_zero", "this publisher prints 0 where it has no value")
    if key["ref_area"] is None:
        return Doubt("unknown_area", f"{row['ref_area_name'] or row['country_iso3']!r} stands in no list of areas")
    if doubt := _code_doubt(row, key):
        return doubt
    if key["time_period"] > export.last_year:
        return Doubt("projection", f"{key['time_period']} lies after {export.last_year}, the last year observed")
    if key["time_period"] < FIRST_YEAR:
        return Doubt("reconstruction", f"{key['time_period']} lies before {FIRST_YEAR}: reconstructed, not counted")
    if unit is None:
        return Doubt("unknown_unit", "the publisher gives no unit and the title does not tell it")
    return _share_doubt(unit.code, key, number.value)


def _code_doubt(row: Row, key: dict[str, object]) -> Doubt | None:
    """A code on no list, in whichever column."""
    if key["age"] is None:
        return Doubt("unknown_code", f"age {row['age']!r} has no code")
    if key["sex"] is None:
        return Doubt("unknown_code", f"sex {row['sex']!r} has no code")
    for column, known in (("obs_status", NO_STATUS | STATUSES), ("nature", COUNTED | MODELLED)):
        if row.fields.get(column, "") not in known:
            return Doubt("unknown_code", f"{column} {row[column]!r} has no code")
    return None


def _share_doubt(unit: str, key: dict[str, object], value: float) -> Doubt | None:
    names = (str(key["series_code"]), str(key["indicator"]))
    if unit != "PT" or 0 <= value <= 100 or any(name.startswith(UNBOUNDED) for name in names if name):
        return None
    return Doubt("percent_out_of_range", f"{value:g} is outside 0-100")


def _status(row: Row, *marked: Year | Number) -> str:
    """Status as published; where none is given, E for the publisher's estimates and models, else by the marks."""
    given = row.fields.get("obs_status", "")
    if given in STATUSES:
        return given
    return "E" if row.fields.get("nature", "") in MODELLED else joint_status(*marked)


def _areas(areas_file: Path) -> dict[str, str]:
    """Our areas by every code and name that the exports use."""
    own = {code: code for code in area_codes("ref_area", areas_file)}
    return {**area_codes("name_en", areas_file), **own, **area_codes("publisher_codes", areas_file)}
