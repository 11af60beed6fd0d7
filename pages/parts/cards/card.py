"""The chart card: finding, chart, source and actions, the same for every chart of the dashboard.

A page computes (by queries), draws (by `pages.parts.charts`) and hands over; the card does the rest::

    from pages.parts.cards.card import SourceNote, chart_card
    from pages.parts.charts.line import draw_line

    rows = ask("series_line", series_id="neet_15_24", ref_areas=["KZ", "KZ-43"], as_of=as_of, ...)
    chart_card(
        key="youth_neet",                       # unique on the page and stable: the chart's node is kept under it
        figure=draw_line(rows, lang, names=names, unit="PT", chosen=["KZ-43"]),
        title=...,                              # a sentence with the number, computed
        subtitle=...,                           # unit, population, period
        summary=...,                            # what a reader who cannot see it needs: one to three sentences
        table=rows,                             # what is drawn; files hold all its columns
        headers={"area": ..., "obs_value": ...},  # optional: the columns of the HTML table, with their words
        source=SourceNote(name=..., release=date(2024, 10, 24), strength="C", url=..., definition=..., unit=...),
        query=("series_line", {"series_id": "neet_15_24", ...}),  # shown with the SQL under "How computed"
        lang=lang,
        notes=[...],                            # caveats, each one sentence
        on_select=choose_area,                  # called with a Selection at the start of the rerun it causes
    )

`bare=True` shows the chart alone (a sparkline in a tile): no title, source or actions.

A function that ends in one `chart_card` and reads nothing but its arguments, the store, the language and the as-of date
should be `@remembered`: a rerun that asks for the same card again then mounts it without asking or drawing anything.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

import queries
from pages.parts.cards import table_csv, table_parquet, table_xlsx
from pages.parts.cards.board import show
from pages.parts.cards.memory import is_captured, note_made
from pages.parts.cards.table import table_panel
from pages.parts.deck.codes import encode, spec_of_query
from pages.parts.deck.own import collect, note_shown
from pages.parts.streamlit.component import Part
from pages.parts.visit import choices
from pages.parts.words.language import format_date, text

FILES = ("csv", "xlsx", "parquet")
WORDS = ("actions", "table", "download", "method", "link", "present", "deck", "copy", "copied", "keys")


@dataclass(frozen=True)
class SourceNote:
    """Where the figures of a chart come from.

    `retrieved` when the source has no releases and `release` is the day on which it was copied.
    """

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
) -> None:
    """Show one chart with everything that belongs to it, on the open board or by itself (`pages.parts.cards.board`)."""
    if height is not None:
        figure = {**figure, "layout": {**figure["layout"], "height": height}}
    card = Card(
        key,
        title,
        subtitle,
        summary,
        table,
        source,
        query,
        lang,
        headers,
        decimals,
        tuple(notes),
        on_select,
        bare,
        choices.as_of(),
    )
    drawn = DrawnCard(card, card.parts(figure))
    note_made(drawn)
    if not is_captured():
        show(drawn)


@dataclass(frozen=True)
class Card:
    """What stands around a chart, and what it hands out on request."""

    key: str
    title: str
    subtitle: str
    summary: str
    table: pd.DataFrame
    source: SourceNote | None
    query: tuple[str, Mapping[str, Any]] | None
    lang: str
    headers: Mapping[str, str] | None
    decimals: int
    notes: tuple[str, ...]
    on_select: Callable[[Selection], None] | None
    bare: bool
    as_of: date

    def parts(self, figure: Mapping[str, Any]) -> dict[str, Part]:
        """What the component is sent of this card as long as nothing is opened."""
        head: dict[str, Any] = {"summary": self.summary, "selectable": self.on_select is not None, "bare": self.bare}
        if self.bare:
            return {"figure": Part.of(figure), "head": Part.of(head)}
        head |= {"title": self.title, "subtitle": self.subtitle, "slide": self.slide}
        return {
            "figure": Part.of(figure),
            "head": Part.of(head),
            "words": words_part(self.lang),
            "foot": Part.of({"foot": self.foot()}),
        }

    def foot(self) -> dict[str, Any]:
        """Source, notes and which actions there are."""
        return {
            "source": source_line(self.source, self.lang) if self.source else [],
            "notes": list(self.notes),
            "method": self.query is not None,
            "files": list(FILES),
            "state": {"lang": self.lang, "as_of": self.as_of.isoformat()},
            "stem": self.stem(),
            "as_of": text("chart.as_of", self.lang, date=format_date(self.as_of, self.lang)),
        }

    @cached_property
    def slide(self) -> str | None:
        """The code of the slide that shows this chart; None where no slide can rebuild it."""
        spec = self.query and spec_of_query(*self.query)
        return encode(spec) if spec else None

    def stem(self) -> str:
        """The name of a file of this chart, without its ending: what and as of when."""
        return f"{self.key}_{self.as_of.isoformat()}"

    def panel(self, kind: str) -> dict[str, Any] | None:
        """The panel a reader opened under the chart."""
        if kind == "table":
            return table_panel(self.table, self.headers, self.decimals, self.lang, self.title)
        return self.method_panel(*self.query) if kind == "method" and self.query is not None else None

    def method_panel(self, name: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """The SQL that computed the chart, with its bound parameters."""
        written = [[parameter, _plain(value)] for parameter, value in sorted(params.items())]
        sql = queries.sql_text(name)
        bound = "\n".join(f"-- ${parameter} = {value}" for parameter, value in written)
        intro = text("chart.method_intro", self.lang)
        copied = f"-- {queries.query_file(name)}\n{bound}\n{sql}"
        return {"kind": "method", "intro": intro, "sql": sql, "params": written, "text": copied}

    def file(self, kind: str) -> dict[str, Any]:
        """A file of the table; `turn` differs each time so that asking twice saves twice."""
        writers = {
            "csv": lambda: (table_csv.MIME, table_csv.write_csv(self.table)),
            "xlsx": lambda: (table_xlsx.MIME, table_xlsx.write_xlsx(self.table, self.about(), self.lang)),
            "parquet": lambda: (table_parquet.MIME, table_parquet.write_parquet(self.table, self.about())),
        }
        mime, content = writers[kind]()
        turn = st.session_state[f"{self.key}_turn"] = st.session_state.get(f"{self.key}_turn", 0) + 1
        encoded = base64.b64encode(content).decode()
        return {"turn": turn, "name": f"{self.stem()}.{kind}", "mime": mime, "base64": encoded}

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
            "as_of": format_date(self.as_of, self.lang),
            "filters": "; ".join(f"{parameter} = {_plain(value)}" for parameter, value in sorted(params.items())),
            "query": name and queries.query_file(name),
            "licence": source.licence,
            "notes": " ".join(self.notes),
        }
        return {text(f"chart.readme_{row}", self.lang): words for row, words in rows.items() if words}


@dataclass(frozen=True)
class DrawnCard:
    """A card with its chart drawn, ready to be shown as often as it is asked for."""

    card: Card
    parts: Mapping[str, Part]

    @property
    def key(self) -> str:
        """The card's key: unique on the page."""
        return self.card.key

    def sent(self, panel: str | None, file: str | None) -> dict[str, Part]:
        """The parts to send, with the panel that the reader has opened and the file just asked for."""
        parts = dict(self.parts)
        if self.card.bare:
            return parts
        note_shown(self.key, self.card.slide)
        if opened := self.card.panel(panel or ""):
            parts["panel"] = Part.of({"panel": opened})
        if file in FILES:
            parts["file"] = Part.of({"file": self.card.file(file)})
        return parts

    def answer(self, action: str, asked: Mapping[str, Any]) -> None:
        """Do what the reader asked for on this card: choose a point, or add the chart to the own deck."""
        if action == "select" and self.card.on_select is not None:
            self.card.on_select(Selection(asked["key"], asked.get("x"), asked.get("y")))
        if action == "deck" and isinstance(asked.get("code"), str) and (count := collect(asked["code"])):
            st.toast(text("present.collected", self.card.lang, count=count))


def words_part(lang: str) -> Part:
    """The words of the card's own controls; the same for every card, so that they travel once."""
    return Part.of({"words": {word: text(f"chart.{word}", lang) for word in WORDS}})


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


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return "null" if value is None else str(value)
