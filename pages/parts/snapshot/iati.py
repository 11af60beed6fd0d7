"""The snapshot in the shape of IATI results: one line per indicator and period, ready to be mapped to the standard.

A result's indicator has a baseline and periods; the period that ends with the latest year carries the actual value,
the one that ends with the target year carries the target. Codes: result type 3 is impact; measure 1 a unit, 2 a
percentage; vocabulary 99 the reporting organisation's own codes.
"""

from __future__ import annotations

import csv
import io

from pages.parts.cards.table_csv import BYTE_ORDER_MARK
from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.words import language

__all__ = ["FIELDS", "write_snapshot_iati"]

FIELDS = (
    "result_title",
    "result_type",
    "indicator_title",
    "indicator_code",
    "indicator_vocabulary",
    "sdg_indicator",
    "indicator_measure",
    "indicator_ascending",
    "unit",
    "baseline_year",
    "baseline_value",
    "period_start",
    "period_end",
    "target_value",
    "target_comment",
    "actual_value",
    "actual_comment",
    "recipient_country_code",
    "language",
    "source",
    "release",
    "as_of",
    "data_checksum",
    "application_version",
    "disclaimer",
)


def write_snapshot_iati(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the CSV in UTF-8 with a byte order mark; figures are unrounded, with a decimal point."""
    target = io.StringIO()
    writer = csv.DictWriter(target, FIELDS, lineterminator="\r\n")
    writer.writeheader()
    for row in model.rows_of(goal):
        for period in _periods(model, row):
            writer.writerow({**_indicator(model, row), **period})
    return (BYTE_ORDER_MARK + target.getvalue()).encode()


def _indicator(model: SnapshotModel, row: SnapshotRow) -> dict[str, object]:
    lang = model.language
    return {
        "result_title": captions.sheet_title(model, row.goal),
        "result_type": 3,
        "indicator_title": row.title,
        "indicator_code": row.series_id,
        "indicator_vocabulary": 99,
        "sdg_indicator": row.indicator,
        "indicator_measure": 2 if language.unit_kind(row.unit) == "percent" else 1,
        "indicator_ascending": {"increase": 1, "decrease": 0}.get(row.direction, ""),
        "unit": language.unit_label(row.unit, lang),
        "baseline_year": _plain(row.baseline_year),
        "baseline_value": _plain(row.baseline_value),
        "recipient_country_code": "KZ",
        "language": lang,
        "source": captions.source_of(model, row).name,
        "release": _plain(row.release),
        "as_of": model.as_of.isoformat(),
        "data_checksum": model.checksum,
        "application_version": model.version,
        "disclaimer": words.word("non_endorsement", lang),
    }


def _periods(model: SnapshotModel, row: SnapshotRow) -> list[dict[str, object]]:
    periods = []
    if row.latest_year is not None:
        actual = {"actual_value": _plain(row.latest_value), "actual_comment": words.status_line(row, model)}
        periods.append({**_year(row.latest_year), **actual})
    if row.target_value is not None:
        comment = words.word(f"target_kind_{row.target_kind}", model.language)
        target = {"target_value": _plain(row.target_value), "target_comment": comment}
        periods.append({**_year(row.target_year), **target})
    return periods


def _year(year: int | None) -> dict[str, object]:
    return {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}


def _plain(value: object) -> object:
    return "" if value is None else value
