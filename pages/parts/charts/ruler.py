"""The status ruler: the scale of a progress score with its thresholds, and where a series stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pages.parts.charts.theme import hidden_axis, layout

HEIGHT = 76


def draw_ruler(
    score: float | None,
    lang: str,
    *,
    bounds: Sequence[float],
    statuses: Sequence[str],
    words: Sequence[str],
    written: str = "",
    ticks: Sequence[str] | None = None,
    height: int = HEIGHT,
) -> dict[str, Any]:
    """A band cut at `bounds` (one more than statuses, worst first), each part in its status colour with its word.

    `score` is marked by a pointer with `written` over it; without a score the band stands alone. `ticks` are the
    bounds as text. Colour is never the only carrier: every part has its word.
    """
    low, high = bounds[0], bounds[-1]
    parts = list(zip(bounds, bounds[1:], statuses, words, strict=False))
    shapes = [
        {
            "type": "rect",
            "x0": start,
            "x1": end,
            "y0": 0,
            "y1": 1,
            "fillcolor": f"@{status}",
            "line": {"color": "@paper", "width": 2},
        }
        for start, end, status, _ in parts
    ]
    notes = [_note((start + end) / 2, 0, word, 11, "muted", "top", yshift=-3) for start, end, _, word in parts]
    notes += [
        _note(bound, 0, tick, 10, "muted", "top", yshift=-16) for bound, tick in zip(bounds, ticks or (), strict=False)
    ]
    if score is not None:
        at = min(max(score, low), high)
        right = at > (low + high) / 2
        notes.append(_note(at, 1, "▼", 13, "ink", "bottom", yshift=-2))
        notes.append(
            _note(at, 1, f"<b>{written}</b>", 12, "ink", "bottom", "right" if right else "left", -10 if right else 10)
        )
    return {
        "data": [{"type": "scatter", "x": [], "y": []}],
        "layout": layout(
            lang,
            height,
            left=14,
            right=14,
            top=22,
            bottom=36 if ticks else 22,
            shapes=shapes,
            annotations=notes,
            xaxis=hidden_axis(range=[low, high]),
            yaxis=hidden_axis(range=[0, 1]),
        ),
    }


def _note(
    x: float,
    y: float,
    words: str,
    size: int,
    token: str,
    yanchor: str,
    xanchor: str = "center",
    xshift: float = 0,
    yshift: float = 0,
) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "text": words,
        "yanchor": yanchor,
        "xanchor": xanchor,
        "xshift": xshift,
        "yshift": yshift,
        "showarrow": False,
        "font": {"size": size, "color": f"@{token}"},
    }
