"""What a claim is held against: the rows of its card or question, the course of its series, the lists of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Figure, Query, Subject
from pages.parts.visit.ask import answer, kept, of_series
from pages.parts.words.language import unit_kind
from queries.rows import Rows

COUNTRY = "KZ"
REGION_KINDS = ("oblast", "city")
# The columns of rows that tell whose a value is, by the field of a subject.
SUBJECT_COLUMNS = {"series": "series_id", "ref_area": "ref_area", "sex": "sex", "urbanisation": "urbanisation"}

Group = tuple[str, str, str]


@dataclass(frozen=True)
class Point:
    """A value of a series, and the unbroken stretch that it belongs to."""

    value: float
    segment: int


@dataclass(frozen=True, eq=False)
class Evidence:
    """The rows that a card shows, the question that they answer, and the areas that are chosen on the chart."""

    rows: Rows
    as_of: date
    query: Query | None = None
    areas: tuple[str, ...] = ()

    def of(self, claim: Claim) -> Evidence:
        """The evidence of a claim: the answer to its own question where it names one."""
        return self if claim.query is None else Evidence(answered(claim.query), self.as_of, claim.query)

    def values(self, figure: Figure) -> list[float]:
        """What the rows hold for the subject and the year of a figure."""
        subject = figure.subject
        wanted = {column: getattr(subject, name) for name, column in SUBJECT_COLUMNS.items()}
        wanted["time_period"] = figure.year
        found = self._column(wanted, figure.column)
        if not found and subject.ref_area == COUNTRY and figure.column == "obs_value":
            return self._column({**wanted, "ref_area": None}, "national_value")
        return found

    def members(self, claim: Claim) -> Rows:
        """The rows of what a claim is about: its year where it has one, without the whole that its parts make."""
        rows = self._of(claim.subject)
        if claim.among == "regions" and len(claim.years) == 1 and "time_period" in rows:
            rows = rows.where(time_period=claim.years[0])
        if "role" in rows:
            return rows.where(role="country")
        if "predecessor" in rows:
            # A region that did not exist yet is drawn as a part of its predecessor.
            rows = rows.at([place for place, whole in enumerate(rows["predecessor"]) if whole is None])
        if "kind" in rows:
            rows = rows.where(kind=REGION_KINDS)
        elif claim.among == "regions" and "ref_area" in rows:
            rows = rows.where(ref_area=region_codes())
        if "activity" in rows:
            rows = rows.at([place for place, code in enumerate(rows["activity"]) if code != "_T"])
        return rows

    def _of(self, subject: Subject) -> Rows:
        """The rows of a series, sex and settlement, as far as a subject names them; its area may be the whole."""
        wanted = {column: getattr(subject, name) for name, column in SUBJECT_COLUMNS.items() if name != "ref_area"}
        return self.rows.where(
            **{name: code for name, code in wanted.items() if code is not None and name in self.rows}
        )

    def _column(self, wanted: Mapping[str, Any], column: str) -> list[float]:
        if column not in self.rows:
            return []
        given = {name: value for name, value in wanted.items() if value is not None and name in self.rows}
        return [value for value in self.rows.where(**given)[column] if value is not None]


def answered(query: Query) -> Rows:
    """The rows of a question; it has been asked before, by who wrote the claim."""
    name, params = query
    return answer(name, **params)


@kept
def course(series_id: str, as_of: date) -> Mapping[Group, Mapping[int, Point]]:
    """All values of a series by whose they are (area, sex, settlement) and by year."""
    rows = answer("series_line", series_ids=(series_id,), as_of=as_of)
    names = ("ref_area", "sex", "urbanisation", "time_period", "obs_value", "segment")
    found: dict[Group, dict[int, Point]] = {}
    for area, sex, urbanisation, year, value, segment in zip(*(rows[name] for name in names), strict=True):
        found.setdefault((area, sex, urbanisation), {})[year] = Point(value, segment)
    return found


def points(subject: Subject, as_of: date) -> Mapping[int, Point]:
    """The values of a subject by year; none where it leaves open whose they are."""
    if subject.series is None or None in (subject.ref_area, subject.sex, subject.urbanisation):
        return {}
    return course(subject.series, as_of).get((subject.ref_area, subject.sex, subject.urbanisation), {})


@kept
def is_cited(series_id: str) -> bool:
    """Whether the values of a series are single figures of publications."""
    return _about(series_id).source_id == "cited_facts"


@kept
def is_additive(series_id: str) -> bool:
    """Whether the value of the whole is the sum of its parts."""
    return bool(_about(series_id).additive)


@kept
def is_nominal(series_id: str) -> bool:
    """Whether a series is money at current prices, or a share of value added, which is held at current prices alone."""
    about = _about(series_id)
    return about.source_id == "bns_gva" or (unit_kind(about.unit) == "money" and "CON_" not in about.unit)


@kept
def region_codes() -> tuple[str, ...]:
    """The codes of all regions, those that no longer exist among them."""
    return answer("areas", lang="en").where(kind=REGION_KINDS)["ref_area"]


@kept
def regions_of(year: int) -> frozenset[str]:
    """The regions that existed at the end of a year."""
    rows = answer("areas", lang="en").where(kind=REGION_KINDS)
    return frozenset(
        row.ref_area
        for row in rows
        if (row.valid_from is None or row.valid_from.year <= year)
        and (row.valid_to is None or row.valid_to.year > year)
    )


def _all_regions(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The regions of the claim's year; one that was divided is there when all that it became are."""
    return listed_regions(claim.years[0], held_of(claim, evidence))


def listed_regions(year: int, held: frozenset[str]) -> frozenset[str]:
    """Return the regions of a year, those that have a value among them; one that was divided is its parts if they are
    held."""
    return frozenset(code for code in regions_of(year) if not _is_held_as_parts(code, held)) | held


def _is_held_as_parts(code: str, held: frozenset[str]) -> bool:
    areas = answer("areas", lang="en")
    became = set(areas.where(predecessor=code)["ref_area"])
    return bool(became) and areas.where(ref_area=code).first.valid_to is not None and became <= held


def _whole_answer(claim: Claim, evidence: Evidence) -> frozenset[Any]:
    """Everything that the question of the card answers for the years of the card's rows."""
    rows = answered(evidence.query) if evidence.query else evidence.rows
    if "to_year" in rows and "to_year" in evidence.rows:
        rows = rows.where(to_year=set(evidence.rows["to_year"]))
    elif "time_period" in rows and len(claim.years) == 1:
        rows = rows.where(time_period=claim.years[0])
    return frozenset(keys_of(Evidence(rows, evidence.as_of).members(claim)))


def _drawn_lines(claim: Claim, evidence: Evidence) -> frozenset[Any]:
    """Every line that is drawn."""
    return frozenset(evidence.rows["line"])


# The full list that a sentence runs over, by its name. Of `years` there is no list to be complete: a stretch is.
LISTS: Mapping[str, Callable[[Claim, Evidence], frozenset[Any]]] = {
    "regions": _all_regions,
    "question": _whole_answer,
    "lines": _drawn_lines,
    "years": lambda claim, evidence: frozenset(),
}


def held_of(claim: Claim, evidence: Evidence) -> frozenset[Any]:
    """What of the list of a claim has a value in the rows."""
    if claim.among == "lines":
        year, rows = claim.years[-1], evidence.rows
        return frozenset(line for line, of in zip(rows["line"], rows["time_period"], strict=True) if of == year)
    if claim.among == "years":
        return frozenset()
    rows = evidence.members(claim)
    value = next((name for name in ("obs_value", "gap") if name in rows), None)
    return frozenset(keys_of(rows.known(value) if value else rows))


def keys_of(rows: Rows) -> tuple[Any, ...]:
    """What tells the members of a list apart: activity, area or series; their places where there is nothing else."""
    name = next((name for name in ("activity", "ref_area", "series_id", "reason", "goal") if name in rows), None)
    return rows[name] if name else tuple(range(len(rows)))


def _about(series_id: str) -> Any:
    return of_series("series_detail", series_id, lang="en").first
