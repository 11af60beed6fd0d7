"""A deck as the player in the browser takes it: words, figures and addresses of every slide in every language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pages.parts.deck.model import Deck, Slide
from pages.parts.words.language import text
from pages.parts.words.presentation_keys import PRESENTATION_KEYS

PLAYER_WORDS = (
    *("offline", "edited", "back", "blocked", "keys", "from"),
    *("notes", "pause", "resume", "reset", "next", "end"),
)


def deck_message(decks: Mapping[str, Deck]) -> dict[str, Any]:
    """Return what the player needs of a deck in each of its languages; the digest tells one state from another."""
    langs = {
        code: {"name": deck.name, "slides": [slide_message(slide) for slide in deck.slides]}
        for code, deck in decks.items()
    }
    written = json.dumps(langs, ensure_ascii=False, sort_keys=True)
    first = next(iter(decks.values()))
    return {
        "id": f"{first.deck_id} {first.as_of}",
        "digest": hashlib.blake2b(written.encode(), digest_size=6).hexdigest(),
        "langs": langs,
        "words": {code: player_words(code) for code in decks},
    }


def slide_message(slide: Slide) -> dict[str, Any]:
    """Return one slide for the player; `key` changes with what is drawn."""
    figure = json.dumps(slide.figure, ensure_ascii=False, sort_keys=True)
    return {
        "key": hashlib.blake2b(figure.encode(), digest_size=6).hexdigest(),
        "headline": slide.headline,
        "edited": slide.edited,
        "subtitle": slide.subtitle,
        "summary": slide.summary,
        "source": slide.source,
        "as_of": slide.as_of,
        "notes": list(slide.notes),
        "figure": slide.figure,
        "explore": slide.explore,
    }


def player_words(lang: str) -> dict[str, Any]:
    """Return the words of the player's own controls."""
    words: dict[str, Any] = {name: text(f"present.player_{name}", lang) for name in PLAYER_WORDS}
    words["help"] = [[keys, text(f"present.key_{name}", lang), only] for keys, name, only in PRESENTATION_KEYS]
    return words | {"locale": {"en": "en-GB", "ru": "ru", "kk": "kk"}[lang]}
