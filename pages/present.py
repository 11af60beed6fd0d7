"""Present: slides from the live figures, moved by keys, and the files that are left behind."""

from pages.parts import frame, present_view, state
from pages.parts.deck_own import OWN
from pages.parts.language import text

lang = state.language()
frame.page_header(text("present.title", lang), text("present.lead", lang))
chosen = present_view.choose_deck(lang)
if chosen.deck_id == OWN:
    present_view.edit_own(chosen, lang)
present_view.show(chosen, lang, state.as_of())
