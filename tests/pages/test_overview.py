"""The overview: three lenses as small pictures that can be taken along, and the five goals."""

from __future__ import annotations

from datetime import date

import pytest

from pages.parts.overview.lenses import LENSES, finding, lens_answer, lens_card, newest_lens
from pages.parts.series.about import View
from pages.parts.words.language import LANGUAGES
from pages.parts.words.signs import SIGNS
from tests.pages import by_hand
from tests.pages.drawn import cards, open_page, page_cards, points

NOW = date(2026, 11, 22)


def test_the_page_opens_with_the_freshest_finding() -> None:
    app = open_page("overview")
    assert newest_lens(View("en", NOW)) == "regions"
    assert app.markdown[0].value == (
        "87% of the country’s information and communication value added is made in Almaty city and Astana, "
        "which make 35% of its whole economy (2025)"
    )
    assert newest_lens(View("en", date(2020, 12, 29))) == "women"


@pytest.mark.parametrize(
    ("lang", "lens", "words"),
    [
        ("en", "women", "women’s hourly pay is 89.2% of men’s; in the whole economy it is 80.5% (2023)"),
        ("ru", "regions", "создают Алматы и Астана; во всей экономике на них приходится 35\u00a0% (2025)"),
        ("kk", "youth", "15–24 жастағылардың 6,0\u00a0%-ы жұмыс істемейді және оқымайды (2023 ж.)"),
        ("kk", "regions", "қосылған құнның 87\u00a0%-ы екі өңірде жасалады: Алматы қаласы және Астана қаласы"),
    ],
)
def test_a_finding_is_a_sentence_of_the_language(lang: str, lens: str, words: str) -> None:
    assert words in finding(lens_answer(lens, View(lang, NOW)), NOW).words(lang)


def test_figures_of_the_findings_are_those_of_the_publishers() -> None:
    youth, women = (finding(lens_answer(lens, View("en", NOW)), NOW).figures for lens in ("youth", "women"))
    assert youth[0].value == by_hand.value("neet_15_24", "KZ", 2023)
    assert [figure.value for figure in women] == [
        pytest.approx(by_hand.value(series, "KZ", 2023))
        for series in ("pay_women_to_men_arts", "pay_women_to_men_economy")
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_has_a_summary_and_can_be_presented(lang: str) -> None:
    drawn = page_cards("overview", lang=lang)
    assert [card.slide.code for card in drawn.values()] == [f"lens~lens={lens}" for lens in LENSES]
    assert all(card.summary and card.bare for card in drawn.values())


def test_a_picture_has_actions_but_no_title_of_its_own() -> None:
    parts = cards(open_page("overview"))["overview_youth"]
    assert parts["head"]["slide"] == "lens~lens=youth"
    assert "title" not in parts["head"]
    assert parts["foot"]["foot"]["method"]


def test_a_slide_of_a_lens_carries_its_finding_as_the_title() -> None:
    card = lens_card("youth", View("en", NOW), key="slide")
    assert card.title == "6.0% of people aged 15–24 are neither in work nor in education or training (2023)"


def test_the_line_of_a_lens_is_the_countrys_without_labels() -> None:
    mark = page_cards("overview")["overview_women"].mark
    assert {point[0] for point in points(mark)} == {"KZ"}
    assert not mark.labels


def test_the_strip_names_the_two_regions_of_the_sentence() -> None:
    mark = page_cards("overview")["overview_regions"].mark
    assert mark.meanings == {"KZ-75": "section:J", "KZ-71": "section:J"}
    assert sum(mark.rows["share"]) == pytest.approx(100)


def test_a_lens_that_was_not_held_says_so() -> None:
    app = open_page("overview", as_of="2020-12-29")
    assert not app.exception
    assert "Nothing was held for this lens on the chosen date." in [caption.value for caption in app.caption]


def test_every_sign_of_a_goal_has_its_series_and_status_in_words() -> None:
    markup = "".join(element.proto.body for element in open_page("overview").get("html"))
    assert markup.count('class="status-sign') == markup.count('class="unseen"') + len(SIGNS)
