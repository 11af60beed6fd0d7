"""The deck component: one compressed message carries all slides in all three languages, so that the browser needs no
server while it shows them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

import queries
from pages.parts.deck.build import READY, build_deck
from pages.parts.deck.message import deck_message
from pages.parts.deck.own import PARAMETERS
from pages.parts.streamlit.bundle import version

LOADER_FILE = Path(__file__).with_name("loader.js")


LOADER = LOADER_FILE.read_text(encoding="utf-8").replace("__VERSION__", version("present/deck.js"))
_mount = st.components.v2.component("creative_sdg.deck", js=LOADER, isolate_styles=False)


def mount_deck(
    deck_id: str, codes: Sequence[str], names: Mapping[str, str], given: str, lang: str, as_of: date, back: str
) -> None:
    """Show a deck: as small slides on the page, or one filling the screen where the address names a slide.

    `names` is its name in each language, `given` the one a person gave it, `back` where leaving leads.
    """
    named = tuple(names.items())
    packed = _packed(queries.store_version(), deck_id, tuple(codes), named, given, lang, as_of, back)
    _mount(key="deck", data=packed)


@st.cache_resource(max_entries=40, show_spinner=False)
def _packed(
    store_version: str,
    deck_id: str,
    codes: tuple[str, ...],
    named: tuple[tuple[str, str], ...],
    given: str,
    lang: str,
    as_of: date,
    back: str,
) -> bytes:
    decks = {code: build_deck(deck_id, codes, name, code, as_of) for code, name in named}
    message = deck_message(decks) | {"lang": lang, "back": back, "address": _address(deck_id, codes, given, as_of)}
    message["stem"] = decks[lang].file_name("").removesuffix(".")
    return zlib.compress(json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(), 6)


def _address(deck_id: str, codes: Sequence[str], name: str, as_of: date) -> str:
    """Return the query string that names the deck, without language and slide."""
    kept: list[tuple[str, str]] = [("deck", deck_id), ("as_of", as_of.isoformat())]
    if deck_id not in READY:
        kept += [*([("name", name)] if name else []), *((PARAMETERS[deck_id], code) for code in codes)]
    return urlencode(kept)
