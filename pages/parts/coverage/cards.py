"""The coverage matrix, its filters and key, and the count of rows that were kept out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.card import Selection, chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.bar import draw_ranking
from pages.parts.charts.classes import Classes
from pages.parts.charts.heat_grid import draw_heat_grid
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_number, format_value, format_year_range, text

LENSES = ("youth", "women", "regions", "sector", "context", "world")
FIRST_YEAR = 2000
LEVELS = Classes((0.5, 1.5, 2.5, 3.5, 4.5), "sequential", "fixed")
CHOSEN = "_coverage_cell"


def lead(lang: str, as_of: date) -> str:
    """Write how many series, values and region-years are held."""
    rows = ask("coverage_summary", as_of=as_of, from_year=FIRST_YEAR, to_year=as_of.year).set_index("lens")
    if "all" not in rows.index or pd.isna(rows.at["all", "n_held"]):
        return text("coverage.lead_nothing", lang)
    row = rows.loc["all"]
    return text(
        "coverage.lead",
        lang,
        series=int(row["n_series"]),
        values=format_number(row["n_values"], 0, lang),
        regional=int(row["n_regional"]),
        held=format_number(row["n_held"], 0, lang),
        possible=format_number(row["n_possible"], 0, lang),
        percent=format_value(row["percent_regions"], "PT", 1, lang),
    )


def choose_cell(selection: Selection) -> None:
    """Remember the cell that a reader chose; the run that follows opens its slice before it draws anything."""
    st.session_state[CHOSEN] = selection.key


def open_chosen() -> None:
    """Open the slice of a chosen cell in Explore: the series in that year, or in that region."""
    cell = st.session_state.pop(CHOSEN, None)
    if cell is None:
        return
    series_id, column = cell.rsplit("|", 1)
    if not column.isdigit():
        slice_: dict[str, Any] = {} if column == "KZ" else {"area": column}
    else:
        years = ask("series_years", series_id=series_id, as_of=choices.as_of()).set_index("time_period")
        regional = int(column) in years.index and years.at[int(column), "n_regions"] > 1
        slice_ = {"view": "regions", "year": column} if regional else {}
    choices.forget(("view", "year", "area", "years", "sex", "urbanisation", "with"))
    st.switch_page("pages/explore.py", query_params=choices.carried() | {"series": series_id} | slice_)


@st.fragment
def matrix(lang: str, as_of: date) -> None:
    """Draw the filters, the matrix and its key; a chosen cell leads to Explore."""
    open_chosen()
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        lens = controls.choose_one(
            "lens",
            LENSES,
            label=text("coverage.lens", lang),
            control="segments",
            format_option=lambda code: text(f"coverage.lens_{code}", lang),
        )
        by = controls.choose_one(
            "columns",
            ("year", "region"),
            label=text("coverage.columns", lang),
            control="segments",
            format_option=lambda code: text(f"coverage.columns_{code}", lang),
            disabled=lens == "world",
        )
        with st.container(width="stretch"):
            first, last = controls.years(FIRST_YEAR, as_of.year)
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(("lens", "columns", "years"),))
    regional = by == "region" and lens != "world"
    st.html(key("region" if regional else "year", lang))
    (by_region_card if regional else by_year_card)(lens, lang, as_of, first, last)


@remembered
def by_year_card(lens: str, lang: str, as_of: date, first: int, last: int) -> None:
    """Draw series against years: how many regions have a value."""
    params = {"as_of": as_of, "lens": lens, "lang": lang, "from_year": first, "to_year": last}
    rows = ask("coverage_matrix", **params)
    if rows.empty:
        st.info(text("coverage.nothing", lang))
        return
    rows = rows.assign(words=[_words(row, lang) for row in rows.itertuples(index=False)])
    _matrix_card("coverage_matrix", rows, params, _years_title(lens, lang, as_of, first, last), lang)


@remembered
def by_region_card(lens: str, lang: str, as_of: date, first: int, last: int) -> None:
    """Draw series against regions: for how many years there is a value."""
    params = {"as_of": as_of, "lens": lens, "lang": lang, "from_year": first, "to_year": last}
    rows = ask("coverage_by_region", **params)
    if rows.empty:
        st.info(text("coverage.nothing", lang))
        return
    names = choices.area_names(lang)
    rows = rows.assign(
        words=[
            text(
                "coverage.cell_region",
                lang,
                title=row.title,
                area=names[row.ref_area],
                count=row.n_years,
                possible=row.n_possible,
            )
            for row in rows.itertuples(index=False)
        ]
    )
    areas = ask("areas", lang=lang)
    today = areas[areas["kind"].isin(["country", "oblast", "city"]) & areas["valid_to"].isna()]["ref_area"]
    _matrix_card(
        "coverage_by_region",
        rows,
        params,
        text(
            "coverage.title_region",
            lang,
            lens=text(f"coverage.lens_{lens}", lang),
            period=format_year_range(first, last),
        ),
        lang,
        {code: names[code] for code in today},
    )


def _matrix_card(
    query: str,
    rows: pd.DataFrame,
    params: Mapping[str, Any],
    title: str,
    lang: str,
    across: Mapping[str, str] | None = None,
) -> None:
    names = dict(rows[["series_id", "title"]].drop_duplicates("series_id").itertuples(index=False))
    chart_card(
        key="coverage_grid",
        figure=draw_heat_grid(rows, lang, names=names, classes=LEVELS, value="level", across=across, row=23),
        title=title,
        subtitle=text("coverage.subtitle_region" if across else "coverage.subtitle_year", lang),
        summary=title,
        table=rows.drop(columns=["words"]),
        source=None,
        query=(query, params),
        lang=lang,
        on_select=choose_cell,
    )


def key(by: str, lang: str) -> str:
    """The key of the matrix: one swatch and a word per level."""
    items = "".join(
        f'<li><span class="coverage-{level}"></span>{text(f"coverage.{by}_level_{level}", lang)}</li>'
        for level in range(5)
    )
    return f'<ul class="coverage-key">{items}</ul>'


def _years_title(lens: str, lang: str, as_of: date, first: int, last: int) -> str:
    rows = ask("coverage_summary", as_of=as_of, from_year=first, to_year=last).set_index("lens")
    row = rows.loc[lens]
    name = text(f"coverage.lens_{lens}", lang)
    if pd.isna(row["percent_regions"]):
        return text(
            "coverage.title_country", lang, lens=name, count=int(row["n_series"]), period=format_year_range(first, last)
        )
    return text(
        "coverage.title_year",
        lang,
        lens=name,
        count=int(row["n_series"]),
        regional=int(row["n_regional"]),
        percent=format_value(row["percent_regions"], "PT", 1, lang),
        period=format_year_range(first, last),
    )


def _words(row: Any, lang: str) -> str:
    """One cell of the matrix in words, for the hover."""
    lines = [f"<b>{row.title}</b>", str(row.time_period)]
    if row.n_regions:
        lines.append(
            text(
                "coverage.cell_regions",
                lang,
                count=row.n_regions,
                expected=row.n_expected,
                percent=format_value(row.percent_regions, "PT", 0, lang),
            )
        )
    lines.append(text("coverage.cell_national" if row.has_national else "coverage.cell_no_national", lang))
    if row.n_sex > 1:
        lines.append(text("coverage.cell_sex", lang))
    if row.n_urbanisation > 1:
        lines.append(text("coverage.cell_settlement", lang))
    if row.n_repaired:
        lines.append(text("coverage.cell_repaired", lang, count=row.n_repaired))
    return "<br>".join(lines)


@remembered
def refused_card(lang: str, as_of: date) -> None:
    """Draw how many rows were kept out or corrected, by reason."""
    params = {"as_of": as_of, "lang": lang}
    rows = ask("coverage_refused", **params)
    if rows.empty:
        st.info(text("coverage.nothing", lang))
        return
    counts = dict(rows[["kind", "n_kind"]].drop_duplicates("kind").itertuples(index=False))
    repairs = rows.loc[rows["kind"] == "repair", "reason"]
    names = {reason: text(f"coverage.reason_{reason}", lang) for reason in rows["reason"]}
    title = text(
        "coverage.refused_title",
        lang,
        quarantined=format_number(counts.get("quarantine", 0), 0, lang),
        repaired=format_number(counts.get("repair", 0), 0, lang),
    )
    chart_card(
        key="coverage_refused",
        figure=draw_ranking(
            rows.rename(columns={"n_rows": "obs_value"}),
            lang,
            names=names,
            unit="NUMBER",
            decimals=0,
            by="reason",
            colours=dict.fromkeys(repairs, "accent"),
        ),
        title=title,
        subtitle=text("coverage.refused_subtitle", lang),
        summary=title,
        table=rows.assign(reason_in_words=rows["reason"].map(names)),
        source=None,
        query=("coverage_refused", params),
        lang=lang,
        decimals=0,
    )
