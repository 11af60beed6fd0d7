"""Cards of the comparison: every country's newest value, and the course of the chosen ones over the years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pages.parts.cards.board import Selection
from pages.parts.cards.claim import Claim, Figure, Listed, Place, Relation, Subject, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress, SourceNote
from pages.parts.cards.table import column_label
from pages.parts.charts.marks import Bars, Lines
from pages.parts.compare.choice import (
    DRAWN_FROM,
    FIRST_COUNTRIES,
    HOME,
    MOST_COUNTRIES,
    SINCE_YEAR,
    Comparison,
    is_group,
)
from pages.parts.compare.claims import WORLD, course_claim, newer_claims, standing_claim
from pages.parts.series.about import View, absent, breaks, detail, notes, period, source_note, span
from pages.parts.series.answers import lines
from pages.parts.series.reach import named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text, unit_label
from queries.rows import Chosen, Rows, cut

TABLE = ("area_name", "time_period", "obs_value", "obs_status")
LEAST_LINES, MOST_LINES = 360, 540
BAR_ROW, BARS_MARGIN = 25, 60


@kept
def ranking_card(compared: Comparison, view: View, *, key: str) -> Card | Note:
    """The newest value of every country since 2015; a bar that is clicked joins the lines or leaves them."""
    rows = named(_ranked(compared.series_id, view.as_of), view.names)
    if not len(rows):
        return absent(compared.series_id, view, key)
    lang = view.lang
    shown = _bars(rows, compared)
    claim = standing_claim(compared, view)
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text(
            "compare.ranking_subtitle", lang, name=compared.name, unit=_unit(compared, lang), years=period(shown)
        ),
        summary=Claim("compare.ranking_summary", {"finding": claim, "years": span(shown)}),
        reach=_ranking_reach(replace(compared, countries=()), replace(view, areas=())),
        rows=rows,
        source=licensed(compared.series_id, view),
        query=("compare_ranking", _ranking_params(compared.series_id, view.as_of)),
        notes=(*newer_claims(compared, view), *notes(compared.series_id, view), *_sums(compared, rows, view)),
        headers=_headers(lang),
        decimals=compared.decimals,
        selects="country",
        slide=_slide("countries", compared),
        choice={"country": compared.drawn},
    )


@kept
def lines_card(compared: Comparison, view: View, *, key: str) -> Card | Note:
    """Kazakhstan and the chosen countries over the years, all of one source; about as high as the bars."""
    lang = view.lang
    reach = _lines_reach(replace(compared, countries=()), replace(view, areas=()))
    choice = {"country": compared.drawn}
    rows = cut(_reachable(compared.series_id, compared.totals, lang, view.as_of), reach.filters, choice)
    if not len(rows):
        return absent(compared.series_id, view, key)
    claim = course_claim(compared, view)
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text(
            "compare.lines_subtitle", lang, name=compared.name, unit=_unit(compared, lang), years=period(rows)
        ),
        summary=Claim("compare.lines_summary", {"finding": claim, "years": span(rows)}),
        reach=reach,
        rows=rows,
        source=licensed(compared.series_id, view),
        query=("series_line", {"series_ids": (compared.series_id,), "as_of": view.as_of}),
        notes=tuple(_absent(compared, rows, view)),
        headers=_headers(lang),
        decimals=compared.decimals,
        slide=_slide("country_lines", compared),
        choice=choice,
    )


def choose_country(selection: Selection) -> None:
    """Take a country picked on the bars into the lines, or out of them."""
    chosen = choices.read_all("country") or list(FIRST_COUNTRIES)
    if selection.key in chosen:
        chosen.remove(selection.key)
    elif selection.key != HOME:
        chosen = [*chosen, selection.key][-MOST_COUNTRIES:]
    choices.write("country", chosen)


@kept
def licensed(series_id: str, view: View) -> SourceNote:
    """Return the source of a series with its licence in words: some must be shared alike."""
    note = source_note(series_id, view.lang, view.as_of)
    licence = text(f"about.licence_{detail(series_id, view.lang).licence_id}", view.lang)
    return replace(note, name=text("compare.source", view.lang, name=note.name, licence=licence))


@kept
def _ranking_reach(compared: Comparison, view: View) -> Reach:
    rows = _bars(_ranked(compared.series_id, view.as_of), compared)
    mark = Bars(
        rows=rows,
        by="ref_area",
        names={code: view.names[code] for code in rows["ref_area"]},
        unit=compared.unit,
        decimals=compared.decimals,
        years=True,
        heads={role: text(f"compare.heading_{role}", view.lang) for role in ("country", "group")},
    )
    return Reach(mark, follows={"chosen": "country"})


@kept
def _lines_reach(compared: Comparison, view: View) -> Reach:
    rows = _reachable(compared.series_id, compared.totals, view.lang, view.as_of)
    codes = dict.fromkeys(rows["ref_area"])
    bars = len(_bars(_ranked(compared.series_id, view.as_of), compared))
    mark = Lines(
        rows=rows.only(("ref_area", "time_period", "obs_value", "obs_status", "segment")),
        by="ref_area",
        names={code: view.names[code] for code in (HOME, *codes) if code in codes},
        unit=compared.unit,
        decimals=compared.decimals,
        # A group of countries is dotted, because it is no country's course.
        dotted=tuple(code for code in codes if is_group(code)),
        breaks=breaks((compared.series_id,), view.lang),
        height=min(max(BARS_MARGIN + BAR_ROW * bars, LEAST_LINES), MOST_LINES),
    )
    return Reach(mark, (Chosen("ref_area", "country", (HOME,)),), {"chosen": "country"})


@kept
def _reachable(series_id: str, totals: bool, lang: str, as_of: date) -> Rows:
    """The values of all countries since 2000; those of groups only where they are no sums."""
    rows = lines((series_id,), as_of).where(sex="_T", urbanisation="_T")
    held = zip(rows["ref_area"], rows["time_period"], strict=True)
    drawn = [place for place, (code, year) in enumerate(held) if year >= DRAWN_FROM and not (totals and is_group(code))]
    return named(rows.at(drawn), choices.area_names(lang))


def _ranking_params(series_id: str, as_of: date) -> dict[str, Any]:
    return {"series_id": series_id, "as_of": as_of, "since_year": SINCE_YEAR}


def _ranked(series_id: str, as_of: date) -> Rows:
    return answer("compare_ranking", **_ranking_params(series_id, as_of))


def _bars(rows: Rows, compared: Comparison) -> Rows:
    """The rows that are drawn as bars: countries alone where groups are sums, which would dwarf them."""
    return rows.where(role="country") if compared.totals else rows


def _absent(compared: Comparison, rows: Rows, view: View) -> list[Claim]:
    """Name the chosen countries without a line, and say why groups have none where they are sums."""
    missing = [code for code in (HOME, *compared.drawn) if code not in rows.places("ref_area")]
    written = []
    if missing:
        areas = Listed([Place(code, "short") for code in missing])
        lacking = Subject(compared.series_id, None)
        values = {"areas": areas, "year": Year(DRAWN_FROM)}
        written.append(Claim("compare.absent", values, Relation.LACKS, subject=lacking, years=(DRAWN_FROM,)))
    if len(compared.drawn) < len(compared.countries):
        written.append(Claim("compare.groups_are_sums"))
    return written


def _sums(compared: Comparison, rows: Rows, view: View) -> tuple[Claim, ...]:
    """Write the world's total in words where its bar would dwarf every country."""
    world = rows.where(ref_area=WORLD).first if compared.totals else None
    if world is None:
        return ()
    subject = Subject(compared.series_id, WORLD)
    value = Figure(world.obs_value, compared.unit, compared.decimals, subject, world.time_period)
    return (Claim("compare.world_total", {"year": Year(world.time_period), "world": value}, Relation.IS),)


def _slide(kind: str, compared: Comparison) -> SlideAddress:
    return SlideAddress(kind, {"series": (compared.series_id,), "country": compared.countries})


def _headers(lang: str) -> dict[str, str]:
    return {name: column_label(name, lang) for name in TABLE}


def _unit(compared: Comparison, lang: str) -> str:
    return unit_label(detail(compared.series_id, lang).unit, lang)
