"""Slides that a reader passes on the way: those of the page visited last, and those added to the reader's own deck.

A slide is named by its code (`pages.parts.cards.model.SlideAddress`); what a code means is known to the deck alone.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

MOST_SLIDES = 40
_COLLECTED, _SHOWN = "_slides_collected", "_slides_of_page"


def note_shown(key: str, code: str | None) -> None:
    """Remember a chart that the page on screen shows, so that the page can be presented as it stands."""
    context = get_script_run_ctx()
    page = context.page_script_hash if context else ""
    held = st.session_state.get(_SHOWN)
    if held is None or held[0] != page:
        held = st.session_state[_SHOWN] = (page, {})
    if code:
        held[1][key] = code
    else:
        held[1].pop(key, None)


def shown() -> tuple[str, ...]:
    """Return the slides of the charts on the page visited last, each once."""
    return tuple(dict.fromkeys(st.session_state.get(_SHOWN, ("", {}))[1].values()))


def collect(code: str) -> int:
    """Add a slide to the reader's deck; returns how many it has. At most forty are kept."""
    return len(keep((*collected(), code)))


def collected() -> tuple[str, ...]:
    """Return the slides of the reader's deck in order."""
    return st.session_state.get(_COLLECTED, ())


def keep(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Keep slides as the reader's deck; returns those kept."""
    st.session_state[_COLLECTED] = codes[:MOST_SLIDES]
    return st.session_state[_COLLECTED]
