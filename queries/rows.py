"""An answer of the store as plain columns, small and quick to cut: what a page run works with instead of data frames.

One answer holds all areas, years, sexes and settlements of a question. It is kept once per store; a visitor's choice
cuts rows out of it by `Filter`s (`cut`), which the browser does with the same filters (`static/chart/cut.js`).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# What a visitor has chosen, by address name: codes of areas, two years of a span, one year.
Choice = Mapping[str, Sequence[Any]]


class Rows:
    """Columns of one length. Nobody changes them: every cut is a new object that may share columns with this one."""

    __slots__ = ("_places", "columns")

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self.columns: dict[str, tuple[Any, ...]] = {name: tuple(column) for name, column in columns.items()}
        self._places: dict[str, dict[Any, list[int]]] = {}

    @staticmethod
    def of_records(records: Sequence[Mapping[str, Any]]) -> Rows:
        """The rows for mappings of one shape."""
        return Rows({name: [record[name] for record in records] for name in (records[0] if records else ())})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __contains__(self, name: object) -> bool:
        return name in self.columns

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        return self.columns[name]

    def __iter__(self) -> Iterator[Any]:
        """The rows as named tuples, in their order."""
        return map(_record(tuple(self.columns))._make, zip(*self.columns.values(), strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self.columns == other.columns

    def __hash__(self) -> int:
        return hash(tuple(self.columns))

    def __repr__(self) -> str:
        return f"Rows({len(self)} × {', '.join(self.columns)})"

    @property
    def first(self) -> Any | None:
        """The first row as a named tuple, None where there is none."""
        return next(iter(self), None)

    @property
    def last(self) -> Any | None:
        """The last row as a named tuple, None where there is none."""
        return self.at([len(self) - 1]).first if len(self) else None

    def places(self, column: str) -> Mapping[Any, list[int]]:
        """The row numbers of each value of a column."""
        if column not in self._places:
            found: dict[Any, list[int]] = {}
            for place, value in enumerate(self.columns[column]):
                found.setdefault(value, []).append(place)
            self._places[column] = found
        return self._places[column]

    def at(self, places: Sequence[int]) -> Rows:
        """The rows of the given numbers, in that order."""
        return Rows({name: [column[place] for place in places] for name, column in self.columns.items()})

    def where(self, **wanted: Any) -> Rows:
        """The rows whose columns hold the given values; a set or list stands for any of its members."""
        return cut(self, [Fixed(name, _listed(value)) for name, value in wanted.items()], {})

    def known(self, column: str) -> Rows:
        """The rows that have a value in a column."""
        return self.at([place for place, value in enumerate(self.columns[column]) if value is not None])

    def sorted_by(self, column: str, *, descending: bool = False) -> Rows:
        """The rows in the order of a column, equal ones as they stand, those without a value last."""
        values = self.columns[column]
        known = [place for place, value in enumerate(values) if value is not None]
        # Sorting backwards by `reverse` keeps equal values in their order, as sorting forwards does.
        known.sort(key=values.__getitem__, reverse=descending)
        return self.at([*known, *(place for place, value in enumerate(values) if value is None)])

    def having(self, **columns: Sequence[Any]) -> Rows:
        """The rows with columns added or replaced."""
        return Rows({**self.columns, **columns})

    def only(self, names: Iterable[str]) -> Rows:
        """The rows with the given columns alone, in that order."""
        return Rows({name: self.columns[name] for name in names})

    def and_then(self, other: Rows) -> Rows:
        """These rows and those of another answer below them; columns that one of them lacks are empty there."""
        names = dict.fromkeys([*self.columns, *other.columns])
        blank = (None,) * len(self), (None,) * len(other)
        return Rows({name: (*self.columns.get(name, blank[0]), *other.columns.get(name, blank[1])) for name in names})


@dataclass(frozen=True)
class Fixed:
    """Rows whose column holds one of these codes, whatever is chosen."""

    column: str
    codes: tuple[Any, ...]


@dataclass(frozen=True)
class Chosen:
    """Rows whose column holds a code chosen under `name`, or one that is `always` there; in the order of the rows."""

    column: str
    name: str
    always: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Within:
    """Rows whose column lies between the two values chosen under `name`; all where none are chosen."""

    column: str
    name: str


@dataclass(frozen=True)
class Newest:
    """Rows of the greatest value of a column that is not above the last one chosen under `name`; of the greatest of all
    where nothing is chosen. `of` restricts whose values count, as (column, code)."""

    column: str
    name: str
    of: tuple[str, Any] | None = None


Filter = Fixed | Chosen | Within | Newest


def cut(rows: Rows, filters: Sequence[Filter], choice: Choice) -> Rows:
    """The rows that pass all filters, applied one after another, for what a visitor has chosen."""
    places: Sequence[int] | None = None
    for item in filters:
        places = _passing(rows, item, choice, places)
    return rows if places is None else rows.at(places)


def _passing(rows: Rows, item: Filter, choice: Choice, places: Sequence[int] | None) -> Sequence[int]:
    column = rows[item.column]
    among = range(len(column)) if places is None else places
    match item:
        case Fixed(codes=codes):
            return _holding(rows, item.column, codes, places)
        case Chosen(name=name, always=always):
            return _holding(rows, item.column, (*always, *choice.get(name, ())), places)
        case Within(name=name):
            ends = choice.get(name)
            return [place for place in among if ends[0] <= column[place] <= ends[-1]] if ends else list(among)
        case Newest(name=name, of=of):
            counted = [place for place in among if of is None or rows[of[0]][place] == of[1]]
            ends = choice.get(name)
            newest = max((column[place] for place in counted if not ends or column[place] <= ends[-1]), default=None)
            return [place for place in among if column[place] == newest]


def _holding(rows: Rows, column: str, codes: Sequence[Any], places: Sequence[int] | None) -> Sequence[int]:
    if places is not None:
        held = rows[column]
        return [place for place in places if held[place] in codes]
    known = rows.places(column)
    return sorted({place for code in codes for place in known.get(code, ())})


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, (list, tuple, set, frozenset)) else (value,)


@lru_cache(maxsize=512)
def _record(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)
