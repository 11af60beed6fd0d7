"""Boards: how cards, notes and headings stand, which card answers what a reader does, and what a session is sent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.cards import board as boards
from pages.parts.cards.board import Board, Selection
from pages.parts.cards.claim import Claim
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Bars
from pages.parts.streamlit.component import Part, pack, read
from queries.rows import Rows


def card(key: str, **more: Any) -> Card:
    rows = Rows({"ref_area": ["KZ-43", "KZ-47"], "obs_value": [6.1, 10.9]})
    mark = Bars(rows, "ref_area", {"KZ-43": "Kyzylorda", "KZ-47": "Mangystau"}, "PT")
    claim = Claim("youth.title")
    return Card(key, "en", date(2026, 11, 22), claim, "15–24", "Two regions.", Reach(mark), rows, **more)


def test_cards_stand_in_the_columns_into_which_they_are_put_and_others_across_the_whole_width() -> None:
    made = Board()
    made.heading("Where")
    left, right = made.columns(3, 2)
    left.put(card("map"))
    right.put(Note("ranking", "Ranking", "Not held on this date."))
    made.put(card("course"))
    assert made.rows == [
        {"heading": "Where", "level": 2},
        {
            "widths": (3, 2),
            "gap": "large",
            "columns": [[{"card": "map"}], [{"title": "Ranking", "words": "Not held on this date."}]],
        },
        {"widths": (1,), "gap": "large", "columns": [[{"card": "course"}]]},
    ]
    assert list(made.cards) == ["map", "course"]


def test_cards_abreast_stand_in_their_order_in_columns_of_one_width() -> None:
    made = Board()
    made.abreast(*(Note(name, name, "") for name in "abc"), gap="medium")
    (row,) = made.rows
    assert (row["widths"], row["gap"]) == ((1, 1, 1), "medium")
    assert [column[0]["title"] for column in row["columns"]] == ["a", "b", "c"]


def test_what_a_reader_chose_on_a_card_goes_to_what_the_card_selects(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[Selection] = []
    cards = {"map": card("map", selects="country"), "ranking": card("ranking", selects="area")}
    asked = {"select": {"card": "ranking", "key": "KZ-43", "x": 6.1, "y": 2}}
    monkeypatch.setattr("streamlit.session_state", {"where": asked})
    boards._actions("where", cards, {"area": chosen.append})["select"]()
    assert chosen == [Selection("KZ-43", 6.1, 2)]


def test_a_card_without_a_slide_offers_no_deck_and_a_bare_one_no_panels() -> None:
    slide = SlideAddress("ranking", {"series": ("neet_15_24",), "area": ("KZ-43", "KZ-47")})
    assert slide.code == "ranking~area=KZ-43.KZ-47~series=neet_15_24"
    assert set(boards._actions("k", {"a": card("a", slide=slide)}, {})) == {"deck", "panel", "file"}
    assert set(boards._actions("k", {"a": card("a")}, {})) == {"panel", "file"}


def page() -> None:
    """A board of two notes and a heading, and a note by itself."""
    from pages.parts.cards.board import board, put
    from pages.parts.cards.model import Note

    with board("together") as made:
        made.heading("Both")
        left, right = made.columns(1, 1)
        left.put(Note("one", "One", "first"))
        right.put(Note("two", "Two", "second"))
    put(Note("alone", "Alone", "third"))


def test_a_board_is_one_element_and_what_is_put_outside_has_its_own() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    sent = [read(element.proto.bytes) for element in app.get("bidi_component")]
    together, alone = (message["texts"][message["rows"]] for message in sent)
    assert [list(row) for row in together] == [["heading", "level"], ["widths", "gap", "columns"]]
    assert [column[0]["title"] for column in together[1]["columns"]] == ["One", "Two"]
    assert alone[0]["columns"] == [[{"title": "Alone", "words": "third"}]]


def three_cards() -> None:
    """A card that stands still, and one that follows a choice."""
    import streamlit as st

    from pages.parts.cards.board import board
    from tests.cards.test_board import card

    value = st.segmented_control("value", ["KZ-43", "KZ-47"], default="KZ-43", required=True)
    with board("both") as made:
        made.put(card("still"))
        made.put(card("moving", choice={"area": (value,)}))


def test_a_choice_sends_its_own_small_part_and_nothing_that_the_browser_has() -> None:
    app = AppTest.from_function(three_cards, default_timeout=60).run()
    assert not app.exception
    first = read(app.get("bidi_component")[0].proto.bytes)
    assert set(first["cards"]["moving"]) == {"view", "rows", "choice", "head", "words", "foot"}
    app.segmented_control[0].set_value("KZ-47").run()
    second = read(app.get("bidi_component")[0].proto.bytes)
    changed = {name for name, digest in second["cards"]["moving"].items() if digest != first["cards"]["moving"][name]}
    assert changed == {"choice"}
    assert second["cards"]["still"] == first["cards"]["still"]
    assert list(second["texts"]) == [second["cards"]["moving"]["choice"]]


def test_a_message_has_the_names_by_which_the_browser_reads_it() -> None:
    rows, part = Part.of([["card"]]), Part.of({"title": "x"})
    sent = read(pack("k", rows, {"card": {"head": part}}, {rows.digest: rows, part.digest: part}, turn=3))
    assert (sent["turn"], sent["rows"], sent["cards"]) == (3, rows.digest, {"card": {"head": part.digest}})
    assert sent["texts"] == {rows.digest: [["card"]], part.digest: {"title": "x"}}
