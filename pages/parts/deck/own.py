"""A person's own deck: codes of slides collected under charts, held by the session and by the address of Present."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.deck.codes import MOST_SLIDES, BadCodeError, clean_headline, decode, encode, with_headline
from pages.parts.visit import choices

OWN, ONE, PAGE = "own", "one", "page"
# The name under which the address holds the codes of each deck that is not a ready one.
PARAMETERS = {OWN: "s", ONE: "c", PAGE: "p"}
FORMAT = "creative-sdg-deck-1"
MIME = "application/json"
MOST_BYTES = 200_000
_HELD, _SHOWN = "_own_deck", "_charts_of_page"


class BadDeckError(ValueError):
    """A file that is not a saved deck."""


@dataclass(frozen=True)
class OwnDeck:
    """The codes of the slides in order, and the name given to the deck."""

    codes: tuple[str, ...] = ()
    name: str = ""

    def added(self, codes: Sequence[str]) -> OwnDeck:
        """Return the deck with more slides at its end; at most forty are kept."""
        return replace(self, codes=(*self.codes, *codes)[:MOST_SLIDES])

    def moved(self, place: int, step: int) -> OwnDeck:
        """Return the deck with the slide at a place moved by one step, or as it was where there is no room."""
        other = place + step
        if not 0 <= other < len(self.codes):
            return self
        codes = list(self.codes)
        codes[place], codes[other] = codes[other], codes[place]
        return replace(self, codes=tuple(codes))

    def without(self, place: int) -> OwnDeck:
        """Return the deck without the slide at a place."""
        return replace(self, codes=self.codes[:place] + self.codes[place + 1 :])

    def worded(self, place: int, words: str, computed: str = "") -> OwnDeck:
        """Return the deck with a person's headline on one slide; the computed one, or nothing, takes it off again."""
        code = with_headline(self.codes[place], words or computed, computed)
        return replace(self, codes=(*self.codes[:place], code, *self.codes[place + 1 :]))

    def file(self) -> bytes:
        """Return the deck as a file: codes and words only, never numbers, so that it follows the data when opened."""
        content = {"format": FORMAT, "name": self.name, "slides": list(self.codes)}
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_file(content: bytes) -> OwnDeck:
    """Return the deck of a saved file; raises BadDeckError for any other file."""
    try:
        held = json.loads(content[:MOST_BYTES])
        if held["format"] != FORMAT or not isinstance(held["name"], str):
            raise BadDeckError(held["format"])
        codes = [encode(decode(code)) for code in held["slides"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadDeckError(str(error)) from error
    return OwnDeck(tuple(codes[:MOST_SLIDES]), clean_headline(held["name"]))


def own_deck() -> OwnDeck:
    """Return the person's deck: the one in the address of Present, or the one collected on other pages."""
    if choices.read("deck") != OWN:
        return st.session_state.get(_HELD, OwnDeck())
    codes = known_codes(choices.read_all(PARAMETERS[OWN]))
    if codes:
        deck = OwnDeck(codes, clean_headline(choices.read("name") or ""))
        st.session_state[_HELD] = deck
    deck = st.session_state.get(_HELD, OwnDeck())
    _write(deck)
    return deck


def keep(deck: OwnDeck) -> None:
    """Keep a deck as the person's own."""
    st.session_state[_HELD] = deck
    if choices.read("deck") == OWN:
        _write(deck)


def collect(code: str) -> int | None:
    """Add a slide to the person's deck from any page; returns how many it has, None for a code that names no slide."""
    if not known_codes([code]):
        return None
    deck = st.session_state.get(_HELD, OwnDeck()).added([code])
    st.session_state[_HELD] = deck
    return len(deck.codes)


def note_shown(key: str, code: str | None) -> None:
    """Remember a chart that a page shows, so that the page can be presented as it stands."""
    context = get_script_run_ctx()
    page = context.page_script_hash if context else ""
    held = st.session_state.get(_SHOWN)
    if held is None or held[0] != page:
        held = st.session_state[_SHOWN] = (page, {})
    if code:
        held[1][key] = code
    else:
        held[1].pop(key, None)


def passing_codes(deck_id: str) -> tuple[str, ...]:
    """Return the slides of a deck that is not kept: one chart, or the charts of the page visited before."""
    codes = known_codes(choices.read_all(PARAMETERS[deck_id]))
    if deck_id == PAGE and not codes:
        codes = page_codes()
        choices.write(PARAMETERS[PAGE], codes)
    return codes[:MOST_SLIDES]


def page_codes() -> tuple[str, ...]:
    """Return the slides of the charts on the page visited last, each once."""
    return tuple(dict.fromkeys(st.session_state.get(_SHOWN, ("", {}))[1].values()))


def known_codes(codes: Sequence[str]) -> tuple[str, ...]:
    """Return those codes that name a slide."""
    return tuple(code for code in codes if _is_code(code))


def _write(deck: OwnDeck) -> None:
    choices.write(PARAMETERS[OWN], deck.codes)
    choices.write("name", deck.name)


def _is_code(code: str) -> bool:
    try:
        decode(code)
    except BadCodeError:
        return False
    return True
