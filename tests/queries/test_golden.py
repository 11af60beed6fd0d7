"""Rows chosen by a person: what a query must answer, and why that row was chosen.

`golden/<query>.yaml` lists cases. `given` are all parameters; `why` says which mistake the case would show, `from`
where the values stand. `where` keeps the rows of some codes (a lone code, a list of codes, or `newest` for the last
year that the other codes leave). Expected are `count`, the `first` and the `last` row, `rows` found by the query's keys
and standing in this order, `absent` keys, and whole `columns` from the first row to the last. Only the columns named
are compared. A number with four or more decimals is rounded and holds to its last digit; any other is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from queries import run
from queries.runner import query_names
from tests.queries.answers import head_of

FOLDER = Path(__file__).parent / "golden"
CHECKS = {"count", "first", "last", "rows", "absent", "columns"}
ROUNDED_FROM = 4

Row = dict[str, Any]


def cases() -> list[Any]:
    files = sorted(FOLDER.glob("*.yaml"))
    listed = [(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files]
    return [
        pytest.param(name, case, id=f"{name}-{number}") for name, many in listed for number, case in enumerate(many)
    ]


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_query_answers_what_a_person_chose(name: str, case: Row) -> None:
    answer = run(name, **case["given"])
    found = [{key: _plain(value) for key, value in row.items()} for row in answer.to_dict("records")]
    rows = _kept(found, case.get("where", {}))
    keys = head_of(name).keys
    assert case["why"] and CHECKS & set(case)
    if "count" in case:
        assert len(rows) == case["count"], case["why"]
    for end, place in (("first", 0), ("last", -1)):
        if end in case:
            _same(rows[place], case[end], case["why"])
    lone = {key: value for key, value in case.get("where", {}).items() if not isinstance(value, list)}
    places = [_place(rows, lone | expected, keys) for expected in case.get("rows", [])]
    for expected, place in zip(case.get("rows", []), places, strict=True):
        _same(rows[place], expected, case["why"])
    assert places == sorted(places), f"in another order: {case['why']}"
    for missing in case.get("absent", []):
        assert not [row for row in rows if _has(row, missing)], case["why"]
    for column, values in case.get("columns", {}).items():
        _same({column: [row[column] for row in rows]}, {column: values}, case["why"])


def test_every_query_has_rows_that_a_person_chose() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == query_names()


def _kept(rows: list[Row], where: Row) -> list[Row]:
    for key, wanted in where.items():
        if wanted == "newest":
            wanted = max((row[key] for row in rows), default=None)
        listed = wanted if isinstance(wanted, list) else [wanted]
        rows = [row for row in rows if row[key] in listed]
    return rows


def _place(rows: list[Row], expected: Row, keys: tuple[str, ...]) -> int:
    wanted = {key: expected[key] for key in keys if expected[key] != "newest"}
    found = [place for place, row in enumerate(rows) if _has(row, wanted)]
    assert len(found) == 1, f"{len(found)} rows are {wanted}"
    return found[0]


def _has(row: Row, wanted: Row) -> bool:
    return all(_agrees(row[key], value) for key, value in wanted.items())


def _same(row: Row, expected: Row, why: str) -> None:
    differing = {key: (row[key], value) for key, value in expected.items() if not _agrees(row[key], value)}
    assert not differing, f"(found, expected) {differing}: {why}"


def _agrees(found: Any, expected: Any) -> bool:
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(_agrees, found, expected))
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(_agrees(found.get(key), value) for key, value in expected.items())
    if isinstance(expected, float) and isinstance(found, int | float):
        return found == pytest.approx(expected, rel=1e-9, abs=_tolerance(expected))
    return type(found) is type(expected) and found == expected


def _tolerance(expected: float) -> float:
    decimals = len(repr(expected).partition(".")[2])
    return 0.5 * 10**-decimals if decimals >= ROUNDED_FROM else 0.0


def _plain(value: Any) -> Any:
    """A value as YAML writes it: nothing for every kind of missing value, a date without its hours."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if pd.isna(value):
        return None
    return date(value.year, value.month, value.day) if isinstance(value, datetime) else value
