"""The gap to men by region, with the choice of measure and year."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.cards.board import board
from pages.parts.series.about import View
from pages.parts.series.areas import SELECT
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.women.gap import MEASURES, map_card, pairs_card, years
from pages.parts.words.language import text


@part
def gaps(view: View) -> None:
    """The signed map and the pairs behind it, with the choice of measure and year."""
    series_id = choices.one_of("measure", MEASURES, MEASURES[0])
    held = years(series_id, view.as_of)
    year = choices.near_year("year", held)
    if year is not None:
        choices.write("year", year, held[-1])
    frame.answer_first(
        "women_gap", lambda: choose_gap(held, view.lang), lambda: show_gap(series_id, replace(view, year=year))
    )


def choose_gap(held: tuple[int, ...], lang: str) -> None:
    """The switch between measures, and the slider of years."""
    controls.choose_one(
        "measure",
        MEASURES,
        label=text("women.measure", lang),
        format_option=lambda code: text(f"women.what_{code}", lang),
        control="pills",
        label_visibility="collapsed",
    )
    if held:
        controls.year(held[0], held[-1])


def show_gap(series_id: str, view: View) -> None:
    """The map and the pairs side by side."""
    with board("women_gap", SELECT) as page:
        left, right = page.columns(3, 2)
        left.put(map_card(series_id, view, key="women_gap_map"))
        right.put(pairs_card(series_id, view, key="women_gap_pairs"))
