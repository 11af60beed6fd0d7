import pytest


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("female_share(620, 380)", 62.0),
        ("parity_index(40, 50)", 0.8),
        ("parity_index(50, 40)", 1.25),
        ("adjusted_parity_index(40, 50)", 0.8),
        ("adjusted_parity_index(50, 40)", 1.2),
        ("gap_points(5.8, 3.4)", 2.4),
        ("parity_index(5.8, 3.4)", 1.706),
        ("adjusted_parity_index(5.8, 3.4)", 1.414),
        ("relative_gap(270, 360)", 25.0),
        ("adjusted_parity_index(1.03, 1)", 1.0291),
    ],
)
def test_gender_measure_gives_the_worked_value(compute, expression, expected):
    assert compute(expression) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("ratio", "band"), [(0.969, "women_lower"), (0.97, "parity"), (1.03, "parity"), (1.0301, "women_higher")]
)
def test_parity_band_includes_its_edges(compute, ratio, band):
    assert compute(f"parity_band({ratio}::double)") == band


def test_a_higher_neet_rate_of_women_puts_men_ahead(compute):
    assert compute("who_is_ahead(5.8, 3.4, -1)") == "men_ahead"


def test_a_higher_rate_without_a_better_direction_is_only_called_higher(compute):
    assert compute("who_is_ahead(5.8, 3.4, 0)") == "women_higher"


def test_measures_of_nobody_are_null_and_not_an_error(compute):
    assert compute("female_share(0, 0)") is None
    assert compute("parity_index(3, 0)") is None


def test_wilson_interval_of_half_in_a_hundred_is_forty_to_sixty(compute):
    assert compute("wilson_interval(0.5, 100).low") == pytest.approx(0.403832, abs=1e-6)
    assert compute("wilson_interval(0.5, 100).high") == pytest.approx(0.596168, abs=1e-6)
