"""How much a status hangs on its first and last year: counted over every choice within one segment."""

from __future__ import annotations

from tests.queries.conftest import Headlines

STEADY = {2015 + step: 50 * 1.02**step for step in range(8)}
TARGET = {"target_value": 60.0, "target_year": 2030, "target_kind": "un_text"}


def test_a_steady_rise_holds_in_every_choice(headlines: Headlines) -> None:
    headlines.add("s", STEADY)
    held = headlines.robustness("s")
    assert (held["n_holding"], held["n_choices"]) == (28, 28)
    assert (held["is_short"], held["is_fragile"], held["turned_year"]) == (False, False, None)


def test_a_status_that_a_last_year_alone_makes_is_fragile_and_has_turned_then(headlines: Headlines) -> None:
    headlines.add("s", {year: 50.0 for year in range(2015, 2022)} | {2022: 60.0})
    held = headlines.robustness("s")
    assert (held["n_holding"], held["n_choices"]) == (7, 28)
    assert (held["is_fragile"], held["turned_year"]) == (True, 2022)


def test_half_of_the_choices_is_enough(headlines: Headlines) -> None:
    headlines.add("s", {2015: 50.0, 2016: 50.0, 2017: 50.0, 2018: 50.0, 2019: 60.0, 2020: 70.0, 2021: 80.0})
    held = headlines.robustness("s")
    assert (held["n_holding"], held["n_choices"], held["is_fragile"]) == (15, 21, False)


def test_fewer_than_six_years_are_too_short_to_test(headlines: Headlines) -> None:
    headlines.add("five", {year: STEADY[year] for year in range(2015, 2020)})
    headlines.add("six", {year: STEADY[year] for year in range(2015, 2021)})
    five, six = headlines.robustness("five"), headlines.robustness("six")
    assert (five["is_short"], five["n_choices"], five["n_holding"], five["is_fragile"]) == (True, None, None, False)
    assert (six["is_short"], six["n_choices"], six["n_holding"]) == (False, 15, 15)


def test_no_choice_reaches_across_a_break_or_before_the_baseline(headlines: Headlines) -> None:
    headlines.add("broken", STEADY | {2014: 90.0}, segments={year: 1 for year in range(2017, 2023)})
    assert headlines.robustness("broken")["n_choices"] == 15
    headlines.add("before", STEADY | {2014: 90.0, 2013: 95.0})
    assert headlines.robustness("before")["n_choices"] == 28


def test_a_status_on_which_most_methods_disagree_is_fragile(headlines: Headlines) -> None:
    headlines.add("half", {2015 + step: 50 * 1.011**step for step in range(8)})
    judged, held = headlines.judge("half"), headlines.robustness("half")
    assert (judged["methods_agreeing"], judged["methods_ruling"], held["is_fragile"]) == (2, 4, False)
    headlines.add("alone", {2015 + step: 90 * 1.00584**step for step in range(8)}, natural_limit=100.0)
    judged, held = headlines.judge("alone"), headlines.robustness("alone")
    assert (judged["methods_agreeing"], judged["methods_ruling"]) == (1, 4)
    assert (held["n_holding"], held["n_choices"], held["is_fragile"]) == (28, 28, True)


def test_a_target_is_asked_of_every_choice_anew(headlines: Headlines) -> None:
    headlines.add("s", STEADY, **TARGET)
    held = headlines.robustness("s")
    assert (held["n_holding"], held["n_choices"], held["is_fragile"]) == (28, 28, False)


def test_what_is_not_assessed_is_not_tested(headlines: Headlines) -> None:
    headlines.add("s", STEADY, yearly_flow=True)
    assert headlines.robustness("s") is None
