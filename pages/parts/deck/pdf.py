"""A deck as a PDF in the shape of a screen: vector charts and real text in an embedded typeface, no browser needed."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from pages.parts.charts import theme
from pages.parts.charts.axis import fitted
from pages.parts.charts.pdf import draw_pdf
from pages.parts.charts.typeface import REGULAR, STRONG, printable, printed_lines, register_fonts
from pages.parts.deck.model import Deck, Slide
from pages.parts.deck.picture import HEIGHT as BOX_HEIGHT
from pages.parts.deck.picture import WIDTH as BOX_WIDTH
from pages.parts.deck.picture import slide_picture
from pages.parts.words.language import text

WIDTH, HEIGHT, MARGIN = 960, 540, 40
SUBTITLE = 13.5
HEADLINE_SIZES = (31, 29, 27, 25, 23, 21)
HEADLINE_FLOOR, SUBTITLE_BASE, BOX_TOP, SOURCE_TOP = 103, 127, 138, 494


def write_deck_pdf(deck: Deck) -> bytes:
    """Return the PDF of a deck, one page per slide; the same deck always gives the same bytes."""
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1, lang=deck.lang)
    canvas.setTitle(deck.name)
    canvas.setAuthor(text("frame.product", deck.lang))
    canvas.setSubject(text("frame.question", deck.lang))
    for number, slide in enumerate(deck.slides, start=1):
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(slide.headline, str(number))
        _draw_page(canvas, slide, f"{number} / {len(deck.slides)}", deck.lang)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_page(canvas: Canvas, slide: Slide, number: str, lang: str) -> None:
    _headline(canvas, slide.headline)
    _write(canvas, fitted(slide.card.subtitle, BOX_WIDTH, SUBTITLE), MARGIN, SUBTITLE_BASE, SUBTITLE, "muted")
    if slide.edited:
        _write(canvas, text("present.player_edited", lang), WIDTH - MARGIN, SUBTITLE_BASE, 12, "muted", right=True)
    drawing, scale = slide_picture(slide.mark, lang)
    left = MARGIN + (BOX_WIDTH - drawing.width * scale) / 2
    draw_pdf(canvas, drawing, left, HEIGHT - BOX_TOP - (BOX_HEIGHT - drawing.height * scale) / 2, scale)
    source = " · ".join(filter(None, (slide.source, slide.as_of)))
    for place, line in enumerate(printed_lines(source, 11.5, BOX_WIDTH - 130)):
        _write(canvas, line, MARGIN, SOURCE_TOP + 15 * place, 11.5, "muted")
    _write(canvas, number, WIDTH - MARGIN, SOURCE_TOP, 11.5, "muted", right=True)


def _headline(canvas: Canvas, words: str) -> None:
    """Write the headline at the largest size at which it takes two lines, the last one always at the same height."""
    for size in HEADLINE_SIZES:
        lines = printed_lines(words, size, BOX_WIDTH, strong=True)
        if len(lines) <= 2:
            break
    for above, line in zip(reversed(range(len(lines))), lines, strict=True):
        _write(canvas, line, MARGIN, HEADLINE_FLOOR - size * (1.2 * above + 0.24), size, "ink", strong=True)


def _write(
    canvas: Canvas,
    words: str,
    x: float,
    top: float,
    size: float,
    token: str,
    *,
    right: bool = False,
    strong: bool = False,
) -> None:
    canvas.setFillColor(HexColor(theme.LIGHT[token]))
    canvas.setFont(STRONG if strong else REGULAR, size)
    (canvas.drawRightString if right else canvas.drawString)(x, HEIGHT - top, printable(words))
