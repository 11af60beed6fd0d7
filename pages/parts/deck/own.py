"""A person's own deck: codes of slides collected under charts, held by the session and by the address of Present."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pages.parts.deck.codes import MOST_LETTERS, clean_headline, decode, encode, with_headline
from pages.parts.deck.model import BadCodeError
from pages.parts.visit import choices, slides
from pages.parts.visit.grammar import plain
from pages.parts.visit.slides import MOST_SLIDES

OWN, ONE, PAGE = "own", "one", "page"
# The name under which the address holds the codes of each deck that is not a ready one.
PARAMETERS = {OWN: "s", ONE: "c", PAGE: "p"}
FORMAT = "creative-sdg-deck-1"
MIME = "application/json"
MOST_BYTES = 200_000
# What stands in the place of an entry of a saved deck that is not even text.
NO_CODE = "?"
_NAME = "_own_deck_name"


class BadDeckError(ValueError):
    """A file that is not a saved deck."""


@dataclass(frozen=True)
class OwnDeck:
    """The codes of the slides in order, the name given to the deck, and how many slides of its file had no room."""

    codes: tuple[str, ...] = ()
    name: str = ""
    cut: int = 0

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
    """Return the deck of a saved file; raises BadDeckError for any other file.

    Codes that are none stay where they are: the page names them, and the others are shown.
    """
    try:
        if len(content) > MOST_BYTES:
            raise BadDeckError(f"{len(content)} bytes")
        held = json.loads(content)
        if held["format"] != FORMAT or not isinstance(held["name"], str):
            raise BadDeckError(held["format"])
        if not isinstance(held["slides"], list):
            raise BadDeckError("slides")
        codes = [_written_anew(code) if isinstance(code, str) else NO_CODE for code in held["slides"][:MOST_SLIDES]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadDeckError(str(error)) from error
    return OwnDeck(tuple(codes), clean_headline(held["name"]), max(0, len(held["slides"]) - MOST_SLIDES))


def own_deck() -> OwnDeck:
    """Return the person's deck: the one in the address of Present, or the one collected on other pages."""
    if choices.read("deck") != OWN:
        return _held()
    codes = tuple(choices.read_all(PARAMETERS[OWN]))[:MOST_SLIDES]
    if codes:
        _hold(OwnDeck(tuple(_written_anew(code) for code in codes), clean_headline(choices.read("name") or "")))
    _write(_held())
    return _held()


def keep(deck: OwnDeck) -> None:
    """Keep a deck as the person's own."""
    _hold(deck)
    if choices.read("deck") == OWN:
        _write(deck)


def passing_codes(deck_id: str) -> tuple[str, ...]:
    """Return the slides of a deck that is not kept: one chart, or the charts of the page visited before."""
    codes = tuple(choices.read_all(PARAMETERS[deck_id]))
    if deck_id == PAGE and not codes:
        codes = slides.shown()
        choices.write(PARAMETERS[PAGE], codes)
    return codes[:MOST_SLIDES]


def _written_anew(code: str) -> str:
    """A code in today's grammar; one that is none stays as it is, as far as it can be shown."""
    try:
        return encode(*decode(code))
    except BadCodeError:
        return plain(code, MOST_LETTERS) or NO_CODE


def _held() -> OwnDeck:
    return OwnDeck(slides.collected(), st.session_state.get(_NAME, ""))


def _hold(deck: OwnDeck) -> None:
    slides.keep(deck.codes)
    st.session_state[_NAME] = deck.name


def _write(deck: OwnDeck) -> None:
    choices.write(PARAMETERS[OWN], deck.codes)
    choices.write("name", deck.name)
