"""The list beside Explore: type a few words, narrow by facets, pick a series.

What fits is found in Python; the browser gets the whole list once and is told which of its lines to draw.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from pages.parts.explore.answered import answer_line
from pages.parts.explore.catalogue import GOALS, HAVING, LENSES, found, goal_names, listing, passing, places
from pages.parts.streamlit.bundle import version
from pages.parts.streamlit.component import forget_sent, unsent, written
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.failures import part
from pages.parts.words.language import text

LOADER = f"""const ready = import(new URL("app/static/finder/list.js?v={version("finder/list.js")}", location.href));
export default async (component) => (await ready).mount(component);"""
_mount = st.components.v2.component("creative_sdg.finder", js=LOADER, isolate_styles=False)


@part
def finder(current: str) -> None:
    """Draw search, facets and results; picking a series writes it to the address and runs the page again."""
    lang, as_of = choices.language(), choices.as_of()
    with st.container(key="finder_facets", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        fitting = _facets(lang, as_of)
    typed = (st.session_state.get("finder") or {}).get("query")
    query = choices.read("q", "") if typed is None else typed
    meant = found(query, lang)
    shown = [series_id for series_id in meant.series if series_id in fitting]
    told = answer_line(shown[0], meant.areas, lang, as_of) if query and shown else ""
    _mount(
        key="finder",
        data=_message(shown, current, query, told, lang, as_of),
        on_query_change=_keep_query,
        on_picked_change=partial(_pick, meant.areas),
        on_missing_change=forget_sent,
    )


def _facets(lang: str, as_of: date) -> frozenset[str]:
    """Draw the facets and return the series that pass them."""
    names = goal_names(lang)
    goal = controls.choose_one(
        "goal",
        GOALS,
        label=text("explore.facet_goal", lang),
        format_option=lambda code: text("explore.facet_all", lang) if code == "all" else f"{code} · {names[code]}",
        label_visibility="collapsed",
    )
    with st.popover(text("explore.facet_more", lang), type="tertiary"):
        lens = controls.choose_one(
            "lens",
            LENSES,
            label=text("explore.facet_lens", lang),
            format_option=lambda code: text(f"explore.lens_{code}", lang),
        )
        having = controls.choose_many(
            "having",
            HAVING,
            label=text("explore.facet_having", lang),
            format_option=lambda code: text(f"explore.having_{code}", lang),
            control="pills",
        )
    return passing(goal, lens, tuple(having), lang, as_of)


def _message(shown: list[str], current: str, query: str, told: str, lang: str, as_of: date) -> bytes:
    """What the browser is told: the lines to draw as their places in the list, and the list where it is new."""
    results, at = listing(lang, as_of), places(lang, as_of)
    count = text("explore.found", lang, count=len(shown)) if shown else text("explore.found_none", lang)
    message = {
        "placeholder": text("explore.search_placeholder", lang),
        "label": text("explore.search_label", lang),
        "answer": told,
        "count": count,
        "query": query,
        "current": current,
        "list": results.digest,
        "shown": [at[series_id] for series_id in shown],
    }
    return written(message, unsent([results]))


def _keep_query() -> None:
    choices.write("q", (st.session_state.get("finder") or {}).get("query"))


def _pick(areas: tuple[str, ...]) -> None:
    """Open a series, with the regions that the search named."""
    picked = (st.session_state.get("finder") or {}).get("picked")
    if picked:
        choices.write("series", picked)
        choices.forget(("with", "years"))
        if areas:
            choices.write("area", areas)
        st.rerun(frame.BODY)
