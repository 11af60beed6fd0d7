"""Published assessments are reproduced, and bad input is refused with its place instead of counted as agreement."""

from pathlib import Path

import pytest

from queries.progress import assess, main, outcome
from queries.progress_file import read_published

PUBLISHED = Path(__file__).parent / "published"
# Judged by its publisher against a target that the file does not print; see the docstring of queries/progress.py.
UNEXPLAINED_BY_THE_FILE = {"EG_EGY_PRIM"}
ROW = {
    "indicator": "1.2.1", "series": "halve poverty", "base_year": "2015", "base_value": "14.5",
    "current_year": "2023", "current_value": "10.2", "target": "7.25", "target_year": "2030", "direction": "-1",
    "progress_value": "0.9525901792032172", "score": "2.5185563910306596", "status": "substantial_progress",
}  # fmt: skip


def outcomes(file, method):
    rows, _ = read_published(PUBLISHED / file)
    return {row.series: outcome(answer, row) for row, answer in zip(rows, assess(rows, method), strict=True)}


def test_all_62_published_rows_of_statistics_canada_are_reproduced():
    found = list(outcomes("statcan_open_sdg.csv", "open_sdg").values())
    assert (found.count("agrees"), found.count("unassessed"), len(found)) == (45, 17, 62)


def test_113_of_114_published_rows_for_kazakhstan_are_reproduced():
    found = outcomes("undp_kazakhstan.csv", "unsd2022")
    assert len(found) == 114
    assert {series for series, answer in found.items() if answer == "differs"} == UNEXPLAINED_BY_THE_FILE


def test_command_ends_well_when_every_assessed_row_agrees(capsys):
    assert main([str(PUBLISHED / "statcan_open_sdg.csv")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 of 62 rows differ, 45 agree, 17 not assessed"


@pytest.fixture
def check(tmp_path, capsys):
    """Exit code, last line printed and standard error for one row, or for any content."""

    def run(content=None, **changed):
        row = {name: value for name, value in (ROW | changed).items() if value is not None}
        table = ",".join(row) + "\n" + ",".join(f'"{value}"' for value in row.values()) + "\n"
        file = tmp_path / "one.csv"
        file.write_bytes(table.encode() if content is None else content)
        code = main([str(file)])
        out, err = capsys.readouterr()
        return code, out.splitlines()[-1] if out else "", err

    return run


@pytest.mark.parametrize(
    ("column", "wrong"),
    [("progress_value", "0.9525901811032172"), ("score", "2.51856"), ("status", "limited_progress")],
)
def test_command_fails_and_says_so_when_one_value_differs(check, column, wrong):
    assert check(**{column: wrong})[:2] == (1, "1 of 1 rows differ, 0 agree, 0 not assessed")


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("base_value", "14,5"),
        ("base_value", "\u00a014.5"),
        ("base_year", "2015.0"),
        ("direction", "not increase"),
        ("direction", "Decrease"),
        ("status", "Substantial progress"),
    ],
)
def test_the_same_row_in_other_words_agrees(check, column, written):
    assert check(**{column: written})[:2] == (0, "0 of 1 rows differ, 1 agree, 0 not assessed")


@pytest.mark.parametrize("form", [lambda t: t.upper(), lambda t: t.replace(",", ";"), lambda t: "\ufeff" + t])
def test_capital_headings_semicolons_and_a_mark_of_bytes_change_nothing(check, form):
    table = form(",".join(ROW)) + "\n" + form(",".join(ROW.values())) + "\n"
    assert check(table.replace("\n\ufeff", "\n").replace("HALVE", "halve").encode())[0] == 0


def test_a_row_that_neither_side_can_assess_is_no_agreement(check):
    code, line, _ = check(base_value="..", progress_value="", score="", status="not_available")
    assert (code, line) == (2, "0 of 1 rows differ, 0 agree, 1 not assessed")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"base_value": "14,500", "current_value": "10", "target": "7"},
            "line 2, column base_value: '14,500' is ambiguous",
        ),
        ({"target": "7.25%"}, "line 2, column target: '7.25%' is ambiguous"),
        ({"base_value": "about 14"}, "line 2, column base_value: 'about 14' is unreadable"),
        ({"base_year": "2015-16"}, "line 2, column base_year: '2015-16' is not a year"),
        ({"direction": "sideways"}, "line 2, column direction: 'sideways' is not known"),
        ({"method": "CAGR"}, "line 2, column method: 'CAGR' is not known"),
        ({"cagr_limits": "[0.01]"}, "line 2, column cagr_limits: '[0.01]' is no list of three numbers"),
        ({"base_value": None}, "line 1, column base_value: is missing"),
        ({"status": None, "score": None, "progress_value": None}, "line 1: none of progress_value, score, status"),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_line_and_column(check, changed, said):
    code, line, error = check(**changed)
    assert (code, line) == (2, "")
    assert f"one.csv, {said}" in error


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "one.csv: the file is empty"),
        (b"<html></html>", "one.csv, line 1: a web page"),
        ("series,base_year\n".encode("utf-16"), "one.csv, line 1: UTF-16"),
        (",".join(ROW).encode() + b'\n1,"halve', "one.csv, line 2: the row is torn"),
    ],
)
def test_what_is_no_table_is_refused(check, content, said):
    code, line, error = check(content)
    assert (code, line) == (2, "")
    assert said in error


def test_a_column_that_is_not_read_is_named(check):
    code, _, error = check(dims="all ages")
    assert (code, error) == (0, "columns not read: dims\n")


def test_command_names_a_file_that_is_not_there(tmp_path, capsys):
    assert main([str(tmp_path / "absent.csv")]) == 2
    assert "absent.csv: no such file" in capsys.readouterr().err
