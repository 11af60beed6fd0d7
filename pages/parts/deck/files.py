"""The files of a deck, made in the process beside the server: PowerPoint, PDF, and HTML in all languages at once."""

from __future__ import annotations

from collections.abc import Mapping

from pages.parts.cards import worker
from pages.parts.cards.files import Makers
from pages.parts.deck.model import Deck

DECK_FILES: Makers = {
    "pptx": "pages.parts.deck.pptx:write_deck_pptx",
    "pdf": "pages.parts.deck.pdf:write_deck_pdf",
    "html": "pages.parts.deck.html:write_deck_html",
}


def write_file(kind: str, decks: Mapping[str, Deck], lang: str) -> bytes:
    """Return the file of a kind in a language; a file in HTML holds all the given languages.

    Waits for the process that makes it, and raises what `worker.submit` raises.
    """
    given = (decks, lang) if kind == "html" else (decks[lang],)
    return worker.submit(DECK_FILES[kind], *given).result()
