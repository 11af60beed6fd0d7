"""The five goals of the overview: a numbered tile, the signs of the headline series, counts and a way in."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from pages.parts.series.status import SIGNS
from pages.parts.visit import frame
from pages.parts.words.language import text


def goal_row(goal: Any, lang: str) -> None:
    """Draw one goal, a row of `overview_goals`."""
    number = int(goal.goal)
    with st.container(key=f"goal_{number}"):
        tile, signs, counts, way = st.columns([5, 4, 3.5, 1.5], vertical_alignment="center", gap="medium")
        with tile.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            with st.container(key=f"goal_tile_{number}", width="content"):
                st.markdown(str(number))
            st.markdown(f"**{goal.name}**")
        with signs:
            st.html(ruler(goal.marks, lang))
        counts.markdown(
            f"{text('overview.goals_series', lang, count=int(goal.n_series))} · "
            + text("overview.goals_judged", lang, judged=int(goal.n_judged), headline=int(goal.n_headline))
        )
        with way:
            frame.way_to("explore", f"{text('overview.goals_open', lang)} →", goal=str(number))


def ruler(marks: list[dict[str, str]], lang: str) -> str:
    """Return the signs of a goal's headline series as a list, each with its series and status in words."""
    items = "".join(_sign(mark, lang) for mark in marks)
    return f'<ul class="status-ruler">{items}</ul>'


def _sign(mark: dict[str, str], lang: str) -> str:
    words = escape(f"{mark['title']}: {text('snapshot.status_' + mark['status'], lang)}")
    return (
        f'<li title="{words}"><span class="status-sign status-{mark["status"]}" aria-hidden="true">'
        f'{SIGNS[mark["status"]]}</span><span class="unseen">{words}</span></li>'
    )
