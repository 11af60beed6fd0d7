"""Read what a page shows without a browser: its cards as values, and what the browser is sent of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from streamlit.testing.v1 import AppTest

from pages.parts.cards import board
from pages.parts.cards.model import Card
from pages.parts.streamlit.component import read
from pages.parts.visit import frame
from queries.rows import Chosen, Filter, Fixed, Newest, Rows, Within, cut

FILTERS = {"fixed": Fixed, "chosen": Chosen, "within": Within, "newest": Newest}


@dataclass(frozen=True)
class Mark:
    """A chart as the browser makes it of what it was sent: the kind of mark, its fields, the rows that are drawn."""

    kind: str
    fields: Mapping[str, Any]
    rows: Rows

    def __getattr__(self, name: str) -> Any:
        return self.fields[name]


def open_page(name: str, **address: str | list[str]) -> AppTest:
    """Run one page through the door with the choices of an address."""
    app = AppTest.from_file(str(frame.ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"pages/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def page_cards(name: str, **address: str | list[str]) -> dict[str, Card]:
    """Return the cards of a page as values, by their keys."""
    return page_and_cards(name, **address)[1]


def page_and_cards(name: str, **address: str | list[str]) -> tuple[AppTest, dict[str, Card]]:
    """Return a page in a state, and its cards as values, by their keys."""
    with _noted() as found:
        app = open_page(name, **address)
    assert not app.exception
    return app, found


def texts(app: AppTest) -> list[str]:
    """Return what a page writes beside its cards, in order: paragraphs, tables and printed sheets as markup.

    What stands on every page (the way in, the switches, the version and checksum in the footer) is left aside.
    """
    found = []
    for element in _elements(app.main):
        kind = getattr(element, "type", "")
        if kind in ("markdown", "html"):
            found.append(element.proto.body)
        elif kind in ("table", "arrow_table"):
            found.append(element.value.to_csv())
    found = [text for text in found if "theme-switch" not in text and frame.version() not in text]
    return [*found, *(parts["sheet"] for parts in cards(app).values() if "sheet" in parts)]


def messages(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return what the chart component was sent in a run, by the key of its element."""
    return {
        element.proto.id.rsplit("-", 1)[-1]: read(element.proto.bytes)
        for element in _elements(app._tree)
        if getattr(element, "type", "") == "bidi_component" and element.proto.component_name == "creative_sdg.chart"
    }


def cards(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the parts (view, rows, choice, head, foot) of every card of a session's first run, by the card's key."""
    sent = messages(app)
    # A part that several cards share, or that a switch may show next, travels once.
    texts = {digest: part for message in sent.values() for digest, part in message["texts"].items()}
    return {
        key: {name: texts[digest] for name, digest in parts.items()}
        for message in sent.values()
        for key, parts in message.get("cards", {}).items()
    }


def mark_of(parts: Mapping[str, Any]) -> Mark:
    """Make the chart of a card's parts as the browser does."""
    view, choice = dict(parts["view"]), parts["choice"]["choice"]
    filters, follows = view.pop("filters"), view.pop("follows")
    rows = cut(Rows(parts["rows"]), [_filter(item) for item in filters], choice)
    followed = {field: choice.get(name, []) for field, name in follows.items()}
    return Mark(view.pop("kind"), view | followed, rows)


def boards(app: AppTest) -> str:
    """Return the headings and notes that stand between cards, as one text."""
    sent = [message for message in messages(app).values() if "rows" in message]
    texts = {digest: part for message in sent for digest, part in message["texts"].items()}
    return json.dumps([texts[message["rows"]] for message in sent], ensure_ascii=False)


def titles(app: AppTest) -> dict[str, str]:
    """Return the finding of every card."""
    return {key: parts["head"]["title"] for key, parts in cards(app).items() if parts["head"].get("title")}


def points(mark: Any, value: str = "obs_value") -> Iterator[tuple[str, int, float]]:
    """Yield (key, year, value) for every row of a mark that has a name and a value; the mark of a card or a `Mark`."""
    rows, by = mark.rows, _by(mark)
    years = rows["time_period"] if "time_period" in rows else (0,) * len(rows)
    for key, year, number in zip(rows[by], years, rows[value], strict=True):
        if key in mark.names and number is not None:
            yield key, year, number


def _by(mark: Any) -> str:
    fields = mark.fields if isinstance(mark, Mark) else vars(mark)
    return fields.get("by", "ref_area")


def _filter(written: Mapping[str, Any]) -> Filter:
    given = {name: tuple(item) if isinstance(item, list) else item for name, item in written.items() if name != "kind"}
    return FILTERS[written["kind"]](**given)


@contextmanager
def _noted() -> Iterator[dict[str, Card]]:
    """Note every card that a board shows."""
    found: dict[str, Card] = {}
    parts_of = board.screen_parts

    def noting(card: Card) -> Any:
        found[card.key] = card
        return parts_of(card)

    with mock.patch.object(board, "screen_parts", noting):
        yield found


def _elements(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)
