"""The three lenses of the overview: one number, one sentence and one small picture each."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.line import draw_line
from pages.parts.charts.share_strip import draw_share_strip
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import (
    NO_BREAK_SPACE,
    format_change,
    format_date,
    format_number,
    format_value,
    format_year_range,
    has_text,
    text,
)

LENSES = ("youth", "women", "regions")
CHART_HEIGHT = 132
SINCE = 2010


def finding(answer: Any, names: dict[str, str], lang: str) -> str:
    """Write the sentence of one lens (a row of `overview_lenses`) with its numbers."""
    share = answer.lens == "regions"
    values = {
        "value": format_value(answer.obs_value, "PT", 1, lang)
        if answer.lens == "youth"
        else _count(answer.obs_value, lang),
        "share": format_value(answer.obs_value, "PT", 0, lang),
        "reference": format_value(answer.second, "PT", 0, lang) if share else _count(answer.second, lang),
        "first": names.get(answer.area_1, "").replace(" ", NO_BREAK_SPACE),
        "second": names.get(answer.area_2, "").replace(" ", NO_BREAK_SPACE),
        "year": answer.time_period,
    }
    return text(f"overview.finding_{answer.lens}", lang, **values)


def lens_card(answer: Any, as_of: date, lang: str) -> None:
    """Draw the card of one lens: link, number, sentence, picture, what came before."""
    frame.way_to(answer.lens, f"**{text(f'overview.open_{answer.lens}', lang)}** →")
    with st.container(key=f"lens_{answer.lens}", gap=None):
        st.markdown(_headline(answer, lang))
        st.markdown(text(f"overview.card_{answer.lens}", lang, year=answer.time_period))
    if answer.lens == "regions":
        _strip(answer.time_period, answer.area_1, answer.area_2, as_of, lang)
    else:
        _line(answer.lens, answer.series_id, as_of, lang)
    lines = [_trend(answer, lang), _source(answer, as_of, lang)]
    if has_text(f"overview.proxy_{answer.lens}"):
        lines.insert(1, text(f"overview.proxy_{answer.lens}", lang))
    st.caption("  \n".join(lines))


def _headline(answer: Any, lang: str) -> str:
    if answer.lens == "youth":
        return format_value(answer.obs_value, "PT", 1, lang)
    if answer.lens == "women":
        return text("overview.card_women_value", lang, value=_count(answer.obs_value, lang))
    return text("overview.card_regions_value", lang, value=format_number(answer.third, 1, lang))


@remembered
def _line(lens: str, series_id: str, as_of: date, lang: str) -> None:
    query = (
        "series_line",
        {
            "series_id": series_id,
            "as_of": as_of,
            "ref_areas": ["KZ"],
            "sex": "_T",
            "urbanisation": "_T",
            "from_year": SINCE,
            "to_year": None,
        },
    )
    rows = ask(query[0], **query[1])
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    newest = rows.iloc[-1]
    shown = format_value(newest["obs_value"], "PT", 1, lang)
    chart_card(
        key=f"overview_{lens}",
        figure=draw_line(rows, lang, names={"KZ": ""}, unit="PT", labels=False, height=CHART_HEIGHT),
        title="",
        subtitle="",
        summary=text(f"overview.summary_{lens}", lang, period=period, value=shown, year=newest["time_period"]),
        table=rows,
        source=None,
        query=query,
        lang=lang,
        bare=True,
    )


@remembered
def _strip(year: int, first: str, second: str, as_of: date, lang: str) -> None:
    names = choices.area_names(lang)
    query = ("regional_shares", {"activity": "ISIC4_J", "as_of": as_of, "geography": "published"})
    rows = ask(query[0], **query[1])
    rows = rows[rows["time_period"] == year]
    chart_card(
        key="overview_regions",
        figure=draw_share_strip(rows, lang, names=names, unit="PT", height=CHART_HEIGHT),
        title="",
        subtitle="",
        summary=text(
            "overview.summary_regions",
            lang,
            year=year,
            first=names[first],
            second=names[second],
        ),
        table=rows,
        source=None,
        query=query,
        lang=lang,
        bare=True,
    )


def _trend(answer: Any, lang: str) -> str:
    if answer.lens == "regions":
        base = format_value(answer.base_value, "PT", 0, lang)
        return text("overview.trend_regions", lang, base=base, year=answer.base_year)
    if answer.base_year == answer.time_period:
        return text("overview.trend_youth_break", lang, year=answer.base_year)
    change = format_change(answer.change, "PT", 1, lang)
    return text("overview.trend_points", lang, change=change, year=answer.base_year)


def _source(answer: Any, as_of: date, lang: str) -> str:
    source = ask("source_list", as_of=as_of).set_index("source_id").loc[answer.source_id]
    word = "chart.retrieved" if source["release_kind"] == "retrieved" else "chart.release"
    return f"{source[f'title_{lang}']}, {text(word, lang, date=format_date(answer.release, lang, 'medium'))}"


def _count(value: float, lang: str) -> str:
    return format_number(value, 0, lang)
