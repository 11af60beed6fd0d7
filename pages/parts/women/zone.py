"""Shares and indices of the women's page, each against the zone that its kind of measure is read by."""

from __future__ import annotations

from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Name, Operand, Quantifier, Relation, Subject, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Zone
from pages.parts.series.about import COUNTRY, View, absent, detail, source_note
from pages.parts.visit.ask import answer, kept
from pages.parts.women.lead import MANAGERS
from pages.parts.words.language import LANGUAGES, format_number, format_value, has_text, text
from queries.rows import Newest, Rows, cut

RATES = (
    "neet_15_24",
    "unemployment_total",
    "internet_use",
    "mobile_phone_use",
    "informal_total",
    "unproductive_total",
)
PARITY_FILTERS = (Newest("to_year", "years"),)


@kept
def shares_card(view: View, *, key: str) -> Card | Note:
    """Women's shares of posts and jobs against the balance zone of 40 to 60 per cent."""
    lang = view.lang
    rows = answer("women_shares", as_of=view.as_of)
    if not len(rows):
        return absent(MANAGERS, view, key)
    claim = _shares_claim(rows)
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("women.shares_subtitle", lang),
        summary=Claim("women.shares_summary", {"finding": claim}),
        reach=_shares_reach(lang, view.as_of),
        rows=rows.having(title=[_share_name(code).words(lang) for code in rows["series_id"]]),
        source=source_note(MANAGERS, lang, view.as_of),
        query=("women_shares", {"as_of": view.as_of}),
        notes=(text("women.shares_note", lang), *_other_sources(rows, view)),
        slide=SlideAddress("shares"),
    )


@kept
def parity_card(view: View, *, key: str) -> Card | Note:
    """The adjusted parity index of rates against the band around 1; who is ahead stands beside each dot."""
    lang = view.lang
    params = {"series_ids": RATES, "as_of": view.as_of}
    rows = cut(answer("women_parity", **params), PARITY_FILTERS, view.choice("years"))
    if not len(rows):
        return absent(RATES[0], view, key)
    claim = _parity_claim(rows)
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("women.parity_subtitle", lang),
        summary=Claim("women.parity_summary", {"finding": claim}),
        reach=_parity_reach(lang, view.as_of),
        rows=rows.having(title=[text(f"women.what_{code}", lang) for code in rows["series_id"]]),
        source=source_note(RATES[0], lang, view.as_of),
        query=("women_parity", params),
        notes=(text("women.parity_note", lang),),
        decimals=2,
        slide=SlideAddress("parity", view.state("years")),
        choice=view.choice("years"),
    )


@kept
def _shares_reach(lang: str, as_of: date) -> Reach:
    rows = answer("women_shares", as_of=as_of)
    mark = Zone(
        rows=rows.only(("series_id", "time_period", "women", "obs_status")),
        by="series_id",
        value="women",
        names={code: _share_name(code).words(lang) for code in rows["series_id"]},
        words={row.series_id: _share_words(row, lang) for row in rows},
        zone=(40, 60),
        middle=50,
        span=(0, 100),
        ticks=(0, 20, 40, 50, 60, 80, 100),
        decimals=0,
        zone_label=text("women.shares_zone", lang),
        sides=(text("women.shares_low", lang), text("women.shares_high", lang)),
    )
    return Reach(mark)


@kept
def _parity_reach(lang: str, as_of: date) -> Reach:
    rows = answer("women_parity", series_ids=RATES, as_of=as_of)
    rows = rows.having(line=[f"{row.series_id} {row.to_year}" for row in rows])
    mark = Zone(
        rows=rows.only(("line", "to_year", "time_period", "adjusted_parity_index")),
        by="line",
        value="adjusted_parity_index",
        names={row.line: text(f"women.what_{row.series_id}", lang) for row in rows},
        words={row.line: _parity_words(row, lang) for row in rows},
        zone=(float(rows.first.band_low), float(rows.first.band_high)),
        middle=1,
        span=(0, 2),
        ticks=(0, 0.5, 1, 1.5, 2),
        decimals=1,
        zone_label=text("women.parity_zone", lang),
        sides=(text("women.parity_low", lang), text("women.parity_high", lang)),
    )
    return Reach(mark, PARITY_FILTERS)


def _shares_claim(rows: Rows) -> Claim:
    least = rows.last
    return Claim(
        "women.shares_title",
        {
            "few": Count(least.n_few_women, "n_few_women"),
            "count": Count(least.n_series, "n_series"),
            "name": _share_name(least.series_id),
            "value": Figure(
                least.women, "PT", 1, Subject(least.series_id, COUNTRY), least.time_period, "women", end="lowest"
            ),
            "year": Year(least.time_period),
        },
        Relation.COUNTS,
        Quantifier.ALL,
        Subject(None, COUNTRY),
        tuple(sorted(set(rows["time_period"]))),
        among="question",
    )


def _parity_claim(rows: Rows) -> Claim:
    far = rows.where(place_from_parity=1).first
    index = Figure(
        far.adjusted_parity_index,
        "RATIO",
        2,
        Subject(far.series_id, COUNTRY, None),
        far.time_period,
        "adjusted_parity_index",
        end="farthest",
    )
    return Claim(
        "women.parity_title_some",
        {
            "parity": Count(far.n_parity, "n_parity"),
            "count": Count(far.n_series, "n_series"),
            "name": Term(f"women.what_{far.series_id}"),
            "value": index,
            "who": Term(f"women.who_{far.verdict}"),
            "year": Year(far.time_period),
        },
        Relation.COUNTS,
        Quantifier.ALL,
        Subject(None, COUNTRY, None),
        tuple(sorted(set(rows["time_period"]))),
        among="question",
    )


def _share_words(row: Any, lang: str) -> str:
    return text("women.row_share", lang, value=format_value(row.women, "PT", 1, lang), year=row.time_period)


def _parity_words(row: Any, lang: str) -> str:
    index = format_number(row.adjusted_parity_index, 2, lang)
    who = text(f"women.who_{row.verdict}", lang)
    return text("women.row_parity", lang, value=index, who=who, year=row.time_period)


def _other_sources(rows: Rows, view: View) -> tuple[str, ...]:
    """Name the sources of the shares that do not come from the one under the chart."""
    own = detail(MANAGERS, view.lang).source_id
    told: dict[str, list[str]] = {}
    for row in rows:
        if row.source_id != own:
            source = source_note(row.series_id, view.lang, view.as_of).name
            told.setdefault(source, []).append(_share_name(row.series_id).words(view.lang))
    return tuple(
        text("women.shares_source", view.lang, names=", ".join(names), source=source) for source, names in told.items()
    )


def _share_name(series_id: str) -> Operand:
    """The short name of a share; a series new to the catalogue keeps its title until it has one."""
    key = f"women.share_{series_id}"
    return Term(key) if has_text(key) else Name({lang: detail(series_id, lang).title for lang in LANGUAGES})
