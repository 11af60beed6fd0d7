"""Words as a search compares them: three alphabets brought to one spelling, endings, slips and Latin letters.

Kazakh and Russian put their grammar at the end of a word ("жастар", "жастардың"; "молодёжь", "молодёжи"), so that a
common beginning is the right tolerance. A slip of the finger is a letter too many, too few, another or exchanged.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+(?:[.][^\W_]+)*")
# A Kazakh word typed on a Russian keyboard, and the spellings of one Russian letter, must find the same series.
_FOLD = str.maketrans("ёәғқңөұүһі", "еагкноууxи".replace("x", "х"))
# How people who type in Latin letters write the folded alphabet.
_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh _ y _ e yu ya".replace("_", "").split(" "),
        strict=True,
    )
)
# Spellings of one sound in Latin letters: Kazakh's old and new alphabets, and what an English keyboard suggests.
_SOUNDS = (("shch", "sh"), ("dzh", "zh"), ("j", "zh"), ("q", "k"), ("w", "v"), ("x", "kh"), ("kh", "h"), ("y", "i"))
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4
_SHORTEST_SLIP = 5
_LONG_WORD = 8
_ENDING_BEHIND = 5


def fold(text: str) -> str:
    """Return lower-case text with the letters of the three alphabets brought to one spelling."""
    return text.casefold().translate(_FOLD)


def words_of(text: str | None) -> tuple[str, ...]:
    """Return the folded words of a text in order; a dotted code such as 8.6.1 is one word."""
    return tuple(_WORD.findall(fold(text))) if isinstance(text, str) else ()


@lru_cache(maxsize=8192)
def latin(word: str) -> str:
    """Return a folded word in Latin letters, one spelling for each sound."""
    written = "".join(_LATIN.get(letter, letter) for letter in word)
    for one, other in _SOUNDS:
        written = written.replace(one, other)
    return re.sub(r"(.)\1", r"\1", written)


def fits(asked: str, word: str) -> bool:
    """Return whether a searched word and a word of the catalogue have the same beginning up to a grammatical ending.

    A searched word that is still being typed fits every word that begins with it.
    """
    if word.startswith(asked):
        return len(asked) >= 2 or asked == word
    if asked[0].isdigit() or word[0].isdigit():
        return False
    if len(word) >= _SHORTEST_STEM and asked.startswith(word):
        return len(asked) - len(word) <= _ENDING_BEHIND
    shared = next(
        (at for at, (a, b) in enumerate(zip(asked, word, strict=False)) if a != b), min(len(asked), len(word))
    )
    longest = max(len(asked), len(word))
    return shared >= _SHORTEST_STEM and longest - shared <= _LONGEST_ENDING and shared >= 0.6 * longest


def slips(asked: str, word: str) -> int | None:
    """Return how many slips lie between a searched word and one of the catalogue, None where too many for its length.

    Both are in Latin letters; a grammatical ending behind the searched word is no slip.
    """
    if min(len(asked), len(word)) < _SHORTEST_SLIP or asked[0].isdigit():
        return None
    most = 2 if len(asked) >= _LONG_WORD else 1
    found = min(
        OSA.distance(asked, word, score_cutoff=most), OSA.distance(asked, word[: len(asked)], score_cutoff=most)
    )
    return found if found <= most else None


def closeness(asked: str, word: str) -> float:
    """Return how well a word of the catalogue answers a searched one, from 0 to 1, without slips."""
    if asked == word:
        return 1.0
    if fits(asked, word):
        return 0.9 if word.startswith(asked) else 0.85
    # "трудоустройство" holds "труд" at its start only; a part inside a word must be long to mean anything.
    if len(asked) >= _SHORTEST_SLIP and asked in word:
        return 0.5
    if asked.isascii() == word.isascii() or len(asked) < _SHORTEST_STEM:
        return 0.0
    one, other = latin(asked), latin(word)
    return 0.8 if one == other else 0.7 if fits(one, other) else 0.0


def starts(word: str) -> tuple[str, str]:
    """Return the beginnings that a word shares with every other one that is close to it, but for parts inside."""
    return word[:2], latin(word)[:2]
