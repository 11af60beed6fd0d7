"""Lines over years: the national line in ink, chosen lines in a fixed order of colours, labels at the ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pages.parts.charts.axis import LABEL_STEP, spread, text_width, value_range, year_ticks
from pages.parts.charts.points import Point, lines_of, with_gaps, years_of
from pages.parts.charts.theme import FOCUS_AREAS, SELECTED, SELECTED_TEXT, layout, plain_axis, value_axis
from pages.parts.words.language import NO_BREAK_SPACE, format_value, has_text, text, unit_short

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
    year_labels: int = 9,
    height: int = 420,
) -> dict[str, Any]:
    """Lines over years.

    `frame`: the column `by` (ref_area, sex, ...; one line each), `time_period`, `obs_value`; optional `segment` (lines
    never cross segments) and `obs_status` (SDMX flag: P, S, E, U hollow). Missing years are missing. `names` gives the
    words for each line; `values` fixes the axis (small multiples, slides); `chosen` fixes the order of colours, and
    lines outside it turn grey; `span` fixes the years; `year_labels` is how many years are printed at most.
    """
    found = lines_of(frame, by)
    lines = {key: found[key] for key in names if key in found}
    styles = styles or line_styles(list(lines), chosen)
    low, high, step = _axis(lines, target, values, zero)
    newest = years_of(lines.values())[1]
    first, last = span or (years_of(lines.values())[0], max(newest, target.year if target else newest))
    written = {
        key: f"{_short(names[key])} <b>{format_value(points[-1].value, unit, decimals, lang)}</b>"
        for key, points in lines.items()
        if labels and styles[key].labelled
    }
    plain = [words.replace("<b>", "").replace("</b>", "") for words in written.values()]
    future = (last - newest) / max(last - first, 1) * NARROW_PLOT
    right = max(min(text_width(plain) + 16, 260) - int(future), 16) if written else 16
    suffix = _suffix(unit, lang)
    traces = [
        _trace(lines[key], key, names[key], styles[key], lang, decimals, suffix)
        for key in sorted(lines, key=lambda key: styles[key].rank)
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
                range=[first - 0.4, last + 0.4],
                tickvals=year_ticks(first, last, year_labels),
                tickformat="d",
                fixedrange=False,
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
            + _end_labels(lines, written, styles, low, high, height),
        ),
    }


def _axis(
    lines: Mapping[str, Sequence[Point]], target: Target | None, values: tuple[float, float] | None, zero: bool
) -> tuple[float, float, float]:
    if values is not None:
        return value_range(values)
    known = [point.value for points in lines.values() for point in points]
    return value_range([*known, *([target.value] if target else [])], zero=zero)


def _trace(
    points: Sequence[Point], key: str, name: str, style: Style, lang: str, decimals: int, suffix: str
) -> dict[str, Any]:
    """The line of one key: None between segments and at missing years, hollow where flagged."""
    cut = with_gaps(points)
    flagged = any(has_text(f"chart.status_{point.status}") for point in points)
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers" if style.rank else "lines",
        "x": [point and point.year for point in cut],
        "y": [point and point.value for point in cut],
        "name": name,
        "meta": {"key": key},
        "line": {"color": f"@{style.colour}", "width": style.width, "dash": style.dash},
        "hovertemplate": f"<b>{name}</b><br>%{{x}}: %{{y:,.{decimals}f}}{suffix}"
        + ("%{text}<extra></extra>" if flagged else "<extra></extra>"),
    }
    if flagged:
        trace["text"] = [_flag(point, lang) for point in cut]
    if style.rank:
        trace["marker"] = _markers(style, [point is not None and point.status in HOLLOW for point in cut])
    return trace


def _flag(point: Point | None, lang: str) -> str:
    words = f"chart.status_{point.status}" if point else ""
    return f"<br>{text(words, lang)}" if words and has_text(words) else ""


def _markers(style: Style, hollow: Sequence[bool]) -> dict[str, Any]:
    if not any(hollow):
        return {"size": 5, "color": f"@{style.colour}"}
    return {
        "size": [8 if empty else 5 for empty in hollow],
        "color": ["@paper" if empty else f"@{style.colour}" for empty in hollow],
        "line": {"color": f"@{style.colour}", "width": 1.8},
    }


def _end_labels(
    lines: Mapping[str, Sequence[Point]],
    written: Mapping[str, str],
    styles: Mapping[str, Style],
    low: float,
    high: float,
    height: int,
) -> list[dict[str, Any]]:
    """A label at the last point of each line; labels that would touch are moved apart, none is dropped."""
    if not written:
        return []
    box = height - TOP - BOTTOM
    own = [box * (1 - (lines[key][-1].value - low) / (high - low)) for key in written]
    placed = spread(own, 0, box, LABEL_STEP)
    edge = years_of(lines.values())[1]
    return [
        {
            "x": edge,
            "xanchor": "left",
            "xshift": 9,
            "y": lines[key][-1].value,
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
    """A word at each rule, on the side with more room; lower than the one before it where the two would touch."""
    made: list[dict[str, Any]] = []
    place, before = 0, None
    for year, item in sorted(_break_years(breaks, first, last).items()):
        place = place + 1 if before is not None and year - before < 0.4 * (last - first) else 0
        before = year
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
