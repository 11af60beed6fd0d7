"""Tables of the ILO and the IMF: what is set aside of damaged ones, and what the real ones must add up to."""

import duckdb
import pytest

from data.importers.ilo import read_employed, read_pay
from data.readers.refusal import InputRefusedError
from data.store import STORE
from data.tidy import check_counts
from queries.open_store import SEALED
from tests.data.small_files import reasons, values, write_csv

HEADER = "ref_area,sex,classif1,time,emp_temp_sex_eco_nb"
SOUND = "geo,sex_t,eco_isic4_r,2022,9.5"


def employed(tmp_path, *lines):
    imported = read_employed(write_csv(tmp_path / "employed.csv", HEADER, *lines))
    check_counts(imported)
    return imported


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("xxx,sex_t,eco_isic4_r,2022,9.5", "unknown_area"),
        ("geo,sex_x,eco_isic4_r,2022,9.5", "unknown_code"),
        ("geo,sex_t,eco_isic4_z,2022,9.5", "unknown_code"),
        ("geo,sex_f,eco_isic4_r,2022,", "no_value"),
        ("geo,sex_f,eco_isic4_r,2030,4.0", "year_after_release"),
        ("uzb,sex_f,eco_isic4_j,2020,90.0", "known_error"),
    ],
)
def test_a_doubtful_row_is_set_aside_and_its_neighbour_stored(tmp_path, line, reason):
    imported = employed(tmp_path, line, SOUND)
    assert (reasons(imported), values(imported)) == ([(2, reason)], [(3, 9.5)])


def test_sexes_that_do_not_add_up_are_set_aside_with_their_total(tmp_path):
    parts = ["tjk,sex_f,eco_isic4_r,2016,4.0", "tjk,sex_m,eco_isic4_r,2016,4.0", "tjk,sex_t,eco_isic4_r,2016,9.0"]
    imported = employed(tmp_path, *parts, SOUND)
    assert reasons(imported) == [(line, "total_outside_parts") for line in (2, 3, 4)]


def test_a_year_that_is_none_refuses_the_file(tmp_path):
    with pytest.raises(InputRefusedError, match=r"employed\.csv, line 2, column time"):
        employed(tmp_path, "geo,sex_t,eco_isic4_r,total,9.5")


def test_pay_in_a_currency_without_a_code_is_set_aside(tmp_path):
    header = "ref_area,sex,classif1,classif2,time,ear_emta_sex_eco_cur_nb"
    lines = ["kaz,sex_f,eco_isic4_r,cur_type_ppp,2020,900", "kaz,sex_f,eco_isic4_r,cur_type_lcu,2020,150000"]
    imported = read_pay(write_csv(tmp_path / "pay.csv", header, *lines))
    assert (reasons(imported), values(imported)) == ([(2, "unknown_code")], [(3, 150000.0)])


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as connection:
        yield connection


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("EXPORTS_SI", ("EXPORTS_SI1", "EXPORTS_SI2", "EXPORTS_SI3")),
        ("GF08", ("GF0810", "GF0820", "GF0830", "GF0840", "GF0850", "GF0860")),
    ],
)
def test_parts_add_up_to_the_whole(store: duckdb.DuckDBPyConnection, whole: str, parts: tuple[str, ...]) -> None:
    gaps = store.execute(
        """select
            time_period,
            abs(sum(obs_value) filter (where series_code::varchar in (select unnest($parts)))
                - max(obs_value) filter (where series_code = $whole))
        from figure
        where source_id in ('imf_bop', 'imf_cofog') and time_period >= 2010
        group by time_period
        having count(*) filter (where series_code = $whole) = 1
            and count(*) filter (where series_code::varchar in (select unnest($parts))) >= 3""",
        {"whole": whole, "parts": list(parts)},
    ).fetchall()
    assert len(gaps) >= 10
    assert max(gap for _, gap in gaps) < 0.01


@pytest.mark.parametrize(
    ("activity", "year", "expected"), [("ISIC4_R", 2009, 56.5), ("ISIC4_R", 2022, 54.4), ("ISIC4_J", 2022, 42.6)]
)
def test_women_among_the_employed(store: duckdb.DuckDBPyConnection, activity: str, year: int, expected: float) -> None:
    (found,) = store.execute(
        """select obs_value from derived_figure
        where series_code = 'WOMEN_SHARE' and ref_area = 'KZ' and activity = $activity and time_period = $year""",
        {"activity": activity, "year": year},
    ).fetchone()
    assert found == pytest.approx(expected, abs=0.05)


def test_ten_neighbours_have_a_share_of_women_in_every_section(store: duckdb.DuckDBPyConnection) -> None:
    counted = store.execute(
        """select activity, count(distinct ref_area) from derived_figure
        where series_code = 'WOMEN_SHARE' and ref_area <> 'KZ' group by activity order by activity"""
    ).fetchall()
    assert counted == [("ISIC4_J", 10), ("ISIC4_M", 10), ("ISIC4_R", 10)]


def test_kazakhstan_of_the_ilo_is_kazakhstan_of_the_bureau(store: duckdb.DuckDBPyConnection) -> None:
    gaps = store.execute(
        """select ilo.time_period, ilo.activity, 100 * abs(ilo.obs_value / bureau.obs_value - 1)
        from figure as ilo
        inner join figure as bureau
            on ilo.activity = bureau.activity and ilo.time_period = bureau.time_period
        where ilo.source_id = 'ilo_employed' and ilo.ref_area = 'KZ' and ilo.sex = '_T'
            and bureau.source_id = 'bns_employment'"""
    ).fetchall()
    # The total of 2015 stood before the publisher revised it.
    assert {(year, activity) for year, activity, gap in gaps if gap > 1} <= {(2015, "_T")}
    assert len(gaps) >= 20
