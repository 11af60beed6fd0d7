"""The slice of a series that a reader of Explore looks at: the filters that the series has, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.parts.explore.catalogue import catalogue, titles
from pages.parts.series.about import TOTAL, View
from pages.parts.visit import controls
from pages.parts.visit.ask import kept, of_series
from pages.parts.words.language import text

MOST_AREAS, OPENED_AREAS = 6, 3
NONE = "none"


@dataclass(frozen=True)
class Slice:
    """One or two series as they are looked at: `shown` is chart, regions or method; `filters` are the address names of
    the controls."""

    series: tuple[str, ...]
    view: View
    shown: str
    filters: tuple[str, ...] = ()


def choose_slice(series: Any, view: View) -> Slice:
    """Draw the row of filters that a series (a row of `series_catalogue`) has, and return the choice."""
    years = regional_years(series.series_id, view)
    with st.container(key="explore_view", horizontal=True, vertical_alignment="bottom", gap="small"):
        shown = _choose_shown(bool(years), view.lang)
        if shown == "chart":
            with st.container(width=240):
                second = _choose_second(series.series_id, view)
            return _choose_lines(series, second, view)
        if shown == "regions":
            with st.container(width=140):
                year = controls.choose_one("year", years, label=text("frame.year", view.lang))
            return _choose_regions(series, replace(view, year=year))
    return Slice((series.series_id,), view, shown)


@kept
def regional_years(series_id: str, view: View) -> tuple[int, ...]:
    """Return the years in which several regions have a value, newest first."""
    years = of_series("series_years", series_id, as_of=view.as_of)
    counted = zip(years["time_period"], years["n_regions"], strict=True)
    return tuple(sorted((year for year, regions in counted if regions > 1), reverse=True))


def _choose_shown(is_regional: bool, lang: str) -> str:
    return controls.choose_one(
        "view",
        ("chart", "regions", "method") if is_regional else ("chart", "method"),
        label=text("explore.view", lang),
        format_option=lambda code: text(f"explore.view_{code}", lang),
        control="segments",
    )


def _choose_second(series_id: str, view: View) -> str | None:
    names = titles(view.lang, view.as_of)
    chosen = controls.choose_one(
        "with",
        [NONE, *(other for other in names if other != series_id)],
        label=text("explore.compare", view.lang),
        format_option=lambda code: text("explore.compare_none", view.lang) if code == NONE else names[code],
    )
    return None if chosen == NONE else chosen


def _choose_lines(series: Any, second: str | None, view: View) -> Slice:
    filters = []
    both = [series, *([catalogue(view.lang, view.as_of)[second]] if second else [])]
    if series.last_year > series.first_year:
        filters.append("years")
        with st.container(width=190):
            years = controls.years(series.first_year, series.last_year)
        view = replace(view, years=None if years == (series.first_year, series.last_year) else years)
    with _second_row():
        if series.n_areas:
            filters.append("area")
            view = replace(view, areas=_choose_areas(series, view))
        # Halves that one of the two series does not have would leave it without a line.
        if all(one.has_sex for one in both):
            filters.append("sex")
            view = replace(view, sexes=_choose_several("sex", controls.SEX, view.lang))
        if all(one.has_urbanisation for one in both):
            filters.append("urbanisation")
            view = replace(view, settlements=_choose_several("urbanisation", controls.URBANISATION, view.lang))
    return Slice(tuple(one.series_id for one in both), view, "chart", tuple(filters))


def _choose_regions(series: Any, view: View) -> Slice:
    filters = ["area", "year"]
    with _second_row():
        view = replace(view, areas=_choose_areas(series, view))
        if series.has_sex:
            filters.append("sex")
            view = replace(view, sexes=(controls.sex(),))
        if series.has_urbanisation:
            filters.append("urbanisation")
            view = replace(view, settlements=(controls.urbanisation(),))
    return Slice((series.series_id,), view, "regions", tuple(filters))


def _second_row() -> Any:
    return st.container(key="explore_filters", horizontal=True, vertical_alignment="bottom", gap="small")


def _choose_areas(series: Any, view: View) -> tuple[str, ...]:
    """Draw the choice of regions; a series without a national value opens with its first areas."""
    known = of_series("series_areas", series.series_id, as_of=view.as_of, lang=view.lang)
    names = dict(zip(known["ref_area"], known["name"], strict=True))
    opened = known["ref_area"][:OPENED_AREAS] if series.latest_year is None else ()
    with st.container(key="explore_areas", width=250):
        return tuple(controls.areas(known["ref_area"], names, default=opened, limit=MOST_AREAS))


def _choose_several(name: str, options: tuple[str, ...], lang: str) -> tuple[str, ...]:
    chosen = controls.choose_many(
        name,
        options,
        label=text(f"frame.{name}", lang),
        default=(TOTAL,),
        format_option=lambda code: text(f"frame.{name}_{code.strip('_').lower()}", lang),
        control="segments",
    )
    return tuple(chosen) or (TOTAL,)
