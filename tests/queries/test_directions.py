"""Which way is better: the direction of a series, and for parity the distance from it on either side."""

from __future__ import annotations

import pytest

from tests.queries.conftest import Compute


@pytest.mark.parametrize(
    ("better", "worse", "direction", "transform"),
    [
        ("2", "1", "increase", "none"),
        ("1", "2", "decrease", "none"),
        ("60", "30", "increase", "share_50"),
        ("45", "60", "increase", "share_50"),
        ("1.1", "0.8", "increase", "parity_ratio"),
        ("0.95", "1.2", "increase", "parity_ratio"),
        ("95", "120", "increase", "parity_percent"),
        ("108.3", "89.2", "increase", "parity_percent"),
        ("-1", "2", "decrease", "absolute_gap"),
    ],
)
def test_the_better_of_two_values(compute: Compute, better: str, worse: str, direction: str, transform: str) -> None:
    asked = "goodness({}::double, '{}', '{}')"
    assert compute(f"{asked.format(better, direction, transform)} > {asked.format(worse, direction, transform)}")


@pytest.mark.parametrize(
    ("one", "other", "transform"),
    [
        ("0.8", "1.25", "parity_ratio"),
        ("80", "125", "parity_percent"),
        ("40", "60", "share_50"),
        ("2", "-2", "absolute_gap"),
    ],
)
def test_either_side_of_parity_is_missed_alike(compute: Compute, one: str, other: str, transform: str) -> None:
    first, second = (compute(f"goodness({value}::double, 'increase', '{transform}')") for value in (one, other))
    assert first == pytest.approx(second)


def test_without_a_direction_nothing_is_better(compute: Compute) -> None:
    assert compute("goodness(5::double, 'none', 'none')") is None


@pytest.mark.parametrize(
    ("unit", "kind", "additive", "sized"),
    [("M_USD", "money", "false", True), ("UNITS", "count", "true", True), ("CON_PPP_USD", "money", "false", False),
     ("NUMBER", "count", "false", False), ("PT", "percent", "null", False)],
)  # fmt: skip
def test_what_grows_with_the_country_is_not_ranked(
    compute: Compute, unit: str, kind: str, additive: str, sized: bool
) -> None:
    assert compute(f"is_sized('{unit}', '{kind}', {additive}::boolean)") is sized
