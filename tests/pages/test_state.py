"""Choices live in the address as codes, and come back from it."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
import json
import streamlit as st
from pages.parts.visit import choices, controls

choices.open_address()
answer = {
    "lang": choices.language(),
    "goal": controls.choose_one("goal", [4, 5, 8], label="Goal", format_option="Goal {}".format),
    "area": controls.choose_many("area", ["KZ-10", "KZ-43", "KZ-75"], label="Areas"),
    "years": controls.choose_span("years", 2010, 2023, label="Years"),
    "link": choices.link("women", area=["KZ-43", "KZ-47"]),
    "rejected": choices.rejected(),
}
choices.publish()
st.text(json.dumps(answer))
"""


def run(address: dict[str, str | list[str]] | None = None) -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=30)
    for name, codes in (address or {}).items():
        app.query_params[name] = codes
    return app.run()


def answer(app: AppTest) -> dict[str, object]:
    assert not app.exception
    return json.loads(app.text[0].value)


def test_without_an_address_every_choice_is_its_default() -> None:
    app = run()
    assert answer(app) | {"link": ""} == {
        "lang": "en",
        "goal": 4,
        "area": [],
        "years": [2010, 2023],
        "link": "",
        "rejected": [],
    }
    assert dict(app.query_params) == {}


def test_an_address_opens_the_view_that_it_names() -> None:
    app = run({"lang": "kk", "goal": "8", "area": ["KZ-75", "KZ-10"], "years": "2015-2020"})
    shown = answer(app)
    assert (shown["lang"], shown["goal"], shown["years"]) == ("kk", 8, [2015, 2020])
    assert shown["area"] == ["KZ-75", "KZ-10"], "regions keep the order of the address, it fixes their colours"
    assert shown["rejected"] == []


def test_choosing_writes_the_code_and_never_the_word() -> None:
    app = run()
    app.selectbox[0].set_value(5).run()
    assert answer(app)["goal"] == 5
    assert app.query_params["goal"] == "5"


def test_choosing_the_default_again_clears_the_address() -> None:
    app = run({"goal": "5"})
    app.selectbox[0].set_value(4).run()
    assert "goal" not in app.query_params


@pytest.mark.parametrize("code", ["17", "<script>alert(1)</script>", "4; drop table series", ""])
def test_a_code_that_is_no_option_gives_the_default_and_is_reported(code: str) -> None:
    shown = answer(run({"goal": code}))
    assert shown["goal"] == 4
    assert shown["rejected"] == [["goal", code]]


@pytest.mark.parametrize(
    ("written", "read"),
    [("2000-2015", [2010, 2015]), ("1990-2050", [2010, 2023]), ("2019-2019", [2019, 2019])],
)
def test_a_period_is_cut_to_the_years_that_exist(written: str, read: list[int]) -> None:
    assert answer(run({"years": written}))["years"] == read


@pytest.mark.parametrize("code", ["lately", "2020-2015", "²-³", "1990-1995", "2010", "2010-2015-2020", "9" * 5000])
def test_a_period_that_is_none_is_reported(code: str) -> None:
    shown = answer(run({"years": code}))
    assert shown["years"] == [2010, 2023]
    assert shown["rejected"] == [["years", code]]


def test_a_link_to_another_page_carries_language_and_date() -> None:
    shown = answer(run({"lang": "ru", "as_of": "2021-12-30", "goal": "5"}))
    assert shown["link"] == "women?lang=ru&as_of=2021-12-30&area=KZ-43&area=KZ-47"
