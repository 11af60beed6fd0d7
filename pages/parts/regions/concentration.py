"""How unevenly a section is spread over regions: who gained and lost, and four measures over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from pages.parts.cards.board import Board
from pages.parts.cards.claim import Change, Claim, Count, Figure, Name, Quantifier, Relation, Subject, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Gaps, Lines, Stack
from pages.parts.regions.measure import SECTIONS, Choice, region_names
from pages.parts.series.about import View, absent, source_note
from pages.parts.series.reach import named
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_number, format_year_range, text
from queries.rows import Rows

HEIGHT, GAIN_ROW = 220, 37
THEIL = ("theil_between", "theil_within")


class Measure(NamedTuple):
    """A measure drawn as lines: columns of `concentration`, the one whose past the title tells first."""

    columns: tuple[str, ...]
    unit: str
    title_decimals: int


MEASURES = {
    "hoover": Measure(("hoover_percent",), "PT", 0),
    "number": Measure(("effective_number",), "RATIO", 1),
    "top": Measure(("top_3", "top_2"), "PT", 1),
}


def concentration_cards(page: Board, choice: Choice, view: View) -> None:
    """Put who gained and lost beside the number of regions that the section lives in, on borders that compare."""
    section, scheme = choice.section, choice.scheme
    plain = replace(view, areas=(), year=None)
    if not len(_rows(section, scheme, view.as_of)):
        page.put(absent(f"gva_{section}_regional_share", view, "regions_concentration"))
        return
    page.abreast(gains_card(section, scheme, plain), measure_card("number", section, scheme, plain))


def index_cards(page: Board, choice: Choice, view: View) -> None:
    """Put the other measures of concentration, for a reader who asks how it is computed."""
    plain = replace(view, areas=(), year=None)
    if len(_rows(choice.section, choice.scheme, view.as_of)):
        page.abreast(*(CARDS[name](choice.section, choice.scheme, plain) for name in ("top", "hoover", "theil")))


@kept
def gains_card(section: str, scheme: str, view: View) -> Card | Note:
    """The change of every region's share between the first and the latest year."""
    lang, params = view.lang, {"activity": SECTIONS[section], "geography": scheme, "as_of": view.as_of}
    rows = answer("region_gains", **params)
    if not len(rows):
        return absent(f"gva_{section}_regional_share", view, "regions_gains")
    names = region_names(Choice(section, "share", scheme), lang)
    top, bottom = rows.first, rows.last
    claim = Claim(
        "regions.gains_title",
        {
            "gained": Count(top.n_gained, "n_gained"),
            "count": Count(top.n_regions, "n_regions"),
            "first_year": Year(top.from_year),
            "last_year": Year(top.to_year),
        },
        Relation.COUNTS,
        Quantifier.SOME,
        Subject(f"gva_{section}_regional_share", None),
        (top.from_year, top.to_year),
        among="question",
    )
    mark = Gaps(
        rows=rows.only(("ref_area", "change")),
        by="ref_area",
        names={code: names[code] for code in rows["ref_area"]},
        unit="PT",
        sides=(text("regions.lost", lang), text("regions.gained", lang)),
        row=GAIN_ROW,
    )
    return Card(
        key="regions_gains",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text(
            "regions.gains_subtitle",
            lang,
            section=text(f"regions.section_{section}", lang),
            period=format_year_range(top.from_year, top.to_year),
        ),
        summary=Claim(
            "regions.gains_summary",
            {
                "title": claim,
                "most": Name({lang: names[top.ref_area]}),
                "gain": Change(top.change, "PT", 1, Subject(None, top.ref_area), None, "change"),
                "least": Name({lang: names[bottom.ref_area]}),
                "loss": Change(bottom.change, "PT", 1, Subject(None, bottom.ref_area), None, "change"),
            },
        ),
        reach=Reach(mark),
        rows=named(rows, names),
        source=source_note(f"gva_{section}_regional_share", lang, view.as_of),
        query=("region_gains", params),
        notes=(text("regions.note_comparable", lang),),
        selects="area",
        slide=_slide("region_gains", section, scheme),
    )


@kept
def measure_card(name: str, section: str, scheme: str, view: View) -> Card | Note:
    """One of `MEASURES` over the years; its title sets the latest answer beside the first."""
    lang, rows = view.lang, _rows(section, scheme, view.as_of)
    if not len(rows):
        return absent(f"gva_{section}_regional_share", view, f"regions_{name}")
    columns, unit, _ = MEASURES[name]
    claim = _measure_claim(name, section, rows)
    mark = Lines(
        rows=_long(rows, columns),
        by="measure",
        names={column: text(f"regions.{column}_name", lang) for column in columns},
        unit=unit,
        meanings={column: f"section:{section.upper()}" for column in columns[:1]},
        zero=True,
        height=HEIGHT,
    )
    return Card(
        key=f"regions_{name}",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text(f"regions.{name}_subtitle", lang, hhi=format_number(rows.last.hhi, 3, lang)),
        summary=claim,
        reach=Reach(mark),
        rows=rows.only(("time_period", "n_regions", *columns)),
        source=source_note(f"gva_{section}_regional_share", lang, view.as_of),
        query=_query(section, scheme, view.as_of),
        decimals=2,
        slide=_slide(f"region_{name}", section, scheme),
    )


@kept
def theil_card(section: str, scheme: str, view: View) -> Card | Note:
    """The Theil index in two parts: between the cities and the oblasts, and within the two groups."""
    lang, rows = view.lang, _rows(section, scheme, view.as_of)
    if not len(rows):
        return absent(f"gva_{section}_share_of_grp", view, "regions_theil")
    latest, subject = rows.last, Subject(f"gva_{section}_share_of_grp", None)
    claim = Claim(
        "regions.theil_title",
        {
            "between": Figure(latest.theil_between, "RATIO", 2, subject, latest.time_period, "theil_between"),
            "total": Figure(latest.theil, "RATIO", 2, subject, latest.time_period, "theil"),
            "year": Year(latest.time_period),
        },
        Relation.IS,
        subject=subject,
        years=(latest.time_period,),
    )
    mark = Stack(
        rows=_long(rows, THEIL),
        by="measure",
        names={part: text(f"regions.{part}_name", lang) for part in THEIL},
        unit="RATIO",
        decimals=2,
        height=HEIGHT,
    )
    return Card(
        key="regions_theil",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("regions.theil_subtitle", lang),
        summary=claim,
        reach=Reach(mark),
        rows=rows.only(("time_period", "theil", *THEIL)),
        source=source_note(f"gva_{section}_share_of_grp", lang, view.as_of),
        query=_query(section, scheme, view.as_of),
        decimals=3,
        slide=_slide("region_theil", section, scheme),
    )


# The cards of concentration by their names: functions of a section, borders and the reader's view.
CARDS: Mapping[str, Callable[[str, str, View], Card | Note]] = {
    "gains": gains_card,
    **{name: partial(measure_card, name) for name in MEASURES},
    "theil": theil_card,
}


def _measure_claim(name: str, section: str, rows: Rows) -> Claim:
    columns, unit, decimals = MEASURES[name]
    first, latest, subject = rows.first, rows.last, Subject(f"gva_{section}_regional_share", None)
    shown = {
        column: Figure(getattr(latest, column), unit, decimals, subject, latest.time_period, column)
        for column in columns
    }
    before = Figure(getattr(first, columns[0]), unit, decimals, subject, first.time_period, columns[0])
    return Claim(
        f"regions.{name}_title",
        {
            "first_year": Year(first.time_period),
            "before": before,
            "year": Year(latest.time_period),
            **shown,
        },
        Relation.MOVED,
        subject=subject,
        years=(first.time_period, latest.time_period),
    )


def _slide(kind: str, section: str, scheme: str) -> SlideAddress:
    return SlideAddress(kind, {"section": section, "geo": scheme})


def _query(section: str, scheme: str, as_of: date) -> tuple[str, dict[str, Any]]:
    return "concentration", {"activity": SECTIONS[section], "as_of": as_of, "geography": scheme}


def _rows(section: str, scheme: str, as_of: date) -> Rows:
    name, params = _query(section, scheme, as_of)
    return answer(name, **params)


def _long(rows: Rows, columns: Sequence[str]) -> Rows:
    """One row per measure and year out of one column per measure."""
    return Rows(
        {
            "measure": [column for column in columns for _ in rows["time_period"]],
            "time_period": [year for _ in columns for year in rows["time_period"]],
            "obs_value": [value for column in columns for value in rows[column]],
        }
    )
