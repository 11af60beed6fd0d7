"""One reader for text tables: what people hand in is read whole or refused with its place and a remedy."""

import pytest

from data.readers.headings import Layout
from data.readers.refusal import InputRefusedError
from data.readers.text_table import read_text_table

LAYOUT = Layout(("year", "value"), optional=("sex",), passed_over=("note",))


def table(tmp_path, content, layout=LAYOUT, **how):
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_text_table(path, layout, **how)


def cells(tmp_path, content, **how):
    return [(row.line, row["year"], row["value"]) for row in table(tmp_path, content, **how).rows]


@pytest.mark.parametrize(
    "content",
    [
        "year,value\n2022,1.5\n",
        "\ufeffyear,value\n2022,1.5\n",
        "year;value\r\n2022;1.5\r\n",
        "year\tvalue\r2022\t1.5\r",
        "year|value\n2022|1.5",
        "year,value,,\n2022,1.5,,\n",
        "YEAR, Value \n2022, 1.5 \n",
        '"year","value"\n"2022","1.5"\n,\n,\n',
        "\ufeff\ufeffyear,\u200bvalue\u200b\n2022\u2060,\u00a01.5\u200e\n",
    ],
)
def test_the_same_table_is_read_from_every_form_of_it(tmp_path, content):
    assert cells(tmp_path, content) == [(2, "2022", "1.5")]


def test_a_line_that_names_the_separator_is_no_row(tmp_path):
    assert cells(tmp_path, "sep=;\nyear;value\n2022;1,5\n") == [(3, "2022", "1,5")]


def test_the_separator_is_the_one_that_gives_the_headings_asked_for(tmp_path):
    assert cells(tmp_path, 'year;value;"note, with, commas"\n2022;1,5;\n'.replace("note, with, commas", "note")) == [
        (2, "2022", "1,5")
    ]


def test_a_quoted_value_may_hold_line_ends_and_separators(tmp_path):
    found = cells(tmp_path, 'year,value,note\n2022,1.5,"a\nb, ""c"""\n2023,2.5,\n')
    assert found == [(2, "2022", "1.5"), (4, "2023", "2.5")]


def test_a_line_separator_of_another_script_does_not_end_a_row(tmp_path):
    assert cells(tmp_path, "year,value,note\n2022,1.5,a\u2028b\x0bc\n") == [(2, "2022", "1.5")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"year,value\n", "there are headings but no row"),
        (b"year,value,value\n2022,1,2\n", r"line 1, column value: the heading stands twice \(columns 2 and 3\)"),
        (b"year,Value,value\n2022,1,2\n", r"line 1, column value: the heading stands twice \(columns 2 and 3\)"),
        (b"year,number\n2022,1\n", r"line 1, column value: is missing \(found: year, number\)"),
        (b"year,value,region\n2022,1,x\n", "line 1, column region: unknown heading"),
        (b"year,value\n2022,1\n2023,1,5\n", "line 3: 3 values under 2 headings"),
        (b"year,value\n2022,1\n2023\n", "line 3: 1 values under 2 headings"),
        (b"year,value,\n2022,1,7\n", "line 2: '7' stands under no heading"),
        (b'year,value\n2022,"1\n2023,2\n', "line 2: the row is torn"),
        (b'year,value\n2022,1\n2023,"2"x\n', "line 3: the row is torn"),
        (b"year,value\n2022,1\nSource: the office\n", "line 3: 1 values under 2 headings"),
        (b"<!DOCTYPE html>\n<html>", "line 1: a web page instead of a table"),
        (b'{"error": "not found"}', "line 1: JSON instead of a table"),
        (b"PK\x03\x04rest", "line 1: a workbook or zip archive"),
        (b"\xd0\xcf\x11\xe0rest", "line 1: an old or locked workbook"),
        (b"\x1f\x8brest", "line 1: a gzip archive"),
        (b"%PDF-1.7", "line 1: a PDF"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "line 1: a pointer to a large file"),
        (b"year,value\n2022,1\nyear,value\n2023,2\n", "line 3: the headings stand here once more"),
        (b"year,value\n" + b"2022,1\n" * 65_535, "line 65536: 65,536 lines are just as many"),
        (b"year,value\n2022,1\n\0\0\0", "3 NUL bytes after the text"),
        (b"year,value\n<<<<<<< HEAD\n2022,1\n", "line 2: marks of an unfinished merge"),
        ("year,value\n2022,1\n".encode("utf-16"), "line 1: UTF-16, not UTF-8"),
        ("year,value\n2022,1\n".encode("utf-16-le"), "line 1: UTF-16 without a mark"),
        ("year,value,note\n2022,1,Алматинская\n".encode("cp1251"), "line 2: not UTF-8 but probably Windows-1251"),
        ("year,value,note\n2022,1,Алматинская\n".encode("cp866"), "line 2: not UTF-8 but probably DOS 866"),
        ("year,value,note\n2022,1,Алматинская\n".encode("koi8-r"), "line 2: not UTF-8 but probably KOI8-R"),
        ("year,value,note\n2022,1,Türkiye\n".encode("cp1252"), "line 2: not UTF-8 but probably Windows-1252"),
        ("year,value,note\n2022,1,T\ufffdrkiye\n".encode(), "line 2: letters were lost"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_whole_is_refused_with_its_place(tmp_path, content, message):
    with pytest.raises(InputRefusedError, match=rf"^table\.csv.*{message}.*; .+"):
        table(tmp_path, content)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(InputRefusedError, match=r"table\.csv: no such file"):
        read_text_table(tmp_path / "table.csv", LAYOUT)


def test_a_quote_of_any_length_that_is_never_closed_is_refused_at_once(tmp_path):
    with pytest.raises(InputRefusedError, match="line 2: the row is torn"):
        table(tmp_path, 'year,value\n2022,"1\n' + "2023,2\n" * 200_000)


def test_faulty_rows_are_kept_one_by_one_where_a_source_sets_rows_aside(tmp_path):
    rows = table(tmp_path, 'year,value,sex\n2022,1\n2022,"2,F\n2023,3,F\n', keep_faulty=True).rows
    assert [(row.line, row.fault and row.fault.split(":")[0]) for row in rows] == [
        (2, "2 values under 3 headings"),
        (3, "not a row of values"),
        (4, None),
    ]
    assert rows[1].raw == '2022,"2,F'


def test_two_headings_of_one_column_may_each_fill_some_rows_but_not_the_same(tmp_path):
    layout = Layout(("year", "value"), aliases={"amount": "value"})
    rows = table(tmp_path, "year,value,amount\n2022,1,\n2023,,2\n2024,3,4\n", layout, keep_faulty=True).rows
    assert [(row["value"], row.fault) for row in rows] == [
        ("1", None),
        ("2", None),
        ("3", "two headings for value are both filled: '3' and '4'"),
    ]


def test_the_code_of_a_country_is_no_sign_for_a_missing_value(tmp_path):
    layout = Layout(("ref_area", "value"))
    rows = table(tmp_path, "ref_area,value\nNA,1\nnull,2\n", layout).rows
    assert [row["ref_area"] for row in rows] == ["NA", "null"]
