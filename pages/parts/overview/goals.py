"""The five goals of the overview: a numbered tile, the signs of the headline series, counts and a way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from pages.parts.visit import frame
from pages.parts.words.language import text
from pages.parts.words.signs import sign, status_words


def goal_row(goal: Any, lang: str) -> None:
    """Draw one goal, a row of `overview_goals`."""
    with st.container(key=f"goal_{goal.goal}"):
        tile, signs, counts, way = st.columns([5, 4, 3.5, 1.5], vertical_alignment="center", gap="medium")
        with tile.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            with st.container(key=f"goal_tile_{goal.goal}", width="content"):
                st.markdown(str(goal.goal))
            st.markdown(f"**{goal.name}**")
        with signs:
            st.html(status_signs(goal.marks, lang))
        counts.markdown(
            f"{text('overview.goals_series', lang, count=goal.n_series)} · "
            + text("overview.goals_judged", lang, judged=goal.n_judged, headline=goal.n_headline)
        )
        with way:
            frame.way_to("explore", f"{text('overview.goals_open', lang)} →", goal=str(goal.goal))


def status_signs(marks: Sequence[Mapping[str, str]], lang: str) -> str:
    """Return the signs of a goal's headline series as a list, each with its series and status in words."""
    return f'<ul class="status-ruler">{"".join(_sign(mark, lang) for mark in marks)}</ul>'


def _sign(mark: Mapping[str, str], lang: str) -> str:
    words = escape(f"{mark['title']}: {status_words(mark['status'], lang)}")
    return f'<li title="{words}">{sign(mark["status"])}<span class="unseen">{words}</span></li>'
