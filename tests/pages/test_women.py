"""The women's page: what it says, that it says it from the data, and that gaps are signed with zero neutral."""

from __future__ import annotations

import pytest

from pages.parts.words.language import LANGUAGES, NO_BREAK_SPACE
from tests.pages import by_hand
from tests.pages.drawn import cards, mark_of, open_page, page_cards, points, titles

MEASURES = ("unemployment_total", "neet_15_24", "informal_total", "mobile_phone_use")
HALVES = ("unemployment_total", "neet_15_24", "mobile_phone_use", "internet_use")
RANKINGS = ("women_managers", "pay_women_to_men_economy")
PAY_LINES = {
    "KZ": "pay_women_to_men_economy",
    "pay_women_to_men_arts:KZ": "pay_women_to_men_arts",
    "pay_women_to_men_infocomm:KZ": "pay_women_to_men_infocomm",
}


def test_the_first_sentence_names_leadership_and_pay_in_the_creative_sections() -> None:
    lead = open_page("women").markdown[0].value
    assert "Women hold 41.2% of managers’ posts (2023)" in lead
    assert "women earn 89 in the arts and 82 in information and communication (2023)" in lead


def test_numbers_shown_equal_the_query_run_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        pick = by_hand.seeded()
    measure, year = pick.choice(MEASURES), pick.randrange(2017, 2023)
    drawn = {key: mark_of(parts) for key, parts in cards(open_page("women", measure=measure, year=str(year))).items()}
    halves = [
        (series, "KZ", when, shown, {"F": "F", "M": "M"}.get(line, "_T"))
        for series in HALVES
        for line, when, shown in points(drawn[f"women_{series}"])
    ]
    dots = [
        (measure, area, when, shown, sex)
        for side, sex in (("women", "F"), ("men", "M"))
        for area, when, shown in points(drawn["women_gap_pairs"], side)
    ]
    bars = [
        (series, area, when, shown, "_T")
        for series in RANKINGS
        for area, when, shown in points(drawn[f"ranking_{series}"])
    ]
    pay = [
        (PAY_LINES[line], "KZ", when, shown, "_T")
        for line, when, shown in points(drawn["women_pay"])
        if line in PAY_LINES
    ]
    assert {when for _, _, when, _, _ in dots} == {year}
    for series_id, area, when, shown, sex in (
        pick.sample(halves, 3) + pick.sample(dots, 5) + pick.sample(bars, 2) + pick.sample(pay, 2)
    ):
        by_the_book = by_hand.value(series_id, area, when, sex)
        assert shown == pytest.approx(by_the_book, abs=1e-5), (series_id, area, when, sex)


@pytest.mark.parametrize(
    ("measure", "year", "finding"),
    [
        (
            "unemployment_total",
            "2023",
            "Unemployment is higher among women in 16 of 20 regions, which is worse for them. "
            "Widest: Mangystau, +4.7 pp",
        ),
        (
            "neet_15_24",
            "2022",
            "NEET at 15–24 is higher among women in 19 of 20 regions, which is worse for them. "
            "Widest: Ulytau, +10.4 pp",
        ),
        (
            "mobile_phone_use",
            "2023",
            "Mobile phone use is higher among men in 17 of 20 regions: women are behind. Widest: Almaty city, −4.0 pp",
        ),
    ],
)
def test_the_gap_says_in_words_whom_it_favours(measure: str, year: str, finding: str) -> None:
    shown = titles(open_page("women", measure=measure, year=year))["women_gap_map"]
    assert shown.replace(NO_BREAK_SPACE, " ") == finding


def test_every_is_said_of_every_section_of_the_file_alone() -> None:
    claim = page_cards("women")["women_pay_pairs"].claim
    assert claim.message == "women.pay_some"
    assert (claim.values["fewer"].value, claim.values["sections"].value) == (15, 16)
    assert claim.values["nearest"].words("en") == "Agriculture, forestry and fishing"
    assert claim.values["nearest_value"].value == pytest.approx(92.9, abs=0.05)
    assert claim.values["widest"].words("en") == "Accommodation and food service"


def test_the_pairs_of_pay_hold_every_section_and_the_whole_economy() -> None:
    mark = page_cards("women")["women_pay_pairs"].mark
    assert len(mark.rows) == 17
    assert mark.rows["activity"][0] == "ISIC4_P"
    assert mark.rows["women_to_men"][0] > 100 > mark.rows["women_to_men"][1]


def test_the_gap_shows_the_regions_that_existed_in_the_year() -> None:
    for year, count in {2015: 16, 2019: 17, 2022: 20}.items():
        mark = page_cards("women", measure="unemployment_total", year=str(year))["women_gap_pairs"].mark
        assert len({area for area, _, _ in points(mark, "women")} - {"KZ"}) == count


def test_the_map_and_the_pairs_have_every_measure_behind_their_switch() -> None:
    for key in ("women_gap_map", "women_gap_pairs"):
        parts = cards(open_page("women"))[key]
        assert {name.removeprefix("view:") for name in parts if name.startswith("view:")} == set(MEASURES)


def test_a_year_that_a_measure_lacks_gives_way_to_the_nearest() -> None:
    app = open_page("women", measure="mobile_phone_use", year="2012")
    assert not app.exception
    assert [box.value for box in app.warning] == []
    first = min(cards(app)["women_gap_map"]["rows"]["time_period"])
    assert str(first) in cards(app)["women_gap_map"]["head"]["subtitle"]


def test_shares_are_read_against_the_balance_zone_and_rates_against_parity() -> None:
    shown = page_cards("women")
    assert shown["women_shares"].mark.zone == (40, 60)
    low, high = shown["women_parity"].mark.zone
    assert (low, high) == (0.97, pytest.approx(1.029126, abs=1e-6))


def test_higher_unemployment_of_women_is_called_worse_for_them_beside_the_index() -> None:
    mark = page_cards("women")["women_parity"].mark
    words = [mark.words[line] for line in mark.rows["line"]]
    assert {"1.21, worse for women (2023)", "1.41, worse for women (2022)", "0.95, better for women (2023)"} <= set(
        words
    )


def test_the_whole_economy_is_the_country_among_the_pay_ratios_and_sections_keep_their_colour() -> None:
    meanings = page_cards("women")["women_pay"].mark.meanings
    assert "KZ" not in meanings
    assert meanings["pay_women_to_men_arts:KZ"] == "section:R"
    assert meanings["pay_women_to_men_infocomm:KZ"] == "section:J"


def test_cited_shares_name_the_publication_they_come_from() -> None:
    notes = " ".join(page_cards("women")["women_shares"].remarks)
    assert "ICT students (cited): Exclusive.kz citing Ranking.kz (exclusive.kz), published 14 May 2025" in notes
    assert "exclusive.kz" in notes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_has_its_words_in_the_readers_language(lang: str) -> None:
    app = open_page("women", lang=lang, posts="settlement")
    drawn = cards(app)
    assert not app.exception
    assert len(drawn) == 14
    assert all(
        parts["head"]["title"] and parts["head"]["subtitle"] and parts["head"]["summary"] for parts in drawn.values()
    )


def test_findings_follow_the_years_chosen() -> None:
    shown = titles(open_page("women", years="2010-2015"))
    assert shown["women_unemployment_total"] == "Unemployment: women 5.9%, men 4.4% (2015)"
    assert "women_pay_pairs" not in shown
