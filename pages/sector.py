"""The sector: what is known about creative industries, which proxies stand for them, and which number is right."""

from functools import partial
from pathlib import Path

import streamlit as st

from pages.parts.cards.board import Board, board
from pages.parts.sector.boxes import section_boxes
from pages.parts.sector.cards import lead, places_card, several_card
from pages.parts.sector.claims import claim_card, world_tiles
from pages.parts.series.about import View, empty, page_view
from pages.parts.series.charts import line_card
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import text

MAIN_QUESTIONS = 4
STYLE = Path("pages/parts/sector/sector.css")


@st.fragment(key=frame.BODY)
def body() -> None:
    """The whole page below the frame: what is measured, which number is right, what the sections cover, the world."""
    view = page_view(choices.language())
    frame.page_header(words("title", view), lead(view))
    with board("sector_value") as page:
        value(page, view)
    with board("sector_jobs") as page:
        jobs(page, view)
        section(page, "places", view)
    places_card(view)
    with board("sector_film") as page:
        film(page, view)
    which_number(view)
    heading("covers", view)
    st.markdown(words("covers_lead", view))
    st.html(section_boxes(view.lang))
    world(view)


def value(page: Board, view: View) -> None:
    """Value added of the two sections and its share of gross product."""
    section(page, "value", view)
    shares = {"gva_j_share_of_grp": "name_j", "gva_r_share_of_grp": "name_r"}
    pair(page, view, ("share", shares), ("value", {"gva_j": "name_j", "gva_r": "name_r"}))


def jobs(page: Board, view: View) -> None:
    """Employment in the sections, and its pay beside the whole economy's."""
    section(page, "jobs", view)
    names = {"j": "name_j", "m": "name_m", "r": "name_r"}
    pair(
        page,
        view,
        ("jobs", {f"employed_{code}": name for code, name in names.items()}),
        ("pay", {f"hourly_pay_{code}_relative": name for code, name in names.items()}),
    )


def film(page: Board, view: View) -> None:
    """Films made, and visits to cinemas and theatres."""
    section(page, "film", view)
    visits = {f"{place}_visits": f"name_{place}" for place in ("cinema", "theatre")}
    page.abreast(
        partial(line_card, "films_produced", words("what_films", view), view, key="sector_films", height=280),
        partial(several_card, words("what_visits", view), visits, view, key="sector_visits", height=280),
    )


def which_number(view: View) -> None:
    """One card for each question that has several published answers."""
    heading("which", view)
    st.markdown(words("which_lead", view))
    asked = ask("which_number", as_of=view.as_of, lang=view.lang).groupby("question_order")
    questions = [question for _, question in asked]
    if not questions:
        empty("creative_employed_43", view, "sector_which")
    for question in questions[:MAIN_QUESTIONS]:
        st.html(claim_card(question, view.lang))
    if len(questions) > MAIN_QUESTIONS:
        with st.expander(words("which_more", view)):
            st.html("".join(claim_card(question, view.lang) for question in questions[MAIN_QUESTIONS:]))


def world(view: View) -> None:
    """The creative economy of the world, as cited."""
    heading("world", view)
    facts = ask("world_context", as_of=view.as_of)
    if facts.empty:
        empty("world_creative_gdp_share", view, "sector_world")
    else:
        st.markdown(words("world_lead", view))
        st.html(world_tiles(facts, view.lang))


def section(page: Board, name: str, view: View) -> None:
    """A heading between two groups of charts."""
    page.heading(words(f"section_{name}", view), level=3)


def heading(name: str, view: View) -> None:
    """A heading above blocks that are no charts."""
    st.subheader(words(f"section_{name}", view), anchor=False)


def pair(page: Board, view: View, *cards: tuple[str, dict[str, str]]) -> None:
    """Two charts side by side: the subject of each and its series with their names."""
    page.abreast(
        *(
            partial(several_card, words(f"what_{what}", view), named, view, key=f"sector_{what}")
            for what, named in cards
        )
    )


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"sector.{name}", view.lang)


st.html(STYLE)
body()
