"""What a reader chooses is drawn in the frame of the choice, under no old words, and the server has the last say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.streamlit.component import Part
from queries.rows import Chosen, Newest, Within
from tests.browser import marks
from tests.browser.boards import Bench, card

FILTERS = (Chosen("ref_area", "area", ("KZ",)), Within("time_period", "years"))


def neet(title: str = "All", **choice: Sequence[Any]) -> dict[str, Part]:
    """The chart of lines as the server sends it for a choice."""
    return card(
        marks.lines(),
        title,
        filters=FILTERS,
        follows={"chosen": "area", "span": "years"},
        choice={"area": [], **choice},
    )


@pytest.fixture
def bench(modules: Page) -> Bench:
    """A board with one chart of lines, drawn."""
    made = Bench(modules)
    made.show({"neet": neet()})
    return made


def lines(state: Mapping[str, Any]) -> set[str]:
    return set(state["lines"])


def test_the_rows_of_the_servers_choice_are_drawn_under_its_words(bench: Bench) -> None:
    state = bench.state()
    assert (lines(state), state["title"]) == ({"KZ"}, "All")


def test_a_region_is_drawn_in_the_frame_of_the_click_and_the_old_words_are_hidden(bench: Bench) -> None:
    state = bench.act("document.getElementById('option-2').click()")
    assert lines(state) == {"KZ", "KZ-75"}
    assert (state["isWaiting"], state["title"]) == (True, None)


def test_the_answer_brings_the_words_and_draws_nothing_anew(bench: Bench) -> None:
    before = bench.act("document.getElementById('option-2').click()")
    bench.show({"neet": neet("Almaty city", area=["KZ-75"])})
    state = bench.state()
    assert (state["isWaiting"], state["title"], state["drawn"]) == (False, "Almaty city", before["drawn"])


def test_regions_add_up_to_the_most_that_may_be_chosen(bench: Bench) -> None:
    for place in (2, 0):
        bench.act(f"document.getElementById('option-{place}').click()")
    state = bench.act("document.getElementById('option-1').click()")
    assert lines(state) == {"KZ", "KZ-75", "KZ-43"}


def test_enter_takes_the_option_that_a_field_has_marked(bench: Bench) -> None:
    state = bench.act(
        """const field = document.getElementById('field');
        field.setAttribute('aria-activedescendant', 'option-1');
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))"""
    )
    assert lines(state) == {"KZ", "KZ-47"}


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("document.querySelector('[data-tag-index=\"0\"] button').click()", {"KZ", "KZ-47"}),
        ("document.getElementById('clear').click()", {"KZ"}),
        (
            """const field = document.getElementById('field');
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true }))""",
            {"KZ", "KZ-75"},
        ),
        ("document.querySelector('[aria-haspopup]').click()", {"KZ", "KZ-75", "KZ-47"}),
    ],
    ids=["a tag is removed", "all are cleared", "the last one is deleted by key", "the list is only opened"],
)
def test_a_region_goes_as_it_came(bench: Bench, script: str, left: set[str]) -> None:
    bench.page.evaluate(
        "() => { document.getElementById('tags').innerHTML = ['0', '1'].map((place) =>"
        " `<span data-tag-index=${place}><button></button></span>`).join(''); "
        "document.getElementById('field').before(document.getElementById('tags')); }"
    )
    bench.show({"neet": neet("Two", area=["KZ-75", "KZ-47"])})
    assert lines(bench.act(script)) == left


def test_a_span_of_years_is_drawn_while_it_is_moved_and_the_whole_span_is_no_choice(bench: Bench) -> None:
    move = """const [start] = document.querySelectorAll('.st-key-choose_years_en input');
        start.focus();
        start.value = {year};
        start.setAttribute('aria-valuetext', '{year}')"""
    state = bench.act(move.replace("{year}", "2018"))
    assert state["lines"]["KZ"][0] == 2018
    assert state["isWaiting"]
    state = bench.act(move.replace("{year}", "2013"))
    assert (state["lines"]["KZ"][0], state["isWaiting"], state["title"]) == (2013, False, "All")


def test_a_widget_that_the_server_moves_is_no_choice_of_the_reader(bench: Bench) -> None:
    state = bench.act(
        """const [start] = document.querySelectorAll('.st-key-choose_years_en input');
        start.value = 2018;
        start.setAttribute('aria-valuetext', '2018')"""
    )
    assert (state["lines"]["KZ"][0], state["title"]) == (2013, "All")


def test_a_default_that_is_chosen_by_hand_is_the_choice_that_stands(modules: Page) -> None:
    bench = Bench(modules)
    filters = (Newest("time_period", "year"),)
    bench.show({"neet": card(marks.bars(), "Newest", filters=filters, choice={"year": []})})
    state = bench.act(
        """const year = document.querySelector('.st-key-choose_year_en input');
        year.focus();
        year.setAttribute('aria-valuetext', '2023')"""
    )
    assert (state["isWaiting"], state["title"]) == (False, "Newest")


def test_a_switch_shows_the_chart_of_its_option_at_once(modules: Page) -> None:
    bench = Bench(modules)
    tiles = {"tiles": marks.regions(form="tiles")}
    bench.show({"neet": card(marks.bars(), "Bars", switch="form", choice={"form": ["map"]}, others=tiles)})
    state = bench.act("document.querySelectorAll('[role=radio]')[1].click()")
    assert (state["kinds"], state["title"]) == (["bar"], None)


def test_a_switch_moved_by_key_counts_as_one_that_is_clicked(modules: Page) -> None:
    bench = Bench(modules)
    tiles = {"tiles": marks.regions(form="tiles")}
    bench.show({"neet": card(marks.bars(), "Bars", switch="form", choice={"form": ["map"]}, others=tiles)})
    state = bench.act(
        """const [map, tiles] = document.querySelectorAll('[role=radio]');
        tiles.focus();
        map.setAttribute('aria-checked', 'false');
        tiles.setAttribute('aria-checked', 'true')"""
    )
    assert state["kinds"] == ["bar"]


def test_an_option_that_only_the_server_knows_leaves_the_card_as_it_is(modules: Page) -> None:
    bench = Bench(modules)
    bench.show({"neet": card(marks.bars(), "Bars", switch="form", choice={"form": ["map"]})})
    state = bench.act("document.querySelectorAll('[role=radio]')[2].click()")
    assert (state["isWaiting"], state["title"]) == (False, "Bars")


def test_a_choice_that_a_card_does_not_follow_changes_nothing_on_it(bench: Bench) -> None:
    before = bench.state()
    for script in (
        """const year = document.querySelector('.st-key-choose_year_en input');
        year.focus();
        year.value = 2019;
        year.setAttribute('aria-valuetext', '2019')""",
        "document.querySelector('#goals [data-key=\"1\"]').click()",
    ):
        assert bench.act(script) == before


def test_an_answer_that_a_further_choice_has_overtaken_does_not_flash_up(bench: Bench) -> None:
    bench.act("document.getElementById('option-2').click()")
    bench.act("document.getElementById('option-0').click()")
    bench.show({"neet": neet("Almaty city", area=["KZ-75"])})
    state = bench.state()
    assert (lines(state), state["title"]) == ({"KZ", "KZ-75", "KZ-43"}, None)
    bench.show({"neet": neet("Both", area=["KZ-75", "KZ-43"])})
    assert bench.state()["title"] == "Both"


def test_the_server_has_the_last_say(bench: Bench) -> None:
    bench.act("document.getElementById('option-2').click()")
    bench.show({"neet": neet("Only Kyzylorda", area=["KZ-43"])})
    bench.page.wait_for_timeout(600)
    state = bench.state()
    assert (lines(state), state["isWaiting"], state["title"]) == ({"KZ", "KZ-43"}, False, "Only Kyzylorda")


def test_a_click_that_reaches_no_server_is_taken_back(bench: Bench) -> None:
    bench.act("document.getElementById('option-2').click()")
    bench.page.wait_for_timeout(1700)
    state = bench.state()
    assert (lines(state), state["title"]) == ({"KZ"}, "All")


def test_a_click_that_the_server_was_told_of_waits_for_its_answer(bench: Bench) -> None:
    bench.act("document.getElementById('option-2').click(); window.sdgAsked()")
    bench.page.wait_for_timeout(1700)
    state = bench.state()
    assert (lines(state), state["isWaiting"]) == ({"KZ", "KZ-75"}, True)
