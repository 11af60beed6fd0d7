"""Cards about one catalogue series: lines over years, a ranking of regions, all regions as small multiples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.board import Board
from pages.parts.cards.card import Selection, chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.bar import draw_ranking
from pages.parts.charts.line import Target, draw_line
from pages.parts.charts.small_multiples import draw_small_multiples
from pages.parts.series.about import (
    View,
    breaks,
    course,
    detail,
    empty,
    ends,
    notes,
    short_unit,
    source_note,
    subtitle,
)
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_value, format_year_range, text

MOST_AREAS = 6
REGION_KINDS = ("oblast", "city")


@kept
def regions(lang: str) -> tuple[str, ...]:
    """Return the codes of the regions that exist today, in the order of the catalogue."""
    rows = ask("areas", lang=lang)
    return tuple(rows.loc[rows["kind"].isin(REGION_KINDS) & rows["valid_to"].isna(), "ref_area"])


def chosen_areas(lang: str) -> tuple[str, ...]:
    """Return the regions of today that the address names, for a page or a part of it without the choice of regions."""
    known = regions(lang)
    return tuple(code for code in choices.read_all("area") if code in known)[:MOST_AREAS]


def choose_area(selection: Selection) -> None:
    """Take a region picked on a chart into the page's regions, or out of them; the whole page follows."""
    chosen = choices.read_all("area")
    if selection.key in chosen:
        chosen.remove(selection.key)
    else:
        chosen = [*chosen, selection.key][-MOST_AREAS:]
    choices.write("area", chosen)
    st.rerun(frame.BODY)


@kept
def change_row(series_id: str, view: View, sex: str = "_T", urbanisation: str = "_T") -> Any | None:
    """Return how far a series has come for the country (`series_change`), None where it has no value."""
    rows = ask(
        "series_change",
        series_ids=[series_id],
        ref_area="KZ",
        as_of=view.as_of,
        sex=sex,
        urbanisation=urbanisation,
        from_year=view.from_year,
        to_year=view.to_year,
    )
    return next(rows.itertuples(index=False), None)


def shown_year(series_id: str, view: View) -> int | None:
    """Return the newest year of a series within the reader's years; None, the newest of all, where none was chosen."""
    row = change_row(series_id, view) if view.to_year is not None else None
    return None if row is None else int(row.latest_year)


@kept
def extremes_row(series_id: str, view: View) -> Any | None:
    """Return the two ends of the regions' ranking (`series_extremes`), None where no region has a value."""
    rows = ask(
        "series_extremes",
        series_id=series_id,
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        for_year=shown_year(series_id, view),
    )
    return next(rows.itertuples(index=False), None)


@remembered
def line_card(
    series_id: str,
    what: str,
    view: View,
    *,
    key: str,
    height: int = 340,
    target: Target | None = None,
    values: tuple[float, float] | None = None,
    span: tuple[int, int] | None = None,
    year_labels: int = 9,
    more_notes: tuple[str, ...] = (),
) -> None:
    """Draw the country and the chosen regions over the years; `what` is the subject of the title's sentence."""
    lang = view.lang
    params = {
        "series_id": series_id,
        "as_of": view.as_of,
        "ref_areas": view.drawn,
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
    rows = ask("series_line", **params)
    change = change_row(series_id, view)
    if rows.empty or change is None:
        empty(series_id, view, key)
        return
    about = detail(series_id, lang)
    unit = short_unit(about.unit)
    finding = course(what, change, lang)
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names=view.names,
            unit=unit,
            decimals=about.decimals,
            chosen=view.areas,
            breaks=breaks(series_id, lang),
            target=target,
            values=values,
            span=span,
            year_labels=year_labels,
            height=height,
        ),
        title=finding,
        subtitle=subtitle(series_id, rows, lang),
        summary=text(
            "lens.summary_line",
            lang,
            period=_period(rows),
            finding=finding,
            year=change.latest_year,
            national=format_value(change.latest_value, unit, about.decimals, lang),
        ),
        table=view.named(rows),
        decimals=about.decimals,
        source=source_note(series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=[*notes(series_id, lang, rows), *more_notes],
    )


def line_cards(page: Board, drawn: Sequence[tuple[str, str]], view: View, *, key: str, height: int = 260) -> None:
    """Draw several series side by side, (series_id, subject) each: one scale and one span of years, never one line."""
    scale, span = _common_axes(tuple(series_id for series_id, _ in drawn), view)
    shared = {"height": height, "values": scale, "span": span, "year_labels": 4}
    page.abreast(
        *(partial(line_card, series_id, what, view, key=f"{key}_{series_id}", **shared) for series_id, what in drawn),
        gap="medium",
    )


@kept
def _common_axes(series_ids: tuple[str, ...], view: View) -> tuple[tuple[float, float] | None, tuple[int, int] | None]:
    """The values from zero and the years that hold all lines of several series; None where there are none."""
    rows = ask(
        "series_lines",
        series_ids=list(series_ids),
        ref_areas=view.drawn,
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        from_year=view.from_year,
        to_year=view.to_year,
    )
    if rows.empty:
        return None, None
    years = rows["time_period"]
    return (0.0, float(rows["obs_value"].max())), (int(years.min()), int(years.max()))


@remembered
def ranking_card(series_id: str, what: str, view: View, *, key: str, more_notes: tuple[str, ...] = ()) -> None:
    """Draw the regions in order with the country's value as a line; a bar that is clicked selects its region."""
    lang = view.lang
    params = {
        "series_id": series_id,
        "as_of": view.as_of,
        "sex": "_T",
        "urbanisation": "_T",
        "for_year": shown_year(series_id, view),
    }
    rows = ask("ranking", **params)
    both_ends = extremes_row(series_id, view)
    if rows.empty or both_ends is None:
        empty(series_id, view, key)
        return
    about = detail(series_id, lang)
    unit = short_unit(about.unit)
    finding = ends(what, both_ends, series_id, view)
    national = format_value(both_ends.national_value, unit, about.decimals, lang)
    unclear = bool((rows["n_tied"] > 1).any() or rows["within_rounding"].any())
    # A sum over regions is no yardstick for one of them.
    no_yardstick = about.additive or pd.isna(both_ends.national_value)
    line = None if no_yardstick else (float(both_ends.national_value), view.names["KZ"])
    chart_card(
        key=key,
        figure=draw_ranking(
            rows, lang, names=view.names, unit=unit, decimals=about.decimals, chosen=view.areas, national=line
        ),
        title=finding,
        subtitle=subtitle(series_id, rows, lang),
        summary=text(
            "lens.summary_ranking",
            lang,
            year=both_ends.time_period,
            finding=finding,
            national=national,
            above=both_ends.n_above,
            count=both_ends.n_regions,
        ),
        table=view.named(rows),
        decimals=about.decimals,
        source=source_note(series_id, view),
        query=("ranking", params),
        lang=lang,
        notes=[
            *(note for note in (about.proxy, about.caveat) if note),
            *_absent(series_id, view),
            *([text("lens.note_rounding", lang)] if unclear else []),
            *more_notes,
        ],
        on_select=choose_area,
    )


@remembered
def multiples_card(series_id: str, title: str, view: View, *, key: str, free: bool) -> None:
    """Draw every region in a panel of its own with the national line behind it, in the order of the latest value."""
    lang = view.lang
    params = {
        "series_id": series_id,
        "as_of": view.as_of,
        "ref_areas": ["KZ", *regions(lang)],
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
    rows = ask("series_line", **params)
    if rows.empty:
        empty(series_id, view, key)
        return
    about = detail(series_id, lang)
    chart_card(
        key=key,
        figure=draw_small_multiples(
            rows,
            lang,
            names=view.names,
            unit=short_unit(about.unit),
            decimals=about.decimals,
            free=free,
            chosen=view.areas,
        ),
        title=title,
        subtitle=subtitle(series_id, rows, lang),
        summary=title,
        table=view.named(rows),
        decimals=about.decimals,
        source=source_note(series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=_absent(series_id, view),
    )


def _absent(series_id: str, view: View) -> list[str]:
    """Name the regions that existed in the year but have no value."""
    rows = ask(
        "series_latest_by_area",
        series_id=series_id,
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        for_year=shown_year(series_id, view),
    )
    missing = rows.loc[rows["reason"].notna() & rows["kind"].isin(REGION_KINDS), "ref_area"]
    areas = ", ".join(view.names[code] for code in missing)
    return [text("lens.note_missing_regions", view.lang, areas=areas)] if areas else []


def _period(rows: pd.DataFrame) -> str:
    return format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
