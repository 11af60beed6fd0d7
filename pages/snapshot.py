"""Snapshot: where each indicator stands against its target as of a date, as the donor's printed page."""

import streamlit as st

from pages.parts import frame, snapshot_view, state
from pages.parts.snapshot_text import word

lang = state.language()
as_of = state.as_of()
frame.page_header(word("title", lang), word("lead", lang))

with st.container(key="snapshot_bar", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    with st.container(key="snapshot_choices", horizontal=True, vertical_alignment="bottom", width="content"):
        choice = snapshot_view.choose(lang, as_of)
    model = snapshot_view.snapshot(choice, lang, as_of)
    snapshot_view.draw_exports(model, choice.goal)

snapshot_view.draw_sheet(model, choice.goal)
snapshot_view.draw_audit(model, choice.goal)
snapshot_view.draw_changes(model, choice.goal)
