"""Youth employment: who is left out, where, what work, what pay, what skills; one age band per line."""

from dataclasses import replace
from functools import partial

from pages.parts.cards.board import Board, board
from pages.parts.series.about import View
from pages.parts.series.breakdown import Breakdown
from pages.parts.series.charts import line_card, line_cards, ranking_card
from pages.parts.series.page import series_page
from pages.parts.words.language import text
from pages.parts.youth.cards import NEET, lead, map_card, regions_card

LEFT_OUT = Breakdown(NEET, "youth", "by", ("national", "sex", "region", "settlement"), "youth_neet")


def charts(view: View) -> None:
    """The charts from top to bottom."""
    LEFT_OUT.card(view)
    with board("youth_where") as page:
        page.heading(words("section_where", view))
        left, right = page.columns(3, 2)
        with left:
            map_card(view, key="youth_map")
        with right:
            ranking_card(NEET, words("what_neet_15_24", view), view, key="youth_ranking")
    regions_card(view)
    with board("youth_work") as page:
        search(page, view)
        work_and_pay(page, view)
        skills(page, view)
        definitions(page, view)
    LEFT_OUT.send_filters_ahead(view)


def search(page: Board, view: View) -> None:
    """Unemployment by age band."""
    page.heading(words("section_search", view))
    bands = [f"unemployment_{band}" for band in ("16_24", "25_28", "29_34")]
    line_cards(page, [(band, words(f"what_{band}", view)) for band in bands], view, key="youth")


def work_and_pay(page: Board, view: View) -> None:
    """What kind of work, and what it pays."""
    page.heading(words("section_work", view))
    page.abreast(
        partial(line_card, "informal_16_24", words("what_informal", view), view, key="youth_informal"),
        partial(line_card, "unproductive_16_24", words("what_unproductive", view), view, key="youth_unproductive"),
    )
    page.heading(words("section_pay", view))
    page.abreast(
        partial(line_card, "pay_youth_to_all_16_24", words("what_pay", view), view, key="youth_pay"),
        partial(line_card, "pay_women_to_men_16_24", words("what_pay_sex", view), view, key="youth_pay_sex"),
    )


def skills(page: Board, view: View) -> None:
    """Digital skills by region, and the way into work."""
    page.heading(words("section_skills", view))
    page.abreast(*(partial(skill_card, name, view) for name in ("graphics", "programming")))
    page.heading(words("section_way_in", view))
    line_card("placement_youth_applicants", words("what_placement", view), view, key="youth_placement", height=300)


def skill_card(name: str, view: View) -> None:
    """One skill by region; the source ended."""
    ended = (words("skills_end", view),)
    ranking_card(f"ict_{name}_15_24", words(f"what_{name}", view), view, key=f"youth_{name}", more_notes=ended)


def definitions(page: Board, view: View) -> None:
    """Three ways to count the same, side by side."""
    page.heading(words("section_definitions", view))
    page.paragraph(words("definitions_note", view))
    ways = ("neet_15_24", "neet_15_28", "neet_14_34")
    line_cards(page, [(way, words(f"what_{way}", view)) for way in ways], replace(view, areas=()), key="youth_def")


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"youth.{name}", view.lang)


series_page("youth", lead, charts, "by", "axis")
