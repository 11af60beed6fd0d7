"""Women's participation: who leads, who decides, what pay, what work, what access, and the gap to men everywhere."""

from collections.abc import Callable

import streamlit as st

from pages.parts import frame, state
from pages.parts.breakdown_card import breakdown_card
from pages.parts.chart.board import Board, board
from pages.parts.gap_view import gap_view, send_gaps_ahead
from pages.parts.language import text
from pages.parts.series_card import View, page_view
from pages.parts.series_charts import ranking_card
from pages.parts.series_filters import choose_view, chosen_view
from pages.parts.women_cards import (
    ECONOMY,
    MANAGERS,
    lead,
    pair_card,
    pay_card,
    pay_pairs_card,
    seats_card,
)
from pages.parts.zone_cards import parity_card, shares_card

YEARS = (2010, 2023)
BREAKDOWNS = ("national", "region", "settlement")


@st.fragment(key=frame.BODY)
def body() -> None:
    """The whole page below the frame, so that a filter sends the page again and not the frame around it."""
    view = chosen_view(state.language(), *YEARS)
    frame.answer_first(lambda: top(view), lambda: charts(view))


def top(view: View) -> None:
    """What the page is about, and its filters."""
    frame.page_header(words("title", view), lead(page_view(view.lang)))
    choose_view(view, *YEARS, "posts", "measure", "year")


def charts(view: View) -> None:
    """The charts from top to bottom."""
    breakdown_card(MANAGERS, "women", view, name="posts", breakdowns=BREAKDOWNS, key="women_managers")
    with board("women_decide") as page:
        section(page, "decide", view)
        pair(
            page,
            lambda: shares_card(view, key="women_shares"),
            lambda: seats_card(view, key="women_seats"),
        )
        section(page, "pay", view)
        pair(
            page,
            lambda: pay_card(view, key="women_pay"),
            lambda: pay_pairs_card(view, key="women_pay_pairs"),
        )
        section(page, "gap", view)
    gap_view(view)
    with board("women_work") as page:
        section(page, "work", view)
        pair(
            page,
            lambda: pair_card("unemployment_total", view, key="women_unemployment"),
            lambda: pair_card("neet_15_24", view, key="women_neet"),
        )
        section(page, "technology", view)
        pair(
            page,
            lambda: pair_card("mobile_phone_use", view, key="women_phone"),
            lambda: pair_card("internet_use", view, key="women_internet"),
        )
        section(page, "parity", view)
        parity_card(view, key="women_parity")
        section(page, "regions", view)
        pair(
            page,
            lambda: ranking_card(MANAGERS, words("what_women_managers", view), view, key="women_managers_ranking"),
            lambda: ranking_card(ECONOMY, words("what_pay_economy", view), view, key="women_pay_ranking"),
        )
    send_gaps_ahead(view)


def section(page: Board, name: str, view: View) -> None:
    """A heading between two groups of charts."""
    page.heading(words(f"section_{name}", view))


def pair(page: Board, *draws: Callable[[], None]) -> None:
    """Two charts side by side."""
    for column, draw in zip(page.columns(1, 1), draws, strict=True):
        with column:
            draw()


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"women.{name}", view.lang)


body()
