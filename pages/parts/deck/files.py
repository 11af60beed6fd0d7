"""The files of a deck, made in the process beside the server: PowerPoint, PDF, and HTML in all languages at once."""

from __future__ import annotations

from collections.abc import Mapping

from pages.parts.cards import worker
from pages.parts.deck import html, pdf, pptx
from pages.parts.deck.model import Deck

MIMES = {"pptx": pptx.MIME, "pdf": pdf.MIME, "html": html.MIME}


def write_file(kind: str, decks: Mapping[str, Deck], lang: str) -> bytes:
    """Return the file of a kind in a language; a file in HTML holds all the given languages.

    Waits for the process that makes it, and raises what `worker.submit` raises.
    """
    if kind == "html":
        return worker.submit(html.write_deck_html, decks, lang).result()
    return worker.submit({"pptx": pptx.write_deck_pptx, "pdf": pdf.write_deck_pdf}[kind], decks[lang]).result()
