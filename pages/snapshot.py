"""Snapshot: where each indicator stands against its target as of a date, as the donor's printed page."""

from pages.parts.snapshot import view as snapshot_view
from pages.parts.snapshot.text import word
from pages.parts.visit import choices, frame

lang = choices.language()
frame.page_header(word("title", lang), word("lead", lang))
snapshot_view.draw_styles()
snapshot_view.draw_snapshot(lang, choices.as_of())
