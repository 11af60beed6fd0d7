"""A page about series: its title, one row of filters (regions, years, reset), and the charts that follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from pages.parts.series.about import View, page_view, years_of
from pages.parts.series.answers import regions
from pages.parts.series.areas import MOST_AREAS, chosen_areas
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text

FILTERS = ("area", "years")


@dataclass(frozen=True)
class SeriesPage:
    """A page about series: `room` holds its messages, `series` are those whose years its slider spans, `lead` writes
    its first sentence, `more` names what is reset with the filters."""

    room: str
    series: tuple[str, ...]
    lead: Callable[[View], str]
    more: tuple[str, ...] = ()

    def show(self, charts: Callable[[View], None]) -> None:
        """Draw all of the page below the frame, so that a filter sends the page again and not the frame around it."""
        _body(self, charts)

    def view(self, lang: str) -> View:
        """Return the view with the regions and the years that the reader has chosen."""
        view = page_view(lang)
        ends = years_of(self.series, lang, view.as_of)
        years = controls.chosen_span("years", *ends)
        return replace(view, areas=chosen_areas(lang), years=None if years == ends else years)


@part(key=frame.BODY)
def _body(page: SeriesPage, charts: Callable[[View], None]) -> None:
    view = page.view(choices.language())
    frame.answer_first(page.room, lambda: _top(page, view), lambda: charts(view))


def _top(page: SeriesPage, view: View) -> None:
    frame.page_header(text(f"{page.room}.title", view.lang), page.lead(page_view(view.lang)))
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        controls.areas(regions(view.lang), view.names, limit=MOST_AREAS)
        controls.years(*years_of(page.series, view.lang, view.as_of), width=320)
        st.button(text("frame.reset", view.lang), on_click=choices.forget, args=((*FILTERS, *page.more),))
