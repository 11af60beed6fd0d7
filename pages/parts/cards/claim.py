"""A claim: one sentence with typed operands, written to words in three languages and checked against the card's rows.

A sentence is a message of the catalogue; what it fills in is typed, so that a guard can tell a value from a count and
knows whose value it is, of which year, and what is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from pages.parts.visit.choices import place_forms
from pages.parts.words.language import (
    format_change,
    format_number,
    format_part,
    format_value,
    format_year_range,
    text,
)

T = TypeVar("T")
# A question by its name, with its parameters.
Query = tuple[str, Mapping[str, Any]]


class Relation(StrEnum):
    """What a sentence says of its operands."""

    NAMES = "names"
    IS = "is"
    ROSE = "rose"
    FELL = "fell"
    LEVEL = "level"
    MOVED = "moved"
    HIGHEST = "highest"
    LOWEST = "lowest"
    ENDS = "ends"
    MORE_THAN = "more_than"
    COUNTS = "counts"
    LACKS = "lacks"


class Quantifier(StrEnum):
    """Of how many a sentence speaks: of those it names, of some among all, of all."""

    NAMED = "named"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True)
class Subject:
    """Whose figures a sentence speaks of; None where it leaves that open."""

    series: str | None = None
    ref_area: str | None = None
    sex: str = "_T"
    urbanisation: str = "_T"


@dataclass(frozen=True)
class Figure:
    """A value of the rows (or of a column that a query computes) as it is printed, with its subject and year.

    `end` says that it stands at an end of the list that its claim is about: highest, lowest, nearest to or farthest
    from equality, or widest apart. A `reference` is what other figures of the sentence are held against.
    """

    value: float | None
    unit: str
    decimals: int = 1
    subject: Subject = Subject()
    year: int | None = None
    column: str = "obs_value"
    end: str | None = None
    reference: bool = False

    def words(self, lang: str) -> str:
        """The value with its unit."""
        return format_value(self.value, self.unit, self.decimals, lang)


@dataclass(frozen=True)
class Share(Figure):
    """A value as a part of a whole, which Kazakh gives an ending."""

    def words(self, lang: str) -> str:
        """The value with its unit and ending."""
        return format_part(self.value, self.unit, self.decimals, lang)


@dataclass(frozen=True)
class Change(Figure):
    """A difference, printed with its sign."""

    def words(self, lang: str) -> str:
        """The difference with its sign; of two percentages in percentage points."""
        return format_change(self.value, self.unit, self.decimals, lang)


@dataclass(frozen=True)
class Count:
    """How many rows, regions or series; `of` is the column that holds the count, or what the guard counts itself."""

    value: int
    of: str

    def words(self, lang: str) -> str:
        """The count."""
        return format_number(self.value, 0, lang)


@dataclass(frozen=True)
class Year:
    """A year, written as it is."""

    value: int

    def words(self, lang: str) -> str:
        """The year."""
        return str(self.value)


@dataclass(frozen=True)
class Period:
    """A span of years, written as a range."""

    first: int
    last: int

    def words(self, lang: str) -> str:
        """The first and the last year; the one year where both are the same."""
        return format_year_range(self.first, self.last)


@dataclass(frozen=True)
class Place:
    """An area in the form that words need: its `name`, "in ..." or "of ..." in a sentence, `short` on a chart."""

    ref_area: str
    form: str = "name"

    def words(self, lang: str) -> str:
        """The area in words."""
        return place_forms(lang)[self.form][self.ref_area]


@dataclass(frozen=True)
class Term:
    """Words of the catalogue inside a sentence (a section, a group, a subject)."""

    key: str
    # Not part of the hash, so that a card function can be kept by the terms that it is given.
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def words(self, lang: str) -> str:
        """The words of the message."""
        return text(self.key, lang, **_written(self.values, lang))


@dataclass(frozen=True)
class Name:
    """A name that is data: a series' title in each language."""

    by_language: Mapping[str, str]

    def words(self, lang: str) -> str:
        """The name."""
        return self.by_language[lang]


@dataclass(frozen=True)
class Listed:
    """Several operands one after another, joined by commas."""

    items: Sequence[Any]

    def words(self, lang: str) -> str:
        """The items in words."""
        return ", ".join(item.words(lang) for item in self.items)


@dataclass(frozen=True)
class Claim:
    """A sentence: a message of the catalogue, its typed operands, and what it says of them.

    `subject` is whose figures the sentence is about and must be that of the card's rows; `years` are those it speaks
    of. `among` names the list that "every", "highest" or "6 of 20" runs over (`evidence.LISTS`). `query` is the
    question that answers the figures where they are not in the rows of a card. A claim may stand inside another.
    """

    message: str
    values: Mapping[str, Operand] = field(default_factory=dict, hash=False)
    relation: Relation = Relation.NAMES
    quantifier: Quantifier = Quantifier.NAMED
    subject: Subject = Subject(sex=None, urbanisation=None)
    years: tuple[int, ...] = ()
    among: str | None = None
    # Neither is part of the hash, so that a card function can be kept by the claims that it is given.
    query: Query | None = field(default=None, hash=False)
    _sentences: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def words(self, lang: str) -> str:
        """The sentence in words."""
        if lang not in self._sentences:
            self._sentences[lang] = text(self.message, lang, **_written(self.values, lang))
        return self._sentences[lang]

    @property
    def operands(self) -> list[Operand]:
        """The operands of the sentence, those inside its parts included."""
        return _flat(self.values.values())

    def own(self, kind: type[T]) -> list[T]:
        """The operands of a kind, without those of claims inside, which have evidence of their own."""
        return [item for item in _flat(self.values.values(), (Term,)) if isinstance(item, kind)]

    def nested(self) -> Iterator[Claim]:
        """The claim and those that stand inside it."""
        yield self
        for item in self.values.values():
            if isinstance(item, Claim):
                yield from item.nested()

    @property
    def figures(self) -> list[Figure]:
        """The figures of the sentence, those inside its parts included."""
        return [item for item in self.operands if isinstance(item, Figure)]


Operand = Figure | Count | Year | Period | Place | Term | Name | Listed | Claim


def _written(values: Mapping[str, Any], lang: str) -> dict[str, Any]:
    # A plural form is chosen by the number itself.
    return {name: value.value if name == "count" else value.words(lang) for name, value in values.items()}


def _flat(items: Any, opened: tuple[type, ...] | None = None) -> list[Any]:
    found = []
    for item in items:
        found.append(item)
        if isinstance(item, Listed):
            found += _flat(item.items, opened)
        if isinstance(item, opened or (Term, Claim)):
            found += _flat(item.values.values(), opened)
    return found
