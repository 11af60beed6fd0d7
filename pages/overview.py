"""Overview: what this is, what is new, and where each of the three lenses and five goals stands."""

import streamlit as st

from pages.parts.overview.goals import goal_row
from pages.parts.overview.lenses import LENSES, finding, lens_card
from pages.parts.series.status import legend
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_date, text

lang = choices.language()
as_of = choices.as_of()
with st.container(key="overview_question"):
    frame.page_header(text("frame.question", lang))

names = choices.area_names(lang)
answers = {answer.lens: answer for answer in ask("overview_lenses", as_of=as_of).itertuples()}
for answer in answers.values():
    if answer.is_finding:
        with st.container(key="overview_finding"):
            st.markdown(finding(answer, names, lang))

for lens, column in zip(LENSES, st.columns(3, gap="large"), strict=True):
    with column, st.container(key=f"overview_card_{lens}"):
        if lens in answers:
            lens_card(answers[lens], as_of, lang)
        else:
            st.markdown(f"**{text(f'overview.open_{lens}', lang)}**")
            st.caption(text("overview.lens_missing", lang))

st.header(text("overview.goals_title", lang), anchor=False)
st.markdown(text("overview.goals_lead", lang))
with st.container(key="overview_goals", gap=None):
    for goal in ask("overview_goals", as_of=as_of, lang=lang).itertuples():
        goal_row(goal, lang)
st.html(legend(lang))

for since in ask("overview_since", as_of=as_of).itertuples():
    with st.container(key="overview_since", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            text(
                "overview.since",
                lang,
                release=format_date(since.release, lang),
                before=format_date(since.before, lang),
                new=text("overview.since_new", lang, count=since.n_new),
                revised=text("overview.since_revised", lang, count=since.n_revised),
                flips=text("overview.since_flips", lang, count=since.n_flips),
            ),
            width="content",
        )
        frame.way_to("snapshot", f"{text('overview.since_open', lang)} →", as_of=since.release.date().isoformat())
