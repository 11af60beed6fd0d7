"""What the reader compares: one series of other countries, and the countries drawn beside Kazakhstan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts.charts.line import line_styles
from pages.parts.series.about import View
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import ask
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

    @property
    def colours(self) -> Mapping[str, str]:
        """The colour token of Kazakhstan and of each drawn area, the same on every chart of the page."""
        return {key: style.colour for key, style in line_styles((HOME, *self.drawn), self.drawn).items()}


def is_group(code: str) -> bool:
    """Return whether a code is a group of countries: those carry the list they come from before a hyphen."""
    return "-" in code


def choose_comparison(view: View) -> Comparison:
    """Draw the row of filters: series, countries, reset; return the choice."""
    lang = view.lang
    offered = ask("compare_series", lang=lang).set_index("series_id", drop=False)
    abroad = ask("areas", lang=lang)
    abroad = abroad.loc[abroad["kind"].isin(ABROAD), "ref_area"].tolist()
    with st.container(key="page_filters", horizontal=True, vertical_alignment="bottom", gap="medium"):
        with st.container(width="stretch"):
            series_id = controls.choose_one(
                "comparator",
                offered["series_id"].tolist(),
                label=text("compare.comparator", lang),
                default=FIRST_SERIES,
                format_option=lambda code: text(
                    "compare.option", lang, goal=offered.loc[code, "goal"], name=offered.loc[code, "name"]
                ),
            )
        with st.container(width="stretch"):
            countries = controls.choose_many(
                "country",
                abroad,
                label=text("compare.countries", lang),
                default=FIRST_COUNTRIES,
                format_option=lambda code: view.names[code],
                placeholder=text("compare.add_country", lang),
                limit=MOST_COUNTRIES,
            )
        st.button(text("frame.reset", lang), on_click=choices.forget, args=(("comparator", "country"),))
    row: Any = offered.loc[series_id]
    return Comparison(
        series_id,
        row["name"],
        int(row["goal"]),
        row["unit"],
        int(row["decimals"]),
        bool(row["totals"]),
        tuple(countries),
    )
