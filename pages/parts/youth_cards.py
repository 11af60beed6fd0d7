"""What only the youth page has: its first sentence, and all regions as small multiples."""

from __future__ import annotations

import streamlit as st

from pages.parts import state
from pages.parts.language import format_value, text
from pages.parts.series_card import View, end_name
from pages.parts.series_charts import change_row, extremes_row, multiples_card

NEET = "neet_15_24"


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
        lowest=_percent(both_ends.lowest_value, view),
        lowest_area=end_name(both_ends.lowest_area, both_ends.others_lowest, view),
        highest=_percent(both_ends.highest_value, view),
        highest_area=end_name(both_ends.highest_area, both_ends.others_highest, view),
    )


@st.fragment
def regions_card(view: View) -> None:
    """Draw all regions as small multiples, on one scale or each on its own."""
    axis = state.choose_one(
        "axis",
        ("shared", "free"),
        label=text("lens.axis", view.lang),
        format_option=lambda code: text(f"lens.axis_{code}", view.lang),
        control="segments",
        label_visibility="collapsed",
    )
    multiples_card(NEET, text("youth.all_regions", view.lang), view, key="youth_regions", free=axis == "free")


def _percent(value: float, view: View) -> str:
    return format_value(value, "PT", 1, view.lang)
