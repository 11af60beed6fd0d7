"""The slide of the five goals: how many headline series have which status, counted and never averaged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from pages.parts.cards.card import SourceNote, chart_card
from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import DARK, hidden_axis, layout
from pages.parts.deck.fit import WIDTH
from pages.parts.series.about import View
from pages.parts.visit.ask import ask
from pages.parts.words.language import text
from pages.parts.words.signs import SIGNS

LABEL_SIZE, LEGEND_SIZE, LEGEND_ROW, LEGEND_GAP = 13.5, 13, 22, 34
# A number on a middling colour is dark in every theme: white would not reach 4.5:1 on it.
DARK_WORD = DARK["paper"]
# Statuses in printing order with their colour and the colour of a number on it.
COLOURS = {
    "target_achieved": ("achieved", "@onfill"),
    "substantial_progress": ("on_track", DARK_WORD),
    "moderate_progress": ("accelerate", DARK_WORD),
    "limited_progress": ("limited", DARK_WORD),
    "deterioration": ("deterioration", "@onfill"),
    "not_assessed": ("not_assessed", "@onfill"),
}


def progress_card(view: View, *, key: str) -> None:
    """Draw the statuses of the headline series, one bar per goal."""
    lang = view.lang
    rows = ask("slide_progress", as_of=view.as_of)
    if rows.empty:
        return
    totals = rows.iloc[0]
    names = dict(ask("goal_names", lang=lang)[["goal", "name"]].itertuples(index=False, name=None))
    finding = text(
        "present.progress",
        lang,
        all=int(totals["n_all"]),
        judged=int(totals["n_judged"]),
        good=int(totals["n_good"]),
        worse=int(totals["n_worse"]),
    )
    chart_card(
        key=key,
        figure=_figure(rows, names, lang),
        title=finding,
        subtitle=text("present.progress_subtitle", lang),
        summary=finding,
        table=rows.assign(goal_name=rows["goal"].map(names)),
        source=SourceNote(text("present.progress_source", lang), _newest(view.as_of)),
        query=("slide_progress", {"as_of": view.as_of}),
        lang=lang,
        notes=[text("present.progress_note", lang)],
    )


def _figure(rows: pd.DataFrame, names: dict[int, str], lang: str) -> dict[str, Any]:
    goals = sorted(set(rows["goal"]), reverse=True)
    labels = [f"{goal}  {names[goal]}" for goal in goals]
    statuses = [status for status in COLOURS if status in set(rows["status"])]
    count = rows.set_index(["goal", "status"])["n_series"]
    left = text_width(labels, LABEL_SIZE) + 20
    words = [f"{SIGNS[status]} {text(f'snapshot.status_{status}', lang)}" for status in statuses]
    places = _places(words)
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": text(f"snapshot.status_{status}", lang),
            "meta": {"key": status},
            "y": list(range(len(goals))),
            "x": [int(count.get((goal, status), 0)) for goal in goals],
            "text": [f"<b>{count.get((goal, status))}</b>" if (goal, status) in count else "" for goal in goals],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"size": 14, "color": COLOURS[status][1]},
            "marker": {"color": f"@{COLOURS[status][0]}", "line": {"color": "@paper", "width": 1.5}},
            "width": 0.66,
            "hoverinfo": "skip",
        }
        for status in statuses
    ]
    return {
        "data": traces,
        "layout": layout(
            lang,
            350,
            left=left,
            right=8,
            top=26 + LEGEND_ROW * (1 + max(row for row, _ in places)),
            bottom=4,
            barmode="stack",
            xaxis=hidden_axis(range=[0, int(rows["n_largest"].iloc[0])]),
            yaxis={
                "tickvals": list(range(len(goals))),
                "ticktext": labels,
                "range": [-0.5, len(goals) - 0.5],
                "showgrid": False,
                "zeroline": False,
                "ticks": "",
                "fixedrange": True,
                "tickfont": {"size": LABEL_SIZE - 0.5, "color": "@ink"},
                "ticklabelstandoff": 8,
            },
            annotations=_legend(statuses, places, words, left),
        ),
    }


def _places(words: list[str]) -> list[tuple[int, float]]:
    """The row and the distance from the left edge of each entry of the legend; a full row goes on in the next."""
    places, row, x = [], 0, 0.0
    for word in words:
        width = text_width([word], LEGEND_SIZE) + LEGEND_GAP
        if x and x + width > WIDTH:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += width
    return places


def _legend(statuses: list[str], places: list[tuple[int, float]], words: list[str], left: int) -> list[dict[str, Any]]:
    """Each status with its sign, colour and word over the bars, in the order of the bars."""
    last = max(row for row, _ in places)
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 1,
            "xanchor": "left",
            "yanchor": "bottom",
            "xshift": x - left,
            "yshift": 10 + LEGEND_ROW * (last - row),
            "text": f"<span style='color:@{COLOURS[status][0]}'>■</span> {word}",
            "showarrow": False,
            "font": {"size": LEGEND_SIZE - 0.5, "color": "@ink"},
        }
        for status, (row, x), word in zip(statuses, places, words, strict=True)
    ]


def _newest(as_of: date) -> date | None:
    held = ask("source_list", as_of=as_of)["release"].dropna()
    return None if held.empty else held.max().date()
