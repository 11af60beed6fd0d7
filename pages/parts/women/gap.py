"""The gap view: women minus men by region, on a signed map with zero neutral and as pairs of dots beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.ahead import Shown, cards, send_ahead, send_years_ahead
from pages.parts.cards.board import board
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.classes import Classes
from pages.parts.charts.dumbbell import draw_dumbbell
from pages.parts.charts.region_map import draw_region_map
from pages.parts.series.about import View, detail, empty, source_note, subtitle
from pages.parts.series.charts import choose_area
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_change, format_value, text

MEASURES = ("unemployment_total", "neet_15_24", "informal_total", "mobile_phone_use")
FIRST_OF_20 = 2022


@st.fragment
def gap_view(view: View) -> None:
    """Draw the choice of measure and year, the map and the pairs."""
    series_id = _measure()
    years = _years(series_id, view)
    year = _year(years)
    frame.answer_first(lambda: _choices(years, view.lang), lambda: _gaps(series_id, year, view))


def send_gaps_ahead(view: View) -> None:
    """Send what every measure shows in its newest year, and the measure on the page in its other years; called at the
    end of the page, behind what stands above it."""
    if choices.read("year") is None:
        send_ahead("measure", MEASURES, lambda measure: _newest(measure, view), depends=("area", "year"))
    series_id = _measure()
    send_years_ahead(
        "year",
        [(year,) for year in _years(series_id, view)],
        lambda year: _both(series_id, year, view),
        depends=("area", "measure"),
    )


def _newest(series_id: str, view: View) -> list[Shown]:
    years = _years(series_id, view)
    return _both(series_id, years[-1], view) if years else []


def _both(series_id: str, year: int, view: View) -> list[Shown]:
    """Both cards of a measure in one year."""
    return cards(
        partial(map_card, series_id, year, view, key="women_gap_map"),
        partial(pairs_card, series_id, year, view, key="women_gap_pairs"),
    )


def _measure() -> str:
    return choices.one_of("measure", MEASURES, MEASURES[0])


def _years(series_id: str, view: View) -> list[int]:
    return ask("women_gap_years", series_id=series_id, as_of=view.as_of)["time_period"].tolist()


def _choices(years: list[int], lang: str) -> None:
    controls.choose_one(
        "measure",
        MEASURES,
        label=text("women.measure", lang),
        format_option=lambda code: text(f"women.what_{code}", lang),
        control="pills",
        label_visibility="collapsed",
    )
    if years:
        controls.year(years[0], years[-1])


def _gaps(series_id: str, year: int | None, view: View) -> None:
    if year is None:
        empty(series_id, view, "women_gap")
        return
    with board("women_gap") as page:
        left, right = page.columns(3, 2)
        with left:
            map_card(series_id, year, view, key="women_gap_map")
        with right:
            pairs_card(series_id, year, view, key="women_gap_pairs")


@remembered
def map_card(series_id: str, year: int, view: View, *, key: str) -> None:
    """Draw the signed map; the borders are those of the year."""
    lang = view.lang
    params = {"series_id": series_id, "as_of": view.as_of, "for_year": year}
    rows = ask("women_gap_areas", **params)
    regions = rows[rows["kind"] != "country"]
    limits = ask("women_gap_classes", series_id=series_id, as_of=view.as_of)["limit_value"]
    row, finding = _finding(series_id, params, view)
    about = detail(series_id, lang)
    chart_card(
        key=key,
        figure=draw_region_map(
            regions.assign(missing="no_data", note=[_reason(reason, lang) for reason in regions["reason"]]),
            lang,
            names=view.names,
            unit="PP",
            classes=Classes(tuple(limits), palette="diverging", scheme="fixed"),
            map_layout=rows["map_layout"].iloc[0],
            value="gap",
            chosen=view.areas,
            height=470,
        ),
        title=finding,
        subtitle=text("women.gap_subtitle", lang, year=year),
        summary=text(
            "women.gap_summary",
            lang,
            count=row.n_regions,
            year=year,
            women=row.n_women_higher,
            men=row.n_men_higher,
            level=row.n_level,
            finding=finding,
        ),
        table=view.named(rows),
        source=source_note(series_id, view),
        query=("women_gap_areas", params),
        lang=lang,
        notes=[
            *([about.caveat] if about.caveat else []),
            *([text("women.note_part_of", lang)] if year < FIRST_OF_20 else []),
            text("regions.note_outlines", lang),
        ],
        on_select=choose_area,
    )


@remembered
def pairs_card(series_id: str, year: int, view: View, *, key: str) -> None:
    """Draw the values behind the gaps: two dots per region, widest gap on top, the country among them."""
    lang = view.lang
    params = {"series_id": series_id, "as_of": view.as_of, "for_year": year}
    rows = ask("women_gap_areas", **params)
    row, _ = _finding(series_id, params, view)
    widest = rows[rows["ref_area"] == row.widest_area].iloc[0]
    title = text(
        "women.pairs_title",
        lang,
        area=view.names[row.widest_area],
        women=format_value(widest["women"], "PT", 1, lang),
        men=format_value(widest["men"], "PT", 1, lang),
        year=year,
    )
    chart_card(
        key=key,
        figure=draw_dumbbell(
            rows, lang, names=view.names, unit="PT", gap_heading=text("women.pairs_heading", lang), row=22
        ),
        title=title,
        subtitle=subtitle(series_id, rows, lang),
        summary=title,
        table=view.named(rows),
        source=source_note(series_id, view),
        query=("women_gap_areas", params),
        lang=lang,
    )


def _year(years: list[int]) -> int | None:
    """The chosen year; one chosen for another measure or page that this one lacks gives way to the newest."""
    if not years:
        return None
    asked = choices.read("year")
    if asked and asked.isdigit() and int(asked) not in years:
        choices.forget(("year",))
    return int(choices.one_of("year", [str(year) for year in years], str(years[-1])))


def _finding(series_id: str, params: dict[str, Any], view: View) -> tuple[Any, str]:
    """Write in how many regions whose value is higher, what that means for women, and where the gap is widest."""
    row = next(ask("women_gap_finding", **params).itertuples(index=False))
    return row, text(
        f"women.gap_{detail(series_id, view.lang).direction}_{row.leading}",
        view.lang,
        what=text(f"women.what_{series_id}", view.lang),
        women=row.n_women_higher,
        men=row.n_men_higher,
        count=row.n_regions,
        area=view.names[row.widest_area],
        gap=format_change(row.widest_gap, "PT", 1, view.lang),
    )


def _reason(reason: object, lang: str) -> str | None:
    return None if pd.isna(reason) else text(f"women.reason_{reason}", lang)
