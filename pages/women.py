"""Women's participation: who leads, who decides, what pay, what work, what access, and the gap to men everywhere."""

from dataclasses import replace

from pages.parts.cards.board import board, put
from pages.parts.cards.claim import Term
from pages.parts.series.about import View
from pages.parts.series.areas import SELECT
from pages.parts.series.breakdown import Breakdown
from pages.parts.series.line import Shape, line_card
from pages.parts.series.page import SeriesPage
from pages.parts.series.ranking import ranking_card
from pages.parts.visit import frame
from pages.parts.visit.failures import part
from pages.parts.women.gap_view import gaps
from pages.parts.women.lead import ARTS, INFOCOMM, MANAGERS, lead
from pages.parts.women.pay import pay_pairs_card
from pages.parts.women.zone import RATES, parity_card, shares_card
from pages.parts.words.language import text

LEADING = Breakdown(MANAGERS, "posts", ("national", "region", "settlement"), "women_managers")
SEATS = ("women_parliament", "women_councils")
COUNTED = ("seats_parliament_ipu", "seats_councils_un")
ECONOMY = "pay_women_to_men_economy"
PAY = (ECONOMY, ARTS, INFOCOMM, "pay_women_to_men_professional")
HALVES = ("unemployment_total", "neet_15_24", "mobile_phone_use", "internet_use")
PAGE = SeriesPage("women", (MANAGERS, *SEATS, *PAY, *RATES), lead, ("posts", "measure", "year"))


def charts(view: View) -> None:
    """The charts from top to bottom."""
    leading(view)
    country = replace(view, areas=())
    with board("women_decide") as page:
        page.heading(words("section_decide", view))
        seats = lines((*SEATS, *COUNTED), "what_seats", country, key="women_seats")
        page.abreast(shares_card(country, key="women_shares"), seats)
        page.heading(words("section_pay", view))
        page.abreast(lines(PAY, "what_pay", country, key="women_pay"), pay_pairs_card(country, key="women_pay_pairs"))
        page.heading(words("section_gap", view))
    gaps(view)
    with board("women_work", SELECT) as page:
        page.heading(words("section_work", view))
        page.abreast(*(halves(series_id, country) for series_id in HALVES), gap="medium")
        page.heading(words("section_parity", view))
        page.put(parity_card(country, key="women_parity"))
        page.heading(words("section_regions", view))
        page.abreast(*(ranking_card(series_id, view, key=f"ranking_{series_id}") for series_id in (MANAGERS, ECONOMY)))


@part
def leading(view: View) -> None:
    """The lead chart, with a switch for whom it shows."""
    frame.answer_first("women_posts", lambda: LEADING.choose(view.lang), lambda: put(LEADING.card(view), SELECT))


def lines(series: tuple[str, ...], what: str, view: View, *, key: str) -> object:
    """Several series of the country in one chart."""
    return line_card(series, view, key=key, filters=("years",), shape=Shape(280, zero=True), what=Term(f"women.{what}"))


def halves(series_id: str, view: View) -> object:
    """Women and men of the country beside its total."""
    split = replace(view, sexes=("_T", "F", "M"))
    return line_card((series_id,), split, key=f"women_{series_id}", filters=("years",), shape=Shape(200, year_labels=4))


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"women.{name}", view.lang)


PAGE.show(charts)
