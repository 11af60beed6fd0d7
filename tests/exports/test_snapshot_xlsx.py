"""The workbook: donor column order, live formulas that give the printed figures, and a sheet that says what it is."""

from __future__ import annotations

import io
from functools import lru_cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.xlsx import COLUMNS, WORKINGS, write_snapshot_xlsx
from tests.exports.formulas import value_of
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, RELEASE_2024, snapshot


@lru_cache(maxsize=8)
def book(lang: str = "en", compared: bool = False) -> openpyxl.Workbook:
    content = write_snapshot_xlsx(snapshot(lang, NEWEST, RELEASE_2021 if compared else None))
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet(name: str, lang: str = "en", compared: bool = False) -> Worksheet:
    return book(lang, compared)[words.word(f"sheet_{name}", lang)]


def letter(key: str) -> str:
    keys = [column.key for column in COLUMNS + WORKINGS]
    return openpyxl.utils.get_column_letter(keys.index(key) + 1)


def test_columns_stand_in_the_order_donors_ask_for() -> None:
    heads = [cell.value for cell in sheet("snapshot")[1]]
    assert heads[:14] == [
        "Goal",
        "SDG target",
        "Code",
        "Indicator",
        "Unit",
        "Baseline",
        "Baseline year",
        "Latest",
        "Latest year",
        "Target",
        "Target year",
        "Target kind",
        "Change",
        "Status",
    ]
    assert heads[18:21] == ["Source", "Release", "Next release"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_formula_works_out_to_the_figure_of_the_model(lang: str) -> None:
    model, page = snapshot(lang), sheet("snapshot", lang)
    worked = 0
    for line, row in enumerate(model.rows, 2):
        assert page[f"D{line}"].value == row.title
        for column in COLUMNS + WORKINGS:
            cell = f"{letter(column.key)}{line}"
            if column.formula is None or page[cell].value is None:
                continue
            worked += 1
            expected = column.value(model, row)
            expected = "" if expected is None else expected
            got = value_of(page, cell)
            assert got == (expected if isinstance(expected, str) else pytest.approx(expected, rel=1e-9, abs=1e-12)), (
                row.series_id,
                column.key,
            )
    assert worked > 100


def test_a_new_latest_value_gives_a_new_status_in_the_open_workbook() -> None:
    model, page = snapshot("en"), sheet("snapshot")
    line = next(n for n, row in enumerate(model.rows, 2) if row.series_id == "women_managers")
    cell = page[f"{letter('latest')}{line}"]
    before = cell.value
    assert value_of(page, f"{letter('recomputed')}{line}") == "Limited progress"
    cell.value = 50
    assert value_of(page, f"{letter('recomputed')}{line}") == "Target achieved"
    cell.value = before


def test_published_figures_are_unrounded_numbers() -> None:
    model, page = snapshot("en"), sheet("snapshot")
    for line, row in enumerate(model.rows, 2):
        for key, value in (("baseline", row.baseline_value), ("latest", row.latest_value)):
            printed = page[f"{letter(key)}{line}"].value
            assert printed == (None if value is None else pytest.approx(value, rel=1e-15))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_read_me_sheet_says_date_checksum_version_and_disclaimer(lang: str) -> None:
    model = snapshot(lang)
    said = {row[0].value: row[1].value for row in sheet("readme", lang).iter_rows()}
    assert said[words.word("readme_as_of", lang)] == captions.as_of_text(model)
    assert said[words.word("readme_checksum", lang)] == model.checksum
    assert said[words.word("readme_version", lang)] == model.version
    assert words.word("non_endorsement", lang) in said[words.word("readme_disclaimer", lang)]


def test_the_methods_sheet_lists_every_ruling_of_every_judged_row() -> None:
    judged = [row for row in snapshot("en").rows if row.default_status is not None]
    assert sheet("methods").max_row - 1 == 7 * len(judged)


def test_every_changed_point_has_a_line_and_its_change_is_live() -> None:
    model, page = snapshot("en", NEWEST, RELEASE_2021), sheet("changes", compared=True)
    lines = [row for row in page.iter_rows(min_row=3) if isinstance(row[1].value, int)]
    assert len(lines) == len(model.changes.points)
    first = next(row for row in lines if row[0].value.startswith("Culture, sport") and row[1].value == 2015)
    assert (first[2].value, first[3].value) == (3.3, 3.4)
    assert value_of(page, first[4].coordinate) == pytest.approx(0.1 / 3.3)


def test_no_change_says_so() -> None:
    content = write_snapshot_xlsx(snapshot("en", RELEASE_2024, RELEASE_2024))
    assert openpyxl.load_workbook(io.BytesIO(content))["Changes"]["A2"].value == "No changes."


def test_the_same_request_gives_the_same_bytes() -> None:
    model = snapshot("kk", NEWEST, RELEASE_2021)
    assert write_snapshot_xlsx(model) == write_snapshot_xlsx(model)
