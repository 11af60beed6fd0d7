"""The coverage matrix and the count of rows that were kept out, as cards; the page's first sentence and the key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.cards.board import Selection
from pages.parts.cards.claim import Claim, Count, Figure, Period, Quantifier, Query, Relation, Term
from pages.parts.cards.guard import said
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import Bars, Cells
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept, of_series
from pages.parts.words.language import format_value, text
from queries.rows import Rows, Within, cut

FIRST_YEAR = 2000
LEVELS = Classes((0.5, 1.5, 2.5, 3.5, 4.5), "sequential", "fixed")
CHOSEN = "_coverage_cell"
ROW = 23


@kept
def lead(lang: str, as_of: date) -> str:
    """Write how many series, values and region-years are held."""
    row = _summary(as_of, FIRST_YEAR, as_of.year).where(lens="all").first
    if row is None or row.n_held is None:
        return text("coverage.lead_nothing", lang)
    columns = ("n_series", "n_values", "n_regional", "n_held", "n_possible")
    counts = {column.removeprefix("n_"): Count(getattr(row, column), column) for column in columns}
    percent = Figure(row.percent_regions, "PT", 1, column="percent_regions")
    query = _summary_query(as_of, FIRST_YEAR, as_of.year)
    claim = Claim("coverage.lead", counts | {"percent": percent}, Relation.COUNTS, among="question", query=query)
    return said(claim, lang, as_of)


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
        opened: dict[str, Any] = {} if column == "KZ" else {"area": column}
    else:
        years = of_series("series_years", series_id, as_of=choices.as_of())
        held = years.where(time_period=int(column)).first
        opened = {"view": "regions", "year": column} if held is not None and held.n_regions > 1 else {}
    choices.forget(("view", "year", "area", "years", "sex", "urbanisation", "with"))
    st.switch_page("pages/explore.py", query_params=choices.carried() | {"series": series_id} | opened)


@kept
def matrix_card(lens: str, by: str, lang: str, as_of: date, years: tuple[int, int]) -> Card | Note:
    """Series against years (how many regions have a value) or against regions (for how many years)."""
    query, params, reach = _grid(lens, by, lang, as_of, years)
    choice = {"years": years} if by == "year" else {}
    rows = cut(answer(query, **params), reach.filters, choice)
    if not len(rows):
        return Note("coverage_grid", text(f"coverage.lens_{lens}", lang), text("coverage.nothing", lang))
    claim = _by_region_claim(lens, years) if by == "region" else _by_year_claim(lens, as_of, years)
    return Card(
        key="coverage_grid",
        lang=lang,
        as_of=as_of,
        claim=claim,
        subtitle=text(f"coverage.subtitle_{by}", lang),
        summary=claim,
        reach=reach,
        rows=rows,
        query=(query, params),
        selects="cell",
        slide=SlideAddress("coverage", {"lens": lens, "columns": by, "years": tuple(map(str, years))}),
        choice=choice,
    )


def _grid(lens: str, by: str, lang: str, as_of: date, years: tuple[int, int]) -> tuple[str, Mapping[str, Any], Reach]:
    """The question behind a matrix with its parameters, and the chart. Years are columns that a choice cuts out; for
    how many of them a region has a value is another question for each choice."""
    if by == "region":
        params = {"as_of": as_of, "lens": lens, "lang": lang, "from_year": years[0], "to_year": years[1]}
        return "coverage_by_region", params, Reach(_cells(answer("coverage_by_region", **params), by, lang))
    params = {"as_of": as_of, "lens": lens, "lang": lang, "from_year": FIRST_YEAR, "to_year": as_of.year}
    return "coverage_matrix", params, _years_reach(lens, lang, as_of)


@kept
def _years_reach(lens: str, lang: str, as_of: date) -> Reach:
    rows = answer("coverage_matrix", as_of=as_of, lens=lens, lang=lang, from_year=FIRST_YEAR, to_year=as_of.year)
    return Reach(_cells(rows, "year", lang), (Within("time_period", "years"),))


@kept
def refused_card(lang: str, as_of: date) -> Card | Note:
    """How many rows were kept out or corrected, by reason."""
    params = {"as_of": as_of, "lang": lang}
    rows = answer("coverage_refused", **params)
    if not len(rows):
        return Note("coverage_refused", text("coverage.refused", lang), text("coverage.nothing", lang))
    counts = dict(zip(rows["kind"], rows["n_kind"], strict=True))
    names = {reason: text(f"coverage.reason_{reason}", lang) for reason in rows["reason"]}
    claim = Claim(
        "coverage.refused_title",
        {
            "quarantined": Count(counts.get("quarantine", 0), "n_kind"),
            "repaired": Count(counts.get("repair", 0), "n_kind"),
        },
        Relation.COUNTS,
        Quantifier.ALL,
        among="question",
    )
    mark = Bars(
        rows=rows.having(obs_value=rows["n_rows"]).only(("reason", "obs_value")),
        by="reason",
        names=names,
        unit="NUMBER",
        decimals=0,
        meanings=dict.fromkeys(rows.where(kind="repair")["reason"], "more"),
    )
    return Card(
        key="coverage_refused",
        lang=lang,
        as_of=as_of,
        claim=claim,
        subtitle=text("coverage.refused_subtitle", lang),
        summary=claim,
        reach=Reach(mark),
        rows=rows.having(reason_in_words=[names[reason] for reason in rows["reason"]]),
        query=("coverage_refused", params),
        decimals=0,
        slide=SlideAddress("refused"),
    )


@kept
def key(by: str, lang: str) -> str:
    """The key of the matrix: one swatch and a word per level."""
    items = "".join(
        f'<li><span class="coverage-{level}"></span>{text(f"coverage.{by}_level_{level}", lang)}</li>'
        for level in range(5)
    )
    return f'<ul class="coverage-key">{items}</ul>'


def _cells(rows: Rows, by: str, lang: str) -> Cells:
    in_words = _region_words if by == "region" else _year_words
    drawn = rows.having(words=[in_words(row, lang) for row in rows])
    names = dict(zip(rows["series_id"], rows["title"], strict=True))
    columns = ("series_id", "ref_area" if by == "region" else "time_period", "level", "mark", "words")
    return Cells(
        rows=drawn.only(columns),
        by="series_id",
        value="level",
        names=names,
        classes=LEVELS,
        across=_areas_of_today(lang) if by == "region" else None,
        row=ROW,
    )


def _areas_of_today(lang: str) -> Mapping[str, str]:
    today = answer("areas", lang=lang).where(kind=("country", "oblast", "city"), valid_to=None)
    return dict(zip(today["ref_area"], today["short_name"], strict=True))


def _by_region_claim(lens: str, years: tuple[int, int]) -> Claim:
    return Claim(
        "coverage.title_region",
        {"lens": Term(f"coverage.lens_{lens}"), "period": Period(*years)},
        years=years,
    )


def _by_year_claim(lens: str, as_of: date, years: tuple[int, int]) -> Claim:
    row = _summary(as_of, *years).where(lens=lens).first
    told = {"lens": Term(f"coverage.lens_{lens}"), "count": Count(row.n_series, "n_series"), "period": Period(*years)}
    told_of = {"years": years, "among": "question", "query": _summary_query(as_of, *years)}
    if row.percent_regions is None:
        return Claim("coverage.title_country", told, Relation.COUNTS, Quantifier.ALL, **told_of)
    regional = {
        "regional": Count(row.n_regional, "n_regional"),
        "percent": Figure(row.percent_regions, "PT", 1, column="percent_regions"),
    }
    return Claim("coverage.title_year", told | regional, Relation.COUNTS, Quantifier.ALL, **told_of)


def _summary(as_of: date, first: int, last: int) -> Rows:
    name, params = _summary_query(as_of, first, last)
    return answer(name, **params)


def _summary_query(as_of: date, first: int, last: int) -> Query:
    return "coverage_summary", {"as_of": as_of, "from_year": first, "to_year": last}


def _region_words(row: Any, lang: str) -> str:
    """One cell of the matrix by region in words."""
    area = choices.area_names(lang)[row.ref_area]
    return text("coverage.cell_region", lang, title=row.title, area=area, count=row.n_years, possible=row.n_possible)


def _year_words(row: Any, lang: str) -> str:
    """One cell of the matrix by year in words, a line for each thing known."""
    lines = [f"<b>{row.title}</b>", str(row.time_period)]
    if row.n_regions:
        percent = format_value(row.percent_regions, "PT", 0, lang)
        told = {"count": row.n_regions, "expected": row.n_expected, "percent": percent}
        lines.append(text("coverage.cell_regions", lang, **told))
    lines.append(text("coverage.cell_national" if row.has_national else "coverage.cell_no_national", lang))
    if row.n_sex > 1:
        lines.append(text("coverage.cell_sex", lang))
    if row.n_urbanisation > 1:
        lines.append(text("coverage.cell_settlement", lang))
    if row.n_repaired:
        lines.append(text("coverage.cell_repaired", lang, count=row.n_repaired))
    return "<br>".join(lines)
