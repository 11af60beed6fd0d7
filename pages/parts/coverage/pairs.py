"""The table of sources that measure the same thing: how far they lie apart, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_value, format_year_range, text, unit_kind

COLUMNS = ("measure", "beside", "years", "usual", "largest", "verdict")


def pairs_table(lang: str, as_of: date) -> None:
    """Draw one row per pair of sources, those that disagree first; or say that none was held on the date."""
    table = _table(lang, as_of)
    if not table[text("coverage.pair_measure", lang)]:
        st.markdown(text("coverage.pairs_nothing", lang))
        return
    with st.container(key="coverage_pairs"):
        st.table(table, border="horizontal", hide_index=True)


@kept
def _table(lang: str, as_of: date) -> Mapping[str, list[str]]:
    rows = [_row(row, lang) for row in answer("source_pairs", as_of=as_of, lang=lang)]
    return {text(f"coverage.pair_{name}", lang): [row[name] for row in rows] for name in COLUMNS}


def _row(row: Any, lang: str) -> dict[str, str]:
    usual, largest = (_difference(value, row, lang) for value in (row.median_difference, row.largest_difference))
    year = f" ({row.largest_year})" if row.n_years > 1 else ""
    verdict = text(f"coverage.verdict_{row.verdict or 'agrees'}", lang)
    return {
        "measure": row.title,
        "beside": f"{row.other_title}  \n{row.other_source}",
        "years": f"{format_year_range(row.first_year, row.last_year)} ({row.n_years})",
        "usual": usual,
        "largest": f"{largest}{year}",
        "verdict": f"**{verdict}**" + (f"  \n{row.why}" if row.why else ""),
    }


def _difference(value: float, row: Any, lang: str) -> str:
    """A difference of two percentages is told in points."""
    return format_value(value, "PP" if unit_kind(row.unit) == "percent" else row.unit, row.decimals, lang)
