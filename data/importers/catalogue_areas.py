"""Area codes of the publishers, read from the one list of areas in the catalogue."""

import csv
from pathlib import Path

AREAS = Path(__file__).parents[1] / "catalogue" / "areas.csv"


def area_codes(column: str, path: Path = AREAS) -> dict[str, str]:
    """Our area code by the publisher's code or name in `column`; `publisher_codes` may hold several, split by `|`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {code: row["ref_area"] for row in rows for code in row[column].split("|") if code}
