"""Why a value of one release is not that of another: each cause planted in tables of our own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

ROOM = Path(__file__).parents[2] / "queries"
BEFORE, NOW = date(2023, 1, 1), date(2024, 1, 1)


@pytest.fixture
def store() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables that the query reads, with one series of one source."""
    with duckdb.connect() as tables:
        tables.execute("""
            create table release (source_id varchar, release date);
            insert into release values ('a', '2023-01-01'), ('a', '2024-01-01'), ('b', '2024-01-01');
            create table series (series_id varchar, source_id varchar, goal integer, title_en varchar,
                title_ru varchar, title_kk varchar, unit varchar, decimals integer);
            insert into series values ('s', 'a', 8, 's', 's', 's', 'PT', 1), ('t', 'b', 8, 't', 't', 't', 'PT', 1);
            create table assessment_point (as_of date, series_id varchar, time_period integer, obs_value double);
            create table assessment_operand (series_id varchar, role varchar, source_id varchar, release date,
                time_period integer, obs_value double, printed_value double, changed_fields varchar,
                set_aside varchar, detail varchar);
        """)
        for macro in ("releases", "rounding"):
            tables.execute((ROOM / "macros" / f"{macro}.sql").read_text(encoding="utf-8"))
        yield tables


def put(
    store: duckdb.DuckDBPyConnection,
    release: date,
    year: int,
    value: float | None,
    printed: float | None = None,
    aside: tuple[str, str] | None = None,
    series: str = "s",
) -> None:
    source = "a" if series == "s" else "b"
    if value is not None:
        store.execute("insert into assessment_point values (?, ?, ?, ?)", [release, series, year, value])
    store.execute(
        "insert into assessment_operand values (?, 'operand', ?, ?, ?, ?, ?, null, ?, ?)",
        [series, source, release, year, value, printed or value, *(aside or (None, None))],
    )


def causes(store: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    sql = (ROOM / "snapshot" / "snapshot_changes.sql").read_text(encoding="utf-8")
    rows = store.execute(sql, {"as_of": NOW, "compare_with": BEFORE}).fetchdf()
    return [(int(row.time_period), row.kind, row.cause) for row in rows.itertuples()]


def test_a_new_year_and_a_source_first_held(store: duckdb.DuckDBPyConnection) -> None:
    put(store, NOW, 2023, 5.0)
    put(store, NOW, 2023, 7.0, series="t")
    assert causes(store) == [(2023, "new", "data"), (2023, "new", "first_held")]


@pytest.mark.parametrize(
    ("old", "new", "cause"), [(77.06, 77.1, "rounding"), (77.1, 77.06, "rounding"), (3.1, 3.2, "revision")]
)
def test_a_revision_and_a_rounding(store: duckdb.DuckDBPyConnection, old: float, new: float, cause: str) -> None:
    put(store, BEFORE, 2020, old)
    put(store, NOW, 2020, new)
    assert causes(store) == [(2020, "revised", cause)]


def test_a_value_that_only_we_changed_is_our_correction(store: duckdb.DuckDBPyConnection) -> None:
    put(store, BEFORE, 2020, 855.0)
    put(store, NOW, 2020, 85.5, printed=855.0)
    assert causes(store) == [(2020, "revised", "repair")]


def test_a_corrected_year_is_neither_new_nor_removed(store: duckdb.DuckDBPyConnection) -> None:
    put(store, BEFORE, 2012, 4.2)
    put(store, NOW, 2021, 4.2)
    assert causes(store) == [(2012, "removed", "year_corrected"), (2021, "new", "year_corrected")]


def test_what_we_set_aside_is_not_removed_by_the_publisher(store: duckdb.DuckDBPyConnection) -> None:
    put(store, BEFORE, 2019, 4.0)
    put(store, NOW, 2019, None, printed=4.1, aside=("total_outside_parts", "total 4.1"))
    put(store, BEFORE, 2020, 5.0)
    put(store, NOW, 2020, None, printed=5.0, aside=("unknown_code", "UNIT_MEASURE 'PERCENT' is on no list of units"))
    put(store, BEFORE, 2021, 6.0)
    assert causes(store) == [
        (2019, "removed", "set_aside"),
        (2020, "removed", "unit_respelt"),
        (2021, "removed", "removal"),
    ]


def test_a_row_that_was_set_aside_before_is_not_new(store: duckdb.DuckDBPyConnection) -> None:
    put(store, BEFORE, 2019, None, printed=4.1, aside=("copied_row", "copied"))
    put(store, NOW, 2019, 4.1)
    assert causes(store) == [(2019, "new", "set_aside_before")]
