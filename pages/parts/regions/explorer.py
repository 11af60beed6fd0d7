"""The map and the ranking with the year that they share, and all regions as small charts, each with its controls."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.parts.cards.board import Selection, board, put
from pages.parts.charts.theme import FOCUS_AREAS
from pages.parts.regions.cards import FORMS, map_card, multiples_card, ranking_card
from pages.parts.regions.measure import SOUTH, TURKISTAN, Choice, region_rows
from pages.parts.series.about import View, absent
from pages.parts.series.areas import choose_area
from pages.parts.series.multiples import choose_axis, chosen_axis
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text


def choose_region(selection: Selection) -> None:
    """Take a region picked on a map or in a ranking into the page's regions, or out of them; the page follows."""
    choose_area(Selection(TURKISTAN if selection.key == SOUTH else selection.key))


SELECT_REGION = {"area": choose_region}


@part
def explorer(choice: Choice, view: View) -> None:
    """Draw the map and the ranking side by side and the year below; a change of year or form redraws only these."""
    rows = region_rows(choice, view.lang, view.as_of)
    if not len(rows):
        put(absent(choice.series_id, view, "regions_map"))
        return
    held = tuple(rows.places("time_period"))
    year = choices.near_year("year", held)
    if year is not None:
        choices.write("year", year, max(held))
    chosen, form = replace(view, year=year), choices.one_of("form", FORMS, FORMS[0])
    with board("regions_where", SELECT_REGION) as page:
        left, right = page.columns(1.55, 1)
        left.put(map_card(choice, chosen, form))
        right.put(ranking_card(choice, chosen))
    _choose_year(min(held), max(held), view)
    controls.tell_controls("regions_year")


def _choose_year(first: int, last: int, view: View) -> None:
    with st.container(key="regions_year", horizontal=True, vertical_alignment="bottom", gap="medium"):
        controls.year(first, last)
        controls.choose_one(
            "form",
            FORMS,
            label=text("regions.form", view.lang),
            control="segments",
            format_option=lambda code: text(f"regions.form_{code}", view.lang),
        )
        for code in FOCUS_AREAS:
            st.button(view.names[code], key=f"focus_{code}", on_click=choose_region, args=(Selection(code),))


@part
def every_region(choice: Choice, view: View) -> None:
    """Draw every region by itself, on one scale or each on its own."""
    axis = chosen_axis()
    frame.answer_first(
        "regions_axis",
        lambda: choose_axis(view.lang),
        lambda: put(multiples_card(choice, view, axis), SELECT_REGION),
    )
