"""Cards of the comparison: every country's newest value, and the course of the chosen ones over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from pages.parts.cards.card import Selection, SourceNote, chart_card
from pages.parts.cards.memory import remembered
from pages.parts.cards.table import column_label
from pages.parts.charts.line import Style, draw_line, line_styles
from pages.parts.compare.bars import draw_countries, rows_height
from pages.parts.compare.choice import (
    DRAWN_FROM,
    FIRST_COUNTRIES,
    HOME,
    MOST_COUNTRIES,
    SINCE_YEAR,
    Comparison,
    is_group,
)
from pages.parts.series.about import View, detail, empty, notes, short_unit, source_note
from pages.parts.visit import choices
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_value, format_year_range, text, unit_label

TABLE = ("area_name", "time_period", "obs_value", "obs_status")
WORLD = "M49-001"
LINES_HEIGHT = (360, 540)


def lead(view: View) -> str:
    """Write in how many comparisons Kazakhstan is highest and lowest, if any; or that nothing was held on the date."""
    rows = ask("compare_standing", as_of=view.as_of, since_year=SINCE_YEAR)
    if rows.empty:
        return text("compare.lead_missing", view.lang)
    first = rows.iloc[0]
    if first.n_highest == first.n_lowest == 0:
        return text("compare.lead_between", view.lang, count=first.n_series)
    return text("compare.lead", view.lang, highest=first.n_highest, lowest=first.n_lowest, count=first.n_series)


@remembered
def ranking_card(compared: Comparison, view: View, *, key: str) -> None:
    """Draw the newest value of every country since 2015; a bar that is clicked joins the lines or leaves them."""
    lang = view.lang
    params = {"series_id": compared.series_id, "as_of": view.as_of, "since_year": SINCE_YEAR}
    rows = ask("compare_ranking", **params)
    if rows.empty:
        empty(compared.series_id, view, key)
        return
    shown = _bars(rows, compared)
    finding = standing_words(compared, view)
    years = format_year_range(int(shown["time_period"].min()), int(shown["time_period"].max()))
    chart_card(
        key=key,
        figure=draw_countries(
            shown,
            lang,
            names=view.names,
            unit=short_unit(compared.unit),
            decimals=compared.decimals,
            colours=compared.colours,
        ),
        title=finding,
        subtitle=text(
            "compare.ranking_subtitle", lang, name=compared.name, unit=unit_label(compared.unit, lang), years=years
        ),
        summary=text("compare.ranking_summary", lang, finding=finding, years=years),
        table=view.named(rows),
        headers={name: column_label(name, lang) for name in TABLE},
        decimals=compared.decimals,
        source=licensed(compared.series_id, view),
        query=("compare_ranking", params),
        lang=lang,
        notes=[*newer_words(compared, view), *notes(compared.series_id, lang), *_sums(compared, rows, view)],
        on_select=choose_country,
    )


@remembered
def lines_card(compared: Comparison, view: View, *, key: str) -> None:
    """Draw Kazakhstan and the chosen countries over the years, all of one source; about as high as the bars."""
    lang = view.lang
    params = {
        "series_id": compared.series_id,
        "as_of": view.as_of,
        "ref_areas": [HOME, *compared.drawn],
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": DRAWN_FROM,
        "to_year": None,
    }
    rows = ask("series_line", **params)
    if rows.empty:
        empty(compared.series_id, view, key)
        return
    finding = _course(compared, view)
    years = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names=view.names,
            unit=short_unit(compared.unit),
            decimals=compared.decimals,
            chosen=compared.drawn,
            styles=_styles(compared.drawn),
            height=_lines_height(compared, view),
        ),
        title=finding,
        subtitle=text(
            "compare.lines_subtitle", lang, name=compared.name, unit=unit_label(compared.unit, lang), years=years
        ),
        summary=text("compare.lines_summary", lang, finding=finding, years=years),
        table=view.named(rows),
        headers={name: column_label(name, lang) for name in TABLE},
        decimals=compared.decimals,
        source=licensed(compared.series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=_absent(compared, rows, view),
    )


def choose_country(selection: Selection) -> None:
    """Take a country picked on the bars into the lines, or out of them."""
    chosen = choices.read_all("country") or list(FIRST_COUNTRIES)
    if selection.key in chosen:
        chosen.remove(selection.key)
    elif selection.key != HOME:
        chosen = [*chosen, selection.key][-MOST_COUNTRIES:]
    choices.write("country", chosen)


def licensed(series_id: str, view: View) -> SourceNote:
    """Return the source of a series with its licence in words: some must be shared alike."""
    note = source_note(series_id, view)
    licence = text(f"about.licence_{detail(series_id, view.lang).licence_id}", view.lang)
    return replace(note, name=text("compare.source", view.lang, name=note.name, licence=licence))


def standing_words(compared: Comparison, view: View) -> str:
    """Write where Kazakhstan stands among the countries, and the world beside it where it is no sum."""
    lang = view.lang
    row = _standing(compared.series_id, view)
    if row is None:
        return text("compare.standing_missing", lang, since=SINCE_YEAR)
    words = text(
        f"compare.standing_{row.standing}",
        lang,
        year=row.time_period,
        place=row.place,
        count=row.n_countries,
        value=_value(row.obs_value, compared, lang),
    )
    if pd.isna(row.world_value):
        return words
    return text(
        "compare.beside_world",
        lang,
        finding=words,
        year=int(row.world_year),
        world=_value(row.world_value, compared, lang),
    )


def newer_words(compared: Comparison, view: View) -> list[str]:
    """Write that Kazakhstan's own platform has a newer figure, where it has one."""
    rows = ask("compare_national", series_id=compared.series_id, as_of=view.as_of, lang=view.lang)
    return [
        text(
            "compare.newer",
            view.lang,
            title=row.title,
            year=row.time_period,
            value=format_value(row.obs_value, short_unit(row.unit), row.decimals, view.lang),
        )
        for row in rows[(rows["ref_area"] == HOME) & rows["newer"]].itertuples(index=False)
    ]


def _standing(series_id: str, view: View) -> Any | None:
    rows = ask("compare_standing", as_of=view.as_of, since_year=SINCE_YEAR)
    return next(rows[rows["series_id"] == series_id].itertuples(index=False), None)


def _course(compared: Comparison, view: View) -> str:
    rows = ask(
        "series_change",
        series_ids=[compared.series_id],
        ref_area=HOME,
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        from_year=DRAWN_FROM,
        to_year=None,
    )
    row = next(rows.itertuples(index=False), None)
    if row is None:
        return text("compare.course_missing", view.lang)
    return text(
        "compare.course_one" if row.first_year == row.latest_year else "compare.course",
        view.lang,
        first_year=row.first_year,
        first=_value(row.first_value, compared, view.lang),
        latest_year=row.latest_year,
        latest=_value(row.latest_value, compared, view.lang),
    )


def _styles(drawn: Sequence[str]) -> dict[str, Style]:
    """The style of each line; a group of countries is dotted, because it is no country's course."""
    styles = line_styles((HOME, *drawn), drawn)
    return {key: replace(style, dash="dot") if is_group(key) else style for key, style in styles.items()}


def _lines_height(compared: Comparison, view: View) -> int:
    rows = ask("compare_ranking", series_id=compared.series_id, as_of=view.as_of, since_year=SINCE_YEAR)
    return min(max(rows_height(len(_bars(rows, compared))), LINES_HEIGHT[0]), LINES_HEIGHT[1])


def _bars(rows: pd.DataFrame, compared: Comparison) -> pd.DataFrame:
    """The rows that are drawn as bars: countries alone where groups are sums, which would dwarf them."""
    return rows[rows["role"] == "country"] if compared.totals else rows


def _absent(compared: Comparison, rows: pd.DataFrame, view: View) -> list[str]:
    """Name the chosen countries without a line, and say why groups have none where they are sums."""
    missing = [code for code in (HOME, *compared.drawn) if code not in set(rows["ref_area"])]
    written = []
    if missing:
        named = ", ".join(view.names[code] for code in missing)
        written.append(text("compare.absent", view.lang, areas=named, year=DRAWN_FROM))
    if len(compared.drawn) < len(compared.countries):
        written.append(text("compare.groups_are_sums", view.lang))
    return written


def _sums(compared: Comparison, rows: pd.DataFrame, view: View) -> list[str]:
    """Write the world's total in words where its bar would dwarf every country."""
    world = rows[rows["ref_area"] == WORLD] if compared.totals else rows.iloc[:0]
    return [
        text("compare.world_total", view.lang, year=row.time_period, world=_value(row.obs_value, compared, view.lang))
        for row in world.itertuples(index=False)
    ]


def _value(value: float, compared: Comparison, lang: str) -> str:
    return format_value(value, short_unit(compared.unit), compared.decimals, lang)
