"""Whether a sentence about many is about all of them: full lists, their ends, and what is counted among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import inf, isclose, log
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Operand, Place, Quantifier, Relation
from pages.parts.cards.evidence import LISTS, Evidence, held_of, points
from pages.parts.cards.scopes import printed, scopes

OF_ALL = {Relation.HIGHEST, Relation.LOWEST, Relation.ENDS}
# Where a percentage says that both are equal; an adjusted index is even at 1 and equally far on both sides.
EQUAL_SHARE = 100.0


def quantifiers(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """Every, most, highest and "6 of 20" run over the full list that the store has, or say over how much of it."""
    ends = [figure for figure in claim.own(Figure) if figure.end is not None]
    if claim.among is None:
        if ends or claim.relation in {*OF_ALL, Relation.COUNTS} or claim.quantifier is Quantifier.ALL:
            yield "the list is not named"
        return
    listed, held = LISTS[claim.among](claim, evidence), held_of(claim, evidence)
    counts = {count.value for count in printed(claim) if isinstance(count, Count)}
    if (missing := listed - held) and not {len(held), len(listed)} <= counts:
        yield f"{len(missing)} of {len(listed)} have no value: {sorted(map(str, missing))[:3]}"
    for figure in ends:
        others = _values_among(figure, claim, evidence)
        if figure.value is None or not others or not _is_end(figure, others):
            yield f"{figure.value} is not {figure.end}"
    for name, figure in claim.values.items():
        named = _flat_places(claim.values.get(f"{name}_area"))
        if isinstance(figure, Figure) and named and figure.subject.ref_area not in named:
            yield f"{name} is not of {named[0]}"


def counted(of: str, claim: Claim, evidence: Evidence) -> set[int]:
    """What a count may be: the values of its column, or what the guard counts by itself."""
    members = evidence.members(claim)
    if of in COUNTED:
        return COUNTED[of](claim, evidence, members)
    return set(evidence.rows[of]) if of in evidence.rows else set()


def _sharing(claim: Claim, evidence: Evidence, members: Any) -> set[int]:
    return {len(places) - 1 for places in members.places("obs_value").values()}


def _above(claim: Claim, evidence: Evidence, members: Any) -> set[int]:
    reference = next(figure.value for figure in claim.figures if figure.reference)
    return {sum(value > reference for value in members["obs_value"] if value is not None)}


COUNTED: Mapping[str, Callable[[Claim, Evidence, Any], set[int]]] = {
    "others": _sharing,
    "above": _above,
    "women_higher": lambda claim, evidence, members: {sum(gap > 0 for gap in members.known("gap")["gap"])},
    "men_higher": lambda claim, evidence, members: {sum(gap < 0 for gap in members.known("gap")["gap"])},
    "level": lambda claim, evidence, members: {len(members.where(who="level"))},
    "held": lambda claim, evidence, members: {len(held_of(claim, evidence))},
    "listed": lambda claim, evidence, members: {len(LISTS[claim.among](claim, evidence)) if claim.among else -1},
}


def _values_among(figure: Figure, claim: Claim, evidence: Evidence) -> list[float]:
    if claim.among == "years":
        return _values_since(figure, claim, evidence)
    rows = evidence.rows if claim.among == "lines" else evidence.members(claim)
    if claim.among == "lines":
        rows = rows.where(time_period=figure.year)
    return [value for value in rows[figure.column] if value is not None] if figure.column in rows else []


def _values_since(figure: Figure, claim: Claim, evidence: Evidence) -> list[float]:
    """The values of a subject in the years that are said beside a figure, if no break lies between."""
    held = points(figure.subject, evidence.as_of)
    years = next(years for values, years in scopes(claim) if any(item is figure for item in values.values()))
    spoken = {year: point for year, point in held.items() if min(years) <= year <= max(years)}
    return [] if len({point.segment for point in spoken.values()}) > 1 else [point.value for point in spoken.values()]


def _is_end(figure: Figure, values: list[float]) -> bool:
    """Whether a figure stands at the end that it is said to stand at."""

    def distance(value: float) -> float:
        if figure.unit == "RATIO":
            return abs(value - 1)
        return abs(log(value / EQUAL_SHARE)) if value > 0 else inf

    ends: Mapping[str, Callable[[], float]] = {
        "highest": lambda: max(values),
        "lowest": lambda: min(values),
        "nearest": lambda: min(values, key=distance),
        "farthest": lambda: max(values, key=distance),
        "widest": lambda: max(values, key=abs),
    }
    end = ends[figure.end or ""]()
    if figure.end in ("nearest", "farthest"):
        return isclose(distance(figure.value or 0), distance(end), abs_tol=1e-9)
    return isclose(abs(figure.value or 0), abs(end), rel_tol=1e-9, abs_tol=1e-9)


def _flat_places(item: Operand | None) -> list[str]:
    if item is None:
        return []
    return [place.ref_area for place in Claim("", {"item": item}).operands if isinstance(place, Place)]
