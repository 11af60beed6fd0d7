"""The catalogue as Explore lists it: prepared once for a language and a date, the same for every visitor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from pages.parts.streamlit.component import Part
from pages.parts.visit.ask import answer, kept
from pages.parts.words import search
from pages.parts.words.language import LANGUAGES, format_value, format_year_range, text

GOALS = ("all", "4", "5", "8", "11", "12")
LENSES = ("all", "youth", "women", "regions", "sector", "context", "world")
HAVING = ("sex", "region", "fresh", "judged")


@kept
def catalogue(lang: str, as_of: date) -> Mapping[str, Any]:
    """Return the rows of `series_catalogue` by series, in the order of a list without a search."""
    rows = {row.series_id: row for row in answer("series_catalogue", lang=lang, as_of=as_of)}
    return MappingProxyType({series_id: rows[series_id] for series_id in answer("series_search")["series_id"]})


@kept
def titles(lang: str, as_of: date) -> Mapping[str, str]:
    """Return the name of every series."""
    return MappingProxyType({series_id: row.title for series_id, row in catalogue(lang, as_of).items()})


@kept
def listing(lang: str, as_of: date) -> Part:
    """Return all results of a search without words, as the browser draws them."""
    trends = {row.series_id: row for row in answer("series_trends", as_of=as_of)}
    return Part.of([_result(row, trends.get(series_id), lang) for series_id, row in catalogue(lang, as_of).items()])


@kept
def places(lang: str, as_of: date) -> Mapping[str, int]:
    """Return where each series stands in the listing."""
    return MappingProxyType({series_id: place for place, series_id in enumerate(catalogue(lang, as_of))})


@kept
def found(query: str, lang: str) -> search.Found:
    """Return the series that answer a search, best first, and the regions that it names."""
    return search.find(query, _index(lang))


@kept
def passing(goal: str, lens: str, having: tuple[str, ...], lang: str, as_of: date) -> frozenset[str]:
    """Return the series that pass the facets."""
    return frozenset(
        series_id
        for series_id, row in catalogue(lang, as_of).items()
        if goal in ("all", str(row.goal)) and lens in ("all", row.lens) and all(_has(row, code) for code in having)
    )


@kept
def goal_names(lang: str) -> Mapping[str, str]:
    """Return the name of every goal by its number."""
    rows = answer("goal_names", lang=lang)
    return MappingProxyType({str(goal): name for goal, name in zip(rows["goal"], rows["name"], strict=True)})


@kept
def _index(lang: str) -> Sequence[search.Entry]:
    return search.index(answer("series_search"), lang, _region_names())


@kept
def _region_names() -> Mapping[str, tuple[str, ...]]:
    """Return what each region is called in every language."""
    names: dict[str, dict[str, None]] = {}
    for lang in LANGUAGES:
        for row in answer("areas", lang=lang):
            if row.kind in ("oblast", "city") and row.valid_to is None:
                names.setdefault(row.ref_area, {}).update({row.name: None, row.short_name: None})
    return MappingProxyType({code: tuple(written) for code, written in names.items()})


def _has(row: Any, code: str) -> bool:
    if code == "sex":
        return bool(row.has_sex)
    if code == "region":
        return bool(row.n_areas)
    return row.freshness == "current" if code == "fresh" else bool(row.headline)


def _result(row: Any, trend: Any, lang: str) -> dict[str, Any]:
    return {
        "id": row.series_id,
        "title": row.title,
        "meta": _meta(row, lang),
        "years": trend.years if trend else [],
        "heights": trend.heights if trend else [],
    }


def _meta(row: Any, lang: str) -> str:
    """Newest value, years, strength of the link: what decides whether a series is worth opening."""
    parts = [] if row.latest_value is None else [format_value(row.latest_value, row.unit, row.decimals, lang)]
    held = row.first_year is not None
    parts.append(format_year_range(row.first_year, row.last_year) if held else text("explore.not_held", lang))
    parts.append(text("explore.goal_mark", lang, goal=row.goal, strength=row.strength))
    return " · ".join(parts)
