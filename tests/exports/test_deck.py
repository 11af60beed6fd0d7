"""A deck in its files: the words and numbers of its slides in PowerPoint, in the PDF and in the saved HTML."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from pages.parts.cards import worker
from pages.parts.deck.build import READY, build_deck
from pages.parts.deck.files import write_file
from pages.parts.deck.html import write_deck_html
from pages.parts.deck.model import Deck
from pages.parts.deck.pdf import write_deck_pdf
from pages.parts.deck.pptx import write_deck_pptx
from pages.parts.words.language import LANGUAGES

AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module", params=READY)
def deck(request: pytest.FixtureRequest) -> Deck:
    return build_deck(request.param, (), "", "en", AS_OF)


def held_by(page: bytes) -> dict[str, Any]:
    """What a saved HTML file hands to its player."""
    return json.loads(re.search(rb'id="deck">(.*?)</script>', page, re.S)[1])


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_every_slide_of_every_ready_deck_has_a_headline_with_a_number(deck: Deck) -> None:
    assert len(deck.slides) >= 5
    for slide in deck.slides:
        assert re.search(r"\d", slide.headline), slide.headline


def test_every_powerpoint_slide_holds_its_words_and_one_native_drawing_without_a_picture(deck: Deck) -> None:
    document = Presentation(io.BytesIO(write_deck_pptx(deck)))
    assert len(document.slides) == len(deck.slides)
    for page, slide in zip(document.slides, deck.slides, strict=True):
        (drawing,) = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
        assert drawing.name == slide.headline[:200]
        assert not any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in (*page.shapes, *drawing.shapes))
        assert page.shapes.title.text_frame.text == slide.headline
        words = " ".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        assert slide.source in words and slide.as_of in words
        assert page.notes_slide.notes_text_frame.text == "\n".join(slide.notes)


def test_shapes_of_a_powerpoint_slide_have_numbers_of_their_own(deck: Deck) -> None:
    document = Presentation(io.BytesIO(write_deck_pptx(deck)))
    for page in document.slides:
        numbers = [element.get("id") for element in page.shapes._spTree.iter("{*}cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_the_saved_html_holds_the_words_and_a_picture_of_every_slide(deck: Deck) -> None:
    held = held_by(write_deck_html({"en": deck}, "en"))["langs"]["en"]["slides"]
    assert [(given["headline"], given["source"], given["as_of"]) for given in held] == [
        (slide.headline, slide.source, slide.as_of) for slide in deck.slides
    ]
    for given in held:
        assert given["picture"].startswith("<svg") and "var(--sdg-" in given["picture"]
        assert not re.search(r"#[0-9A-Fa-f]{6}", given["picture"])


def test_the_pdf_has_a_page_with_the_words_of_every_slide(deck: Deck) -> None:
    pages = PdfReader(io.BytesIO(write_deck_pdf(deck))).pages
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        printed = squeezed(page.extract_text())
        assert squeezed(slide.headline) in printed
        assert squeezed(slide.as_of) in printed


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
    assert squeezed(made.slides[0].headline) in squeezed(text)


def test_a_headline_with_markup_stays_words_in_every_file() -> None:
    words = "</script><!--<script>&amp; 5 < 6"
    deck = build_deck("own", (f"progress~headline={words}",), "", "en", AS_OF)
    assert deck.slides[0].headline == words
    page = write_deck_html({"en": deck}, "en")
    assert held_by(page)["langs"]["en"]["slides"][0]["headline"] == words
    assert page.count(b"<script") == page.count(b"</script>") == 2
    assert Presentation(io.BytesIO(write_deck_pptx(deck))).slides[0].shapes.title.text_frame.text == words
    assert squeezed(words) in squeezed(PdfReader(io.BytesIO(write_deck_pdf(deck))).pages[0].extract_text())


def test_the_saved_html_asks_nobody_for_anything() -> None:
    page = write_deck_html({"en": build_deck("overview", (), "", "en", AS_OF)}, "en").decode()
    assert not re.search(r"""(src|href)=["']?https?:|@import|fetch\(|import\(|import [\w{*]""", page)
    assert len(page) < 1_000_000


def test_files_are_made_in_a_process_of_their_own_and_are_the_same(plain_main: None) -> None:
    decks = {lang: build_deck("donor", (), "", lang, AS_OF) for lang in LANGUAGES}
    try:
        assert write_file("pptx", decks, "ru") == write_deck_pptx(decks["ru"])
        assert write_file("pdf", decks, "kk") == write_deck_pdf(decks["kk"])
        assert write_file("html", decks, "en") == write_deck_html(decks, "en")
    finally:
        worker.stop()


def test_powerpoint_opens_in_another_office_with_a_page_per_slide(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; the structure of the file is checked by the tests above")
    deck = build_deck("regions", (), "", "ru", AS_OF)
    (tmp_path / "deck.pptx").write_bytes(write_deck_pptx(deck))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    made = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")]
    subprocess.run([office, home, *made], check=True, timeout=240, capture_output=True)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        # Letters that the office's typeface lacks are set apart from their words.
        assert not Counter(squeezed(slide.headline)) - Counter(squeezed(page.extract_text()))
