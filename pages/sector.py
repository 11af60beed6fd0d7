"""The sector: what is known about creative industries, which proxies stand for them, and which number is right."""

from pathlib import Path

import streamlit as st

from pages.parts.cards.board import Board, board, put
from pages.parts.cards.claim import Term
from pages.parts.sector.boxes import section_boxes
from pages.parts.sector.cards import lead, places_card
from pages.parts.sector.claims import claim_cards, world_tiles
from pages.parts.series.about import View, absent, page_view
from pages.parts.series.line import Shape, line_card
from pages.parts.visit import choices, frame
from pages.parts.words.language import text

MAIN_QUESTIONS = 4
PAIRS = {
    "value": {"share": ("gva_j_share_of_grp", "gva_r_share_of_grp"), "value": ("gva_j", "gva_r")},
    "jobs": {
        "jobs": ("employed_j", "employed_m", "employed_r"),
        "pay": ("hourly_pay_j_relative", "hourly_pay_m_relative", "hourly_pay_r_relative"),
    },
}
VISITS = ("cinema_visits", "theatre_visits")
STYLE = Path("pages/parts/sector/sector.css")


@st.fragment(key=frame.BODY)
def body() -> None:
    """The whole page below the frame: what is measured, which number is right, what the sections cover, the world."""
    view = page_view(choices.language())
    frame.page_header(words("title", view), lead(view))
    with board("sector_value") as page:
        for section in PAIRS:
            pair(page, section, view)
        page.heading(words("section_places", view), level=3)
    places_card(view)
    with board("sector_film") as page:
        film(page, view)
    which_number(view)
    heading("covers", view)
    st.markdown(words("covers_lead", view))
    st.html(section_boxes(view.lang))
    world(view)


def pair(page: Board, section: str, view: View) -> None:
    """Two charts of the sections side by side: value added and its share, or jobs and their pay."""
    page.heading(words(f"section_{section}", view), level=3)
    page.abreast(
        *(
            line_card(
                series,
                view,
                key=f"sector_{what}",
                filters=(),
                shape=Shape(320, zero=True),
                what=Term(f"sector.what_{what}"),
            )
            for what, series in PAIRS[section].items()
        )
    )


def film(page: Board, view: View) -> None:
    """Films made, and visits to cinemas and theatres."""
    page.heading(words("section_film", view), level=3)
    shape = Shape(280, zero=True)
    page.abreast(
        line_card(("films_produced",), view, key="sector_films", filters=(), shape=shape),
        line_card(VISITS, view, key="sector_visits", filters=(), shape=shape, what=Term("sector.what_visits")),
    )


def which_number(view: View) -> None:
    """One card for each question that has several published answers."""
    heading("which", view)
    st.markdown(words("which_lead", view))
    questions = claim_cards(view)
    if not questions:
        put(absent("creative_employed_43", view, "sector_which"))
    for question in questions[:MAIN_QUESTIONS]:
        st.html(question)
    if len(questions) > MAIN_QUESTIONS:
        with st.expander(words("which_more", view)):
            st.html("".join(questions[MAIN_QUESTIONS:]))


def world(view: View) -> None:
    """The creative economy of the world, as cited."""
    heading("world", view)
    tiles = world_tiles(view)
    if tiles:
        st.markdown(words("world_lead", view))
        st.html(tiles)
    else:
        put(absent("world_creative_gdp_share", view, "sector_world"))


def heading(name: str, view: View) -> None:
    """A heading above blocks that are no charts."""
    st.subheader(words(f"section_{name}", view), anchor=False)


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"sector.{name}", view.lang)


st.html(STYLE)
body()
