"""The chart card: finding, chart, source and actions, the same for every chart of the dashboard.

A page computes (by queries), draws (by `pages.parts.charts`) and hands over; the card does the rest::

    from pages.parts.chart.card import SourceNote, chart_card
    from pages.parts.charts.line import draw_line

    rows = ask("series_lines", series_id="neet_15_24", ref_areas=["KZ", "KZ-43"], as_of=as_of)
    chosen = chart_card(
        key="youth_neet",                         # unique on the page, stable: the chart's node is kept under it
        figure=draw_line(rows, lang, unit="PT", decimals=1),
        title=text("youth.neet_finding", lang, value=...),   # a sentence with the number, computed
        subtitle=text("youth.neet_subtitle", lang),           # unit, population, period
        summary=text("youth.neet_summary", lang, ...),        # what a reader who cannot see it needs: one to three sentences
        table=rows,                                # exactly what is drawn; downloads hold all its columns
        headers={"label": ..., "time_period": ..., "obs_value": ...},   # optional: columns shown in the HTML table
        source=SourceNote(name=..., release=date(2024, 10, 24), strength="C", url=..., definition=..., unit=...),
        query=("series_lines", {"series_id": "neet_15_24", ...}),       # shown with the SQL under "How computed"
        lang=lang,
        notes=[...],                               # caveats, each one sentence
        on_select=choose_area,                     # called with a Selection at the start of the rerun it causes
    )

`bare=True` shows the chart alone (a sparkline in a tile, the second of a pair): no title, source or actions.
The table, the SQL and the files travel only after a reader asks for them.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

import queries
from pages.parts import state
from pages.parts.chart.component import mount, pack
from pages.parts.exports import table_csv, table_parquet, table_xlsx
from pages.parts.language import format_date, format_number, has_text, text

FILES = ("csv", "xlsx", "parquet")
WORDS = ("actions", "table", "download", "method", "link", "present", "copy", "copied", "keys")
STATUS_COLUMN = "obs_status"
YEAR_COLUMNS = frozenset({"time_period", "year", "baseline_year", "latest_year", "target_year", "rank", "segment"})


@dataclass(frozen=True)
class SourceNote:
    """Where the figures of a chart come from; `retrieved` when the source has no releases and `release` is the day of copying."""

    name: str
    release: date | None
    strength: str | None = None
    url: str | None = None
    licence: str | None = None
    definition: str | None = None
    unit: str | None = None
    retrieved: bool = False


@dataclass(frozen=True)
class Selection:
    """A point, bar or region that the reader chose: its code, and where it lies on the axes."""

    key: str
    x: Any = None
    y: Any = None


def chart_card(
    *,
    key: str,
    figure: Mapping[str, Any],
    title: str,
    subtitle: str,
    summary: str,
    table: pd.DataFrame,
    source: SourceNote | None,
    query: tuple[str, Mapping[str, Any]] | None,
    lang: str,
    headers: Mapping[str, str] | None = None,
    decimals: int = 1,
    height: int | None = None,
    notes: Sequence[str] = (),
    on_select: Callable[[Selection], None] | None = None,
    bare: bool = False,
) -> Selection | None:
    """Show one chart with everything that belongs to it; returns the reader's selection in the run that follows it."""
    if height is not None:
        figure = {**figure, "layout": {**figure["layout"], "height": height}}
    payload: dict[str, Any] = {"figure": figure, "summary": summary, "lang": lang}
    if on_select is not None:
        payload["selectable"] = True
    if bare:
        payload["bare"] = True
    else:
        about = Card(key, title, subtitle, table, source, query, lang, headers, decimals, tuple(notes))
        payload |= about.payload()
    mount(pack(payload), key=key, on_panel=_nothing, on_file=_nothing, on_select=lambda: _selected(key, on_select))
    return _selection(key)


@dataclass(frozen=True)
class Card:
    """What stands around a chart, and what it hands out on request."""

    key: str
    title: str
    subtitle: str
    table: pd.DataFrame
    source: SourceNote | None
    query: tuple[str, Mapping[str, Any]] | None
    lang: str
    headers: Mapping[str, str] | None
    decimals: int
    notes: tuple[str, ...]

    def payload(self) -> dict[str, Any]:
        """The card's part of what the component is sent; panel and file only when the reader asked for them."""
        sent: dict[str, Any] = {
            "title": self.title,
            "subtitle": self.subtitle,
            "words": {word: text(f"chart.{word}", self.lang) for word in WORDS},
            "foot": {
                "source": source_line(self.source, self.lang) if self.source else [],
                "notes": list(self.notes),
                "table": True,
                "method": self.query is not None,
                "files": list(FILES),
                "state": {"lang": self.lang, "as_of": state.as_of().isoformat()},
                "stem": self.stem(),
                "as_of": text("chart.as_of", self.lang, date=format_date(state.as_of(), self.lang)),
            },
        }
        asked = st.session_state.get(self.key) or {}
        panel = asked.get("panel")
        if panel == "table":
            sent["panel"] = self.table_panel()
        elif panel == "method" and self.query is not None:
            sent["panel"] = self.method_panel()
        if asked.get("file") in FILES:
            sent["file"] = self.file(asked["file"])
        return sent

    def stem(self) -> str:
        """The name of a file of this chart, without its ending: what and as of when."""
        return f"{self.key}_{state.as_of().isoformat()}"

    def table_panel(self) -> dict[str, Any]:
        """The HTML table: the columns of `headers`, or all, in words of the reader's language."""
        shown = self.headers or {name: column_label(name, self.lang) for name in self.table.columns}
        number = {name: pd.api.types.is_numeric_dtype(self.table[name]) for name in shown}
        rows = [
            [self.cell(name, value) for name, value in zip(shown, row, strict=True)]
            for row in self.table[list(shown)].itertuples(index=False, name=None)
        ]
        columns = [{"label": label, "number": number[name]} for name, label in shown.items()]
        return {
            "kind": "table",
            "caption": text("chart.table_caption", self.lang, title=self.title),
            "columns": columns,
            "rows": rows,
        }

    def cell(self, column: str, value: Any) -> str:
        """One cell in words: numbers by language, years as they are, flags spelled out."""
        if value is None or value != value or value is pd.NaT:
            return format_number(None, 0, self.lang)
        if column == STATUS_COLUMN:
            return text(f"chart.status_{value}", self.lang) if has_text(f"chart.status_{value}") else ""
        if column in YEAR_COLUMNS:
            return str(int(value))
        if isinstance(value, date):
            return format_date(value, self.lang, "medium")
        if isinstance(value, float):
            return format_number(value, self.decimals, self.lang)
        return format_number(value, 0, self.lang) if isinstance(value, int) else str(value)

    def method_panel(self) -> dict[str, Any]:
        """The SQL that computed the chart, with its bound parameters."""
        name, params = self.query
        written = [[parameter, str(value)] for parameter, value in sorted(params.items())]
        sql = queries.sql_text(name)
        bound = "\n".join(f"-- ${parameter} = {value}" for parameter, value in written)
        return {
            "kind": "method",
            "intro": text("chart.method_intro", self.lang),
            "sql": sql,
            "params": written,
            "text": f"-- queries/{name}.sql\n{bound}\n{sql}",
        }

    def file(self, kind: str) -> dict[str, Any]:
        """A file of the table; `turn` differs each time so that asking twice saves twice."""
        writers = {
            "csv": lambda: (table_csv.MIME, table_csv.write_csv(self.table)),
            "xlsx": lambda: (table_xlsx.MIME, table_xlsx.write_xlsx(self.table, self.about(), self.lang)),
            "parquet": lambda: (table_parquet.MIME, table_parquet.write_parquet(self.table, self.about())),
        }
        mime, content = writers[kind]()
        turn = st.session_state[f"{self.key}_turn"] = st.session_state.get(f"{self.key}_turn", 0) + 1
        return {
            "turn": turn,
            "name": f"{self.stem()}.{kind}",
            "mime": mime,
            "base64": base64.b64encode(content).decode(),
        }

    def about(self) -> dict[str, str]:
        """What a reader of the file alone must know: words -> text."""
        name, params = self.query or ("", {})
        source = self.source or SourceNote("", None)
        rows = {
            "title": f"{self.title}. {self.subtitle}",
            "definition": source.definition,
            "unit": source.unit,
            "source": " ".join(filter(None, (source.name, source.url))),
            "released": source.release and format_date(source.release, self.lang),
            "as_of": format_date(state.as_of(), self.lang),
            "filters": "; ".join(f"{parameter} = {value}" for parameter, value in sorted(params.items())),
            "query": name and f"queries/{name}.sql",
            "licence": source.licence,
            "notes": " ".join(self.notes),
        }
        return {text(f"chart.readme_{row}", self.lang): words for row, words in rows.items() if words}


def column_label(name: str, lang: str) -> str:
    """A column's heading in words; its own name when the catalogue has none."""
    return text(f"chart.column_{name}", lang) if has_text(f"chart.column_{name}") else name


def source_line(source: SourceNote, lang: str) -> list[dict[str, str]]:
    """Source, release and strength of the link as parts of one line."""
    named = {"text": text("chart.source", lang, name=source.name)} | ({"href": source.url} if source.url else {})
    parts = [named]
    if source.release:
        word = "chart.retrieved" if source.retrieved else "chart.release"
        parts.append({"text": text(word, lang, date=format_date(source.release, lang))})
    if source.strength:
        parts.append({"text": text(f"frame.strength_{source.strength.lower()}", lang)})
    return parts


def _nothing() -> None:
    """A listener must exist for the component to report an action; the run itself answers it."""


def _selection(key: str) -> Selection | None:
    chosen = (st.session_state.get(key) or {}).get("select")
    return Selection(chosen["key"], chosen.get("x"), chosen.get("y")) if isinstance(chosen, dict) else None


def _selected(key: str, on_select: Callable[[Selection], None] | None) -> None:
    selection = _selection(key)
    if on_select is not None and selection is not None:
        on_select(selection)
