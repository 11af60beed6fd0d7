"""Two sources of one measure side by side, and every series beside itself: what is planted is found, and refused."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.store import STORE
from queries.open_store import SEALED

VIEWS = Path(__file__).parents[2] / "queries" / "views"
YEARS = range(2010, 2020)
NATIONAL = [20.0, 21.5, 21.0, 23.0, 22.5, 24.0, 26.0, 25.0, 27.5, 28.0]
REGIONS = ("KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-35", "KZ-39", "KZ-43", "KZ-47")


@pytest.fixture
def planted() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables that the two views read, empty."""
    with duckdb.connect() as store:
        store.execute("""
            create table release (source_id varchar, release date);
            insert into release values ('a', '2024-01-01'), ('b', '2024-01-01');
            create table area (ref_area varchar, kind varchar);
            create table unit (code varchar, kind varchar);
            insert into unit values ('PT', 'percent'), ('UNITS', 'count');
            create table series (series_id varchar, source_id varchar, additive boolean);
            create table source_pair (series_id varchar, other_id varchar);
            create table series_value (
                series_id varchar, source_id varchar, release date, ref_area varchar, sex varchar,
                urbanisation varchar, time_period integer, obs_value double, unit_measure varchar, segment integer);
        """)
        store.execute("insert into area values ('KZ', 'country')")
        for region in REGIONS:
            store.execute("insert into area values (?, 'oblast')", [region])
        yield store


def put(
    store: duckdb.DuckDBPyConnection,
    series: str,
    values: dict[int, float],
    area: str = "KZ",
    unit: str = "PT",
    segment: int = 0,
) -> None:
    source = "a" if series.startswith("national") else "b"
    if not store.execute("select 1 from series where series_id = ?", [series]).fetchall():
        store.execute("insert into series values (?, ?, ?)", [series, source, unit == "UNITS"])
    for year, value in values.items():
        store.execute(
            "insert into series_value values (?, ?, '2024-01-01', ?, '_T', '_T', ?, ?, ?, ?)",
            [series, source, area, year, value, unit, segment],
        )


def found_in_pairs(store: duckdb.DuckDBPyConnection, *pairs: tuple[str, str]) -> list[tuple[str, str | None]]:
    for pair in pairs:
        store.execute("insert into source_pair values (?, ?)", list(pair))
    store.execute((VIEWS / "pair_finding.sql").read_text(encoding="utf-8"))
    return store.execute("select finding, told from pair_finding order by series_id").fetchall()


def found_alone(store: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    store.execute((VIEWS / "self_finding.sql").read_text(encoding="utf-8"))
    return store.execute("select finding, series_id, subject from self_finding").fetchall()


def of(values: list[float]) -> dict[int, float]:
    return dict(zip(YEARS, values, strict=True))


def test_equal_sources_agree(planted: duckdb.DuckDBPyConnection) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "other", of([value + 0.1 for value in NATIONAL]))
    assert found_in_pairs(planted, ("national", "other")) == [("agrees", None)]


@pytest.mark.parametrize(("factor", "told"), [(10, "0.1"), (100, "0.01"), (1000, "0.001"), (0.001, "1000.0")])
def test_a_unit_off_by_a_power_of_ten_is_found(planted: duckdb.DuckDBPyConnection, factor: float, told: str) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "other", of([value * factor for value in NATIONAL]))
    assert found_in_pairs(planted, ("national", "other")) == [("unit_off", told)]


@pytest.mark.parametrize("lag", [-2, -1, 1, 2])
def test_years_shifted_are_found(planted: duckdb.DuckDBPyConnection, lag: int) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "other", {year + lag: value for year, value in of(NATIONAL).items()})
    assert found_in_pairs(planted, ("national", "other")) == [("years_shifted", str(lag))]


def test_exchanged_labels_are_found_on_both_sides(planted: duckdb.DuckDBPyConnection) -> None:
    higher = [value + 9 for value in NATIONAL[::-1]]
    put(planted, "national_one", of(higher))
    put(planted, "national_two", of(NATIONAL))
    put(planted, "other_one", of(NATIONAL))
    put(planted, "other_two", of(higher))
    pairs = ("national_one", "other_one"), ("national_two", "other_two")
    assert found_in_pairs(planted, *pairs) == [
        ("labels_exchanged", "national_two"),
        ("labels_exchanged", "national_one"),
    ]


def test_one_year_that_differs_is_told_apart_from_a_difference_in_all(planted: duckdb.DuckDBPyConnection) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "other", of([*NATIONAL[:-1], 40.0]))
    assert found_in_pairs(planted, ("national", "other")) == [("differs_in_years", None)]


def test_another_measure_differs_and_none_in_common_is_said(planted: duckdb.DuckDBPyConnection) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "other", of([value * 1.4 + year % 3 for year, value in enumerate(NATIONAL)]))
    put(planted, "national_two", of(NATIONAL))
    put(planted, "other_two", {1999: 3.0})
    pairs = ("national", "other"), ("national_two", "other_two")
    assert found_in_pairs(planted, *pairs) == [("differs", None), ("no_common_year", None)]


def test_two_areas_with_the_same_numbers_are_found(planted: duckdb.DuckDBPyConnection) -> None:
    put(planted, "national", of(NATIONAL), "KZ-10")
    put(planted, "national", of(NATIONAL), "KZ-11")
    put(planted, "national", of([value + 1 for value in NATIONAL]), "KZ-15")
    assert found_alone(planted) == [("areas_equal", "national", "KZ-10 KZ-11")]


def test_two_series_with_the_same_numbers_are_found(planted: duckdb.DuckDBPyConnection) -> None:
    put(planted, "national", of(NATIONAL))
    put(planted, "national_copy", of(NATIONAL))
    put(planted, "other", of(NATIONAL))
    assert found_alone(planted) == [("series_equal", "national", "national_copy")]


def test_a_sum_of_regions_that_is_not_the_country_is_found(planted: duckdb.DuckDBPyConnection) -> None:
    for number in range(20):
        planted.execute("insert into area values (?, 'oblast')", [f"R{number}"])
        put(planted, "national", {2022: 10.0, 2023: 10.0}, f"R{number}", "UNITS")
    put(planted, "national", {2022: 200.0, 2023: 210.0}, "KZ", "UNITS")
    assert found_alone(planted) == [("sum_differs", "national", "2023")]


def test_a_step_beyond_the_history_of_a_line_is_found_unless_the_line_starts_anew(
    planted: duckdb.DuckDBPyConnection,
) -> None:
    stepped = [20.0, 20.5, 21.0, 20.5, 21.0, 30.0, 30.5, 31.0, 30.5, 31.0]
    put(planted, "national_step", of(stepped))
    put(planted, "national_break", {year: value for year, value in of(stepped).items() if year < 2015})
    put(planted, "national_break", {year: value + 3 for year, value in of(stepped).items() if year > 2014}, segment=1)
    assert found_alone(planted) == [("step", "national_step", "2015")]


@pytest.fixture(scope="module")
def real() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as store:
        yield store


def test_every_step_of_a_curated_series_is_a_break_or_settled_by_a_person(real: duckdb.DuckDBPyConnection) -> None:
    unsettled = real.execute("""
        select series_id, subject, detail from self_finding
        anti join settled_finding using (finding, series_id, subject)
    """).fetchall()
    assert unsettled == []


def test_nothing_is_settled_that_nothing_finds(real: duckdb.DuckDBPyConnection) -> None:
    stale = real.execute("""
        select series_id, subject from settled_finding
        anti join self_finding using (finding, series_id, subject)
    """).fetchall()
    assert stale == []
