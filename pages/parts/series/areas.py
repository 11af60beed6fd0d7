"""The regions that a reader chooses: with the control of a page, or by a click on a chart."""

from __future__ import annotations

import streamlit as st

from pages.parts.cards.board import Selection
from pages.parts.series.answers import regions
from pages.parts.visit import choices, frame

MOST_AREAS = 6


def chosen_areas(lang: str) -> tuple[str, ...]:
    """Return the regions of today that the address names, for a page or a part of it without the choice of regions."""
    known = regions(lang)
    found = [code for code in choices.read_all("area") if code in known]
    for code in found[MOST_AREAS:]:
        choices.reject("area", code)
    return tuple(found[:MOST_AREAS])


def choose_area(selection: Selection) -> None:
    """Take a region picked on a chart into the page's regions, or out of them; the whole page follows."""
    chosen = choices.read_all("area")
    if selection.key in chosen:
        chosen.remove(selection.key)
    else:
        chosen = [*chosen, selection.key][-MOST_AREAS:]
    choices.write("area", chosen)
    st.rerun(frame.BODY)


SELECT = {"area": choose_area}
