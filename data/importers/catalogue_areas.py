"""Area codes of the publishers, read from the one list of areas in the catalogue."""

from pathlib import Path

from data.readers.headings import Layout
from data.readers.text_table import read_text_table

AREAS = Path(__file__).parents[1] / "catalogue" / "areas.csv"


def area_codes(column: str, path: Path = AREAS) -> dict[str, str]:
    """Our area code by the publisher's code or name in `column`; `publisher_codes` may hold several, split by `|`."""
    rows = read_text_table(path, Layout(("ref_area", column), open=True)).rows
    return {code: row["ref_area"] for row in rows for code in row[column].split("|") if code}
