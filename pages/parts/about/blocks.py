"""Blocks of the About page in HTML: terms with their meaning, the sources, the keys, the text to cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from pages.parts.about.methods import scrolled
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, format_number, text
from pages.parts.words.presentation_keys import PRESENTATION_KEYS
from pages.parts.words.signs import legend

AUDIENCES = (("explorers", "explore"), ("donors", "snapshot"), ("presenters", "present"))
TERMS = ("link", "proxy", "status", "baseline", "target", "break", "hollow", "corrected", "set_aside", "gap", "as_of")
REASONS = ("context_only", "no_direction", "yearly_flow", "current_prices", "series_break", "insufficient_points")
CHART_KEYS = (("Tab", "reach"), ("← →", "walk"), ("↑ ↓", "line"), ("Enter", "select"), ("Esc", "leave"))
HOME_SOURCES = ("kazstat", "bns")
SOURCE_COLUMNS = ("source", "held", "licence")


@contextmanager
def section(name: str, lang: str) -> Iterator[None]:
    """Open a part of the page: its heading at the left, what is drawn inside at the right."""
    with st.container(key=f"about_{name}"):
        left, right = st.columns([1, 3.8], gap="large")
        left.subheader(text(f"about.section_{name}", lang), anchor=False)
        with right:
            yield


def audiences(lang: str) -> str:
    """Return for whom the dashboard is, each with the page to begin with."""
    return _terms(
        (_way(page, f"about.for_{name}", lang), escape(text(f"about.for_{name}_text", lang)))
        for name, page in AUDIENCES
    )


def reading(counts: Any, lang: str) -> str:
    """Return the terms of the pages with their meaning; `counts` is the row of `about_counts`."""
    values = {
        "corrected": format_number(counts.repaired, 0, lang),
        "set_aside": format_number(counts.quarantined, 0, lang),
    }
    shown = {"status": legend(lang)}
    return _terms(
        (
            escape(text(f"about.term_{name}", lang)),
            escape(text(f"about.term_{name}_text", lang, count=values.get(name, ""))) + shown.get(name, ""),
        )
        for name in TERMS
    )


def no_status(lang: str) -> str:
    """Write when no status is given, in the words of the snapshot."""
    reasons = "; ".join(text(f"snapshot.reason_{reason}", lang) for reason in REASONS)
    return text("about.no_status", lang, reasons=reasons)


@kept
def sources_table(lang: str, as_of: date) -> str:
    """Return every source with what is held of it and its licence, those of Kazakhstan first.

    A publisher is named once, above the first of its sources.
    """
    publisher = f"publisher_{lang}"
    rows = sorted(
        answer("source_list", as_of=as_of),
        key=lambda row: (not row.source_id.startswith(HOME_SOURCES), getattr(row, publisher), row.source_id),
    )
    head = "".join(f'<th scope="col">{escape(text(f"about.sources_{name}", lang))}</th>' for name in SOURCE_COLUMNS)
    body, named = "", None
    for row in rows:
        name = getattr(row, publisher)
        body += _source(row, "" if name == named else name, lang)
        named = name
    return scrolled(f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>", text("about.section_sources", lang))


def keys(lang: str) -> str:
    """Return the keys of charts and of the presentation, those of a shared screen in its own words."""
    chart = [(pressed, text(f"about.key_{name}", lang)) for pressed, name in CHART_KEYS]
    slides = [(pressed, text(f"present.key_{name}", lang)) for pressed, name, _ in PRESENTATION_KEYS]
    return (
        f'<div class="about-keys">{_keys(text("about.keys_chart", lang), chart)}'
        f"{_keys(text('about.keys_present', lang), slides)}</div>"
    )


def citation(as_of: date, lang: str) -> str:
    """Write how to cite what is on screen: title, version, fingerprint of the figures, as-of date, address."""
    address = (st.context.url or "").partition("?")[0].removesuffix("about")
    return text(
        "about.citation",
        lang,
        product=text("frame.product", lang),
        version=frame.version(),
        checksum=frame.data_checksum(),
        date=format_date(as_of, lang),
        address=address,
    ).strip()


def _terms(pairs: Iterable[tuple[str, str]]) -> str:
    return '<dl class="about-terms">' + "".join(f"<dt>{term}</dt><dd>{words}</dd>" for term, words in pairs) + "</dl>"


def _way(page: str, key: str, lang: str) -> str:
    return f'<a href="{escape(choices.link(page))}" target="_self">{escape(text(key, lang))}</a>'


def _source(row: Any, publisher: str, lang: str) -> str:
    title = _linked(getattr(row, f"title_{lang}"), row.url)
    licence = _linked(text(f"about.licence_{row.licence_id}", lang), row.licence_url)
    by = f"<small>{escape(publisher)}</small>" if publisher else ""
    return (
        f'<tr><th scope="row">{by}{title}</th><td class="held">{escape(_held(row, lang))}</td>'
        f'<td class="licence">{licence}</td></tr>'
    )


def _held(row: Any, lang: str) -> str:
    """Write what is held as of the date: nothing, one copy, or the newest of several releases."""
    if row.release is None:
        return text("about.held_later", lang, date=format_date(row.first_release, lang, "medium"))
    word = "about.held_releases" if row.capture == "releases" else "about.held_once"
    return text(word, lang, count=row.releases, date=format_date(row.release, lang, "medium"))


def _keys(title: str, rows: Sequence[tuple[str, str]]) -> str:
    body = "".join(
        f"<dt>{''.join(f'<kbd>{escape(key)}</kbd>' for key in pressed.split())}</dt><dd>{escape(words)}</dd>"
        for pressed, words in rows
    )
    return f"<section><h4>{escape(title)}</h4><dl>{body}</dl></section>"


def _linked(words: str, url: Any) -> str:
    if isinstance(url, str) and url.startswith("https://"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
    return escape(words)
