"""Explore: find any series in three languages, choose its slice, see it, take it away."""

import streamlit as st

from pages.parts.explore.catalogue import catalogue
from pages.parts.explore.finder import finder
from pages.parts.explore.views import series_view
from pages.parts.series.about import page_view
from pages.parts.visit import choices, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import format_date, text

OPENED = "neet_15_24"


@part(key=frame.BODY)
def body() -> None:
    """All of the page below the frame, so that a picked series does not send the frame again."""
    view = page_view(choices.language())
    known = catalogue(view.lang, view.as_of)
    series = known[choices.one_of("series", tuple(known), OPENED)]
    frame.page_header(text("explore.title", view.lang))
    with st.container(key="explore_sides"):
        left, right = st.columns([1, 2.15], gap="large")
    with left:
        finder(series.series_id)
    with right:
        if series.freshness == "not_held":
            st.info(text("explore.held_later", view.lang, as_of=format_date(view.as_of, view.lang)))
        else:
            series_view(series, view)


body()
