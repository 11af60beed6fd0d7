import pytest

from tests.queries.conftest import opened_headlines

# One up-good series through every method: 40 in 2015 to 46 in 2023, target 60 in 2030.
A_POINTS = {2015: 40.0, 2017: 41.0, 2018: 42.0, 2019: 43.0, 2021: 45.0, 2023: 46.0}
A_TARGET = {"target_value": 60.0, "target_year": 2030, "target_kind": "un_text"}


@pytest.fixture(scope="module")
def a():
    with opened_headlines() as headlines:
        headlines.add("a", A_POINTS, **A_TARGET)
        return headlines.judge("a")


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("growth", 0.0176237),
        ("required_growth", 0.0273997),
        ("progress_value", 0.643210),
        ("score", 0.308686),
        ("ratio", 0.643210),
        ("un_progress", 0.599193),
        ("csi", 3.0),
        ("pace", 5.333333),
        ("predicted", 51.790747),
        ("anticipated_gap", 41.046264),
        ("yearly_ratio", 0.6),
        ("gap_closed", 30.0),
        ("time_elapsed", 53.333333),
    ],
)
def test_fixture_a_gives_the_worked_value(a, column, expected):
    assert a[column] == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("method", "status"),
    [
        ("status", "moderate_progress"),
        ("unsd2022", "fair_progress"),
        ("un2023", "fair_progress"),
        ("eurostat", "moderate_progress"),
        ("escap_csi", "behind"),
        ("escap_api", "accelerate"),
        ("sdsn", "moderately_improving"),
    ],
)
def test_fixture_a_is_judged_as_published(a, method, status):
    assert a[method] == status


def test_all_seven_methods_agree_on_fixture_a(a):
    assert (a["methods_agreeing"], a["methods_ruling"], a["ruling"]) == (7, 7, "too_slow")


def test_a_bounded_share_is_predicted_on_the_logit_scale(headlines):
    headlines.add("a", A_POINTS, natural_limit=100, **A_TARGET)
    judged = headlines.judge("a")
    assert judged["predicted"] == pytest.approx(51.903756, abs=5e-7)
    assert judged["anticipated_gap"] == pytest.approx(40.481222, abs=5e-7)


def test_a_falling_rate_that_nearly_halves_is_on_track_everywhere(headlines):
    target = {"target_value": 7.25, "target_year": 2030, "target_kind": "un_text"}
    headlines.add("poverty", {2015: 14.5, 2023: 10.2}, direction="decrease", **target)
    judged = headlines.judge("poverty")
    assert judged["progress_value"] == pytest.approx(0.952590, abs=5e-7)
    assert judged["score"] == pytest.approx(2.518556, abs=5e-7)
    assert judged["un_progress"] == pytest.approx(0.965834, abs=5e-7)
    assert judged["csi"] == pytest.approx(5.931034, abs=5e-7)
    assert (judged["status"], judged["unsd2022"], judged["un2023"]) == (
        "substantial_progress", "on_track", "met_or_on_track",
    )  # fmt: skip


def test_without_a_target_growth_alone_is_judged(headlines):
    headlines.add("share", {2015: 59.0, 2023: 62.0})
    judged = headlines.judge("share")
    assert judged["growth"] == pytest.approx(0.006219, abs=5e-7)
    assert judged["score"] == pytest.approx(0.304719, abs=5e-7)
    assert (judged["open_sdg"], judged["eurostat"], judged["unsd2022"], judged["un2023"]) == (
        "moderate_progress", "moderate_progress", "fair_progress", "fair_progress",
    )  # fmt: skip
    assert (judged["escap_csi"], judged["sdsn"]) == (None, None)


def test_a_natural_ceiling_lowers_the_thresholds(headlines):
    headlines.add("coverage", {2015: 90.0, 2021: 93.2}, natural_limit=100)
    judged = headlines.judge("coverage")
    assert judged["factor"] == pytest.approx(0.373622, abs=5e-7)
    assert judged["score"] == pytest.approx(2.815387, abs=5e-7)
    assert judged["open_sdg"] == "substantial_progress"


def test_a_target_met_and_lost_is_a_deterioration_under_every_ratio_method(headlines):
    target = {"target_value": 95.0, "target_year": 2030, "target_kind": "un_text"}
    headlines.add("benefits", {2015: 100.0, 2018: 99.0, 2023: 94.3}, **target)
    judged = headlines.judge("benefits")
    assert judged["progress_value"] == pytest.approx(-2.141153, abs=5e-7)
    assert (judged["status"], judged["score"]) == ("deterioration", -5)
    assert (judged["unsd2022"], judged["un2023"]) == ("deterioration", "stagnation_or_regression")
    assert (judged["eurostat"], judged["sdsn"]) == ("movement_away", "decreasing")
    assert judged["escap_api"] == "reverse"


def test_a_base_on_the_target_that_worsened_is_a_deterioration_without_a_ratio(headlines):
    target = {"target_value": 1.0, "target_year": 2030, "target_kind": "un_text"}
    headlines.add("ratio", {2015: 1.0, 2023: 1.1}, direction="decrease", **target)
    judged = headlines.judge("ratio")
    assert (judged["progress_value"], judged["status"], judged["score"]) == (None, "deterioration", -5)


def test_a_base_on_the_target_that_stays_is_achieved(headlines):
    headlines.add("fuels", {2015: 100.0, 2023: 100.0}, target_value=100.0, target_year=2030, target_kind="un_agreed")
    judged = headlines.judge("fuels")
    assert (judged["progress_value"], judged["status"], judged["score"]) == (None, "target_achieved", 5)


@pytest.mark.parametrize(
    ("points", "transform", "target", "ratio"),
    [
        ({2015: 0.80, 2023: 0.88}, "parity_ratio", 1.0, 0.802044),
        ({2015: 40.0, 2023: 44.0}, "share_50", 50.0, 0.710776),
        ({2015: 40.0, 2023: 44.0}, "none", 50.0, 0.799671),
        ({2015: 52.0, 2023: 58.0}, "share_50", 50.0, -5.263),
    ],
)
def test_transforms_for_middle_targets_give_the_worked_ratio(headlines, points, transform, target, ratio):
    headlines.add("m", points, transform=transform, target_value=target, target_year=2030, target_kind="un_text")
    assert headlines.judge("m")["progress_value"] == pytest.approx(ratio, abs=5e-4)


def test_the_status_index_of_a_parity_ratio_counts_the_untransformed_distance(headlines):
    given = {"transform": "parity_ratio", "target_value": 1.0, "target_year": 2030, "target_kind": "un_text"}
    headlines.add("parity", {2015: 0.80, 2023: 0.88}, **given)
    assert headlines.judge("parity")["csi"] == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("0, 2015, 2, 2023, 10, 2030, 1", 1.870616),
        ("8, 2015, 5, 2023, 0, 2030, -1", 0.126593),
        ("-10, 2015, -6, 2023, -2, 2030, 1", 0.607993),
    ],
)
def test_the_published_formula_gives_the_worked_ratio_at_the_edges(compute, arguments, expected):
    assert compute(f"open_sdg_value({arguments})") == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(("base", "value", "target", "csi"), [(0, 2, 10, 2.0), (8, 5, 0, 3.75)])
def test_the_status_index_needs_no_stand_in_for_zero(compute, base, value, target, csi):
    assert compute(f"escap_csi({base}, {value}, {target}, {1 if target else -1})") == pytest.approx(csi)


def test_reaching_the_upper_flip_value_next_year_changes_the_status(headlines, a):
    headlines.add("b", A_POINTS | {2024: a["flip_up_value"] + 1e-9}, **A_TARGET)
    assert headlines.judge("b")["status"] == "substantial_progress"


def test_falling_below_the_lower_flip_value_next_year_changes_the_status(headlines, a):
    headlines.add("b", A_POINTS | {2024: a["flip_down_value"] - 1e-9}, **A_TARGET)
    assert headlines.judge("b")["status"] == "limited_progress"
