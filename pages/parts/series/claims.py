"""Sentences about one series: how far it has come, where it is highest, which half is higher; and its names in them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.parts.cards.claim import (
    Claim,
    Count,
    Figure,
    Listed,
    Name,
    Operand,
    Place,
    Quantifier,
    Relation,
    Share,
    Subject,
    Term,
    Year,
)
from pages.parts.series.about import COUNTRY, TOTAL, View, detail, short_unit
from pages.parts.series.answers import change, halves
from pages.parts.visit.ask import kept
from pages.parts.words.language import DEFAULT_LANGUAGE, LANGUAGES, has_text

RELATIONS = {
    "rose": Relation.ROSE,
    "fell": Relation.FELL,
    "level": Relation.LEVEL,
    "moved": Relation.MOVED,
    **dict.fromkeys(("pair", "nominal", "cited", "single"), Relation.IS),
}
# What is told of a course that has no first year to be told from.
LATEST_ALONE = ("nominal", "cited", "single")


def course(subject: Subject, view: View) -> Claim:
    """Write how far a series has come in the reader's years."""
    row = change(subject, view)
    what = grouped(subject)
    if row is None:
        return only(subject.series)
    beside_title = "" if is_total(subject) and _has_sentence(subject.series) else "titled_"
    return Claim(
        f"lens.{beside_title}{row.course}",
        {"what": what, **course_figures(row, subject)},
        RELATIONS[row.course],
        subject=subject,
        years=(row.latest_year,) if row.course in LATEST_ALONE else (row.first_year, row.latest_year),
        among="years" if row.course == "moved" else None,
    )


def only(series_id: str) -> Claim:
    """Name a series of which nothing more can be said."""
    return Claim("lens.only", {"what": title_words(series_id)}, subject=Subject(series_id, None, None, None))


def course_figures(row: Any, subject: Subject) -> dict[str, Operand]:
    """Return the figures that a sentence tells of a course, a row of `series_change`, with their years."""
    latest = {"latest": figure(row.latest_value, subject, row.latest_year), "latest_year": Year(row.latest_year)}
    if row.course in LATEST_ALONE:
        return latest
    if row.course == "moved":
        ends = {end: replace(figure(getattr(row, end), subject, None), end=end) for end in ("lowest", "highest")}
        return {**latest, **ends, "first_year": Year(row.first_year)}
    first = {"first": figure(row.first_value, subject, row.first_year), "first_year": Year(row.first_year)}
    return {**latest, **first}


def ends_claim(series_id: str, row: Any, message: str = "lens.ends") -> Claim:
    """Write where a series is highest and lowest, from a row of `series_extremes`, ties counted; where regions have no
    value, of how many it is told."""
    subject = Subject(series_id, COUNTRY, row.sex, row.urbanisation)
    return Claim(
        message if row.n_regions == row.n_expected else "lens.ends_of_held",
        {"what": grouped(subject), **ends_figures(series_id, row)},
        Relation.ENDS,
        Quantifier.ALL,
        replace(subject, ref_area=None),
        (row.time_period,),
        among="regions",
    )


def ends_figures(series_id: str, row: Any) -> dict[str, Operand]:
    """Return the two ends of the regions with their year, and how many of how many have a value."""
    found: dict[str, Operand] = {"year": Year(row.time_period), **held_counts(row)}
    for end in ("highest", "lowest"):
        area = getattr(row, f"{end}_area")
        subject = Subject(series_id, area, row.sex, row.urbanisation)
        found[end] = replace(figure(getattr(row, f"{end}_value"), subject, row.time_period), end=end)
        found[f"{end}_area"] = end_place(area, getattr(row, f"others_{end}"), "in")
    return found


def held_counts(row: Any) -> dict[str, Operand]:
    """Return how many regions have a value, and how many there were."""
    return {"held": Count(row.n_regions, "held"), "listed": Count(row.n_expected, "listed")}


def above_claim(series_id: str, row: Any) -> Claim:
    """Write how many regions lie above the country, from a row of `series_extremes`; where the two ends lie, if the
    country is no yardstick."""
    if row.n_above is None:
        return ends_claim(series_id, row)
    national = figure(row.national_value, Subject(series_id, COUNTRY, row.sex, row.urbanisation), row.time_period)
    return Claim(
        "lens.above_country" if row.n_regions == row.n_expected else "lens.above_country_of_held",
        {
            "above": Count(row.n_above, "above"),
            **held_counts(row),
            "national": replace(national, reference=True),
            "year": Year(row.time_period),
        },
        Relation.COUNTS,
        Quantifier.SOME,
        Subject(series_id, None, row.sex, row.urbanisation),
        (row.time_period,),
        among="regions",
    )


def end_place(area: str, others: int, form: str) -> Operand:
    """Name the region at one end of a ranking, and how many share its place."""
    place = Place(area, form)
    return Term("lens.shared_end", {"area": place, "others": Count(others, "others")}) if others else place


def split_claim(series_id: str, split: str, view: View) -> Claim | None:
    """Write which half of a series is higher in the country; None where no year has halves that fit their total."""
    found = halves(Subject(series_id, COUNTRY), split, view)
    if found is None:
        return None
    row, _ = found
    first, second = ("F", "M") if split == "sex" else ("R", "U")
    own = f"series.{split}_{row.who}_{series_id}"
    return Claim(
        own if has_text(own) else f"lens.{split}_{row.who}",
        {
            "what": subject_words(series_id),
            "first": figure(row.first_value, Subject(series_id, COUNTRY, **{split: first}), row.time_period),
            "second": figure(row.second_value, Subject(series_id, COUNTRY, **{split: second}), row.time_period),
            "year": Year(row.time_period),
        },
        Relation.IS if row.who == "level" else Relation.MORE_THAN,
        subject=Subject(series_id, COUNTRY, **{split: None}),
        years=(row.time_period,),
    )


def figure(value: float, subject: Subject, year: int | None) -> Figure:
    """Return a value of a series as sentences print it."""
    about = detail(subject.series, DEFAULT_LANGUAGE)
    return Figure(value, short_unit(about.unit), about.decimals, subject, year)


def share(value: float, subject: Subject, year: int) -> Share:
    """Return a percentage of a series as a part of a whole."""
    return Share(**vars(figure(value, subject, year)))


@kept
def subject_words(series_id: str) -> Operand:
    """Return the words a sentence about a series begins with: its own, or its title."""
    return _words("what", series_id)


@kept
def title_words(series_id: str) -> Operand:
    """Return the title of a series in every language."""
    return Name({lang: detail(series_id, lang).title for lang in LANGUAGES})


@kept
def short_name(series_id: str) -> Operand:
    """Return the name of a series beside others: its short one, or its title."""
    return _words("name", series_id)


@kept
def grouped(subject: Subject) -> Operand:
    """Return what a sentence is about: the series, and the area and group where it is not everyone in the country."""
    what = subject_words(subject.series)
    return what if is_total(subject) else Term("lens.of_group", {"what": what, "group": line_name(subject)})


@kept
def line_name(subject: Subject, *, with_area: bool = False, with_series: bool = False, form: str = "name") -> Operand:
    """Return the name of a line: its area and its group, and its series where there are several; the country is named
    where it has no group, and `with_area`. On charts the `form` of places is short."""
    groups = [Term(f"lens.code_{code}") for code in (subject.sex, subject.urbanisation) if code != TOTAL]
    place = Place(subject.ref_area, form)
    if groups and (with_area or subject.ref_area != COUNTRY):
        name: Operand = Term("lens.grouped", {"name": place, "group": Listed(groups)})
    else:
        name = Listed(groups) if groups else place
    if not with_series:
        return name
    return short_name(subject.series) if is_total(subject) else Listed([short_name(subject.series), name])


def is_total(subject: Subject) -> bool:
    """Whether a subject is everyone in the country."""
    return (subject.ref_area, subject.sex, subject.urbanisation) == (COUNTRY, TOTAL, TOTAL)


def _has_sentence(series_id: str) -> bool:
    return has_text(f"series.what_{series_id}")


def _words(kind: str, series_id: str) -> Operand:
    key = f"series.{kind}_{series_id}"
    return Term(key) if has_text(key) else title_words(series_id)
