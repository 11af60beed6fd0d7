"""Repairs: visible, provable, and refused where the row is not the one they were made for."""

from pathlib import Path

import pytest

from data.importers.kazstat_repairs import read_repairs
from data.readers.refusal import InputRefusedError
from tests.data.damaged_files import EARLIER, NO_REPAIRS, RELEASE, at_line, import_damaged, set_aside, stored


def test_a_repaired_value_keeps_the_published_one_its_evidence_and_a_status(tmp_path: Path) -> None:
    figure = at_line(import_damaged("repaired_value", tmp_path).figures, 2)
    assert (figure.obs_value, figure.published_value, figure.obs_status) == (85.5, 855.0, "S")
    assert figure.repair_evidence == "Value 855 → 85.5: the decimal point is missing"


def test_a_row_that_lacks_a_comma_is_repaired_in_both_columns(tmp_path: Path) -> None:
    imported = import_damaged("repaired_short_row", tmp_path)
    figure = at_line(imported.figures, 2)
    assert (figure.ref_area, figure.obs_value, figure.published_value) == ("KZ", 50.5, 50.5)
    assert [(r.field, r.outcome) for r in imported.repairs] == [("REF_AREA", "applied"), ("Value", "applied")]


def test_a_repaired_region_code_carries_its_evidence(tmp_path: Path) -> None:
    figure = at_line(import_damaged("repaired_code", tmp_path).figures, 4)
    assert (figure.ref_area, figure.urbanisation, figure.obs_status) == ("KZ-63", "R", "S")
    assert figure.repair_evidence == "REF_AREA KZYUZ → KZVOS: East Kazakhstan has no rural row"


def test_the_same_row_of_an_earlier_release_is_repaired_whatever_its_line_and_column_order(tmp_path: Path) -> None:
    imported = import_damaged("repaired_code", tmp_path)
    figure = at_line(imported.figures, 5, EARLIER)
    assert (figure.ref_area, figure.obs_value, figure.obs_status) == ("KZ-63", 7.2, "S")
    assert at_line(imported.repairs, 5, EARLIER).raw_line == "2016,PT,R,KZYUZ,,7.2 "


def test_a_row_of_an_earlier_release_that_says_something_else_is_left_to_the_checks(tmp_path: Path) -> None:
    imported = import_damaged("repaired_code", tmp_path)
    assert set_aside(imported, EARLIER) == [(7, "region_outside_years")]


def test_a_repair_is_refused_and_reported_when_the_row_reads_otherwise(tmp_path: Path) -> None:
    imported = import_damaged("repair_of_another_row", tmp_path)
    (repair,) = imported.repairs
    assert (repair.outcome, repair.line) == ("refused", 2)
    assert at_line(imported.figures, 2).obs_status == "A"
    assert at_line(imported.figures, 2).obs_value == 85.4


def test_a_dropped_row_is_counted_and_reported(tmp_path: Path) -> None:
    imported = import_damaged("dropped_row", tmp_path)
    assert (imported.counts[0].read, imported.counts[0].dropped, imported.counts[0].stored) == (2, 1, 1)
    assert imported.repairs[0].raw_line == "2021,PT,,,,Y15,66.6"


def test_a_doubtful_repair_withholds_the_row_instead_of_guessing(tmp_path: Path) -> None:
    imported = import_damaged("withheld_value", tmp_path)
    assert stored(imported) == [(3, 1.5)]
    assert set_aside(imported) == [(2, "known_error"), (4, "known_error")]


def test_equal_rows_of_which_only_one_is_wrong_are_not_told_apart_elsewhere(tmp_path: Path) -> None:
    imported = import_damaged("ambiguous_elsewhere", tmp_path)
    assert [f.urbanisation for f in imported.figures if f.release == RELEASE] == ["_T", "R"]
    assert [f.urbanisation for f in imported.figures if f.release == EARLIER] == ["_T"]


def test_a_repair_known_for_one_release_needs_only_the_row_itself_in_another(tmp_path: Path) -> None:
    imported = import_damaged("areas_exchanged_in_a_later_release", tmp_path)
    found = {f.ref_area: (f.line, f.obs_value, f.obs_status) for f in imported.figures}
    assert found == {"KZ-11": (2, 5.5, "A"), "KZ-61": (3, 18.9, "S"), "KZ-63": (4, 9.1, "S")}


def test_of_just_as_many_equal_rows_the_same_one_is_repaired_in_another_release(tmp_path: Path) -> None:
    imported = import_damaged("equal_rows_in_a_later_release", tmp_path)
    assert [(f.line, f.urbanisation) for f in imported.figures] == [(2, "_T"), (3, "_T"), (4, "R")]


def test_a_repair_whose_line_is_no_number_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "repairs.csv"
    path.write_text(f"{NO_REPAIRS}2025-01-15,indicator_8-6-1.csv,two,SEX,,F,high,x,raw\n")
    with pytest.raises(InputRefusedError, match=r"repairs\.csv, line 2, column release: .*line 'two'"):
        read_repairs(path)
