"""The project's own tidy form of published figures, and the one deterministic way to write it.

An importer returns an `Imported`: the figures it stored, the rows it quarantined, the repairs it applied and the
counts that reconcile them. `write_import` turns that into Parquet files that are byte-identical for equal content:
rows are sorted by every column, nothing of the machine or the moment is written.

Files under the figures folder, one set per source:

    <source_id>.parquet                figures, one row per value and release in which it stood
    quarantine/<source_id>.parquet     rows kept out of the store, each with its reason
    repair/<source_id>.parquet         repairs applied, and repairs refused because the row no longer matches
    import_count/<source_id>.parquet   rows read, stored, repaired, quarantined, dropped, duplicate per file
    dispute/<source_id>.parquet        rows kept although something contradicts them, each with what does
    gate/<source_id>.parquet           what differs between neighbouring releases (sources with several; data.gate)
    fact.parquet                       cited single facts with their publication (cited_facts only)
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data.readers.refusal import InputRefusedError

FIGURES = Path(__file__).parent / "figures"
TOTAL = "_T"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published value as it stood in one release. Absent dimensions are `_T`; the country is 'KZ'."""

    source_id: str
    indicator: str
    series_code: str = ""
    ref_area: str = "KZ"
    sex: str = TOTAL
    age: str = TOTAL
    urbanisation: str = TOTAL
    activity: str = TOTAL
    composite_breakdown: str = TOTAL
    education_lev: str = TOTAL
    income_wealth_quantile: str = TOTAL
    time_period: int
    unit_measure: str
    obs_value: float
    obs_status: str = "A"
    published_value: float | None = None
    repair_evidence: str | None = None
    release: date
    file: str
    line: int
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """One row kept out of the store: `reason` is a code, `detail` says what exactly was found."""

    source_id: str
    release: date
    file: str
    line: int
    raw_line: str
    reason: str
    detail: str
    indicator: str
    series_code: str = ""
    ref_area: str | None = None
    sex: str | None = None
    age: str | None = None
    urbanisation: str | None = None
    activity: str | None = None
    time_period: int | None = None
    obs_value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """One stored row that something contradicts: `dispute_id` is a reason of the catalogue, `detail` the numbers."""

    source_id: str
    release: date
    file: str
    line: int
    dispute_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """One repair of one field. `outcome`: applied | dropped | withheld (no sound value) | refused (row differs)."""

    source_id: str
    release: date
    file: str
    line: int
    field: str
    as_published: str
    repaired: str
    confidence: str
    evidence: str
    raw_line: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCount:
    """Rows of one file in one release: read = stored + quarantined + dropped + duplicate; stored includes repaired."""

    source_id: str
    release: date
    file: str
    read: int
    stored: int
    repaired: int
    quarantined: int
    dropped: int
    duplicate: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One cited figure with the publication it stands in; `fact_id` is stable, texts are in our own words."""

    fact_id: str
    measure: str
    goal: int | None = None
    target: str | None = None
    time_period: int | None
    period_note: str | None = None
    ref_area: str | None
    sex: str = TOTAL
    age: str = TOTAL
    subsector: str | None = None
    obs_value: float
    unit_measure: str
    definition: str | None = None
    confidence: str
    publisher: str
    source_title: str
    source_url: str
    published_date: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Imported:
    """Everything one importer learned from one source."""

    source_id: str
    figures: list[Figure] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    disputed: list[Disputed] = field(default_factory=list)
    repairs: list[Repaired] = field(default_factory=list)
    counts: list[ImportCount] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


_ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    str | None: pa.string(),
    int: pa.int32(),
    int | None: pa.int32(),
    float: pa.float64(),
    float | None: pa.float64(),
    date: pa.date32(),
}


def arrow_schema(row_type: type) -> pa.Schema:
    """Arrow schema of a row class, columns in the order of its fields; a plain type means not null."""
    never_null = (str, int, float, date)
    return pa.schema(
        [pa.field(f.name, _ARROW_TYPES[f.type], nullable=f.type not in never_null) for f in fields(row_type)]
    )


def to_table(rows: Iterable[Any], row_type: type) -> pa.Table:
    """Rows as an Arrow table sorted by every column, so that the order of reading leaves no trace."""
    schema = arrow_schema(row_type)
    columns = list(zip(*(astuple(row) for row in rows), strict=True))
    if not columns:
        return schema.empty_table()
    arrays = [pa.array(values, column.type) for values, column in zip(columns, schema, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=schema)
    return table.sort_by([(name, "ascending") for name in schema.names])


def write_table(table: pa.Table, path: Path) -> None:
    """Write one Parquet file whole or not at all; equal tables give equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    pq.write_table(table, partial, compression="zstd", compression_level=19, row_group_size=1 << 20, store_schema=False)
    os.replace(partial, path)


def write_import(imported: Imported, folder: Path = FIGURES) -> None:
    """Write the files of one source; releases already held and not imported now stay.

    Raises InputRefusedError when the counts do not reconcile to the row.
    """
    check_counts(imported)
    name = f"{imported.source_id}.parquet"
    parts: Sequence[tuple[Path, list[Any], type]] = (
        (folder / name, imported.figures, Figure),
        (folder / "quarantine" / name, imported.quarantined, Quarantined),
        (folder / "dispute" / name, imported.disputed, Disputed),
        (folder / "repair" / name, imported.repairs, Repaired),
        (folder / "import_count" / name, imported.counts, ImportCount),
    )
    releases = {count.release for count in imported.counts}
    for path, rows, row_type in parts:
        # Most sources have nothing in dispute, and then no file that says so.
        if row_type is Disputed and not rows and not path.exists():
            continue
        write_table(add_releases(path, to_table(rows, row_type), releases), path)
    if imported.facts:
        write_table(to_table(imported.facts, Fact), folder / "fact.parquet")


def add_releases(path: Path, table: pa.Table, releases: set[date]) -> pa.Table:
    """The table with the rows of every other release that the file already holds, sorted by every column."""
    if not path.exists():
        return table
    held = pq.read_table(path).cast(table.schema)
    others = held.filter(pc.invert(pc.is_in(held["release"], pa.array(sorted(releases), pa.date32()))))
    both = pa.concat_tables([others, table]).combine_chunks()
    return both.sort_by([(name, "ascending") for name in table.schema.names])


def check_counts(imported: Imported) -> None:
    """Every row read must be accounted for: stored, quarantined, dropped by a repair, or an exact duplicate."""
    for count in imported.counts:
        accounted = count.stored + count.quarantined + count.dropped + count.duplicate
        if count.read != accounted:
            raise InputRefusedError(
                f"{count.file} ({count.release}): {count.read} rows read but {accounted} accounted for; "
                "the importer loses or invents rows, correct it before importing"
            )
    if sum(c.stored for c in imported.counts) != len(imported.figures):
        raise InputRefusedError(f"{imported.source_id}: the counts do not add up to the figures")
    if sum(c.quarantined for c in imported.counts) != len(imported.quarantined):
        raise InputRefusedError(f"{imported.source_id}: the counts do not add up to the quarantined rows")
