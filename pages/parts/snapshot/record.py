"""A row of an answer as the snapshot's values: whole numbers whole, texts of one language."""

from __future__ import annotations

from typing import Any

from pages.parts.snapshot.row import Ruling, SnapshotRow
from queries.rows import Rows

# Columns of `snapshot.sql` by the field of a row that they fill, where the two have different names.
COLUMNS = {
    "target": "sdg_target",
    "baseline_value": "base_value",
    "latest_value": "value",
    "target_value": "stated_target",
    "limit": "natural_limit",
    "assessed_baseline": "assessed_base_value",
    "assessed_latest": "assessed_value",
    "assessed_target": "target",
    "quantity": "progress_value",
    "growth_actual": "growth",
    "growth_required": "required_growth",
}
SAME = (
    *("series_id", "indicator", "unit", "direction", "strength", "measures", "source_id", "status", "default_status"),
    *("reason", "target_kind", "judged_as", "level", "distance", "change", "change_percent", "transform", "score"),
    *("threshold_on_track", "threshold_moderate", "gap_closed", "time_elapsed", "flip_up_value", "flip_down_value"),
)
TEXTS = ("title", "description", "proxy", "caveat", "target_source", "linked_by", "mapping")
WHOLE = {
    "goal": "goal",
    "decimals": "decimals",
    "printed_decimals": "printed_decimals",
    "baseline_year": "base_year",
    "latest_year": "year",
    "target_year": "stated_target_year",
    "assessed_target_year": "target_year",
    "assessed_direction": "assessed_direction",
    "years_elapsed": "years_elapsed",
    "years_given": "years_given",
    "points": "n_points",
    "age": "age_years",
    "agree": "methods_agreeing",
    "judged": "methods_ruling",
    "choices": "n_choices",
    "holding": "n_holding",
    "turned_year": "turned_year",
}


def row_of(record: dict[str, Any], lang: str) -> SnapshotRow:
    """Return the row of a record of the query `snapshot`."""
    is_paced = record["judged_as"] == "target"
    return SnapshotRow(
        **{field: record[column] for field, column in COLUMNS.items()},
        **{field: record[field] for field in SAME},
        **{field: record[f"{field}_{lang}"] for field in TEXTS},
        **{field: whole(record[column]) for field, column in WHOLE.items()},
        release=record["release"],
        cap=None if is_paced else record["factor"],
        quantity_kind="ratio" if is_paced else "growth",
        flags=tuple(listed(record["evidence"])),
        rulings=tuple(_ruling(item) for item in listed(record["rulings"])),
        is_short=bool(record["is_short"]),
        is_fragile=bool(record["is_fragile"]),
        trend=tuple(
            (int(point["time_period"]), float(point["obs_value"]), int(point["segment"]))
            for point in listed(record["trend"])
        ),
    )


def _ruling(item: dict[str, Any]) -> Ruling:
    return Ruling(item["method"], item["status"], item["ruling"], item["value"])


def records(rows: Rows) -> list[dict[str, Any]]:
    """Return the rows of an answer as mappings."""
    return [row._asdict() for row in rows]


def listed(value: Any) -> list[Any]:
    """Return a list, empty where there is none."""
    return [] if value is None else list(value)


def whole(value: Any) -> int | None:
    """Return a whole number, None where there is none."""
    return None if value is None else int(value)
