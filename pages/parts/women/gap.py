"""Women minus men by region: a signed map with zero neutral, and the values behind it as pairs of dots."""

from __future__ import annotations

from datetime import date
from typing import Any

from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import Pairs, Regions
from pages.parts.series.about import View, absent, detail, notes, short_unit, source_note, subtitle
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.women.gap_claims import REGIONAL, Gap, finding_claim, gap_rows, pairs_claim, summary_claim
from pages.parts.words.language import text
from queries.rows import Newest, cut

MEASURES = ("unemployment_total", "neet_15_24", "informal_total", "mobile_phone_use")
FILTERS = (Newest("time_period", "year"),)
MAP_HEIGHT, ROW = 470, 22
MAP_COLUMNS = ("ref_area", "time_period", "gap", "obs_status", "layout", "missing", "note")
PAIR_COLUMNS = ("ref_area", "time_period", "women", "men", "gap")


@kept
def years(series_id: str, as_of: date) -> tuple[int, ...]:
    """Return the years in which women and men can be compared by region."""
    return answer("women_gap_finding", series_id=series_id, as_of=as_of)["time_period"]


@kept
def map_card(series_id: str, view: View, *, key: str) -> Card | Note:
    """The signed map of one year; the borders are those of the year."""
    gap = Gap(series_id, view.lang, view.as_of)
    row = _finding(gap, view)
    if row is None:
        return absent(series_id, view, key)
    rows = cut(gap_rows(gap), FILTERS, view.choice("year"))
    claim = finding_claim(gap, row)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("women.gap_subtitle", view.lang, year=row.time_period),
        summary=summary_claim(gap, row, claim),
        reach=_reaches(series_id, view)[0],
        rows=rows,
        source=source_note(series_id, view.lang, view.as_of),
        query=gap.query,
        notes=(*notes(series_id, view), text("regions.note_outlines", view.lang)),
        decimals=detail(series_id, view.lang).decimals,
        selects="area",
        slide=SlideAddress("gap_map", {"series": (series_id,), **view.state("area", "year")}),
        choice=_choice(series_id, view),
        switch="measure",
        alternatives={measure: _reaches(measure, view)[0] for measure in _held(view.as_of)},
    )


@kept
def pairs_card(series_id: str, view: View, *, key: str) -> Card | Note:
    """The values behind the gaps: two dots per region, widest gap on top, the country among them."""
    gap = Gap(series_id, view.lang, view.as_of)
    row = _finding(gap, view)
    if row is None:
        return absent(series_id, view, key)
    rows = cut(gap_rows(gap), FILTERS, view.choice("year"))
    claim = pairs_claim(gap, row, rows)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=subtitle(series_id, rows, view.lang),
        summary=claim,
        reach=_reaches(series_id, view)[1],
        rows=rows,
        source=source_note(series_id, view.lang, view.as_of),
        query=gap.query,
        decimals=detail(series_id, view.lang).decimals,
        slide=SlideAddress("gap", {"series": (series_id,), **view.state("year")}),
        choice=_choice(series_id, view),
        switch="measure",
        alternatives={measure: _reaches(measure, view)[1] for measure in _held(view.as_of)},
    )


def _choice(series_id: str, view: View) -> dict[str, tuple[Any, ...]]:
    return {**view.choice("area", "year"), "measure": (series_id,)}


@kept
def _held(as_of: date) -> tuple[str, ...]:
    """The measures of which any year is held on the date."""
    return tuple(series_id for series_id in MEASURES if years(series_id, as_of))


def _finding(gap: Gap, view: View) -> Any | None:
    rows = answer("women_gap_finding", series_id=gap.series_id, as_of=gap.as_of)
    return cut(rows, FILTERS, view.choice("year")).first


def _reaches(series_id: str, view: View) -> tuple[Reach, Reach]:
    return _map_and_pairs(Gap(series_id, view.lang, view.as_of))


@kept
def _map_and_pairs(gap: Gap) -> tuple[Reach, Reach]:
    """The map and the pairs of a measure with all its years."""
    about, rows, names = detail(gap.series_id, gap.lang), gap_rows(gap), choices.area_names(gap.lang)
    limits = answer("women_gap_classes", series_id=gap.series_id, as_of=gap.as_of)["limit_value"]
    drawn = {code: names[code] for code in names if code in rows.places("ref_area")}
    regions = Regions(
        rows=rows.where(kind=REGIONAL).only(MAP_COLUMNS),
        names=drawn,
        unit="PP",
        classes=Classes(tuple(limits), palette="diverging", scheme="fixed"),
        decimals=about.decimals,
        value="gap",
        height=MAP_HEIGHT,
    )
    pairs = Pairs(
        rows=rows.known("gap").only(PAIR_COLUMNS),
        by="ref_area",
        names=drawn,
        unit=short_unit(about.unit),
        women=text("chart.women", gap.lang),
        men=text("chart.men", gap.lang),
        decimals=about.decimals,
        gap_heading=text("women.pairs_heading", gap.lang),
        row=ROW,
    )
    return Reach(regions, FILTERS, {"chosen": "area"}), Reach(pairs, FILTERS)
