"""The sector: what is known about creative industries, which proxies stand for them, and which number is right."""

from pathlib import Path

import streamlit as st

from pages.parts import frame, state
from pages.parts.ask import ask
from pages.parts.chart.board import Board, board
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


def section(page: Board, name: str) -> None:
    """A heading between two groups of charts."""
    page.heading(text(f"sector.section_{name}", lang), level=3)


def pair(page: Board, *cards: tuple[str, dict[str, str]]) -> None:
    """Two charts side by side: the subject of each and its series with their names."""
    for column, (what, named) in zip(page.columns(1, 1), cards, strict=True):
        with column:
            several_card(words(what), named, view, key=f"sector_{what}")


with board("sector_value") as page:
    section(page, "value")
    pair(
        page,
        ("share", {"gva_j_share_of_grp": "name_j", "gva_r_share_of_grp": "name_r"}),
        ("value", {"gva_j": "name_j", "gva_r": "name_r"}),
    )
with board("sector_jobs") as page:
    section(page, "jobs")
    names = {"j": "name_j", "m": "name_m", "r": "name_r"}
    pair(
        page,
        ("jobs", {f"employed_{code}": name for code, name in names.items()}),
        ("pay", {f"hourly_pay_{code}_relative": name for code, name in names.items()}),
    )
    section(page, "places")
places_card(view)
with board("sector_film") as page:
    section(page, "film")
    left, right = page.columns(1, 1)
    with left:
        line_card("films_produced", words("films"), view, key="sector_films", height=280)
    with right:
        visits = {f"{place}_visits": f"name_{place}" for place in ("cinema", "theatre")}
        several_card(words("visits"), visits, view, key="sector_visits", height=280)

st.subheader(text("sector.section_which", lang), anchor=False)
st.markdown(text("sector.which_lead", lang))
questions = [question for _, question in ask("which_number", as_of=view.as_of, lang=lang).groupby("question_order")]
if not questions:
    empty("creative_employed_43", view, "sector_which")
for question in questions[:MAIN_QUESTIONS]:
    st.html(claim_card(question, lang))
if len(questions) > MAIN_QUESTIONS:
    with st.expander(text("sector.which_more", lang)):
        st.html("".join(claim_card(question, lang) for question in questions[MAIN_QUESTIONS:]))
st.subheader(text("sector.section_covers", lang), anchor=False)
st.markdown(text("sector.covers_lead", lang))
st.html(section_boxes(lang))
st.subheader(text("sector.section_world", lang), anchor=False)
world = ask("world_context", as_of=view.as_of)
if world.empty:
    empty("world_creative_gdp_share", view, "sector_world")
else:
    st.markdown(text("sector.world_lead", lang))
    st.html(world_tiles(world, lang))
