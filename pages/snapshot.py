"""Snapshot: where each indicator stands against its target as of a date, as the donor's printed page."""

from pages.parts import frame, snapshot_view, state
from pages.parts.snapshot_text import word

lang = state.language()
frame.page_header(word("title", lang), word("lead", lang))
snapshot_view.draw_styles()
snapshot_view.draw_snapshot(lang, state.as_of())
