"""What became of the rows that a store is made of."""

from pathlib import Path

import duckdb

from data.store.building import STORE
from data.store.inputs import DATA

REPORT = DATA / "report.sql"


def report(store: Path = STORE) -> str:
    """Rows read, stored, repaired, quarantined, dropped and duplicate per source and release, and their sums."""
    with duckdb.connect(str(store.resolve()), read_only=True) as connection:
        rows = connection.execute(REPORT.read_text(encoding="utf-8")).fetchall()
    names = ("source", "release", "files", "read", "stored", "repaired", "quarantined", "dropped", "duplicate")
    lines = [names, *((str(cell) for cell in row) for row in rows)]
    return "\n".join("{:<16} {:<10} {:>5} {:>7} {:>7} {:>8} {:>11} {:>7} {:>9}".format(*line) for line in lines)
