"""Coverage and sources: what is known for which years and regions, where it comes from, and what was kept out."""

from pathlib import Path

import streamlit as st

from pages.parts.cards.board import put
from pages.parts.coverage.cards import lead, refused_card
from pages.parts.coverage.matrix import matrix
from pages.parts.coverage.pairs import pairs_table
from pages.parts.coverage.releases import releases_table
from pages.parts.coverage.sources import downloads, sources_table
from pages.parts.visit import choices, frame
from pages.parts.words.language import text

lang = choices.language()
as_of = choices.as_of()
frame.page_header(text("coverage.title", lang), lead(lang, as_of))
st.html(Path("pages/parts/coverage/coverage.css"))

matrix(lang, as_of)

st.subheader(text("coverage.sources", lang), anchor=False)
st.markdown(text("coverage.sources_lead", lang))
st.html(sources_table(lang, as_of))

st.subheader(text("coverage.pairs", lang), anchor=False)
st.markdown(text("coverage.pairs_lead", lang))
st.html(pairs_table(lang, as_of))

if changes := releases_table(lang, as_of):
    st.subheader(text("coverage.changes", lang), anchor=False)
    st.markdown(text("coverage.changes_lead", lang))
    st.html(changes)

st.subheader(text("coverage.refused", lang), anchor=False)
st.markdown(text("coverage.refused_lead", lang))
put(refused_card(lang, as_of))
downloads(lang, as_of)
