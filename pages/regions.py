"""Regional shares: is the sector still in two cities, who gains, and what stands out in each region."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from pages.parts import frame, state
from pages.parts.chart.board import board
from pages.parts.language import text
from pages.parts.region_ahead import send_sections_ahead
from pages.parts.region_cards import AXES, explorer, multiples_card
from pages.parts.region_concentration import concentration_cards, lead
from pages.parts.region_measure import SECTIONS, choose_measure, chosen_measure
from pages.parts.region_profile import profile
from pages.parts.series_card import View, page_view
from pages.parts.series_charts import MOST_AREAS, regions
from pages.parts.series_filters import chosen_areas, reset_button

FILTERS = ("section", "rate", "geo", "area", "year", "form", "axis")

STYLE = Path("pages/parts/regions.css")


@st.fragment(key=frame.TOP)
def top() -> None:
    """What the page is about, and its filters."""
    lang = state.language()
    view = page_view(lang)
    frame.page_header(text("regions.title", lang), lead(state.one_of("section", tuple(SECTIONS), "j"), view))
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        choose_measure(view)
        state.areas(regions(lang), view.names, limit=MOST_AREAS, reruns=[frame.BODY])
        reset_button(lang, FILTERS)


@st.fragment(key=frame.BODY)
def body() -> None:
    """The charts, with what the reader has chosen."""
    lang = state.language()
    view = chosen_view(lang)
    choice = chosen_measure(state.one_of("section", tuple(SECTIONS), "j"), view)
    explorer(choice, view)
    profile(view)
    with board("regions_concentration") as page:
        page.heading(text("regions.section_concentration", lang), level=3)
        page.paragraph(text("regions.concentration_lead", lang))
        concentration_cards(page, choice, view)
        page.heading(text("regions.section_all", lang), level=3)
    free = state.choose_one(
        "axis",
        AXES,
        label=text("lens.axis", lang),
        format_option=lambda code: text(f"lens.axis_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )
    multiples_card(choice, view, free == "free")


def chosen_view(lang: str) -> View:
    """The page's view with the regions that the reader has chosen."""
    return replace(page_view(lang), areas=chosen_areas(lang))


st.html(STYLE)
top()
body()
send_sections_ahead(chosen_view(state.language()))
