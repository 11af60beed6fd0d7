"""The youth page: what it says, that it says it from the data, and that age bands never share a line."""

from __future__ import annotations

import pytest

from pages.parts.words.language import LANGUAGES, text
from tests.pages import by_hand
from tests.pages.drawn import boards, cards, mark_of, open_page, page_cards, points, titles

LINES = (
    "unemployment_16_24",
    "unemployment_25_28",
    "unemployment_29_34",
    "informal_16_24",
    "unproductive_16_24",
    "pay_youth_to_all_16_24",
)
RANKINGS = ("ict_graphics_15_24", "ict_programming_15_24")
DEFINITIONS = ("neet_15_24", "neet_15_28", "neet_14_34")
REGIONS = ("KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-71", "KZ-75")


def test_the_first_sentence_names_the_rate_and_both_ends_of_the_regions() -> None:
    lead = open_page("youth").markdown[0].value
    assert "6.0% of people aged 15–24" in lead
    assert "from 2.0% in Zhetysu to 10.9% in Mangystau" in lead


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "от 2,0\u00a0% в области Жетісу до 10,9\u00a0% в Мангистауской области"),
        ("kk", "15–24 жастағылардың 6,0\u00a0%-ы жұмыс істемеді"),
    ],
)
def test_the_first_sentence_inflects_regions_and_shares(lang: str, words: str) -> None:
    assert words in open_page("youth", lang=lang).markdown[0].value


def test_numbers_shown_equal_the_query_run_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        pick = by_hand.seeded()
    region = pick.choice(REGIONS)
    drawn = cards(open_page("youth", area=[region]))
    lines = [(series, *point) for series in LINES for point in points(mark_of(drawn[f"youth_{series}"]))]
    bars = [(series, *point) for series in RANKINGS for point in points(mark_of(drawn[f"youth_{series}"]))]
    assert {year for _, _, year, _ in bars} == {2019}
    asked = pick.sample([row for row in lines if row[1] == region], 3) + pick.sample(lines, 5) + pick.sample(bars, 2)
    for series_id, area, year, shown in asked:
        assert shown == pytest.approx(by_hand.value(series_id, area, year), abs=1e-5), (series_id, area, year)


@pytest.mark.parametrize(
    ("by", "finding"),
    [
        ("national", "NEET at age 15–24 was 6.0% in 2023"),
        ("sex", "Young women are left out more often: 5.8% against 3.4% of young men (2022)"),
        ("settlement", "Rural youth are left out more often: 5.9% against 3.8% in towns (2022)"),
        (
            "region",
            "NEET at age 15–24, 2023: highest in Mangystau (10.9%), lowest in Zhetysu (2.0%)",
        ),
    ],
)
def test_the_title_of_the_lead_chart_states_the_finding_of_its_breakdown(by: str, finding: str) -> None:
    assert titles(open_page("youth", by=by))["youth_neet"] == finding


@pytest.mark.parametrize(
    ("by", "lines"), [("national", {"KZ"}), ("sex", {"KZ", "F", "M"}), ("settlement", {"KZ", "U", "R"})]
)
def test_every_breakdown_keeps_the_country_among_its_lines(by: str, lines: set[str]) -> None:
    mark = page_cards("youth", by=by)["youth_neet"].mark
    assert {point[0] for point in points(mark)} == lines


def test_the_lead_chart_has_the_charts_of_all_breakdowns_behind_its_switch() -> None:
    parts = cards(open_page("youth", by="sex"))["youth_neet"]
    assert {name for name in parts if name.startswith("view:")} == {
        "view:national",
        "view:sex",
        "view:region",
        "view:settlement",
    }
    assert parts["choice"]["switch"] == "by"
    assert parts["view"] == parts["view:sex"] != parts["view:region"]


@pytest.mark.parametrize(("areas", "coloured"), [((), ("KZ-47", "KZ-33")), (("KZ-75",), ("KZ-75",))])
def test_of_all_regions_those_chosen_are_coloured_or_the_two_ends(
    areas: tuple[str, ...], coloured: tuple[str, ...]
) -> None:
    mark = page_cards("youth", by="region", area=list(areas))["youth_neet"].mark
    assert mark.chosen == coloured
    assert len({point[0] for point in points(mark)}) == 22, "twenty regions, South Kazakhstan and the country"


def test_chosen_regions_stand_beside_the_country_on_every_line_chart() -> None:
    drawn = page_cards("youth", area=["KZ-43", "KZ-75"])
    for series in LINES:
        card = drawn[f"youth_{series}"]
        assert {point[0] for point in points(card.mark)} == {"KZ", "KZ-43", "KZ-75"}, series
        assert card.mark.chosen == ("KZ-43", "KZ-75")


def test_with_regions_chosen_a_title_speaks_of_them_and_of_the_year_they_have_in_common() -> None:
    found = titles(open_page("youth", area=["KZ-47", "KZ-75"]))
    assert found["youth_informal_16_24"] == (
        "Informal employment at 16–24, 2023: Mangystau 5.7%, Almaty city 5.9%, Kazakhstan 16.2%"
    )


def test_the_three_definitions_of_neet_stand_in_panels_of_their_own() -> None:
    drawn = page_cards("youth", area=["KZ-47"])
    years = {name: [point[1] for point in points(drawn[f"youth_def_{name}"].mark)] for name in DEFINITIONS}
    assert max(years["neet_15_28"]) == 2020
    assert min(years["neet_14_34"]) == 2023
    assert all({point[0] for point in points(drawn[f"youth_def_{name}"].mark)} == {"KZ"} for name in DEFINITIONS)


def test_bands_of_age_share_the_scale_and_the_span_of_years_of_what_is_drawn() -> None:
    for address, values, span in (
        ({}, (0.0, 8.4), (2010, 2023)),
        ({"area": ["KZ-75"]}, (0.0, 15.0), (2010, 2023)),
        ({"years": "2015-2020"}, (0.0, 7.6), (2015, 2020)),
    ):
        drawn = page_cards("youth", **address)
        marks = [drawn[f"youth_{band}"].mark for band in LINES[:3]]
        assert {(mark.values, mark.span) for mark in marks} == {(values, span)}


def test_a_break_parts_the_line_of_the_oldest_band() -> None:
    mark = page_cards("youth")["youth_unemployment_29_34"].mark
    segments = dict(zip(mark.rows["time_period"], mark.rows["segment"], strict=True))
    assert segments[2022] != segments[2023]
    assert [item.time_period for item in mark.breaks] == [2023]


def test_skills_say_that_their_survey_ended() -> None:
    assert text("youth.skills_end", "en") in page_cards("youth")["youth_ict_graphics_15_24"].remarks


def test_the_years_chosen_limit_lines_and_findings() -> None:
    card = page_cards("youth", years="2014-2019")["youth_informal_16_24"]
    assert {point[1] for point in points(card.mark)} == set(range(2014, 2020))
    assert card.title == "Informal employment at 16–24 fell from 25.2% in 2015 to 15.6% in 2019"


def test_map_and_ranking_show_the_newest_year_that_the_years_allow() -> None:
    drawn = page_cards("youth", years="2010-2021")
    assert {point[1] for point in points(drawn["youth_map"].mark)} == {2021}
    assert {point[1] for point in points(drawn["youth_ranking"].mark)} == {2021}
    assert drawn["youth_map"].title == "10 of 17 regions lie above the country’s 5.0% (2021)"


def test_the_map_says_where_a_region_belonged_before_it_existed() -> None:
    rows = page_cards("youth", years="2010-2021")["youth_map"].mark.rows
    notes = dict(zip(rows["ref_area"], rows["note"], strict=True))
    assert notes["KZ-10"] == "part of East Kazakhstan until 2022"
    assert notes["KZ-47"] is None


def test_every_region_has_a_panel_to_the_newest_year_and_the_disputed_years_are_named() -> None:
    notes = page_cards("youth")["youth_regions"].remarks
    assert "No value for 2023" not in " ".join(notes)
    assert any(note.startswith("2010–2011, 2020, 2023: ") for note in notes)


def test_an_early_date_says_which_source_was_not_held() -> None:
    app = open_page("youth", as_of="2021-12-30")
    assert not app.exception
    assert "captured once, on 22 November 2026" in boards(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_has_its_words_in_the_readers_language(lang: str) -> None:
    drawn = page_cards("youth", lang=lang, by="sex")
    assert len(drawn) == 17
    assert all(card.title and card.subtitle and card.summary and card.source for card in drawn.values())


def test_every_card_can_be_presented_in_its_state() -> None:
    drawn = page_cards("youth", area=["KZ-47"], years="2012-2021", by="region", axis="free")
    assert drawn["youth_neet"].slide.code == "breakdown~area=KZ-47~by=region~series=neet_15_24~years=2012.2021"
    assert drawn["youth_regions"].slide.code == "multiples~area=KZ-47~axis=free~series=neet_15_24~years=2012.2021"
    assert drawn["youth_map"].slide.code == "map~area=KZ-47~series=neet_15_24~years=2012.2021"
    assert drawn["youth_ranking"].slide.code == "ranking~area=KZ-47~series=neet_15_24~years=2012.2021"
    assert all(card.slide for card in drawn.values())


def test_a_disputed_year_outside_the_years_shown_is_not_explained() -> None:
    whole, cut = page_cards("youth")["youth_neet"].remarks, page_cards("youth", years="2014-2020")["youth_neet"].remarks
    assert [note for note in whole if note.startswith("2010–2011, 2023: ")]
    assert not [note for note in cut if note.startswith(("From ", "20"))]
