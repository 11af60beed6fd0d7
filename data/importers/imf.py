"""Tables of the International Monetary Fund: trade in services that creative work sells, and public money for culture.

They lie in `imf/` of the import folder, in the layout of `dated_table`. Balance of payments: CD are exports, DB
imports; SK1 audiovisual, SK personal, cultural and recreational, SI computer and telecommunication, SH intellectual
property. Government finance: function 08 of general government, per cent of gross domestic product. Some items are 0
because nothing was traded, so a 0 is a value here.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.dated_table import DatedTable, read_dated_table
from data.importers.handed_in import Asked
from data.importers.released import release_of

RETRIEVED = date(2026, 11, 22)
LICENCE = "OFFICIAL-CITE"
SERVICES = ("SH", "SI", "SI1", "SI2", "SI3", "SJ2", "SK", "SK1")
FLOWS = {"CD_T": "EXPORTS", "DB_T": "IMPORTS"}
TRADED: Mapping[str, Mapping[str, str]] = {
    f"{flow}.{service}": {"series_code": f"{name}_{service}"} for flow, name in FLOWS.items() for service in SERVICES
}
SPENT: Mapping[str, Mapping[str, str]] = {
    f"S13.{code}_T": {"series_code": code}
    for code in ("GF08", "GF0810", "GF0820", "GF0830", "GF0840", "GF0850", "GF0860", "TOTOUT")
}
TABLES = (
    DatedTable(
        *("imf_bop", "bop_annual.csv", "IMF-BOP", RETRIEVED),
        unit="M_USD",
        items=TRADED,
        licence=LICENCE,
        zero_is_missing=False,
    ),
    DatedTable(
        *("imf_cofog", "cofog_pct_gdp.csv", "IMF-COFOG", RETRIEVED),
        unit="PT_GDP",
        items=SPENT,
        licence=LICENCE,
        zero_is_missing=False,
    ),
)


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """One source per table; `folder` holds `imf/`."""
    place, areas = folder / "imf", catalogue / "areas.csv"
    tables = [replace(table, release=release_of(folder, table.source_id, table.release)) for table in TABLES]
    return [
        Asked(table.source_id, (place / table.file,), partial(read_dated_table, place / table.file, table, areas))
        for table in tables
    ]
