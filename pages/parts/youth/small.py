"""The small charts of the youth page: looking for work, what work, what pay, what skills, and how NEET is counted."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.cards.model import Card, Note
from pages.parts.series.about import View
from pages.parts.series.line import Shape, line_card, line_cards
from pages.parts.series.ranking import ranking_card
from pages.parts.words.language import text
from pages.parts.youth.lead import NEET

SMALL = Shape(200, year_labels=4)
BANDS = ("unemployment_16_24", "unemployment_25_28", "unemployment_29_34")
WORK = ("informal_16_24", "unproductive_16_24")
PAY = ("pay_youth_to_all_16_24", "pay_women_to_men_16_24")
SKILLS = ("ict_graphics_15_24", "ict_programming_15_24")
PLACEMENT = "placement_youth_applicants"
DEFINITIONS = (NEET, "neet_15_28", "neet_14_34")
SERIES = (*DEFINITIONS, *BANDS, *WORK, *PAY, *SKILLS, PLACEMENT)

Cards = tuple[Card | Note, ...]


def bands(view: View) -> Cards:
    """Unemployment of three age bands on one scale."""
    return line_cards(BANDS, view, key="youth", shape=Shape(200, ("values", "span"), 4))


def work(view: View) -> Cards:
    """What kind of work, and the way into it."""
    placement = line_card((PLACEMENT,), view, key="youth_placement", shape=SMALL)
    return (*(_lines(series_id, view) for series_id in WORK), placement)


def pay(view: View) -> Cards:
    """Pay of young people beside that of all, and of young women beside that of young men."""
    return tuple(_lines(series_id, view) for series_id in PAY)


def skills(view: View) -> Cards:
    """Digital skills by region, whose source has ended."""
    ended = (text("youth.skills_end", view.lang),)
    return tuple(ranking_card(series_id, view, key=f"youth_{series_id}", more_notes=ended) for series_id in SKILLS)


def definitions(view: View) -> Cards:
    """Three ways to count who is left out, on one scale and never on one line."""
    country, shape = replace(view, areas=()), Shape(160, ("values", "span"), 4)
    return line_cards(DEFINITIONS, country, key="youth_def", filters=("years",), shape=shape)


def _lines(series_id: str, view: View) -> Card | Note:
    return line_card((series_id,), view, key=f"youth_{series_id}", shape=SMALL)
