"""The right side of Explore: the filters of a series, and its lines, regions or method below them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts.cards.board import board, put
from pages.parts.cards.files import MIMES, render
from pages.parts.explore.cards import every_value, held_card, regions_card, shares_a_unit, slice_cards
from pages.parts.explore.method import show_method
from pages.parts.explore.slice import Slice, choose_slice
from pages.parts.series.about import View
from pages.parts.series.areas import SELECT
from pages.parts.visit.failures import part
from pages.parts.words.language import text

WHOLE = ("csv", "xlsx")


@part
def series_view(series: Any, view: View) -> None:
    """Draw a series (a row of `series_catalogue`) with its filters."""
    chosen = choose_slice(series, view)
    if chosen.shown == "method":
        show_method(chosen.series[0], view)
    elif chosen.shown == "regions":
        put(regions_card(chosen), SELECT)
    else:
        _show_lines(chosen)
        _show_held(series.series_id, view)


def _show_lines(chosen: Slice) -> None:
    if not shares_a_unit(chosen.series, chosen.view):
        st.caption(text("explore.two_units", chosen.view.lang))
    with board("explore_lines_board") as page:
        for card in slice_cards(chosen):
            page.put(card)


def _show_held(series_id: str, view: View) -> None:
    """Draw which years and regions have values, and hand out all of them; the files are written when asked for."""
    with st.container(key="explore_coverage", gap=None):
        st.markdown(f"**{text('explore.coverage_title', view.lang)}**")
        put(held_card(series_id, view, bare=True))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="explore_everything"):
            st.markdown(text("explore.everything", view.lang), width="content")
            for kind in WHOLE:
                _download(kind, series_id, view)


def _download(kind: str, series_id: str, view: View) -> None:
    st.download_button(
        kind.upper(),
        lambda: render(kind, every_value(series_id, view)).result(),
        f"{series_id}_all_{view.as_of.isoformat()}.{kind}",
        MIMES[kind],
        on_click="ignore",
        type="tertiary",
    )
