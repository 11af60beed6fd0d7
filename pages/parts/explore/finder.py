"""The list beside Explore: type a few words, narrow by facets, pick a series. Finding is done in `search`."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.visit import choices, controls
from pages.parts.visit.ask import ask
from pages.parts.words import search
from pages.parts.words.language import format_value, format_year_range, text

STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static" / "finder"
GOALS = ("all", "4", "5", "8", "11", "12")
LENSES = ("all", "youth", "women", "regions", "sector", "context", "world")
SHOWN = 250


def _loader() -> str:
    digest = hashlib.sha256()
    for path in sorted(STATIC_FOLDER.iterdir()):
        digest.update(path.read_bytes())
    folder = 'location.pathname.replace(/[^/]*$/, "") + "app/static/finder/finder.js?v=' + digest.hexdigest()[:10] + '"'
    return (
        f"const ready = import(new URL({folder}, location.origin));\n"
        "export default async (component) => (await ready).mount(component);"
    )


_mount = st.components.v2.component("creative_sdg.finder", js=_loader(), isolate_styles=False)


@st.fragment
def finder(current: str) -> None:
    """Draw search, facets and results; picking a series writes it to the address and runs the page again."""
    lang, as_of = choices.language(), choices.as_of()
    catalogue = ask("series_catalogue", lang=lang, as_of=as_of).set_index("series_id")
    with st.container(key="finder_facets", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        kept = _facets(catalogue, lang)
    typed = (st.session_state.get("finder") or {}).get("query")
    query = choices.read("q", "") if typed is None else typed
    found = [series_id for series_id in _find(query, lang) if series_id in kept]
    _mount(
        key="finder",
        data=_packed(_payload(found, catalogue, current, query, lang)),
        on_query_change=_keep_query,
        on_picked_change=_pick,
    )
    if (st.session_state.get("finder") or {}).get("picked"):
        st.rerun()


def _find(query: str, lang: str) -> list[str]:
    return search.find(query, _index(lang))


@st.cache_resource(show_spinner=False, max_entries=3)
def _index(lang: str) -> list[search.Entry]:
    return search.index(ask("series_search"), lang)


def _facets(catalogue: pd.DataFrame, lang: str) -> set[str]:
    """Draw the facets and return the ids of the series that pass them."""
    goals = dict(ask("goal_names", lang=lang).itertuples(index=False, name=None))
    goal = controls.choose_one(
        "goal",
        GOALS,
        label=text("explore.facet_goal", lang),
        format_option=lambda code: text("explore.facet_all", lang) if code == "all" else f"{code} · {goals[int(code)]}",
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
            ("sex", "region", "fresh", "judged"),
            label=text("explore.facet_having", lang),
            format_option=lambda code: text(f"explore.having_{code}", lang),
            control="pills",
        )
    kept = catalogue
    if goal != "all":
        kept = kept[kept["goal"] == int(goal)]
    if lens != "all":
        kept = kept[kept["lens"] == lens]
    columns = {"sex": kept["has_sex"], "region": kept["n_areas"] > 0, "fresh": kept["freshness"] == "current"}
    columns["judged"] = kept["headline"]
    for code in having:
        kept = kept[columns[code].reindex(kept.index).fillna(False).astype(bool)]
    return set(kept.index)


def _payload(found: list[str], catalogue: pd.DataFrame, current: str, query: str, lang: str) -> dict[str, Any]:
    trends = ask("series_trends", as_of=choices.as_of()).set_index("series_id")
    return {
        "placeholder": text("explore.search_placeholder", lang),
        "label": text("explore.search_label", lang),
        "count": text("explore.found", lang, count=len(found)) if found else text("explore.found_none", lang),
        "query": query,
        "current": current,
        "results": [_result(series_id, catalogue, trends, lang) for series_id in found[:SHOWN]],
    }


def _packed(payload: dict[str, Any]) -> bytes:
    """Return the payload as compact JSON, deflated: the whole catalogue in a few kilobytes."""
    return zlib.compress(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def _result(series_id: str, catalogue: pd.DataFrame, trends: pd.DataFrame, lang: str) -> dict[str, Any]:
    series = catalogue.loc[series_id]
    known = series_id in trends.index
    return {
        "id": series_id,
        "title": series["title"],
        "meta": _meta(series, lang),
        "years": [int(year) for year in trends.at[series_id, "years"]] if known else [],
        "heights": [float(height) for height in trends.at[series_id, "heights"]] if known else [],
    }


def _meta(series: pd.Series, lang: str) -> str:
    """Newest value, years, strength of the link: what decides whether a series is worth opening."""
    parts = []
    if pd.notna(series["latest_value"]):
        parts.append(format_value(series["latest_value"], series["unit"], int(series["decimals"]), lang))
    if pd.notna(series["first_year"]):
        parts.append(format_year_range(int(series["first_year"]), int(series["last_year"])))
    else:
        parts.append(text("explore.not_held", lang))
    parts.append(text("explore.goal_mark", lang, goal=int(series["goal"]), strength=series["strength"]))
    return " · ".join(parts)


def _keep_query() -> None:
    choices.write("q", (st.session_state.get("finder") or {}).get("query"))


def _pick() -> None:
    picked = (st.session_state.get("finder") or {}).get("picked")
    if picked:
        choices.write("series", picked)
        choices.forget(("with", "years"))
