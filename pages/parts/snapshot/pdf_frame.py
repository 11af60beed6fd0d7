"""What stands around the tables of the snapshot's PDF: heading with counts, notes, sources, the margins of a page."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from pages.parts.charts.typeface import REGULAR, STRONG
from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.build import goal_entries
from pages.parts.snapshot.marks import STATUSES
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.pdf_marks import INK, MUTED, RULE, GoalTile, StatusWord
from pages.parts.snapshot.pdf_type import BOTTOM, LINK, MARGIN, WIDTH, linked_markup, no_padding, set_text
from pages.parts.words.method_pages import METHOD_PAGES

# Marks of the counts beside each other; more go on in the next line.
COUNTS_IN_LINE = 4


def heading(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    """Return the title of a page, its dates and the counts of statuses."""
    title = set_text(captions.sheet_title(model, goal), 16, strong=True)
    line = " · ".join(
        part
        for part in (captions.date_text(model), captions.period_text(model, goal), captions.next_release_text(model))
        if part
    )
    block: list[Flowable] = [title, Spacer(0, 2), set_text(line, 7.6, MUTED)]
    if goal is None:
        return [*block, Spacer(0, 6), _count_strip(model, goal), Spacer(0, 5)]
    entry = goal_entries()[goal]
    tile = GoalTile(goal, entry["colour"], entry["text_colour"], STRONG)
    table = Table([[tile, block]], colWidths=[12 * mm, WIDTH - 12 * mm])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *no_padding()]))
    return [table, Spacer(0, 6), _count_strip(model, goal), Spacer(0, 5)]


def _count_strip(model: SnapshotModel, goal: int | None) -> Table:
    """Return the plain counts of statuses with their shapes, the reasons for missing ones, and how the others hold."""
    lang, counts = model.language, captions.shape_counts(model.counts(goal))
    cells = [
        StatusWord(
            shape,
            set_text(f"<b>{counts[shape]}</b> {escape(words.word(f'short_{shape}', lang))}", 7.4, raw=True),
        )
        for shape in STATUSES
        if shape in counts
    ]
    cells += [""] * (-len(cells) % COUNTS_IN_LINE)
    rows = [cells[first : first + COUNTS_IN_LINE] for first in range(0, len(cells), COUNTS_IN_LINE)]
    told = [captions.counts_line(model, goal), captions.robustness_note(model, goal)]
    spanned = range(len(rows), len(rows) + len(told))
    rows += [[set_text(said, 7), *[""] * (COUNTS_IN_LINE - 1)] for said in told]
    strip = Table(rows, colWidths=[WIDTH / COUNTS_IN_LINE] * COUNTS_IN_LINE)
    strip.setStyle(
        TableStyle(
            [
                *(("SPAN", (0, line), (-1, line)) for line in spanned),
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *no_padding(),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return strip


def closing(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    """Return the method in one line with its link, and the sources with theirs."""
    lang = model.language
    method = f"{escape(captions.method_line(model))} {escape(words.word('method_growth', lang))} "
    parts: list[Flowable] = [Spacer(0, 5)]
    parts.append(
        set_text(method + linked_markup(METHOD_PAGES[model.method], captions.method_name(model)), 6.2, MUTED, raw=True)
    )
    parts.append(Spacer(0, 2))
    for source in captions.used_sources(model, goal):
        number = captions.source_numbers(model)[source.source_id]
        said = linked_markup(source.url, captions.source_text(source, lang))
        parts.append(set_text(f"<super>{number}</super> {said}", 6.2, MUTED, raw=True))
    return parts


def row_notes(model: SnapshotModel, goal: int, size: float) -> list[Flowable]:
    """Return where each target comes from, what a proxy also holds and what to beware of, series by series."""
    parts: list[Flowable] = [Spacer(0, 5)]
    for row, said in captions.row_notes(model, goal):
        parts += [set_text(f"<b>{escape(row.title)}</b>. {escape(said)}", size, MUTED, raw=True), Spacer(0, size / 4)]
    return parts


def draw_margins(canvas: Canvas, model: SnapshotModel, page: int, pages: int) -> None:
    """Draw the head and foot of a page: what it is, its date, fingerprints, number and disclaimer."""
    lang = model.language
    right, top = A4[0] - MARGIN, A4[1] - 9.5 * mm
    canvas.setFillColor(MUTED)
    canvas.setFont(STRONG, 6.8)
    canvas.drawString(MARGIN, top, words.word("publication", lang))
    canvas.setFont(REGULAR, 6.8)
    canvas.drawRightString(right, top, captions.date_text(model))
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, top - 4, right, top - 4)
    canvas.line(MARGIN, BOTTOM - 8, right, BOTTOM - 8)
    stamp = [
        words.word("checksum", lang, checksum=model.checksum),
        words.word("version", lang, version=model.version),
    ]
    y = BOTTOM - 16
    canvas.setFont(REGULAR, 6.4)
    canvas.drawString(MARGIN, y, " · ".join(stamp))
    if model.link:
        label = words.word("open_live", lang)
        x = MARGIN + canvas.stringWidth(" · ".join(stamp), REGULAR, 6.4) + 8
        canvas.setFillColor(HexColor(LINK))
        canvas.drawString(x, y, label)
        canvas.setFillColor(MUTED)
        canvas.linkURL(model.link, (x, y - 1, x + canvas.stringWidth(label, REGULAR, 6.4), y + 6))
    canvas.drawRightString(right, y, words.word("page_of", lang, page=page, pages=pages))
    disclaimer = escape(words.word("non_endorsement", lang))
    note = set_text(
        f"{disclaimer} {linked_markup(captions.UN_LINK, words.word('un_link_text', lang))}", 5.8, MUTED, raw=True
    )
    _, height = note.wrap(WIDTH, 30)
    note.drawOn(canvas, MARGIN, y - 4 - height)
