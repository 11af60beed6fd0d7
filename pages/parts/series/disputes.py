"""What is said of values that something contradicts: which years, why, and what was published beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pages.parts.words.language import format_value, format_year_range, text

COUNTRY = "KZ"
PARTS = ("total", "women", "men", "town", "village")


def dispute_notes(
    rows: Sequence[Any], area_names: Mapping[str, str], unit: str, decimals: int, lang: str
) -> tuple[str, ...]:
    """Write a note per reason of rows of `series_disputes`, with what was published in the last of its years: for the
    country if it is among them."""
    notes = []
    for reason in dict.fromkeys(row.reason for row in rows):
        of_reason = [row for row in rows if row.reason == reason]
        newest = max(of_reason, key=lambda row: (row.ref_area == COUNTRY, row.time_period))
        told: dict[str, Any] = {"years": _spans({row.time_period for row in of_reason}), "reason": reason}
        parts = [
            text(f"lens.dispute_{name}", lang, value=format_value(value, unit, decimals, lang))
            for name, value in _published(newest)
        ]
        if len(parts) > 1:
            area = "" if newest.ref_area == COUNTRY else f"{area_names[newest.ref_area]}: "
            told |= {"year": newest.time_period, "values": area + ", ".join(parts)}
        notes.append(text("lens.note_dispute_values" if len(parts) > 1 else "lens.note_dispute", lang, **told))
    return tuple(notes)


def _published(row: Any) -> Iterable[tuple[str, float]]:
    named = ((name, getattr(row, name)) for name in PARTS)
    return [(name, value) for name, value in named if value is not None]


def _spans(years: Collection[int]) -> str:
    """Write years, neighbours as a span: 2010, 2020–2023."""
    starts = sorted(year for year in years if year - 1 not in years)
    ends = sorted(year for year in years if year + 1 not in years)
    return ", ".join(format_year_range(first, last) for first, last in zip(starts, ends, strict=True))
