"""Overview: what this is, what is new, and where each of the three lenses and five goals stands."""

import streamlit as st

from pages.parts.cards.guard import said
from pages.parts.charts.theme import FOCUS_AREAS
from pages.parts.overview.goals import goal_row
from pages.parts.overview.lenses import LENSES, finding, lens_answer, newest_lens, show_lens
from pages.parts.overview.since import since_row
from pages.parts.series.about import page_view
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import answer
from pages.parts.words.language import text
from pages.parts.words.signs import legend

lang = choices.language()
view = page_view(lang)
with st.container(key="overview_question"):
    frame.page_header(text("frame.question", lang))

if newest := newest_lens(view):
    with st.container(key="overview_finding"):
        st.markdown(said(finding(lens_answer(newest, view), view.as_of), lang, view.as_of))

for lens, column in zip(LENSES, st.columns(3, gap="large"), strict=True):
    with column, st.container(key=f"overview_card_{lens}"):
        show_lens(lens, view)

with st.container(key="overview_places", horizontal=True, gap="medium"):
    for area in FOCUS_AREAS:
        frame.way_to("regions", view.names[area], area=area)

st.header(text("overview.goals_title", lang), anchor=False)
st.markdown(text("overview.goals_lead", lang))
with st.container(key="overview_goals", gap=None):
    for goal in answer("overview_goals", as_of=view.as_of, lang=lang):
        goal_row(goal, lang)
st.html(legend(lang))

for since in answer("overview_since", as_of=view.as_of):
    since_row(since, lang)
