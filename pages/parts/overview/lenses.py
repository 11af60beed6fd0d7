"""The three lenses of the overview: one number, one sentence and one small picture each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.cards.board import put
from pages.parts.cards.claim import Claim, Figure, Place, Relation, Share, Subject, Year
from pages.parts.cards.guard import said
from pages.parts.cards.model import Card, Reach, SlideAddress
from pages.parts.charts.marks import Lines, Strip
from pages.parts.series.about import COUNTRY, View, detail, source_note, span
from pages.parts.series.answers import change
from pages.parts.series.claims import course
from pages.parts.series.line import line_card
from pages.parts.visit import frame
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import has_text, text

LENSES = ("youth", "women", "regions")
HEIGHT = 132
SHARES: dict[str, str] = {"activity": "ISIC4_J", "geography": "published"}


@kept
def lens_answer(lens: str, view: View) -> Any | None:
    """Return the row of `overview_lenses` for a lens; None where nothing was held on the date."""
    return answer("overview_lenses", as_of=view.as_of).where(lens=lens).first


@kept
def newest_lens(view: View) -> str | None:
    """Return the lens whose finding is the freshest."""
    row = answer("overview_lenses", as_of=view.as_of).where(is_finding=True).first
    return row and row.lens


def finding(row: Any, as_of: date) -> Claim:
    """Return the sentence of one lens, a row of `overview_lenses`."""
    return _FINDINGS[row.lens](row, as_of)


@kept
def lens_card(lens: str, view: View, *, key: str, bare: bool = False) -> Card | None:
    """The picture of one lens under its finding; `bare` where the page writes the words around it."""
    row = lens_answer(lens, view)
    if row is None:
        return None
    card = _strip(row, view, key) if lens == "regions" else _line(row, view, key)
    card = replace(card, claim=finding(row, view.as_of), slide=SlideAddress("lens", {"lens": lens}))
    # What must be known stands below the picture in the page's own words.
    return replace(card, bare=True, notes=()) if bare else card


def show_lens(lens: str, view: View) -> None:
    """Draw one lens: link, number, sentence, picture, what came before."""
    lang, row = view.lang, lens_answer(lens, view)
    if row is None:
        st.markdown(f"**{text(f'overview.open_{lens}', lang)}**")
        st.caption(text("overview.lens_missing", lang))
        return
    frame.way_to(lens, f"**{text(f'overview.open_{lens}', lang)}** →")
    with st.container(key=f"lens_{lens}", gap=None):
        st.markdown(said(_headline(row, view.as_of), lang, view.as_of))
        st.markdown(Claim(f"overview.card_{lens}", {"year": Year(row.time_period)}).words(lang))
    put(lens_card(lens, view, key=f"overview_{lens}", bare=True))
    st.caption("  \n".join(_remarks(row, view)))


def _line(row: Any, view: View, key: str) -> Card:
    """The country's line as a word-sized picture."""
    card = line_card((row.series_id,), view, key=key, filters=())
    summary = Claim(
        f"overview.summary_{row.lens}",
        {"period": span(card.rows), "value": _main_figure(row), "year": Year(row.time_period)},
        Relation.IS,
        subject=Subject(row.series_id, COUNTRY),
    )
    return replace(card, reach=_small(card.reach), summary=summary)


@kept
def _small(reach: Reach) -> Reach:
    mark: Lines = replace(reach.mark, labels=False, target=None, breaks=(), height=HEIGHT)
    return Reach(mark)


def _strip(row: Any, view: View, key: str) -> Card:
    """The country's value added in one section cut into its regions, the two largest named."""
    rows = answer("regional_shares", as_of=view.as_of, **SHARES).where(time_period=row.time_period)
    year = Year(row.time_period)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=finding(row, view.as_of),
        subtitle=Claim("overview.subtitle_regions", {"year": year}).words(view.lang),
        summary=Claim(
            "overview.summary_regions", {"year": year, "first": Place(row.area_1), "second": Place(row.area_2)}
        ),
        reach=_strip_reach(view, row.time_period, (row.area_1, row.area_2)),
        rows=rows,
        source=source_note(row.series_id, view.lang, view.as_of),
        query=("regional_shares", {"as_of": view.as_of, **SHARES}),
    )


@kept
def _strip_reach(view: View, year: int, named: tuple[str, ...]) -> Reach:
    rows = answer("regional_shares", as_of=view.as_of, **SHARES).where(time_period=year)
    mark = Strip(
        rows=rows.only(("region", "share")),
        by="region",
        value="share",
        names={code: view.names[code] for code in rows["region"]},
        unit="PT",
        meanings=dict.fromkeys(named, "section:J"),
        height=HEIGHT,
    )
    return Reach(mark)


def _youth(row: Any, as_of: date) -> Claim:
    return Claim(
        "overview.finding_youth",
        {"value": _share(row), "year": Year(row.time_period)},
        Relation.IS,
        subject=Subject(row.series_id, COUNTRY),
        years=(row.time_period,),
        query=("series_line", {"series_ids": (row.series_id,), "as_of": as_of}),
    )


def _women(row: Any, as_of: date) -> Claim:
    economy = Subject("pay_women_to_men_economy", COUNTRY)
    return Claim(
        "overview.finding_women",
        {
            "value": _share(row),
            "reference": Share(row.second, "PT", 1, economy, row.time_period, reference=True),
            "year": Year(row.time_period),
        },
        Relation.IS,
        subject=Subject(row.series_id, COUNTRY),
        years=(row.time_period,),
        query=("series_line", {"series_ids": (row.series_id, economy.series), "as_of": as_of}),
    )


def _regions(row: Any, as_of: date) -> Claim:
    return Claim(
        "overview.finding_regions",
        {
            "share": _share(row),
            "reference": Figure(row.second, "PT", 0, Subject(), row.time_period, "second", reference=True),
            "first": Place(row.area_1),
            "second": Place(row.area_2),
            "year": Year(row.time_period),
        },
        Relation.MORE_THAN,
        subject=Subject(row.series_id, None),
        years=(row.time_period,),
        query=("overview_lenses", {"as_of": as_of}),
    )


_FINDINGS: dict[str, Callable[[Any, date], Claim]] = {"youth": _youth, "women": _women, "regions": _regions}


def _main_figure(row: Any) -> Figure:
    decimals = 0 if row.lens == "regions" else detail(row.series_id, "en").decimals
    area = None if row.lens == "regions" else COUNTRY
    return Figure(row.obs_value, "PT", decimals, Subject(row.series_id, area), row.time_period)


def _share(row: Any) -> Share:
    return Share(**vars(_main_figure(row)))


def lens_claims(row: Any, view: View) -> tuple[Claim, ...]:
    """Return what the page itself says of a lens: its number, its sentence, and what came before."""
    return _headline(row, view.as_of), finding(row, view.as_of), _before(row, view)


def _headline(row: Any, as_of: date) -> Claim:
    query = ("overview_lenses", {"as_of": as_of})
    if row.lens != "regions":
        return Claim("lens.only", {"what": _main_figure(row)}, Relation.IS, query=query)
    number = Figure(row.third, "RATIO", 1, Subject(row.series_id), row.time_period, "third")
    return Claim("overview.card_regions_value", {"value": number}, Relation.IS, query=query)


def _remarks(row: Any, view: View) -> list[str]:
    """What came before, and of what the figures are a proxy."""
    proxy = f"overview.proxy_{row.lens}"
    told = said(_before(row, view), view.lang, view.as_of)
    return [*([told] if told else []), *([text(proxy, view.lang)] if has_text(proxy) else [])]


def _before(row: Any, view: View) -> Claim:
    """How far the number has come since the baseline, as far as that can be said."""
    if row.lens == "regions":
        base = Figure(row.base_value, "PT", 0, Subject(row.series_id), None, "base_value")
        values = {"base": base, "year": Year(row.base_year)}
        return Claim("overview.trend_regions", values, Relation.IS, query=("overview_lenses", {"as_of": view.as_of}))
    subject = Subject(row.series_id, COUNTRY)
    said_of_title = course(subject, view)
    return replace(
        said_of_title,
        message=f"overview.trend_{change(subject, view).course}",
        query=("series_line", {"series_ids": (row.series_id,), "as_of": view.as_of}),
    )
