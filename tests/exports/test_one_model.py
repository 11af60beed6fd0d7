"""One model, several renderings: page, PDF, workbook, IATI table and HTML state the same figures and statuses."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import openpyxl
import pytest
from pypdf import PdfReader

from pages.parts.snapshot import text as words
from pages.parts.snapshot.html import write_snapshot_html
from pages.parts.snapshot.iati import write_snapshot_iati
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.pdf import write_snapshot_pdf
from pages.parts.snapshot.sheet import sheet_html
from pages.parts.snapshot.xlsx import write_snapshot_xlsx
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, RELEASE_2024, snapshot

Figures = dict[str, tuple[str, str, str]]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


def printed(model: SnapshotModel) -> Figures:
    """Title -> (baseline, latest, status) as the model prints them."""
    texts = [words.row_text(row, model) for row in model.rows]
    return {flat(text.title): (flat(text.baseline), flat(text.latest), flat(text.status)) for text in texts}


def on_the_page(markup: str) -> Figures:
    figures: Figures = {}
    for line in re.findall(r"<tr><th scope=\"row\">.*?</tr>", markup):
        title = re.match(r'<tr><th scope="row">(.*?)<small>', line).group(1)
        cells = re.findall(r'<td class="n">(.*?)</td>', line)
        baseline, latest = (re.sub(r"<small>.*?</small>|<[^>]+>", "", cell) for cell in cells[:2])
        status = re.search(r'<td class="st">.*?<b>(.*?)</b>', line).group(1)
        figures[flat(unescape(title))] = (flat(unescape(baseline)), flat(unescape(latest)), flat(unescape(status)))
    return figures


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("as_of", [NEWEST, RELEASE_2024, RELEASE_2021])
def test_the_page_shows_the_figures_of_the_model(lang: str, as_of) -> None:
    model = snapshot(lang, as_of)
    assert on_the_page(sheet_html(model, None)) == printed(model)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_html_file_shows_the_figures_of_the_page(lang: str) -> None:
    model = snapshot(lang)
    assert on_the_page(write_snapshot_html(model).decode()) == on_the_page(sheet_html(model, None))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_prints_the_figures_of_the_page_side_by_side(lang: str) -> None:
    model = snapshot(lang)
    for item in model.goals:
        reader = PdfReader(io.BytesIO(write_snapshot_pdf(model, item.number)))
        said = " ".join(flat(page.extract_text()) for page in reader.pages)
        for title, (baseline, latest, status) in on_the_page(sheet_html(model, item.number)).items():
            after = [part[: part.index(status)] for part in said.split(title)[1:] if status in part]
            assert any(baseline in row and latest in row for row in after), title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_workbook_and_iati_hold_the_figures_that_the_page_rounds(lang: str) -> None:
    model, shown = snapshot(lang), printed(snapshot(lang))
    book = openpyxl.load_workbook(io.BytesIO(write_snapshot_xlsx(model)))
    page = book[words.word("sheet_snapshot", lang)]
    table = csv.DictReader(io.StringIO(write_snapshot_iati(model).decode("utf-8-sig")))
    actual = {line["indicator_code"]: float(line["actual_value"]) for line in table if line["actual_value"]}
    for line, row in enumerate(model.rows, 2):
        title = flat(page[f"D{line}"].value)
        baseline, latest = page[f"F{line}"].value, page[f"H{line}"].value
        assert (flat(words.value_text(baseline, row, lang)), flat(words.value_text(latest, row, lang))) == shown[title][
            :2
        ]
        assert flat(page[f"N{line}"].value) == shown[title][2]
        if latest is not None:
            assert actual[row.series_id] == pytest.approx(latest, rel=1e-14)


@pytest.mark.parametrize("extension", ["pdf", "xlsx", "csv", "html"])
def test_file_names_carry_goal_date_comparison_method_and_language(extension: str) -> None:
    name = snapshot("kk", RELEASE_2024, RELEASE_2021, "eurostat").file_name(extension, 8)
    assert name == f"kazakhstan-sdg-snapshot_goal-8_as-of-2024-10-24_vs-2021-12-30_eurostat_kk.{extension}"
    plain = snapshot("en").file_name(extension)
    assert plain == f"kazakhstan-sdg-snapshot_all-goals_as-of-2026-11-22_en.{extension}"
