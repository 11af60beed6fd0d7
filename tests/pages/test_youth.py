"""The youth page: what it says, that it says it from the data, and that age bands never share a line."""

from __future__ import annotations

import pytest

from pages.parts.words.language import LANGUAGES, text
from tests.pages import by_hand
from tests.pages.drawn import bar_points, boards, cards, line_points, open_page, titles

LINES = {
    "youth_unemployment_16_24": "unemployment_16_24",
    "youth_unemployment_25_28": "unemployment_25_28",
    "youth_unemployment_29_34": "unemployment_29_34",
    "youth_informal": "informal_16_24",
    "youth_unproductive": "unproductive_16_24",
    "youth_pay": "pay_youth_to_all_16_24",
}
RANKINGS = {
    "youth_graphics": "ict_graphics_15_24",
    "youth_programming": "ict_programming_15_24",
}
REGIONS = ("KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-71", "KZ-75")


def test_the_first_sentence_names_the_rate_and_both_ends_of_the_regions() -> None:
    lead = open_page("youth").markdown[0].value
    assert "6.0% of people aged 15–24" in lead
    assert "2.0% (Zhetysu)" in lead
    assert "10.9% (Mangystau)" in lead


def test_numbers_shown_equal_the_query_run_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        pick = by_hand.seeded()
    region = pick.choice(REGIONS)
    drawn = cards(open_page("youth", area=[region]))
    lines = [(series, *point) for key, series in LINES.items() for point in line_points(drawn[key]["figure"])]
    bars = [
        (series, area, 2019, shown)
        for key, series in RANKINGS.items()
        for area, shown in bar_points(drawn[key]["figure"])
    ]
    asked = pick.sample([row for row in lines if row[1] == region], 3) + pick.sample(lines, 5) + pick.sample(bars, 2)
    for series_id, area, year, shown in asked:
        assert shown == pytest.approx(by_hand.value(series_id, area, year), abs=1e-5), (series_id, area, year)


@pytest.mark.parametrize(
    ("by", "finding"),
    [
        ("national", "NEET at age 15–24 was 6.0% in 2023"),
        ("sex", "Young women are left out more often: 5.8% against 3.4% of young men (2022)"),
        ("settlement", "Rural youth are left out more often: 5.9% against 3.8% in towns (2022)"),
        ("region", "NEET at age 15–24 in 2023: highest in Mangystau (10.9%), lowest in Zhetysu (2.0%)"),
    ],
)
def test_the_title_of_the_lead_chart_states_the_finding_of_its_breakdown(by: str, finding: str) -> None:
    assert titles(open_page("youth", by=by))["youth_neet"] == finding


@pytest.mark.parametrize(
    ("by", "national"), [("national", "KZ"), ("sex", "_T"), ("settlement", "_T"), ("region", "KZ")]
)
def test_every_breakdown_keeps_the_country_as_a_line_in_ink(by: str, national: str) -> None:
    figure = cards(open_page("youth", by=by))["youth_neet"]["figure"]
    colours = {trace["meta"]["key"]: trace["line"]["color"] for trace in figure["data"]}
    assert colours[national] == "@ink"
    assert list(colours.values()).count("@ink") == 1


def test_chosen_regions_stand_beside_the_country_on_every_line_chart() -> None:
    drawn = cards(open_page("youth", area=["KZ-43", "KZ-75"]))
    for key in LINES:
        assert {point[0] for point in line_points(drawn[key]["figure"])} == {"KZ", "KZ-43", "KZ-75"}, key


def test_the_three_definitions_of_neet_stand_in_panels_of_their_own() -> None:
    drawn = cards(open_page("youth"))
    years = {
        name: [point[1] for point in line_points(drawn[f"youth_def_{name}"]["figure"])]
        for name in ("neet_15_24", "neet_15_28", "neet_14_34")
    }
    assert max(years["neet_15_28"]) == 2020
    assert min(years["neet_14_34"]) == 2023
    assert all(len({point[0] for point in line_points(drawn[f"youth_def_{name}"]["figure"])}) == 1 for name in years)


def test_no_line_joins_the_years_before_and_after_a_break() -> None:
    trace = cards(open_page("youth"))["youth_unemployment_29_34"]["figure"]["data"][0]
    place = trace["x"].index(2023)
    assert trace["x"][place - 1] is None


def test_skills_say_that_their_survey_ended() -> None:
    foot = cards(open_page("youth"))["youth_graphics"]["foot"]["foot"]
    assert text("youth.skills_end", "en") in foot["notes"]


def test_the_years_chosen_limit_lines_and_findings() -> None:
    app = open_page("youth", years="2014-2019")
    drawn = cards(app)
    assert {point[1] for point in line_points(drawn["youth_informal"]["figure"])} == set(range(2014, 2020))
    assert titles(app)["youth_informal"] == "Informal employment at 16–24 fell from 28.5% in 2014 to 15.6% in 2019"


def test_an_early_date_says_which_source_was_not_held() -> None:
    app = open_page("youth", as_of="2021-12-30")
    words = boards(app)
    assert not app.exception
    assert "captured once, on 22 November 2026" in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_has_its_words_in_the_readers_language(lang: str) -> None:
    app = open_page("youth", lang=lang, by="sex")
    drawn = cards(app)
    assert len(drawn) == 17
    assert not app.exception
    assert all(
        parts["head"]["title"] and parts["head"]["subtitle"] and parts["head"]["summary"] for parts in drawn.values()
    )


def test_a_break_outside_the_years_shown_is_not_explained() -> None:
    whole = cards(open_page("youth"))["youth_neet"]["foot"]["foot"]["notes"]
    cut = cards(open_page("youth", years="2014-2020"))["youth_neet"]["foot"]["foot"]["notes"]
    assert [note for note in whole if note.startswith("From 2023:")]
    assert not [note for note in cut if note.startswith("From ")]
