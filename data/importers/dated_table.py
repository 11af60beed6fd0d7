"""Tables of one layout: a row per date, region and item, as figures of one source.

Columns `date, region, item_code, item_name, value, transformation`; a date stands for the period that begins or ends
on it. What differs per table is kept in a `DatedTable`: the day of the year that stands for the whole year, the items
that are read and the dimensions they become, unit and release. Rows of other days are parts of a year, mostly
cumulated; they are set aside (`part_of_year`), because a part beside whole years would read as a fall.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.importers.catalogue_areas import AREAS, area_codes
from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.headings import Layout
from data.readers.numbers import Number
from data.readers.text_table import Row, TextTable, read_text_table
from data.tidy import Imported

LAYOUT = Layout(("date", "region", "item_code", "value", "transformation"), passed_over=("item_name",))
NATIONAL = "national"
END_OF_YEAR = "12-31"
LAST_QUARTER = "10-01"
# Words of the column `transformation`: figures as printed, and figures reckoned from two printed ones.
PRINTED = re.compile(r"level(, year-to-date.*)?")
RECKONED = re.compile(r"level; .*minus.*")


@dataclass(frozen=True, slots=True)
class DatedTable:
    """One publisher's table: where it lies, when it was published, and what its items mean.

    `items` maps an item to the dimensions of `data.tidy.Figure`. `region_from` names regions whose earlier years were
    recalculated by the publisher for borders that did not yet exist. No section of a region produces nothing, so a 0 is
    set aside as a value that the table does not have.
    """

    source_id: str
    file: str
    indicator: str
    release: date
    unit: str
    items: Mapping[str, Mapping[str, str]]
    licence: str = "BNS-OPEN"
    whole_year: str = END_OF_YEAR
    zero_is_missing: bool = True
    region_from: Mapping[str, int] = field(default_factory=dict)


def read_dated_table(path: Path, about: DatedTable, areas_file: Path = AREAS) -> Imported:
    """Figures of one table; refuses the file where a date is none."""
    table = read_text_table(path, LAYOUT)
    numbers = table.numbers("value")
    areas = {**area_codes("bns_code", areas_file), NATIONAL: "KZ"}
    sieve = Sieve(about.source_id, about.release, about.licence, path.name)
    for row in table.rows:
        year, day = _date(table, row)
        number = numbers.read(row["value"])
        key = {
            "indicator": about.indicator,
            "ref_area": areas.get(row["region"]),
            "time_period": year,
            **about.items.get(row["item_code"], {}),
        }
        doubt = _doubt(about, row, day, number) or _area_doubt(about, row, key["ref_area"], year)
        if doubt:
            sieve.set_aside(row.line, row.raw, doubt, number.value, **key)
        else:
            status = "E" if RECKONED.fullmatch(row["transformation"]) else number.status
            sieve.store(row.line, row.raw, about.unit, number.value, status, **key)
    return sieve.finish()


def joined(parts: list[Imported]) -> Imported:
    """Several files of one source as one import."""
    whole = Imported(parts[0].source_id)
    for part in parts:
        whole.figures += part.figures
        whole.quarantined += part.quarantined
        whole.counts += part.counts
    return whole


def _date(table: TextTable, row: Row) -> tuple[int, str]:
    if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])", row["date"]):
        raise table.refusal(row, "date", "is not a date", "write YYYY-MM-DD; the columns may have shifted")
    return int(row["date"][:4]), row["date"][5:]


def _doubt(about: DatedTable, row: Row, day: str, number: Number) -> Doubt | None:
    if row["item_code"] not in about.items:
        return Doubt("unknown_code", f"item {row['item_code']!r} is none of the items of this table")
    if not (PRINTED.fullmatch(row["transformation"]) or RECKONED.fullmatch(row["transformation"])):
        return Doubt("unknown_code", f"{row['transformation']!r} is no known form of the figures")
    if day != about.whole_year:
        return Doubt("part_of_year", f"{row['date']} stands for a part of the year")
    if number.value is None:
        return number_doubt(number, row["value"])
    if number.value == 0 and about.zero_is_missing:
        return Doubt("suppressed_as_zero", "this table prints 0 where it has no value")
    return Doubt("negative_value", f"{number.value} is below zero") if number.value < 0 else None


def _area_doubt(about: DatedTable, row: Row, area: str | None, year: int) -> Doubt | None:
    if area is None:
        return Doubt("unknown_area", f"region {row['region']!r} stands in no list of areas")
    first = about.region_from.get(row["region"])
    if first and year < first:
        return Doubt("region_outside_years", f"recalculated for {year}; {row['region']} exists since {first}")
    return None
