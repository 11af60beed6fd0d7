"""A deck in four renderings: the same numbers on the screen, in PowerPoint, in HTML and in the PDF."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from pages.parts.deck.build import READY, build_deck
from pages.parts.deck.html import write_deck_html
from pages.parts.deck.model import Deck, Slide
from pages.parts.deck.native import native_chart
from pages.parts.deck.pdf import write_deck_pdf
from pages.parts.deck.pptx import write_deck_pptx
from pages.parts.words.language import LANGUAGES

AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module", params=READY)
def deck(request: pytest.FixtureRequest) -> Deck:
    return build_deck(request.param, (), "", "en", AS_OF)


def drawn_numbers(slide: Slide) -> list[float]:
    """The values that the marks of a slide stand for, read from its figure without the code under test."""
    numbers = []
    for trace in slide.figure["data"]:
        silent = trace.get("hoverinfo") == "skip" and "ids" not in trace and trace.get("type") != "bar"
        if silent or trace.get("mode") == "text" or "region_outline" in trace:
            continue
        along = "x" if trace.get("orientation") == "h" or trace.get("mode") == "markers" else "y"
        numbers += [value for value in trace[along] if value is not None]
    return numbers


def chart_of(page: object) -> object:
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def test_every_slide_of_every_ready_deck_has_a_headline_with_a_number(deck: Deck) -> None:
    assert len(deck.slides) >= 5
    for slide in deck.slides:
        assert re.search(r"\d", slide.headline), slide.headline


def test_every_powerpoint_slide_holds_one_native_chart_and_no_picture(deck: Deck) -> None:
    document = Presentation(io.BytesIO(write_deck_pptx(deck)))
    assert len(document.slides) == len(deck.slides)
    for page, slide in zip(document.slides, deck.slides, strict=True):
        assert [shape.has_chart for shape in page.shapes].count(True) == 1
        assert not any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in page.shapes)
        assert page.shapes.title.text_frame.text == slide.headline
        words = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        assert slide.source in words and slide.as_of in words


def test_the_powerpoint_workbooks_hold_the_numbers_of_the_screen(deck: Deck) -> None:
    document = Presentation(io.BytesIO(write_deck_pptx(deck)))
    for page, slide in zip(document.slides, deck.slides, strict=True):
        chart = chart_of(page)
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        written = sorted(
            cell for row in sheet.iter_rows(min_row=2, min_col=2, values_only=True) for cell in row if cell is not None
        )
        cached = sorted(
            value for plot in chart.plots for series in plot.series for value in series.values if value is not None
        )
        assert written == pytest.approx(cached)
        screen = sorted(slide.table["obs_value"].dropna()) if slide.kind == "map" else sorted(drawn_numbers(slide))
        if slide.kind == "line" and any("name" not in trace for trace in slide.figure["data"]):
            screen = sorted(value for trace in slide.figure["data"] for value in trace["y"] if value is not None)
        assert written == pytest.approx(screen, abs=1e-6), slide.code


def test_the_saved_html_holds_the_numbers_and_words_of_the_screen(deck: Deck) -> None:
    page = write_deck_html({"en": deck}, "en").decode()
    held = json.loads(re.search(r'id="deck">(.*?)</script>', page, re.S)[1])
    for given, slide in zip(held["langs"]["en"]["slides"], deck.slides, strict=True):
        assert (given["headline"], given["source"], given["as_of"]) == (slide.headline, slide.source, slide.as_of)
        assert [trace.get("name") for trace in given["figure"]["data"]] == [
            trace.get("name") for trace in slide.figure["data"]
        ]
        plain = [trace for trace in slide.figure["data"] if "region_outline" not in trace]
        kept = [
            trace
            for trace, own in zip(given["figure"]["data"], slide.figure["data"], strict=True)
            if "region_outline" not in own
        ]
        assert kept == json.loads(json.dumps(plain))


def test_the_pdf_prints_every_number_that_the_screen_prints(deck: Deck) -> None:
    pages = PdfReader(io.BytesIO(write_deck_pdf(deck))).pages
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        printed = re.sub(r"\s+", "", page.extract_text())
        words = [slide.headline, *(note["text"] for note in slide.figure["layout"]["annotations"])]
        words += [
            item
            for trace in slide.figure["data"]
            for item in trace.get("text", ())
            if isinstance(item, str) and (trace.get("mode") == "text" or trace.get("type") == "bar")
        ]
        for number in re.findall(r"\d[\d.,]*", re.sub(r"<[^>]+>", " ", " ".join(words))):
            assert number.rstrip(".,") in printed, (slide.code, number)


def test_a_line_never_crosses_a_break_in_powerpoint() -> None:
    slide = build_deck("own", ("line~neet_15_24~~sex",), "", "en", AS_OF).slides[0]
    country = [series for series in native_chart(slide).series if series.name.startswith("Kazakhstan")]
    years = native_chart(slide).categories
    held = [{year for year, value in zip(years, series.values, strict=True) if value is not None} for series in country]
    assert held == [{"2010", "2011"}, {str(year) for year in range(2012, 2023)}, {"2023"}]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_deck_gives_the_same_bytes(lang: str) -> None:
    one = build_deck("regions", (), "", lang, AS_OF)
    assert write_deck_pptx(one) == write_deck_pptx(one)
    assert write_deck_pdf(one) == write_deck_pdf(one)
    assert write_deck_html({lang: one}, lang) == write_deck_html({lang: one}, lang)


def test_no_clock_is_left_in_the_powerpoint_file() -> None:
    content = write_deck_pptx(build_deck("women", (), "", "en", AS_OF))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_carries_the_letters_of_every_language(lang: str) -> None:
    made = build_deck("women", (), "", lang, AS_OF)
    content = write_deck_pdf(made)
    assert len(content) < 1_000_000
    text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert "\ufffd" not in text
    assert re.sub(r"\s+", "", made.slides[0].headline) in re.sub(r"\s+", "", text)


def test_the_saved_html_asks_no_other_host() -> None:
    page = write_deck_html({"en": build_deck("overview", (), "", "en", AS_OF)}, "en").decode()
    own = page.replace(next(part for part in re.findall(r"<script>.*?</script>", page, re.S)), "")
    assert not re.search(r'(src|href)="https?:', own)
    assert "@import" not in own
    assert len(own) < len(page) - 1_000_000


def test_powerpoint_opens_in_another_office_with_a_page_per_slide(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; the structure of the file is checked by the tests above")
    deck = build_deck("regions", (), "", "kk", AS_OF)
    (tmp_path / "deck.pptx").write_bytes(write_deck_pptx(deck))
    command = [
        office,
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(command, check=True, timeout=240, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        printed = re.sub(r"\s+", "", page.extract_text())
        assert re.sub(r"\s+", "", slide.headline) in printed
        assert native_chart(slide).categories[-1].replace(" ", "") in printed
