"""Damaged tables in the layout of dates: what is refused, what is set aside, and why."""

from datetime import date

import pytest

from data.importers.dated_table import LAST_QUARTER, DatedTable, read_dated_table
from data.readers.refusal import InputRefusedError
from data.tidy import check_counts
from tests.data.small_files import reasons, values, write_csv

HEADER = "date,region,item_code,item_name,value,transformation"
SOUND = "2024-12-31,AKM,J,x,7.5,level"
TABLE = DatedTable(
    *("s", "table.csv", "BNS-0", date(2026, 8, 14)),
    unit="M_TNG",
    items={"J": {"activity": "ISIC4_J"}, "ALL_MEN": {"sex": "M"}},
    region_from={"TRK": 2018},
)


def taken(tmp_path, *lines, table=TABLE):
    imported = read_dated_table(write_csv(tmp_path / "table.csv", HEADER, *lines), table)
    check_counts(imported)
    return imported


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2024-12-31,XXX,J,x,1.0,level", "unknown_area"),
        ("2024-12-31,AKM,Z,x,1.0,level", "unknown_code"),
        ("2024-12-31,AKM,J,x,1.0,forecast", "unknown_code"),
        ("2024-12-31,AKM,J,x,,level", "no_value"),
        ("2024-12-31,AKM,J,x,0.0,level", "suppressed_as_zero"),
        ("2024-12-31,AKM,J,x,-3.0,level", "negative_value"),
        ("2024-12-31,AKM,J,x,about 3,level", "unreadable_value"),
        ("2024-10-01,AKM,J,x,1.0,level", "part_of_year"),
        ("2017-12-31,TRK,J,x,1.0,level", "region_outside_years"),
        ("2027-12-31,AKM,J,x,1.0,level", "year_after_release"),
    ],
)
def test_a_doubtful_row_is_set_aside_and_its_neighbour_stored(tmp_path, line, reason):
    imported = taken(tmp_path, line, SOUND)
    assert (reasons(imported), values(imported)) == ([(2, reason)], [(3, 7.5)])


def test_a_cumulated_table_keeps_the_row_that_holds_the_whole_year(tmp_path):
    cumulated = DatedTable(
        *("s", "table.csv", "BNS-0", date(2026, 8, 14)), unit="TH_TNG", items=TABLE.items, whole_year=LAST_QUARTER
    )
    lines = [f'2024-{month}-01,AKM,J,x,{month}.5,"level, year-to-date (as published)"' for month in ("01", "07", "10")]
    imported = taken(tmp_path, *lines, table=cumulated)
    assert (reasons(imported), values(imported)) == ([(2, "part_of_year"), (3, "part_of_year")], [(4, 10.5)])


def test_a_figure_reckoned_from_two_printed_ones_is_no_printed_figure(tmp_path):
    men, women = taken(
        tmp_path, "2024-12-31,AKM,ALL_MEN,x,5,level", "2024-12-31,KZL,ALL_MEN,x,4,level; ALL minus ALL_WOMEN"
    ).figures
    assert (men.sex, men.obs_status, women.obs_status) == ("M", "A", "E")


def test_two_values_of_one_cell_are_both_set_aside(tmp_path):
    imported = taken(tmp_path, SOUND, "2024-12-31,AKM,J,x,7.6,level")
    assert reasons(imported) == [(2, "conflicting_duplicate"), (3, "conflicting_duplicate")]


@pytest.mark.parametrize("day", ["2024", "31.12.2024", "2024-13-31", "AKM"])
def test_a_date_that_is_none_refuses_the_file_with_its_line(tmp_path, day):
    with pytest.raises(InputRefusedError, match=r"table\.csv, line 3, column date: .* is not a date"):
        taken(tmp_path, SOUND, f"{day},AKM,J,x,1,level")
