"""Every query asked with its example and with every other choice that its head offers, each asked once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import duckdb
import pandas as pd

from queries import sql_text
from queries.heads import Head, read_head
from queries.open_store import SEALED, store_path

# Before the first release, and between the second and the third: what was not held must not change the columns.
OTHER_DATES = ("2019-01-01", "2022-06-01")


class Answer(NamedTuple):
    given: dict[str, object]
    types: dict[str, str]
    rows: pd.DataFrame


def head_of(name: str) -> Head:
    return read_head(sql_text(name))


@cache
def store() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(store_path()), read_only=True, config=SEALED)


@cache
def answers(name: str) -> list[Answer]:
    return [_ask(name, given) for given in variants(head_of(name))]


def variants(head: Head) -> list[dict[str, object]]:
    """The example, then the example with one parameter changed at a time."""
    offered = dict(head.choices)
    if "as_of" in head.example:
        offered["as_of"] = OTHER_DATES
    others = [{**head.example, key: value} for key, values in offered.items() for value in values]
    return [head.example, *(given for given in others if given != head.example)]


def plain_type(kind: object) -> str:
    """A type as heads write it: in small letters, a list of codes without the codes."""
    return re.sub(r"enum\(.*?\)", "enum", str(kind).replace('"', "").lower())


def _ask(name: str, given: dict[str, object]) -> Answer:
    cursor = store().execute(sql_text(name), given or None)
    types = {name: plain_type(kind) for name, kind, *_ in cursor.description}
    return Answer(given, types, cursor.df())
