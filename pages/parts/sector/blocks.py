"""Blocks of the sector page that are no charts: contested headlines, and the creative economy of the world."""

from __future__ import annotations

import streamlit as st

from pages.parts.cards.board import put
from pages.parts.sector.claims import claim_cards, world_tiles
from pages.parts.series.about import View, absent
from pages.parts.words.language import text

MAIN_QUESTIONS = 4


def which_number(view: View) -> None:
    """One card for each question that has several published answers."""
    heading("which", view)
    st.markdown(text("sector.which_lead", view.lang))
    questions = claim_cards(view)
    if not questions:
        put(absent("creative_employed_43", view, "sector_which"))
    for question in questions[:MAIN_QUESTIONS]:
        st.html(question)
    if len(questions) > MAIN_QUESTIONS:
        with st.expander(text("sector.which_more", view.lang)):
            st.html("".join(questions[MAIN_QUESTIONS:]))


def world(view: View) -> None:
    """The creative economy of the world, as cited."""
    heading("world", view)
    tiles = world_tiles(view)
    if tiles:
        st.markdown(text("sector.world_lead", view.lang))
        st.html(tiles)
    else:
        put(absent("world_creative_gdp_share", view, "sector_world"))


def heading(name: str, view: View) -> None:
    """A heading above blocks that are no charts."""
    st.subheader(text(f"sector.section_{name}", view.lang), anchor=False)
