"""Sentences of the comparison: where Kazakhstan stands in every measure, and how far it has come in one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Name, Operand, Quantifier, Relation, Subject, Term, Year
from pages.parts.cards.guard import said
from pages.parts.compare.choice import DRAWN_FROM, HOME, SINCE_YEAR, Comparison
from pages.parts.series.about import View, short_unit
from pages.parts.series.answers import change
from pages.parts.series.claims import LATEST_ALONE, course_figures
from pages.parts.visit.ask import answer
from pages.parts.words.language import text

WORLD = "M49-001"


def lead(view: View) -> str:
    """Write in how many comparisons Kazakhstan is best and last, by the direction of each; or that nothing was held."""
    query = ("compare_standing", {"as_of": view.as_of, "since_year": SINCE_YEAR})
    first = answer(query[0], **query[1]).first
    if first is None:
        return text("compare.lead_missing", view.lang)
    columns = {
        "best": "n_best",
        "last": "n_last",
        "neither": "n_neither",
        "unranked": "n_unranked",
        "count": "n_series",
    }
    counts = {name: Count(getattr(first, column), column) for name, column in columns.items()}
    claim = Claim("compare.lead", counts, Relation.COUNTS, Quantifier.ALL, among="question", query=query)
    return said(claim, view.lang, view.as_of)


def standing_claim(compared: Comparison, view: View) -> Claim:
    """Write where Kazakhstan stands among the countries, and the world beside it where it is no sum."""
    rows = answer("compare_standing", as_of=view.as_of, since_year=SINCE_YEAR)
    row = rows.where(series_id=compared.series_id).first
    subject = Subject(compared.series_id, HOME)
    if row is None:
        return Claim("compare.standing_missing", {"since": Year(SINCE_YEAR)}, subject=subject)
    standing = f"compare.standing_{row.standing}"
    values: dict[str, Operand] = {
        "year": Year(row.time_period),
        "place": Count(row.place, "place"),
        "count": Count(row.n_countries, "held"),
        "value": replace(
            _figure(compared, row.obs_value, HOME, row.time_period),
            end=row.standing if row.standing in ("highest", "lowest") else None,
        ),
    }
    said: dict[str, Any] = {
        "relation": {"highest": Relation.HIGHEST, "lowest": Relation.LOWEST}.get(row.standing, Relation.IS),
        "quantifier": Quantifier.ALL,
        "subject": subject,
        "among": "question",
    }
    if row.world_value is None:
        return Claim(standing, values, years=(row.time_period,), **said)
    beside: dict[str, Operand] = {
        "finding": Term(standing, values),
        "year": Year(row.world_year),
        "world": replace(_figure(compared, row.world_value, WORLD, row.world_year), reference=True),
    }
    return Claim("compare.beside_world", beside, years=(row.time_period, row.world_year), **said)


def newer_claims(compared: Comparison, view: View) -> tuple[Claim, ...]:
    """Write that Kazakhstan's own platform has a newer figure, where it has one."""
    query = ("compare_national", {"series_id": compared.series_id, "as_of": view.as_of, "lang": view.lang})
    return tuple(
        Claim(
            "compare.newer",
            {
                "title": Name({view.lang: row.title}),
                "year": Year(row.time_period),
                "value": Figure(
                    row.obs_value, short_unit(row.unit), row.decimals, Subject(None, HOME), row.time_period
                ),
            },
            Relation.IS,
            query=query,
        )
        for row in answer(query[0], **query[1]).where(ref_area=HOME, newer=True)
    )


def course_claim(compared: Comparison, view: View) -> Claim:
    """Write where Kazakhstan stood in the first and the latest year of one unbroken stretch."""
    subject = Subject(compared.series_id, HOME)
    row = change(subject, replace(view, years=(DRAWN_FROM, view.as_of.year)))
    if row is None:
        return Claim("compare.course_missing", subject=subject)
    told = row.course if row.course in ("moved", *LATEST_ALONE) else "course"
    return Claim(
        f"compare.course_{told}",
        course_figures(row, subject),
        Relation.IS if told in LATEST_ALONE else Relation.MOVED,
        subject=subject,
        years=(row.first_year, row.latest_year),
        among="years",
    )


def _figure(compared: Comparison, value: float, ref_area: str, year: int) -> Figure:
    return Figure(value, compared.unit, compared.decimals, Subject(compared.series_id, ref_area), year)
