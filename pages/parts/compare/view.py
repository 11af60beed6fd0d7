"""The comparison itself: filters, bars beside lines, and what national platforms say; one piece that runs by itself."""

from __future__ import annotations

import streamlit as st

from pages.parts.compare.cards import lines_card, ranking_card
from pages.parts.compare.choice import choose_comparison
from pages.parts.compare.tables import national_table
from pages.parts.series.about import View
from pages.parts.visit.ask import ask
from pages.parts.words.language import text


@st.fragment
def comparison(view: View) -> None:
    """Draw the reader's comparison; a changed choice redraws this part and leaves the rest of the page alone."""
    compared = choose_comparison(view)
    left, right = st.columns(2, gap="large")
    with left:
        ranking_card(compared, view, key="compare_ranking")
    with right:
        lines_card(compared, view, key="compare_lines")
    national = ask("compare_national", series_id=compared.series_id, as_of=view.as_of, lang=view.lang)
    if len(national):
        st.subheader(text("compare.section_national", view.lang), anchor=False)
        st.markdown(text("compare.national_lead", view.lang))
        st.html(national_table(national, compared, view))
