"""What women and men earn per hour in every section of the economy, as pairs of dots."""

from __future__ import annotations

from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Name, Quantifier, Relation, Subject, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Pairs
from pages.parts.series.about import COUNTRY, View, absent, source_note
from pages.parts.visit.ask import answer, kept
from pages.parts.women.lead import ARTS
from pages.parts.words.language import LANGUAGES, text
from queries.rows import Newest, Rows, Within, cut

UNIT, ROW = "TNG_PER_HOUR", 26
DRAWN = ("activity", "time_period", "women", "men", "women_to_men")
FILTERS = (Within("time_period", "years"), Newest("time_period", "years"))


@kept
def pay_pairs_card(view: View, *, key: str) -> Card | Note:
    """Women's and men's hourly pay in each section, with women's pay as a percentage of men's beside it."""
    lang = view.lang
    rows = cut(_rows(lang, view.as_of), FILTERS, view.choice("years"))
    if not len(rows):
        return absent(ARTS, view, key)
    claim = pay_claim(rows, view.as_of)
    year = rows["time_period"][0]
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("women.pay_dumbbell_subtitle", lang, year=year),
        summary=Claim("women.pay_summary", {"year": Year(year), "finding": claim}),
        reach=_reach(lang, view.as_of),
        rows=rows,
        source=source_note(ARTS, lang, view.as_of),
        query=("women_pay", {"as_of": view.as_of, "lang": lang}),
        notes=(text("women.note_equal_jobs", lang),),
        slide=SlideAddress("pay", view.state("years")),
        choice=view.choice("years"),
    )


def pay_claim(rows: Rows, as_of: date) -> Claim:
    """Write in how many sections women earn less, and which are nearest to and farthest from equal pay."""
    nearest, widest = rows.where(place_from_equal=1).first, rows.where(place_from_widest=1).first
    every = nearest.n_women_less == nearest.n_sections
    return Claim(
        "women.pay_every" if every else "women.pay_some",
        {
            "fewer": Count(nearest.n_women_less, "n_women_less"),
            "sections": Count(nearest.n_sections, "n_sections"),
            "nearest": _section(nearest.activity, as_of),
            "nearest_value": _ratio(nearest, "nearest"),
            "widest": _section(widest.activity, as_of),
            "widest_value": _ratio(widest, "farthest"),
            "year": Year(nearest.time_period),
        },
        Relation.COUNTS,
        Quantifier.ALL if every else Quantifier.SOME,
        Subject(None, COUNTRY, None),
        (nearest.time_period,),
        among="question",
    )


@kept
def _reach(lang: str, as_of: date) -> Reach:
    rows = _rows(lang, as_of)
    mark = Pairs(
        rows=rows.only(DRAWN),
        by="activity",
        names=dict(zip(rows["activity"], rows["activity_name"], strict=True)),
        unit=UNIT,
        women=text("chart.women", lang),
        men=text("chart.men", lang),
        decimals=0,
        gap="women_to_men",
        gap_unit="PT",
        gap_heading=text("women.pay_heading", lang),
        row=ROW,
    )
    return Reach(mark, FILTERS)


def _rows(lang: str, as_of: date) -> Rows:
    return answer("women_pay", as_of=as_of, lang=lang)


def _section(activity: str, as_of: date) -> Name:
    return Name({lang: _rows(lang, as_of).where(activity=activity).first.activity_name for lang in LANGUAGES})


def _ratio(row: Any, end: str) -> Figure:
    subject = Subject(None, COUNTRY, None)
    return Figure(row.women_to_men, "PT", 1, subject, row.time_period, "women_to_men", end=end)
