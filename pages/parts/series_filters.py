"""The one row of filters above the first chart of a page about series: regions, years, reset."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.parts import state
from pages.parts.language import text
from pages.parts.series_card import View, page_view
from pages.parts.series_charts import MOST_AREAS, chosen_areas, regions

FILTERS = ("area", "years")


def choose_view(view: View, first: int, last: int, *more: str) -> None:
    """Draw the row of filters; `more` names what is reset as well."""
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        state.areas(regions(view.lang), view.names, limit=MOST_AREAS)
        state.years(first, last, width=320)
        st.button(text("frame.reset", view.lang), on_click=state.forget, args=((*FILTERS, *more),))


def chosen_view(lang: str, first: int, last: int) -> View:
    """Return the view with the regions and the years that the reader has chosen."""
    start, end = state.chosen_span("years", first, last)
    return replace(
        page_view(lang),
        areas=chosen_areas(lang),
        from_year=start if start > first else None,
        to_year=end if end < last else None,
    )
