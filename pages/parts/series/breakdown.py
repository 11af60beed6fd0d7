"""The lead chart of a page: one series with a switch for its breakdown, the country's line always in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.ahead import Shown, cards, send_ahead, send_years_ahead
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.line import Target, draw_line, line_styles
from pages.parts.series.about import (
    View,
    breaks,
    course,
    detail,
    empty,
    ends,
    notes,
    short_unit,
    source_note,
    subtitle,
)
from pages.parts.series.charts import change_row, extremes_row, regions
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_value, format_year_range, text

COLUMNS = {"sex": "sex", "settlement": "urbanisation"}
CODES = {"sex": ("_T", "F", "M"), "urbanisation": ("_T", "U", "R")}


@dataclass(frozen=True)
class Breakdown:
    """A series and its switch. `room` holds the page's messages, `name` is the switch's name in the address and
    `options` its codes, `key` is that of the card."""

    series_id: str
    room: str
    name: str
    options: tuple[str, ...]
    key: str

    def card(self, view: View) -> None:
        """Draw the switch and the chart."""
        _switched_chart(self, view)
        send_ahead(
            self.name,
            self.options,
            lambda by: self._shown(by, view),
            depends=("area", "years"),
        )

    def send_filters_ahead(self, view: View) -> None:
        """Send the chart for other years and for one region more; called at the end of the page, behind what stands
        below the chart."""
        by = self.chosen()
        send_years_ahead(
            "years",
            view.spans(),
            lambda start, end: self._shown(by, view.within(start, end)),
            depends=("area", self.name),
        )
        send_ahead(
            "area",
            regions(view.lang),
            lambda code: self._shown(by, view.with_area(code)),
            depends=("area", "years", self.name),
        )

    def chosen(self) -> str:
        """Return the breakdown that the address names."""
        return choices.one_of(self.name, self.options, self.options[0])

    def chart(self, by: str, view: View) -> None:
        """Draw the chart of one breakdown."""
        _chart(self.series_id, self.room, by, view, self.key)

    def _shown(self, by: str, view: View) -> list[Shown]:
        return cards(partial(self.chart, by, view))


@st.fragment
def _switched_chart(switched: Breakdown, view: View) -> None:
    frame.answer_first(
        lambda: _switch(switched, view.lang),
        lambda: switched.chart(switched.chosen(), view),
    )


def _switch(switched: Breakdown, lang: str) -> None:
    controls.choose_one(
        switched.name,
        switched.options,
        label=text("lens.by", lang),
        format_option=lambda code: text(f"lens.by_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )


@remembered
def _chart(series_id: str, room: str, by: str, view: View, key: str) -> None:
    lang = view.lang
    params = _line_params(series_id, by, view)
    rows = ask("series_line", **params)
    change = change_row(series_id, view)
    if rows.empty or change is None:
        empty(series_id, view, key)
        return
    about = detail(series_id, lang)
    title, remarks = _finding(series_id, room, by, view, change)
    column = COLUMNS.get(by, "ref_area")
    names, drawn = line_names(column, view), set(rows[column])
    chosen = _coloured(series_id, view) if by == "region" else view.areas if by == "national" else None
    unit = short_unit(about.unit)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    national = format_value(change.latest_value, unit, about.decimals, lang)
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names=names,
            unit=unit,
            decimals=about.decimals,
            by=column,
            styles=line_styles([code for code in names if code in drawn], chosen),
            breaks=breaks(series_id, lang),
            target=target_of(series_id, view) if by == "national" else None,
            height=400,
        ),
        title=title,
        subtitle=subtitle(series_id, rows, lang),
        summary=text(
            "lens.summary_line", lang, period=period, finding=title, national=national, year=change.latest_year
        ),
        table=view.named(rows),
        source=source_note(series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=[*notes(series_id, lang, rows), *remarks],
    )


def line_names(column: str, view: View) -> dict[str, str]:
    """Return the words for the lines of a chart: areas, or women, men and settlements beside the country."""
    if column == "ref_area":
        return dict(view.names)
    words = {code: text(f"frame.{column}_{code.strip('_').lower()}", view.lang) for code in CODES[column]}
    return words | {"_T": view.names["KZ"]}


def target_of(series_id: str, view: View) -> Target | None:
    """Return where a series should be and the path that leads there; None where it has no comparable target."""
    path = ask("target_path", series_id=series_id, as_of=view.as_of)
    if path.empty or view.to_year is not None:
        return None
    about = detail(series_id, view.lang)
    value = float(path["target_value"].iloc[0])
    written = format_value(value, short_unit(about.unit), 0, view.lang)
    label = f"{text('chart.target', view.lang)} {written}"
    return Target(int(path["target_year"].iloc[0]), value, label, path[["time_period", "obs_value"]])


def split_finding(series_id: str, room: str, split: str, view: View, prefix: str = "") -> tuple[str, list[str]]:
    """Write which half of a series is higher, in words, and which later year had to be left out."""
    gaps = ask("split_gap", series_id=series_id, as_of=view.as_of, ref_area="KZ", split=split, to_year=view.to_year)
    row = next(gaps.itertuples(index=False), None)
    about = detail(series_id, view.lang)
    if row is None:
        return about.title, []
    unit = short_unit(about.unit)
    title = text(
        f"{room}.{prefix}{split}_{row.who}",
        view.lang,
        first=format_value(row.first_value, unit, about.decimals, view.lang),
        second=format_value(row.second_value, unit, about.decimals, view.lang),
        year=row.time_period,
    )
    odd = [] if pd.isna(row.odd_year) else [text("lens.note_odd_year", view.lang, year=int(row.odd_year))]
    return title, odd


def _finding(series_id: str, room: str, by: str, view: View, change: Any) -> tuple[str, list[str]]:
    what = text(f"{room}.what_{series_id}", view.lang)
    if by == "national":
        return course(what, change, view.lang), []
    if by == "region":
        row = extremes_row(series_id, view)
        return (ends(what, row, series_id, view) if row else what), []
    return split_finding(series_id, room, COLUMNS[by], view)


def _coloured(series_id: str, view: View) -> list[str]:
    """The regions drawn in colour: the reader's, or the two ends of the ranking."""
    row = extremes_row(series_id, view)
    return list(view.areas) or ([row.highest_area, row.lowest_area] if row else [])


def _line_params(series_id: str, by: str, view: View) -> dict[str, Any]:
    """The parameters of `series_line` for one breakdown: None frees a dimension, a code fixes it."""
    return {
        "series_id": series_id,
        "as_of": view.as_of,
        "ref_areas": {"region": None, "national": view.drawn}.get(by, ["KZ"]),
        "sex": None if by == "sex" else "_T",
        "urbanisation": None if by == "settlement" else "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
