"""The women's page: what it says, that it says it from the data, and that gaps are signed with zero neutral."""

from __future__ import annotations

import pytest

from pages.parts.words.language import LANGUAGES, NO_BREAK_SPACE
from tests.pages import by_hand
from tests.pages.drawn import bar_points, cards, dot_points, line_points, open_page, titles

MEASURES = ("unemployment_total", "neet_15_24", "informal_total", "mobile_phone_use")
PAIRS = {
    "women_unemployment": "unemployment_total",
    "women_neet": "neet_15_24",
    "women_phone": "mobile_phone_use",
    "women_internet": "internet_use",
}
RANKINGS = {"women_managers_ranking": "women_managers", "women_pay_ranking": "pay_women_to_men_economy"}
SEX = {"women": "F", "men": "M"}


def test_the_first_sentence_names_leadership_and_pay_in_the_creative_sections() -> None:
    lead = open_page("women").markdown[0].value
    assert "Women hold 41.2% of managers’ posts (2023)" in lead
    assert "women earn 89 in the arts and 82 in information and communication (2023)" in lead


def test_numbers_shown_equal_the_query_run_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        pick = by_hand.seeded()
    measure, year = pick.choice(MEASURES), pick.randrange(2017, 2023)
    drawn = cards(open_page("women", measure=measure, year=str(year)))
    pairs = [
        (series, "KZ", when, shown, sex)
        for key, series in PAIRS.items()
        for sex, when, shown in line_points(drawn[key]["figure"])
    ]
    dots = [
        (measure, area, year, shown, SEX[side]) for area, side, shown in dot_points(drawn["women_gap_pairs"]["figure"])
    ]
    bars = [
        (series, area, 2023, shown, "_T")
        for key, series in RANKINGS.items()
        for area, shown in bar_points(drawn[key]["figure"])
    ]
    pay = [(series, "KZ", when, shown, "_T") for series, when, shown in line_points(drawn["women_pay"]["figure"])]
    for series_id, area, when, shown, sex in (
        pick.sample(pairs, 3) + pick.sample(dots, 5) + pick.sample(bars, 2) + pick.sample(pay, 2)
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


def test_a_rate_inside_the_parity_band_is_called_parity_and_nothing_worse() -> None:
    shown = titles(open_page("women"))
    assert shown["women_phone"] == "Mobile phone use: 92.2% of women, 93.4% of men (2023); at parity"
    assert shown["women_unemployment"] == "Unemployment: 5.3% of women, 4.2% of men (2023); women are worse off"


def test_the_gap_map_prints_its_signs_and_draws_the_borders_of_the_year() -> None:
    regions = {2015: 16, 2019: 17, 2022: 20}
    for year, count in regions.items():
        drawn = cards(open_page("women", measure="unemployment_total", year=str(year)))
        codes = {area for area, _, _ in dot_points(drawn["women_gap_pairs"]["figure"])}
        assert len(codes - {"KZ"}) == count


def test_a_year_that_a_measure_lacks_gives_way_to_its_newest() -> None:
    app = open_page("women", measure="mobile_phone_use", year="2012")
    assert not app.exception
    assert [box.value for box in app.warning] == []
    assert "2023" in cards(app)["women_gap_map"]["head"]["subtitle"]


def test_shares_are_read_against_the_balance_zone_and_rates_against_parity() -> None:
    drawn = cards(open_page("women"))
    zones = {
        key: next(shape for shape in drawn[key]["figure"]["layout"]["shapes"] if shape["type"] == "rect")
        for key in ("women_shares", "women_parity")
    }
    assert (zones["women_shares"]["x0"], zones["women_shares"]["x1"]) == (40, 60)
    assert zones["women_parity"]["x0"] == 0.97
    assert zones["women_parity"]["x1"] == pytest.approx(1.029126, abs=1e-6)


def test_higher_unemployment_of_women_is_called_worse_for_them_beside_the_index() -> None:
    words = [item["text"] for item in cards(open_page("women"))["women_parity"]["figure"]["layout"]["annotations"]]
    assert "1.21, worse for women (2023)" in words
    assert "1.41, worse for women (2022)" in words
    assert "0.95, better for women (2023)" in words


def test_the_whole_economy_is_the_line_in_ink_among_the_pay_ratios() -> None:
    figure = cards(open_page("women"))["women_pay"]["figure"]
    colours = {trace["meta"]["key"]: trace["line"]["color"] for trace in figure["data"]}
    assert colours["pay_women_to_men_economy"] == "@ink"
    assert len(colours) == len(set(colours.values())) == 4


def test_the_target_of_equal_leadership_is_drawn_with_its_path_and_goes_when_years_are_cut() -> None:
    whole = cards(open_page("women"))["women_managers"]["figure"]
    cut = cards(open_page("women", years="2010-2020"))["women_managers"]["figure"]
    assert any(trace["line"].get("dash") == "dot" and trace["y"][-1] == 50 for trace in whole["data"])
    assert len(cut["data"]) == 1


def test_cited_shares_name_the_publication_they_come_from() -> None:
    notes = " ".join(cards(open_page("women"))["women_shares"]["foot"]["foot"]["notes"])
    assert "Employed in J (cited)" in notes
    assert "exclusive.kz" in notes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_has_its_words_in_the_readers_language(lang: str) -> None:
    app = open_page("women", lang=lang, posts="settlement")
    drawn = cards(app)
    assert len(drawn) == 14
    assert not app.exception
    assert all(
        parts["head"]["title"] and parts["head"]["subtitle"] and parts["head"]["summary"] for parts in drawn.values()
    )


def test_findings_follow_the_years_chosen() -> None:
    shown = titles(open_page("women", years="2010-2015"))
    assert shown["women_unemployment"] == "Unemployment: 5.9% of women, 4.4% of men (2015); women are worse off"
    assert "women_pay_pairs" not in shown
