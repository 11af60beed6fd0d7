"""What the reader chose on the snapshot page: a goal or all five, the method, and what to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import DEFAULT_METHOD, GOALS, METHODS
from pages.parts.visit import choices, controls
from pages.parts.words.language import format_date

ALL_GOALS = "all"
GOAL_CODES = (ALL_GOALS, *map(str, GOALS))
NO_COMPARISON = "none"
OTHER_METHOD = "method"


@dataclass(frozen=True)
class Choice:
    """What the reader chose on this page: a goal or all five, the method, and what to compare with."""

    goal: int | None
    method: str
    compare_with: date | None
    compare_method: str


def chosen(as_of: date) -> Choice:
    """Return what the address says the page shows."""
    method = choices.one_of("method", METHODS, DEFAULT_METHOD)
    options, default = _comparisons(as_of, method)
    goal = choices.one_of("goal", GOAL_CODES, ALL_GOALS)
    return _choice(goal, method, choices.one_of("compare", options, default), as_of)


def choose(lang: str, as_of: date) -> None:
    """Draw the page's selectors in one row."""
    controls.choose_one(
        "goal",
        GOAL_CODES,
        label=words.word("choose_goal", lang),
        format_option=lambda code: words.word("all_goals", lang) if code == ALL_GOALS else code,
        control="segments",
    )
    method = controls.choose_one(
        "method",
        METHODS,
        label=words.word("choose_method", lang),
        default=DEFAULT_METHOD,
        format_option=lambda code: words.word(f"method_{code}", lang),
    )
    _choose_comparison(lang, as_of, method)


def _choice(goal: str, method: str, compare: str, as_of: date) -> Choice:
    number = None if goal == ALL_GOALS else int(goal)
    if compare == OTHER_METHOD:
        return Choice(number, method, as_of, DEFAULT_METHOD)
    return Choice(number, method, None if compare == NO_COMPARISON else date.fromisoformat(compare), method)


def _comparisons(as_of: date, method: str) -> tuple[list[str], str]:
    """Return what a snapshot can be compared with and the default: the newest release before what it shows."""
    earlier = [day.isoformat() for day in choices.kept_releases() if day < as_of]
    options = [NO_COMPARISON, *earlier, *([OTHER_METHOD] if method != DEFAULT_METHOD else [])]
    return options, earlier[0] if earlier else NO_COMPARISON


def _choose_comparison(lang: str, as_of: date, method: str) -> None:
    options, default = _comparisons(as_of, method)

    def said(code: str) -> str:
        if code in (NO_COMPARISON, OTHER_METHOD):
            return words.word(f"compare_{code}", lang)
        return format_date(date.fromisoformat(code), lang, "medium")

    controls.choose_one(
        "compare",
        options,
        label=words.word("choose_compare", lang),
        default=default,
        format_option=said,
    )
