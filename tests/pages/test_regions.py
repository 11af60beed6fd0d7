"""The regions page without a browser: what it says equals what the queries answer."""

from __future__ import annotations

import random

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.words.language import LANGUAGES, format_number, messages
from queries import run
from tests.pages.drawn import boards, open_page, page_cards

NOW = "2026-11-22"


def words_of(app: AppTest) -> str:
    return " ".join(block.value for block in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", ["j", "jmr", "r"])
def test_the_lead_says_the_range_and_the_chosen_definition(section: str, lang: str) -> None:
    app = open_page("regions", lang=lang, section=section)
    assert not app.exception
    rows = run("region_range", as_of=NOW).set_index("activity")
    chosen = rows.loc[f"ISIC4_{section.upper()}"]
    for value in (chosen.lowest_jobs, chosen.highest_jobs, chosen.jobs_outside):
        assert format_number(value, 0, lang) in words_of(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_picture_has_three_shares_of_every_region_and_no_value_added_of_the_arts_in_its_title(
    lang: str,
) -> None:
    shown = page_cards("regions", lang=lang, section="r")["regions_work"]
    assert len(shown.mark.rows) == 20
    assert set(shown.mark.parts) == {"jobs", "value_added", "residents"}
    assert "value" not in shown.claim.values
    assert "value" in page_cards("regions", lang=lang, section="j")["regions_work"].claim.values


def test_two_regions_are_read_side_by_side() -> None:
    shown = page_cards("regions", area=["KZ-43", "KZ-47"])
    assert {"regions_place_KZ-43", "regions_place_KZ-47"} <= set(shown)
    assert len(shown["regions_place_KZ-43"].rows) == 4


@pytest.mark.parametrize("measure", ["jobs", "share", "weight", "quotient", "neet_15_24", "rd_expenditure"])
@pytest.mark.parametrize("geo", ["published", "CG17", "CG16"])
def test_every_measure_is_shown_in_every_set_of_borders(measure: str, geo: str) -> None:
    shown = page_cards("regions", rate=measure, geo=geo)
    assert len(shown) == 9
    mark = shown["regions_map"].mark
    assert len(set(mark.rows["time_period"])) == 1
    assert {"published": 20, "CG17": 17, "CG16": 16}[geo] == len(set(mark.rows["ref_area"]))


def test_the_map_has_all_years_and_both_forms_behind_its_controls() -> None:
    card = page_cards("regions", year="2016", form="tiles", rate="share")["regions_map"]
    assert set(card.alternatives) == {"map", "tiles"}
    assert set(card.mark.rows["time_period"]) == {2016}
    assert {2014, 2025} <= set(card.reach.mark.rows["time_period"])
    assert "KZ-61" not in card.mark.rows["ref_area"]
    assert "KZ-YUZ" in card.mark.rows["ref_area"]


def test_a_region_chosen_before_it_existed_is_marked_by_the_outline_it_was_part_of() -> None:
    assert page_cards("regions", area="KZ-62", year="2016")["regions_map"].mark.chosen == ("KZ-62",)
    assert page_cards("regions", area="KZ-62", year="2016", geo="CG16")["regions_map"].mark.chosen == ("KZ-35",)


def test_five_random_regions_have_a_profile_of_three_sentences_from_the_query() -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    areas = run("areas", lang="en")
    today = areas[areas["kind"].isin(["oblast", "city"]) & areas["valid_to"].isna()]
    for row in today.sample(5, random_state=seed).itertuples():
        app = open_page("regions", area=row.ref_area)
        words = words_of(app)
        assert f"{row.name}: what stands out" in words, f"seed {seed}"
        profile = run("region_profile", ref_area=row.ref_area, as_of=NOW, sex="_T", urbanisation="_T")
        best = profile[[("strongest" in codes) for codes in profile["highlight"]]].iloc[0]
        assert format_number(best["obs_value"], int(best["decimals"]), "en") in words, f"seed {seed}"


def test_a_year_of_another_measure_moves_to_the_nearest_year_without_a_notice() -> None:
    app = open_page("regions", rate="neet_15_24", year="2025")
    assert [box.value for box in app.warning] == []
    assert app.slider[0].value == 2023


def test_a_year_that_only_another_section_lacks_is_shown_without_a_notice() -> None:
    app = open_page("regions", year="2015")
    assert [box.value for box in app.warning] == []
    assert app.slider[0].value == 2015


def test_a_year_that_no_measure_can_have_is_named_in_a_notice() -> None:
    app = open_page("regions", year="215")
    assert "215" in app.warning[0].value
    assert app.slider[0].value == 2025


def test_the_page_says_that_value_added_was_not_held_at_an_earlier_date() -> None:
    app = open_page("regions", as_of="2024-10-24")
    assert not app.exception
    assert "captured once, on 31 August 2026" in boards(app)


def test_every_caveat_and_course_has_words() -> None:
    known = messages()
    codes = (
        "count_not_rate",
        "few_regions",
        "series_restarts",
        "repaired_value",
        "provisional_value",
        "old_value",
        "level_with_country",
        "context_only",
    )
    assert all(f"regions.caveat_{code}" in known for code in codes)
