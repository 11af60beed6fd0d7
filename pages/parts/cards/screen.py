"""A card as the browser takes it: parts that travel once, and the panels that open under a chart.

`view` and `rows` are the same for all visitors of a language; `choice` says what is cut out of them; `head` and `foot`
are the words. `static/chart/` draws the mark from them (`cut.js`, `marks/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import queries
from pages.parts.cards.files import FILES
from pages.parts.cards.model import Card, Reach, SourceNote
from pages.parts.cards.source import source_line
from pages.parts.cards.table import table_panel
from pages.parts.streamlit.component import Part
from pages.parts.words.language import format_date, number_words, text
from queries.rows import Rows

WORDS = ("actions", "table", "download", "method", "link", "present", "deck", "copy", "copied", "keys")
ROWS = "rows"

_views: WeakKeyDictionary[Reach, tuple[Part, Part]] = WeakKeyDictionary()
_cards: WeakKeyDictionary[Card, Mapping[str, Part]] = WeakKeyDictionary()


def screen_parts(card: Card) -> Mapping[str, Part]:
    """What the component is sent of a card as long as nothing is opened."""
    if card not in _cards:
        _cards[card] = _parts(card)
    return _cards[card]


def _parts(card: Card) -> dict[str, Part]:
    parts = _drawn(card) | {"head": Part.of(_head(card)), "words": words_part(card.lang)}
    if not has_actions(card):
        return parts
    return parts | {
        "foot": _foot(card.source, card.warnings, card.asides, card.query is not None, card.stem, card.lang, card.as_of)
    }


def has_actions(card: Card) -> bool:
    """Whether actions stand under a card: a bare chart has them only if it can be shown by itself."""
    return not card.bare or card.slide is not None


def _drawn(card: Card) -> dict[str, Part]:
    """The chart, and those that the card's switch can put in its place."""
    parts: dict[str, Part] = {}
    for option, reach in {"": card.reach, **card.alternatives}.items():
        end = f":{option}" if option else ""
        parts[f"view{end}"], parts[f"rows{end}"] = _view_parts(reach)
    choice = {name: list(codes) for name, codes in card.choice.items()}
    return parts | {"choice": Part.of({"choice": choice, "switch": card.switch})}


def _view_parts(reach: Reach) -> tuple[Part, Part]:
    if reach not in _views:
        rows = {name: [plain(value) for value in column] for name, column in drawn_rows(reach).columns.items()}
        _views[reach] = Part.of(view(reach)), Part.of(rows)
    return _views[reach]


def view(reach: Reach) -> dict[str, Any]:
    """The mark without its rows and without what follows a choice, and how rows and choice are put into it."""
    left_out = {ROWS, *reach.follows}
    mark = reach.mark
    shown = {item.name: plain(getattr(mark, item.name)) for item in fields(mark) if item.name not in left_out}
    filters = [{"kind": type(item).__name__.lower(), **plain(item)} for item in reach.filters]
    return {"kind": mark.kind, **shown, "filters": filters, "follows": dict(reach.follows)}


def drawn_rows(reach: Reach) -> Rows:
    """The rows without columns that neither the mark nor a filter reads."""
    read = {"ref_area", "sex", "urbanisation", "time_period", "obs_value", "obs_status", "segment"}
    read |= {item.column for item in reach.filters} | set(reach.mark.reads())
    return reach.mark.rows.only(name for name in reach.mark.rows.columns if name in read)


def plain(value: Any) -> Any:
    """A value as JSON has it: data classes as objects, dates in ISO form, tuples as lists, long fractions cut."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 6) if isinstance(value, float) else value


@lru_cache
def words_part(lang: str) -> Part:
    """The words of the card's own controls and of numbers; the same for every card, so that they travel once."""
    controls = {word: text(f"chart.{word}", lang) for word in WORDS}
    return Part.of({"words": controls, "language": {"lang": lang, **number_words(lang)}})


def _head(card: Card) -> dict[str, Any]:
    head: dict[str, Any] = {"summary": card.told, "selectable": card.selects is not None, "bare": card.bare}
    shown = {"slide": card.slide and card.slide.code} if has_actions(card) else {}
    return head | shown | ({} if card.bare else {"title": card.title, "subtitle": card.subtitle})


@lru_cache(maxsize=2_000)
def _foot(
    source: SourceNote | None,
    caveats: tuple[str, ...],
    notes: tuple[str, ...],
    has_method: bool,
    stem: str,
    lang: str,
    day: date,
) -> Part:
    """Source, caveats, notes and which actions there are; cards that differ by a choice alone have the same."""
    foot = {
        "source": source_line(source, lang, brief=True) if source else [],
        "full_source": source.name if source else "",
        "caveats": list(caveats),
        "notes": list(notes),
        "notes_label": text("chart.notes", lang, count=len(notes)),
        "method": has_method,
        "files": list(FILES),
        "state": {"lang": lang, "as_of": day.isoformat()},
        "stem": stem,
        "as_of": text("chart.as_of", lang, date=format_date(day, lang)),
    }
    return Part.of({"foot": foot})


def panel(card: Card, kind: str) -> dict[str, Any] | None:
    """The panel that a reader opened under the chart: its table, or the SQL with its bound parameters."""
    if kind == "table":
        return table_panel(card.rows, card.headers, card.decimals, card.lang, card.title)
    return _method_panel(card) if kind == "method" and card.query is not None else None


def _method_panel(card: Card) -> dict[str, Any]:
    name, params = card.query or ("", {})
    written = [[parameter, in_words(value)] for parameter, value in sorted(params.items())]
    sql = queries.sql_text(name)
    bound = "\n".join(f"-- ${parameter} = {value}" for parameter, value in written)
    copied = f"-- {queries.query_file(name)}\n{bound}\n{sql}"
    return {
        "kind": "method",
        "intro": text("chart.method_intro", card.lang),
        "sql": sql,
        "params": written,
        "text": copied,
    }


def in_words(value: Any) -> str:
    """A parameter as it is printed beside its name."""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return "null" if value is None else str(value)
