"""A page about series: its title, one row of filters (regions, years, reset), and the charts that follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from pages.parts.series.about import FIRST, LAST, View, page_view
from pages.parts.series.charts import MOST_AREAS, chosen_areas, regions
from pages.parts.visit import choices, controls, frame
from pages.parts.words.language import text

FILTERS = ("area", "years")


@st.fragment(key=frame.BODY)
def series_page(room: str, lead: Callable[[View], str], charts: Callable[[View], None], *more: str) -> None:
    """Draw all of a page below the frame, so that a filter sends the page again and not the frame around it.

    `room` holds the page's messages, `lead` writes its first sentence, `more` names what is reset with the filters.
    """
    view = _chosen_view(choices.language())
    frame.answer_first(lambda: _top(room, lead, view, more), lambda: charts(view))


def _top(room: str, lead: Callable[[View], str], view: View, more: tuple[str, ...]) -> None:
    frame.page_header(text(f"{room}.title", view.lang), lead(page_view(view.lang)))
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        controls.areas(regions(view.lang), view.names, limit=MOST_AREAS)
        controls.years(FIRST, LAST, width=320)
        st.button(text("frame.reset", view.lang), on_click=choices.forget, args=((*FILTERS, *more),))


def _chosen_view(lang: str) -> View:
    """The view with the regions and the years that the reader has chosen."""
    return replace(page_view(lang), areas=chosen_areas(lang)).within(*controls.chosen_span("years", FIRST, LAST))
