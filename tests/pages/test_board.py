"""Boards: how cards, notes and headings stand, and which card answers what a reader does."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from pages.parts.cards.card import DrawnCard, Selection
from streamlit.testing.v1 import AppTest

from pages.parts.cards.board import Board, Column, Note, show
from pages.parts.streamlit.component import Part, read
from tests.pages.test_charts_card import card


def drawn(key: str, **more: Any) -> DrawnCard:
    return DrawnCard(card(key=key, **more), {"figure": Part.of({"data": [key]})})


def test_cards_stand_in_the_columns_in_which_they_are_put_and_others_across_the_whole_width() -> None:
    board = Board()
    board.heading("Where")
    left, right = board.columns(3, 2)
    left.take(drawn("map"))
    right.take(Note("ranking", "Ranking", "Not held on this date."))
    board.take(drawn("course"))
    assert board.rows == [
        {"heading": "Where", "level": 2},
        {
            "widths": (3, 2),
            "gap": "large",
            "columns": [[{"card": "map"}], [{"title": "Ranking", "words": "Not held on this date."}]],
        },
        {"widths": (1,), "gap": "large", "columns": [[{"card": "course"}]]},
    ]
    assert list(board.cards) == ["map", "course"]


def test_the_card_on_which_a_reader_chose_something_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[tuple[str, Selection]] = []
    board = Board()
    for key in ("map", "ranking"):
        board.take(drawn(key, on_select=lambda selection, key=key: chosen.append((key, selection))))
    asked = {"select": {"card": "ranking", "key": "KZ-43", "x": 6.1, "y": 2}}
    monkeypatch.setattr("streamlit.session_state", {"where": asked})
    board._actions("where")["select"]()
    assert chosen == [("ranking", Selection("KZ-43", 6.1, 2))]


def test_a_column_takes_what_is_drawn_inside_it_even_when_columns_are_nested() -> None:
    outer, inner = Column(Board()), Column(Board())
    with outer:
        with inner:
            show(Note("a", "A", "a"))
        show(Note("b", "B", "b"))
    assert [item["title"] for item in inner.shown] == ["A"]
    assert [item["title"] for item in outer.shown] == ["B"]


def test_what_functions_draw_stands_abreast_in_their_order() -> None:
    board = Board()
    board.abreast(*(partial(show, Note(name, name, "")) for name in "abc"), gap="medium")
    (row,) = board.rows
    assert (row["widths"], row["gap"]) == ((1, 1, 1), "medium")
    assert [column[0]["title"] for column in row["columns"]] == ["a", "b", "c"]


def page() -> None:
    """A board of two notes and a heading, and a note by itself."""
    from pages.parts.cards.board import Note, board, show

    with board("together") as made:
        made.heading("Both")
        left, right = made.columns(1, 1)
        with left:
            show(Note("one", "One", "first"))
        with right:
            show(Note("two", "Two", "second"))
    show(Note("alone", "Alone", "third"))


def test_a_board_is_one_element_and_what_is_shown_outside_has_its_own() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    sent = [read(element.proto.bytes) for element in app.get("bidi_component")]
    together, alone = (message["texts"][message["rows"]] for message in sent)
    assert [list(row) for row in together] == [["heading", "level"], ["widths", "gap", "columns"]]
    assert [column[0]["title"] for column in together[1]["columns"]] == ["One", "Two"]
    assert alone[0]["columns"] == [[{"title": "Alone", "words": "third"}]]
