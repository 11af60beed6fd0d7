"""What only the youth page has: its first sentence, the lead chart with its breakdowns, all regions."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts import state
from pages.parts.ask import ask
from pages.parts.chart.card import chart_card
from pages.parts.charts.line import draw_line, line_styles
from pages.parts.language import format_value, format_year_range, text
from pages.parts.series_card import (
    View,
    breaks,
    detail,
    empty,
    end_name,
    ends,
    notes,
    short_unit,
    source_note,
    subtitle,
)
from pages.parts.series_charts import change_row, multiples_card, shown_year

NEET = "neet_15_24"
BREAKDOWNS = ("national", "sex", "region", "settlement")


def lead(view: View) -> str:
    """Write the page's first sentence: how many young people are left out, and how far regions differ."""
    row = change_row(NEET, view)
    ends_row = next(_extremes(NEET, view), None)
    if row is None or ends_row is None:
        return text("youth.lead_missing", view.lang)
    return text(
        "youth.lead",
        view.lang,
        year=row.latest_year,
        value=_percent(row.latest_value, view),
        lowest=_percent(ends_row.lowest_value, view),
        lowest_area=end_name(ends_row.lowest_area, ends_row.others_lowest, view),
        highest=_percent(ends_row.highest_value, view),
        highest_area=end_name(ends_row.highest_area, ends_row.others_highest, view),
    )


@st.fragment
def neet_card(view: View) -> None:
    """Draw the lead chart with its breakdown switch; the country's line always stays as the reference."""
    lang = view.lang
    by = state.choose_one(
        "by",
        BREAKDOWNS,
        label=text("lens.by", lang),
        format_option=lambda code: text(f"lens.by_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )
    params = _line_params(by, view)
    rows = ask("series_line", **params)
    if rows.empty:
        empty(NEET, view, "youth_neet")
        return
    title, remarks, chosen = _finding(by, view)
    about = detail(NEET, lang)
    column = {"sex": "sex", "settlement": "urbanisation"}.get(by, "ref_area")
    names = _line_names(column, view)
    figure = draw_line(
        rows,
        lang,
        names=names,
        unit=short_unit(about.unit),
        decimals=about.decimals,
        by=column,
        styles=line_styles([key for key in names if key in set(rows[column])], chosen if by == "region" else None),
        breaks=breaks(NEET, lang),
        height=400,
    )
    chart_card(
        key="youth_neet",
        figure=figure,
        title=title,
        subtitle=subtitle(NEET, rows, lang),
        summary=_summary(title, rows, view),
        table=view.named(rows),
        source=source_note(NEET, view),
        query=("series_line", params),
        lang=lang,
        notes=[*notes(NEET, lang), *remarks],
    )


@st.fragment
def regions_card(view: View) -> None:
    """Draw all regions as small multiples, on one scale or each on its own."""
    lang = view.lang
    free = state.choose_one(
        "axis",
        ("shared", "free"),
        label=text("lens.axis", lang),
        format_option=lambda code: text(f"lens.axis_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )
    multiples_card(NEET, text("youth.all_regions", lang), view, key="youth_regions", free=free == "free")


def _line_params(by: str, view: View) -> dict[str, Any]:
    """The parameters of `series_line` for one breakdown: None frees a dimension, a code fixes it."""
    return {
        "series_id": NEET,
        "as_of": view.as_of,
        "ref_areas": None if by == "region" else ["KZ"],
        "sex": None if by == "sex" else "_T",
        "urbanisation": None if by == "settlement" else "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }


def _finding(by: str, view: View) -> tuple[str, list[str], list[str]]:
    """The title of the lead chart for one breakdown, remarks on it, and the regions it draws in colour."""
    if by == "region":
        row = next(_extremes(NEET, view), None)
        chosen = list(view.areas) or ([row.highest_area, row.lowest_area] if row else [])
        return (ends(text("youth.what_neet", view.lang), row, NEET, view) if row else ""), [], chosen
    if by == "national":
        row = change_row(NEET, view)
        values = {"first": _percent(row.first_value, view), "latest": _percent(row.latest_value, view)}
        title = text(
            f"youth.neet_{row.course}", view.lang, first_year=row.first_year, latest_year=row.latest_year, **values
        )
        return title, [], []
    split = "sex" if by == "sex" else "urbanisation"
    row = next(
        ask("split_gap", series_id=NEET, as_of=view.as_of, ref_area="KZ", split=split).itertuples(index=False), None
    )
    if row is None:
        return detail(NEET, view.lang).title, [], []
    values = {"first": _percent(row.first_value, view), "second": _percent(row.second_value, view)}
    title = text(f"youth.{split}_{row.who}", view.lang, year=row.time_period, **values)
    odd = row.odd_year == row.odd_year and row.odd_year is not None
    return title, [text("lens.note_odd_year", view.lang, year=int(row.odd_year))] if odd else [], []


def _line_names(column: str, view: View) -> dict[str, str]:
    if column == "ref_area":
        return dict(view.names)
    codes = {"sex": ("_T", "F", "M"), "urbanisation": ("_T", "U", "R")}[column]
    words = {code: text(f"frame.{column}_{code.strip('_').lower()}", view.lang) for code in codes}
    return words | {"_T": view.names["KZ"]}


def _extremes(series_id: str, view: View) -> Any:
    return ask(
        "series_extremes",
        series_id=series_id,
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        for_year=shown_year(series_id, view),
    ).itertuples(index=False)


def _summary(title: str, rows: Any, view: View) -> str:
    row = change_row(NEET, view)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    return text(
        "lens.summary_line",
        view.lang,
        period=period,
        finding=title,
        year=row.latest_year,
        national=_percent(row.latest_value, view),
    )


def _percent(value: float, view: View) -> str:
    return format_value(value, "PT", 1, view.lang)
