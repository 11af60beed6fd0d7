"""Ranked bars and bars around zero, always from zero, longest on top, values at the ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pages.parts.charts.axis import text_width
from pages.parts.charts.theme import FOCUS_AREAS, SELECTED, hidden_axis, layout
from pages.parts.words.language import format_change, format_value, has_text, text
from pages.parts.words.missing import is_missing

ROW, TOP, BOTTOM = 23, 8, 10
NATIONAL_ROOM = 22
NAME_LIMIT = 275
ALMOST = "≈"
FIGURE_SPACE = "\u2007"


def draw_ranking(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    by: str = "ref_area",
    chosen: Sequence[str] = (),
    national: tuple[float, str] | None = None,
    colours: Mapping[str, str] | None = None,
    row: int = ROW,
) -> dict[str, Any]:
    """Horizontal bars in the order of the values, the values in a column at the right.

    `frame`: the column `by`, `obs_value`; optional `place` and `n_tied` (places are printed, shared ones with "="),
    `within_rounding` (the next row is too close to call: a sign before the value) and `obs_status`. `national` is a
    reference line: value and name. Focus regions are gold, chosen ones take their fixed colours, the rest is quiet.
    """
    rows = frame[frame[by].isin(names)].dropna(subset=["obs_value"])
    rows = rows.sort_values(["obs_value", by], ascending=[True, False], kind="stable")
    keys = rows[by].tolist()
    values = [round(float(value), 6) for value in rows["obs_value"]]
    labels = [_row_name(item, names[getattr(item, by)]) for item in rows.itertuples(index=False)]
    written = [format_value(value, unit, decimals, lang) for value in values]
    close = rows.get("within_rounding", [False] * len(keys))
    shown = [f"{ALMOST}{words}" if near else words for words, near in zip(written, close, strict=True)]
    flags = [_flag(item, lang) for item in rows.itertuples(index=False)]
    reach = [*values, 0.0, *([national[0]] if national else [])]
    top = TOP + (NATIONAL_ROOM if national else 0)
    trace = {
        **_bar_trace(keys, values, [f"@{_colour(key, chosen, colours)}" for key in keys]),
        "hovertext": [
            f"<b>{names[key]}</b><br>{words}{flag}" for key, words, flag in zip(keys, written, flags, strict=True)
        ],
    }
    return {
        "data": [trace, _value_column(shown, max(reach) or 1.0)],
        "layout": layout(
            lang,
            top + BOTTOM + row * max(len(keys), 1),
            left=min(text_width(labels) + 10, NAME_LIMIT),
            right=text_width(shown, 12) + 24,
            top=top,
            bottom=BOTTOM,
            xaxis=hidden_axis(range=[min(reach), max(reach) or 1.0]),
            yaxis=_name_axis(labels),
            shapes=_national_line(national) if national else [],
            annotations=_national_words(national, unit, decimals, lang, values) if national else [],
            transition={"duration": 180, "easing": "cubic-out"},
        ),
    }


def draw_diverging(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    by: str = "ref_area",
    value: str = "gap",
    sides: tuple[str, str] | None = None,
    tokens: tuple[str, str] = ("men", "women"),
    row: int = ROW,
) -> dict[str, Any]:
    """Bars to the left and right of zero, sorted; `sides` are the words over the negative and the positive side.

    `frame`: the column `by` and `value` (a difference in `unit`). Zero is neutral; the sign is printed with each value.
    """
    rows = frame[frame[by].isin(names)].dropna(subset=[value]).sort_values([value, by], kind="stable")
    keys = rows[by].tolist()
    values = [round(float(number), 6) for number in rows[value]]
    shown = [format_change(number, unit, decimals, lang) for number in values]
    reach = max((abs(number) for number in values), default=1.0) or 1.0
    top = TOP + (NATIONAL_ROOM if sides else 0)
    trace = {
        **_bar_trace(keys, values, [f"@{tokens[number > 0]}" for number in values]),
        "text": shown,
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": "@ink", "size": 12},
        "hovertext": [f"<b>{names[key]}</b><br>{words}" for key, words in zip(keys, shown, strict=True)],
    }
    low = -reach if min(values, default=0) < 0 else 0.0
    high = reach if max(values, default=0) > 0 else 0.0
    return {
        "data": [trace],
        "layout": layout(
            lang,
            top + BOTTOM + row * max(len(keys), 1),
            left=min(text_width([names[key] for key in keys]) + 12, NAME_LIMIT),
            right=24,
            top=top,
            bottom=BOTTOM,
            xaxis=hidden_axis(range=[low * 1.22 - reach * 0.02, high * 1.22 + reach * 0.02]),
            yaxis=_name_axis([names[key] for key in keys]),
            shapes=[
                {
                    "type": "line",
                    "x0": 0,
                    "x1": 0,
                    "yref": "paper",
                    "y0": 0,
                    "y1": 1,
                    "line": {"color": "@rule", "width": 1},
                }
            ],
            annotations=_side_words(sides, tokens) if sides else [],
            transition={"duration": 180, "easing": "cubic-out"},
        ),
    }


def _bar_trace(keys: Sequence[str], values: Sequence[float], colours: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(values),
        "y": list(range(len(keys))),
        "ids": list(keys),
        "width": 0.72,
        "marker": {"color": list(colours)},
        "hoverinfo": "text",
    }


def _name_axis(labels: Sequence[str]) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "range": [-0.6, len(labels) - 0.4],
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 13, "color": "@ink"},
        "ticklabelstandoff": 6,
    }


def _value_column(shown: Sequence[str], end: float) -> dict[str, Any]:
    """The values in one column right of the bars: one trace, because twenty annotations take five times as long."""
    width = max(map(len, shown), default=0)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [end] * len(shown),
        "y": list(range(len(shown))),
        "text": [words.rjust(width + 1, FIGURE_SPACE) for words in shown],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": "@ink"},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _row_name(item: Any, name: str) -> str:
    place = getattr(item, "place", None)
    if is_missing(place):
        return name
    shared = "=" if getattr(item, "n_tied", 1) > 1 else FIGURE_SPACE
    return f"{name}  {int(place)}{shared}"


def _flag(item: Any, lang: str) -> str:
    status = f"chart.status_{getattr(item, 'obs_status', 'A')}"
    return f"<br>{text(status, lang)}" if has_text(status) else ""


def _colour(key: str, chosen: Sequence[str], colours: Mapping[str, str] | None) -> str:
    if colours and key in colours:
        return colours[key]
    if key in chosen:
        return SELECTED[list(chosen).index(key) % len(SELECTED)]
    return "gold" if key in FOCUS_AREAS else "quiet"


def _national_line(national: tuple[float, str]) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "x0": national[0],
            "x1": national[0],
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"color": "@ink", "width": 1.2, "dash": "dot"},
        }
    ]


def _national_words(
    national: tuple[float, str], unit: str, decimals: int, lang: str, values: Sequence[float]
) -> list[dict[str, Any]]:
    value, name = national
    late = value > 0.6 * max(values, default=0)
    return [
        {
            "x": value,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "xanchor": "right" if late else "left",
            "xshift": 6 if late else -6,
            "showarrow": False,
            "font": {"size": 12, "color": "@ink"},
            "text": f"{name} <b>{format_value(value, unit, decimals, lang)}</b>",
        }
    ]


def _side_words(sides: tuple[str, str], tokens: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "x": 0,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "xanchor": anchor,
            "xshift": shift,
            "text": words,
            "showarrow": False,
            "font": {"size": 12, "color": f"@{_text_token(colour)}"},
        }
        for words, colour, anchor, shift in zip(sides, tokens, ("right", "left"), (-6, 6), strict=True)
        if words
    ]


def _text_token(name: str) -> str:
    return "mentext" if name == "men" else name
