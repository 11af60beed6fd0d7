"""Labels that the platform exchanged between two series of one file: put right in every release that proves it.

`catalogue/exchanged_labels.csv` says what stands under a label and what it means, and names the witness: the year in
which the rows under that label lie within a range that only the other series can have. A release whose witnesses all
lie there is repaired row by row, whatever rows it holds, so that a new year needs no repair of its own. Where the
witnesses say that the publisher has put the labels right, nothing is done. Where they say neither, nobody knows what a
row means: the repair is refused and the rows are set aside.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.importers.kazstat_rows import Record
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn
from data.readers.text_table import Row, TextTable, read_text_table
from data.tidy import Repaired

COLUMNS = ("file", "column", "published", "meant", "year", "lowest", "highest", "evidence")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One label of a column: what it means, and the values that its rows have in the year of the witness."""

    file: str
    column: str
    published: str
    meant: str
    year: str
    lowest: float
    highest: float
    evidence: str

    def holds(self, values: Iterable[float]) -> bool:
        """Whether there is a witness and every one lies in the range."""
        found = list(values)
        return bool(found) and all(self.lowest <= value <= self.highest for value in found)


def read_exchanges(path: Path) -> list[Exchange]:
    """The exchanged labels of the catalogue."""
    table = read_text_table(path, Layout(COLUMNS), may_be_empty=True)
    return [_exchange(table, row) for row in table.rows]


def _exchange(table: TextTable, row: Row) -> Exchange:
    try:
        return Exchange(**row.fields | {name: float(row[name]) for name in ("lowest", "highest")})
    except ValueError as error:
        raise table.refusal(row, "lowest", f"{row['lowest']!r} or the highest is no number", "write one") from error


def put_right(source_id: str, records: Iterable[Record], exchanges: Iterable[Exchange]) -> list[Repaired]:
    """Give every row its right label, in place, and tell each as a repair."""
    wanted: dict[str, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        wanted[exchange.file].append(exchange)
    files: dict[tuple[date, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.file in wanted and record.fate == "stored":
            files[record.release, record.file].append(record)
    return [repair for (_, file), rows in files.items() for repair in _of_file(source_id, rows, wanted[file])]


def _of_file(source_id: str, rows: list[Record], exchanges: list[Exchange]) -> Iterator[Repaired]:
    values = {exchange.published: _witnesses(rows, exchange) for exchange in exchanges}
    if all(exchange.holds(values[exchange.published]) for exchange in exchanges):
        by_label = {exchange.published: exchange for exchange in exchanges}
        for record in rows:
            if exchange := by_label.get(record.cells.get(exchanges[0].column, "")):
                yield _relabelled(source_id, record, exchange)
    elif not all(exchange.holds(values.get(exchange.meant, ())) for exchange in exchanges):
        for record in rows:
            for exchange in exchanges:
                if record.cells.get(exchange.column) == exchange.published:
                    detail = f"nothing in {exchange.year} tells what {exchange.published} means here"
                    record.set_aside("known_error", detail)
                    yield _entry(source_id, record, exchange, "refused")


def _witnesses(rows: Iterable[Record], exchange: Exchange) -> list[float]:
    of_label = [record for record in rows if record.cells.get(exchange.column) == exchange.published]
    cells = [record.cells.get("Value", "") for record in of_label if record.cells.get("Year") == exchange.year]
    numbers = NumberColumn(cells)
    return [value for cell in cells if (value := numbers.read(cell).value) is not None]


def _relabelled(source_id: str, record: Record, exchange: Exchange) -> Repaired:
    value = record.cells.get("Value", "")
    record.published_value = NumberColumn((value,)).read(value).value
    record.cells[exchange.column] = exchange.meant
    record.evidence.append(f"{exchange.column} {exchange.published} → {exchange.meant}: {exchange.evidence}")
    return _entry(source_id, record, exchange, "applied")


def _entry(source_id: str, record: Record, exchange: Exchange, outcome: str) -> Repaired:
    return Repaired(
        source_id=source_id,
        release=record.release,
        file=record.file,
        line=record.line,
        field=exchange.column,
        as_published=exchange.published,
        repaired=exchange.meant,
        confidence="high",
        evidence=exchange.evidence,
        raw_line=record.raw,
        outcome=outcome,
    )
