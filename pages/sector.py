"""The sector: what is known about creative industries, which proxies stand for them, and which number is right."""

from pathlib import Path

import streamlit as st

from pages.parts.cards.board import Board, board
from pages.parts.cards.claim import Term
from pages.parts.sector.blocks import heading, which_number, world
from pages.parts.sector.boxes import section_boxes
from pages.parts.sector.cards import lead, places_card
from pages.parts.series.about import View, page_view
from pages.parts.series.line import Shape, line_card
from pages.parts.visit import choices, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text

PAIRS = {
    "value": {"share": ("gva_j_share_of_grp", "gva_r_share_of_grp"), "value": ("gva_j", "gva_r")},
    "jobs": {
        "jobs": ("employed_j", "employed_m", "employed_r"),
        "pay": ("hourly_pay_j_relative", "hourly_pay_m_relative", "hourly_pay_r_relative"),
    },
}
VISITS = ("cinema_visits", "theatre_visits")
STYLE = Path("pages/parts/sector/sector.css")


@part(key=frame.BODY)
def body() -> None:
    """The whole page below the frame."""
    view = page_view(choices.language())
    frame.page_header(text("sector.title", view.lang), lead(view))
    with board("sector_value") as page:
        for section in PAIRS:
            pair(page, section, view)
        page.heading(text("sector.section_places", view.lang), level=3)
    places_card(view)
    with board("sector_film") as page:
        film(page, view)
    which_number(view)
    heading("covers", view)
    st.markdown(text("sector.covers_lead", view.lang))
    st.html(section_boxes(view.lang))
    world(view)


def pair(page: Board, section: str, view: View) -> None:
    """Two charts of the sections side by side: value added and its share, or jobs and their pay."""
    page.heading(text(f"sector.section_{section}", view.lang), level=3)
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
    page.heading(text("sector.section_film", view.lang), level=3)
    shape = Shape(280, zero=True)
    page.abreast(
        line_card(("films_produced",), view, key="sector_films", filters=(), shape=shape),
        line_card(VISITS, view, key="sector_visits", filters=(), shape=shape, what=Term("sector.what_visits")),
    )


st.html(STYLE)
body()
