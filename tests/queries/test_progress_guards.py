import pytest

TARGET = {"target_value": 60.0, "target_year": 2030, "target_kind": "sdg_text"}
RISING = {2015: 40.0, 2018: 42.0, 2021: 45.0, 2023: 46.0}


@pytest.mark.parametrize(
    ("points", "settings", "reason"),
    [
        ({}, TARGET, "no_data"),
        ({2023: 46.0}, TARGET, "insufficient_points"),
        ({2010: 30.0, 2012: 33.0}, TARGET, "stale"),
        ({2015: 40.0, 2019: 43.0}, TARGET, "stale"),
        (RISING, TARGET | {"strength": "C"}, "strength_c"),
        (RISING, TARGET | {"target_comparable": False}, "target_not_comparable"),
        (RISING, {"direction": "none"}, "no_direction"),
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
    headlines.add("s", {2019: 43.0}, strength="C", **TARGET)
    assert set(headlines.judge("s")["reasons"]) == {"strength_c", "stale", "insufficient_points"}


def test_a_series_without_a_status_still_shows_which_way_it_moved(headlines):
    headlines.add("s", RISING, strength="C", **TARGET)
    assert headlines.judge("s")["trend"] == "improving"


def test_a_missing_base_year_is_replaced_by_the_next_one_and_flagged(headlines):
    headlines.add("s", {2014: 38.0, 2017: 41.0, 2023: 46.0}, **TARGET)
    judged = headlines.judge("s")
    assert (judged["base_year"], judged["n_points"]) == (2017, 2)
    assert {"later_base_year", "low_evidence"} <= set(judged["evidence"])


def test_a_parity_reading_is_flagged_as_our_reading(headlines):
    headlines.add("s", RISING, **(TARGET | {"target_kind": "parity"}))
    assert "target_is_our_reading" in headlines.judge("s")["evidence"]


def test_a_past_target_year_can_still_be_met(headlines):
    headlines.add("s", RISING, **(TARGET | {"target_value": 45.0, "target_year": 2020}))
    assert headlines.judge("s")["status"] == "target_achieved"
