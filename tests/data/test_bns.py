"""The Bureau's tables as they lie in the repository: real values, sums that agree, one generation of the south."""

import duckdb
import pytest

from data.catalogue_files import CATALOGUE
from data.importers.bns import asked
from data.tidy import FIGURES


def value(source: str, **key: object) -> float:
    where = " and ".join(f"{name} = ${name}" for name in key)
    table = (FIGURES / f"{source}.parquet").as_posix()
    rows = duckdb.execute(f"select obs_value from '{table}' where {where}", key).fetchall()
    assert len(rows) == 1, f"{source} {key}: {len(rows)} rows"
    return rows[0][0]


def rows(sql: str, source: str) -> list[tuple]:
    return duckdb.execute(sql.format(table=(FIGURES / f"{source}.parquet").as_posix())).fetchall()


@pytest.mark.parametrize(
    ("area", "year", "code", "activity", "expected"),
    [
        ("KZ", 2023, "GVA", "ISIC4_J", 2595103.4),
        ("KZ", 2023, "GVA", "ISIC4_R", 1047193.4),
        ("KZ-43", 2024, "GVA", "ISIC4_R", 16355.3),
        ("KZ-10", 2021, "GVA", "ISIC4_J", 8981.6),
        ("KZ-YUZ", 2010, "GVA", "ISIC4_J", 11548.0),
        ("KZ-79", 2018, "GVA", "ISIC4_R", 19861.6),
        ("KZ", 2025, "GRP", "_T", 159608552.9),
    ],
)
def test_value_added_is_as_published(area, year, code, activity, expected):
    assert value("bns_gva", ref_area=area, time_period=year, series_code=code, activity=activity) == expected


def test_regions_add_up_to_the_country_in_every_year():
    sums = rows(
        """select series_code, activity, time_period,
                  sum(obs_value) filter (ref_area <> 'KZ') - sum(obs_value) filter (ref_area = 'KZ') as difference
           from '{table}' group by all""",
        "bns_gva",
    )
    assert len(sums) == 16 + 12 + 12 + 12
    assert max(abs(difference) for *_, difference in sums) < 3


def test_south_kazakhstan_and_its_successors_never_stand_in_one_year():
    years = rows("select distinct time_period, ref_area = 'KZ-YUZ' from '{table}' "
                 "where ref_area in ('KZ-YUZ', 'KZ-61', 'KZ-79')", "bns_gva")  # fmt: skip
    assert {year for year, old in years if old} == set(range(2010, 2018))
    assert {year for year, old in years if not old} == set(range(2018, 2026))


def test_recalculated_successors_are_kept_with_their_values_in_quarantine():
    kept = rows("select reason, ref_area, obs_value from '{table}' where time_period = 2017 and activity = 'ISIC4_J' "
                "order by ref_area", "quarantine/bns_gva")  # fmt: skip
    assert kept == [("double_generation", "KZ-61", 5127.1), ("double_generation", "KZ-79", 12864.2)]


def test_employment_is_national_and_in_thousands():
    assert value("bns_employment", activity="ISIC4_J", time_period=2024) == 188.484
    assert value("bns_employment", activity="_T", time_period=2025) == 9320.639
    assert rows("select distinct ref_area, unit_measure, sex from '{table}'", "bns_employment") == [
        ("KZ", "TH_PEOPLE", "_T")
    ]


@pytest.mark.parametrize(
    ("kind", "area", "expected"),
    [("CULTURE_CENTRE", "KZ", 3102), ("LIBRARY", "KZ", 3917), ("THEATRE", "KZ-75", 23), ("CINEMA", "KZ-47", 6)],
)
def test_culture_organisations_are_as_published(kind, area, expected):
    assert value("bns_culture", composite_breakdown=kind, ref_area=area, time_period=2022) == expected


def test_no_zero_is_stored_where_regions_fall_short_of_the_country():
    zeros = {
        row[0] for row in rows("select distinct composite_breakdown from '{table}' where obs_value = 0", "bns_culture")
    }
    assert zeros == {"CIRCUS", "ZOO"}


def test_hidden_and_doubtful_cells_are_not_zeros():
    found = dict(rows("select reason, count(*) from '{table}' group by 1", "quarantine/bns_culture"))
    assert found == {"suppressed": 2, "suppressed_as_zero": 7, "no_value": 3}


def test_neet_of_the_wider_age_group_carries_its_age():
    assert value("bns_decent_work", series_code="DW_NEET", sex="F", age="Y15T28", time_period=2020) == 9.6


def test_pay_gap_is_filed_under_its_own_title():
    assert value("bns_decent_work", series_code="DW_PAY_GAP_MONTHLY", time_period=2020) == 25.0


def test_a_starred_value_is_read_and_marked_as_another_working_age():
    found = rows("select obs_value, obs_status from '{table}' where series_code = 'DW_EMPLOYMENT_RATE' "
                 "and sex = '_T' and time_period = 2018", "bns_decent_work")  # fmt: skip
    assert found == [(78.8, "D")]


def test_the_wrong_column_and_the_typing_error_are_not_stored():
    stored = rows("select time_period, sex from '{table}' where composite_breakdown = 'OCC_PROFESSIONALS' "
                  "and time_period in (2011, 2016)", "bns_decent_work")  # fmt: skip
    assert stored == [(2016, "M")]
    reasons = dict(rows("select reason, count(*) from '{table}' group by 1", "quarantine/bns_decent_work"))
    assert (reasons["known_error"], reasons["unreadable_value"], reasons["copied_row"]) == (22, 1, 1)


def test_section_m_is_read_beside_the_table_that_it_is_part_of_where_it_was_handed_in(tmp_path) -> None:
    table = tmp_path / "national_accounts" / "gva_nominal_by_region_section_M.csv"
    without, *_ = asked(tmp_path, CATALOGUE)
    table.parent.mkdir()
    table.touch()
    beside, *_ = asked(tmp_path, CATALOGUE)
    assert without.source_id == beside.source_id == "bns_gva"
    assert [*without.files, table] == [*beside.files]
