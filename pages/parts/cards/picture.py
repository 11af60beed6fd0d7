"""A card as a picture for documents: the chart with its finding, its source and its date, in the light theme."""

from __future__ import annotations

import base64
import io
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from pages.parts.cards.model import Card
from pages.parts.cards.source import source_line
from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Box, Drawing, Inset
from pages.parts.charts.pdf import draw_pdf
from pages.parts.charts.png import write_png
from pages.parts.charts.svg import write_svg
from pages.parts.charts.typeface import FILES, printed_lines
from pages.parts.words.language import format_date, text

WIDTH, MARGIN = 960, 28
TITLE, SUBTITLE, FOOT = 22, 15, 13
LINE, NOTE_GAP = 1.36, 5
# Pixels of a PNG for each of the picture's own: sharp on paper at full width.
ZOOM = 2.5


def card_drawing(card: Card, width: float = WIDTH) -> Drawing:
    """The card on paper: title, subtitle, chart, source with date, notes."""
    inner = width - 2 * MARGIN
    chart = draw(card.mark, card.lang, inner)
    width = max(width, chart.width + 2 * MARGIN)
    drawing = Drawing(width, 0)
    y = _write(drawing, card.title, MARGIN - 6, TITLE, "ink", inner, strong=True) + 4
    y = _write(drawing, card.subtitle, y, SUBTITLE, "muted", inner) + 10
    drawing.add(Inset(chart, MARGIN, y))
    y += chart.height + 8
    for words in (_source(card), *card.remarks):
        y = _write(drawing, words, y, FOOT, "muted", inner) + NOTE_GAP
    drawing.height = round(y + MARGIN - 6)
    drawing.shapes.insert(0, Box(0, 0, width, drawing.height, "paper"))
    return drawing


def card_svg(card: Card) -> bytes:
    """The card as SVG, its typeface inside, so that Kazakh letters look the same on any machine."""
    svg = write_svg(card_drawing(card), title=card.title, description=card.told)
    head, end = svg.split(">", 1)
    return f"{head}><style>{_font_faces()}</style>{end}".encode()


def card_png(card: Card) -> bytes:
    """The card as PNG."""
    return write_png(write_svg(card_drawing(card)), ZOOM)


def card_pdf(card: Card) -> bytes:
    """The card as a PDF of one page of its size; the same card always gives the same bytes."""
    drawing = card_drawing(card)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(drawing.width, drawing.height), invariant=1, lang=card.lang)
    canvas.setTitle(card.title)
    canvas.setSubject(card.subtitle)
    canvas.setAuthor(text("frame.product", card.lang))
    draw_pdf(canvas, drawing, 0, drawing.height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _source(card: Card) -> str:
    parts = [part["text"] for part in source_line(card.source, card.lang)] if card.source else []
    return " · ".join([*parts, text("chart.as_of", card.lang, date=format_date(card.as_of, card.lang))])


def _write(
    drawing: Drawing, words: str, top: float, size: float, colour: str, width: float, *, strong: bool = False
) -> float:
    """Put words in lines from a height on and return the height below them."""
    lines = printed_lines(words, size, width, strong=strong) if words else []
    for place, line in enumerate(lines):
        drawing.write(MARGIN, top + size * LINE * (place + 0.5), line, colour, size, strong=strong)
    return top + size * LINE * len(lines)


@lru_cache(maxsize=1)
def _font_faces() -> str:
    return "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{base64.b64encode(file.read_bytes()).decode()})}}"
        for file, weight in zip(FILES, (400, 600), strict=True)
    )
