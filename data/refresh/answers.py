"""Read the shapes in which publishers answer: rows in JSON, a text table; refused where the shape is another."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.catalogue_files import CATALOGUE
from data.readers.headings import Layout
from data.readers.refusal import InputRefusedError
from data.readers.text_table import read_text_table
from data.refresh.columns import at
from data.refresh.connectors import FILE, Connector

MEND = f"compare the answer with its entry in {CATALOGUE.name}/{FILE}, or run the refresh again later"
MOST_QUOTED = 120


def load(connector: Connector, path: Path, address: str) -> Any:
    """The content of an answer; for a text table its rows."""
    if connector.shape == "csv":
        try:
            table = read_text_table(path, Layout(tuple(sorted(_asked(connector))), open=True))
        except InputRefusedError as error:
            raise InputRefusedError(f"{address}: {error}; {MEND}") from error
        return [dict(row.fields) for row in table.rows]
    beginning = path.read_bytes()[:MOST_QUOTED]
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise InputRefusedError(f"{address}: a web page came in the place of data; {MEND}")
    try:
        return json.loads(path.read_bytes(), object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as error:
        begins = beginning.decode("utf-8", "replace")
        raise InputRefusedError(f"{address}: is no JSON, or is cut ({error}); it begins {begins!r}; {MEND}") from error


def rows(connector: Connector, content: Any, address: str) -> Iterator[dict[str, Any]]:
    """The rows of an answer; refused where they are not where they should be, or lack a field that is read."""
    found = at(content, connector.rows)
    if not isinstance(found, list):
        told = json.dumps(content, ensure_ascii=False)[:MOST_QUOTED]
        raise InputRefusedError(f"{address}: no list of rows at {connector.rows!r}; it begins {told}; {MEND}")
    for number, row in enumerate(_flat(connector, found), start=1):
        missing = sorted(_asked(connector) - row.keys()) if isinstance(row, dict) else ["a row with fields"]
        if missing:
            has = ", ".join(sorted(map(str, row))) if isinstance(row, dict) else repr(row)[:MOST_QUOTED]
            raise InputRefusedError(f"{address}: row {number}: field {missing[0]!r} is missing (found: {has}); {MEND}")
        if unknown := _unknown(connector, row):
            raise InputRefusedError(f"{address}: row {number}: {unknown} splits the figures but is not read; {MEND}")
        yield row


def pages_of(connector: Connector, content: Any, address: str) -> int:
    """How many pages the publisher says the answer has; with `size`, as many as its number of rows needs."""
    total = at(content, connector.pages.of)
    if isinstance(total, bool) or not isinstance(total, int) or total < 0:
        told = json.dumps(content, ensure_ascii=False)[:MOST_QUOTED]
        raise InputRefusedError(f"{address}: no number of pages at {connector.pages.of!r}; it begins {told}; {MEND}")
    size = connector.pages.size
    return -(-total // size) if size else total


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; one that stands twice would silently take the place of the other."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the field {next(name for name in names if names.count(name) > 1)!r} stands twice")
    return fields


def _flat(connector: Connector, found: list[Any]) -> Iterator[Any]:
    """Rows as they are, or one per element of the list that each of them holds at `inner`."""
    for row in found:
        inner = at(row, connector.inner) if connector.inner else None
        if not connector.inner or not isinstance(inner, list):
            yield row
        else:
            yield from ({**row, **element} if isinstance(element, dict) else element for element in inner)


def _asked(connector: Connector) -> set[str]:
    return {path.split(".")[0] for column in connector.columns for path in column.paths()}


def _unknown(connector: Connector, row: dict[str, Any]) -> str | None:
    """A filled field of a closed object that no column reads."""
    read = {path for column in connector.columns for path in column.paths()}
    for name, passed_over in connector.closed.items():
        held = row.get(name)
        for inner, value in held.items() if isinstance(held, dict) else ():
            if value not in (None, "") and inner not in passed_over and f"{name}.{inner}" not in read:
                return f"{name}.{inner} ({value!r})"
    return None
