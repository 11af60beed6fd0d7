"""One reader for workbooks: cells as they are kept, every sheet accounted for, no formula without its result."""

import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from data.readers.refusal import InputRefusedError
from data.readers.workbook import read_sheet, read_workbook


def book(tmp_path, **sheets):
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "book.xlsx"
    made.save(path)
    return path


def test_numbers_stay_numbers_and_everything_else_is_text(tmp_path):
    sheet = read_sheet(book(tmp_path, data=[["a", 1, 2.5, None, True, datetime(2023, 2, 3), "#REF!"]]))
    assert sheet.rows[0].values == ("a", 1, 2.5, "", "TRUE", "2023-02-03", "#REF!")


def test_rows_keep_their_number_in_the_sheet(tmp_path):
    sheet = read_sheet(book(tmp_path, data=[["a"], [], ["b"]]))
    assert [(row.line, row.text(0)) for row in sheet.rows] == [(1, "a"), (2, ""), (3, "b")]


def test_a_cell_that_became_a_date_is_no_number(tmp_path):
    sheet = read_sheet(book(tmp_path, data=[["value"], [2.3], [datetime(2023, 3, 2)]]))
    numbers = sheet.numbers((0,), first_line=2)
    assert [numbers.read(row.values[0]).problem for row in sheet.rows[1:]] == [None, "unreadable"]


def test_a_sheet_that_claims_to_have_one_cell_is_read_whole(tmp_path):
    path = book(tmp_path, data=[["a", 1], ["b", 2]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'<dimension ref="A1:B2"' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert [row.values for row in read_sheet(path).rows] == [("a", 1), ("b", 2)]


@pytest.mark.timeout(20)
def test_cells_that_are_only_formatted_are_not_gone_through(tmp_path):
    path = book(tmp_path, data=[["a"], ["b"]])
    made = load_workbook(path)
    made["data"].cell(row=1_048_576, column=16_384).font = Font(bold=True)
    made.save(path)
    assert [row.values for row in read_sheet(path).rows] == [("a",), ("b",)]


def test_only_the_sheets_named_are_read_and_the_known_ones_passed_over(tmp_path):
    path = book(tmp_path, data=[[1]], notes=[["x"]])
    assert list(read_workbook(path, ("data",), ("notes",))) == ["data"]


@pytest.mark.parametrize(
    ("read", "passed_over", "message"),
    [
        (("data",), (), "sheet 'notes' was not expected"),
        (("figures",), ("notes",), r"no sheet 'figures' \(found: data, notes\)"),
    ],
)
def test_a_sheet_nobody_asked_for_or_that_is_missing_is_named(tmp_path, read, passed_over, message):
    path = book(tmp_path, data=[[1]], notes=[["x"]])
    with pytest.raises(InputRefusedError, match=message):
        read_workbook(path, read, passed_over)


def test_the_only_sheet_is_not_chosen_among_several(tmp_path):
    with pytest.raises(InputRefusedError, match="one sheet was expected, found data, notes"):
        read_sheet(book(tmp_path, data=[[1]], notes=[["x"]]))


def test_a_formula_whose_result_was_never_saved_is_refused_at_its_cell(tmp_path):
    with pytest.raises(InputRefusedError, match=r"book\.xlsx, line 2: the formula in B2 of sheet 'data' has no saved"):
        read_sheet(book(tmp_path, data=[["a", "b"], [1, "=A2*2"]]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"an old \(\.xls\) or locked workbook"),
        (b"<html><table></table></html>", "not a readable workbook"),
        (b"PK\x03\x04cut", "not a readable workbook"),
    ],
)
def test_what_is_no_workbook_is_refused_for_what_it_is(tmp_path, content, message):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputRefusedError, match=message):
        read_sheet(path)


def test_a_cut_workbook_is_refused(tmp_path):
    path = book(tmp_path, data=[[number] for number in range(2000)])
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(InputRefusedError, match="not a readable workbook"):
        read_sheet(path)
