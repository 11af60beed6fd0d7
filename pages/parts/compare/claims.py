"""Sentences of the comparison: where Kazakhstan stands in every measure, and how far it has come in one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Operand, Quantifier, Relation, Subject, Term, Year
from pages.parts.compare.choice import DRAWN_FROM, HOME, SINCE_YEAR, Comparison
from pages.parts.series.about import View, short_unit
from pages.parts.series.answers import change
from pages.parts.visit.ask import answer
from pages.parts.words.language import format_value, text

WORLD = "M49-001"


def lead(view: View) -> str:
    """Write in how many comparisons Kazakhstan is best and last, by the direction of each; or that nothing was held."""
    first = answer("compare_standing", as_of=view.as_of, since_year=SINCE_YEAR).first
    if first is None:
        return text("compare.lead_missing", view.lang)
    counts = {"best": first.n_best, "last": first.n_last, "neither": first.n_neither, "unranked": first.n_unranked}
    return text("compare.lead", view.lang, count=first.n_series, **counts)


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
        "count": Count(row.n_countries, "country"),
        "value": _figure(compared, row.obs_value, HOME, row.time_period),
    }
    said: dict[str, Any] = {
        "relation": {"highest": Relation.HIGHEST, "lowest": Relation.LOWEST}.get(row.standing, Relation.IS),
        "quantifier": Quantifier.ALL,
        "subject": subject,
    }
    if row.world_value is None:
        return Claim(standing, values, years=(row.time_period,), **said)
    beside: dict[str, Operand] = {
        "finding": Term(standing, values),
        "year": Year(row.world_year),
        "world": _figure(compared, row.world_value, WORLD, row.world_year),
    }
    return Claim("compare.beside_world", beside, years=(row.time_period, row.world_year), **said)


def newer_words(compared: Comparison, view: View) -> tuple[str, ...]:
    """Write that Kazakhstan's own platform has a newer figure, where it has one."""
    rows = answer("compare_national", series_id=compared.series_id, as_of=view.as_of, lang=view.lang)
    return tuple(
        text(
            "compare.newer",
            view.lang,
            title=row.title,
            year=row.time_period,
            value=format_value(row.obs_value, short_unit(row.unit), row.decimals, view.lang),
        )
        for row in rows.where(ref_area=HOME, newer=True)
    )


def course_claim(compared: Comparison, view: View) -> Claim:
    """Write where Kazakhstan stood in the first and the latest year of one unbroken stretch."""
    subject = Subject(compared.series_id, HOME)
    row = change(subject, replace(view, years=(DRAWN_FROM, view.as_of.year)))
    if row is None:
        return Claim("compare.course_missing", subject=subject)
    one = row.first_year == row.latest_year
    return Claim(
        "compare.course_one" if one else "compare.course",
        {
            "first_year": Year(row.first_year),
            "first": _figure(compared, row.first_value, HOME, row.first_year),
            "latest_year": Year(row.latest_year),
            "latest": _figure(compared, row.latest_value, HOME, row.latest_year),
        },
        Relation.IS if one else Relation.MOVED,
        subject=subject,
        years=(row.first_year, row.latest_year),
    )


def _figure(compared: Comparison, value: float, ref_area: str, year: int) -> Figure:
    return Figure(value, compared.unit, compared.decimals, Subject(compared.series_id, ref_area), year)
