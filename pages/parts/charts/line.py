"""Lines over years: the national line in ink, chosen lines in a fixed order of colours, labels at the ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pages.parts.charts.axis import LABEL_STEP, spread, text_width, value_range, year_ticks
from pages.parts.language import NO_BREAK_SPACE, format_value, has_text, text, unit_short
from pages.parts.theme import FOCUS_AREAS, SELECTED, SELECTED_TEXT, layout, plain_axis, value_axis

NATIONAL = "KZ"
HOLLOW = frozenset("PSEU")
TOP, BOTTOM = 16, 32
LABEL_LIMIT = 30
NARROW_PLOT = 180


@dataclass(frozen=True)
class Target:
    """Where a series should be: the value asked for in a year, and (from a query) the path that leads there.

    `path` has the columns time_period and obs_value; `label` is short and in words ("target 3.5%").
    """

    year: int
    value: float
    label: str
    path: pd.DataFrame | None = None


@dataclass(frozen=True)
class Break:
    """A year from which figures are not comparable with earlier ones; `kind` as in the catalogue.

    `words` replaces the kind's own short word at the rule.
    """

    time_period: int
    kind: str = "definition"
    words: str | None = None


@dataclass(frozen=True)
class Style:
    """How one line is drawn; colours are tokens."""

    colour: str
    label_colour: str
    width: float = 2.0
    dash: str = "solid"
    labelled: bool = True
    rank: int = field(default=1, compare=False)


def line_styles(keys: Sequence[str], chosen: Sequence[str] | None = None) -> dict[str, Style]:
    """The style of every line by its key: country, women, men, focus regions and chosen ones; the rest is context.

    `chosen` fixes the order in which colours are given (the order of the address); without it all lines are chosen.
    """
    named = {
        NATIONAL: Style("ink", "ink", 2.6, rank=3),
        "_T": Style("ink", "ink", 2.6, rank=3),
        "F": Style("women", "women", 2.4, rank=2),
        "M": Style("men", "mentext", 2.4, rank=2),
    }
    order = [key for key in (keys if chosen is None else chosen) if key not in named]
    styles, colour = {}, 0
    for key in order:
        if chosen is not None and key in FOCUS_AREAS and not set(FOCUS_AREAS) - {key} & set(order):
            styles[key] = Style("gold", "goldtext", 2.4, rank=2)
            continue
        at = colour % len(SELECTED)
        styles[key] = Style(SELECTED[at], SELECTED_TEXT[at], 2.2, rank=2)
        colour += 1
    context = Style("context", "muted", 1.0, labelled=False, rank=0)
    return {key: named.get(key) or styles.get(key, context) for key in keys}


def draw_line(
    frame: pd.DataFrame,
    lang: str,
    *,
    names: Mapping[str, str],
    unit: str,
    decimals: int = 1,
    by: str = "ref_area",
    chosen: Sequence[str] | None = None,
    styles: Mapping[str, Style] | None = None,
    target: Target | None = None,
    breaks: Sequence[Break] = (),
    span: tuple[int, int] | None = None,
    values: tuple[float, float] | None = None,
    zero: bool = False,
    labels: bool = True,
    height: int = 420,
) -> dict[str, Any]:
    """Lines over years.

    `frame`: the column `by` (ref_area, sex, ...; one line each), `time_period`, `obs_value`; optional `segment` (lines
    never cross segments) and `obs_status` (SDMX flag: P, S, E, U hollow). Missing years are missing. `names` gives the
    words for each line; `values` fixes the axis (small multiples, slides); `chosen` fixes the order of colours, and
    lines outside it turn grey; `span` fixes the years.
    """
    frame = (
        frame.dropna(subset=["obs_value"]).sort_values([by, "time_period"], kind="stable").rename(columns={by: "key"})
    )
    keys = [key for key in names if key in set(frame["key"])]
    frame = frame[frame["key"].isin(keys)]
    styles = styles or line_styles(keys, chosen)
    low, high, step = _axis(frame, target, values, zero)
    first, last = span or _span(frame, target)
    ends = frame.groupby("key").tail(1).set_index("key")["obs_value"]
    written = {
        key: f"{_short(names[key])} <b>{format_value(ends[key], unit, decimals, lang)}</b>"
        for key in keys
        if labels and styles[key].labelled
    }
    plain = [words.replace("<b>", "").replace("</b>", "") for words in written.values()]
    future = (last - int(frame["time_period"].max())) / max(last - first, 1) * NARROW_PLOT
    right = max(min(text_width(plain) + 16, 260) - int(future), 16) if written else 16
    suffix = _suffix(unit, lang)
    ordered = sorted(keys, key=lambda key: styles[key].rank)
    traces = [
        trace
        for key in ordered
        for trace in _traces(frame[frame["key"] == key], key, names[key], styles[key], lang, decimals, suffix)
    ]
    if target is not None:
        traces = _target_path(target) + traces
    tick_format = f",.{_tick_decimals(step)}f"
    return {
        "data": traces,
        "layout": layout(
            lang,
            height,
            left=_left(low, high, step, suffix),
            right=right,
            top=TOP,
            bottom=BOTTOM,
            xaxis=plain_axis(
                range=[first - 0.4, last + 0.4], tickvals=year_ticks(first, last), tickformat="d", fixedrange=False
            ),
            yaxis=value_axis(
                range=[low - (high - low) * 0.008, high + (high - low) * 0.008],
                dtick=step,
                tick0=0,
                tickformat=tick_format,
                ticksuffix=suffix,
            ),
            dragmode="zoom",
            hoverdistance=24,
            shapes=_rules(breaks, first, last) + (_target_rule(target) if target else []),
            annotations=_break_words(breaks, lang, first, last)
            + (_target_words(target) if target else [])
            + _end_labels(frame, written, styles, low, high, height),
        ),
    }


def _axis(
    frame: pd.DataFrame, target: Target | None, values: tuple[float, float] | None, zero: bool
) -> tuple[float, float, float]:
    if values is not None:
        return value_range(values)
    extra = [target.value] if target else []
    return value_range([*frame["obs_value"], *extra], zero=zero)


def _span(frame: pd.DataFrame, target: Target | None) -> tuple[int, int]:
    first, last = int(frame["time_period"].min()), int(frame["time_period"].max())
    return first, max(last, target.year) if target else last


def _traces(
    rows: pd.DataFrame, key: str, name: str, style: Style, lang: str, decimals: int, suffix: str
) -> list[dict[str, Any]]:
    """The line of one key as one trace: None between segments and at missing years, hollow where flagged."""
    has_segment, has_status = "segment" in rows, "obs_status" in rows
    years, values, notes, hollow = [], [], [], []
    before: tuple[int, object] | None = None
    for row in rows.itertuples(index=False):
        segment = row.segment if has_segment else 0
        if before and (row.time_period - before[0] > 1 or segment != before[1]):
            years.append(None), values.append(None), notes.append(""), hollow.append(False)
        status = row.obs_status if has_status else "A"
        known = has_text(f"chart.status_{status}")
        years.append(int(row.time_period)), values.append(round(float(row.obs_value), 6))
        notes.append(f"<br>{text(f'chart.status_{status}', lang)}" if known else "")
        hollow.append(status in HOLLOW)
        before = (row.time_period, segment)
    context = style.rank == 0
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines" if context else "lines+markers",
        "x": years,
        "y": values,
        "name": name,
        "meta": {"key": key},
        "line": {"color": f"@{style.colour}", "width": style.width, "dash": style.dash},
        "hovertemplate": f"<b>{name}</b><br>%{{x}}: %{{y:,.{decimals}f}}{suffix}",
    }
    flagged = any(notes)
    trace["hovertemplate"] += "%{text}<extra></extra>" if flagged else "<extra></extra>"
    if flagged:
        trace["text"] = notes
    if not context:
        trace["marker"] = _markers(style, hollow)
    return [trace]


def _markers(style: Style, hollow: Sequence[bool]) -> dict[str, Any]:
    if not any(hollow):
        return {"size": 5, "color": f"@{style.colour}"}
    return {
        "size": [8 if empty else 5 for empty in hollow],
        "color": ["@paper" if empty else f"@{style.colour}" for empty in hollow],
        "line": {"color": f"@{style.colour}", "width": 1.8},
    }


def _end_labels(
    frame: pd.DataFrame, written: Mapping[str, str], styles: Mapping[str, Style], low: float, high: float, height: int
) -> list[dict[str, Any]]:
    """A label at the last point of each line; labels that would touch are moved apart, none is dropped."""
    box = height - TOP - BOTTOM
    last = frame.groupby("key").tail(1).set_index("key")
    own = [box * (1 - (last.at[key, "obs_value"] - low) / (high - low)) for key in written]
    placed = spread(own, 0, box, LABEL_STEP)
    edge = int(frame["time_period"].max())
    return [
        {
            "x": edge,
            "xanchor": "left",
            "xshift": 9,
            "y": round(float(last.at[key, "obs_value"]), 6),
            "yanchor": "middle",
            "yshift": round(start - end, 1),
            "text": words,
            "showarrow": False,
            "align": "left",
            "font": {"color": f"@{styles[key].label_colour}"},
        }
        for (key, words), start, end in zip(written.items(), own, placed, strict=True)
    ]


def _target_path(target: Target) -> list[dict[str, Any]]:
    if target.path is None:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": target.path["time_period"].tolist(),
            "y": target.path["obs_value"].round(6).tolist(),
            "hoverinfo": "skip",
            "line": {"color": "@gold", "width": 1.5, "dash": "dot"},
        }
    ]


def _target_rule(target: Target) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "x0": target.year - 0.4,
            "x1": target.year + 0.4,
            "y0": target.value,
            "y1": target.value,
            "line": {"color": "@gold", "width": 3},
        }
    ]


def _target_words(target: Target) -> list[dict[str, Any]]:
    # The path comes down to a low target from above and up to a high one from below: the words go to the other side.
    falling = target.path is not None and target.path["obs_value"].iloc[0] > target.value
    return [
        {
            "x": target.year + 0.4,
            "y": target.value,
            "xanchor": "right",
            "yanchor": "top" if falling else "bottom",
            "yshift": -3 if falling else 3,
            "text": target.label,
            "showarrow": False,
            "font": {"color": "@goldtext", "size": 12},
        }
    ]


def _rules(breaks: Sequence[Break], first: int, last: int) -> list[dict[str, Any]]:
    shared = {
        "type": "line",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": "@rule", "width": 1},
        "layer": "below",
    }
    return [{**shared, "x0": year - 0.5, "x1": year - 0.5} for year in _break_years(breaks, first, last)]


def _break_years(breaks: Sequence[Break], first: int, last: int) -> dict[int, Break]:
    return {item.time_period: item for item in breaks if first < item.time_period <= last}


def _break_words(breaks: Sequence[Break], lang: str, first: int, last: int) -> list[dict[str, Any]]:
    """A word at each rule, on the side with more room; each lower than the one before it so that none overlap."""
    made = []
    for place, (year, item) in enumerate(sorted(_break_years(breaks, first, last).items())):
        late = year - first > (last - first) / 2
        known = has_text(f"chart.break_{item.kind}")
        made.append(
            {
                "yref": "paper",
                "x": year - 0.5,
                "y": 1,
                "yanchor": "top",
                "yshift": -16 * (place % 3),
                "xanchor": "right" if late else "left",
                "xshift": -4 if late else 4,
                "showarrow": False,
                "text": item.words or text(f"chart.break_{item.kind}" if known else "chart.break", lang),
                "font": {"color": "@muted", "size": 12},
            }
        )
    return made


def _suffix(unit: str, lang: str) -> str:
    short = unit_short(unit, lang)
    if short != "%":
        return ""
    return short if lang == "en" else f"{NO_BREAK_SPACE}{short}"


def _tick_decimals(step: float) -> int:
    return next(places for places in range(5) if abs(step * 10**places - round(step * 10**places)) < 1e-6)


def _left(low: float, high: float, step: float, suffix: str) -> int:
    places = _tick_decimals(step)
    return text_width([f"{low:,.{places}f}{suffix}", f"{high:,.{places}f}{suffix}"], 12) + 12


def _short(name: str) -> str:
    return name if len(name) <= LABEL_LIMIT else name[: LABEL_LIMIT - 1].rstrip() + "…"
