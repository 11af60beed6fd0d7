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
    Ruling,
    SnapshotModel,
    SnapshotRow,
    Source,
)
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
    rows = tuple(_row(record, lang) for record in _records(answer("snapshot", as_of=as_of, method=method)))
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
        sources=tuple(_source(record, lang) for record in _records(answer("snapshot_sources", as_of=as_of))),
        changes=changes,
        link=link,
    )


def _row(record: dict[str, Any], lang: str) -> SnapshotRow:
    has_target = record["target"] is not None
    return SnapshotRow(
        series_id=record["series_id"],
        goal=int(record["goal"]),
        target=record["sdg_target"],
        indicator=record["indicator"],
        title=record[f"title_{lang}"],
        description=record[f"description_{lang}"],
        unit=record["unit"],
        decimals=int(record["decimals"]),
        printed_decimals=int(record["printed_decimals"]),
        direction=record["direction"],
        strength=record["strength"],
        source_id=record["source_id"],
        release=record["release"],
        status=record["status"],
        default_status=record["default_status"],
        reason=record["reason"],
        proxy=record[f"proxy_{lang}"],
        caveat=record[f"caveat_{lang}"],
        baseline_year=_whole(record["base_year"]),
        baseline_value=record["base_value"],
        latest_year=_whole(record["year"]),
        latest_value=record["value"],
        target_year=_whole(record["stated_target_year"]),
        target_value=record["stated_target"],
        target_kind=record["target_kind"],
        target_source=record[f"target_source_{lang}"],
        change=record["change"],
        change_percent=record["change_percent"],
        transform=record["transform"],
        limit=record["natural_limit"],
        cap=None if has_target else record["factor"],
        assessed_baseline=record["assessed_base_value"],
        assessed_latest=record["assessed_value"],
        assessed_target=record["target"],
        assessed_target_year=_whole(record["target_year"]),
        quantity=record["progress_value"],
        quantity_kind="ratio" if has_target else "growth",
        assessed_direction=int(record["assessed_direction"]),
        growth_actual=record["growth"],
        growth_required=record["required_growth"],
        threshold_on_track=record["threshold_on_track"],
        threshold_moderate=record["threshold_moderate"],
        score=record["score"],
        gap_closed=record["gap_closed"],
        time_elapsed=record["time_elapsed"],
        years_elapsed=_whole(record["years_elapsed"]),
        years_given=_whole(record["years_given"]),
        points=int(record["n_points"]),
        age=_whole(record["age_years"]),
        flags=tuple(_listed(record["evidence"])),
        flip_up_value=record["flip_up_value"],
        flip_down_value=record["flip_down_value"],
        rulings=tuple(_ruling(item) for item in _listed(record["rulings"])),
        agree=int(record["methods_agreeing"] or 0),
        judged=int(record["methods_ruling"] or 0),
        trend=tuple(
            (int(point["time_period"]), float(point["obs_value"]), int(point["segment"]))
            for point in _listed(record["trend"])
        ),
    )


def _ruling(item: dict[str, Any]) -> Ruling:
    return Ruling(item["method"], item["status"], item["ruling"], item["value"])


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


def _source(record: dict[str, Any], lang: str) -> Source:
    return Source(
        record["source_id"],
        record[f"attribution_{lang}"],
        record["url"] or "",
        record["licence_id"],
        record["release"],
        bool(record["retrieved_once"]),
        record["next_release"],
    )


def _changes(answer: Answer, lang: str, as_of: date, compare_with: date, method: str, compare_method: str) -> Changes:
    points = answer("snapshot_changes", as_of=as_of, compare_with=compare_with)
    flips = answer(
        "snapshot_flips", as_of=as_of, compare_with=compare_with, method=method, compare_method=compare_method
    )
    return Changes(
        compare_with,
        compare_method,
        tuple(_point(record, lang) for record in _records(points)),
        tuple(_flip(record, lang) for record in _records(flips)),
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
        tuple(_listed(record["causes"])),
    )


def _records(rows: Rows) -> list[dict[str, Any]]:
    return [row._asdict() for row in rows]


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value)


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
