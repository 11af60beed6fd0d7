"""Find series by a few words in Kazakh, Russian or English, whatever the language of the page.

A search may name a region and a goal ("pay gap Atyrau", "ЦУР 8 женщины"): these are taken out first and returned beside
the series. Each other word stands for every word of the catalogue that is close to it (`spelling`) and for its synonyms
(`synonyms.yaml`); a rare word says more than a common one. Series that answer all words come first; where none does,
those that answer most of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Any

import yaml

from pages.parts.words.spelling import closeness, fits, latin, slips, starts, words_of

WORD_FILE = Path(__file__).with_name("synonyms.yaml")

# How much a fitting word says, by where it stands.
_WEIGHTS = {"title": 8.0, "code": 8.0, "other_title": 7.0, "breakdown": 3.0, "description": 2.0}
_SYNONYM, _SLIP = 0.75, 0.6
# What a search without a country's name is likely to mean: Kazakhstan's figures, and those that matter most first.
_ABROAD, _NATIONAL_ONLY, _HEADLINE = 0.6, 0.5, 1.1
# Series that answer a smaller part of the words than this share of the best one are left out.
_NEAR = 0.75
_MOST_REMEMBERED = 4096
LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True)
class Entry:
    """One series as the search sees it: for each of its words the weight of the best place where it stands."""

    series_id: str
    goal: int | None
    is_abroad: bool
    is_headline: bool
    is_regional: bool
    details: int
    words: Mapping[str, float]


@dataclass(frozen=True)
class Index:
    """All series, the words in which they can be found, and the names of regions by their words."""

    entries: tuple[Entry, ...]
    holders: Mapping[str, Mapping[int, float]]
    by_start: Mapping[str, Sequence[str]]
    regions: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    _close: dict[str, Mapping[str, float]] = field(default_factory=dict, repr=False)

    def close(self, word: str) -> Mapping[str, float]:
        """Return the words of the catalogue that answer a word, with how close each is; remembered."""
        if word not in self._close:
            if len(self._close) >= _MOST_REMEMBERED:
                self._close.clear()
            self._close[word] = {known: close for known in self._likely(word) if (close := closeness(word, known))}
        return self._close[word]

    def _likely(self, word: str) -> set[str]:
        likely = {known for start in starts(word) for known in self.by_start.get(start, ())}
        return likely | {known for known in self.holders if word in known}


@dataclass(frozen=True)
class Found:
    """What a search means: series from the best on, and the regions that it named."""

    series: tuple[str, ...]
    areas: tuple[str, ...] = ()


def index(catalogue: Iterable[Any], lang: str, regions: Mapping[str, Sequence[str]] | None = None) -> Index:
    """Return the search's view of `series_search` rows, and of the names of regions in every language by their code."""
    entries = tuple(_entry(row, lang) for row in catalogue)
    holders: dict[str, dict[int, float]] = defaultdict(dict)
    for place, entry in enumerate(entries):
        for word, weight in entry.words.items():
            holders[word][place] = weight
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in holders:
        for start in starts(word):
            by_start[start].append(word)
    named = {code: tuple(_name_words(name) for name in names) for code, names in (regions or {}).items()}
    return Index(entries, holders, by_start, named)


def find(query: str, held: Index) -> Found:
    """Return the series that answer a query, best first, and the regions it names; all series for an empty query."""
    asked, goal = _goal(list(words_of(query)))
    asked, areas = _areas(asked, held.regions)
    asked = [word for word in asked if word not in _words()["stop"]]
    entries = held.entries
    passing = {place for place, entry in enumerate(entries) if goal is None or entry.goal == goal}
    if not asked:
        return Found(tuple(entries[place].series_id for place in sorted(passing)), areas)
    answers = [found for word in asked if (found := _answers(word, held))]
    scores = _scores(answers, held, passing)
    if areas:
        scores = {at: score * (1 if entries[at].is_regional else _NATIONAL_ONLY) for at, score in scores.items()}
    order = sorted(scores, key=lambda place: (-scores[place], place))
    return Found(tuple(entries[place].series_id for place in order), areas)


def _scores(answers: Sequence[Mapping[int, float]], held: Index, passing: set[int]) -> dict[int, float]:
    """Sum what each word says of a series; a series that answers few of the words is left out."""
    telling = [log(1 + len(held.entries) / len(found)) for found in answers]
    told: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(float)
    for found, weight in zip(answers, telling, strict=True):
        for place in passing & found.keys():
            told[place] += weight * found[place]
            covered[place] += weight
    least = _NEAR * max(covered.values(), default=0.0)
    return {
        place: score * (covered[place] / sum(telling)) ** 2 * _prior(held.entries[place])
        for place, score in told.items()
        if covered[place] >= least
    }


def _prior(entry: Entry) -> float:
    likely = (_ABROAD if entry.is_abroad else 1.0) * (_HEADLINE if entry.is_headline else 1.0)
    # Of two series that hold the word, the one with fewer details in its name is more about it.
    return likely * (1 + 1 / (1 + entry.details))


def _answers(word: str, held: Index) -> dict[int, float]:
    """Return how well each series answers a word: by itself, by its synonyms, or, if nobody knows it, by a slip."""
    found = _holding(_meanings(word), held)
    if found:
        return found
    meant = _slipped(word, held.holders) or _slipped(word, {member for group in _groups() for member in group})
    return _holding({other: _SLIP * factor for one in meant for other, factor in _meanings(one).items()}, held)


def _holding(meant: Mapping[str, float], held: Index) -> dict[int, float]:
    """Return how well each series answers words that mean the same."""
    found: dict[int, float] = {}
    for word, factor in meant.items():
        for known, close in held.close(word).items():
            for place, weight in held.holders[known].items():
                found[place] = max(found.get(place, 0.0), weight * factor * close)
    return found


def _slipped(word: str, known: Iterable[str]) -> list[str]:
    """Return the words that lie the fewest slips away."""
    sound = latin(word)
    found = {one: count for one in known if (count := slips(sound, latin(one))) is not None}
    return [one for one, count in found.items() if count == min(found.values())]


@lru_cache(maxsize=512)
def _meanings(word: str) -> Mapping[str, float]:
    """Return the word itself and, discounted, the synonyms of every group that it belongs to."""
    found = {word: 1.0}
    for group in _groups():
        if any(word == member or (len(word) >= 3 and closeness(word, member) >= 0.7) for member in group):
            for member in group:
                found.setdefault(member, _SYNONYM)
    return found


def _goal(asked: list[str]) -> tuple[list[str], int | None]:
    """Take a goal's number with the word for goal before or behind it out of a search."""
    for at, word in enumerate(asked):
        for other in (at + 1, at - 1):
            if word in _words()["goal"] and 0 <= other < len(asked) and asked[other] in ("4", "5", "8", "11", "12"):
                return [one for place, one in enumerate(asked) if place not in (at, other)], int(asked[other])
    return asked, None


def _areas(asked: list[str], regions: Mapping[str, tuple[tuple[str, ...], ...]]) -> tuple[list[str], tuple[str, ...]]:
    """Take the names of regions out of a search; the longest name that is there in full wins."""
    named: dict[str, tuple[str, ...]] = {}
    for code, names in regions.items():
        for name in names:
            taken = [next((word for word in asked if _names(word, part)), None) for part in name]
            if name and None not in taken and len(name) > len(named.get(code, ())):
                named[code] = tuple(word for word in taken if word)
    longest = max(map(len, named.values()), default=0)
    kept = {code: words for code, words in named.items() if len(words) == longest}
    taken = {word for words in kept.values() for word in words}
    return [word for word in asked if word not in taken and not (kept and word in _words()["place"])], tuple(kept)


def _names(word: str, part: str) -> bool:
    if len(word) < 4:
        return word == part
    one, other = latin(word), latin(part)
    return fits(one, other) or slips(one, other) is not None


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(name) if word not in _words()["place"])


def _entry(row: Any, lang: str) -> Entry:
    others = [code for code in LANGUAGES if code != lang]
    named = {
        "title": words_of(getattr(row, f"title_{lang}")),
        "code": (*words_of(f"{row.indicator} {row.target}"), row.series_id.casefold()),
        "other_title": sum((words_of(getattr(row, f"title_{code}")) for code in others), ()),
        "breakdown": sum((tuple(_words()["breakdown"].get(name, ())) for name in row.breakdowns or ()), ()),
        "description": sum((words_of(getattr(row, f"description_{code}")) for code in LANGUAGES), ()),
    }
    weights: dict[str, float] = {}
    for place, words in named.items():
        for word in words:
            weights[word] = max(weights.get(word, 0.0), _WEIGHTS[place])
    return Entry(
        row.series_id,
        row.goal,
        row.is_abroad,
        bool(row.headline),
        "region" in (row.breakdowns or ()),
        row.series_id.count("_"),
        weights,
    )


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    """Return words without meaning for a search, words for goal and place, and those of a breakdown, all folded."""
    written = yaml.safe_load(WORD_FILE.read_text(encoding="utf-8"))
    plain = {name: frozenset(words_of(" ".join(written[name]))) for name in ("stop", "goal", "place")}
    breakdown = {name: words_of(" ".join(words)) for name, words in written["breakdown"].items()}
    return {**plain, "breakdown": breakdown, "synonyms": written["synonyms"]}


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word for phrase in group for word in words_of(str(phrase))) for group in _words()["synonyms"])
