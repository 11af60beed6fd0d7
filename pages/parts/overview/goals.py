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
    with st.container(key=f"goal_{goal.goal}", horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(_row(goal, lang))
        frame.way_to("explore", f"{text('overview.goals_open', lang)} →", goal=str(goal.goal))


def _row(goal: Any, lang: str) -> str:
    counts = (
        f"{text('overview.goals_series', lang, count=goal.n_series)} · "
        f"{text('overview.goals_judged', lang, judged=goal.n_judged, headline=goal.n_headline)}"
    )
    return (
        f'<div class="goal-row"><span class="goal-number goal-number-{goal.goal}">{goal.goal}</span>'
        f"<strong>{escape(goal.name)}</strong>{status_signs(goal.marks, lang)}<span>{escape(counts)}</span></div>"
    )


def status_signs(marks: Sequence[Mapping[str, str]], lang: str) -> str:
    """Return the signs of a goal's headline series as a list, each with its series and status in words."""
    return f'<ul class="status-ruler">{"".join(_sign(mark, lang) for mark in marks)}</ul>'


def _sign(mark: Mapping[str, str], lang: str) -> str:
    words = escape(f"{mark['title']}: {status_words(mark['status'], lang)}")
    return f'<li title="{words}">{sign(mark["status"])}<span class="unseen">{words}</span></li>'
