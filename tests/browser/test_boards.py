"""A board of cards: what Streamlit hands over, when it is shown, what it asks for, and when it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.streamlit.component import Part
from queries.rows import Chosen
from tests.browser import marks
from tests.browser.boards import Bench, card


@pytest.fixture
def bench(modules: Page) -> Bench:
    """A board with one chart of lines, drawn."""
    made = Bench(modules)
    made.show({"neet": neet()})
    return made


def neet(title: str = "All", area: Sequence[str] = ()) -> dict[str, Part]:
    """The chart of lines as the server sends it for a choice of regions."""
    return card(
        marks.lines(),
        title,
        filters=[Chosen("ref_area", "area", ("KZ",))],
        follows={"chosen": "area"},
        choice={"area": area},
    )


def lines(state: dict[str, Any]) -> set[str]:
    return set(state["lines"])


def test_a_message_is_shown_before_streamlit_hands_it_over_and_once(bench: Bench) -> None:
    message = bench.packed({"neet": neet("Almaty city", area=["KZ-75"])})
    bench.page.evaluate(
        "async ([bytes]) => window.sdgArrived(new Uint8Array([0, 1, 2, ...bytes, 3]).buffer)", [list(message)]
    )
    state = bench.state()
    assert (lines(state), state["title"]) == ({"KZ", "KZ-75"}, "Almaty city")
    bench.page.evaluate("([bytes]) => hand('board', bytes)", [list(message)])
    bench.settle()
    assert bench.state()["drawn"] == state["drawn"]


def test_a_board_that_misses_a_part_asks_for_it_until_it_comes(bench: Bench) -> None:
    parts = neet("Later", area=["KZ-75"])
    bench.packed({"neet": parts})
    bench.show({"neet": parts})
    assert bench.state()["title"] == "All"
    bench.page.wait_for_timeout(900)
    assert ["trigger", "missing", 1] in bench.said()
    bench.known.clear()
    bench.show({"neet": parts})
    assert bench.state()["title"] == "Later"


def test_a_card_that_left_the_page_is_asked_no_more(bench: Bench) -> None:
    bench.show({"other": neet("Other")})
    bench.page.evaluate("document.getElementById('option-2').click()")
    bench.settle()
    assert lines(bench.state("other")) == {"KZ", "KZ-75"}
    assert bench.page.locator("[data-card=neet]").count() == 0


def test_a_board_outlives_a_mount_that_is_taken_back_and_goes_with_its_element(bench: Bench) -> None:
    message = list(bench.packed({"neet": neet("Again", ["KZ-75"])}))
    stayed, went = bench.page.evaluate(
        """async (message) => {
          const parent = document.getElementById('board');
          const takeBack = await hand('board', message);
          const board = parent.firstChild;
          takeBack();
          await hand('board', message);
          const stayed = parent.firstChild === board;
          parent.remove();
          takeBack();
          document.body.append(parent);
          await hand('board', message);
          return [stayed, parent.firstChild !== board];
        }""",
        message,
    )
    assert stayed
    assert went


def test_a_chart_keeps_its_node_whatever_it_draws(bench: Bench) -> None:
    bench.page.evaluate("document.querySelector('.sdg-plot').kept = true")
    bench.show({"neet": neet("Almaty city", ["KZ-75"])})
    assert bench.page.evaluate("document.querySelector('.sdg-plot').kept")


def test_cards_of_a_board_are_moved_not_made_anew(bench: Bench) -> None:
    bench.show({"neet": neet(), "other": neet("Other")})
    bench.page.evaluate("document.querySelector('[data-card=neet] .sdg-plot').kept = true")
    bench.show({"other": neet("Other"), "neet": neet()})
    assert bench.page.evaluate("[...document.querySelectorAll('.sdg-plot')].map((node) => node.kept === true)") == [
        False,
        True,
    ]
