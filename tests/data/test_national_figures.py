"""What the national platform said, release by release, read back from the store of real figures."""

import duckdb
import pytest

from data.store import STORE
from queries.open_store import SEALED

NATIONAL = "source_id = 'kazstat_sdg'"


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as connection:
        yield connection


def one(store: duckdb.DuckDBPyConnection, where: str, columns: str = "obs_value") -> tuple:
    (row,) = store.execute(f"select {columns} from observation where {NATIONAL} and {where}").fetchall()
    return row


# Indicator, series, area, residence, year: what stood there on 30 December 2021, and what stands there since 2024.
REVISED = [
    ("1.a.2", "_L_KZ_010a02_1A", "KZ", "_T", 2010, 4.7, 4.9),
    ("1.a.2", "_L_KZ_010a02_1A", "KZ", "_T", 2019, 3.1, 3.2),
    ("4.4.1.1", "", "KZ", "_T", 2017, 77.06127316295265, 77.1),
    ("1.2.1", "", "KZ", "U", 2016, 1.3, 1.2),
    ("5.2.1.1", "", "KZ", "_T", 2019, -32.2, -32.1),
]


@pytest.mark.parametrize(("as_of", "position"), [("2021-12-30", 0), ("2022-06-01", 0), ("2026-11-22", 1)])
@pytest.mark.parametrize("cell", REVISED, ids=lambda cell: f"{cell[0]} {cell[4]}")
def test_a_revised_value_is_what_the_platform_said_then(
    store: duckdb.DuckDBPyConnection, cell: tuple, as_of: str, position: int
) -> None:
    indicator, series, area, residence, year, *said = cell
    where = f"""indicator = '{indicator}' and series_code = '{series}' and ref_area = '{area}'
        and urbanisation = '{residence}' and time_period = {year} and sex = '_T' and age = '_T'
        and release = release_as_of(source_id, date '{as_of}')"""
    assert one(store, where) == (said[position],)


@pytest.mark.parametrize(
    ("indicator", "line", "expected"),
    [
        ("8.6.1", 2, ("KZ", "_T", "_T", "_T", 2010, 5.7, "PT")),
        ("8.6.1", 1116, ("KZ", "_T", "_T", "_T", 2023, 6.0, "PT")),
        ("8.5.1", 2, ("KZ", "_T", "_T", "_T", 2014, 837.0, "TNG_PER_HOUR")),
        ("8.9.1", 2, ("KZ", "_T", "_T", "_T", 2010, 1.2, "PT_GDP")),
    ],
)
def test_a_cell_of_the_newest_release_is_stored_as_published(
    store: duckdb.DuckDBPyConnection, indicator: str, line: int, expected: tuple
) -> None:
    where = f"indicator = '{indicator}' and line = {line} and release = '2024-10-24'"
    columns = "ref_area, sex, age, urbanisation, time_period, obs_value, unit_measure, obs_status"
    assert one(store, where, columns) == (*expected, "A")


@pytest.mark.parametrize(
    ("indicator", "line", "expected"),
    [
        ("8.6.1", 955, ("KZ-47", "M", "_T", 2021, 3.6, 3.6)),
        ("5.5.2", 1633, ("KZ-59", "_T", "_T", 2020, 40.6, 40.6)),
        ("5.5.2", 1657, ("KZ", "_T", "R", 2020, 40.0, 40.0)),
        ("4.c.1.2", 2, ("KZ", "_T", "_T", 2019, 32.8, 32.8)),
        ("4.2.1", 34, ("KZ", "_T", "_T", 2015, 85.5, 855.0)),
    ],
)
def test_a_repaired_cell_shows_what_was_published_and_why(
    store: duckdb.DuckDBPyConnection, indicator: str, line: int, expected: tuple
) -> None:
    where = f"indicator = '{indicator}' and line = {line} and release = '2024-10-24'"
    columns = "ref_area, sex, urbanisation, time_period, obs_value, published_value, obs_status, repair_evidence"
    *found, status, evidence = one(store, where, columns)
    assert tuple(found) == expected
    assert status == "S"
    assert evidence


def test_the_newest_release_reconciles_to_the_row(store: duckdb.DuckDBPyConnection) -> None:
    row = store.execute(
        f"""select sum(read), sum(stored), sum(quarantined), sum(dropped), sum(duplicate)
        from import_count where {NATIONAL} and release = '2024-10-24'"""
    ).fetchone()
    assert row == (23828, 23263, 319, 147, 99)
    assert row[0] == sum(row[1:])


def test_a_quarantined_row_is_never_an_observation(store: duckdb.DuckDBPyConnection) -> None:
    both = store.execute(
        """select count(*) from quarantine
        inner join standing using (source_id, release, file, line) where source_id = 'kazstat_sdg'"""
    ).fetchone()
    assert both == (0,)


def test_every_region_of_every_year_belongs_to_one_generation_of_borders(store: duckdb.DuckDBPyConnection) -> None:
    mixed = store.execute(
        f"""select indicator, release, time_period from observation
        where {NATIONAL} and indicator <> '11.6.2'
        group by all
        having bool_or(ref_area = 'KZ-YUZ') and bool_or(ref_area in ('KZ-61', 'KZ-79'))"""
    ).fetchall()
    assert mixed == []


def test_a_total_left_in_the_store_lies_between_its_parts(store: duckdb.DuckDBPyConnection) -> None:
    outside = store.execute(
        f"""with value as (
            select * exclude (series_id, line, published_value, repair_evidence, obs_status, file)
            from observation where {NATIONAL} and unit_measure in ('PT', 'TNG_PER_HOUR', 'SQ_METER')
        )
        select count(*) from value as total
        inner join value as woman using (
            indicator, series_code, ref_area, age, urbanisation, activity, composite_breakdown, education_lev,
            income_wealth_quantile, time_period, unit_measure, release)
        inner join value as man using (
            indicator, series_code, ref_area, age, urbanisation, activity, composite_breakdown, education_lev,
            income_wealth_quantile, time_period, unit_measure, release)
        where total.sex = '_T' and woman.sex = 'F' and man.sex = 'M' and total.dispute is null
            and total.obs_value not between least(woman.obs_value, man.obs_value) - 0.0501
            and greatest(woman.obs_value, man.obs_value) + 0.0501"""
    ).fetchone()
    assert outside == (0,)


@pytest.mark.parametrize(
    ("line", "reason"),
    [(1158, "total_outside_parts"), (1179, "total_outside_parts")],
)
def test_the_neet_split_of_2023_is_set_aside_where_it_contradicts_the_total(
    store: duckdb.DuckDBPyConnection, line: int, reason: str
) -> None:
    found = store.execute(
        "select reason from quarantine where indicator = '8.6.1' and release = '2024-10-24' and line = $line",
        {"line": line},
    ).fetchall()
    assert found == [(reason,)]
