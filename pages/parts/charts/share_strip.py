"""One whole cut into its parts on a single line: who holds most of it, at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import hidden_axis, layout
from pages.parts.words.language import format_value

NAMED = ("accent", "c1")
ROOM_FOR_WORDS = 10.0


def draw_share_strip(
    frame: pd.DataFrame, lang: str, *, names: Mapping[str, str], unit: str, decimals: int = 0, height: int = 120
) -> dict[str, Any]:
    """Parts of a whole, largest first.

    `frame`: `region`, `share` (per cent of the whole), in the order to draw. The first two parts are coloured and
    named; the others stay grey and are named on hover.
    """
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "x": [round(float(row.share), 6)],
            "y": [""],
            "width": 0.62,
            "name": names.get(row.region, row.region),
            "marker": {
                "color": f"@{NAMED[at] if at < len(NAMED) else 'context'}",
                "line": {"color": "@paper", "width": 1},
            },
            "hovertemplate": f"<b>{names.get(row.region, row.region)}</b> "
            f"{format_value(row.share, unit, max(decimals, 1), lang)}<extra></extra>",
        }
        for at, row in enumerate(frame.itertuples(index=False))
    ]
    return {
        "data": traces,
        "layout": layout(
            lang,
            height,
            left=0,
            right=0,
            top=30,
            bottom=8,
            barmode="stack",
            bargap=0,
            xaxis=hidden_axis(range=[0, 100]),
            yaxis=hidden_axis(),
            annotations=_words(frame, lang, names, unit, decimals),
        ),
    }


def _words(frame: pd.DataFrame, lang: str, names: Mapping[str, str], unit: str, decimals: int) -> list[dict[str, Any]]:
    """Name and share above each coloured part that is wide enough for them."""
    words, start = [], 0.0
    for row in frame.head(len(NAMED)).itertuples(index=False):
        if row.share >= ROOM_FOR_WORDS:
            label = f"{names.get(row.region, row.region)} <b>{format_value(row.share, unit, decimals, lang)}</b>"
            words.append(
                {
                    "x": start,
                    "xanchor": "left",
                    "y": 1,
                    "yref": "paper",
                    "yanchor": "bottom",
                    "yshift": -2,
                    "text": label,
                    "showarrow": False,
                    "width": text_width([label]),
                    "align": "left",
                }
            )
        start += float(row.share)
    return words
