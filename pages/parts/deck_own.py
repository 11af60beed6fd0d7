"""A person's own deck: codes of slides collected under charts, kept in the session and in the address of the page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pages.parts import state
from pages.parts.deck_build import MOST_SLIDES
from pages.parts.deck_codes import BadCodeError, clean_headline, decode, encode, with_headline

FORMAT = "creative-sdg-deck-1"
MIME = "application/json"
MOST_BYTES = 200_000


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

    def worded(self, place: int, words: str, computed: str) -> OwnDeck:
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
        codes = [encode(decode(code)) for code in held["slides"]]
        if held["format"] != FORMAT or not isinstance(held["name"], str):
            raise BadDeckError(held["format"])
    except (ValueError, KeyError, TypeError, AttributeError, BadCodeError) as error:
        raise BadDeckError(str(error)) from error
    return OwnDeck(tuple(codes[:MOST_SLIDES]), clean_headline(held["name"]))


def own_deck() -> OwnDeck:
    """Return the deck collected so far; codes of the address that name no slide are left out."""
    return OwnDeck(tuple(code for code in state.read_all("s") if _is_code(code)), clean_headline(state.read("name") or ""))


def keep(deck: OwnDeck) -> None:
    """Keep a deck as the person's own."""
    state.write("s", deck.codes)
    state.write("name", deck.name)


def collect(code: str) -> int | None:
    """Add a slide to the person's deck from any page; returns how many it has, None for a code that names no slide."""
    if not _is_code(code):
        return None
    deck = own_deck().added([code])
    keep(deck)
    return len(deck.codes)


def _is_code(code: str) -> bool:
    try:
        decode(code)
    except BadCodeError:
        return False
    return True
