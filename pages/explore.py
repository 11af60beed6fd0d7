"""Explore: find any series in three languages, choose its slice, see it, take it away."""

import streamlit as st

from pages.parts.explore import views as explore_views
from pages.parts.explore.finder import finder
from pages.parts.explore.slice import choose_slice
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_date, text

lang = choices.language()
as_of = choices.as_of()
frame.page_header(text("explore.title", lang))

catalogue = ask("series_catalogue", lang=lang, as_of=as_of)
series_id = choices.one_of("series", catalogue["series_id"].tolist(), "neet_15_24")
series = catalogue.set_index("series_id", drop=False).loc[series_id]

with st.container(key="explore_sides"):
    left, right = st.columns([1, 2.15], gap="large")
with left:
    finder(series_id)
with right:
    if series["freshness"] == "not_held":
        st.info(text("explore.held_later", lang, as_of=format_date(as_of, lang)))
    else:
        chosen = choose_slice(series, lang, as_of)
        if chosen.view == "method":
            explore_views.show_method(chosen)
        elif chosen.view == "regions":
            explore_views.show_regions(chosen)
        else:
            explore_views.show_lines(chosen)
            explore_views.show_coverage(chosen)
