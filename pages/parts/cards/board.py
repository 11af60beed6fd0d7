"""Cards, and the headings and columns between them, as one element of the page.

Streamlit draws every element and every column of a page anew with each answer, changed or not. A board is one element
however many cards it holds, so an answer costs the browser what changed and no more::

    with board("youth_work") as page:
        page.heading(text("youth.section_work", lang))
        page.abreast(line_card(...), line_card(...))
        left, right = page.columns(3, 2)
        left.put(map_card(...))
        right.put(ranking_card(...))
        page.put(line_card(...))

`put` takes a card, or the note that stands in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from pages.parts.cards.files import written_file
from pages.parts.cards.model import Card, Note
from pages.parts.cards.screen import has_actions, panel, screen_parts
from pages.parts.cards.worker import WorkerBusyError
from pages.parts.streamlit.component import Part, mount
from pages.parts.visit import slides
from pages.parts.words.language import text

Gap = Literal["medium", "large"]


@dataclass(frozen=True)
class Selection:
    """A point, bar or region that the reader chose: its code, and where it lies on the axes."""

    key: str
    x: Any = None
    y: Any = None


# What a click on a chart does, by what its card `selects` (area, country, cell).
Select = Mapping[str, Callable[[Selection], None]]


class Board:
    """Rows of headings and columns, from top to bottom."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.cards: dict[str, Card] = {}

    def heading(self, words: str, level: Literal[2, 3] = 2) -> None:
        """Put a heading above what follows."""
        self.rows.append({"heading": words, "level": level})

    def paragraph(self, words: str) -> None:
        """Put plain words across the whole width."""
        self.rows.append({"paragraph": words})

    def columns(self, *widths: float, gap: Gap = "large") -> list[Column]:
        """Put columns of relative widths side by side."""
        made = [Column(self) for _ in widths]
        self.rows.append({"widths": widths, "gap": gap, "columns": [column.shown for column in made]})
        return made

    def abreast(self, *cards: Card | Note, gap: Gap = "large") -> None:
        """Put cards side by side, in columns of one width."""
        for column, card in zip(self.columns(*[1] * len(cards), gap=gap), cards, strict=True):
            column.put(card)

    def put(self, card: Card | Note) -> None:
        """Put a card or a note across the whole width."""
        self.columns(1)[0].put(card)


class Column:
    """A column of a board; what is put into it stands one below the other."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.shown: list[dict[str, str]] = []

    def put(self, card: Card | Note) -> None:
        """Put a card or a note below what stands in the column."""
        if isinstance(card, Note):
            self.shown.append({"title": card.title, "words": card.words})
        else:
            self.shown.append({"card": card.key})
            self.board.cards[card.key] = card


@contextmanager
def board(key: str, select: Select | None = None) -> Iterator[Board]:
    """Gather what is put on a board inside and show it as one element; `key` is unique on the page and stable."""
    made = Board()
    yield made
    if made.rows:
        _show(key, made, select or {})


def put(card: Card | Note, select: Select | None = None) -> None:
    """Show one card by itself."""
    with board(card.key, select) as alone:
        alone.put(card)


def _show(key: str, made: Board, select: Select) -> None:
    """Send the board with what the reader has opened or asked for on its cards."""
    asked = st.session_state.get(key) or {}
    panels, file = asked.get("panel") or {}, asked.get("file") or {}
    sent = {
        name: _sent(card, panels.get(name), file.get("kind") if file.get("card") == name else None)
        for name, card in made.cards.items()
    }
    mount(key, made.rows, sent, _actions(key, made.cards, select))


def _sent(card: Card, opened: str | None, file: str | None) -> dict[str, Part]:
    """The parts of a card, with the panel that is open and the file just asked for."""
    parts = dict(screen_parts(card))
    if has_actions(card):
        slides.note_shown(card.key, card.slide and card.slide.code)
    if opened and (shown := panel(card, opened)):
        parts["panel"] = Part.of({"panel": shown})
    if file and (written := _file(card, file)):
        turn = st.session_state[f"{card.key}_turn"] = st.session_state.get(f"{card.key}_turn", 0) + 1
        parts["file"] = Part.of({"file": written | {"turn": turn}})
    return parts


def _file(card: Card, kind: str) -> dict[str, str] | None:
    """The file that a reader asked for; where it can't be made now, a message instead."""
    try:
        return written_file(card, kind)
    except (WorkerBusyError, TimeoutError, BrokenExecutor):
        st.toast(text("chart.file_failed", card.lang))
        return None


def _actions(key: str, cards: Mapping[str, Card], select: Select) -> dict[str, Callable[[], None]]:
    """What runs first in the rerun that a reader's action causes; each costs a little in every run."""
    actions: dict[str, Callable[[], None]] = {}
    if any(card.selects in select for card in cards.values()):
        actions["select"] = lambda: _select(key, cards, select)
    if any(card.slide for card in cards.values()):
        actions["deck"] = lambda: _collect(key, cards)
    if any(has_actions(card) for card in cards.values()):
        # The run itself answers these; a listener must exist for the component to report them.
        actions |= {"panel": _nothing, "file": _nothing}
    return actions


def _asked(key: str, action: str, cards: Mapping[str, Card]) -> tuple[Card, Mapping[str, Any]] | None:
    asked = (st.session_state.get(key) or {}).get(action)
    card = cards.get(asked.get("card")) if isinstance(asked, dict) else None
    return None if card is None else (card, asked)


def _select(key: str, cards: Mapping[str, Card], select: Select) -> None:
    if found := _asked(key, "select", cards):
        card, asked = found
        select[card.selects](Selection(asked["key"], asked.get("x"), asked.get("y")))


def _collect(key: str, cards: Mapping[str, Card]) -> None:
    """Add the slide of a card to the reader's own deck."""
    if (found := _asked(key, "deck", cards)) and found[0].slide:
        count = slides.collect(found[0].slide.code)
        st.toast(text("present.collected", found[0].lang, count=count))


def _nothing() -> None:
    """Nothing to do before the run."""
