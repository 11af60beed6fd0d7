"""Regional shares: is the sector still in two cities, who gains, and what stands out in each region."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from pages.parts.cards.board import board
from pages.parts.regions.ahead import send_choices_ahead
from pages.parts.regions.cards import all_regions, explorer
from pages.parts.regions.concentration import concentration_cards, lead
from pages.parts.regions.measure import SECTIONS, Choice, choose_measure, chosen_measure
from pages.parts.regions.profile import profile
from pages.parts.series.about import View, page_view
from pages.parts.series.charts import MOST_AREAS, chosen_areas, regions
from pages.parts.visit import choices, controls, frame
from pages.parts.words.language import text

FILTERS = ("section", "rate", "geo", "area", "year", "form", "axis")

STYLE = Path("pages/parts/regions/regions.css")


@st.fragment(key=frame.BODY)
def body() -> None:
    """The whole page below the frame, so that a filter sends the page again and not the frame around it."""
    view = chosen_view()
    choice = chosen_measure(choices.one_of("section", tuple(SECTIONS), "j"), view)
    frame.answer_first(lambda: top(choice, view), lambda: charts(choice, view))


def top(choice: Choice, view: View) -> None:
    """What the page is about, and its filters."""
    lang = view.lang
    frame.page_header(text("regions.title", lang), lead(choice.section, page_view(lang)))
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose_measure(view)
        controls.areas(regions(lang), view.names, limit=MOST_AREAS)
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(FILTERS,))


def charts(choice: Choice, view: View) -> None:
    """The charts from top to bottom."""
    lang = view.lang
    explorer(choice, view)
    profile(view)
    with board("regions_concentration") as page:
        page.heading(text("regions.section_concentration", lang), level=3)
        page.paragraph(text("regions.concentration_lead", lang))
        concentration_cards(page, choice, view)
        page.heading(text("regions.section_all", lang), level=3)
    all_regions(choice, view)


def chosen_view() -> View:
    """The page's view with the regions that the reader has chosen."""
    lang = choices.language()
    return replace(page_view(lang), areas=chosen_areas(lang))


st.html(STYLE)
body()
send_choices_ahead(chosen_view())
