"""Addresses and decks of every kind, meant or hostile: nothing raises, what cannot be used is refused once and in the
page's language."""

from __future__ import annotations

import ast
import json
import random
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.deck.build import build_deck
from pages.parts.deck.own import BadDeckError, OwnDeck, read_file
from pages.parts.visit import failures
from pages.parts.visit.grammar import FORMS, MOST_SLIDES, Refused, fits, read_address
from pages.parts.words.language import LANGUAGES, text
from queries.errors import QueryTimeout, StoreUnavailableError

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 22)
# What has ended pages of this and other dashboards, and what people try.
HOSTILE = (
    *("", " ", "²-³", "٣", "１２", "9" * 5000, "2023-2010", "2010-", "-", "--", "0000"),
    *("9999", "1e9", "NaN", "-1", "+5"),
    *("20261122", "2026-W47-7", "2026-11-22T00:00", "2026-02-30", "2027-01-01", "0001-01-01", "10000-01-01"),
    *("<script>alert(1)</script>", "<!--<script>", "';drop table series;--", "{{7*7}}"),
    *("{0.__class__}", "%s%n", "../.."),
    *("\x00", "a\x00b", "\x1b[31m", "\r\nSet-Cookie: a=b", "\u202etxt", "\ud800"),
    *("é" * 300, "🇰🇿" * 80, "Қ", "\ufeff"),
    *("line", "line~", "line~series=", "line~series=nothing"),
    *("line~series=neet_15_24~years=²-³", "line~~~~", "~" * 999),
    *("line~series=neet_15_24~area=XX", "gap~series=neet_15_24", "map~series=gdp"),
    *("unknown~a=b", "line~headline=\x07"),
    *("line~series=" + ".".join(["neet_15_24"] * 30), "line" + "~a=b" * 40),
    "line~series=neet_15_24~headline=" + "x" * 900,
    *("None", "null", "undefined", "true", "[]", "{}", "\\", '"', "%", "%00"),
    *("javascript:alert(1)", "http://a/?b=c#d"),
)  # fmt: skip


def random_address(dice: random.Random) -> dict[str, list[str]]:
    names = [*FORMS, "utm_source", "fbclid", "admin", "Lang", "years[]", "__proto__", "⁠", "a" * 3000, "\ud800"]
    chosen = dice.sample(names, dice.randint(1, 6))
    return {name: [dice.choice(HOSTILE) for _ in range(dice.choice((1, 1, 1, 2, 70)))] for name in chosen}


@pytest.mark.parametrize("seed", range(10))
def test_of_any_address_only_what_has_its_form_is_kept(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(50):
        given = random_address(dice)
        kept, refused = read_address(given)
        assert all(fits(FORMS[name], code) for name, codes in kept.items() for code in codes)
        assert all(len(codes) <= FORMS[name].most for name, codes in kept.items())
        told = {refusal.name for refusal in refused}
        lost = {name for name, codes in given.items() if set(codes) - set(kept.get(name, ()))}
        assert lost - told <= {"utm_source", "fbclid"}
        assert len(refused) == len({(r.kind, r.name, r.code, n) for n, r in enumerate(refused)})


def test_what_others_add_to_a_link_is_left_out_without_a_word() -> None:
    given = {"utm_source": ["x"], "yclid": ["1"], "fbclid": ["2"], "embed": ["true"], "lang": ["ru"]}
    assert read_address(given) == ({"lang": ["ru"]}, [])


def test_seventy_areas_are_told_once() -> None:
    kept, refused = read_address({"area": [f"KZ-{number}" for number in range(70)]})
    assert len(kept["area"]) == FORMS["area"].most
    assert refused == [Refused("many", "area", str(FORMS["area"].most))]


@pytest.mark.parametrize("seed", range(5))
def test_a_deck_of_any_codes_keeps_what_can_be_read_and_names_the_rest(seed: int) -> None:
    dice = random.Random(seed)
    good = "line~series=neet_15_24"
    codes = [dice.choice(HOSTILE) for _ in range(20)] + [good]
    dice.shuffle(codes)
    saved = OwnDeck(tuple(codes), dice.choice(HOSTILE)).file if seed % 2 else None
    content = json.dumps({"format": "creative-sdg-deck-1", "name": dice.choice(HOSTILE), "slides": codes}).encode()
    own = read_file(content)
    assert saved is None or callable(saved)
    assert len(own.codes) == len(codes)
    for lang in LANGUAGES:
        deck = build_deck("own", own.codes, own.name, lang, AS_OF)
        assert len(deck.slides) + len(deck.refused) == len(codes)
        assert codes.index(good) + 1 not in [refusal.place for refusal in deck.refused]
        for refusal in deck.refused:
            refusal.words.encode()
    json.loads(own.file())


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"null", b"[]", b"5", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"a":' * 100_000),
        json.dumps({"format": "creative-sdg-deck-1", "name": 5, "slides": []}).encode(),
        json.dumps({"format": "creative-sdg-deck-1", "name": "", "slides": "line"}).encode(),
        json.dumps({"format": "creative-sdg-deck-1", "name": "", "slides": {"a": 1}}).encode(),
        json.dumps({"format": "another", "name": "", "slides": []}).encode(),
        b" " * 300_000,
    ],
)
def test_a_file_that_is_no_deck_is_refused(content: bytes) -> None:
    with pytest.raises(BadDeckError):
        read_file(content)


def test_entries_of_a_deck_that_are_no_text_are_named_and_the_others_kept() -> None:
    slides = ["line~series=neet_15_24", 5, None, ["line"], {"a": "b"}, "line~series=neet_15_24" * 100]
    own = read_file(json.dumps({"format": "creative-sdg-deck-1", "name": "a", "slides": slides}).encode())
    deck = build_deck("own", own.codes, own.name, "kk", AS_OF)
    assert (len(deck.slides), [refusal.place for refusal in deck.refused]) == (1, [2, 3, 4, 5, 6])
    assert len(read_file(own.file()).codes) == 6 <= MOST_SLIDES


def test_slides_of_a_file_that_have_no_room_are_counted() -> None:
    slides = ["line~series=neet_15_24"] * 45
    own = read_file(json.dumps({"format": "creative-sdg-deck-1", "name": "a", "slides": slides}).encode())
    assert (len(own.codes), own.cut) == (MOST_SLIDES, 5)


def opened(page: str, address: dict[str, list[str]]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, codes in address.items():
        app.query_params[name] = codes
    app.run()
    return app.switch_page(f"pages/{page}.py").run() if page else app


PAGES = ("", "explore", "youth", "women", "regions", "sector", "snapshot", "present", "compare", "coverage")


@pytest.mark.parametrize("page", PAGES)
def test_a_hostile_address_opens_a_page_without_an_error(page: str) -> None:
    dice = random.Random(page)
    for _ in range(2):
        address = {name: codes for name, codes in random_address(dice).items() if "\ud800" not in name + "".join(codes)}
        app = opened(page, address)
        assert not app.exception
        assert not app.error
        assert len(app.warning) <= 12


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_is_said_once_in_the_readers_language(lang: str) -> None:
    areas = [f"KZ-{number}" for number in range(30)]
    app = opened("", {"lang": [lang], "as_of": ["2030-01-01"], "admin": ["1"], "sex": ["F"], "area": areas})
    said = [warning.value for warning in app.warning]
    assert said[0] == text("frame.bad_value", lang, name="as_of", code="2030-01-01")
    assert text("frame.bad_name", lang, names="“admin”") in said
    assert text("frame.bad_unused", lang, names="“sex”, “area”") in said
    assert len(said) == len(set(said)) == 4
    app.run()
    assert [warning.value for warning in app.warning] == said


BROKEN = """
import streamlit as st
from pages.parts.visit import choices
from pages.parts.visit.failures import failure, part
from queries.errors import StoreUnavailableError

choices.open_address()

@part
def inner():
    raise StoreUnavailableError("no store.duckdb")

@part
def outer():
    st.text("before")
    inner()
    st.text("after")

outer()
inner()
st.text("the rest")
"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_part_that_fails_is_told_once_and_the_rest_stands(lang: str) -> None:
    app = AppTest.from_string(BROKEN, default_timeout=30)
    app.query_params["lang"] = lang
    app.run()
    assert not app.exception
    assert [found.value for found in app.text] == ["before", "after", "the rest"]
    [told] = app.error
    title, body, cause = told.value.split("\n\n")
    assert title == f"**{text('frame.store_missing_title', lang)}**"
    assert (body, cause) == (text("frame.store_missing", lang), text("frame.cause_store", lang))


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (StoreUnavailableError("x"), "store"),
        (QueryTimeout("x"), "timeout"),
        (KeyError("x"), "program"),
        (MemoryError(), "memory"),
        (PermissionError("x"), "system"),
    ],
)
def test_every_cause_has_its_words(error: Exception, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(failures.st, "error", lambda words, **_: said.append(words))
    monkeypatch.setattr(failures, "_told", set)
    for lang in LANGUAGES:
        failures.failure(error, lang)
    assert [words.split("\n\n")[-1] for words in said] == [text(f"frame.cause_{cause}", lang) for lang in LANGUAGES]


def test_no_part_of_a_page_is_drawn_anew_without_its_guard() -> None:
    files = [*(ROOT / "pages").rglob("*.py"), ROOT / "dashboard.py"]
    bare = [path.name for path in files if "st.fragment" in path.read_text(encoding="utf-8")]
    assert bare == ["failures.py"]


def names_asked_for() -> set[str]:
    """The names that pages read from an address or write into it, as they stand in the code."""
    asked = {"choose_one", "choose_many", "choose_flag", "choose_span", "choose_number", "write_words", "chosen_span"}
    asked |= {"read", "read_all", "one_of", "near_year"}
    found = set()
    for file in (ROOT / "pages").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given = node.args[1:2] if called == "Breakdown" else node.args[:1] if called in asked else []
                found |= {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def test_every_name_that_a_page_asks_for_is_in_the_grammar() -> None:
    assert {"posts", "having", "area", "year"} <= names_asked_for()
    assert names_asked_for() - FORMS.keys() == set()
