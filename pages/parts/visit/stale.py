"""Which sources could not be refreshed, and since when: said above every page until a refresh succeeds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from time import monotonic

import streamlit as st

from data.refresh.state import LastRefresh, stale_sources, state_file
from pages.parts.visit.ask import answer
from pages.parts.visit.choices import newest_release
from pages.parts.words.language import format_date, text
from queries.open_store import link

MOST_TOLD = 2
LOOK_AGAIN = 5.0


def tell_stale(lang: str) -> None:
    """Name the sources whose last refresh failed, the first few of them."""
    stale = stale_now()
    if not stale:
        return
    sources = {row.source_id: row for row in answer("source_list", as_of=newest_release())}
    known = [last for last in stale if last.source_id in sources]
    for last in known[:MOST_TOLD]:
        source = sources[last.source_id]
        title = getattr(source, f"title_{lang}")
        dates = {"date": format_date(last.failing_since, lang), "release": format_date(source.release, lang)}
        st.caption(text("frame.stale", lang, source=title, **dates))
    if len(known) > MOST_TOLD:
        st.caption(text("frame.stale_more", lang, count=len(known) - MOST_TOLD))


def stale_now() -> tuple[LastRefresh, ...]:
    """Return the sources that could not be refreshed; looked up anew every few seconds."""
    return _stale(link(), int(monotonic() // LOOK_AGAIN))


@lru_cache(maxsize=4)
def _stale(store: Path, _moment: int) -> tuple[LastRefresh, ...]:
    return tuple(stale_sources(store)) if state_file(store).exists() else ()
