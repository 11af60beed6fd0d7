"""The one row of filters above the first chart of a page about series: regions, years, reset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.parts import frame, state
from pages.parts.language import text
from pages.parts.series_card import View, page_view
from pages.parts.series_charts import MOST_AREAS, regions

FILTERS = ("area", "years")


def choose_view(view: View, first: int, last: int, *more: str) -> None:
    """Draw the row of filters, which the page's body follows; `more` names what is reset with them."""
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        state.areas(regions(view.lang), view.names, limit=MOST_AREAS, reruns=[frame.BODY])
        state.years(first, last, width=320, reruns=[frame.BODY])
        reset_button(view.lang, (*FILTERS, *more))


def chosen_view(lang: str, first: int, last: int) -> View:
    """Return the view with the regions and years that the reader has chosen."""
    start, end = state.chosen_span("years", first, last)
    return replace(
        page_view(lang),
        areas=chosen_areas(lang),
        from_year=start if start > first else None,
        to_year=end if end < last else None,
    )


def chosen_areas(lang: str) -> tuple[str, ...]:
    """Return the regions of today that the reader has chosen."""
    known = regions(lang)
    return tuple(code for code in state.read_all("area") if code in known)[:MOST_AREAS]


def reset_button(lang: str, names: Sequence[str]) -> None:
    """Draw the button that takes the page's filters back to their defaults."""
    st.button(text("frame.reset", lang), on_click=_reset, args=(names,))


def _reset(names: Sequence[str]) -> None:
    state.forget(names)
    state.rerun(frame.WHOLE)
