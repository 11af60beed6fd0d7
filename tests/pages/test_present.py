"""Decks and their codes: what a slide is, how a person's deck is kept, and what the page says."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

import queries
from pages.parts.deck import build as deck_build
from pages.parts.deck.build import READY, build_deck
from pages.parts.deck.codes import BadCodeError, SlideSpec, decode, encode, spec_of_query, with_headline
from pages.parts.deck.own import BadDeckError, OwnDeck, read_file
from pages.parts.visit.choices import area_names
from pages.parts.words.language import LANGUAGES, text
from tests.pages.drawn import open_page

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize("deck_id", READY)
def test_a_ready_deck_holds_codes_only_and_never_a_number_of_its_own(deck_id: str) -> None:
    held = yaml.safe_load((deck_build.FOLDER / f"{deck_id}.yaml").read_text(encoding="utf-8"))
    assert set(held) == {"name", "slides"}
    assert set(held["name"]) == set(LANGUAGES)
    for code in held["slides"]:
        assert encode(decode(code)) == code
        assert decode(code).headline == ""


def test_the_overview_has_seven_slides_in_every_language() -> None:
    for lang in LANGUAGES:
        assert len(build_deck("overview", (), "", lang, AS_OF).slides) == 7


def test_the_regions_deck_names_kyzylorda_and_mangystau() -> None:
    headlines = " ".join(slide.headline for slide in build_deck("regions", (), "", "kk", AS_OF).slides)
    assert "Қызылорда" in headlines and "Маңғыстау" in headlines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_another_language_stands_on_a_slide(lang: str) -> None:
    others = {name for other in LANGUAGES if other != lang for name in area_names(other).values()} - set(
        area_names(lang).values()
    )
    for slide in build_deck("regions", (), "", lang, AS_OF).slides:
        drawn = {trace.get("name") for trace in slide.figure["data"]} | {
            words for trace in slide.figure["data"] for words in trace.get("ticktext", ())
        }
        assert not drawn & others


def test_a_headline_recomputes_with_the_date_of_the_data() -> None:
    new = build_deck("own", ("line~women_managers",), "", "en", AS_OF).slides[0].headline
    old = build_deck("own", ("line~women_managers",), "", "en", date(2021, 12, 30)).slides[0].headline
    assert "41.2% in 2023" in new
    assert "2023" not in old


def test_slides_whose_source_was_not_held_on_the_date_are_left_out() -> None:
    codes = {slide.code for slide in build_deck("overview", (), "", "en", date(2022, 12, 1)).slides}
    assert not any("gva_j" in code for code in codes)
    assert any("neet_15_24" in code for code in codes)


def test_chosen_regions_stand_beside_the_country_in_their_newest_shared_year() -> None:
    rows = queries.run(
        "slide_beside",
        series_id="neet_15_24",
        as_of=AS_OF,
        ref_areas=["KZ-43", "KZ-47"],
        sex="_T",
        urbanisation="_T",
        to_year=None,
    )
    assert rows[["ref_area", "obs_value"]].values.tolist() == [["KZ-43", 6.1], ["KZ-47", 10.9], ["KZ", 6.0]]


def test_statuses_on_the_slide_are_those_of_the_snapshot() -> None:
    shown = queries.run("slide_progress", as_of=AS_OF)
    judged = queries.run("snapshot", as_of=AS_OF, method="open_sdg")
    assert int(shown["n_series"].sum()) == len(judged) == int(shown["n_all"].iloc[0])
    assert int(shown["n_judged"].iloc[0]) == int((judged["status"] != "not_assessed").sum())
    counted = judged.groupby(["goal", "status"]).size().to_dict()
    assert {(row.goal, row.status): row.n_series for row in shown.itertuples()} == counted


def test_a_code_says_exactly_what_the_slide_shows() -> None:
    subject = "youth.what_neet_15_24"
    spec = SlideSpec("line", ("neet_15_24",), ("KZ-43", "KZ-YUZ"), "", "F", "R", (2012, 2020), subject, "Our words")
    assert encode(spec) == f"line~neet_15_24~43.YUZ~~F~R~2012-2020~{subject}~Our words"
    assert decode(encode(spec)) == spec


@pytest.mark.parametrize(
    "code",
    [
        "",
        "pie~neet_15_24",
        "line~a b",
        "line~x~<b>",
        "line~x~~age",
        "line~x~~~~~12-13",
        "line~x~~~~~~no.such_message",
        "line~" + ".".join("abcdefgh"),
    ],
)
def test_a_code_that_names_no_slide_is_refused(code: str) -> None:
    with pytest.raises(BadCodeError):
        decode(code)


def test_the_slide_of_a_chart_shows_what_its_query_asked_for() -> None:
    params = {
        "series_id": "neet_15_24",
        "as_of": AS_OF,
        "ref_areas": ["KZ", "KZ-43"],
        "sex": None,
        "urbanisation": "_T",
        "from_year": 2012,
        "to_year": 2022,
    }
    assert encode(spec_of_query("series_line", params)) == "line~neet_15_24~43~sex~~~2012-2022"
    assert spec_of_query("series_everything", {"series_id": "neet_15_24"}) is None


def test_an_edited_headline_is_marked_and_the_computed_one_is_not() -> None:
    computed = build_deck("own", ("pay",), "", "en", AS_OF).slides[0].headline
    code = with_headline("pay", "  Pay   gap ~ in one line", computed)
    edited = build_deck("own", (code,), "", "en", AS_OF).slides[0]
    assert (edited.headline, edited.edited) == ("Pay gap - in one line", True)
    assert computed in edited.notes
    assert with_headline(code, computed, computed) == "pay"


def test_a_deck_can_be_reordered_cut_and_read_back_from_its_file() -> None:
    deck = OwnDeck(("pay", "shares"), "Кездесу").added(["line~neet_15_24~43"]).moved(2, -1).without(0)
    assert deck.codes == ("line~neet_15_24~43", "shares")
    assert deck.moved(0, -1) == deck
    assert read_file(deck.file()) == deck


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "other", "name": "", "slides": []}',
        b'{"format": "creative-sdg-deck-1", "name": "x", "slides": ["pie~1"]}',
        b"\xff\xfe",
    ],
)
def test_a_file_that_is_no_deck_is_refused(content: bytes) -> None:
    with pytest.raises(BadDeckError):
        read_file(content)


def test_the_page_offers_the_ready_decks_in_the_readers_language() -> None:
    app = open_page("present", lang="kk")
    assert not app.exception
    words = next(group.options for group in app.button_group if group.key.startswith("choose_deck"))
    for deck_id in READY:
        assert deck_build.ready_deck(deck_id)["name"]["kk"] in words


def test_a_broken_slide_in_an_address_is_left_out_without_an_error() -> None:
    app = open_page("present", deck="own", s=["pie~1", "pay"])
    assert not app.exception
    assert app.query_params["s"] in ("pay", ["pay"])


def test_an_empty_deck_says_how_to_fill_it() -> None:
    app = open_page("present", deck="own", lang="ru")
    assert app.info[0].value == text("present.own_empty", "ru")
