"""The day of release of what is handed in: the folder's `releases.csv` says it, or the importer knows it.

A publisher's folder that was fetched anew carries `releases.csv` (source_id, release); without it, or without a row for
a source, its files are those of the day that the importer names.
"""

from datetime import date
from pathlib import Path

from data.readers.days import read_day
from data.readers.headings import Layout
from data.readers.text_table import read_text_table

RELEASES = "releases.csv"
LAYOUT = Layout(("source_id", "release"))


def release_of(folder: Path, source_id: str, otherwise: date) -> date:
    """The day on which the publisher released the files of a source that lie in the folder."""
    return _stated(folder / RELEASES).get(source_id, otherwise)


def _stated(path: Path) -> dict[str, date]:
    if not path.exists():
        return {}
    table = read_text_table(path, LAYOUT)
    days: dict[str, date] = {}
    for row in table.rows:
        if row["source_id"] in days:
            raise table.refusal(row, "source_id", "stands twice", "leave one row for it")
        day = read_day(row["release"])
        if day is None:
            raise table.refusal(row, "release", "is no day", "write YYYY-MM-DD")
        days[row["source_id"]] = day
    return days
