"""Fill a new store file: catalogue, figures, views; refused where anything in it contradicts or lacks something."""

import json
import tempfile
from pathlib import Path

import duckdb

from data.catalogue.check import check_catalogue
from data.catalogue_files import Row, read_catalogue
from data.store.inputs import DATA, LOAD, QUERIES, SCHEMA, STAGE_CODES, definition_files, figure_files

UNKNOWN_CODES = DATA / "unknown_codes.sql"
CONTRADICTIONS = DATA / "contradictions.sql"
INCOMPLETE = DATA / "incomplete.sql"
LAST_GOOD = "the store was not built, the last good one stays"
MOST_TOLD = 20


class StoreRefusedError(Exception):
    """The inputs do not make a sound store; the last good store stays in place."""


def fill(path: Path, catalogue: Path, figures: Path) -> None:
    """Make the store in a new file."""
    check_catalogue(catalogue)
    rows = read_catalogue(catalogue)
    try:
        with duckdb.connect(str(path)) as connection, tempfile.TemporaryDirectory() as scratch:
            _load_catalogue(connection, rows, Path(scratch), catalogue, figures)
            _refuse_unknown_codes(connection)
            connection.execute(LOAD.read_text(encoding="utf-8"))
            _refuse_incomplete(connection)
            define(connection, definition_files())
            refuse_contradictions(connection)
            connection.execute("checkpoint")
    except duckdb.Error as error:
        raise StoreRefusedError(f"{LAST_GOOD}: {error}") from error


def _refuse_unknown_codes(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute(UNKNOWN_CODES.read_text(encoding="utf-8")).fetchall()
    if found:
        raise StoreRefusedError(
            f"{LAST_GOOD}; add to data/catalogue or correct the importer:\n"
            + "\n".join(f"  {source}: {dimension} {code!r} is on no list" for source, dimension, code in found)
        )


def refuse_contradictions(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise StoreRefusedError where what the store says contradicts itself."""
    found = connection.execute(CONTRADICTIONS.read_text(encoding="utf-8")).fetchall()
    if found:
        listed = "\n".join(f"  {what}: {problem}" for problem, what in found[:MOST_TOLD])
        raise StoreRefusedError(f"{LAST_GOOD}; {len(found)} contradictions:\n{listed}")


def _refuse_incomplete(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute(INCOMPLETE.read_text(encoding="utf-8")).fetchall()
    if found:
        listed = "\n".join(
            f"  {source}: {rows} {kind} where at least {least} are expected" for source, kind, rows, least in found
        )
        remedy = "restore data/figures, or import again; what is expected stands in data/catalogue/least_rows.csv"
        raise StoreRefusedError(f"{LAST_GOOD}; figures are missing, {remedy}:\n{listed}")


def define(connection: duckdb.DuckDBPyConnection, files: list[Path]) -> None:
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


def _stage_codes(connection: duckdb.DuckDBPyConnection, catalogue: Path) -> None:
    connection.execute(STAGE_CODES.read_text(encoding="utf-8"), {"codes": str(catalogue / "codes.csv")})
