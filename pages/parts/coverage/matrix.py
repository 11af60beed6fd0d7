"""The coverage matrix with its filters and key; a chosen cell leads to Explore."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.parts.cards.board import put
from pages.parts.coverage.cards import FIRST_YEAR, choose_cell, key, matrix_card, open_chosen
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text

LENSES = ("youth", "women", "regions", "sector", "context", "world")
COLUMNS = ("year", "region")


@part
def matrix(lang: str, as_of: date) -> None:
    """Draw the filters, the matrix and its key; a chosen cell leads to Explore."""
    open_chosen()
    lens = choices.one_of("lens", LENSES, LENSES[0])
    by = COLUMNS[0] if lens == "world" else choices.one_of("columns", COLUMNS, COLUMNS[0])
    years = controls.chosen_span("years", FIRST_YEAR, as_of.year)
    frame.answer_first("coverage", lambda: _filters(lens, lang, as_of), lambda: _grid(lens, by, lang, as_of, years))


def _filters(lens: str, lang: str, as_of: date) -> None:
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        controls.choose_one(
            "lens",
            LENSES,
            label=text("coverage.lens", lang),
            control="segments",
            format_option=lambda code: text(f"coverage.lens_{code}", lang),
        )
        controls.choose_one(
            "columns",
            COLUMNS,
            label=text("coverage.columns", lang),
            control="segments",
            format_option=lambda code: text(f"coverage.columns_{code}", lang),
            disabled=lens == "world",
        )
        with st.container(width="stretch"):
            controls.years(FIRST_YEAR, as_of.year)
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(("lens", "columns", "years"),))


def _grid(lens: str, by: str, lang: str, as_of: date, years: tuple[int, int]) -> None:
    st.html(key(by, lang))
    put(matrix_card(lens, by, lang, as_of, years), {"cell": choose_cell})
