"""Damaged tables of the Bureau: what is refused, what is set aside, and why."""

from datetime import date

import pytest

from data.importers.bns import read_employment, read_value_added
from data.importers.bns_culture import TYPES, read_culture
from data.importers.bns_decent_work import read_decent_work
from data.readers.refusal import InputRefusedError
from data.tidy import check_counts
from tests.data.small_files import reasons, values, write_csv, write_sheet

HEADER = "year,region_code,region,item,item_name,value,unit"
UNIT = '"million KZT, current prices"'
DAY = date(2026, 11, 22)


def gva(tmp_path, *lines):
    imported = read_value_added(write_csv(tmp_path / "gva.csv", HEADER, *lines))
    check_counts(imported)
    return imported


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (f"2023,XXX,Nowhere,J,x,1.0,{UNIT}", "unknown_area"),
        (f"2023,ABY,Abai,Z,x,1.0,{UNIT}", "unknown_code"),
        ("2023,ABY,Abai,J,x,1.0,billion KZT", "unknown_code"),
        (f'2023,ABY,Abai,J,x,"12,,5",{UNIT}', "unreadable_value"),
        (f"2023,ABY,Abai,J,x,,{UNIT}", "no_value"),
        (f"2023,ABY,Abai,J,x,-4.0,{UNIT}", "negative_value"),
        (f"2027,ABY,Abai,J,x,4.0,{UNIT}", "year_after_release"),
        (f'2023,ABY,Abai,J,x,"1 23",{UNIT}', "unreadable_value"),
        (f"2019,YKO,South Kazakhstan,J,x,4.0,{UNIT}", "region_outside_years"),
    ],
)
def test_a_doubtful_row_is_set_aside_and_its_neighbour_stored(tmp_path, line, reason):
    imported = gva(tmp_path, line, f"2023,AKM,Akmola,J,x,7.5,{UNIT}")
    assert reasons(imported) == [(2, reason)]
    assert values(imported) == [(3, 7.5)]


def test_a_thousands_comma_is_no_decimal(tmp_path):
    imported = gva(tmp_path, f'2023,ABY,Abai,J,x,"12,345",{UNIT}', f"2023,AKM,Akmola,J,x,345.2,{UNIT}")
    assert values(imported) == [(2, 12345.0), (3, 345.2)]


def test_a_comma_that_may_be_either_is_set_aside(tmp_path):
    imported = gva(tmp_path, f'2023,ABY,Abai,J,x,"12,345",{UNIT}', f"2023,AKM,Akmola,J,x,345,{UNIT}")
    assert (reasons(imported), values(imported)) == ([(2, "ambiguous_number")], [(3, 345.0)])


def test_a_provisional_value_keeps_its_mark_as_status(tmp_path):
    (figure,) = gva(tmp_path, f"2023,ABY,Abai,J,x,12.5p,{UNIT}").figures
    assert (figure.obs_value, figure.obs_status) == (12.5, "P")


def test_a_region_printed_twice_is_stored_once(tmp_path):
    imported = gva(
        tmp_path,
        f"2015,YKO,South Kazakhstan,J,x,18115.3,{UNIT}",
        f"2015,TRK,Turkistan,J,x,6844.3,{UNIT}",
        f"2015,SHM,Shymkent,J,x,11271.0,{UNIT}",
    )
    assert values(imported) == [(2, 18115.3)]
    assert reasons(imported) == [(3, "double_generation"), (4, "double_generation")]


def test_successors_are_stored_when_the_south_is_not_printed(tmp_path):
    assert values(gva(tmp_path, f"2015,TRK,Turkistan,J,x,6844.3,{UNIT}")) == [(2, 6844.3)]


def test_two_values_of_one_key_are_both_set_aside(tmp_path):
    imported = gva(tmp_path, f"2023,AKM,Akmola,J,x,7.5,{UNIT}", f"2023,AKM,Akmola,J,x,8.5,{UNIT}")
    assert values(imported) == []
    assert reasons(imported) == [(2, "conflicting_duplicate"), (3, "conflicting_duplicate")]


def test_a_repeated_row_counts_as_duplicate(tmp_path):
    imported = gva(tmp_path, *[f"2023,AKM,Akmola,J,x,7.5,{UNIT}"] * 2)
    assert (len(imported.figures), imported.counts[0].duplicate) == (1, 1)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["year,region_code,item,unit", "2023,ABY,J,x"], r"line 1, column value: is missing"),
        ([HEADER, f"2023,ABY,Abai,J,x,1.0,{UNIT},more"], r"line 2: 8 values under 7 headings"),
        ([HEADER, f"Abai,ABY,2023,J,x,1.0,{UNIT}"], r"line 2, column year: 'Abai' is not a year"),
        ([f"{HEADER},value", f"2023,ABY,Abai,J,x,1.0,{UNIT},9"], r"line 1, column value: the heading stands twice"),
        ([f"{HEADER},remark", f"2023,ABY,Abai,J,x,1.0,{UNIT},?"], r"line 1, column remark: unknown heading"),
        ([HEADER], r"there are headings but no row"),
        (["<!DOCTYPE html>", "<html>"], r"line 1: a web page instead of a table"),
        ([HEADER, '2023,ABY,Abai,J,x,1.0,"million'], r"line 2: the row is torn"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path, lines, message):
    with pytest.raises(InputRefusedError, match=message):
        read_value_added(write_csv(tmp_path / "gva.csv", *lines))


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(InputRefusedError, match=r"employed\.csv: no such file"):
        read_employment(tmp_path / "employed.csv")


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path):
    path = tmp_path / "gva.csv"
    path.write_bytes(HEADER.encode() + "\n2023,ABY,Абай,J,x,1.0,KZT\n".encode("cp1251"))
    with pytest.raises(InputRefusedError, match=r"line 2: not UTF-8"):
        read_value_added(path)


def culture(tmp_path, national, *regions):
    header = ["Regions", *TYPES]
    rows = [[name, *[cell] * len(TYPES)] for name, cell in (("Республика Казахстан", national), *regions)]
    imported = read_culture(write_sheet(tmp_path / "information.xlsx", [header, *rows]), DAY)
    check_counts(imported)
    return imported


def test_spaces_inside_a_number_group_thousands(tmp_path):
    imported = culture(tmp_path, "3 102", ("Акмолинская", "3 102"))
    assert {figure.obs_value for figure in imported.figures} == {3102.0}


@pytest.mark.parametrize(
    ("cell", "reason"), [("х", "suppressed"), ("x", "suppressed"), (None, "no_value"), ("много", "unreadable_value")]
)
def test_a_cell_without_a_number_is_never_a_zero(tmp_path, cell, reason):
    imported = culture(tmp_path, "5", ("Акмолинская", cell), ("г. Астана", "5"))
    assert {row.reason for row in imported.quarantined} == {reason}
    assert 0 not in {figure.obs_value for figure in imported.figures}


def test_a_dash_means_none(tmp_path):
    imported = culture(tmp_path, "5", ("Акмолинская", "-"), ("г. Астана", "5"))
    assert sorted({figure.obs_value for figure in imported.figures}) == [0.0, 5.0]


def test_a_zero_is_doubtful_where_the_regions_fall_short(tmp_path):
    imported = culture(tmp_path, "7", ("Акмолинская", "0"), ("г. Астана", "5"))
    assert {row.reason for row in imported.quarantined} == {"suppressed_as_zero"}


def test_a_zero_is_a_zero_where_hidden_cells_explain_the_difference(tmp_path):
    imported = culture(tmp_path, "7", ("Акмолинская", "0"), ("г. Астана", "5"), ("г. Шымкент", "х"), ("Абайская", "1"))
    assert {row.reason for row in imported.quarantined} == {"suppressed", "unknown_area"}
    assert 0.0 in {figure.obs_value for figure in imported.figures}


def test_a_culture_table_without_the_country_is_refused(tmp_path):
    path = write_sheet(tmp_path / "information.xlsx", [["Regions", *TYPES], ["Акмолинская", *["1"] * len(TYPES)]])
    with pytest.raises(InputRefusedError, match="no row 'Республика Казахстан'"):
        read_culture(path, DAY)


def test_a_type_of_organisation_on_no_list_is_refused(tmp_path):
    path = write_sheet(tmp_path / "information.xlsx", [["Regions", *TYPES, "Archives"], ["Республика Казахстан"]])
    with pytest.raises(InputRefusedError, match="line 1, column Archives: unknown heading"):
        read_culture(path, DAY)


def decent_work(tmp_path, *rows, years=(2015, 2016)):
    imported = read_decent_work(write_sheet(tmp_path / "work.xlsx", [["Перечень", *years], *rows]), DAY)
    check_counts(imported)
    return imported


def test_labels_in_mixed_letters_are_recognised(tmp_path):
    imported = decent_work(
        tmp_path,
        ["M – Детский труд (согласно Резолюции)"],
        ["Всего ", 4.0, 3.0],
        ["Mальчики", 4.4, 3.2],
        ["Девочки", 3.7, 2.8],
    )
    assert [(f.sex, f.obs_value) for f in imported.figures if f.time_period == 2015] == [
        ("_T", 4.0),
        ("M", 4.4),
        ("F", 3.7),
    ]


def test_a_typing_error_and_an_ellipsis_are_set_aside(tmp_path):
    imported = decent_work(tmp_path, ["Специалисты-профессионалы"], ["Женщины (%)", "63,,4", "…"])
    assert [row.reason for row in imported.quarantined] == ["unreadable_value", "no_value"]


def test_shares_that_do_not_add_up_to_a_hundred_are_set_aside(tmp_path):
    imported = decent_work(
        tmp_path, ["Неквалифицированные рабочие"], ["Мужчины (%)", 52.5, 46.0], ["Женщины (%)", 52.5, 54.0]
    )
    assert {(row.time_period, row.reason) for row in imported.quarantined} == {(2015, "total_outside_parts")}


def test_a_total_outside_its_parts_is_set_aside_with_them(tmp_path):
    imported = decent_work(
        tmp_path, ["M - Уровень безработицы, %"], ["Всего", 5.1, 5.0], ["Мужчины", 6.0, 4.4], ["Женщины", 7.0, 5.7]
    )
    assert [(row.sex, row.time_period) for row in imported.quarantined] == [("_T", 2015), ("M", 2015), ("F", 2015)]


def test_a_value_repeated_to_the_last_digit_is_set_aside(tmp_path):
    imported = decent_work(
        tmp_path, ["Доля детей, занятых в опасных условиях", 0.000408329930583912, 0.000408329930583912]
    )
    assert [(row.time_period, row.reason) for row in imported.quarantined] == [(2016, "copied_row")]


def test_values_below_a_title_on_no_list_are_set_aside_not_passed_over(tmp_path):
    imported = decent_work(tmp_path, ["Доля работающих бедных"], ["Всего", 5.1, 5.0])
    assert [(row.line, row.time_period, row.reason) for row in imported.quarantined] == [
        (3, 2015, "unknown_code"),
        (3, 2016, "unknown_code"),
    ]


def test_a_year_in_two_headings_is_refused(tmp_path):
    with pytest.raises(InputRefusedError, match="line 1: the year 2015 stands twice"):
        decent_work(tmp_path, ["Всего", 1.0, 2.0], years=(2015, 2015))


def test_a_sheet_without_years_is_refused(tmp_path):
    with pytest.raises(InputRefusedError, match="line 1: no year in the heading 'a'"):
        decent_work(tmp_path, ["Всего", 1.0], years=("a", "b"))


def test_a_file_that_is_no_workbook_is_refused(tmp_path):
    path = write_csv(tmp_path / "work.xlsx", "not a workbook")
    with pytest.raises(InputRefusedError, match="not a readable workbook"):
        read_decent_work(path, DAY)
