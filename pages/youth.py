"""Youth employment: who is left out, where, what work, what pay, what skills; one age band per line."""

import streamlit as st

from pages.parts.cards.board import board, put
from pages.parts.series.about import View
from pages.parts.series.areas import SELECT
from pages.parts.series.breakdown import Breakdown
from pages.parts.series.multiples import choose_axis, chosen_axis, multiples_card
from pages.parts.series.page import SeriesPage
from pages.parts.series.ranking import ranking_card
from pages.parts.series.region_map import map_card
from pages.parts.visit import frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text
from pages.parts.youth.lead import NEET, lead
from pages.parts.youth.small import SERIES, bands, definitions, pay, skills, work

LEFT_OUT = Breakdown(NEET, "by", ("national", "sex", "region", "settlement"), "youth_neet")
PAGE = SeriesPage("youth", SERIES, lead, ("by", "axis"))


def charts(view: View) -> None:
    """The charts from top to bottom."""
    left_out(view)
    st.markdown(words("no_creative_figures", view))
    with board("youth_where", SELECT) as page:
        page.heading(words("section_where", view))
        left, right = page.columns(3, 2)
        left.put(map_card(NEET, view, key="youth_map"))
        right.put(ranking_card(NEET, view, key="youth_ranking"))
    every_region(view)
    with board("youth_work", SELECT) as page:
        for section, cards in (("search", bands), ("work", work), ("pay", pay), ("skills", skills)):
            page.heading(words(f"section_{section}", view))
            page.abreast(*cards(view), gap="medium")
        page.heading(words("section_definitions", view))
        page.paragraph(words("definitions_note", view))
        page.abreast(*definitions(view), gap="medium")


@part
def left_out(view: View) -> None:
    """The lead chart, with a switch for whom it shows."""
    frame.answer_first("youth_by", lambda: LEFT_OUT.choose(view.lang), lambda: put(LEFT_OUT.card(view)))


@part
def every_region(view: View) -> None:
    """All regions as small charts, on one scale or each on its own."""
    card = multiples_card(NEET, view, chosen_axis(), key="youth_regions")
    frame.answer_first("youth_axis", lambda: choose_axis(view.lang), lambda: put(card))


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"youth.{name}", view.lang)


PAGE.show(charts)
