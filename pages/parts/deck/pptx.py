"""A deck as a PowerPoint file: the headline, an editable chart with its workbook, source and date on every slide.

Charts and maps are native objects, so that a person can restyle them; workbooks hold the numbers of the screen. What
the presenter should know stands in the slide's notes.
"""

from __future__ import annotations

import io

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Document
from pptx.slide import Slide as Page
from pptx.util import Emu, Inches, Pt

from pages.parts.charts.axis import fitted, text_width
from pages.parts.charts.pptx import add_mark
from pages.parts.charts.pptx_sketch import FONT, Box
from pages.parts.charts.stable_zip import stable_zip
from pages.parts.charts.theme import LIGHT
from pages.parts.deck.model import Deck, Slide
from pages.parts.words.language import text

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.56)
CHART = Box(40, 134, 880, 341)
TITLE_ONLY, SUBTITLE = 5, 15
# The longest name that an office program takes.
LONGEST_NAME = 200
HEADLINE_SIZES = (34, 31, 28, 26, 24, 22)
# Two lines of this many points, less what ragged ends and bold letters take.
HEADLINE_ROOM = 2 * 878 * 0.86


def write_deck_pptx(deck: Deck) -> bytes:
    """Return the PowerPoint file of a deck; the same deck always gives the same bytes."""
    document = Presentation()
    document.slide_width, document.slide_height = WIDTH, HEIGHT
    _describe(document, deck)
    for number, slide in enumerate(deck.slides, start=1):
        _add_page(document, slide, f"{number} / {len(deck.slides)}", deck.lang)
    buffer = io.BytesIO()
    document.save(buffer)
    return stable_zip(buffer.getvalue(), f"{deck.as_of.isoformat()}T00:00:00Z")


def _describe(document: Document, deck: Deck) -> None:
    about = document.core_properties
    about.title, about.author = deck.name, text("frame.product", deck.lang)
    about.subject, about.language = text("frame.question", deck.lang), deck.lang
    about.last_modified_by, about.keywords, about.comments = "", "", ""


def _add_page(document: Document, slide: Slide, number: str, lang: str) -> None:
    page = document.slides.add_slide(document.slide_layouts[TITLE_ONLY])
    title = page.shapes.title
    title.left, title.top, title.width, title.height = MARGIN, Inches(0.3), WIDTH - 2 * MARGIN, Inches(1.12)
    room = (size for size in HEADLINE_SIZES if text_width([slide.headline], size) <= HEADLINE_ROOM)
    size = next(room, HEADLINE_SIZES[-1])
    _write(title.text_frame, slide.headline, size, "ink", strong=True)
    subtitle = fitted(slide.card.subtitle, CHART.width, SUBTITLE)
    _box(page, subtitle, Inches(1.47), Inches(0.42), SUBTITLE, "muted")
    if slide.edited:
        _box(page, f"✎ {text('present.player_edited', lang)}", Inches(6.62), Inches(0.35), 12, "muted", right=True)
    name, summary = slide.headline[:LONGEST_NAME], slide.card.told
    add_mark(page.shapes, slide.mark, CHART, lang, name=name, summary=summary)
    _box(
        page,
        " · ".join(filter(None, (slide.source, slide.as_of))),
        Inches(6.66),
        Inches(0.6),
        12,
        "muted",
        width=Inches(10.6),
    )
    _box(page, number, Inches(6.96), Inches(0.35), 12, "muted", right=True)
    page.notes_slide.notes_text_frame.text = "\n".join(slide.notes)


def _box(
    page: Page,
    words: str,
    top: Emu,
    height: Emu,
    size: float,
    token: str,
    *,
    width: Emu | None = None,
    right: bool = False,
) -> None:
    shape = page.shapes.add_textbox(MARGIN, top, width or WIDTH - 2 * MARGIN, height)
    _write(shape.text_frame, words, size, token, right=right)


def _write(frame: object, words: str, size: float, token: str, *, strong: bool = False, right: bool = False) -> None:
    """Write one paragraph into a text frame without margins."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if strong else MSO_ANCHOR.TOP
    frame.text = words
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    font = paragraph.runs[0].font if paragraph.runs else paragraph.font
    font.size, font.bold, font.name = Pt(size), strong, FONT
    font.color.rgb = RGBColor.from_string(LIGHT[token].removeprefix("#"))
