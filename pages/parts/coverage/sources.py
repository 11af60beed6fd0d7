"""The table of sources, and the lists of rows that were kept out or corrected, for download."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from pages.parts.cards import worker
from pages.parts.cards.files import MIMES, ROWS_CSV
from pages.parts.cards.source import next_words
from pages.parts.visit.ask import answer, kept
from pages.parts.visit.choices import is_due
from pages.parts.words.language import format_date, format_number, text

COLUMNS = ("source", "licence", "held", "next", "capture", "series", "read", "stored", "kept_out")


@kept
def sources_table(lang: str, as_of: date) -> str:
    """Return one row per source: publisher, licence, release, how it was captured, and what became of its rows."""
    head = "".join(f'<th scope="col">{escape(text(f"coverage.column_{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(f"<tr>{_row(row, lang, as_of)}</tr>" for row in answer("coverage_sources", as_of=as_of, lang=lang))
    return (
        '<div class="coverage-sources" tabindex="0" role="region" '
        f'aria-label="{escape(text("coverage.sources", lang))}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


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
                mime=MIMES["csv"],
                on_click="ignore",
                key=f"download_{name}",
            )


def _writer(query: str, params: dict[str, Any]) -> Callable[[], bytes]:
    """The file, written only when a reader asks for it."""
    return lambda: worker.submit(ROWS_CSV, answer(query, **params)).result()


def _row(row: Any, lang: str, as_of: date) -> str:
    if row.release is None:
        held = text("coverage.not_held", lang, date=format_date(row.first_release, lang, "medium"))
    else:
        held = format_date(row.release, lang, "medium")
    cells = {
        "licence": _linked(row.licence_id, row.licence_url),
        "held": escape(held),
        "next": escape(_next(row.next_release, lang, as_of)),
        "capture": escape(text(f"coverage.capture_{row.capture}", lang, count=row.n_releases)),
        "series": format_number(row.n_series, 0, lang),
        "read": _count(row.n_read, lang),
        "stored": _count(row.n_stored, lang),
        "kept_out": f"{_count(row.n_quarantined, lang)} / {_count(row.n_repaired, lang)}",
    }
    named = f"{_linked(row.title, row.url)}<br>{escape(row.publisher)}"
    return f'<th scope="row">{named}</th>' + "".join(f"<td>{cells[name]}</td>" for name in COLUMNS[1:])


def _linked(words: str, address: str | None) -> str:
    if not address:
        return escape(words)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'


def _next(day: date | None, lang: str, as_of: date) -> str:
    if day is None:
        return text("coverage.next_none", lang)
    return next_words(day, lang, is_due=True) if is_due(day, as_of) else format_date(day, lang, "medium")


def _count(number: Any, lang: str) -> str:
    return format_number(number, 0, lang)
