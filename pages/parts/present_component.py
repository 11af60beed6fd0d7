"""The deck component: one compressed message carries all slides in all three languages, so that the browser needs no
server while it shows them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

import queries
from pages.parts.deck_build import READY, build_deck
from pages.parts.deck_model import Deck, Slide
from pages.parts.language import LANGUAGES, text

LOADER_FILE = Path(__file__).with_name("present_loader.js")
STATIC_FOLDER = Path(__file__).resolve().parents[2] / "static"
LANGS = tuple(LANGUAGES)
PLAYER_WORDS = ("offline", "edited", "back", "blocked", "notes", "pause", "resume", "reset", "next", "end", "keys", "from")
# The keys as the help shows them, and the facility of the player without which a key has no use.
HELP = (
    ("→ Space PgDn", "next", ""),
    ("← PgUp", "previous", ""),
    ("Home End", "ends", ""),
    ("1 … 9 ⏎", "jump", ""),
    ("F", "full", ""),
    ("L", "language", ""),
    ("T", "theme", ""),
    ("B .", "black", ""),
    ("E", "explore", "explore"),
    ("N", "notes", ""),
    ("S", "picture", "savePicture"),
    ("Esc", "leave", ""),
)


def _loader() -> str:
    digest = hashlib.sha256()
    for folder in ("chart", "present"):
        for path in sorted((STATIC_FOLDER / folder).iterdir()):
            digest.update(path.read_bytes())
    return LOADER_FILE.read_text(encoding="utf-8").replace("__VERSION__", digest.hexdigest()[:10])


_mount = st.components.v2.component("creative_sdg.deck", js=_loader(), isolate_styles=False)


def mount_deck(deck_id: str, codes: Sequence[str], name: str, lang: str, as_of: date, back: str) -> None:
    """Show a deck: as small slides on the page, or one filling the screen where the address names a slide."""
    packed = _packed(queries.store_version(), deck_id, tuple(codes), name, lang, as_of, back)
    _mount(key="deck", data=packed)


@st.cache_resource(max_entries=40, show_spinner=False)
def _packed(
    store_version: str, deck_id: str, codes: tuple[str, ...], name: str, lang: str, as_of: date, back: str
) -> bytes:
    decks = {code: build_deck(deck_id, codes, name, code, as_of) for code in LANGS}
    message = deck_message(decks) | {"lang": lang, "back": back, "address": _address(deck_id, codes, name, as_of)}
    message["stem"] = decks[lang].file_name("").removesuffix(".")
    return zlib.compress(json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(), 6)


def deck_message(decks: Mapping[str, Deck]) -> dict[str, Any]:
    """Return what the player needs of a deck in each of its languages; the digest tells one state from another."""
    langs = {code: {"name": deck.name, "slides": [slide_message(slide) for slide in deck.slides]}
             for code, deck in decks.items()}
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
    words["help"] = [[keys, text(f"present.key_{name}", lang), only] for keys, name, only in HELP]
    return words | {"locale": {"en": "en-GB", "ru": "ru", "kk": "kk"}[lang]}


def _address(deck_id: str, codes: Sequence[str], name: str, as_of: date) -> str:
    """Return the query string that names the deck, without language and slide."""
    kept: list[tuple[str, str]] = [("deck", deck_id), ("as_of", as_of.isoformat())]
    if deck_id not in READY:
        kept += [*([("name", name)] if name else []), *(("s", code) for code in codes)]
    return urlencode(kept)


