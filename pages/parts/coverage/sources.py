"""The table of sources, and the lists of rows that were kept out or corrected, for download."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.cards import table_csv
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, format_number, text

COLUMNS = ("source", "licence", "held", "capture", "series", "read", "stored", "kept_out")


def sources_table(lang: str, as_of: date) -> None:
    """Draw one row per source: publisher, licence, release, how it was captured, and what became of its rows."""
    with st.container(key="coverage_sources"):
        st.table(_table(lang, as_of), border="horizontal", hide_index=True)


@kept
def _table(lang: str, as_of: date) -> Mapping[str, list[str]]:
    rows = [_row(row, lang) for row in answer("coverage_sources", as_of=as_of, lang=lang)]
    return {text(f"coverage.column_{name}", lang): [row[name] for row in rows] for name in COLUMNS}


def downloads(lang: str, as_of: date) -> None:
    """Offer the full lists: every row set aside and every row corrected, with its file, line and evidence."""
    lists: dict[str, tuple[str, dict[str, Any]]] = {
        "quarantine": ("quarantine_list", {"as_of": as_of, "source_id": None, "indicator": None}),
        "repairs": ("repair_list", {"as_of": as_of, "source_id": None}),
        "disputes": ("dispute_list", {"as_of": as_of, "lang": lang, "source_id": None}),
        "pairs": ("source_pairs", {"as_of": as_of, "lang": lang}),
        "sources": ("coverage_sources", {"as_of": as_of, "lang": lang}),
    }
    with st.container(key="coverage_downloads", horizontal=True, gap="small"):
        for name, (query, params) in lists.items():
            st.download_button(
                text(f"coverage.download_{name}", lang),
                _writer(query, params),
                file_name=f"{name}_{as_of.isoformat()}.csv",
                mime=table_csv.MIME,
                on_click="ignore",
                key=f"download_{name}",
            )


def _writer(query: str, params: dict[str, Any]) -> Callable[[], bytes]:
    """The file, written only when a reader asks for it."""
    return lambda: table_csv.write_csv(answer(query, **params).table())


def _row(row: Any, lang: str) -> dict[str, str]:
    if row.release is None:
        held = text("coverage.not_held", lang, date=format_date(row.first_release, lang, "medium"))
    else:
        held = format_date(row.release, lang, "medium")
    return {
        "source": f"[{row.title}]({row.url})  \n{row.publisher}" if row.url else f"{row.title}  \n{row.publisher}",
        "licence": f"[{row.licence_id}]({row.licence_url})" if row.licence_url else row.licence_id,
        "held": held,
        "capture": text(f"coverage.capture_{row.capture}", lang, count=row.n_releases),
        "series": format_number(row.n_series, 0, lang),
        "read": _count(row.n_read, lang),
        "stored": _count(row.n_stored, lang),
        "kept_out": f"{_count(row.n_quarantined, lang)} / {_count(row.n_repaired, lang)}",
    }


def _count(number: Any, lang: str) -> str:
    return format_number(number, 0, lang)
