"""Build the store: one DuckDB file made of the catalogue and the tidy figures, or the last good one unchanged.

`python -m data.store` builds into a file of its own, gives it a name made of its inputs (`store-<hash>.duckdb`) and
only then points the link `store.duckdb` at it. Whatever interrupts the build, readers keep the last good store; a
process that has the old file open keeps reading it, since a new name never replaces a file under an open handle.
"""

import fcntl
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.catalogue.check import check_catalogue
from data.catalogue_files import CATALOGUE, CatalogueError, Row, read_catalogue
from data.gate.finding import Finding
from data.tidy import FIGURES, Fact, Figure, ImportCount, Quarantined, Repaired, to_table, write_table

SCHEMA = Path(__file__).parent / "schema.sql"
LOAD = Path(__file__).parent / "load.sql"
STAGE_CODES = Path(__file__).parent / "stage_codes.sql"
UNKNOWN_CODES = Path(__file__).parent / "unknown_codes.sql"
CONTRADICTIONS = Path(__file__).parent / "contradictions.sql"
REPORT = Path(__file__).parent / "report.sql"
QUERIES = Path(__file__).parent.parent / "queries"
STORE = Path(__file__).parent / "store.duckdb"
EDITED = {".yaml", ".csv", ".json"}


class StoreRefusedError(Exception):
    """The inputs do not make a sound store; the last good store stays in place."""


def input_files(catalogue: Path, figures: Path) -> list[Path]:
    """Every file the store is made of, in a fixed order."""
    files = [SCHEMA, STAGE_CODES, LOAD, *definition_files()]
    return [*files, *sorted(p for p in catalogue.rglob("*") if p.suffix in EDITED), *sorted(figures.rglob("*.parquet"))]


def definition_files() -> list[Path]:
    """Views and macros that stand in the store."""
    return [*sorted((QUERIES / "views").glob("*.sql")), *sorted((QUERIES / "macros").glob("*.sql"))]


def input_hash(files: list[Path]) -> str:
    """Short digest of the inputs and of the engine that reads them."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def build(store: Path = STORE, catalogue: Path = CATALOGUE, figures: Path = FIGURES) -> Path:
    """Build the store if its inputs changed and point `store` at it; returns the versioned file."""
    with _only_builder(store):
        version = input_hash(input_files(catalogue, figures))
        target = store.with_name(f"{store.stem}-{version}.duckdb")
        if not target.exists():
            # Nobody else builds now, so whatever is partial was left by a build that was killed.
            _remove_partial(store)
            partial = target.with_suffix(".partial")
            try:
                _fill(partial, catalogue, figures)
                os.replace(partial, target)
            finally:
                _remove_partial(store)
        _point(store, target)
        _remove_old(store, target)
    return target


@contextmanager
def _only_builder(store: Path) -> Iterator[None]:
    """Hold the lock that keeps two builds of the same store apart; the system frees it if the process dies."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with store.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fill(path: Path, catalogue: Path, figures: Path) -> None:
    check_catalogue(catalogue)
    rows = read_catalogue(catalogue)
    try:
        with duckdb.connect(str(path)) as connection, tempfile.TemporaryDirectory() as scratch:
            _load_catalogue(connection, rows, Path(scratch), catalogue, figures)
            _refuse_unknown_codes(connection)
            connection.execute(LOAD.read_text(encoding="utf-8"))
            _define(connection, definition_files())
            _refuse_contradictions(connection)
            connection.execute("checkpoint")
    except duckdb.Error as error:
        raise StoreRefusedError(f"the store was not built, the last good one stays: {error}") from error


def _refuse_unknown_codes(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute(UNKNOWN_CODES.read_text(encoding="utf-8")).fetchall()
    if found:
        raise StoreRefusedError(
            "the store was not built, the last good one stays; add to data/catalogue or correct the importer:\n"
            + "\n".join(f"  {source}: {dimension} {code!r} is on no list" for source, dimension, code in found)
        )


def _refuse_contradictions(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute(CONTRADICTIONS.read_text(encoding="utf-8")).fetchall()
    if found:
        listed = "\n".join(f"  {what}: {problem}" for problem, what in found[:20])
        raise StoreRefusedError(
            f"the store was not built, the last good one stays; {len(found)} contradictions:\n{listed}"
        )


def _define(connection: duckdb.DuckDBPyConnection, files: list[Path]) -> None:
    """Create views and macros whatever order they need: one that misses another waits for the next round."""
    waiting = files
    while waiting:
        missed: dict[Path, duckdb.CatalogException] = {}
        for path in waiting:
            try:
                connection.execute(path.read_text(encoding="utf-8"))
            except duckdb.CatalogException as error:
                missed[path] = error
        if len(missed) == len(waiting):
            path, error = next(iter(missed.items()))
            raise StoreRefusedError(f"{path.relative_to(QUERIES.parent)}: {error}") from error
        waiting = list(missed)


def _load_catalogue(
    connection: duckdb.DuckDBPyConnection, tables: dict[str, list[Row]], scratch: Path, catalogue: Path, figures: Path
) -> None:
    for kind, files in figure_files(figures, scratch).items():
        connection.execute(f"set variable {kind}_files = $files", {"files": [str(path) for path in files]})
    _stage_codes(connection, catalogue)
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    for table, rows in tables.items():
        path = scratch / f"{table}.json"
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows), encoding="utf-8")
        if rows:
            _insert(connection, table, path)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    try:
        connection.execute(
            f"insert into {table} by name select * from read_json($path, sample_size = -1)", {"path": str(path)}
        )
    except duckdb.Error as error:
        raise StoreRefusedError(f"catalogue table {table!r} does not fit data/schema.sql: {error}") from error


def figure_files(figures: Path, scratch: Path) -> dict[str, list[Path]]:
    """Parquet files of each kind; an empty one stands first, so that a kind without files still has its columns."""
    facts = figures / "fact.parquet"
    kinds = {
        "figure": (Figure, sorted(set(figures.glob("*.parquet")) - {facts})),
        "quarantine": (Quarantined, sorted((figures / "quarantine").glob("*.parquet"))),
        "repair": (Repaired, sorted((figures / "repair").glob("*.parquet"))),
        "import_count": (ImportCount, sorted((figures / "import_count").glob("*.parquet"))),
        "gate_finding": (Finding, sorted((figures / "gate").glob("*.parquet"))),
        "fact": (Fact, [facts] if facts.exists() else []),
    }
    for kind, (row_type, files) in kinds.items():
        empty = scratch / f"{kind}.parquet"
        write_table(to_table([], row_type), empty)
        files.insert(0, empty)
    return {kind: files for kind, (_, files) in kinds.items()}


def _stage_codes(connection: duckdb.DuckDBPyConnection, catalogue: Path) -> None:
    connection.execute(STAGE_CODES.read_text(encoding="utf-8"), {"codes": str(catalogue / "codes.csv")})


def _point(store: Path, target: Path) -> None:
    link = store.with_suffix(".link")
    link.unlink(missing_ok=True)
    link.symlink_to(target.name)
    os.replace(link, store)


def _remove_partial(store: Path) -> None:
    for path in store.parent.glob(f"{store.stem}-*.partial*"):
        path.unlink()


def _remove_old(store: Path, target: Path) -> None:
    """Keep the newest few versions: a reader may still be opening the one before."""
    versions = sorted(store.parent.glob(f"{store.stem}-*.duckdb"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in [p for p in versions if p != target][2:]:
        old.unlink(missing_ok=True)


def report(store: Path = STORE) -> str:
    """Rows read, stored, repaired, quarantined, dropped and duplicate per source and release, and their sums."""
    with duckdb.connect(str(store.resolve()), read_only=True) as connection:
        rows = connection.execute(REPORT.read_text(encoding="utf-8")).fetchall()
    names = ("source", "release", "files", "read", "stored", "repaired", "quarantined", "dropped", "duplicate")
    lines = [names, *((str(cell) for cell in row) for row in rows)]
    return "\n".join("{:<16} {:<10} {:>5} {:>7} {:>7} {:>8} {:>11} {:>7} {:>9}".format(*line) for line in lines)


def main() -> int:
    """Build, then print what went in; a refused build prints why and returns 1."""
    started = time.perf_counter()
    try:
        target = build()
    except (StoreRefusedError, CatalogueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(report())
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - started:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
