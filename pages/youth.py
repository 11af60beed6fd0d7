"""Youth employment: who is left out, where, what work, what pay, what skills; one age band per line."""

from dataclasses import replace

import streamlit as st

from pages.parts import frame, state
from pages.parts.breakdown_card import breakdown_card
from pages.parts.language import text
from pages.parts.series_card import page_view
from pages.parts.series_charts import line_card, line_cards, ranking_card
from pages.parts.series_filters import choose_view
from pages.parts.youth_cards import NEET, lead, map_card, regions_card

lang = state.language()
view = page_view(lang)
frame.page_header(text("youth.title", lang), lead(view))
view = choose_view(view, 2010, 2023, "by", "axis")


def words(name: str) -> str:
    """The subject of a finding on this page."""
    return text(f"youth.{name}", lang)


def section(name: str) -> None:
    """A heading between two groups of charts."""
    st.header(text(f"youth.section_{name}", lang), anchor=False)


breakdown_card(NEET, "youth", view, name="by", breakdowns=("national", "sex", "region", "settlement"), key="youth_neet")

section("where")
left, right = st.columns([3, 2], gap="large")
with left:
    map_card(view, key="youth_map")
with right:
    ranking_card(NEET, words("what_neet_15_24"), view, key="youth_ranking")
regions_card(view)

section("search")
bands = ("16_24", "25_28", "29_34")
line_cards([(f"unemployment_{band}", words(f"what_unemployment_{band}")) for band in bands], view, key="youth")

section("work")
left, right = st.columns(2, gap="large")
with left:
    line_card("informal_16_24", words("what_informal"), view, key="youth_informal")
with right:
    line_card("unproductive_16_24", words("what_unproductive"), view, key="youth_unproductive")

section("pay")
left, right = st.columns(2, gap="large")
with left:
    line_card("pay_youth_to_all_16_24", words("what_pay"), view, key="youth_pay")
with right:
    line_card("pay_women_to_men_16_24", words("what_pay_sex"), view, key="youth_pay_sex")

section("skills")
left, right = st.columns(2, gap="large")
ended = (text("youth.skills_end", lang),)
with left:
    ranking_card("ict_graphics_15_24", words("what_graphics"), view, key="youth_graphics", more_notes=ended)
with right:
    ranking_card("ict_programming_15_24", words("what_programming"), view, key="youth_programming", more_notes=ended)

section("way_in")
line_card("placement_youth_applicants", words("what_placement"), view, key="youth_placement", height=300)

section("definitions")
st.markdown(text("youth.definitions_note", lang))
definitions = ("neet_15_24", "neet_15_28", "neet_14_34")
line_cards(
    [(series_id, words(f"what_{series_id}")) for series_id in definitions], replace(view, areas=()), key="youth_def"
)
