"""One headline series of the snapshot, with everything that is printed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ruling:
    """How one method judges a series. `verdict`: improve_enough, too_slow, worse, or na when it cannot judge."""

    method: str
    status: str | None
    verdict: str
    value: float | None


@dataclass(frozen=True)
class SnapshotRow:
    """One headline series as of the snapshot's date. Values are unrounded and in `unit`; ratios are plain numbers.

    `quantity` is R (growth made / growth needed) when `quantity_kind` is "ratio" and the yearly growth in the wanted
    direction when it is "growth"; `cap` is the factor by which a natural limit scales the thresholds of the latter.
    `assessed_baseline`, `assessed_latest` and `assessed_target` are what the formula really took, after a parity or
    share transform; `assessed_target` only where `judged_as` is "target", a number set by others. Where it is
    "reading", `level` is what this project reads into the target and `distance` how far the latest value is from it.
    `flip_up_value` and `flip_down_value` are the values in the year after the latest from which the status would be one
    class better or worse. The status holds in `holding` of `choices` possible choices of its first and last year;
    `turned_year` is the last year from which on it has been the same, if it ever was another.
    """

    series_id: str
    goal: int
    target: str
    indicator: str
    title: str
    description: str
    unit: str
    decimals: int
    printed_decimals: int
    direction: str
    strength: str
    measures: str
    linked_by: str
    mapping: str
    source_id: str
    release: date | None
    status: str
    default_status: str | None = None
    reason: str | None = None
    proxy: str | None = None
    caveat: str | None = None
    baseline_year: int | None = None
    baseline_value: float | None = None
    latest_year: int | None = None
    latest_value: float | None = None
    target_year: int | None = None
    target_value: float | None = None
    target_kind: str = "none"
    judged_as: str = "direction"
    level: float | None = None
    distance: float | None = None
    target_source: str | None = None
    change: float | None = None
    change_percent: float | None = None
    transform: str = "none"
    limit: float | None = None
    cap: float | None = None
    assessed_baseline: float | None = None
    assessed_latest: float | None = None
    assessed_target: float | None = None
    assessed_target_year: int | None = None
    quantity: float | None = None
    quantity_kind: str = "growth"
    assessed_direction: int = 0
    growth_actual: float | None = None
    growth_required: float | None = None
    threshold_on_track: float | None = None
    threshold_moderate: float | None = None
    score: float | None = None
    gap_closed: float | None = None
    time_elapsed: float | None = None
    years_elapsed: int | None = None
    years_given: int | None = None
    points: int = 0
    age: int | None = None
    flags: tuple[str, ...] = ()
    flip_up_value: float | None = None
    flip_down_value: float | None = None
    rulings: tuple[Ruling, ...] = ()
    agree: int = 0
    judged: int = 0
    choices: int | None = None
    holding: int | None = None
    is_short: bool = False
    is_fragile: bool = False
    turned_year: int | None = None
    trend: tuple[tuple[int, float, int], ...] = ()
