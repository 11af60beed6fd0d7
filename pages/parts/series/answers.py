"""What the store says of a series, and which of its rows a choice selects: no question is asked for a choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import queries
from pages.parts.cards.claim import Subject
from pages.parts.series.about import COUNTRY, View
from pages.parts.visit.ask import answer, kept
from queries.rows import Rows

REGION_KINDS = ("oblast", "city")


def lines(series_ids: tuple[str, ...], as_of: date) -> Rows:
    """Return all values of series (`series_line`)."""
    return answer("series_line", series_ids=series_ids, as_of=as_of)


@kept
def regions(lang: str) -> tuple[str, ...]:
    """Return the codes of the regions that exist today, in the order of the catalogue."""
    return answer("areas", lang=lang).where(kind=REGION_KINDS, valid_to=None)["ref_area"]


@kept
def regions_ever(lang: str) -> tuple[str, ...]:
    """Return the codes of all regions, those that no longer exist among them."""
    return answer("areas", lang=lang).where(kind=REGION_KINDS)["ref_area"]


def change(subject: Subject, view: View) -> Any | None:
    """Return how far a series has come in the reader's years (`series_change`); None where it has no value there.

    The latest year within them, and the first one of the same unbroken stretch from the baseline on, so that a sentence
    and a status tell of the same years; the earliest one where the latest lies before the baseline.
    """
    allowed = _changes(view.as_of, subject)
    if view.years:
        first, last = view.years
        allowed = tuple(pair for pair in allowed if first <= pair.first_year and pair.latest_year <= last)
    latest = [pair for pair in allowed if pair.latest_year == allowed[-1].latest_year]
    return next((pair for pair in latest if pair.first_year >= (pair.baseline_year or 0)), next(iter(latest), None))


def changes(series_ids: tuple[str, ...], view: View, ref_area: str = COUNTRY) -> Mapping[str, Any]:
    """Return how far each of several series has come, by series; one without a value in the years is absent."""
    found = {series_id: change(Subject(series_id, ref_area), view) for series_id in series_ids}
    return {series_id: row for series_id, row in found.items() if row is not None}


def extremes(series_id: str, view: View) -> Any | None:
    """Return the two ends of the regions (`series_extremes`) in the newest year that the choice allows; None where no
    region has a value then."""
    return _newest("series_extremes", series_id, view)


def halves(subject: Subject, split: str, view: View) -> tuple[Any, int | None] | None:
    """Return the two halves of a series (`split_gap`) in the newest year in which they fit their total, and a later
    year that had to be left out because they do not; None where no year fits."""
    rows = [row for row in _halves(view.as_of, subject, split) if view.contains(row.time_period)]
    fitting = next((row for row in reversed(rows) if row.fits), None)
    if fitting is None:
        return None
    return fitting, rows[-1].time_period if rows[-1].time_period > fitting.time_period else None


def missing(series_id: str, year: int, view: View) -> Rows:
    """Return the regions that existed in a year but have no value (`series_missing`)."""
    rows = answer("series_missing", series_id=series_id, as_of=view.as_of)
    return rows.where(time_period=year, sex=view.sexes[0], urbanisation=view.settlements[0])


def lies_within(year: int, view: View) -> bool:
    """Whether a ranking of a year may be shown: one year that was chosen, or the newest that the years allow."""
    return year <= view.year if view.year is not None else view.contains(year)


def _newest(name: str, series_id: str, view: View) -> Any | None:
    rows = _by_year(name, view.as_of, series_id, view.sexes[0], view.settlements[0])
    return next((row for row in reversed(rows) if lies_within(row.time_period, view)), None)


@kept
def _by_year(name: str, as_of: date, series_id: str, sex: str, urbanisation: str) -> tuple[Any, ...]:
    return tuple(answer(name, series_id=series_id, as_of=as_of).where(sex=sex, urbanisation=urbanisation))


@kept
def _changes(as_of: date, subject: Subject) -> tuple[Any, ...]:
    # Every pair of years of every region is much to keep, and most sentences are about the country.
    rows = queries.rows_of("series_change", series_ids=[subject.series], as_of=as_of)
    return tuple(rows.where(ref_area=subject.ref_area, sex=subject.sex, urbanisation=subject.urbanisation))


@kept
def _halves(as_of: date, subject: Subject, split: str) -> tuple[Any, ...]:
    rows = answer("split_gap", series_id=subject.series, as_of=as_of)
    return tuple(rows.where(ref_area=subject.ref_area, split=split))
