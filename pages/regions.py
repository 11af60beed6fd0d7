"""Where the work is, where the money is, where the people are; and the page of each region."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from pages.parts.cards.board import board, put
from pages.parts.regions.concentration import concentration_cards, index_cards
from pages.parts.regions.explorer import SELECT_REGION, every_region, explorer
from pages.parts.regions.lead import lead
from pages.parts.regions.measure import Choice, choose_measure, choose_section, chosen_measure
from pages.parts.regions.place import places
from pages.parts.regions.work import work_card
from pages.parts.series.about import View, page_view
from pages.parts.series.answers import regions
from pages.parts.series.areas import MOST_AREAS, SELECT, chosen_areas
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text

FILTERS = ("section", "rate", "geo", "area", "year", "form", "axis")
STYLE = Path("pages/parts/regions/regions.css")


@part(key=frame.BODY)
def body() -> None:
    """The whole page below the frame, so that a filter sends the page again and not the frame around it."""
    lang = choices.language()
    view = replace(page_view(lang), areas=chosen_areas(lang))
    choice = chosen_measure(view)
    frame.answer_first("regions", lambda: top(choice, view), lambda: charts(choice, view))


def top(choice: Choice, view: View) -> None:
    """What the page is about, what counts as creative, and the regions chosen."""
    lang = view.lang
    frame.page_header(text("regions.title", lang), lead(choice.section, page_view(lang)))
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose_section(lang)
        controls.areas(regions(lang), view.names, limit=MOST_AREAS)
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(FILTERS,))


def charts(choice: Choice, view: View) -> None:
    """The charts from top to bottom: the chosen regions first, then all of them."""
    if view.areas:
        places(view)
    put(work_card(choice.section, view), SELECT_REGION)
    st.subheader(text("regions.section_map", view.lang), anchor=False)
    with st.container(key="map_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose_measure(view)
    explorer(choice, view)
    with board("regions_concentration", SELECT) as page:
        page.heading(text("regions.section_concentration", view.lang), level=3)
        page.paragraph(text("regions.concentration_lead", view.lang))
        concentration_cards(page, choice, view)
    with st.expander(text("regions.how_computed", view.lang)), board("regions_indices", SELECT) as page:
        index_cards(page, choice, view)
    st.subheader(text("regions.section_all", view.lang), anchor=False)
    every_region(choice, view)


st.html(STYLE)
body()
