"""Find series by a few words in Kazakh, Russian or English, whatever the language of the page.

A word of the search fits a word of a series when one begins with the other's stem: Kazakh and Russian put their grammar
at the end of a word ("жастар", "жастардың"; "молодёжь", "молодёжи"), so that a common beginning is the right
tolerance. A word also stands for its synonyms (`synonyms.yaml`) in all three languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

SYNONYM_FILE = Path(__file__).with_name("synonyms.yaml")

_WORD = re.compile(r"[^\W_]+(?:[.][^\W_]+)*")
# A Kazakh word typed on a Russian keyboard, and the spellings of one Russian letter, must find the same series.
_FOLD = str.maketrans("ёәғқңөұүһі", "еагкноууxи".replace("x", "х"))
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4

# How much a fitting word says, by where it stands.
_WEIGHTS = {"title": 8, "code": 8, "other_title": 5, "description": 2}
_SYNONYM_DISCOUNT = 0.6


@dataclass(frozen=True)
class Entry:
    """One series as the search sees it: its words by where they stand."""

    series_id: str
    words: dict[str, tuple[str, ...]]


def fold(text: str) -> str:
    """Return lower-case text with the letters of the three alphabets brought to one spelling."""
    return text.casefold().translate(_FOLD)


def words_of(text: str | None) -> tuple[str, ...]:
    """Return the folded words of a text in order; a dotted code such as 8.6.1 is one word."""
    return tuple(_WORD.findall(fold(text))) if isinstance(text, str) else ()


def index(catalogue: Iterable[Any], lang: str) -> list[Entry]:
    """Return the search's view of `series_search` rows (titles and descriptions in all three languages)."""
    return [_entry(row, lang) for row in catalogue]


def find(query: str, entries: Sequence[Entry]) -> list[str]:
    """Return the ids of the series that fit every word of the query, best first; all of them for an empty query."""
    asked = words_of(query)
    if not asked:
        return [entry.series_id for entry in entries]
    scored = [(_score(asked, entry), order, entry.series_id) for order, entry in enumerate(entries)]
    return [
        series_id
        for score, order, series_id in sorted((-score, order, found) for score, order, found in scored if score)
    ]


def fits(asked: str, word: str) -> bool:
    """Return whether a searched word and a word of the catalogue have the same beginning up to a grammatical ending.

    A searched word that is still being typed fits every word that begins with it.
    """
    if word.startswith(asked):
        return len(asked) >= 2 or asked == word
    if asked[0].isdigit() or word[0].isdigit():
        return False
    return _share_stem(asked, word)


def _share_stem(one: str, other: str) -> bool:
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longest = max(len(one), len(other))
    return shared >= _SHORTEST_STEM and longest - shared <= _LONGEST_ENDING and shared >= 0.6 * longest


def _entry(row: Any, lang: str) -> Entry:
    others = [code for code in ("en", "ru", "kk") if code != lang]
    named = {
        "title": words_of(getattr(row, f"title_{lang}")),
        "code": (*words_of(f"{row.indicator} {row.target}"), fold(row.series_id)),
        "other_title": sum((words_of(getattr(row, f"title_{code}")) for code in others), ()),
        "description": sum((words_of(getattr(row, f"description_{code}")) for code in ("en", "ru", "kk")), ()),
    }
    return Entry(row.series_id, named)


def _score(asked: Iterable[str], entry: Entry) -> float:
    """Sum over the asked words of the best place where each stands; 0 when one of them stands nowhere."""
    total = 0.0
    for word in asked:
        best = max((_place_weight(candidate, entry) * factor for candidate, factor in _meanings(word)), default=0.0)
        if not best:
            return 0.0
        total += best
    return total


def _place_weight(asked: str, entry: Entry) -> float:
    best = 0.0
    for place, words in entry.words.items():
        weight = float(_WEIGHTS[place])
        if weight <= best:
            continue
        if any(word == asked for word in words):
            best = weight + 1
        elif any(fits(asked, word) for word in words):
            best = weight
    return best


@lru_cache(maxsize=512)
def _meanings(word: str) -> tuple[tuple[str, float], ...]:
    """Return the word itself and, discounted, the synonyms of every group that it belongs to."""
    found = {word: 1.0}
    for group in _synonyms():
        if len(word) >= 2 and any(word == member or (len(word) >= 3 and fits(word, member)) for member in group):
            for member in group:
                found.setdefault(member, _SYNONYM_DISCOUNT)
    return tuple(found.items())


@lru_cache(maxsize=1)
def _synonyms() -> tuple[tuple[str, ...], ...]:
    groups = yaml.safe_load(SYNONYM_FILE.read_text(encoding="utf-8"))
    return tuple(tuple(word for phrase in group for word in words_of(str(phrase))) for group in groups)
