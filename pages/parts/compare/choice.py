"""What the reader compares: one series of other countries, and the countries drawn beside Kazakhstan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts.series.about import View, short_unit
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text

SINCE_YEAR = 2015
DRAWN_FROM = 2000
MOST_COUNTRIES = 5
FIRST_SERIES = "world_women_managers"
FIRST_COUNTRIES = ("KG", "AZ", "M49-001")
HOME = "KZ"
ABROAD = ("other_country", "world_region")


@dataclass(frozen=True)
class Comparison:
    """One series to compare by, and the chosen countries and groups in the order in which they were chosen."""

    series_id: str
    name: str
    goal: int
    unit: str
    decimals: int
    totals: bool
    countries: tuple[str, ...]

    @property
    def drawn(self) -> tuple[str, ...]:
        """The areas drawn beside Kazakhstan: groups of countries only where they are no sums."""
        return tuple(code for code in self.countries if not (self.totals and is_group(code)))


def is_group(code: str) -> bool:
    """Return whether a code is a group of countries: those carry the list they come from before a hyphen."""
    return "-" in code


def chosen_comparison(view: View) -> Comparison:
    """Return the comparison that the address names."""
    series_id = choices.one_of("comparator", tuple(_offered(view.lang)), FIRST_SERIES)
    return comparison_of(series_id, choices.read_all("country"), view.lang)


def comparison_of(series_id: str, countries: Sequence[str], lang: str) -> Comparison:
    """Return the comparison by a series, which raises KeyError for one that is none; unknown countries are left out."""
    row, known = _offered(lang)[series_id], set(abroad(lang))
    named = tuple(code for code in countries if code in known)[:MOST_COUNTRIES] or FIRST_COUNTRIES
    return Comparison(row.series_id, row.name, row.goal, short_unit(row.unit), row.decimals, row.totals, named)


def choose_comparison(view: View) -> None:
    """Draw the row of filters: series, countries, reset."""
    lang = view.lang
    words = option_words(lang)
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        with st.container(width="stretch"):
            controls.choose_one(
                "comparator",
                tuple(words),
                label=text("compare.comparator", lang),
                default=FIRST_SERIES,
                format_option=words.__getitem__,
            )
        with st.container(width="stretch"):
            controls.choose_many(
                "country",
                abroad(lang),
                label=text("compare.countries", lang),
                default=FIRST_COUNTRIES,
                format_option=view.names.__getitem__,
                placeholder=text("compare.add_country", lang),
                limit=MOST_COUNTRIES,
            )
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(("comparator", "country"),))


@kept
def abroad(lang: str) -> tuple[str, ...]:
    """Return the codes of other countries and of groups of countries, in the order of the catalogue."""
    return answer("areas", lang=lang).where(kind=ABROAD)["ref_area"]


def option_words(lang: str) -> Mapping[str, str]:
    """Return what the list of series says of each."""
    return {
        series_id: text("compare.option", lang, goal=row.goal, name=row.name)
        for series_id, row in _offered(lang).items()
    }


@kept
def _offered(lang: str) -> Mapping[str, Any]:
    return {row.series_id: row for row in answer("compare_series", lang=lang)}
