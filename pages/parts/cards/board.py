"""Cards, and the headings and columns between them, as one element of the page.

Streamlit draws every element and every column of a page anew with each answer, changed or not. A board is one element
however many cards it holds, so an answer costs the browser what changed and no more::

    with board("youth_work") as page:
        page.heading(text("youth.section_work", lang))
        page.abreast(partial(line_card, ...), partial(line_card, ...))
        left, right = page.columns(3, 2)
        with left:
            map_card(...)               # any function that ends in `chart_card`
        with right:
            ranking_card(...)

A card drawn where no board is open stands on a board of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from pages.parts.streamlit.component import mount

if TYPE_CHECKING:
    from pages.parts.cards.card import DrawnCard

Gap = Literal["medium", "large"]


@dataclass(frozen=True)
class Note:
    """What stands in the place of a card that has nothing to draw: what is missing, and why."""

    key: str
    title: str
    words: str


class Board:
    """Rows of headings and columns, from top to bottom."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.cards: dict[str, DrawnCard] = {}

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

    def abreast(self, *draws: Callable[[], object], gap: Gap = "large") -> None:
        """Put side by side, in columns of one width, what functions draw."""
        for column, draw in zip(self.columns(*[1] * len(draws), gap=gap), draws, strict=True):
            with column:
                draw()

    def take(self, made: DrawnCard | Note) -> None:
        """Put a card or a note across the whole width."""
        self.columns(1)[0].take(made)

    def mount(self, key: str) -> None:
        """Show the board with what the reader has opened or asked for on its cards."""
        asked = st.session_state.get(key) or {}
        panels, file = asked.get("panel") or {}, asked.get("file") or {}
        cards = {
            name: card.sent(panels.get(name), file.get("kind") if file.get("card") == name else None)
            for name, card in self.cards.items()
        }
        mount(key, self.rows, cards, self._actions(key))

    def _actions(self, key: str) -> dict[str, Callable[[], None]]:
        """What runs first in the rerun that a reader's action causes; each costs a little in every run."""
        cards = self.cards.values()
        actions: dict[str, Callable[[], None]] = {}
        if any(card.card.on_select for card in cards):
            actions["select"] = lambda: self._answer(key, "select")
        if any(card.card.slide for card in cards if not card.card.bare):
            actions["deck"] = lambda: self._answer(key, "deck")
        if not all(card.card.bare for card in cards):
            # The run itself answers these; a listener must exist for the component to report them.
            actions |= {"panel": _nothing, "file": _nothing}
        return actions

    def _answer(self, key: str, action: str) -> None:
        """Let the card on which a reader did something answer it."""
        asked = (st.session_state.get(key) or {}).get(action)
        card = self.cards.get(asked.get("card")) if isinstance(asked, dict) else None
        if card is not None:
            card.answer(action, asked)


class Column:
    """A column of a board; what is drawn inside `with column:` stands in it, one below the other."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.shown: list[dict[str, str]] = []
        self._tokens: list[Token[Board | Column | None]] = []

    def take(self, made: DrawnCard | Note) -> None:
        """Put a card or a note below what stands in the column."""
        if isinstance(made, Note):
            self.shown.append({"title": made.title, "words": made.words})
        else:
            self.shown.append({"card": made.key})
            self.board.cards[made.key] = made

    def __enter__(self) -> Column:
        self._tokens.append(_open.set(self))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _open.reset(self._tokens.pop())


_open: ContextVar[Board | Column | None] = ContextVar("where cards are put", default=None)


@contextmanager
def board(key: str) -> Iterator[Board]:
    """Gather the cards drawn inside and show them as one element; `key` is unique on the page and stable."""
    made = Board()
    token = _open.set(made)
    try:
        yield made
    finally:
        _open.reset(token)
    if made.rows:
        made.mount(key)


def show(made: DrawnCard | Note) -> None:
    """Put a card or a note on the open board, or show it by itself."""
    place = _open.get()
    if place is not None:
        place.take(made)
    else:
        with board(made.key) as alone:
            alone.take(made)


def _nothing() -> None:
    """Nothing to do before the run."""
