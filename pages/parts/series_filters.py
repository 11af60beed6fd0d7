"""The one row of filters above the first chart of a page about series: regions, years, reset."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.parts import state
from pages.parts.language import text
from pages.parts.series_card import View
from pages.parts.series_charts import MOST_AREAS, regions

FILTERS = ("area", "years")


def choose_view(view: View, first: int, last: int, *more: str) -> View:
    """Draw the row of filters and return the view with the reader's regions and years; `more` are reset as well."""
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        areas = state.areas(regions(view.lang), dict(view.names), limit=MOST_AREAS)
        start, end = state.years(first, last, width=320)
        st.button(text("frame.reset", view.lang), on_click=state.forget, args=((*FILTERS, *more),))
    return replace(
        view,
        areas=tuple(areas),
        from_year=start if start > first else None,
        to_year=end if end < last else None,
    )
