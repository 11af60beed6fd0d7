"""Make a publisher's folder, as `data.importers` reads it, out of what the publisher answers now."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow.parquet as pq
from tqdm import tqdm

from data.importers.released import RELEASES
from data.readers.refusal import InputRefusedError
from data.refresh.answers import MEND, load, pages_of, rows
from data.refresh.archive import members
from data.refresh.columns import NOT_ASKED_FOR, at, text
from data.refresh.connectors import Connector
from data.refresh.parts import Parts
from data.refresh.stated import day_stated, days_on_sheet

MOST_PAGES = 2_000
# Signs of an address that a value may bring along: it joins several codes or several parameters.
JOINING = ";=&+,.:"


@dataclass(slots=True)
class Fetched:
    """What came: the folder, the day of its release and of the next one, rows, and what was left out."""

    folder: Path
    release: date
    next_release: date | None = None
    rows: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """One source being asked: how, through which answers, beside which figures, on which day."""

    connector: Connector
    parts: Parts
    figures: Path
    today: date

    def fetch(self, folder: Path) -> Fetched:
        """Everything of the source, laid down in a folder; raises InputRefusedError."""
        fetched = Fetched(folder, self.today)
        (self._archive if self.connector.shape == "archive" else self._table)(fetched)
        least = self.connector.least_rows
        if fetched.rows < least:
            found = f"{fetched.rows} rows came where at least {least} are expected"
            raise InputRefusedError(f"{self.connector.source_id}: {found}; {MEND}")
        released = f"source_id,release\n{self.connector.source_id},{fetched.release}\n"
        (folder / RELEASES).write_text(released, encoding="utf-8")
        return fetched

    def _table(self, fetched: Fetched) -> None:
        connector, lines, stated = self.connector, [], []
        for content, address in self._answers():
            if connector.released and connector.released.at:
                stated.append(day_stated(text(at(content, connector.released.at)), address, self.today))
            for row in rows(connector, content, address):
                line = self._line(row)
                fetched.left_out += line is None
                lines += [] if line is None else [line]
        if connector.released and connector.released.workbook:
            path = self.parts.fetch(connector.released.workbook)
            fetched.release, fetched.next_release = days_on_sheet(path, connector.released, self.today)
        elif stated:
            # One refresh may meet the publisher between two releases; the older day claims no more than is there.
            fetched.release = min(stated)
        fetched.rows = len(lines)
        with self._file(fetched).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in connector.columns])
            writer.writerows(lines)

    def _archive(self, fetched: Fetched) -> None:
        address = self.connector.address
        fetched.release, files = members(self.parts.fetch(address), self.connector.members, address)
        held = set(_held(self.figures, self.connector.source_id, "file")) if self.connector.only_held else set(files)
        for name, content in files.items():
            if name in held:
                (self._file(fetched) / name).write_bytes(content)
                fetched.rows += content.count(b"\n")
            else:
                fetched.left_out += 1

    def _file(self, fetched: Fetched) -> Path:
        named = self.connector.file.format(day=fetched.release, month=f"{fetched.release:%Y-%m}")
        path = fetched.folder / named
        (path if named.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        return path

    def _line(self, row: Mapping[str, Any]) -> list[str] | None:
        """The row as the importer's file has it, or None for one that is not asked for."""
        connector = self.connector
        if connector.skip_empty and not text(at(row, connector.skip_empty)):
            return None
        if connector.keep_dates and not text(row.get("date")).startswith(connector.keep_dates):
            return None
        found = [column.read(row) for column in connector.columns]
        return None if NOT_ASKED_FOR in found else [str(value) for value in found]

    def _answers(self) -> Iterator[tuple[Any, str]]:
        """Every answer with its address: one set of pages for each combination of `each`."""
        each = self.connector.each
        lists = [self._values(spec) for spec in each.values()]
        every = tqdm(list(product(*lists)), desc=self.connector.source_id, unit="answer", disable=None, leave=False)
        for combination in every:
            yield from self._pages(self.connector.values | dict(zip(each, combination, strict=True)))

    def _pages(self, filled: dict[str, str]) -> Iterator[tuple[Any, str]]:
        paging, page, last = self.connector.pages, 0, 1
        while page < last:
            numbers = {"page": str(page + paging.first), "skip": str(page * paging.size)} if paging else {}
            address = _filled(self.connector.address, filled | numbers | {"year": str(self.today.year)})
            content = load(self.connector, self.parts.fetch(address), address)
            if paging:
                last = pages_of(self.connector, content, address)
                if last > MOST_PAGES:
                    raise InputRefusedError(f"{address}: says it has {last} pages; {MEND}")
            if last:
                yield content, address
            page += 1

    def _values(self, spec: Any) -> list[str]:
        if isinstance(spec, list):
            return spec
        values = _held(self.figures, self.connector.source_id, spec["held"])
        for ours, theirs in spec.get("spelt", {}).items():
            values = [value.replace(ours, theirs) for value in values]
        if not values:
            name = self.connector.source_id
            raise InputRefusedError(f"{name}: no figures are held that say what to ask for; import it once by hand")
        return values


def _held(figures: Path, source_id: str, column: str) -> list[str]:
    """The values of a column in the newest release that is held of a source."""
    path = figures / f"{source_id}.parquet"
    if not path.exists():
        return []
    table = pq.read_table(path, columns=[column, "release"]).to_pydict()
    newest = max(table["release"], default=None)
    return sorted({v for v, day in zip(table[column], table["release"], strict=True) if day == newest and v})


def _filled(address: str, values: Mapping[str, str]) -> str:
    return address.format_map({name: quote(value, safe=JOINING) for name, value in values.items()})
