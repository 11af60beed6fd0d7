"""Tables of the Bureau of National Statistics on employment, productivity, real growth and population.

They lie in `national_accounts/` of the import folder, all in the layout of `dated_table`. Each is a source of its own
with the date on which the Bureau published it, as its sheet of metadata states.

Labour productivity (table 5933) is value added per employed person, cumulated over the year: the row of 1 October holds
January to December. Table 102798 prints Turkistan and Shymkent for years in which South Kazakhstan was one region;
those rows are set aside. Table 6576 is recalculated as a whole to the regions of 2022, so all its rows are kept.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.dated_table import LAST_QUARTER, DatedTable, read_dated_table
from data.importers.handed_in import Asked
from data.importers.released import release_of

SECTIONS: Mapping[str, Mapping[str, str]] = {
    letter: {"activity": f"ISIC4_{letter}"} for letter in ("J", "M", "N", "P", "R", "S")
}
GVA: Mapping[str, Mapping[str, str]] = {letter: {"series_code": "GVA", **item} for letter, item in SECTIONS.items()}
TOTALS: Mapping[str, Mapping[str, str]] = {
    "GDP": {"series_code": "GDP"},
    "GVA": {"series_code": "GVA"},
    "TOTAL": {"series_code": "GVA_BRANCHES"},
    "SERVICES": {"series_code": "GVA_SERVICES"},
}
PEOPLE: Mapping[str, Mapping[str, str]] = {
    "ALL": {},
    "ALL_MEN": {"sex": "M"},
    "ALL_WOMEN": {"sex": "F"},
    "URBAN": {"urbanisation": "U"},
    "RURAL": {"urbanisation": "R"},
}
SINCE_2018 = {"TRK": 2018, "SHM": 2018}
SUMMER = date(2026, 8, 14)
TABLES = (
    DatedTable(
        *("bns_productivity", "labour_productivity_by_region_section_ytd.csv", "BNS-5933", date(2026, 8, 31)),
        unit="TH_TNG",
        items={letter: SECTIONS[letter] for letter in "JMR"},
        whole_year=LAST_QUARTER,
    ),
    DatedTable(
        *("bns_employed_regions", "employed_by_region.csv", "BNS-102798", date(2026, 3, 30)),
        unit="TH_PEOPLE",
        items={"TOTAL": {}},
        region_from=SINCE_2018,
    ),
    DatedTable(
        *("bns_population", "population_avg_by_region.csv", "BNS-6576", date(2026, 4, 30)),
        unit="PERSONS",
        items=PEOPLE,
    ),
    DatedTable(
        *("bns_gva_sections", "gva_nominal_by_section.csv", "BNS-4439", SUMMER), unit="M_TNG", items=TOTALS | GVA
    ),
    DatedTable(
        *("bns_volume", "gva_volume_index_by_section.csv", "BNS-4440", SUMMER), unit="PT_PREV_Y", items=TOTALS | GVA
    ),
    DatedTable(
        *("bns_deflator", "gva_deflator_by_section.csv", "BNS-4441", SUMMER), unit="PT_PREV_Y", items=TOTALS | GVA
    ),
    DatedTable(
        *("bns_volume_regions", "gva_volume_index_by_region_section.csv", "BNS-450904", date(2026, 8, 24)),
        unit="PT_PREV_Y",
        items={"J": GVA["J"]},
    ),
)


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """One source per table; `folder` holds `national_accounts/`."""
    place, areas = folder / "national_accounts", catalogue / "areas.csv"
    tables = [replace(table, release=release_of(folder, table.source_id, table.release)) for table in TABLES]
    return [
        Asked(table.source_id, (place / table.file,), partial(read_dated_table, place / table.file, table, areas))
        for table in tables
    ]
