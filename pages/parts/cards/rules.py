"""What a claim may not say of its evidence: one rule for each kind of false sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isclose

from pages.parts.cards.claim import Claim, Count, Figure, Place, Relation, Term, Year
from pages.parts.cards.evidence import COUNTRY, SUBJECT_COLUMNS, Evidence, is_additive, points
from pages.parts.cards.rules_of_lists import OF_ALL, counted
from pages.parts.cards.scopes import scopes

AREA_COLUMNS = ("ref_area", "region", "area_1", "area_2", "highest_area", "lowest_area", "widest_area")
# Words of the catalogue that name a series or a group, by how their keys begin.
NAMING_SERIES = ("series.what_", "series.name_")
NAMING_GROUP = "lens.code_"


def numbers(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """A figure stands in the rows under its own subject and year, and in the store where it is a value of a series."""
    for figure in claim.own(Figure):
        if figure.value is None:
            continue
        if not any(isclose(figure.value, value, rel_tol=1e-9) for value in evidence.values(figure)):
            yield f"{figure.column} {figure.value} {figure.year} is not in the rows"
        held = points(figure.subject, evidence.as_of).get(figure.year) if figure.column == "obs_value" else None
        if held is not None and not isclose(held.value, figure.value, rel_tol=1e-9):
            yield f"{figure.value} {figure.year} is not what the store holds"
    for count in claim.own(Count):
        if count.value not in counted(count.of, claim, evidence):
            yield f"{count.value} is no count of {count.of}"


def subjects(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """A sentence speaks of the series, areas, sexes and settlements that the rows hold, and of a chosen area."""
    rows = evidence.rows
    for subject in {claim.subject, *(figure.subject for figure in claim.own(Figure))}:
        for name, column in SUBJECT_COLUMNS.items():
            wanted = getattr(subject, name)
            is_beside = name == "ref_area" and wanted == COUNTRY and "national_value" in rows
            if wanted is not None and column in rows and wanted not in rows.places(column) and not is_beside:
                yield f"{wanted} is not in the rows"
    areas = {code for column in AREA_COLUMNS if column in rows for code in rows.places(column)}
    for place in claim.own(Place):
        if claim.relation is Relation.LACKS:
            if evidence.values(
                Figure(None, "", subject=replace(claim.subject, ref_area=place.ref_area), year=claim.years[0])
            ):
                yield f"{place.ref_area} has a value"
        elif areas and place.ref_area not in areas:
            yield f"{place.ref_area} is not in the rows"
    yield from _other_words(claim, evidence)
    chosen = set(evidence.areas) & set(rows.places("ref_area")) if "ref_area" in rows else set()
    told = {figure.subject.ref_area for figure in claim.figures} | {claim.subject.ref_area}
    is_of_some = claim.relation not in {*OF_ALL, Relation.COUNTS, Relation.NAMES}
    if chosen and is_of_some and None not in told and not told & chosen:
        yield "the chosen areas are not spoken of"


def years(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """Every figure has its year beside it as soon as the sentence has figures of several years, or names any."""
    several = len({figure.year for figure in claim.figures if figure.year is not None}) > 1
    for values, printed in scopes(claim):
        for name, figure in values.items():
            if not isinstance(figure, Figure) or figure.year is None:
                continue
            beside = values.get(f"{name}_year")
            if isinstance(beside, Year) and beside.value != figure.year:
                yield f"{name} is of {figure.year}, not of {beside.value}"
            elif figure.year not in printed and (printed or several):
                yield f"the year {figure.year} of {name} is not said"


def references(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """A comparison is like for like: one unit and year, and one thing alone that differs."""
    figures = claim.own(Figure)
    against = [figure for figure in figures if figure.reference]
    compared = [figure for figure in figures if not figure.reference]
    if claim.relation is Relation.MORE_THAN and not against:
        against, compared = figures[:1], figures[1:]
    for reference in against:
        yield from (reason for figure in compared if (reason := _unlike(figure, reference, claim)))
        for column in ("sex", "urbanisation"):
            held = set(evidence.rows.places(column)) if column in evidence.rows else set()
            wanted = getattr(reference.subject, column)
            if not compared and held and wanted is not None and held != {wanted}:
                yield f"the rows are not of {column} {wanted}"


def _other_words(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """Terms that name a series or a group that is not in the rows."""
    rows = evidence.rows
    for term in claim.own(Term):
        for start in NAMING_SERIES:
            series = term.key.removeprefix(start)
            if series != term.key and "series_id" in rows and series not in rows.places("series_id"):
                yield f"{series} is not in the rows"
        code = term.key.removeprefix(NAMING_GROUP)
        held = {group for column in ("sex", "urbanisation") if column in rows for group in rows.places(column)}
        if code != term.key and held and code not in held:
            yield f"{code} is not in the rows"


def _unlike(figure: Figure, reference: Figure, claim: Claim) -> str | None:
    """Why two figures can't be compared; None where they can."""
    one, other = figure.subject, reference.subject
    differing = [name for name in SUBJECT_COLUMNS if getattr(one, name) != getattr(other, name)]
    if figure.unit != reference.unit:
        return f"{figure.unit} is set against {reference.unit}"
    if figure.year != reference.year and claim.relation is Relation.MORE_THAN:
        return f"{figure.year} is set against {reference.year}"
    if len(differing) > 1 or ("sex" in differing and claim.relation is not Relation.MORE_THAN):
        return f"they differ in {', '.join(differing)}"
    if differing == ["ref_area"] and other.ref_area == COUNTRY and one.series and is_additive(one.series):
        return "a sum is no yardstick for its parts"
    return None
