"""The typeface that files carry with them: Inter with Kazakh letters, regular and strong."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[3] / "static" / "fonts"
REGULAR, STRONG = "Inter-Regular-print", "Inter-SemiBold-print"
FILES = tuple(FOLDER / f"{name}.ttf" for name in (REGULAR, STRONG))
# Signs that the typeface does not have, and what stands for them in print.
SIGNS = str.maketrans({"⋮": "…", "✎": "", "\u2007": " ", "✓": "√"})


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Load both fonts for ReportLab, once per process."""
    for name, file in zip((REGULAR, STRONG), FILES, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=REGULAR, boldItalic=STRONG)


def printable(words: str) -> str:
    """The words with signs that the typeface has."""
    return words.translate(SIGNS)


def printed_width(words: str, size: float, *, strong: bool = False) -> float:
    """How wide words are in print, in the unit of their size."""
    register_fonts()
    return pdfmetrics.stringWidth(printable(words), STRONG if strong else REGULAR, size)


def printed_lines(words: str, size: float, width: float, *, strong: bool = False) -> list[str]:
    """Words cut into lines of at most a width; a no-break space never ends a line."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and printed_width(longer, size, strong=strong) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
