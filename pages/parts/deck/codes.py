"""The code of a slide: its address, and the words of a person where a headline was edited, as one short text.

A code is `kind~name=value~name=value.value`, as cards write it (`SlideAddress.code`), and may end in `~headline=words`.
A whole deck of them fits into a link or a small file. Codes written before addresses had names are read by `old_codes`.
"""

from __future__ import annotations

import re

from pages.parts.cards.model import LIST_SEPARATOR, SEPARATOR, SlideAddress
from pages.parts.deck.model import BadCodeError
from pages.parts.deck.old_codes import is_old, read_old

HEADLINE = "headline="
MOST_NAMES, MOST_VALUES, MOST_LETTERS, MOST_CODE_LETTERS = 16, 24, 160, 1_000
_KIND = re.compile(r"[a-z_]{1,40}")
_STATE = re.compile(r"([a-z_]{1,40})=([\w/-]*(?:\.[\w/-]*)*)", re.ASCII)


def encode(address: SlideAddress, headline: str = "") -> str:
    """Return the code of a slide."""
    words = clean_headline(headline)
    return f"{address.code}{SEPARATOR}{HEADLINE}{words}" if words else address.code


def decode(code: str) -> tuple[SlideAddress, str]:
    """Return the address and the person's headline that a code holds; raises BadCodeError for any other text."""
    if len(code) > MOST_CODE_LETTERS:
        raise BadCodeError(code[:MOST_LETTERS])
    if is_old(code):
        address, headline = read_old(code)
        return address, clean_headline(headline)
    kind, *fields = code.split(SEPARATOR)
    headline = fields.pop().removeprefix(HEADLINE) if fields and fields[-1].startswith(HEADLINE) else ""
    found = [_STATE.fullmatch(field) for field in fields]
    if not _KIND.fullmatch(kind) or len(fields) > MOST_NAMES or not all(found):
        raise BadCodeError(code)
    state = {match[1]: tuple(match[2].split(LIST_SEPARATOR)) for match in found if match}
    if len(state) < len(fields) or any(len(values) > MOST_VALUES for values in state.values()):
        raise BadCodeError(code)
    return SlideAddress(kind, state), clean_headline(headline)


def has_headline(code: str) -> bool:
    """Return whether a person has put the headline of a slide in words."""
    try:
        return bool(decode(code)[1])
    except BadCodeError:
        return False


def clean_headline(words: str) -> str:
    """Return a person's headline as one line that a code and every file can hold."""
    printed = "".join(letter if letter.isprintable() else " " for letter in words.replace(SEPARATOR, "-"))
    return " ".join(printed.split())[:MOST_LETTERS].strip()


def with_headline(code: str, words: str, computed: str) -> str:
    """Return the code with a person's headline, or without one when it says what is computed anyway.

    A code of no slide stays as it is.
    """
    words = clean_headline(words)
    try:
        return encode(decode(code)[0], "" if words == clean_headline(computed) else words)
    except BadCodeError:
        return code
