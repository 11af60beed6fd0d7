"""The slice of a series that a reader of Explore looks at: its filters, its query and the names of its lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.card import SourceNote
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import ask
from pages.parts.words.language import text, unit_label

LIMIT_OF_AREAS = 6
OPENED_AREAS = 3
VIEWS = ("chart", "regions", "method")


@dataclass(frozen=True)
class Slice:
    """One or two series with the filters chosen for them."""

    series_ids: tuple[str, ...]
    as_of: date
    lang: str
    view: str = "chart"
    sexes: tuple[str, ...] = ("_T",)
    settlements: tuple[str, ...] = ("_T",)
    areas: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    year: int | None = None

    def query(self, *series_ids: str) -> tuple[str, dict[str, Any]]:
        """Return the query and its parameters for the given series, or for all of the slice."""
        first, last = self.years or (None, None)
        return "explore_lines", {
            "series_ids": list(series_ids or self.series_ids),
            "as_of": self.as_of,
            "ref_areas": list(self.areas) or ["KZ"],
            "sexes": list(self.sexes),
            "settlements": list(self.settlements),
            "from_year": first,
            "to_year": last,
        }

    def rows(self, *series_ids: str) -> pd.DataFrame:
        """Return the lines of the slice, one row per line and year."""
        name, params = self.query(*series_ids)
        return ask(name, **params)


def choose_slice(series: pd.Series, lang: str, as_of: date) -> Slice:
    """Draw the row of filters that this series (a row of `series_catalogue`) has, and return the choice."""
    series_id = str(series["series_id"])
    sexes, settlements, areas, years = ("_T",), ("_T",), (), None
    second, year = None, None
    with st.container(key="explore_view", horizontal=True, vertical_alignment="bottom", gap="small"):
        view = _view(series, lang)
        if view == "chart":
            with st.container(width=240):
                second = _second(series_id, lang, as_of)
            if series["last_year"] > series["first_year"]:
                with st.container(width=190):
                    years = controls.years(int(series["first_year"]), int(series["last_year"]))
        elif view == "regions":
            with st.container(width=140):
                year = _year(series_id, lang, as_of)
    if view != "method":
        with st.container(key="explore_filters", horizontal=True, vertical_alignment="bottom", gap="small"):
            if series["n_areas"] > 0:
                areas = _areas(series, lang, as_of)
            if series["has_sex"]:
                sexes = _several("sex", controls.SEX, lang)
            if series["has_urbanisation"]:
                settlements = _several("urbanisation", controls.URBANISATION, lang)
    series_ids = (series_id, second) if second else (series_id,)
    return Slice(series_ids, as_of, lang, view, sexes, settlements, areas, years, year)


def line_names(rows: pd.DataFrame, titles: dict[str, str], lang: str) -> dict[str, str]:
    """Return the words for each line of a slice, in the order of the lines; titles only where there are two series."""
    areas = choices.area_names(lang)
    several = rows["series_id"].nunique() > 1
    names = {}
    for line, series_id in rows[["line", "series_id"]].drop_duplicates("line").itertuples(index=False):
        codes = line.split(":")[-1].split("|")
        words = " · ".join(_part(code, areas, lang) for code in codes)
        if several:
            words = titles[series_id] if codes == ["KZ"] else f"{titles[series_id]}, {words}"
        names[line] = words
    return names


def source_note(detail: pd.Series, release: Any, lang: str) -> SourceNote:
    """Return what stands under a chart of this series (a row of `series_detail`)."""
    return SourceNote(
        name=f"{detail['publisher']}, {detail['source_title']}",
        release=None if pd.isna(release) else release.date(),
        strength=detail["strength"],
        url=detail["source_url"],
        licence=detail["licence_id"],
        definition=detail["description"],
        unit=unit_label(detail["unit"], lang),
        retrieved=detail["release_kind"] == "retrieved",
    )


def _several(name: str, options: tuple[str, ...], lang: str) -> tuple[str, ...]:
    chosen = controls.choose_many(
        name,
        options,
        label=text(f"frame.{name}", lang),
        default=("_T",),
        format_option=lambda code: text(f"frame.{name}_{code.strip('_').lower()}", lang),
        control="segments",
    )
    return tuple(chosen) or ("_T",)


def _areas(series: pd.Series, lang: str, as_of: date) -> tuple[str, ...]:
    """Draw the choice of regions; a series without a national value opens with its first areas."""
    known = ask("series_areas", series_id=series["series_id"], as_of=as_of, lang=lang)
    names = dict(known[["ref_area", "name"]].itertuples(index=False, name=None))
    opened = list(names)[:OPENED_AREAS] if pd.isna(series["latest_year"]) else []
    with st.container(key="explore_areas", width=250):
        return tuple(controls.areas(list(names), names, default=opened, limit=LIMIT_OF_AREAS))


def _view(series: pd.Series, lang: str) -> str:
    return controls.choose_one(
        "view",
        VIEWS if series["n_areas"] > 1 else ("chart", "method"),
        label=text("explore.view", lang),
        format_option=lambda code: text(f"explore.view_{code}", lang),
        control="segments",
    )


def _year(series_id: str, lang: str, as_of: date) -> int | None:
    """Draw the choice of a year in which several regions have a value, newest first."""
    years = ask("series_years", series_id=series_id, as_of=as_of)
    regional = sorted(map(int, years[years["n_regions"] > 1]["time_period"]), reverse=True)
    return controls.choose_one("year", regional, label=text("frame.year", lang)) if regional else None


def _second(series_id: str, lang: str, as_of: date) -> str | None:
    catalogue = ask("series_catalogue", lang=lang, as_of=as_of).set_index("series_id")["title"]
    chosen = controls.choose_one(
        "with",
        ["none", *(other for other in catalogue.index if other != series_id)],
        label=text("explore.compare", lang),
        format_option=lambda code: text("explore.compare_none", lang) if code == "none" else catalogue[code],
    )
    return None if chosen == "none" else chosen


def _part(code: str, areas: dict[str, str], lang: str) -> str:
    if code == "KZ":
        return text("explore.country", lang)
    return areas[code] if code in areas else text(f"explore.code_{code}", lang)
