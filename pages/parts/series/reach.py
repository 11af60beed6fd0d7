"""All rows that the filters of a line chart can reach, and what its lines are called and coloured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pages.parts.cards.claim import Subject
from pages.parts.series.about import COUNTRY, TOTAL, View, detail
from pages.parts.series.answers import lines
from pages.parts.series.claims import line_name
from pages.parts.visit import choices
from pages.parts.visit.ask import kept
from queries.rows import Chosen, Filter, Rows, Within

Codes = tuple[str, ...]
FILTERS = ("area", "years")
COLUMNS = {"area": "ref_area", "sex": "sex", "urbanisation": "urbanisation"}
# Towns and villages keep their colours, those that a choice of regions reaches last.
SETTLEMENTS = {"U": "chosen:5", "R": "chosen:6"}
SECTIONS = frozenset("JRM")
DRAWN = ("line", "time_period", "obs_value", "obs_status", "segment")


@dataclass(frozen=True)
class Held:
    """Series in a language as of a date, which filters a page has for them, and what is fixed because there is none."""

    series: Codes
    lang: str
    as_of: date
    filters: Codes
    fixed: tuple[tuple[str, Codes | None], ...]

    @staticmethod
    def of(series: Codes, view: View, filters: Codes) -> Held:
        """The series of a view whose page has the given filters."""
        codes = {"ref_area": view.drawn, "sex": view.sexes, "urbanisation": view.settlements}
        filtered = {COLUMNS[name] for name in filters if name in COLUMNS}
        fixed = tuple((column, chosen) for column, chosen in codes.items() if column not in filtered)
        return Held(series, view.lang, view.as_of, filters, fixed)

    @property
    def cuts(self) -> tuple[Filter, ...]:
        """What cuts the drawn rows out; the country stays beside chosen regions."""
        cuts: list[Filter] = [
            Chosen(COLUMNS[name], name, (COUNTRY,) if name == "area" else ())
            for name in self.filters
            if name in COLUMNS
        ]
        return tuple(cuts + ([Within("time_period", "years")] if "years" in self.filters else []))

    @property
    def columns(self) -> Codes:
        """The columns that a chart and its filters read."""
        return (*DRAWN, *(COLUMNS[name] for name in self.filters if name in COLUMNS))


@kept
def reachable(held: Held) -> Rows:
    """Return the rows of `series_line` that the filters can reach, with the names of areas beside their codes."""
    rows = lines(held.series, held.as_of).where(**dict(held.fixed))
    names = choices.area_names(held.lang)
    return named(rows, names)


def named(rows: Rows, names: Mapping[str, str]) -> Rows:
    """Return rows with the area's name beside its code: what the table and the files hold."""
    columns: dict[str, tuple[object, ...]] = {}
    for name, column in rows.columns.items():
        columns[name] = column
        if name == "ref_area":
            columns["area_name"] = tuple(names.get(code, code) for code in column)
    return Rows(columns)


@kept
def colours(held: Held) -> tuple[Mapping[str, str], Mapping[str, str], Codes]:
    """Return the name of every line in the order of the catalogue, the meanings of those that have one of their own,
    and the lines that are dotted: those of later series, and the second half of a region."""
    found = _subjects(held)
    several = len(held.series) > 1
    named_lines = {line: line_name(subject, with_series=several, form="short") for line, subject in found.items()}
    names = {line: name.words(held.lang) for line, name in named_lines.items()}
    meanings = {line: meaning for line, subject in found.items() if (meaning := _meaning(held, subject))}
    return names, meanings, tuple(line for line, subject in found.items() if _is_dotted(held, subject))


def _subjects(held: Held) -> Mapping[str, Subject]:
    """Whose line each is, the country first."""
    rows = reachable(held)
    found = {}
    for line, places in rows.places("line").items():
        row = rows.at(places[:1]).first
        found[line] = Subject(row.series_id, row.ref_area, row.sex, row.urbanisation)
    order = list(choices.area_names(held.lang))
    return dict(sorted(found.items(), key=lambda item: order.index(item[1].ref_area)))


def _meaning(held: Held, subject: Subject) -> str | None:
    """The meaning of a country's line: its section of activities where several series stand together, its settlement,
    or the colour of a later series."""
    if subject.ref_area != COUNTRY:
        return None
    if subject.urbanisation != TOTAL:
        return SETTLEMENTS[subject.urbanisation]
    place = held.series.index(subject.series)
    if len(held.series) == 1 or subject.sex != TOTAL:
        return None
    section = detail(subject.series, held.lang).section
    return f"section:{section}" if section in SECTIONS else f"chosen:{7 - place}" if place else None


def _is_dotted(held: Held, subject: Subject) -> bool:
    of_region = subject.ref_area != COUNTRY
    second_half = of_region and (subject.sex == "M" or subject.urbanisation == "R")
    return second_half or (of_region and held.series.index(subject.series) > 0)
