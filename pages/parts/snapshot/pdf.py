"""The snapshot as an A4 PDF, written without a browser: one page for all five goals, one per goal, one of changes.

The same model always gives the same bytes. Text is real text in an embedded font that carries Kazakh and Russian.
"""

from __future__ import annotations

import io
from math import ceil

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Spacer

from pages.parts.charts.typeface import register_fonts
from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.pdf_changes import changes_sheet
from pages.parts.snapshot.pdf_frame import closing, draw_margins, heading, row_notes
from pages.parts.snapshot.pdf_rows import all_table, goal_table
from pages.parts.snapshot.pdf_type import BODY, BOTTOM, MARGIN, WIDTH, set_text


def write_snapshot_pdf(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the PDF of one goal, or of all five when `goal` is None."""
    register_fonts()
    sheets = _sheets(model, goal)
    guess = sum(max(1, ceil(_height(sheet) / BODY)) for sheet in sheets)
    content, pages = _build(model, goal, sheets, guess)
    if pages != guess:
        content, _ = _build(model, goal, _sheets(model, goal), pages)
    return content


def _build(model: SnapshotModel, goal: int | None, sheets: list[list[Flowable]], pages: int) -> tuple[bytes, int]:
    """Return the document and its true number of pages; the footer prints `pages`, so a wrong guess is built again."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title=f"{captions.sheet_title(model, goal)} — {captions.as_of_text(model)}",
        author=words.word("publication", model.language),
        subject=words.word("title", model.language),
        lang=model.language,
        invariant=1,
    )
    frame = Frame(MARGIN, BOTTOM, WIDTH, BODY, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def margins(canvas: Canvas, _: BaseDocTemplate) -> None:
        draw_margins(canvas, model, canvas.getPageNumber(), pages)

    document.addPageTemplates([PageTemplate("sheet", [frame], onPage=margins)])
    story: list[Flowable] = []
    for index, sheet in enumerate(sheets):
        story += ([PageBreak()] if index else []) + sheet
    document.build(story)
    return buffer.getvalue(), document.page


def _sheets(model: SnapshotModel, goal: int | None) -> list[list[Flowable]]:
    sheets = _goal_sheets(model, goal) if goal else [_all_sheet(model)]
    if goal is None:
        sheets += [sheet for item in model.goals if item.counts for sheet in _goal_sheets(model, item.number)]
    if model.changes is not None:
        sheets.append(changes_sheet(model, model.changes.of_goal(goal)))
    return sheets


def _all_sheet(model: SnapshotModel) -> list[Flowable]:
    """Return the page of all five goals: counts of statuses and one line per indicator."""
    for size, padding in ((7.2, 2.2), (7.0, 1.6), (6.8, 1.1), (6.6, 0.7), (6.4, 0.4), (6.2, 0.3)):
        sheet = [*heading(model, None), all_table(model, size, padding), *closing(model, None)]
        if _fits(sheet):
            break
    return sheet


def _goal_sheets(model: SnapshotModel, goal: int) -> list[list[Flowable]]:
    """Return the page of one goal; its notes get a page of their own when both would not fit on one sheet.

    A long goal says in fractions how its statuses hold; one that still doesn't fit goes on overleaf, no row cut.
    """
    notes = row_notes(model, goal, 6.4)
    for size, padding in ((8.2, 6.0), (7.4, 4.5), (7.2, 3.2)):
        sheet = [*heading(model, goal), goal_table(model, goal, size, padding), *notes, *closing(model, goal)]
        if _fits(sheet):
            return [sheet]
    for size, padding, brief in ((7.4, 4.5, False), (7.2, 3.2, False), (7.2, 3.2, True), (6.9, 2.4, True)):
        table = goal_table(model, goal, size, padding, brief=brief)
        sheet = [*heading(model, goal), table, *closing(model, goal)]
        if _fits(sheet):
            break
    title = f"{words.word('notes_title', model.language)} · {captions.sheet_title(model, goal)}"
    return [sheet, [set_text(title, 12, strong=True), Spacer(0, 4), *row_notes(model, goal, 8)]]


def _fits(sheet: list[Flowable]) -> bool:
    """Return whether the parts fit on one page; a little is kept free for the space that reportlab adds."""
    return _height(sheet) <= BODY - 4


def _height(sheet: list[Flowable]) -> float:
    return sum(part.wrap(WIDTH, BODY)[1] for part in sheet)
