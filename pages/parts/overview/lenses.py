"""The three lenses of the overview: one number, one sentence and one small picture each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from pages.parts.cards.board import put
from pages.parts.cards.claim import Change, Claim, Figure, Place, Relation, Share, Subject, Year
from pages.parts.cards.model import Card, Reach, SlideAddress
from pages.parts.charts.marks import Lines, Strip
from pages.parts.series.about import COUNTRY, View, detail, period, source_note
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


def finding(row: Any) -> Claim:
    """Return the sentence of one lens, a row of `overview_lenses`."""
    return _FINDINGS[row.lens](row)


@kept
def lens_card(lens: str, view: View, *, key: str, bare: bool = False) -> Card | None:
    """The picture of one lens under its finding; `bare` where the page writes the words around it."""
    row = lens_answer(lens, view)
    if row is None:
        return None
    card = _strip(row, view, key) if lens == "regions" else _line(row, view, key)
    card = replace(card, claim=finding(row), slide=SlideAddress("lens", {"lens": lens}))
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
        st.markdown(_headline(row, lang))
        st.markdown(text(f"overview.card_{lens}", lang, year=row.time_period))
    put(lens_card(lens, view, key=f"overview_{lens}", bare=True))
    st.caption("  \n".join(_remarks(row, lang)))


def _line(row: Any, view: View, key: str) -> Card:
    """The country's line as a word-sized picture."""
    card = line_card((row.series_id,), view, key=key, filters=())
    summary = text(
        f"overview.summary_{row.lens}",
        view.lang,
        period=period(card.rows),
        value=_main_figure(row).words(view.lang),
        year=row.time_period,
    )
    return replace(card, reach=_small(card.reach), summary=summary)


@kept
def _small(reach: Reach) -> Reach:
    mark: Lines = replace(reach.mark, labels=False, target=None, breaks=(), height=HEIGHT)
    return Reach(mark)


def _strip(row: Any, view: View, key: str) -> Card:
    """The country's value added in one section cut into its regions, the two largest named."""
    rows = answer("regional_shares", as_of=view.as_of, **SHARES).where(time_period=row.time_period)
    names = {"first": Place(row.area_1).words(view.lang), "second": Place(row.area_2).words(view.lang)}
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=finding(row),
        subtitle=text("overview.subtitle_regions", view.lang, year=row.time_period),
        summary=text("overview.summary_regions", view.lang, year=row.time_period, **names),
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


def _youth(row: Any) -> Claim:
    return Claim(
        "overview.finding_youth",
        {"value": _share(row), "year": Year(row.time_period)},
        Relation.IS,
        subject=Subject(row.series_id, COUNTRY),
        years=(row.time_period,),
    )


def _women(row: Any) -> Claim:
    economy = Subject("pay_women_to_men_economy", COUNTRY)
    return Claim(
        "overview.finding_women",
        {
            "value": _share(row),
            "reference": Share(row.second, "PT", 1, economy, row.time_period),
            "year": Year(row.time_period),
        },
        Relation.IS,
        subject=Subject(row.series_id, COUNTRY),
        years=(row.time_period,),
    )


def _regions(row: Any) -> Claim:
    return Claim(
        "overview.finding_regions",
        {
            "share": _share(row),
            "reference": Figure(row.second, "PT", 0, Subject("grp_regional_share"), row.time_period, "second"),
            "first": Place(row.area_1),
            "second": Place(row.area_2),
            "year": Year(row.time_period),
        },
        Relation.MORE_THAN,
        subject=Subject(row.series_id, None),
        years=(row.time_period,),
    )


_FINDINGS: dict[str, Callable[[Any], Claim]] = {"youth": _youth, "women": _women, "regions": _regions}


def _main_figure(row: Any) -> Figure:
    decimals = 0 if row.lens == "regions" else detail(row.series_id, "en").decimals
    area = None if row.lens == "regions" else COUNTRY
    return Figure(row.obs_value, "PT", decimals, Subject(row.series_id, area), row.time_period)


def _share(row: Any) -> Share:
    return Share(**vars(_main_figure(row)))


def _headline(row: Any, lang: str) -> str:
    if row.lens != "regions":
        return _main_figure(row).words(lang)
    number = Figure(row.third, "RATIO", 1, Subject(row.series_id), row.time_period, "third")
    return text("overview.card_regions_value", lang, value=number.words(lang))


def _remarks(row: Any, lang: str) -> list[str]:
    """What came before, and of what the figures are a proxy."""
    proxy = f"overview.proxy_{row.lens}"
    return [_trend(row, lang), *([text(proxy, lang)] if has_text(proxy) else [])]


def _trend(row: Any, lang: str) -> str:
    if row.lens == "regions":
        base = Figure(row.base_value, "PT", 0, Subject(row.series_id), row.base_year, "base_value")
        return text("overview.trend_regions", lang, base=base.words(lang), year=row.base_year)
    if row.base_year == row.time_period:
        return text("overview.trend_youth_break", lang, year=row.base_year)
    change = Change(row.change, "PT", 1, Subject(row.series_id, COUNTRY), row.time_period, "change")
    return text("overview.trend_points", lang, change=change.words(lang), year=row.base_year)
