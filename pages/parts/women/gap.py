"""Women minus men by region: a signed map with zero neutral, and the values behind it as pairs of dots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.cards.claim import Change, Claim, Count, Place, Quantifier, Relation, Subject, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import Pairs, Regions
from pages.parts.series.about import View, absent, detail, notes, short_unit, source_note, subtitle
from pages.parts.series.claims import figure
from pages.parts.series.reach import named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Newest, Rows, cut

MEASURES = ("unemployment_total", "neet_15_24", "informal_total", "mobile_phone_use")
FILTERS = (Newest("time_period", "year"),)
MAP_HEIGHT, ROW = 470, 22
REGIONAL = ("oblast", "city")
MAP_COLUMNS = ("ref_area", "time_period", "gap", "obs_status", "layout", "missing", "note")
PAIR_COLUMNS = ("ref_area", "time_period", "women", "men", "gap")


@dataclass(frozen=True)
class Gap:
    """A measure in a language as of a date."""

    series_id: str
    lang: str
    as_of: date

    @property
    def query(self) -> tuple[str, dict[str, Any]]:
        """The question whose answer both cards show."""
        return "women_gap_areas", {"series_id": self.series_id, "as_of": self.as_of}


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
    rows = cut(_rows(gap), FILTERS, view.choice("year"))
    claim = _finding_claim(gap, row)
    counts = {"women": row.n_women_higher, "men": row.n_men_higher, "level": row.n_level, "count": row.n_regions}
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("women.gap_subtitle", view.lang, year=row.time_period),
        summary=text("women.gap_summary", view.lang, year=row.time_period, finding=claim.words(view.lang), **counts),
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
    rows = cut(_rows(gap), FILTERS, view.choice("year"))
    claim = _pairs_claim(gap, row, rows)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=subtitle(series_id, rows, view.lang),
        summary=claim.words(view.lang),
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


@kept
def _rows(gap: Gap) -> Rows:
    """The rows of all years with the names of regions, and why one is empty in words."""
    name, params = gap.query
    rows = named(answer(name, **params), choices.area_names(gap.lang))
    return rows.having(
        layout=rows["map_layout"],
        missing=[None if reason is None else "no_data" for reason in rows["reason"]],
        note=[None if reason is None else text(f"women.reason_{reason}", gap.lang) for reason in rows["reason"]],
    )


def _reaches(series_id: str, view: View) -> tuple[Reach, Reach]:
    return _map_and_pairs(Gap(series_id, view.lang, view.as_of))


@kept
def _map_and_pairs(gap: Gap) -> tuple[Reach, Reach]:
    """The map and the pairs of a measure with all its years."""
    about, rows, names = detail(gap.series_id, gap.lang), _rows(gap), choices.area_names(gap.lang)
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


def _finding_claim(gap: Gap, row: Any) -> Claim:
    """Write in how many regions whose value is higher, what that means for women, and where the gap is widest."""
    about = detail(gap.series_id, gap.lang)
    widest = Subject(gap.series_id, row.widest_area, None)
    return Claim(
        f"women.gap_{about.direction}_{row.leading}",
        {
            "what": Term(f"women.what_{gap.series_id}"),
            "women": Count(row.n_women_higher, "n_women_higher"),
            "men": Count(row.n_men_higher, "n_men_higher"),
            "count": Count(row.n_regions, "n_regions"),
            "area": Place(row.widest_area),
            "gap": Change(row.widest_gap, "PT", about.decimals, widest, row.time_period, "gap"),
        },
        Relation.COUNTS,
        Quantifier.SOME,
        Subject(gap.series_id, None, None),
        (row.time_period,),
    )


def _pairs_claim(gap: Gap, row: Any, rows: Rows) -> Claim:
    widest = rows.where(ref_area=row.widest_area).first
    return Claim(
        "women.pairs_title",
        {
            "area": Place(row.widest_area, "in"),
            "women": figure(widest.women, Subject(gap.series_id, row.widest_area, "F"), row.time_period),
            "men": figure(widest.men, Subject(gap.series_id, row.widest_area, "M"), row.time_period),
            "year": Year(row.time_period),
        },
        Relation.ENDS,
        Quantifier.ALL,
        Subject(gap.series_id, None, None),
        (row.time_period,),
    )
