"""The platform's codes, words and units as ours; what is not on a list is set aside, never guessed.

Lists stand in the catalogue: `kazstat_words.csv` (Russian words of the earliest release, each confirmed by equal values
under the code in the next one), `kazstat_units.csv` (units the column states wrongly or leaves blank), `codes.csv`,
`units.yaml` and `areas.csv`.
"""

from dataclasses import dataclass
from pathlib import Path

from data.catalogue_files import read_yaml
from data.importers.catalogue_areas import area_codes
from data.importers.kazstat_rows import Record
from data.importers.sieve import number_doubt, year_doubt
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn, joint_status, read_year
from data.readers.text_table import read_text_table
from data.tidy import TOTAL

# Column of the file, name of the dimension in a figure.
DIMENSIONS = {
    "SEX": "sex",
    "AGE": "age",
    "URBANISATION": "urbanisation",
    "ACTIVITY": "activity",
    "COMPOSITE_BREAKDOWN": "composite_breakdown",
    "EDUCATION_LEV": "education_lev",
    "INCOME_WEALTH_QUANTILE": "income_wealth_quantile",
}
PERCENT = "PT"


@dataclass(frozen=True, slots=True)
class CodeLists:
    """Everything a row may say, read once from the catalogue."""

    headings: dict[tuple[str, str], str]
    words: dict[tuple[str, str, str], str]
    units: dict[tuple[str, str], tuple[str, str, str]]
    known_units: frozenset[str]
    codes: dict[str, frozenset[str]]
    areas: dict[str, str]


def read_code_lists(catalogue: Path) -> CodeLists:
    """Code lists of the catalogue folder."""
    codes: dict[str, set[str]] = {}
    for row in _rows(catalogue / "codes.csv"):
        codes.setdefault(row["dimension"], set()).add(row["code"])
    units = read_yaml(catalogue / "units.yaml")["units"]
    return CodeLists(
        headings={(r["file"], r["published"]): r["column"] for r in _rows(catalogue / "kazstat_headings.csv")},
        words={(r["file"], r["column"], r["published"]): r["code"] for r in _rows(catalogue / "kazstat_words.csv")},
        units={
            (r["file"], r["published"]): (r["unit_measure"], r["percent_range"], r["with_column"])
            for r in _rows(catalogue / "kazstat_units.csv")
        },
        known_units=frozenset(unit["code"] for unit in units),
        codes={dimension: frozenset(values) for dimension, values in codes.items()},
        areas=area_codes("kazstat_code", catalogue / "areas.csv"),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return [row.fields for row in read_text_table(path, Layout((), open=True), may_be_empty=True).rows]


def map_codes(record: Record, lists: CodeLists, numbers: NumberColumn) -> None:
    """Fill year, value, status, unit and key of a record, or set it aside with the first thing that does not fit."""
    if record.fate == "dropped":
        return
    if record.malformed:
        record.set_aside("malformed_row", record.malformed)
        return
    _map_year(record)
    _map_area(record, lists)
    _map_dimensions(record, lists)
    _map_unit(record, lists)
    _map_value(record, numbers)


def _map_year(record: Record) -> None:
    text = record.cells["Year"]
    year = read_year(text)
    if year is None:
        record.set_aside("missing_year", f"Year {text!r} is not a year")
        return
    record.year, record.status = year.value, year.status
    if doubt := year_doubt(year.value, record.release):
        record.set_aside(doubt.reason, doubt.detail)


def _word(record: Record, column: str, lists: CodeLists) -> str:
    text = record.cells.get(column, "")
    return lists.words.get((record.file, column, text), text)


def _map_area(record: Record, lists: CodeLists) -> None:
    text = _word(record, "REF_AREA", lists)
    area = lists.areas.get(text) if text else "KZ"
    if area:
        record.key["ref_area"] = area
    else:
        record.set_aside("unknown_area", f"REF_AREA {text!r} is on no list of areas")


def _map_dimensions(record: Record, lists: CodeLists) -> None:
    for column, dimension in DIMENSIONS.items():
        code = _word(record, column, lists) or TOTAL
        if code != TOTAL and code not in lists.codes.get(column, ()):
            record.set_aside("unknown_code", f"{column} {code!r} is on no code list")
        record.key[dimension] = code
    series = _word(record, "SERIES", lists)
    if series and series not in lists.codes.get("SERIES", ()):
        record.set_aside("unknown_code", f"SERIES {series!r} is on no code list")
    record.key["series_code"] = series


def _map_unit(record: Record, lists: CodeLists) -> None:
    text = record.cells.get("UNIT_MEASURE", "")
    unit, percent_range, with_column = lists.units.get((record.file, text), (text, "", ""))
    # A file of the same name without this column is another table, whose unit nobody has told.
    record.unit = unit if not with_column or with_column in record.cells else text
    record.percent_is_bounded = record.unit == PERCENT and percent_range != "open"
    if record.unit not in lists.known_units:
        record.set_aside("unknown_code", f"UNIT_MEASURE {text!r} is on no list of units")


def _map_value(record: Record, numbers: NumberColumn) -> None:
    text = record.cells["Value"]
    number = numbers.read(text)
    if doubt := number_doubt(number, text):
        record.set_aside(doubt.reason, doubt.detail)
        return
    record.value = number.value
    record.status = joint_status(record, number)
    if record.percent_is_bounded and number.value > 100:
        record.set_aside("percent_over_100", f"{text} per cent")
    elif record.percent_is_bounded and number.value < 0:
        record.set_aside("percent_out_of_range", f"{text} per cent")
