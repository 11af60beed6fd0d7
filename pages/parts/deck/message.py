"""A deck as the player in the browser takes it: words, marks and addresses of every slide in every language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pages.parts.cards.model import Reach
from pages.parts.cards.screen import drawn_rows, plain, view
from pages.parts.charts.marks import Mark
from pages.parts.deck.model import Deck, Slide
from pages.parts.words.language import number_words, text
from pages.parts.words.presentation_keys import PRESENTATION_KEYS

PLAYER_WORDS = (
    *("offline", "edited", "back", "blocked", "keys", "from"),
    *("notes", "pause", "resume", "reset", "next", "end"),
)


def deck_message(decks: Mapping[str, Deck]) -> dict[str, Any]:
    """Return what the player needs of a deck in each of its languages; the digest tells one state from another."""
    langs = {
        code: {"name": deck.name, "slides": [slide_message(slide) | drawn(slide.mark) for slide in deck.slides]}
        for code, deck in decks.items()
    }
    return about(decks) | {"digest": digest(langs), "langs": langs}


def about(decks: Mapping[str, Deck]) -> dict[str, Any]:
    """Return which deck it is, and the words of the player in each of its languages."""
    first = next(iter(decks.values()))
    words = {code: player_words(code) for code in decks}
    return {"id": f"{first.deck_id} {first.as_of}", "words": words}


def slide_message(slide: Slide) -> dict[str, Any]:
    """Return the words of one slide."""
    return {
        "headline": slide.headline,
        "edited": slide.edited,
        "subtitle": slide.card.subtitle,
        "summary": slide.card.told,
        "source": slide.source,
        "as_of": slide.as_of,
        "notes": list(slide.notes),
        "explore": slide.explore,
    }


def drawn(mark: Mark) -> dict[str, Any]:
    """Return what the browser draws: a view without filters and the rows that are drawn; `key` changes with them."""
    still = Reach(mark)
    rows = {name: [plain(value) for value in column] for name, column in drawn_rows(still).columns.items()}
    shown = {"view": view(still), "rows": rows, "choice": {}}
    return shown | {"key": digest(shown)}


def digest(content: Any) -> str:
    """Return a short mark of a content, the same for the same content."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(written.encode(), digest_size=6).hexdigest()


def player_words(lang: str) -> dict[str, Any]:
    """Return the words of the player's own controls, and those that charts print."""
    words: dict[str, Any] = {name: text(f"present.player_{name}", lang) for name in PLAYER_WORDS}
    words["help"] = [[keys, text(f"present.key_{name}", lang), only] for keys, name, only in PRESENTATION_KEYS]
    words["language"] = {"lang": lang, **number_words(lang)}
    return words | {"locale": {"en": "en-GB", "ru": "ru", "kk": "kk"}[lang]}
