"""The sector: what is known about creative industries, which proxies stand for them, and which number is right."""

from pathlib import Path

import streamlit as st

from pages.parts import frame, state
from pages.parts.ask import ask
from pages.parts.claim_cards import claim_card, world_tiles
from pages.parts.language import text
from pages.parts.section_boxes import section_boxes
from pages.parts.sector_cards import lead, places_card, several_card
from pages.parts.series_card import empty, page_view
from pages.parts.series_charts import line_card

MAIN_QUESTIONS = 4

lang = state.language()
view = page_view(lang)
frame.page_header(text("sector.title", lang), lead(view))
st.html(Path("pages/parts/sector.css"))


def words(name: str) -> str:
    """The subject of a finding on this page."""
    return text(f"sector.what_{name}", lang)


def section(name: str) -> None:
    """A heading between two groups of blocks."""
    st.subheader(text(f"sector.section_{name}", lang), anchor=False)


def pair(*cards: tuple[str, dict[str, str]]) -> None:
    """Two charts side by side: the subject of each and its series with their names."""
    for column, (what, named) in zip(st.columns(2, gap="large"), cards, strict=True):
        with column:
            several_card(words(what), named, view, key=f"sector_{what}")


section("value")
pair(
    ("share", {"gva_j_share_of_grp": "name_j", "gva_r_share_of_grp": "name_r"}),
    ("value", {"gva_j": "name_j", "gva_r": "name_r"}),
)
section("jobs")
names = {"j": "name_j", "m": "name_m", "r": "name_r"}
pair(
    ("jobs", {f"employed_{code}": name for code, name in names.items()}),
    ("pay", {f"hourly_pay_{code}_relative": name for code, name in names.items()}),
)
section("places")
places_card(view)
section("film")
left, right = st.columns(2, gap="large")
with left:
    line_card("films_produced", words("films"), view, key="sector_films", height=280)
with right:
    visits = {f"{place}_visits": f"name_{place}" for place in ("cinema", "theatre")}
    several_card(words("visits"), visits, view, key="sector_visits", height=280)

section("which")
st.markdown(text("sector.which_lead", lang))
questions = [question for _, question in ask("which_number", as_of=view.as_of, lang=lang).groupby("question_order")]
if not questions:
    empty("creative_employed_43", view, "sector_which")
for question in questions[:MAIN_QUESTIONS]:
    st.html(claim_card(question, lang))
if len(questions) > MAIN_QUESTIONS:
    with st.expander(text("sector.which_more", lang)):
        st.html("".join(claim_card(question, lang) for question in questions[MAIN_QUESTIONS:]))
section("covers")
st.markdown(text("sector.covers_lead", lang))
st.html(section_boxes(lang))
section("world")
world = ask("world_context", as_of=view.as_of)
if world.empty:
    empty("world_creative_gdp_share", view, "sector_world")
else:
    st.markdown(text("sector.world_lead", lang))
    st.html(world_tiles(world, lang))
