"""Every card of every page, in three languages, in every rendering: the same numbers, and a slide of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from pages.parts.cards.model import Card, Note
from pages.parts.charts.classes import written_number
from pages.parts.charts.marks import Mark
from pages.parts.charts.pdf import draw_pdf
from pages.parts.charts.points import lines_of
from pages.parts.charts.pptx import add_mark
from pages.parts.charts.pptx_sketch import Box
from pages.parts.charts.svg import write_svg
from pages.parts.charts.theme import meanings_of
from pages.parts.deck.codes import decode, encode
from pages.parts.deck.message import drawn
from pages.parts.deck.picture import Picture, slide_picture
from pages.parts.deck.registry import card_of
from pages.parts.words.language import LANGUAGES, format_change, format_number, format_value
from tests.exports.every_card import every_card

PLACED = ("pairs", "zone")
IN_EVERY_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)


def columns_of(mark: Any) -> tuple[str, ...]:
    """The columns whose values a mark draws."""
    own = {
        "abreast": lambda: tuple(mark.parts),
        "gaps": lambda: (mark.value,),
        "pairs": lambda: ("women", "men", mark.gap),
        "years_held": lambda: ("n_regions",),
    }
    default = (mark.value,) if hasattr(mark, "value") else ("obs_value",)
    return own.get(mark.kind, lambda: default)()


def values_of(mark: Any) -> list[float]:
    """The values that a mark draws, read from its rows."""
    by = getattr(mark, "by", "ref_area" if mark.kind in ("regions", "panels") else None)
    names = getattr(mark, "names", None)
    rows = [row for row in mark.rows if by is None or names is None or getattr(row, by) in names]
    if mark.kind == "pairs":
        rows = [row for row in rows if row.women is not None and row.men is not None]
    if mark.kind == "stack":
        common = set.intersection(*({row.time_period for row in rows if getattr(row, by) == key} for key in names))
        rows = [row for row in rows if row.time_period in common]
    if mark.kind == "lines" and (span := mark.span):
        rows = [row for row in rows if span[0] <= row.time_period <= span[1]]
    found = [getattr(row, column) for column in columns_of(mark) for row in rows]
    return [
        round(value, 6) for value in found if value is not None and not (mark.kind in ("cells", "tally") and not value)
    ]


def ends_of(mark: Any, lang: str) -> list[str]:
    """The newest value of each line that has a label, as it is printed."""
    lines = {key: points for key, points in lines_of(mark.rows, mark.by).items() if key in mark.names}
    meanings = meanings_of(list(lines), mark.chosen, mark.meanings)
    labelled = [points for key, points in lines.items() if meanings[key] != "context"] if mark.labels else []
    return [format_value(points[-1].value, mark.unit, mark.decimals, lang) for points in labelled]


# What each kind of mark prints of its values.
PRINTED: Mapping[str, Callable[[Any, str], list[str]]] = {
    "lines": ends_of,
    "abreast": lambda mark, lang: [format_value(value, mark.unit, mark.decimals, lang) for value in values_of(mark)],
    "bars": lambda mark, lang: [format_value(value, mark.unit, mark.decimals, lang) for value in values_of(mark)],
    "gaps": lambda mark, lang: [format_change(value, mark.unit, mark.decimals, lang) for value in values_of(mark)],
    "zone": lambda mark, lang: [mark.words[key] for key in mark.rows[mark.by]],
    "regions": lambda mark, lang: [
        written_number(value, mark.classes, mark.decimals, lang) for value in values_of(mark)
    ],
    "cells": lambda mark, lang: [format_number(value, 0, lang) for value in values_of(mark)],
    "tally": lambda mark, lang: [str(int(value)) for value in values_of(mark)],
}


@lru_cache(maxsize=len(LANGUAGES))
def pictures(lang: str) -> dict[str, tuple[Card, Picture]]:
    return {place: (card, slide_picture(card.mark, lang)) for place, card in every_card(lang)}


def svg_words(picture: Picture) -> list[str]:
    """The words of a picture, line by line."""
    root = ElementTree.fromstring(write_svg(picture.drawing, scale=picture.scale))
    return ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]


def pdf_words(picture: Picture) -> str:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(picture.drawing.width, picture.drawing.height))
    draw_pdf(canvas, picture.drawing, 0, picture.drawing.height)
    canvas.save()
    return PdfReader(buffer).pages[0].extract_text()


def digits(words: str) -> list[str]:
    """The digits of words, sorted: who reads a page as text may find words of one line joined."""
    return sorted(re.findall(r"\d", words))


def office_group(mark: Mark, lang: str) -> Any:
    document = Presentation()
    page = document.slides.add_slide(document.slide_layouts[6])
    return add_mark(page.shapes, mark, Box(40, 134, 880, 341), lang, name="name", summary="summary")


def workbook_numbers(group: Any, mark: Mark) -> list[float]:
    """All numbers of the workbooks of a group, without the column that says in which line a row stands."""
    found = []
    for shape in group.shapes:
        if shape.has_chart:
            content = shape.chart.part.chart_workbook.xlsx_part.blob
            columns = openpyxl.load_workbook(io.BytesIO(content)).active.iter_cols(min_row=2, values_only=True)
            kept = list(columns)[: -1 if mark.kind in PLACED else None]
            found += [round(cell, 6) for column in kept for cell in column if isinstance(cell, int | float)]
    return found


@IN_EVERY_LANGUAGE
def test_every_card_has_a_slide_that_shows_exactly_it(lang: str) -> None:
    for place, card in every_card(lang):
        assert card.slide is not None, place
        address, headline = decode(card.slide.code)
        assert (encode(address), headline) == (card.slide.code, ""), place
        again = card_of(address, card.lang, card.as_of)
        assert not isinstance(again, Note), (place, again)
        assert again.claim.words(lang) == card.claim.words(lang), place
        assert again.rows == card.rows, place
        assert values_of(again.mark) == values_of(card.mark), place
        assert again.slide is not None and again.slide.code == card.slide.code, place


@IN_EVERY_LANGUAGE
def test_the_picture_prints_the_values_of_its_mark(lang: str) -> None:
    for place, (card, picture) in pictures(lang).items():
        printed = " ".join(svg_words(picture))
        for value in PRINTED.get(card.mark.kind, lambda mark, lang: [])(card.mark, lang):
            assert value in printed, (place, value)


@IN_EVERY_LANGUAGE
def test_the_pdf_prints_the_numbers_of_the_picture(lang: str) -> None:
    for place, (_, picture) in pictures(lang).items():
        assert digits(pdf_words(picture)) == digits(" ".join(svg_words(picture))), place


@IN_EVERY_LANGUAGE
def test_the_workbooks_hold_the_numbers_of_the_mark_and_no_others(lang: str) -> None:
    for place, card in every_card(lang):
        mark, group = card.mark, office_group(card.mark, lang)
        if mark.kind in ("regions", "cells"):
            said = [shape._element._nvXxPr.cNvPr.get("descr") for shape in group.shapes]
            assert sum(bool(words) for words in said) >= len(values_of(mark)), place
            continue
        target = getattr(mark, "target", None)
        path = {**dict(target.path), target.year: target.value} if target else {}
        wanted = [*values_of(mark), *(round(value, 6) for value in path.values())]
        held = workbook_numbers(group, mark)
        if mark.kind == "panels":
            # The country stands behind every region.
            assert set(held) == set(wanted), place
        else:
            assert sorted(held) == pytest.approx(sorted(wanted)), place


@IN_EVERY_LANGUAGE
def test_the_browser_gets_the_rows_of_the_mark(lang: str) -> None:
    for place, card in every_card(lang):
        sent = drawn(card.mark)["rows"]
        for column in columns_of(card.mark):
            held = [value if value is None else round(value, 6) for value in card.mark.rows[column]]
            assert sent[column] == held, (place, column)


@IN_EVERY_LANGUAGE
def test_the_table_holds_every_value_that_is_drawn(lang: str) -> None:
    for place, card in every_card(lang):
        cells = {
            round(value, 6)
            for column in card.rows.columns.values()
            for value in column
            if isinstance(value, int | float) and not isinstance(value, bool)
        }
        missing = set(values_of(card.mark)) - cells
        assert not missing, (place, sorted(missing)[:5])
