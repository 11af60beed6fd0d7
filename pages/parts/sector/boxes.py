"""What a proxy covers, drawn as boxes: sections of economic activity with their divisions inside."""

from __future__ import annotations

from html import escape

from pages.parts.words.language import text

# Divisions of ISIC Rev. 4 as the national classifier has them; True where creative work makes most of the division.
SECTIONS = {
    "j": {58: True, 59: True, 60: True, 62: True, 61: False, 63: False},
    "r": {90: True, 91: True, 92: False, 93: False},
    "m": {71: True, 73: True, 74: True, 69: False, 70: False, 72: False, 75: False},
}


def section_boxes(lang: str) -> str:
    """Return the three sections as nested boxes in HTML; filled and outlined divisions also differ by a word."""
    return '<div class="sector-boxes">' + "".join(_section(section, lang) for section in SECTIONS) + "</div>"


def _section(section: str, lang: str) -> str:
    items = "".join(_division(number, creative, lang) for number, creative in SECTIONS[section].items())
    return f"<section><h4>{escape(text(f'sector.covers_{section}', lang))}</h4><ul>{items}</ul></section>"


def _division(number: int, creative: bool, lang: str) -> str:
    kind = "creative" if creative else "other"
    return (
        f'<li class="box-{kind}"><b>{number}</b> {escape(text(f"sector.division_{number}", lang))}'
        f"<small>{escape(text(f'sector.covers_{kind}', lang))}</small></li>"
    )
