import pytest

TARGET = {"target_value": 60.0, "target_year": 2030, "target_kind": "un_text"}
RISING = {2015: 40.0, 2018: 42.0, 2021: 45.0, 2023: 46.0}


@pytest.mark.parametrize(
    ("points", "settings", "reason"),
    [
        ({}, TARGET, "no_data"),
        ({2023: 46.0}, TARGET, "insufficient_points"),
        ({2010: 30.0, 2012: 33.0}, TARGET, "before_base_year"),
        (RISING, TARGET | {"strength": "C", "measures": "context"}, "context_only"),
        (RISING, {"direction": "none"}, "no_direction"),
        (RISING, TARGET | {"yearly_flow": True}, "yearly_flow"),
        (RISING, {"unit": "M_TNG"}, "current_prices"),
        (RISING, {"prices": "current"}, "current_prices"),
        (RISING, TARGET | {"target_year": 2020}, "target_year_past"),
        ({2015: 0.0, 2023: 2.0}, TARGET, "zero_or_sign_change"),
        ({2015: -3.0, 2023: 2.0}, TARGET, "zero_or_sign_change"),
        ({2015: 8.0, 2023: 5.0}, TARGET | {"target_value": 0.0, "direction": "decrease"}, "zero_or_sign_change"),
    ],
)
def test_no_status_is_given_and_the_reason_is_named(headlines, points, settings, reason):
    headlines.add("s", points, **settings)
    judged = headlines.judge("s")
    assert (judged["status"], judged["reason"], judged["score"], judged["ruling"]) == (
        "not_assessed",
        reason,
        None,
        "na",
    )


def test_a_break_moves_the_base_to_the_first_year_after_it(headlines):
    headlines.add("s", RISING, segments={2021: 1, 2023: 1}, **TARGET)
    judged = headlines.judge("s")
    assert judged["base_year"] == 2021
    assert judged["growth"] == pytest.approx((46 / 45) ** 0.5 - 1)
    assert "rebased_after_break" in judged["evidence"]


def test_a_break_that_leaves_one_point_is_not_assessed(headlines):
    headlines.add("s", RISING, segments={2023: 1}, **TARGET)
    assert headlines.judge("s")["reason"] == "series_break"


def test_all_reasons_are_listed_not_only_the_first(headlines):
    headlines.add("s", {2019: 43.0}, strength="C", measures="context", yearly_flow=True, **TARGET)
    assert headlines.judge("s")["reasons"] == ["context_only", "yearly_flow", "insufficient_points"]


def test_a_series_without_a_status_still_shows_which_way_it_moved(headlines):
    headlines.add("s", RISING, strength="C", measures="context", **TARGET)
    assert headlines.judge("s")["trend"] == "improving"


def test_a_missing_base_year_is_replaced_by_the_next_one_and_flagged(headlines):
    headlines.add("s", {2014: 38.0, 2017: 41.0, 2023: 46.0}, **TARGET)
    judged = headlines.judge("s")
    assert (judged["base_year"], judged["n_points"]) == (2017, 2)
    assert {"later_base_year", "low_evidence"} <= set(judged["evidence"])


@pytest.mark.parametrize("kind", ["un_text", "un_agreed", "national", "project"])
def test_a_number_set_by_others_can_be_on_track(headlines, kind):
    headlines.add("s", {2015: 40.0, 2018: 46.0, 2023: 52.0}, **(TARGET | {"target_kind": kind}))
    judged = headlines.judge("s")
    assert (judged["judged_as"], judged["status"]) == ("target", "substantial_progress")


def test_our_reading_gives_a_distance_and_a_direction_and_never_a_pace(headlines):
    headlines.add("s", {2015: 40.0, 2018: 46.0, 2023: 52.0}, **(TARGET | {"target_kind": "our_reading"}))
    judged = headlines.judge("s")
    assert (judged["judged_as"], judged["status"], judged["distance"]) == ("reading", "intended_fast", 8.0)
    assert (judged["target"], judged["gap_closed"], judged["escap_csi"], judged["sdsn"]) == (None, None, None, None)


def test_our_reading_that_is_met_says_so(headlines):
    headlines.add("s", {2015: 40.0, 2023: 61.0}, **(TARGET | {"target_kind": "our_reading"}))
    assert headlines.judge("s")["status"] == "level_reached"


@pytest.mark.parametrize(
    ("latest", "status"),
    [
        (45.1, "intended_fast"),
        (42.0, "intended_slow"),
        (40.5, "standing_still"),
        (40.0, "standing_still"),
        (39.9, "against"),
    ],
)
def test_a_direction_alone_has_words_of_its_own(headlines, latest, status):
    headlines.add("s", {2015: 40.0, 2023: latest})
    assert headlines.judge("s")["status"] == status


def test_no_method_says_on_track_of_a_direction(headlines):
    headlines.add("s", {2015: 40.0, 2023: 50.0})
    judged = headlines.judge("s")
    assert [judged[method] for method in ("open_sdg", "unsd2022", "un2023", "eurostat")] == [
        "substantial_progress", "on_track", "met_or_on_track", "significant_progress",
    ]  # fmt: skip
    assert {status for _, status in headlines.said("s")} == {"intended_fast", None}


def test_an_official_indicator_is_judged_whatever_its_link_and_says_that_it_describes_the_country(headlines):
    headlines.add("s", RISING, strength="C", **TARGET)
    judged = headlines.judge("s")
    assert (judged["status"], "whole_country" in judged["evidence"]) == ("moderate_progress", True)


def test_a_proxy_is_judged_though_it_is_no_official_indicator(headlines):
    headlines.add("s", RISING, strength="B", measures="context")
    judged = headlines.judge("s")
    assert (judged["status"], judged["evidence"]) == ("intended_fast", [])


def test_a_target_for_another_population_leaves_the_direction(headlines):
    headlines.add("s", RISING, **(TARGET | {"target_comparable": False}))
    judged = headlines.judge("s")
    assert (judged["judged_as"], judged["status"], judged["target"]) == ("direction", "intended_fast", None)
    assert "target_not_comparable" in judged["evidence"]


def test_one_point_has_neither_a_baseline_nor_a_change(headlines):
    headlines.add("s", {2023: 46.0}, **TARGET)
    judged = headlines.judge("s")
    assert (judged["base_year"], judged["base_value"], judged["change"], judged["trend"]) == (None, None, None, None)
    assert (judged["year"], judged["value"]) == (2023, 46.0)


def test_figures_that_end_early_are_judged_as_they_could_be_judged_then(headlines):
    headlines.add("s", {2015: 40.0, 2019: 43.0}, **TARGET)
    assert headlines.judge("s")["status"] == "moderate_progress"


def test_women_behind_and_women_ahead_are_equally_far_from_parity(headlines):
    given = {"transform": "parity_percent", "target_value": 100.0, "target_year": 2030, "target_kind": "un_text"}
    headlines.add("behind", {2015: 80.0, 2023: 90.0}, **given)
    headlines.add("ahead", {2015: 125.0, 2023: 10000 / 90}, **given)
    behind, ahead = headlines.judge("behind"), headlines.judge("ahead")
    assert behind["progress_value"] == pytest.approx(ahead["progress_value"])
    assert behind["status"] == ahead["status"] == "substantial_progress"


def test_a_past_target_year_can_still_be_met(headlines):
    headlines.add("s", RISING, **(TARGET | {"target_value": 45.0, "target_year": 2020}))
    assert headlines.judge("s")["status"] == "target_achieved"
