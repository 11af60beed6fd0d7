"""The comparison itself: filters, bars beside lines, and what national platforms say; one piece that runs by itself."""

from __future__ import annotations

import streamlit as st

from pages.parts.cards.board import board
from pages.parts.compare.cards import choose_country, lines_card, ranking_card
from pages.parts.compare.choice import Comparison, choose_comparison, chosen_comparison
from pages.parts.compare.tables import national_table
from pages.parts.series.about import View
from pages.parts.visit import frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text


@part
def comparison(view: View) -> None:
    """Draw the reader's comparison; a changed choice redraws this part and leaves the rest of the page alone."""
    compared = chosen_comparison(view)
    frame.answer_first("compare", lambda: choose_comparison(view), lambda: _charts(compared, view))


def _charts(compared: Comparison, view: View) -> None:
    with board("compare_charts", {"country": choose_country}) as page:
        page.abreast(
            ranking_card(compared, view, key="compare_ranking"), lines_card(compared, view, key="compare_lines")
        )
    if national := national_table(compared.series_id, view):
        st.subheader(text("compare.section_national", view.lang), anchor=False)
        st.markdown(text("compare.national_lead", view.lang))
        st.html(national)
