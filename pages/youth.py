"""Youth employment: who is left out, where, what work, what pay, what skills; one age band per line."""

from dataclasses import replace

import streamlit as st

from pages.parts.cards.board import Board, board, put
from pages.parts.cards.model import Card, Note
from pages.parts.series.about import View
from pages.parts.series.areas import SELECT
from pages.parts.series.breakdown import Breakdown
from pages.parts.series.line import Shape, line_card, line_cards
from pages.parts.series.multiples import choose_axis, chosen_axis, multiples_card
from pages.parts.series.page import SeriesPage
from pages.parts.series.ranking import ranking_card
from pages.parts.series.region_map import map_card
from pages.parts.visit import frame
from pages.parts.words.language import text
from pages.parts.youth.lead import NEET, lead

SMALL = Shape(200, year_labels=4)
LEFT_OUT = Breakdown(NEET, "by", ("national", "sex", "region", "settlement"), "youth_neet")
BANDS = ("unemployment_16_24", "unemployment_25_28", "unemployment_29_34")
WORK = ("informal_16_24", "unproductive_16_24")
PAY = ("pay_youth_to_all_16_24", "pay_women_to_men_16_24")
SKILLS = ("ict_graphics_15_24", "ict_programming_15_24")
PLACEMENT = "placement_youth_applicants"
DEFINITIONS = (NEET, "neet_15_28", "neet_14_34")
PAGE = SeriesPage("youth", (*DEFINITIONS, *BANDS, *WORK, *PAY, *SKILLS, PLACEMENT), lead, ("by", "axis"))


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
        page.heading(words("section_search", view))
        page.abreast(*line_cards(BANDS, view, key="youth", shape=Shape(200, ("values", "span"), 4)), gap="medium")
        page.heading(words("section_work", view))
        page.abreast(
            *(small_lines(series, view) for series in WORK),
            line_card((PLACEMENT,), view, key="youth_placement", shape=SMALL),
            gap="medium",
        )
        page.heading(words("section_pay", view))
        page.abreast(*(small_lines(series, view) for series in PAY))
        skills(page, view)
        definitions(page, view)


@st.fragment
def left_out(view: View) -> None:
    """The lead chart, with a switch for whom it shows."""
    frame.answer_first("youth_by", lambda: LEFT_OUT.choose(view.lang), lambda: put(LEFT_OUT.card(view)))


@st.fragment
def every_region(view: View) -> None:
    """All regions as small charts, on one scale or each on its own."""
    card = multiples_card(NEET, view, chosen_axis(), key="youth_regions")
    frame.answer_first("youth_axis", lambda: choose_axis(view.lang), lambda: put(card))


def small_lines(series_id: str, view: View) -> Card | Note:
    """A line chart of a third of the width."""
    return line_card((series_id,), view, key=f"youth_{series_id}", shape=SMALL)


def definitions(page: Board, view: View) -> None:
    """Three ways to count who is left out, beside each other."""
    page.heading(words("section_definitions", view))
    page.paragraph(words("definitions_note", view))
    country = replace(view, areas=())
    small = Shape(160, ("values", "span"), 4)
    page.abreast(*line_cards(DEFINITIONS, country, key="youth_def", filters=("years",), shape=small), gap="medium")


def skills(page: Board, view: View) -> None:
    """Digital skills by region, whose source has ended."""
    page.heading(words("section_skills", view))
    ended = (words("skills_end", view),)
    page.abreast(*(ranking_card(series, view, key=f"youth_{series}", more_notes=ended) for series in SKILLS))


def words(name: str, view: View) -> str:
    """A message of this page."""
    return text(f"youth.{name}", view.lang)


PAGE.show(charts)
