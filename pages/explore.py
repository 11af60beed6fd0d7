"""Explore: find any series in three languages, choose its slice, see it, take it away."""

from pages.parts import frame, state
from pages.parts.language import text

lang = state.language()
frame.page_header(text("frame.nav_explore", lang))
