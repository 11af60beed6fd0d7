"""Put the answers of the snapshot's queries side by side as one model; no number is computed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from pages.parts.snapshot.model import (
    DEFAULT_METHOD,
    GOALS,
    Changes,
    Flip,
    Goal,
    PointChange,
    SnapshotModel,
    Source,
)
from pages.parts.snapshot.record import listed, records, row_of
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.visit.choices import is_due
from queries.rows import Rows

Answer = Callable[..., Rows]
GOAL_FILE = Path(__file__).resolve().parents[3] / "data" / "catalogue" / "goals.yaml"


def build_snapshot(
    answer: Answer,
    *,
    lang: str,
    as_of: date,
    checksum: str,
    version: str,
    method: str = DEFAULT_METHOD,
    compare_with: date | None = None,
    compare_method: str | None = None,
    link: str = "",
) -> SnapshotModel:
    """Return the snapshot as of a date. `answer` runs a named query (`queries.rows_of` or its cached twin)."""
    rows = tuple(row_of(record, lang) for record in records(answer("snapshot", as_of=as_of, method=method)))
    changes = None
    if compare_with is not None:
        changes = _changes(answer, lang, as_of, compare_with, method, compare_method or method)
    return SnapshotModel(
        language=lang,
        as_of=as_of,
        method=method,
        checksum=checksum,
        version=version,
        goals=tuple(_goal(number, rows, lang) for number in GOALS),
        rows=rows,
        sources=tuple(_source(record, lang, as_of) for record in records(answer("snapshot_sources", as_of=as_of))),
        changes=changes,
        link=link,
    )


def _goal(number: int, rows: tuple[SnapshotRow, ...], lang: str) -> Goal:
    own = [row for row in rows if row.goal == number]
    return Goal(
        number,
        goal_entries()[number]["name"][lang],
        dict(Counter(row.status for row in own)),
        dict(Counter(row.reason for row in own if row.reason).most_common()),
    )


@lru_cache(maxsize=1)
def goal_entries() -> dict[int, dict[str, Any]]:
    """Return the goals of the catalogue by number: names, tile colour and the text colour readable on it."""
    return {entry["goal"]: entry for entry in yaml.safe_load(GOAL_FILE.read_text(encoding="utf-8"))}


def _source(record: dict[str, Any], lang: str, as_of: date) -> Source:
    return Source(
        record["source_id"],
        record[f"attribution_{lang}"],
        record["url"] or "",
        record["licence_id"],
        record["release"],
        bool(record["retrieved_once"]),
        record["next_release"],
        is_due(record["next_release"], as_of),
    )


def _changes(answer: Answer, lang: str, as_of: date, compare_with: date, method: str, compare_method: str) -> Changes:
    points = answer("snapshot_changes", as_of=as_of, compare_with=compare_with)
    flips = answer(
        "snapshot_flips", as_of=as_of, compare_with=compare_with, method=method, compare_method=compare_method
    )
    return Changes(
        compare_with,
        compare_method,
        tuple(_point(record, lang) for record in records(points)),
        tuple(_flip(record, lang) for record in records(flips)),
        is_of_methods=compare_with == as_of and compare_method != method,
    )


def _point(record: dict[str, Any], lang: str) -> PointChange:
    return PointChange(
        record["series_id"],
        int(record["goal"]),
        record[f"title_{lang}"],
        record["unit"],
        int(record["decimals"]),
        int(record["time_period"]),
        record["kind"],
        record["old_value"],
        record["new_value"],
        record["change_percent"],
        record["cause"],
    )


def _flip(record: dict[str, Any], lang: str) -> Flip:
    return Flip(
        record["series_id"],
        int(record["goal"]),
        record[f"title_{lang}"],
        record["old_status"],
        record["old_reason"],
        record["new_status"],
        record["new_reason"],
        tuple(listed(record["causes"])),
        record["turned_year"],
    )
