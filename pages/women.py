"""Women's participation: who leads, who decides, what pay, what work, what access, and the gap to men everywhere."""

from functools import partial

from pages.parts.cards.board import Board, board
from pages.parts.series.about import View
from pages.parts.series.breakdown import Breakdown
from pages.parts.series.charts import ranking_card
from pages.parts.series.page import series_page
from pages.parts.women.cards import (
    ECONOMY,
    MANAGERS,
    lead,
    pair_card,
    pay_card,
    pay_pairs_card,
    seats_card,
)
from pages.parts.women.gap import gap_view, send_gaps_ahead
from pages.parts.women.zone import parity_card, shares_card
from pages.parts.words.language import text

LEADING = Breakdown(MANAGERS, "women", "posts", ("national", "region", "settlement"), "women_managers")


def charts(view: View) -> None:
    """The charts from top to bottom."""
    LEADING.card(view)
    with board("women_decide") as page:
        section(page, "decide", view)
        page.abreast(
            partial(shares_card, view, key="women_shares"),
            partial(seats_card, view, key="women_seats"),
        )
        section(page, "pay", view)
        page.abreast(
            partial(pay_card, view, key="women_pay"),
            partial(pay_pairs_card, view, key="women_pay_pairs"),
        )
        section(page, "gap", view)
    gap_view(view)
    with board("women_work") as page:
        section(page, "work", view)
        page.abreast(
            partial(pair_card, "unemployment_total", view, key="women_unemployment"),
            partial(pair_card, "neet_15_24", view, key="women_neet"),
        )
        section(page, "technology", view)
        page.abreast(
            partial(pair_card, "mobile_phone_use", view, key="women_phone"),
            partial(pair_card, "internet_use", view, key="women_internet"),
        )
        section(page, "parity", view)
        parity_card(view, key="women_parity")
        section(page, "regions", view)
        page.abreast(
            partial(ranking_card, MANAGERS, words("what_women_managers", view), view, key="women_managers_ranking"),
            partial(ranking_card, ECONOMY, words("what_pay_economy", view), view, key="women_pay_ranking"),
        )
    LEADING.send_filters_ahead(view)
    send_gaps_ahead(view)


def section(page: Board, name: str, view: View) -> None:
    """A heading between two groups of charts."""
    page.heading(words(f"section_{name}", view))


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"women.{name}", view.lang)


series_page("women", lead, charts, "posts", "measure", "year")
