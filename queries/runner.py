"""Run a named query of this folder against the read-only store.

A query is a file `queries/<room>/<name>.sql` with named parameters (`$series_id`); no two rooms share a name. Its text
is executed as it stands: values are bound, never pasted, so what the reader sees under "how computed" is what ran.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from queries.errors import QueryError, QueryTimeout
from queries.open_store import open_store
from queries.rows import Rows

if TYPE_CHECKING:
    # Pages do without: it takes as much memory as the rest of the server.
    import pandas as pd

Answer = TypeVar("Answer")


QUERY_FOLDER = Path(__file__).resolve().parent
TIME_LIMIT_SECONDS = 5.0

_COMMENT_OR_TEXT = re.compile(r"--[^\n]*|'(?:[^']|'')*'")
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")
# What the store is built with is asked through other queries; tables built from views can be read beside them.
_BUILT_IN = frozenset({"views", "macros"})


def query_names() -> list[str]:
    """Return the names of all queries that can be run, in alphabetical order."""
    return sorted(name for name, path in _files(QUERY_FOLDER).items() if path.parent.name not in _BUILT_IN)


def query_file(name: str) -> str:
    """Return where a query stands, seen from the repository: `queries/<room>/<name>.sql`; QueryError when nowhere."""
    return _file(name).relative_to(QUERY_FOLDER.parent).as_posix()


def sql_text(name: str) -> str:
    """Return the text of the query of that name, or of the table of that name built from `queries/views`.

    The latter is for reading only: the sealed store refuses to run it. Raises QueryError when there is neither.
    """
    return _file(name).read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def parameters(text: str) -> frozenset[str]:
    """Return the names of the parameters that a query's text binds, comments and text literals left aside."""
    return frozenset(_PARAMETER.findall(_COMMENT_OR_TEXT.sub("", text)))


def run(name: str, /, *, time_limit: float = TIME_LIMIT_SECONDS, **params: object) -> pd.DataFrame:
    """Answer one query as a data frame; otherwise as `rows_of`."""
    return _answered(name, params, time_limit, lambda result: result.df())


def rows_of(name: str, /, *, time_limit: float = TIME_LIMIT_SECONDS, **params: object) -> Rows:
    """Answer one query as plain columns.

    `params` must be exactly the query's parameters; a missing or unknown one raises QueryError naming them all.
    A query that runs longer than `time_limit` seconds is interrupted and raises QueryTimeout.
    """
    return _answered(name, params, time_limit, _columns)


def _columns(result: duckdb.DuckDBPyConnection) -> Rows:
    names = [column[0] for column in result.description]
    fetched = result.fetchall()
    columns = map(_shared, zip(*fetched, strict=True)) if fetched else [()] * len(names)
    return Rows(dict(zip(names, columns, strict=True)))


def _shared(column: tuple[Any, ...]) -> tuple[Any, ...]:
    """The column with equal values as one object: the engine makes a new one for every cell, and a code stands in
    thousands of them."""
    if any(isinstance(value, (list, dict)) for value in column[:1]):
        return column
    seen: dict[Any, Any] = {}
    return tuple(seen.setdefault(value, value) for value in column)


def _answered(
    name: str,
    params: Mapping[str, object],
    time_limit: float,
    fetch: Callable[[duckdb.DuckDBPyConnection], Answer],
) -> Answer:
    text = sql_text(name)
    _check_parameters(name, parameters(text), set(params))
    # Held until the answer is fetched: the file of a store that somebody holds is not removed.
    store = open_store()
    cursor = store.connection.cursor()
    watch = threading.Timer(time_limit, cursor.interrupt)
    watch.start()
    try:
        return fetch(cursor.execute(text, params or None))
    except duckdb.InterruptException as error:
        raise QueryTimeout(f"{name}: no answer within {time_limit:g} s") from error
    except duckdb.Error as error:
        raise QueryError(f"{name}: {error}") from error
    finally:
        watch.cancel()
        cursor.close()


def _file(name: str) -> Path:
    path = _files(QUERY_FOLDER).get(name)
    if path is None:
        raise QueryError(f"no query named {name!r}")
    return path


@lru_cache(maxsize=4)
def _files(folder: Path) -> dict[str, Path]:
    """Return the file of every query and view; raises QueryError when two rooms use one name."""
    files: dict[str, Path] = {}
    for path in sorted(path for path in folder.glob("*/*.sql") if path.parent.name != "macros"):
        if path.stem in files:
            raise QueryError(f"two queries named {path.stem!r}: in {files[path.stem].parent.name}, {path.parent.name}")
        files[path.stem] = path
    return files


def _check_parameters(name: str, expected: frozenset[str], given: set[str]) -> None:
    if given == expected:
        return
    missing, unknown = sorted(expected - given), sorted(given - expected)
    raise QueryError(f"{name}: missing {missing}, unknown {unknown}; expected {sorted(expected)}")
