"""The regions in the order of one year, with the country's value as a line where it is a yardstick."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.parts.cards.claim import Claim, Listed, Operand, Place, Relation, Subject, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Bars
from pages.parts.series.about import COUNTRY, View, absent, detail, notes, short_unit, source_note, subtitle
from pages.parts.series.answers import extremes, missing
from pages.parts.series.claims import above_claim, ends_claim
from pages.parts.series.reach import COLUMNS, FILTERS, Codes, Held, named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Chosen, Filter, Newest, Rows, Within, cut

DRAWN = ("ref_area", "time_period", "obs_value", "obs_status", "place", "n_tied", "within_rounding", "national_value")
HALVES = ("sex", "urbanisation")


@kept
def ranking_card(
    series_id: str, view: View, *, key: str, filters: Codes = FILTERS, more_notes: tuple[Claim | str, ...] = ()
) -> Card | Note:
    """The regions in the newest year that the choice allows; a bar that is clicked selects its region.

    `filters` are the address names of the page's controls: `year` is one year, `years` a span whose newest is shown.
    """
    ends = extremes(series_id, view)
    if ends is None:
        return absent(series_id, view, key)
    held = Held.of((series_id,), replace(view, areas=()), filters)
    reach = _reach(held)
    rows = cut(_reachable(held), reach.filters, view.choice(*filters))
    claim = ends_claim(series_id, ends)
    unclear = any(tied > 1 for tied in rows["n_tied"]) or any(rows["within_rounding"])
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=subtitle(series_id, rows, view.lang),
        summary=_summary(series_id, ends, claim),
        reach=reach,
        rows=rows,
        source=source_note(series_id, view.lang, view.as_of),
        query=("ranking", {"series_id": series_id, "as_of": view.as_of}),
        notes=(
            *notes(series_id, view),
            *missing_notes(series_id, ends.time_period, view),
            *((text("lens.note_rounding", view.lang),) if unclear else ()),
            *more_notes,
        ),
        decimals=detail(series_id, view.lang).decimals,
        selects="area",
        slide=SlideAddress("ranking", {"series": (series_id,), **view.state(*filters, *HALVES)}),
        choice=view.choice(*filters),
    )


def missing_notes(series_id: str, year: int, view: View) -> tuple[Claim, ...]:
    """Name the regions that existed in a year but have no value."""
    areas = Listed([Place(code, "short") for code in missing(series_id, year, view)["ref_area"]])
    subject = Subject(series_id, None, view.sexes[0], view.settlements[0])
    values = {"year": Year(year), "areas": areas}
    lacking = Claim("lens.note_missing_regions", values, Relation.LACKS, subject=subject, years=(year,))
    return (lacking,) if areas.items else ()


@kept
def _reachable(held: Held) -> Rows:
    fixed = {column: codes for column, codes in held.fixed if column != "ref_area"}
    rows = answer("ranking", series_id=held.series[0], as_of=held.as_of).where(**fixed)
    return named(rows, choices.area_names(held.lang))


@kept
def _reach(held: Held) -> Reach:
    about, names = detail(held.series[0], held.lang), choices.area_names(held.lang)
    rows = _reachable(held)
    halves = tuple(name for name in HALVES if name in held.filters)
    mark = Bars(
        rows=rows.only((*DRAWN, *halves)),
        by="ref_area",
        names={code: names[code] for code in names if code in rows.places("ref_area")},
        unit=short_unit(about.unit),
        decimals=about.decimals,
        # A sum over regions is no yardstick for one of them.
        reference=None if about.additive else names[COUNTRY],
    )
    of_halves = [Chosen(COLUMNS[name], name) for name in halves]
    return Reach(mark, (*of_halves, *_of_one_year(held.filters)), {"chosen": "area"})


def _of_one_year(filters: Codes) -> tuple[Filter, ...]:
    if "year" in filters:
        return (Newest("time_period", "year"),)
    return (Within("time_period", "years"), Newest("time_period", "years"))


def _summary(series_id: str, ends: Any, finding: Claim) -> Claim:
    told: dict[str, Operand] = {"year": Year(ends.time_period), "finding": finding}
    if ends.n_above is None:
        return Claim("lens.summary_ranking_plain", told)
    return Claim("lens.summary_ranking", {**told, "above": above_claim(series_id, ends)})
