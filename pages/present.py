"""Present: slides from the live figures, moved by keys, and the files that are left behind."""

from pages.parts.deck import view as present_view
from pages.parts.deck.own import OWN
from pages.parts.visit import choices, frame
from pages.parts.words.language import text

lang = choices.language()
frame.page_header(text("present.title", lang), text("present.lead", lang))
chosen = present_view.choose_deck(lang)
if chosen.deck_id == OWN:
    present_view.edit_own(chosen, lang)
present_view.show(chosen, lang, choices.as_of())
