"""What only the youth page has: its first sentence, the map, and all regions as small multiples."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from pages.parts.cards.ahead import cards, send_ahead
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.classes import Classes
from pages.parts.charts.region_map import draw_region_map
from pages.parts.regions.cards import AXES, choose_axis
from pages.parts.series.about import View, empty, end_name, source_note, subtitle
from pages.parts.series.charts import change_row, choose_area, extremes_row, multiples_card
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_value, text

NEET = "neet_15_24"


@kept
def lead(view: View) -> str:
    """Write the page's first sentence: how many young people are left out, and how far regions differ."""
    row, both_ends = change_row(NEET, view), extremes_row(NEET, view)
    if row is None or both_ends is None:
        return text("youth.lead_missing", view.lang)
    return text(
        "youth.lead",
        view.lang,
        year=row.latest_year,
        value=_percent(row.latest_value, view),
        **_ends(both_ends, view),
    )


@st.fragment
def regions_card(view: View) -> None:
    """Draw all regions as small multiples, on one scale or each on its own."""
    both_ends = extremes_row(NEET, view)
    if both_ends is None:
        empty(NEET, view, "youth_regions")
        return
    title = text("youth.all_regions", view.lang, year=both_ends.time_period, **_ends(both_ends, view))

    def drawn(axis: str) -> None:
        multiples_card(NEET, title, view, key="youth_regions", free=axis == "free")

    chosen = choices.one_of("axis", AXES, AXES[0])
    frame.answer_first(lambda: choose_axis(view.lang), lambda: drawn(chosen))
    send_ahead("axis", AXES, lambda axis: cards(partial(drawn, axis)), depends=("area", "years"))


@remembered
def map_card(view: View, *, key: str) -> None:
    """Draw the regions of the newest year on a map; the borders are those of that year."""
    lang = view.lang
    rows = ask("region_rate", series_id=NEET, as_of=view.as_of)
    both_ends = extremes_row(NEET, view)
    if rows.empty or both_ends is None:
        empty(NEET, view, key)
        return
    rows = rows[rows["time_period"] == both_ends.time_period]
    limits = ask("region_classes", series_id=NEET, as_of=view.as_of, n_classes=5)
    finding = text(
        "youth.above_country",
        lang,
        above=both_ends.n_above,
        count=both_ends.n_regions,
        national=_percent(both_ends.national_value, view),
        year=both_ends.time_period,
    )
    chart_card(
        key=key,
        figure=draw_region_map(
            rows,
            lang,
            names=view.names,
            unit="PT",
            classes=Classes((*limits["lower_bound"].head(1), *limits["upper_bound"]), scheme=limits["scheme"].iloc[0]),
            map_layout=rows["layout"].iloc[0],
            chosen=view.areas,
            height=440,
        ),
        title=finding,
        subtitle=subtitle(NEET, rows, lang),
        summary=finding,
        table=view.named(rows),
        source=source_note(NEET, view),
        query=("region_rate", {"series_id": NEET, "as_of": view.as_of}),
        lang=lang,
        notes=[text("regions.note_outlines", lang)],
        on_select=choose_area,
    )


def _ends(row: Any, view: View) -> dict[str, str]:
    """The two ends of the regions in words."""
    return {
        "lowest": _percent(row.lowest_value, view),
        "lowest_area": end_name(row.lowest_area, row.others_lowest, view),
        "highest": _percent(row.highest_value, view),
        "highest_area": end_name(row.highest_area, row.others_highest, view),
    }


def _percent(value: float, view: View) -> str:
    return format_value(value, "PT", 1, view.lang)
