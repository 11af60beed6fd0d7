"""Numbers and years are read only in a form that their column leaves no doubt about."""

import pytest

from data.readers.numbers import NumberColumn, read_year


def read(cell, *beside):
    return NumberColumn((cell, *beside)).read(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1040", 1040.0),
        ("1 040", 1040.0),
        ("1\u00a0040,5", 1040.5),
        ("1\u202f234\u202f567", 1234567.0),
        ("\u221240", -40.0),
        ("+2.5", 2.5),
        ("63,4", 63.4),
        ("0,345", 0.345),
        ("1234,567", 1234.567),
        ("1,234,567", 1234567.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567.0),
        ("12.345", 12.345),
        ("1e-05", 0.00001),
        (".5", 0.5),
        (" 95.7 ", 95.7),
        (7, 7.0),
    ],
)
def test_a_number_in_one_clear_form_is_read(cell, value):
    assert read(cell).value == value


@pytest.mark.parametrize(
    ("cell", "beside", "value"),
    [
        ("12,345", ["345.2"], 12345.0),
        ("12,345", ["1,234,567"], 12345.0),
        ("12,345", ["63,4"], 12.345),
        ("12,345", ["0,1", "7"], 12.345),
        ("12.345", ["1.234.567"], 12345.0),
        ("1,286", ["0,435", "0,118"], 1.286),
        ("12.345", ["63.4", "5,1"], 12.345),
        ("40%", ["50 %", ".."], 40.0),
    ],
)
def test_the_column_decides_what_a_cell_alone_leaves_open(cell, beside, value):
    assert read(cell, *beside).value == value


@pytest.mark.parametrize(
    ("cell", "beside"),
    [
        ("12,345", []),
        ("12,345", ["7", "250"]),
        ("12,345", ["1,234,567", "63,4"]),
        ("12,345", ["63,4", "63.4"]),
        ("12.345", ["63,4"]),
        ("40%", ["0.4"]),
    ],
)
def test_what_the_column_leaves_open_is_ambiguous_and_no_number(cell, beside):
    number = read(cell, *beside)
    assert (number.value, number.problem) == (None, "ambiguous")


def test_numeric_cells_of_a_workbook_do_not_decide_about_typed_ones():
    assert NumberColumn((345.2, "12,345")).read("12,345").problem == "ambiguous"


@pytest.mark.parametrize("cell", ["x", "X", "х", "Х", " x ", "c", ":c"])
def test_a_sign_for_a_value_kept_back_is_told_apart_from_a_missing_one(cell):
    assert (read(cell).value, read(cell).problem) == (None, "withheld")


def test_a_zero_with_a_minus_is_a_zero():
    assert str(read("-0").value) == str(read("−0.0").value) == "0.0"


@pytest.mark.parametrize("cell", ["", " ", "..", "…", "-", "—", "n/a", "NaN", "null", ":", "н/д", "НД"])
def test_a_sign_for_no_value_is_missing_and_no_zero(cell):
    assert (read(cell).value, read(cell).problem) == (None, "missing")


@pytest.mark.parametrize(
    "cell",
    [
        "63,,4", "10 40", "1,23,456", "<0.1", "2018-2020", "(12)", "1_000", "\u0663\u0664", "12²", "1e999", "5b",
        "2023-02-03", "#REF!", "0x1F", "inf", "- 5", "--5", float("nan"),
        "10.5 bu", "6.5ep", "1.355,90€", ": c",
    ],
)  # fmt: skip
def test_anything_else_is_unreadable_and_never_guessed(cell):
    assert (read(cell).value, read(cell).problem) == (None, "unreadable")


@pytest.mark.parametrize(
    ("cell", "value", "status"),
    [
        ("6.5p", 6.5, "P"),
        ("6.5 (p)", 6.5, "P"),
        ("78,8*", 78.8, "P"),
        ("6,5п", 6.5, "P"),
        ("6.5e", 6.5, "E"),
        ("6.5", 6.5, "A"),
    ],
)
def test_a_mark_beside_a_number_becomes_its_status(cell, value, status):
    assert (read(cell).value, read(cell).status) == (value, status)


@pytest.mark.parametrize(
    ("cell", "year", "status"),
    [
        ("2023", 2023, "A"),
        (" 2023 ", 2023, "A"),
        (2023, 2023, "A"),
        ("2023.0", 2023, "A"),
        ("2023*", 2023, "P"),
        ("2023 (p)", 2023, "P"),
    ],
)
def test_a_year_keeps_its_mark(cell, year, status):
    assert (read_year(cell).value, read_year(cell).status) == (year, status)


@pytest.mark.parametrize(
    "cell", ["", "20O2", "23", "2,023", "2015-16", "2018-2020", "2015/16", "2023 Q1", "2023-01-01", "12023"]
)
def test_a_span_a_season_or_a_slip_is_no_year(cell):
    assert read_year(cell) is None
