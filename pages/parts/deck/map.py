"""The map of a slide: values on the regions, and beside it the two ends of the ranking, which small regions need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts.charts.theme import FOCUS_AREAS, hidden_axis
from pages.parts.words.language import format_value

TOP_ROWS, LAST_ROWS = 6, 3
MAP_PART, BARS_PART = (0.0, 0.6), (0.8, 0.93)


def map_with_ends(
    figure: Mapping[str, Any], table: pd.DataFrame, unit: str, decimals: int, national: str, lang: str
) -> dict[str, Any]:
    """Return a map with bars at its right: the highest and lowest regions and the focus regions.

    `table`: `ref_area`, `area_name`, `obs_value`, `place`, `national_value`; `national` is the country's name.
    """
    rows = table.dropna(subset=["obs_value"]).sort_values(["obs_value", "ref_area"], ascending=[False, True])
    rows = rows.reset_index(drop=True)
    ends = rows.index < TOP_ROWS, rows.index >= len(rows) - LAST_ROWS
    shown = rows[ends[0] | ends[1] | rows["ref_area"].isin(FOCUS_AREAS)]
    places, labels = _places(shown)
    layout = figure["layout"]
    country = rows["national_value"].iloc[0]
    known = not pd.isna(country)
    reach = max(float(shown["obs_value"].max()), float(country) if known else 0.0)
    return {
        "data": [*(_values_only(trace) for trace in figure["data"]), _bars(shown, places, unit, decimals, lang)],
        "layout": {
            **layout,
            "xaxis": {**layout["xaxis"], "domain": list(MAP_PART)},
            "xaxis2": hidden_axis(domain=list(BARS_PART), anchor="y2", range=[0, reach]),
            "yaxis2": {
                "domain": [0, 0.93],
                "anchor": "x2",
                "range": [-0.6, max(labels) + 0.6],
                "tickvals": list(labels),
                "ticktext": list(labels.values()),
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": 12.5, "color": "@ink"},
                "ticklabelstandoff": 6,
            },
            "shapes": [*layout.get("shapes", []), *([_rule(float(country))] if known else [])],
            "annotations": [
                *layout.get("annotations", []),
                *([_rule_words(float(country), national, unit, decimals, lang)] if known else []),
            ],
        },
    }


def _values_only(trace: Mapping[str, Any]) -> dict[str, Any]:
    """A region's name stands in the bars or is known from the map; only its value is printed on it."""
    if trace.get("mode") != "text":
        return dict(trace)
    values = [words.rpartition("<br>")[2] for words in trace["text"]]
    return {**trace, "text": values, "textfont": {**trace["textfont"], "size": 12.5}}


def _places(shown: pd.DataFrame) -> tuple[list[int], dict[int, str]]:
    """The row of each bar counted from below, and the label of every row; a gap in the ranking is a row of its own."""
    lines: list[tuple[str, bool]] = []
    before = None
    for index, row in shown.iterrows():
        if before is not None and index > before + 1:
            lines.append(("⋮", False))
        lines.append((f"{row['area_name']}  {int(row['place'])}", True))
        before = index
    last = len(lines) - 1
    return [last - place for place, (_, bar) in enumerate(lines) if bar], {
        last - place: words for place, (words, _) in enumerate(lines)
    }


def _bars(shown: pd.DataFrame, places: list[int], unit: str, decimals: int, lang: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": "x2",
        "yaxis": "y2",
        "x": [round(float(value), 6) for value in shown["obs_value"]],
        "y": places,
        "ids": shown["ref_area"].tolist(),
        "width": 0.7,
        "marker": {"color": ["@gold" if code in FOCUS_AREAS else "@quiet" for code in shown["ref_area"]]},
        "text": [format_value(value, unit, decimals, lang) for value in shown["obs_value"]],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 12.5, "color": "@ink"},
        "hoverinfo": "skip",
    }


def _rule(country: float) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "x2",
        "yref": "y2 domain",
        "x0": country,
        "x1": country,
        "y0": 0,
        "y1": 1,
        "line": {"color": "@ink", "width": 1.2, "dash": "dot"},
    }


def _rule_words(country: float, name: str, unit: str, decimals: int, lang: str) -> dict[str, Any]:
    return {
        "xref": "x2",
        "yref": "paper",
        "x": country,
        "y": 0.93,
        "xanchor": "center",
        "yanchor": "bottom",
        "showarrow": False,
        "text": f"{name} <b>{format_value(country, unit, decimals, lang)}</b>",
        "font": {"size": 12.5, "color": "@ink"},
    }
