"""Sentences about the lines of one chart: who stands beside whom, and how far several series have come.

Each speaks of what the chart draws: the country alone, or the regions, sexes and settlements that were chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pages.parts.cards.claim import Claim, Figure, Listed, Operand, Quantifier, Relation, Subject, Term, Year
from pages.parts.series.about import COUNTRY, TOTAL, View
from pages.parts.series.answers import changes
from pages.parts.series.claims import (
    LATEST_ALONE,
    course,
    course_figures,
    figure,
    grouped,
    is_total,
    line_name,
    short_name,
    split_claim,
)
from queries.rows import Rows

# More lines than this are told by their ends.
MOST_NAMED = 4
SPLITS = {"sex": ("F", "M"), "urbanisation": ("R", "U")}
KEYS = ("series_id", "ref_area", "sex", "urbanisation", "time_period", "obs_value")


@dataclass(frozen=True)
class Line:
    """A line of a chart: whose it is, and its values by year."""

    subject: Subject
    points: Mapping[int, float]

    def figure(self, year: int) -> Figure:
        """The value of a year."""
        return figure(self.points[year], self.subject, year)

    @property
    def newest(self) -> int:
        """The last year."""
        return max(self.points)


def drawn_lines(rows: Rows, areas: Sequence[str] = ()) -> list[Line]:
    """Return the lines of rows of `series_line`: those of chosen areas in the order of the choice, others behind."""
    points: dict[tuple[str, ...], dict[int, float]] = {}
    for *subject, year, value in zip(*(rows[name] for name in KEYS), strict=True):
        points.setdefault(tuple(subject), {})[year] = value
    place = {area: number for number, area in enumerate(areas)}
    order = sorted(points, key=lambda subject: place.get(subject[1], len(place)))
    return [Line(Subject(*subject), points[subject]) for subject in order]


def lines_claim(lines: Sequence[Line], view: View, what: Operand | None = None) -> Claim:
    """Write what a chart of lines says; `what` is the common subject of several series."""
    subjects = [line.subject for line in lines]
    if len(lines) == 1:
        return course(subjects[0], view)
    if len({subject.series for subject in subjects}) > 1:
        return _several(lines, view, what)
    halved = next((split for split in SPLITS if _are_halves(subjects, split)), None)
    return (halved and split_claim(subjects[0].series, halved, view)) or _together(lines)


def _are_halves(subjects: Sequence[Subject], split: str) -> bool:
    """Whether lines are the two halves of the country, with or without their total."""
    total = Subject(subjects[0].series, COUNTRY)
    halves = {replace(total, **{split: code}) for code in SPLITS[split]}
    return halves <= set(subjects) <= halves | {total}


def _together(lines: Sequence[Line]) -> Claim:
    """Write where lines of one series stand beside each other in the newest year that all of them have."""
    common = set.intersection(*(set(line.points) for line in lines))
    if not common:
        return _apart(lines)
    year = max(common)
    if len(lines) > MOST_NAMED:
        return _between(lines, year)
    what, names = _told(lines)
    named = zip(names, lines, strict=True)
    parts = [Term("lens.part", {"name": name, "value": line.figure(year)}) for name, line in named]
    return Claim(
        "lens.beside",
        {"what": what, "year": Year(year), "parts": Listed(parts)},
        Relation.IS,
        subject=_common_subject(lines),
        years=(year,),
    )


def _apart(lines: Sequence[Line]) -> Claim:
    """Write where lines stand that have no year in common, each with its own."""
    what, names = _told(lines)
    parts = [_of_newest(name, line) for name, line in zip(names, lines, strict=True)]
    return Claim(
        "lens.apart",
        {"what": what, "parts": Listed(parts[:MOST_NAMED])},
        Relation.IS,
        subject=_common_subject(lines),
        years=_newest_years(lines[:MOST_NAMED]),
    )


def _between(lines: Sequence[Line], year: int) -> Claim:
    """Write the highest and the lowest of many lines in one year."""
    what, names = _told(lines)
    ordered = sorted(zip(names, lines, strict=True), key=lambda named: named[1].points[year])
    (lowest_name, lowest), (highest_name, highest) = ordered[0], ordered[-1]
    return Claim(
        "lens.between",
        {
            "what": what,
            "year": Year(year),
            "lowest": replace(lowest.figure(year), end="lowest"),
            "lowest_line": lowest_name,
            "highest": replace(highest.figure(year), end="highest"),
            "highest_line": highest_name,
        },
        Relation.ENDS,
        Quantifier.ALL,
        _common_subject(lines),
        (year,),
        among="lines",
    )


def _several(lines: Sequence[Line], view: View, what: Operand | None) -> Claim:
    """Write how far several series have come for the country, or where they stand for the region chosen first."""
    found = changes(tuple(line.subject.series for line in lines), view)
    if not found or not all(is_total(line.subject) for line in lines):
        return _of_one_place(lines)
    if latest := _latest(list(found.values()), what):
        return latest
    spans = {(row.first_year, row.latest_year) for row in found.values() if row.course not in LATEST_ALONE}
    span = next(iter(spans)) if len(spans) == 1 and len(found) > 1 else None
    parts = Listed([_came(row, span) for row in found.values()])
    if span is None:
        message, told = "lens.apart" if what else "lens.apart_plain", ()
    else:
        message, told = "lens.then_now" if what else "lens.then_now_plain", span
    values: dict[str, Operand] = {"parts": parts} | ({"what": what} if what else {})
    return Claim(
        message,
        values | dict(zip(("first_year", "latest_year"), map(Year, told), strict=False)),
        Relation.MOVED,
        subject=Subject(None, COUNTRY),
        years=tuple(sorted({year for row in found.values() for year in (row.first_year, row.latest_year)})),
        among="years",
    )


def _latest(rows: Sequence[Any], what: Operand | None) -> Claim | None:
    """Write where several series stand in one year of which no course is told; None where one has a course, or they
    differ in their years."""
    first = rows[0]
    if len(rows) == 1 or first.course not in LATEST_ALONE:
        return None
    if {(row.course, row.latest_year) for row in rows} != {(first.course, first.latest_year)}:
        return None
    parts = [Term("lens.part", {"name": short_name(row.series_id), "value": _latest_figure(row)}) for row in rows]
    values: dict[str, Operand] = {"year": Year(first.latest_year), "parts": Listed(parts)}
    return Claim(
        f"lens.latest_{first.course}" if what else f"lens.latest_{first.course}_plain",
        values | ({"what": what} if what else {}),
        Relation.IS,
        subject=Subject(None, COUNTRY),
        years=(first.latest_year,),
    )


def _latest_figure(row: Any) -> Figure:
    return figure(row.latest_value, Subject(row.series_id, COUNTRY), row.latest_year)


def _came(row: Any, span: tuple[int, int] | None) -> Operand:
    """One series of several: its first and latest value, or between which it moved, with its own years where they are
    not the span that the sentence begins with."""
    told = row.course
    if told in ("rose", "fell", "level", "pair"):
        told = "course" if (row.first_year, row.latest_year) == span else "course_between"
    elif told == "moved" and (row.first_year, row.latest_year) != span:
        told = "moved_since"
    figures = course_figures(row, Subject(row.series_id, COUNTRY))
    return Term(f"lens.part_{told}", {"name": short_name(row.series_id), **figures})


def _of_one_place(lines: Sequence[Line]) -> Claim:
    """Write where several series stand for one area and group, those of the first line."""
    first = lines[0].subject
    spoken = [line for line in lines if replace(line.subject, series=first.series) == first]
    return Claim(
        "lens.apart",
        {
            "what": line_name(first),
            "parts": Listed([_of_newest(short_name(line.subject.series), line) for line in spoken]),
        },
        Relation.IS,
        subject=replace(first, series=None),
        years=_newest_years(spoken),
    )


def _told(lines: Sequence[Line]) -> tuple[Operand, list[Operand]]:
    """What a sentence about lines of one series is about, with the group that all have in common, and the name of each
    line by what tells them apart."""
    common = _common_subject(lines)
    group = replace(common, ref_area=COUNTRY, sex=common.sex or TOTAL, urbanisation=common.urbanisation or TOTAL)
    shared = {name: TOTAL for name in SPLITS if getattr(common, name)}
    apart = [replace(line.subject, **shared) for line in lines]
    return grouped(group), [line_name(subject, with_area=common.ref_area is None) for subject in apart]


def _of_newest(name: Operand, line: Line) -> Operand:
    return Term("lens.part_of_year", {"name": name, "value": line.figure(line.newest), "year": Year(line.newest)})


def _newest_years(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({line.newest for line in lines}))


def _common_subject(lines: Sequence[Line]) -> Subject:
    """What all lines have in common; None where they differ."""
    keys = [(one.series, one.ref_area, one.sex, one.urbanisation) for one in (line.subject for line in lines)]
    return Subject(*(values[0] if len(set(values)) == 1 else None for values in zip(*keys, strict=True)))
