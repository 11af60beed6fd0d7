"""Compare countries: Kazakhstan among its neighbours and the world, each value with its own year and source."""

from pathlib import Path

import streamlit as st

from pages.parts.compare.choice import SINCE_YEAR
from pages.parts.compare.claims import lead
from pages.parts.compare.tables import standing_list
from pages.parts.compare.view import comparison
from pages.parts.series.about import detail, page_view
from pages.parts.visit import choices, frame
from pages.parts.words.language import text

ONE_COUNTRY = (
    "kg_pay_women_to_men_arts",
    "kg_pay_women_to_men_infocomm",
    "kg_pay_arts",
    "kg_unemployment",
    "kg_ict_programming_women",
)

lang = choices.language()
view = page_view(lang)
frame.page_header(text("compare.title", lang), lead(view))
st.html(Path("pages/parts/compare/compare.css"))
comparison(view)

if standing := standing_list(view):
    st.subheader(text("compare.section_standing", lang), anchor=False)
    st.markdown(text("compare.standing_lead", lang, since=SINCE_YEAR))
    st.html(standing)

st.subheader(text("compare.section_one", lang), anchor=False)
for series_id in ONE_COUNTRY:
    frame.way_to("explore", detail(series_id, lang).title, series=series_id)
