"""Every kind of damage seen in the national platform's files, and what exactly becomes of each row."""

import shutil
from pathlib import Path

import pytest

from data.importers.national_sdg import read_source
from data.readers.refusal import InputRefusedError
from data.tidy import check_counts
from tests.data.damaged_files import DAMAGED, at_line, import_damaged, set_aside, stored

WHOLE = sorted(p.name for p in DAMAGED.iterdir() if p.is_dir() and not p.name.startswith("broken_"))
BROKEN = {
    "broken_not_text": ("indicator_8-b-1.csv, line 3", "UTF-8"),
    "broken_web_page": ("indicator_8-b-1.csv, line 1", "download the raw file again"),
    "broken_no_value_column": ("indicator_8-b-1.csv, line 1, column Value", "compare the file"),
    "broken_unknown_heading": ("indicator_8-b-1.csv, line 1, column OCCUPATION", "kazstat_headings.csv"),
    "broken_empty": ("indicator_8-b-1.csv", "fetch it again"),
    "broken_two_sexes": ("indicator_8-6-1.csv, line 1, column SEX", "remove the other"),
    "broken_two_values": ("indicator_8-6-1.csv, line 1, column VALUE", "remove the other"),
    "broken_wide_text": ("indicator_8-6-1.csv, line 1: UTF-16", "save the file again as UTF-8"),
    "broken_day": ("2025-02-30/indicator_8-6-1.csv", "YYYY-MM-DD"),
    "broken_day_form": ("20250115/indicator_8-6-1.csv", "YYYY-MM-DD"),
    "broken_folder_name": ("latest/indicator_8-b-1.csv", "name it after the day"),
}
# Folder, lines and values stored, lines and reasons set aside.
OUTCOMES = [
    ("windows_export", [(2, 40.5), (3, 43.25)], []),
    ("blank_lines", [(2, 1500.0), (5, 900.0)], []),
    ("short_row", [(3, 47.1)], [(2, "malformed_row")]),
    ("value_under_sex", [(3, 7.6)], [(2, "malformed_row")]),
    ("long_row", [(3, 80.25)], [(2, "malformed_row")]),
    ("units_heading", [(2, 28.75)], []),
    ("russian_headings", [(2, 12.5)], [(3, "unknown_code")]),
    ("wrong_codes", [(4, 0.2)], [(2, "unknown_area"), (3, "unknown_code")]),
    ("lost_decimal_point", [(3, 86.5)], [(2, "percent_over_100")]),
    ("negative_percent", [(3, 80.25)], [(2, "percent_out_of_range")]),
    ("open_percent", [(2, 131.7)], []),
    ("no_unit", [], [(2, "unknown_code")]),
    ("two_units", [(2, 2.5), (3, 90.5)], []),
    ("conflicting_duplicate", [(4, 0.01)], [(2, "conflicting_duplicate"), (3, "conflicting_duplicate")]),
    ("exact_duplicate", [(2, 51.5)], []),
    ("lost_residence", [], [(line, "conflicting_duplicate") for line in (2, 3, 4)]),
    ("abolished_region", [(3, 43.0)], [(2, "region_outside_years")]),
    (
        "two_generations",
        [(2, 4.5), (5, 5.4), (6, 1.4)],
        [(3, "region_outside_years"), (4, "region_outside_years")],
    ),
    ("late_split", [(2, 700.0)], []),
    ("restated_borders", [(2, 80.5), (3, 90.5)], []),
    ("region_before_its_time", [(3, 0.1), (4, 0.2), (5, 0.3)], [(2, "region_outside_years")]),
    ("age_fifteen", [(3, 20.5)], [(2, "single_age")]),
    ("decimals", [(2, 83.22816217108324), (3, 84.0)], []),
    (
        "total_fits_other_split",
        [(2, 6.0), (5, 5.8), (6, 13.1)],
        [(3, "total_outside_parts"), (4, "total_outside_parts")],
    ),
    (
        "total_fits_no_split",
        [(2, 8.2), (3, 5.0), (4, 3.1), (5, 5.05), (6, 5.0), (7, 4.0)],
        [],
    ),
    ("rural_rows_swapped", [(2, 7.4), (3, 7.5), (5, 4.5)], [(4, "region_outside_years")]),
    ("wrong_year", [(4, 20.5)], [(2, "missing_year"), (3, "missing_year")]),
    ("target_row", [(2, 6.0), (3, 5.9)], [(4, "year_after_release"), (5, "year_after_release")]),
    ("year_slip", [(2, 6.0)], [(3, "year_before_records")]),
    ("unit_respelt", [(4, 4.1)], [(2, "unknown_code"), (3, "unknown_code")]),
    ("provisional_marks", [(2, 6.0), (3, 6.5), (6, 5.5)], [(4, "unreadable_value"), (5, "missing_year")]),
    ("decimal_commas", [(2, 6.5), (3, 12.345)], [(4, "percent_out_of_range")]),
    ("ambiguous_comma", [(3, 987.0)], [(2, "ambiguous_number")]),
    ("another_table_of_this_name", [], [(2, "unknown_code"), (3, "unknown_code")]),
    ("unread_names", [(2, 6.0)], []),
    ("words_for_numbers", [(5, 0.9)], [(line, "no_value") for line in (2, 3, 4)]),
]


@pytest.mark.parametrize(("name", "kept", "aside"), OUTCOMES, ids=[name for name, _, _ in OUTCOMES])
def test_each_damaged_row_is_set_aside_for_its_reason_and_sound_rows_stay(
    name: str, kept: list, aside: list, tmp_path: Path
) -> None:
    imported = import_damaged(name, tmp_path)
    assert stored(imported) == kept
    assert set_aside(imported) == aside


@pytest.mark.parametrize("name", WHOLE)
def test_every_row_read_is_accounted_for(name: str, tmp_path: Path) -> None:
    check_counts(import_damaged(name, tmp_path))


def test_equal_rows_are_counted_as_duplicates_once_each(tmp_path: Path) -> None:
    (count,) = import_damaged("exact_duplicate", tmp_path).counts
    assert (count.read, count.stored, count.duplicate) == (3, 1, 2)


def test_blank_lines_are_no_rows_but_keep_their_place_in_the_numbering(tmp_path: Path) -> None:
    imported = import_damaged("blank_lines", tmp_path)
    assert imported.counts[0].read == 2
    assert at_line(imported.figures, 5).activity == "ISIC4_R"


def test_a_russian_heading_and_word_become_their_codes(tmp_path: Path) -> None:
    figure = at_line(import_damaged("russian_headings", tmp_path).figures, 2)
    assert (figure.series_code, figure.ref_area, figure.unit_measure) == ("_L_KZ_170602_1A", "KZ-11", "TH_UNITS")


def test_pay_filed_as_per_cent_is_tenge_per_hour(tmp_path: Path) -> None:
    figure = at_line(import_damaged("wrong_unit", tmp_path).figures, 2)
    assert (figure.unit_measure, figure.obs_value, figure.obs_status) == ("TNG_PER_HOUR", 2600, "A")


def test_ages_copied_between_regions_set_both_aside(tmp_path: Path) -> None:
    imported = import_damaged("copied_region", tmp_path)
    assert {(q.ref_area, q.reason) for q in imported.quarantined} == {("KZ-11", "copied_row"), ("KZ-15", "copied_row")}
    assert {f.ref_area for f in imported.figures} == {"KZ-55"}


def test_ages_copied_from_the_country_set_only_the_region_aside(tmp_path: Path) -> None:
    imported = import_damaged("copied_country", tmp_path)
    assert {f.ref_area for f in imported.figures} == {"KZ"}
    assert len(imported.quarantined) == 7


def test_flat_blocks_that_are_equal_by_chance_stay(tmp_path: Path) -> None:
    assert import_damaged("equal_flat_blocks", tmp_path).quarantined == []


def test_a_block_for_both_sexes_that_is_the_womens_is_set_aside(tmp_path: Path) -> None:
    imported = import_damaged("copied_sex", tmp_path)
    assert {q.sex for q in imported.quarantined} == {"_T"}
    assert {f.sex for f in imported.figures} == {"F", "M"}


def test_a_year_that_repeats_the_one_before_in_every_region_is_set_aside(tmp_path: Path) -> None:
    imported = import_damaged("carried_forward", tmp_path)
    assert {(q.time_period, q.reason) for q in imported.quarantined} == {(2019, "carried_forward")}
    assert {f.time_period for f in imported.figures} == {2017, 2018}


def test_where_nothing_decides_between_a_total_and_its_parts_both_stay_and_are_disputed(tmp_path: Path) -> None:
    imported = import_damaged("total_fits_no_split", tmp_path)
    assert {row.line: row.detail for row in imported.disputed} == dict.fromkeys(
        (2, 3, 4), "total 8.2 (line 2), parts 5 (line 3), 3.1 (line 4)"
    )


def test_a_split_that_fails_in_most_regions_without_further_evidence_is_disputed_as_a_whole(tmp_path: Path) -> None:
    imported = import_damaged("split_fails_everywhere", tmp_path)
    assert imported.quarantined == []
    assert {row.line for row in imported.disputed} == set(range(2, 38))


def test_a_provisional_mark_beside_a_year_or_a_value_becomes_the_status(tmp_path: Path) -> None:
    imported = import_damaged("provisional_marks", tmp_path)
    assert {f.line: (f.time_period, f.obs_status) for f in imported.figures} == {
        2: (2023, "P"),
        3: (2022, "P"),
        6: (2021, "A"),
    }


def test_a_quarantined_row_keeps_its_value_and_its_text(tmp_path: Path) -> None:
    row = at_line(import_damaged("lost_decimal_point", tmp_path).quarantined, 2)
    assert (row.obs_value, row.raw_line, row.indicator) == (855.0, "2015,PT,,855", "4.2.1")


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_broken_as_a_whole_is_refused_with_its_place_and_a_remedy(name: str) -> None:
    place, remedy = BROKEN[name]
    with pytest.raises(InputRefusedError) as refusal:
        read_source(DAMAGED / name)
    assert place in str(refusal.value)
    assert remedy in str(refusal.value)


def test_every_broken_file_of_a_source_is_named_not_only_the_first(tmp_path: Path) -> None:
    for name in ("broken_two_sexes", "broken_web_page"):
        shutil.copytree(DAMAGED / name, tmp_path, dirs_exist_ok=True)
    with pytest.raises(InputRefusedError) as refusal:
        read_source(tmp_path)
    assert [line.split(":")[0] for line in str(refusal.value).splitlines()] == [
        "2025-01-15/indicator_8-6-1.csv, line 1, column SEX",
        "2025-01-15/indicator_8-b-1.csv, line 1",
    ]
