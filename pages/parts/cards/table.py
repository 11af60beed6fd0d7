"""The table under a chart: the columns a reader can use, every cell in words of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pages.parts.visit.ask import of_series
from pages.parts.words.language import format_date, format_number, has_text, text, unit_label, units
from pages.parts.words.missing import is_missing
from queries.rows import Rows

YEAR_COLUMNS = frozenset(
    {
        "time_period",
        "year",
        "baseline_year",
        "latest_year",
        "target_year",
        "from_year",
        "to_year",
        "place",
        "best_place",
    }
)
# Messages for the codes of a column, and the codes that say nothing a reader needs.
CODED = {
    "obs_status": "chart.status_{}",
    "sex": "frame.sex_{}",
    "urbanisation": "frame.urbanisation_{}",
}
NOTHING_TO_SAY = {"sex": "_T", "urbanisation": "_T", "obs_status": "A"}


def table_panel(table: Rows, headers: Mapping[str, str] | None, decimals: int, lang: str, title: str) -> dict[str, Any]:
    """What the component needs for an HTML table; `headers` (column -> words) chooses and names the columns."""
    shown = headers or {name: column_label(name, lang) for name in readable_columns(table)}
    written = [[cell(name, value, decimals, lang) for value in table[name]] for name in shown]
    columns = [{"label": label, "number": _is_number(table[name])} for name, label in shown.items()]
    caption = text("chart.table_caption", lang, title=title)
    return {
        "kind": "table",
        "caption": caption,
        "columns": columns,
        "rows": [list(row) for row in zip(*written, strict=True)],
    }


def readable_columns(table: Rows) -> list[str]:
    """The columns that have a word in the catalogue and something to say; files hold the others too."""
    named = [name for name in table.columns if has_text(f"chart.column_{name}")]
    return [name for name in named if not _is_silent(table, name)] or list(table.columns)


def _is_silent(table: Rows, name: str) -> bool:
    if name == "ref_area":
        return "area_name" in table
    values = table[name]
    return all(is_missing(value) or value == NOTHING_TO_SAY.get(name) for value in values) if values else False


def column_label(name: str, lang: str) -> str:
    """A column's heading in words; its own name when the catalogue has none."""
    return text(f"chart.column_{name}", lang) if has_text(f"chart.column_{name}") else name


def cell(column: str, value: Any, decimals: int, lang: str) -> str:
    """One cell in words: numbers by language, years as they are, codes and flags spelled out."""
    if is_missing(value):
        return format_number(None, 0, lang)
    if column in CODED:
        key = CODED[column].format(value if column == "obs_status" else value.strip("_").lower())
        return text(key, lang) if has_text(key) else ""
    if column == "unit_measure" and value in units():
        return unit_label(value, lang)
    if column == "series_id":
        return series_title(value, lang)
    if column in YEAR_COLUMNS:
        return str(int(value))
    if isinstance(value, bool):
        return text("chart.yes" if value else "chart.no", lang)
    if isinstance(value, date):
        return format_date(value, lang, "medium")
    if isinstance(value, float):
        return format_number(value, decimals, lang)
    return format_number(value, 0, lang) if isinstance(value, int) else str(value)


def series_title(series_id: str, lang: str) -> str:
    """A series' name in words, or its code where the catalogue does not have it."""
    found = of_series("series_detail", series_id, lang=lang).first
    return found.title if found else series_id


def _is_number(column: Sequence[Any]) -> bool:
    known = [value for value in column if value is not None]
    return bool(known) and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in known)
