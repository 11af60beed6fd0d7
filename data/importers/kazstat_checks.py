"""Checks of a file's rows against one another; a row that fails is set aside with the reason, never corrected.

Which row goes when two disagree:

* Two values under one key: both, since nothing says which is right.
* A region outside its years: South Kazakhstan beside the regions it became, or after 2018; a new region before its
  time, unless the publisher restated the whole year in the new borders (its predecessor, or for the regions of 2022
  none of its siblings, is missing from that file and year).
* A block of ages equal to that of another area: both areas, since either may be the copy; if the other is the country,
  only the region. A block for both sexes equal to the women's: the one for both sexes. A year in which every region
  repeats the year before: that year.
* A total that its parts (women and men, or town and village) do not give: the side that other evidence contradicts;
  where nothing decides, both stay and are marked as disputed (`kazstat_totals`).
* Age 15 alone: every row, the cells hold a handful of persons.
"""

from data.importers.kazstat_borders import Border, check_borders
from data.importers.kazstat_copies import check_carried_forward, check_copied_regions, check_copied_sexes
from data.importers.kazstat_rows import Record, group_stored, key_of
from data.importers.kazstat_totals import check_totals
from data.importers.population import Population

SINGLE_YEAR_OF_AGE = "Y15"


def check_records(records: list[Record], borders: dict[str, Border], population: Population) -> None:
    """Run every check over the records of one file in one release, in place."""
    check_single_age(records)
    check_borders(records, borders)
    check_copied_regions(records)
    check_copied_sexes(records)
    check_carried_forward(records)
    check_duplicates(records)
    check_totals(records, population)


def check_single_age(records: list[Record]) -> None:
    """Set aside rows for age 15 alone."""
    for record in records:
        if record.key.get("age") == SINGLE_YEAR_OF_AGE:
            record.set_aside("single_age", "age 15 alone: a handful of persons, mostly 0 or 100 per cent")


def check_duplicates(records: list[Record]) -> None:
    """Keep one of equal rows under one key, the unrepaired if there is one; set aside rows that disagree."""
    for rows in group_stored(records, key_of).values():
        if len(rows) == 1:
            continue
        if len({record.value for record in rows}) == 1:
            keep = min(rows, key=lambda r: (bool(r.evidence), r.line))
            for record in rows:
                if record is not keep:
                    record.fate = "duplicate"
        else:
            found = ", ".join(f"{record.value:g} (line {record.line})" for record in rows)
            for record in rows:
                record.set_aside("conflicting_duplicate", f"values under one key: {found}")
