"""Cards of the sector page: several sections on one chart, and places of culture by region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts.cards.ahead import cards, send_ahead
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.line import draw_line
from pages.parts.series.about import View, breaks, detail, empty, notes, short_unit, source_note
from pages.parts.series.charts import chosen_areas, ranking_card
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_value, format_year_range, text, unit_label

PLACES = (
    "culture_theatres",
    "culture_museums",
    "culture_cinemas",
    "culture_libraries",
    "culture_culture_centres",
    "culture_concert_organisations",
    "culture_amusement_parks",
    "culture_zoos",
    "culture_circuses",
)


@kept
def lead(view: View) -> str:
    """Write what the two sections make of gross product, or that nothing was held on the date."""
    rows = ask("series_change", **_change_params(["gva_j_share_of_grp", "gva_r_share_of_grp"], view))
    latest = {row.series_id: row for row in rows.itertuples(index=False)}
    if len(latest) < 2:
        return text("sector.lead_missing", view.lang)
    j, r = latest["gva_j_share_of_grp"], latest["gva_r_share_of_grp"]
    return text(
        "sector.lead",
        view.lang,
        year=j.latest_year,
        j=format_value(j.latest_value, "PT", 1, view.lang),
        r=format_value(r.latest_value, "PT", 1, view.lang),
    )


@remembered
def several_card(what: str, named: Mapping[str, str], view: View, *, key: str, height: int = 320) -> None:
    """Draw several series of one unit and one definition for the country; `named` maps series to message keys."""
    lang, ids = view.lang, list(named)
    params = {
        "series_ids": ids,
        "as_of": view.as_of,
        "ref_areas": ["KZ"],
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
    rows = ask("series_lines", **params)
    if rows.empty:
        empty(ids[0], view, key)
        return
    about = detail(ids[0], lang)
    names = {series: text(f"sector.{word}", lang) for series, word in named.items()}
    finding = _then_now(what, names, view)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names=names,
            unit=short_unit(about.unit),
            decimals=about.decimals,
            by="series_id",
            breaks=breaks(ids[0], lang),
            zero=True,
            height=height,
        ),
        title=finding,
        subtitle=text("sector.several_subtitle", lang, unit=unit_label(about.unit, lang), period=period),
        summary=text("sector.several_summary", lang, count=rows["series_id"].nunique(), period=period, finding=finding),
        table=view.named(rows),
        decimals=about.decimals,
        source=source_note(ids[0], view),
        query=("series_lines", params),
        lang=lang,
        notes=[*dict.fromkeys(note for series in ids for note in notes(series, lang))],
    )


def places_card(view: View) -> None:
    """Draw one kind of place by region; the kind and the regions are the reader's choice."""
    view = replace(view, areas=chosen_areas(view.lang))
    _chosen_place(view)
    send_ahead("place", PLACES, lambda place: cards(partial(_places, place, view)), depends=("area",))


@st.fragment
def _chosen_place(view: View) -> None:
    place = choices.one_of("place", PLACES, PLACES[0])
    frame.answer_first(lambda: _choose_place(view.lang), lambda: _places(place, view))


def _choose_place(lang: str) -> None:
    controls.choose_one(
        "place",
        PLACES,
        label=text("sector.place", lang),
        format_option=lambda series: text(f"sector.place_{series}", lang),
        control="pills",
        label_visibility="collapsed",
    )


def _places(place: str, view: View) -> None:
    ranking_card(
        place,
        text(f"sector.place_{place}", view.lang),
        replace(view, to_year=None),
        key="sector_places",
        more_notes=(text("sector.note_counts", view.lang),),
    )


def _then_now(what: str, names: Mapping[str, str], view: View) -> str:
    """Write the first and the latest value of each series within its newest segment."""
    rows = list(ask("series_change", **_change_params(list(names), view)).itertuples(index=False))
    first_year = min(row.first_year for row in rows)
    parts = ", ".join(
        text(
            "sector.part" if row.first_year == first_year else "sector.part_since",
            view.lang,
            name=names[row.series_id],
            first_year=row.first_year,
            first=format_value(row.first_value, short_unit(row.unit), row.decimals, view.lang),
            latest=format_value(row.latest_value, short_unit(row.unit), row.decimals, view.lang),
        )
        for row in sorted(rows, key=lambda row: list(names).index(row.series_id))
    )
    return text(
        "sector.then_now",
        view.lang,
        what=what,
        parts=parts,
        first_year=first_year,
        latest_year=max(row.latest_year for row in rows),
    )


def _change_params(series_ids: list[str], view: View) -> dict[str, object]:
    return {
        "series_ids": series_ids,
        "ref_area": "KZ",
        "as_of": view.as_of,
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
