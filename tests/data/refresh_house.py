"""Figures, catalogue and store of a test's own that ask a publisher on this machine for one small table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import yaml

from data.importers.intake import Terms
from data.refresh.run import SourceOutcome, Wanted, refresh
from data.web import Client, Limits
from tests.data import documented
from tests.data.publisher_server import Publisher, publishing
from tests.data.small_store import DAY, write_complete

TABLE = "/api/iblock/element/5831/json/file/ru/"
SHEET = "/api/iblock/element/5831/file/ru/"
TODAY = date(2026, 11, 28)
SOURCE = "bns_employment"
OLD, NEWEST = DAY, date(2026, 11, 24)
ROWS = [{"year": str(year), "item": "R", "value": f"{value}"} for year, value in ((2019, 139.0), (2020, 140.5))]
LIMITS = Limits(connect=0.5, silence=0.5, answer=2, pause=0.01, attempts=2)


@contextmanager
def bureau() -> Iterator[Publisher]:
    """A publisher of the table of employed people, released on 24 November 2026."""
    with publishing() as publisher:
        publisher.says(TABLE, documented.cube(ROWS))
        publisher.says(SHEET, documented.metadata("24.11.2026", "31.03.2027"))
        yield publisher


class House:
    """Figures, a catalogue and a store of the test's own, which ask the publisher on this machine."""

    def __init__(self, folder: Path, publisher: Publisher) -> None:
        self.folder, self.publisher = write_complete(folder), publisher
        self.figures, self.catalogue = folder / "figures", folder / "catalogue"
        self.store = folder / "store.duckdb"
        path = self.catalogue / "connectors.yaml"
        entry = next(e for e in yaml.safe_load(path.read_text(encoding="utf-8")) if e["source_id"] == "bns_employment")
        entry |= {"address": f"{publisher.address}{TABLE}", "least_rows": 1}
        entry["released"]["workbook"] = f"{publisher.address}{SHEET}"
        path.write_text(yaml.safe_dump([entry], allow_unicode=True), encoding="utf-8")

    def refresh(self, *sources: str, today: date = TODAY, **more: object) -> dict[str, SourceOutcome]:
        terms = Terms(self.figures, self.catalogue, more.pop("accept", ()), more.pop("because", ""))
        client = Client(self.folder / "downloads", LIMITS)
        try:
            wanted = Wanted(terms, self.store, sources, today=today, **more)
            outcomes = refresh(wanted, client, self.folder / "downloads")
        finally:
            client.close()
        return {outcome.last.source_id: outcome for outcome in outcomes}

    def content(self) -> dict[str, bytes]:
        """Every byte of figures and catalogue."""
        paths = [path for folder in (self.figures, self.catalogue) for path in sorted(folder.rglob("*"))]
        return {str(path): path.read_bytes() for path in paths if path.is_file()}

    def source(self) -> dict[str, object]:
        entries = yaml.safe_load((self.catalogue / "sources.yaml").read_text(encoding="utf-8"))
        return next(entry for entry in entries if entry["source_id"] == "bns_employment")

    def held(self) -> list[tuple[date, int, float]]:
        """Release, year and value of the source, from its figures."""
        rows = pq.read_table(self.figures / "bns_employment.parquet").to_pylist()
        return sorted((row["release"], row["time_period"], row["obs_value"]) for row in rows)

    def in_store(self) -> list[date]:
        """The releases of the source in the store that the link names."""
        with duckdb.connect(str(self.store.resolve()), read_only=True) as store:
            found = store.execute(f"select distinct release from standing where source_id = '{SOURCE}' order by 1")
            return [row[0] for row in found.fetchall()]
