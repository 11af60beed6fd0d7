"""The store of all sources: sums, releases and sizes that must hold."""

from pathlib import Path

import duckdb
import pytest

from data.store import STORE
from data.tidy import FIGURES, Figure, arrow_schema, write_table
from queries.open_store import SEALED

DATA = FIGURES.parent


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as connection:
        yield connection


@pytest.mark.parametrize("activity", ["ISIC4_J", "ISIC4_R"])
@pytest.mark.parametrize("year", range(2018, 2026))
def test_value_added_of_the_regions_sums_to_the_country(
    store: duckdb.DuckDBPyConnection, activity: str, year: int
) -> None:
    regions, country = store.execute(
        """select
            sum(obs_value) filter (where ref_area <> 'KZ'),
            max(obs_value) filter (where ref_area = 'KZ')
        from observation
        where source_id = 'bns_gva' and series_code = 'GVA' and activity = $activity and time_period = $year""",
        {"activity": activity, "year": year},
    ).fetchone()
    assert regions == pytest.approx(country, abs=3)


def test_value_added_counts_the_south_once(store: duckdb.DuckDBPyConnection) -> None:
    twice = store.execute(
        """select time_period from observation where source_id = 'bns_gva'
        group by time_period, activity
        having bool_or(ref_area = 'KZ-YUZ') and bool_or(ref_area in ('KZ-61', 'KZ-79'))"""
    ).fetchall()
    assert twice == []


def test_a_source_captured_once_holds_nothing_before_its_day(store: duckdb.DuckDBPyConnection) -> None:
    before, after = store.execute(
        "select release_as_of('bns_gva', date '2025-01-01'), release_as_of('bns_gva', date '2026-11-22')::varchar"
    ).fetchone()
    assert (before, after) == (None, "2026-08-24")


def test_a_value_that_stood_in_several_releases_is_stored_once(store: duckdb.DuckDBPyConnection) -> None:
    figures, standings, distinct = store.execute(
        """select
            (select count(*) from figure where source_id = 'kazstat_sdg'),
            (select count(*) from standing where source_id = 'kazstat_sdg'),
            (select count(*) from (
                select distinct * exclude (figure_id) from figure where source_id = 'kazstat_sdg'))"""
    ).fetchone()
    assert figures == distinct
    assert figures < standings / 3


def test_every_count_reconciles(store: duckdb.DuckDBPyConnection) -> None:
    read, stored, standing = store.execute(
        "select sum(read), sum(stored), (select count(*) from standing) from import_count"
    ).fetchone()
    assert read > 160_000
    assert stored == standing


def test_every_curated_series_has_values(store: duckdb.DuckDBPyConnection) -> None:
    empty = store.execute(
        "select series_id from series where curated and series_id not in (select series_id from series_value)"
    ).fetchall()
    assert empty == []


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.parquet")), ids=lambda path: path.stem)
def test_a_committed_file_is_exactly_what_the_writer_writes(path: Path, tmp_path: Path) -> None:
    with duckdb.connect() as connection:
        table = connection.execute(f"from read_parquet('{path}') order by random()").to_arrow_table()
    if path.stem == "fact":
        return
    schema = arrow_schema(Figure)
    table = table.cast(schema).sort_by([(name, "ascending") for name in schema.names])
    write_table(table.combine_chunks(), tmp_path / path.name)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_the_data_folder_stays_small() -> None:
    kept = [p for p in DATA.rglob("*") if p.is_file() and not p.name.startswith("store") and p.suffix != ".pyc"]
    assert sum(p.stat().st_size for p in kept) < 8_000_000
