"""Drawings on paper and as pixels: words that can be selected, Kazakh letters, the same bytes each time."""

from __future__ import annotations

import io

import pypdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Box, Drawing
from pages.parts.charts.pdf import draw_pdf
from pages.parts.charts.png import write_png
from pages.parts.charts.svg import write_svg
from pages.parts.charts.theme import LIGHT
from tests.browser import marks
from tests.charts.shapes import all_said

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


def paper(drawing: Drawing) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(drawing.width, drawing.height), invariant=1)
    draw_pdf(canvas, drawing, 0, drawing.height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def selected(content: bytes) -> str:
    """The words of a page as a reader selects them, without what separates them."""
    return pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()


def close(words: str) -> str:
    return "".join(words.split()).replace("\u202f", "").replace("\u00a0", "")


def pixels(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(write_png(write_svg(drawing)))).convert("RGB")


@pytest.mark.parametrize("kind", marks.ALL)
def test_all_words_of_a_chart_can_be_selected_on_paper(kind: str) -> None:
    drawing = draw(marks.ALL[kind]("kk"), "kk", 900)
    # Turned words are read from another side; their letters come apart.
    found = close(selected(paper(drawing)))
    assert [words for words in all_said(drawing) if close(words) not in found] == []


def test_kazakh_letters_are_in_the_typeface_on_paper() -> None:
    drawing = Drawing(400, 40)
    drawing.write(10, 20, KAZAKH)
    drawing.write(210, 20, KAZAKH, strong=True)
    assert selected(paper(drawing)).count(KAZAKH) == 2


def test_every_kazakh_letter_is_drawn_as_itself_in_a_picture() -> None:
    def of(letter: str) -> bytes:
        drawing = Drawing(30, 30)
        drawing.write(4, 15, letter, size=20)
        return pixels(drawing).tobytes()

    unknown = of("\ue000")
    drawn = [of(letter) for letter in KAZAKH]
    assert unknown not in drawn
    # The letter shha looks like a Latin h, the dotted i as well; among themselves all differ.
    assert len(set(drawn)) == len(KAZAKH)


def test_strong_words_are_heavier_than_plain_ones_in_a_picture() -> None:
    def ink(*, strong: bool) -> int:
        drawing = Drawing(200, 30)
        drawing.write(4, 15, "10,9 %", size=20, strong=strong)
        return sum(255 - value for value in pixels(drawing).convert("L").tobytes())

    assert ink(strong=True) > 1.1 * ink(strong=False)


def test_a_picture_has_the_colour_of_a_bar_where_the_bar_is() -> None:
    image = pixels(Drawing(20, 20, [Box(5, 5, 10, 10, "gold")]))
    assert "#{:02X}{:02X}{:02X}".format(*image.getpixel((10, 10))) == LIGHT["gold"]
    assert image.getpixel((2, 2)) == (255, 255, 255)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = draw(marks.regions("ru"), "ru", 900)
    assert paper(drawing) == paper(drawing)
    svg = write_svg(drawing)
    assert write_png(svg, 2) == write_png(svg, 2)


def test_a_zoomed_picture_has_as_many_pixels_more() -> None:
    svg = write_svg(Drawing(30, 20))
    assert Image.open(io.BytesIO(write_png(svg, 2.5))).size == (75, 50)
