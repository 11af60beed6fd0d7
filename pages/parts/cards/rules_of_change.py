"""Whether a sentence about a change would still be said of a neighbouring year, of volumes, and across no break."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pages.parts.cards.claim import Claim, Figure, Relation, Subject
from pages.parts.cards.evidence import Evidence, Point, is_cited, is_nominal, points
from pages.parts.words.language import unit_kind

COURSES = {Relation.ROSE, Relation.FELL, Relation.LEVEL}


def courses(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """A change lies in one unbroken stretch of a measured series; that it rose or fell, it also does from another first
    and to another last year, and not in prices alone."""
    changes = _changes(claim) if claim.relation in {*COURSES, Relation.MOVED} else {}
    if claim.relation in COURSES and not changes:
        yield "one point is no change"
    for (subject, column), (first, last) in changes.items():
        held = points(subject, evidence.as_of) if column == "obs_value" else _by_year(column, evidence)
        if subject.series and is_cited(subject.series):
            yield "cited figures are no course"
        elif first.year not in held or last.year not in held:
            yield "the course is not known"
        elif held[first.year].segment != held[last.year].segment:
            yield "a break lies between"
        elif subject.series and is_nominal(subject.series):
            if claim.relation in COURSES or unit_kind(first.unit) == "money":
                yield "prices are not removed"
        elif claim.relation in COURSES and not _survives(claim.relation, first, last, held):
            yield "the sign hangs on the years"


def _changes(claim: Claim) -> dict[tuple[Subject, str], tuple[Figure, Figure]]:
    """The first and the last figure of each subject that a sentence has figures of several years of."""
    found: dict[tuple[Subject, str], list[Figure]] = {}
    for figure in claim.own(Figure):
        if figure.year is not None and figure.end is None:
            found.setdefault((figure.subject, figure.column), []).append(figure)
    ordered = {key: sorted(figures, key=lambda figure: figure.year or 0) for key, figures in found.items()}
    return {key: (figures[0], figures[-1]) for key, figures in ordered.items() if figures[0].year != figures[-1].year}


def _by_year(column: str, evidence: Evidence) -> dict[int, Point]:
    """The values of a column that a query computes once for each year."""
    rows = evidence.rows
    if column not in rows or "time_period" not in rows:
        return {}
    return {year: Point(value, 0) for year, value in zip(rows["time_period"], rows[column], strict=True)}


def _survives(relation: Relation, first: Figure, last: Figure, held: Mapping[int, Point]) -> bool:
    """Whether the sign of a change is the same from the year before and after the first, and to that before and after
    the last; a level is one through all years."""
    known = sorted(year for year, point in held.items() if point.segment == held[first.year].segment)
    start, end = known.index(first.year), known.index(last.year)
    half = 0.5 * 10**-first.decimals
    if relation is Relation.LEVEL:
        values = [held[year].value for year in known[start : end + 1]]
        return max(values) - min(values) < half
    pairs = [(start, end), (start - 1, end), (start, end + 1)]
    if end - start > 1:
        pairs += [(start + 1, end), (start, end - 1)]
    changes = [
        held[known[one]].value - held[known[other]].value for other, one in pairs if other >= 0 and one < len(known)
    ]
    signs: Mapping[Relation, Callable[[float], bool]] = {
        Relation.ROSE: lambda change: change >= half - 1e-9,
        Relation.FELL: lambda change: change <= 1e-9 - half,
    }
    return len(changes) > 1 and all(map(signs[relation], changes))
