"""Every kind of series, derived ones included, against values worked out from the publisher's own files."""

import duckdb
import pytest

from data.store import STORE
from queries.open_store import SEALED


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as connection:
        yield connection


# Reference, derivation, number of national values, first value since 2015, latest value and its year.
NATIONAL = [
    ("YE01", "published", 14, 7.9, 6.0, 2023),
    ("YE02", "slice", 11, 9.7, 5.8, 2022),
    ("YE03", "difference", 11, 3.7, 2.4, 2022),
    ("YE04", "difference", 11, 3.0, 2.1, 2022),
    ("YE05", "published", 14, 4.2, 3.8, 2023),
    ("YE09", "published", 12, 25.2, 16.2, 2023),
    ("YE11", "published", 11, 5.0, 1.9, 2023),
    ("YE12", "ratio", 5, 60.2, 69.2, 2023),
    ("YE13", "ratio", 6, 86.9, 88.0, 2023),
    ("YE14", "published", 14, 77.0, 49.8, 2023),
    ("YE15", "published", 5, 19.96, 27.1, 2019),
    ("WP01", "published", 14, 37.0, 41.2, 2023),
    ("WP04", "published", 14, 26.7, 18.4, 2023),
    ("WP06", "ratio", 6, 70.0, 80.5, 2023),
    ("WP07", "ratio", 6, 72.8, 89.2, 2023),
    ("WP08", "ratio", 6, 90.3, 82.5, 2023),
    ("WP10", "difference", 14, 1.5, 1.1, 2023),
    ("WP14", "slice", 9, 72.7, 94.3, 2023),
    ("CI01", "ratio", 6, 63.6, 65.3, 2023),
    ("CI02", "ratio", 6, 143.0, 156.3, 2023),
    ("CI04", "published", 13, 14.0, 12.0, 2023),
    ("CI05", "published", 14, 3.4, 3.1, 2023),
    ("RS04", "published", 14, 21.0, 23.9, 2023),
    ("RS09", "published", 11, 23.12, 40.03, 2022),
]


@pytest.mark.parametrize("case", NATIONAL, ids=lambda case: case[0])
def test_the_national_line_has_its_known_ends(store: duckdb.DuckDBPyConnection, case: tuple) -> None:
    reference, derivation, count, since, latest, year = case
    found = store.execute(
        """select
            any_value(series.derivation),
            count(*),
            arg_min(obs_value, time_period) filter (where time_period >= 2015),
            arg_max(obs_value, time_period),
            max(time_period)
        from series_value
        inner join series using (series_id)
        where reference = $reference and ref_area = 'KZ' and release = '2024-10-24'
            and series_value.sex = '_T' and series_value.urbanisation = '_T'""",
        {"reference": reference},
    ).fetchone()
    assert found[:2] == (derivation, count)
    assert found[2:4] == pytest.approx((since, latest), abs=0.06)
    assert found[4] == year


# Reference, year, number of regions, lowest and highest region with their values.
REGIONAL = [
    ("YE03", 2022, 20, "KZ-71", -0.2, "KZ-62", 10.4),
    ("YE12", 2023, 20, "KZ-23", 48.4, "KZ-59", 83.1),
    ("WP06", 2023, 20, "KZ-23", 58.2, "KZ-33", 107.4),
    ("RS02", 2023, 20, "KZ-59", 71.0, "KZ-23", 154.7),
    ("RS05", 2023, 20, "KZ-75", 0.0, "KZ-71", 27.19),
    ("RS06", 2023, 20, "KZ-61", 1.17, "KZ-75", 18.59),
    ("RS07", 2023, 20, "KZ-62", 0.0, "KZ-35", 56.0),
]


@pytest.mark.parametrize("case", REGIONAL, ids=lambda case: case[0])
def test_the_regions_span_their_known_range(store: duckdb.DuckDBPyConnection, case: tuple) -> None:
    reference, year, count, lowest, low, highest, high = case
    found = store.execute(
        """select count(*), arg_min(ref_area, obs_value), min(obs_value), arg_max(ref_area, obs_value), max(obs_value)
        from series_value
        inner join series using (series_id)
        where reference = $reference and time_period = $year and ref_area <> 'KZ' and release = '2024-10-24'
            and series_value.sex = '_T' and series_value.urbanisation = '_T'""",
        {"reference": reference, "year": year},
    ).fetchone()
    assert (found[0], found[1], found[3]) == (count, lowest, highest)
    assert (found[2], found[4]) == pytest.approx((low, high), abs=0.06)


def test_shares_of_the_regions_add_up_to_a_hundred_in_every_year_and_release(
    store: duckdb.DuckDBPyConnection,
) -> None:
    sums = store.execute(
        """select sum(obs_value) from series_value inner join series using (series_id)
        where derivation = 'share' group by series_id, series_value.release, time_period"""
    ).fetchall()
    assert len(sums) > 30
    assert [total for (total,) in sums] == pytest.approx([100] * len(sums))


def test_a_region_that_lost_territory_begins_a_new_segment(store: duckdb.DuckDBPyConnection) -> None:
    segments = store.execute(
        """select time_period, segment, obs_status from series_value
        where series_id = 'unemployment_total' and ref_area = 'KZ-63' and release = '2024-10-24'
            and sex = '_T' and urbanisation = '_T' and time_period in (2021, 2022, 2023) order by time_period"""
    ).fetchall()
    (year_before, old, _), (_, new, marked), (_, same, unmarked) = segments
    assert year_before == 2021
    assert (new, same, marked, unmarked) == (old + 1, old + 1, "B", "A")


def test_a_region_that_lost_nothing_stays_in_one_segment(store: duckdb.DuckDBPyConnection) -> None:
    segments = store.execute(
        """select distinct segment from series_value
        where series_id = 'unemployment_16_24' and ref_area = 'KZ-47' and release = '2024-10-24'"""
    ).fetchall()
    assert segments == [(0,)]


def test_a_derived_value_of_a_repaired_figure_says_so(store: duckdb.DuckDBPyConnection) -> None:
    status = store.execute(
        """select obs_status from series_value
        where series_id = 'neet_gap_sex_15_24' and ref_area = 'KZ-47' and time_period = 2021
            and release = '2024-10-24'"""
    ).fetchall()
    assert status == [("S",)]


def test_a_year_left_out_of_a_series_has_no_value(store: duckdb.DuckDBPyConnection) -> None:
    values = store.execute(
        "select count(*) from series_value inner join series using (series_id) "
        "where reference = 'YE12' and time_period = 2021"
    ).fetchone()
    assert values == (0,)
