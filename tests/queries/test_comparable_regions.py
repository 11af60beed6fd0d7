"""Regions that were split, put together again: counts summed, rates weighted, nothing averaged by guess."""

from pathlib import Path

import pytest

from queries import sql_text

ROOT = Path(__file__).resolve().parents[2]
QUESTION = sql_text("comparable_regions")
# NEET rates of 2022 and, as a stand-in denominator, the population of August 2022 in thousands.
RATES = {"KZ-19": 6.1, "KZ-33": 3.5, "KZ-63": 4.9, "KZ-10": 4.2, "KZ-35": 6.5, "KZ-62": 8.7}
PEOPLE = {"KZ-19": 1492.0, "KZ-33": 699.0, "KZ-63": 731.3, "KZ-10": 610.7, "KZ-35": 1134.0, "KZ-62": 221.0}


@pytest.fixture
def ask(headlines):
    """Ask for the groups of CG17 in a store that holds the given values of one series."""
    connection = headlines.connection
    for table, file in (("area", "areas.csv"), ("area_group", "area_groups.csv")):
        path = str(ROOT / "data" / "catalogue" / file)
        connection.execute(f"insert into {table} by name select * from read_csv($path, header = true)", {"path": path})
    connection.execute((ROOT / "queries" / "views" / "observation.sql").read_text(encoding="utf-8"))
    connection.execute((ROOT / "queries" / "views" / "series_weight.sql").read_text(encoding="utf-8"))

    def groups(values, *, year=2022, weights=None, additive=False):
        headlines.add("s", {}, additive=additive)
        given = "('s', ?, '_T', '_T', ?, ?, 'A', 'PT', 0, '2024-10-24', 's', null, null, null)"
        row = f"insert into series_value values {given}"
        for area, value in values.items():
            connection.execute(row, [area, year, value])
        weight = "insert into series_weight values ('s', 's', '2024-10-24', ?, ?, '_T', '_T', ?)"
        for area, value in (weights or {}).items():
            connection.execute(weight, [area, year, value])
        given = {"series_id": "s", "as_of": "2026-11-22", "scheme": "CG17", "sex": "_T", "urbanisation": "_T"}
        return connection.execute(QUESTION, given).df().set_index("region")

    return groups


@pytest.mark.parametrize(
    ("group", "expected"), [("CG-ALMATY", 5.270516), ("CG-EAST", 4.581453), ("CG-KARAGANDA", 6.858819)]
)
def test_rates_are_weighted_by_their_denominator(ask, group, expected):
    answer = ask(RATES, weights=PEOPLE)
    assert answer.obs_value[group] == pytest.approx(expected, abs=5e-7)
    assert answer.method[group] == "weighted"


def test_rates_without_a_denominator_give_no_value_and_the_reason(ask):
    answer = ask(RATES)
    assert (answer.obs_value["CG-ALMATY"], answer.reason["CG-ALMATY"]) == (
        pytest.approx(float("nan"), nan_ok=True),
        "no_weight",
    )


def test_a_denominator_that_misses_one_member_is_no_denominator(ask):
    answer = ask(RATES, weights={area: people for area, people in PEOPLE.items() if area != "KZ-33"})
    assert answer.reason["CG-ALMATY"] == "no_weight"
    assert answer.method["CG-EAST"] == "weighted"


def test_counts_are_summed(ask):
    answer = ask({"KZ-19": 300.0, "KZ-33": 700.0}, additive=True)
    assert (answer.obs_value["CG-ALMATY"], answer.method["CG-ALMATY"]) == (1000.0, "summed")


def test_a_missing_member_leaves_the_group_without_a_value(ask):
    answer = ask({"KZ-19": 300.0}, additive=True)
    assert answer.reason["CG-ALMATY"] == "member_missing"


def test_a_parent_before_its_split_stands_for_the_group(ask):
    answer = ask({"KZ-19": 3.7}, year=2021)
    assert (answer.obs_value["CG-ALMATY"], answer.method["CG-ALMATY"]) == (3.7, "published")
