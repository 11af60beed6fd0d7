"""Regions outside their years: South Kazakhstan became two regions in 2018, three regions were split off in 2022."""

from dataclasses import dataclass
from pathlib import Path

from data.importers.kazstat_rows import Record, group_stored
from data.readers.headings import Layout
from data.readers.text_table import read_text_table

SHYMKENT = "KZ-79"


@dataclass(frozen=True, slots=True)
class Border:
    """First and last full or partial year of an area, and the area it was taken from."""

    first_year: int | None
    last_year: int | None
    predecessor: str | None
    is_town: bool = False


def read_borders(path: Path) -> dict[str, Border]:
    """Years of existence by area, from the list of areas."""
    rows = read_text_table(path, Layout(("ref_area", "kind", "valid_from", "valid_to", "predecessor"), open=True)).rows
    return {
        row["ref_area"]: Border(
            int(row["valid_from"][:4]) if row["valid_from"] else None,
            int(row["valid_to"][:4]) if row["valid_to"] else None,
            row["predecessor"] or None,
            row["kind"] == "town",
        )
        for row in rows
    }


def check_borders(records: list[Record], borders: dict[str, Border]) -> None:
    """Set aside rows of a region that did not exist, or that stands beside what it became.

    In a file of towns Shymkent is a town like the others and has no beginning.
    """
    if any(borders[record.key["ref_area"]].is_town for record in records if record.fate == "stored"):
        records = [record for record in records if record.key.get("ref_area") != SHYMKENT]
    for group in group_stored(records, lambda r: r.year).values():
        present = {record.key["ref_area"] for record in group}
        for record in group:
            if detail := _border_fault(record, present, borders):
                record.set_aside("region_outside_years", detail)


def _border_fault(record: Record, present: set[str], borders: dict[str, Border]) -> str | None:
    area, year = record.key["ref_area"], record.year
    border = borders[area]
    if border.last_year and year >= border.last_year:
        heirs = {name for name, other in borders.items() if other.predecessor == area}
        if year > border.last_year:
            return f"{area} ended in {border.last_year}"
        return f"{area} stands beside {', '.join(sorted(heirs & present))}" if heirs & present else None
    if border.first_year and year < border.first_year:
        if borders[border.predecessor].last_year:
            return (
                f"{area} before {border.first_year} beside {border.predecessor}"
                if border.predecessor in present
                else None
            )
        siblings = {name for name, other in borders.items() if other.first_year == border.first_year}
        return None if siblings <= present else f"{area} before {border.first_year}, alone of the regions formed then"
    return None
