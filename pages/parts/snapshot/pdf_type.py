"""Type, lines and links of the snapshot's PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, TableStyle

from pages.parts.charts import theme
from pages.parts.charts.typeface import REGULAR, STRONG
from pages.parts.snapshot import text as words
from pages.parts.snapshot.pdf_marks import GRID, INK, MUTED, RULE

LINK = theme.LIGHT["accent"]
MARGIN = 12 * mm
WIDTH = A4[0] - 2 * MARGIN
TOP, BOTTOM = 17 * mm, 19 * mm
BODY = A4[1] - TOP - BOTTOM


def set_text(
    content: str, size: float, colour: HexColor = INK, *, strong: bool = False, right: bool = False, raw: bool = False
) -> Paragraph:
    """Return a paragraph; `raw` content already is markup, anything else is escaped."""
    return Paragraph(content if raw else escape(content), text_style(size, colour, strong, right))


@lru_cache(maxsize=128)
def text_style(size: float, colour: HexColor, strong: bool, right: bool) -> ParagraphStyle:
    """Return the style of a paragraph, one per look."""
    return ParagraphStyle(
        f"{size}-{strong}-{right}-{colour.hexval()}",
        fontName=STRONG if strong else REGULAR,
        fontSize=size,
        leading=size * 1.28,
        textColor=colour,
        alignment=TA_RIGHT if right else 0,
        splitLongWords=True,
    )


def table_style(padding: float, goal_lines: list[int]) -> TableStyle:
    """Return the look of a table: thin rules only, an ink line under the head, goals set apart."""
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        *no_padding(),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        ("LEFTPADDING", (1, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, GRID),
        ("NOSPLIT", (0, 0), (-1, 1)),
    ]
    for line in goal_lines:
        commands += [("SPAN", (0, line), (-1, line)), ("LINEABOVE", (0, line), (-1, line), 0.6, RULE)]
        commands += [("TOPPADDING", (0, line), (-1, line), padding + 3), ("NOSPLIT", (0, line), (-1, line + 1))]
    return TableStyle(commands)


def no_padding() -> list[tuple]:
    """Return the commands that take all padding from a table."""
    return [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def muted_markup(said: str, size: float) -> str:
    """Return text as small muted markup inside a paragraph of the given size."""
    return f'<font size="{size - 1.2:.1f}" color="#{MUTED.hexval()[2:]}">{escape(said)}</font>'


def linked_markup(address: str, said: str) -> str:
    """Return text as a link to a known address, or as plain text when there is none."""
    return f'<a href="{escape(address)}" color="{LINK}"><u>{escape(said)}</u></a>' if address else escape(said)


def table_head(lang: str, names: Sequence[str], right: Sequence[str] = ()) -> list[object]:
    """Return the head of a table: column names, those in `right` set to the right as the figures under them."""
    return [set_text(words.word(f"col_{name}", lang), 6.6, MUTED, right=name in right) for name in names]
