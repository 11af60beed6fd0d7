"""The PDF a donor prints: complete on one page per goal, readable without colour, the same bytes every time."""

from __future__ import annotations

import gc
import io
import re
import time
from functools import lru_cache

import pytest
from pypdf import PageObject, PdfReader
from reportlab.pdfbase.ttfonts import TTFont

from pages.parts.charts.typeface import FOLDER, REGULAR, STRONG
from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import GOALS
from pages.parts.snapshot.pdf import write_snapshot_pdf
from pages.parts.words.method_pages import METHOD_PAGES
from tests.exports.snapshots import LANGUAGES, LINK, NEWEST, RELEASE_2021, RELEASE_2024, snapshot

A4_POINTS = (595, 842)


@lru_cache(maxsize=32)
def pdf(lang: str, goal: int | None = None, compared: bool = False) -> bytes:
    return write_snapshot_pdf(snapshot(lang, NEWEST, RELEASE_2021 if compared else None), goal)


def pages(content: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(content)).pages)


def flat(text: str) -> str:
    """Text as a reader sees it: any run of blanks, of whatever kind, is one blank."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


def page_text(page: PageObject) -> str:
    return flat(page.extract_text())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("goal", GOALS)
def test_the_pages_of_a_goal_hold_every_row_whole(goal: int, lang: str) -> None:
    model = snapshot(lang)
    said = [page_text(page) for page in pages(pdf(lang, goal))]
    assert flat(captions.sheet_title(model, goal)) in said[0]
    for row in model.rows_of(goal):
        text = words.row_text(row, model)
        cells = [text.title, text.unit, text.baseline, text.baseline_year, text.latest, text.latest_year]
        cells += [text.target, text.target_year, text.target_kind, text.change, text.status, text.reason, text.measure]
        missing = [[cell for cell in cells if cell and flat(cell) not in page] for page in said]
        assert [] in missing, row.series_id
        assert any(flat(held) in page for held in (text.robustness, text.short_robustness) for page in said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_the_statuses_hold_is_said_on_the_page_with_the_fragile_ones_by_name(lang: str) -> None:
    model = snapshot(lang)
    assert flat(captions.robustness_note(model, None)) in page_text(pages(pdf(lang))[0])
    for goal in (5, 8):
        assert flat(captions.robustness_note(model, goal)) in page_text(pages(pdf(lang, goal))[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_of_all_goals_holds_every_row_whole(lang: str) -> None:
    model = snapshot(lang)
    sheets = [page_text(page) for page in pages(pdf(lang))[:2]]
    for row in model.rows:
        text = words.row_text(row, model)
        cells = [text.title, text.baseline, text.latest, text.change, text.short_status, text.short_reason]
        cells += [text.short_robustness]
        missing = [[cell for cell in cells if cell and flat(cell) not in page] for page in sheets]
        assert [] in missing, row.series_id
    for source in model.sources:
        assert flat(captions.source_text(source, lang)) in " ".join(sheets)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_heading_states_date_period_and_next_release(lang: str) -> None:
    model = snapshot(lang)
    for page, goal in ((pages(pdf(lang))[0], None), (pages(pdf(lang, 5))[0], 5)):
        said = page_text(page)
        for line in (captions.date_text(model), captions.period_text(model, goal), captions.next_release_text(model)):
            assert flat(line) in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_has_its_header_and_footer(lang: str) -> None:
    model = snapshot(lang, NEWEST, RELEASE_2021)
    sheets = pages(pdf(lang, compared=True))
    for number, page in enumerate(sheets, 1):
        said = page_text(page)
        expected = [
            words.word("publication", lang),
            captions.date_text(model),
            words.word("page_of", lang, page=number, pages=len(sheets)),
            words.word("checksum", lang, checksum=model.checksum),
            words.word("version", lang, version=model.version),
            words.word("non_endorsement", lang),
        ]
        assert [line for line in expected if flat(line) not in said] == [], number


def test_kazakh_letters_survive_as_text() -> None:
    said = "".join(page_text(page) for page in pages(pdf("kk", compared=True))).lower()
    assert [letter for letter in "әғқңөұүі" if letter not in said] == []
    assert "ілгерілеу" in said
    assert "бағаланбайды" in said


@pytest.mark.parametrize("font", [REGULAR, STRONG])
def test_the_fonts_have_every_letter_of_the_three_languages_and_the_signs_of_the_formulas(font: str) -> None:
    cyrillic = "".join(chr(code) for code in range(0x410, 0x450)) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
    known = TTFont(font, str(FOLDER / f"{font}.ttf")).face.charToGlyph
    assert [letter for letter in cyrillic + "−÷×≥→₸«»—–№" if ord(letter) not in known] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_are_embedded(lang: str) -> None:
    for page in pages(pdf(lang)):
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object().get("/FontDescriptor")
            if descriptor is not None:
                assert "/FontFile2" in descriptor.get_object()
            else:
                assert font.get_object()["/BaseFont"] == "/Helvetica", "only reportlab's unused default has no file"


def test_links_lead_to_the_method_the_sources_the_united_nations_and_the_live_page() -> None:
    model = snapshot("en")
    addresses = {
        link.get_object()["/A"]["/URI"]
        for page in pages(pdf("en"))
        for link in page.get("/Annots", [])
        if "/A" in link.get_object()
    }
    expected = {METHOD_PAGES["open_sdg"], captions.UN_LINK, LINK} | {
        source.url for source in model.sources if source.url
    }
    assert expected <= addresses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_printed_outside_the_sheet(lang: str) -> None:
    for page in pages(pdf(lang, compared=True)):
        spots: list[tuple[float, float]] = []

        def note(text: str, _cm: list, matrix: list, *_: object, spots: list = spots) -> None:
            if text.strip():
                spots.append((matrix[4], matrix[5]))

        page.extract_text(visitor_text=note)
        assert spots
        assert all(0 <= x <= A4_POINTS[0] and 0 <= y <= A4_POINTS[1] for x, y in spots)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_request_gives_the_same_bytes_below_a_megabyte(lang: str) -> None:
    first = pdf(lang, compared=True)
    assert first == write_snapshot_pdf(snapshot(lang, NEWEST, RELEASE_2021))
    assert len(first) < 1_000_000


def test_all_five_goals_take_less_than_two_seconds_of_work() -> None:
    model = snapshot("ru", NEWEST, RELEASE_2021)
    costs = []
    # What other tests have left behind is no cost of a sheet.
    gc.freeze()
    for _ in range(3):
        started = time.process_time()
        write_snapshot_pdf(model)
        costs.append(time.process_time() - started)
    gc.unfreeze()
    assert min(costs) < 2, costs


def test_the_as_of_date_governs_every_page() -> None:
    content = write_snapshot_pdf(snapshot("en", RELEASE_2024))
    for page in pages(content):
        said = page_text(page)
        assert "As of 24 October 2024" in said
        assert "As of 22 November 2026" not in said
        assert "release of 22 November 2026" not in said


def test_the_document_names_its_language_and_title() -> None:
    reader = PdfReader(io.BytesIO(pdf("kk")))
    assert reader.root_object["/Lang"] == "kk"
    assert "2026" in reader.metadata.title


def test_no_change_prints_so() -> None:
    content = write_snapshot_pdf(snapshot("en", RELEASE_2024, RELEASE_2024))
    assert "No changes." in page_text(pages(content)[-1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_numeric_target_prints_its_kind_and_where_it_comes_from(lang: str) -> None:
    model = snapshot(lang)
    targeted = [row for row in model.rows if row.target_value is not None]
    assert targeted
    for row in targeted:
        said = "".join(page_text(page) for page in pages(pdf(lang, row.goal)))
        assert flat(words.word(f"target_kind_{row.target_kind}", lang)) in said
        assert row.target_source
        assert flat(row.target_source) in said
