"""Employment, productivity, real growth and population as they lie in the store: sums, identities, known values.

What is derived from two tables is proved by a third: the employed of the regions add up to the published number.
"""

import duckdb
import pytest

from data.importers.dated_table import DatedTable
from data.importers.national_accounts import TABLES
from data.store import STORE
from data.tidy import FIGURES, TOTAL
from queries.open_store import SEALED

# Years in which the publisher raised the level of value added at current prices, so that it is not volume times price.
LEVEL_REVISED = {2011, 2017}


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as connection:
        yield connection


def employed(store: duckdb.DuckDBPyConnection, code: str, activity: str, area: str, year: int) -> float:
    (value,) = store.execute(
        """select obs_value from derived_figure
        where series_code = $code and activity = $activity and ref_area = $area and time_period = $year""",
        {"code": code, "activity": activity, "area": area, "year": year},
    ).fetchone()
    return value


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.source_id)
def test_every_figure_of_a_table_stands_under_its_number_unit_date_and_items(table: DatedTable) -> None:
    stored = (FIGURES / f"{table.source_id}.parquet").as_posix()
    named = duckdb.execute(
        f"select distinct indicator, unit_measure, file, release, licence from '{stored}'"
    ).fetchall()
    assert named == [(table.indicator, table.unit, table.file, table.release, table.licence)]
    columns = sorted({name for item in table.items.values() for name in item})
    kinds = duckdb.execute(f"select distinct {', '.join(columns) or 'true'} from '{stored}'").fetchall()
    meant = {tuple(item.get(name, TOTAL) for name in columns) or (True,) for item in table.items.values()}
    assert {tuple(map(str, kind)) for kind in kinds} <= {tuple(map(str, kind)) for kind in meant}


@pytest.mark.parametrize(("letter", "first"), [("J", 2010), ("M", 2014), ("R", 2014)])
def test_employed_of_the_regions_add_up_to_the_published_number(
    store: duckdb.DuckDBPyConnection, letter: str, first: int
) -> None:
    gaps = store.execute(
        """select
            time_period,
            count(*) filter (where ref_area <> 'KZ'),
            abs(sum(obs_value) filter (where ref_area <> 'KZ') - sum(obs_value) filter (where ref_area = 'KZ'))
        from derived_figure
        where series_code = 'EMPLOYED' and activity = $activity
        group by time_period having count(*) > 1 order by time_period""",
        {"activity": f"ISIC4_{letter}"},
    ).fetchall()
    assert [year for year, _, _ in gaps] == list(range(first, 2026))
    assert [regions for _, regions, _ in gaps] == [
        16 if year < 2018 else 17 if year < 2021 else 20 for year, _, _ in gaps
    ]
    assert max(gap for year, _, gap in gaps if year >= 2012) < 0.0025
    assert max(gap for _, _, gap in gaps) < 0.05


@pytest.mark.parametrize(
    ("letter", "area", "thousand", "share"),
    [
        ("J", "KZ", 205.757, 100.0),
        ("J", "KZ-71", 53.3, 25.9),
        ("J", "KZ-75", 52.0, 25.3),
        ("J", "KZ-61", 13.6, 6.6),
        ("R", "KZ", 158.892, 100.0),
        ("R", "KZ-75", 19.2, 12.1),
        ("R", "KZ-71", 18.9, 11.9),
        ("R", "KZ-19", 16.7, 10.5),
    ],
)
def test_employed_of_2025(
    store: duckdb.DuckDBPyConnection, letter: str, area: str, thousand: float, share: float
) -> None:
    found = employed(store, "EMPLOYED", f"ISIC4_{letter}", area, 2025)
    assert found == pytest.approx(thousand, abs=0.05)
    assert 100 * found / employed(store, "EMPLOYED", f"ISIC4_{letter}", "KZ", 2025) == pytest.approx(share, abs=0.05)


def test_a_region_is_set_against_its_own_employed_only_on_the_same_ground(store: duckdb.DuckDBPyConnection) -> None:
    of_2021 = store.execute(
        """select ref_area from derived_figure
        where series_code = 'EMPLOYED_SHARE' and activity = 'ISIC4_R' and time_period = 2021"""
    ).fetchall()
    on_new_ground = {"KZ-10", "KZ-19", "KZ-33", "KZ-35", "KZ-62", "KZ-63"}
    assert on_new_ground.isdisjoint(area for (area,) in of_2021)
    assert len(of_2021) == 21 - len(on_new_ground)


def test_weights_of_the_regions_average_to_the_country(store: duckdb.DuckDBPyConnection) -> None:
    averages = store.execute(
        """select sum(quotient.obs_value * figure.obs_value) / sum(figure.obs_value)
        from derived_figure as quotient
        inner join figure
            on figure.source_id = 'bns_employed_regions'
            and quotient.ref_area = figure.ref_area and quotient.time_period = figure.time_period
        where quotient.series_code = 'EMPLOYED_QUOTIENT' and quotient.time_period >= 2022
        group by quotient.activity, quotient.time_period"""
    ).fetchall()
    assert len(averages) == 4 * 4
    assert all(average == pytest.approx(1, abs=1e-4) for (average,) in averages)


@pytest.mark.parametrize(
    ("source", "tolerance"), [("bns_employed_regions", 0.0005), ("bns_population", 0.0), ("bns_gva", 3.0)]
)
def test_regions_add_up_to_the_country(store: duckdb.DuckDBPyConnection, source: str, tolerance: float) -> None:
    # Regions that stand only for later years leave the country of the earlier ones without its parts.
    gaps = store.execute(
        """select abs(sum(obs_value) filter (where ref_area <> 'KZ') - sum(obs_value) filter (where ref_area = 'KZ'))
        from figure
        where source_id = $source and (source_id <> 'bns_employed_regions' or time_period >= 2018)
        group by series_code, activity, sex, urbanisation, time_period""",
        {"source": source},
    ).fetchall()
    assert gaps
    assert max(gap for (gap,) in gaps) <= tolerance


def test_the_parts_of_the_population_add_up(store: duckdb.DuckDBPyConnection) -> None:
    wrong = store.execute(
        """select ref_area, time_period from figure where source_id = 'bns_population'
        group by ref_area, time_period
        having abs(sum(obs_value) filter (where sex <> '_T') - max(obs_value)) > 0.01
            or abs(sum(obs_value) filter (where urbanisation <> '_T') - max(obs_value)) > 0.01"""
    ).fetchall()
    # A city without villages has no rural row.
    assert {area for area, _ in wrong} <= {"KZ-71", "KZ-75", "KZ-79"}


@pytest.mark.parametrize("letter", ["J", "M", "P", "R"])
def test_value_is_volume_times_price(store: duckdb.DuckDBPyConnection, letter: str) -> None:
    gaps = store.execute(
        """with value as (
            select time_period, 100 * obs_value / lag(obs_value) over (order by time_period) as moved
            from figure where source_id = 'bns_gva_sections' and activity = $activity
        )
        select volume.time_period, abs(value.moved - volume.obs_value * price.obs_value / 100)
        from value
        inner join figure as volume on value.time_period = volume.time_period
        inner join figure as price on value.time_period = price.time_period
        where value.moved is not null
            and volume.source_id = 'bns_volume' and volume.activity = $activity
            and price.source_id = 'bns_deflator' and price.activity = $activity""",
        {"activity": f"ISIC4_{letter}"},
    ).fetchall()
    unexplained = {year for year, gap in gaps if gap > 0.15} - LEVEL_REVISED
    assert len(gaps) == 15
    assert unexplained == ({2023} if letter == "R" else set())


@pytest.mark.parametrize(
    ("code", "activity", "expected"),
    [
        ("VOLUME_2015", "ISIC4_J", 169),
        ("VOLUME_2015", "ISIC4_R", 110),
        ("VOLUME_2015", "_T", 141),
        ("REAL_GVA_PER_EMPLOYED", "ISIC4_J", 125),
        ("REAL_GVA_PER_EMPLOYED", "ISIC4_R", 88),
        ("REAL_GVA_PER_EMPLOYED", "ISIC4_M", 75),
        ("REAL_GVA_PER_EMPLOYED", "_T", 128),
    ],
)
def test_real_growth_since_2015(store: duckdb.DuckDBPyConnection, code: str, activity: str, expected: int) -> None:
    assert round(employed(store, code, activity, "KZ", 2025)) == expected
    assert employed(store, code, activity, "KZ", 2015) == pytest.approx(100)


def test_what_is_derived_stands_in_a_release_in_which_all_its_tables_were_out(
    store: duckdb.DuckDBPyConnection,
) -> None:
    early = store.execute(
        """select distinct derived_figure.source_id
        from derived_figure
        inner join source on derived_figure.source_id = source.source_id
        where exists (
            select 1 from unnest(source.derived_from) as operands(source_id)
            where release_as_of(operands.source_id, derived_figure.release) is null
        )"""
    ).fetchall()
    assert early == []
