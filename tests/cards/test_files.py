"""Files of a card: made in a process of their own, with the card's words, and never in the way of the server."""

from __future__ import annotations

import base64
import io
import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from datetime import date

import openpyxl
import pypdf
import pytest
from PIL import Image

from pages.parts.cards import worker
from pages.parts.cards.files import render, written_file
from pages.parts.cards.model import Card
from pages.parts.cards.picture import card_drawing, card_pdf
from pages.parts.cards.worker import WorkerBusyError, submit
from pages.parts.cards.writers import about
from pages.parts.charts.drawing import Inset
from pages.parts.series.about import View
from pages.parts.series.line import line_card

AS_OF = date(2025, 1, 1)


def neet(lang: str = "kk") -> Card:
    """Young people outside work and study: the country, Kyzylorda and Almaty."""
    card = line_card(("neet_15_24",), View(lang, AS_OF, ("KZ-43", "KZ-75")), key="neet")
    assert isinstance(card, Card)
    return card


def process_number() -> bytes:
    return str(os.getpid()).encode()


def sleep_too_long() -> bytes:
    time.sleep(60)
    return b""


def fail() -> bytes:
    raise ValueError("no such chart")


@pytest.fixture(autouse=True, scope="module")
def no_process_is_left(plain_main: None) -> Iterator[None]:
    yield
    worker.stop()


def close(words: str) -> str:
    return "".join(words.split()).replace("\u202f", "")


def test_a_file_is_made_in_another_process_and_that_one_makes_the_next_too() -> None:
    first, second = (int(submit(f"{__name__}:process_number").result()) for _ in range(2))
    assert first == second != os.getpid()


def test_when_the_process_dies_the_next_file_has_a_new_one() -> None:
    first = int(submit(f"{__name__}:process_number").result())
    os.kill(first, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            assert int(submit(f"{__name__}:process_number").result()) != first
            return
        except BrokenExecutor:
            continue
    pytest.fail("no new process within twenty seconds")


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_made(monkeypatch: pytest.MonkeyPatch) -> None:
    submit(f"{__name__}:process_number").result()
    monkeypatch.setattr(worker, "SECONDS", 1)
    with pytest.raises(TimeoutError):
        submit(f"{__name__}:sleep_too_long").result()
    monkeypatch.undo()
    assert int(submit(f"{__name__}:process_number").result()) != os.getpid()


def test_a_mistake_in_the_other_process_reaches_who_asked() -> None:
    with pytest.raises(ValueError, match="no such chart"):
        submit(f"{__name__}:fail").result()


def test_more_files_than_may_wait_are_refused_and_places_come_free_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_places", threading.BoundedSemaphore(2))
    waiting = [submit(f"{__name__}:process_number") for _ in range(2)]
    with pytest.raises(WorkerBusyError):
        submit(f"{__name__}:process_number")
    assert len({future.result() for future in waiting}) == 1
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            assert submit(f"{__name__}:process_number").result()
            return
        except WorkerBusyError:
            time.sleep(0.01)
    pytest.fail("no place came free")


def test_the_server_is_free_while_a_file_is_made() -> None:
    render("png", neet()).result()
    future = render("png", neet())
    counted = 0
    while not future.done():
        counted += 1
        time.sleep(0.001)
    assert counted > 10


def test_a_card_travels_with_its_title_so_that_the_other_process_opens_no_store() -> None:
    card = neet()
    title = card.title
    assert pickle.loads(pickle.dumps(card)).__dict__["title"] == title


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_pdf_of_a_card_says_what_the_card_says(lang: str) -> None:
    card = neet(lang)
    said = close(pypdf.PdfReader(io.BytesIO(render("pdf", card).result())).pages[0].extract_text())
    for words in (card.title, card.subtitle, *card.remarks):
        assert close(words) in said
    assert pypdf.PdfReader(io.BytesIO(card_pdf(card))).metadata.title == card.title


def test_a_picture_holds_the_chart_with_its_words_above_and_its_source_below() -> None:
    drawing = card_drawing(neet("en"))
    (chart,) = [shape for shape in drawing.shapes if isinstance(shape, Inset)]
    lines = [(words.y, words.pieces[0].words) for words in drawing.shapes if hasattr(words, "pieces")]
    above = [words for y, words in lines if y < chart.y]
    below = [words for y, words in lines if y > chart.y + chart.drawing.height]
    assert above == [neet("en").title, neet("en").subtitle]
    assert below[0].startswith("Source: ")
    assert len(above) + len(below) == len(lines)


def test_the_picture_of_a_card_is_sharp_and_on_white_paper() -> None:
    image = Image.open(io.BytesIO(render("png", neet()).result()))
    assert image.size[0] == 2400
    assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_the_svg_of_a_card_carries_its_typeface_and_its_words() -> None:
    svg = render("svg", neet()).result().decode()
    assert svg.count("@font-face") == 2
    assert "Қызылорда" in svg
    assert "<title>" in svg


@pytest.mark.parametrize(
    ("kind", "begins", "mime"),
    [
        ("pdf", b"%PDF-", "application/pdf"),
        ("png", b"\x89PNG", "image/png"),
        ("svg", b"<svg", "image/svg+xml"),
        ("xlsx", b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("parquet", b"PAR1", "application/vnd.apache.parquet"),
    ],
)
def test_every_file_is_named_after_the_card_and_of_its_type(kind: str, begins: bytes, mime: str) -> None:
    written = written_file(neet(), kind)
    assert written is not None
    assert (written["name"], written["mime"]) == (f"neet_2025-01-01.{kind}", mime)
    assert base64.b64decode(written["base64"]).startswith(begins)


def test_an_unknown_kind_of_file_is_none() -> None:
    assert written_file(neet(), "exe") is None


def test_the_first_sheet_names_what_it_says_beside_what_it_says_and_the_second_holds_the_rows() -> None:
    card = neet("en")
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", card).result()))
    told, data = book.worksheets
    assert {row[0].value: row[1].value for row in told.iter_rows()} == about(card)
    assert all(row[0].font.bold and not row[1].font.bold for row in told.iter_rows())
    written = [[cell.value for cell in row] for row in data.iter_rows()]
    assert written[0] == list(card.rows.columns)
    assert len(written) == 1 + len(card.rows)
    assert written[1][written[0].index("obs_value")] == card.rows["obs_value"][0]
