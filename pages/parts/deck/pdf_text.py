"""Words of a figure on a PDF page: the little markup that figures use (bold, colour, new line), as selectable text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from pages.parts.charts.pdf_type import REGULAR, STRONG

LEADING = 1.25
_PART = re.compile(r"(<[^>]+>)")
_COLOUR = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")
# Signs that the embedded typeface does not have, and what stands for them in print.
SIGNS = {"⋮": "…", "✎ ": "", "\u2007": " ", "✓": "√"}
SQUARE = "■"


@dataclass(frozen=True)
class Piece:
    """A stretch of words of one look."""

    words: str
    font: str
    colour: str


def pieces_of(markup: str, colour: str) -> list[list[Piece]]:
    """Return the lines of a figure's text, each as pieces of one look."""
    lines: list[list[Piece]] = [[]]
    font, colours = REGULAR, [colour]
    for part in _PART.split(markup):
        if part in ("<br>", "<br/>"):
            lines.append([])
        elif part in ("<b>", "</b>"):
            font = STRONG if part == "<b>" else REGULAR
        elif part.startswith("<span"):
            found = _COLOUR.search(part)
            colours.append(found[1] if found else colours[-1])
        elif part == "</span>":
            colours.pop()
        elif part and not part.startswith("<"):
            lines[-1].append(Piece(printable(part), font, colours[-1]))
    return lines


def printable(words: str) -> str:
    """Return words with signs that the embedded typeface has."""
    for sign, instead in SIGNS.items():
        words = words.replace(sign, instead)
    return words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def draw_words(
    canvas: Canvas,
    markup: str,
    x: float,
    y: float,
    font: Mapping[str, Any],
    *,
    anchor: str = "center",
    vertical: str = "middle",
    plate: str | None = None,
) -> None:
    """Draw words at a point; `anchor` and `vertical` say which part of them lies there, `plate` fills behind them."""
    size, lines = float(font["size"]), pieces_of(markup, font["color"])
    widths = [sum(pdfmetrics.stringWidth(piece.words, piece.font, size) for piece in line) for line in lines]
    height = size * LEADING * len(lines)
    top = y + {"middle": height / 2, "bottom": height, "top": 0.0}[vertical]
    if plate:
        canvas.setFillColor(HexColor(plate))
        canvas.rect(_left(x, max(widths), anchor) - 2, top - height, max(widths) + 4, height, stroke=0, fill=1)
    for line, width in zip(lines, widths, strict=True):
        at = _left(x, width, anchor)
        baseline = top - size * (LEADING / 2 + 0.36)
        for piece in line:
            canvas.setFillColor(HexColor(piece.colour))
            if piece.words == SQUARE:
                canvas.rect(at, baseline, size * 0.72, size * 0.72, stroke=0, fill=1)
                at += size * 0.72
                continue
            canvas.setFont(piece.font, size)
            canvas.drawString(at, baseline, piece.words)
            at += pdfmetrics.stringWidth(piece.words, piece.font, size)
        top -= size * LEADING


def _left(x: float, width: float, anchor: str) -> float:
    return x - {"left": 0.0, "center": width / 2, "right": width}[anchor]
