"""The snapshot as an A4 PDF, written without a browser: one page for all five goals, one per goal, one of changes.

The same model always gives the same bytes. Text is real text in an embedded font that carries Kazakh and Russian.
"""

from __future__ import annotations

import io
from math import ceil
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    LongTable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from pages.parts.charts.typeface import REGULAR, STRONG, register_fonts
from pages.parts.snapshot import text as words
from pages.parts.snapshot.build import goal_entries
from pages.parts.snapshot.marks import STATUSES
from pages.parts.snapshot.model import SnapshotModel, SnapshotRow
from pages.parts.snapshot.pdf_changes import changes_sheet
from pages.parts.snapshot.pdf_marks import (
    INK,
    MUTED,
    RULE,
    GoalTile,
    Ruler,
    Sparkline,
    StatusWord,
)
from pages.parts.snapshot.pdf_type import (
    BODY,
    BOTTOM,
    LINK,
    MARGIN,
    WIDTH,
    linked_markup,
    muted_markup,
    no_padding,
    set_text,
    table_head,
    table_style,
)
from pages.parts.words import language
from pages.parts.words.method_pages import METHOD_PAGES

# Widths in millimetres: indicator, baseline, latest, target, change, trend, status.
FIGURES = ("baseline", "latest", "target", "change")
COLUMNS = ("indicator", "baseline", "latest", "target", "change", "trend", "status")
GOAL_COLUMNS = [width * mm for width in (55, 17, 17, 26, 18, 20, 33)]
ALL_COLUMNS = [width * mm for width in (62, 18, 18, 23, 16, 14, 35)]


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
        title=f"{words.sheet_title(model, goal)} — {words.as_of_text(model)}",
        author=words.word("publication", model.language),
        subject=words.word("title", model.language),
        lang=model.language,
        invariant=1,
    )
    frame = Frame(MARGIN, BOTTOM, WIDTH, BODY, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def margins(canvas: Canvas, _: BaseDocTemplate) -> None:
        _draw_margins(canvas, model, canvas.getPageNumber(), pages)

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


# --- the pages --------------------------------------------------------------------------------------------------


def _all_sheet(model: SnapshotModel) -> list[Flowable]:
    """Return the page of all five goals: counts of statuses and one line per indicator."""
    for size, padding in ((7.2, 2.2), (7.0, 1.6), (6.8, 1.1), (6.6, 0.7)):
        sheet = [*_heading(model, None), _all_table(model, size, padding), *_closing(model, None)]
        if _fits(sheet):
            break
    return sheet


def _all_table(model: SnapshotModel, size: float, padding: float) -> LongTable:
    rows: list[list[object]] = [table_head(model.language, COLUMNS, FIGURES)]
    goal_lines: list[int] = []
    for item in model.goals:
        if item.counts:
            goal_lines.append(len(rows))
            rows.append([set_text(words.sheet_title(model, item.number), size + 0.4, strong=True), *[""] * 6])
            rows += [_short_row(model, row, size) for row in model.rows_of(item.number)]
    return LongTable(rows, colWidths=ALL_COLUMNS, repeatRows=1, style=table_style(padding, goal_lines))


def _goal_sheets(model: SnapshotModel, goal: int) -> list[list[Flowable]]:
    """Return the page of one goal; its notes get a page of their own when both would not fit on one sheet."""
    notes = _row_notes(model, goal, 6.4)
    for size, padding in ((8.2, 6.0), (7.4, 4.5), (7.2, 3.2)):
        sheet = [*_goal_body(model, goal, size, padding), *notes, *_closing(model, goal)]
        if _fits(sheet):
            return [sheet]
    for size, padding in ((7.4, 4.5), (7.2, 3.2), (6.9, 2.4), (6.6, 1.6), (6.4, 1.0)):
        sheet = [*_goal_body(model, goal, size, padding), *_closing(model, goal)]
        if _fits(sheet):
            break
    title = f"{words.word('notes_title', model.language)} · {words.sheet_title(model, goal)}"
    return [sheet, [set_text(title, 12, strong=True), Spacer(0, 4), *_row_notes(model, goal, 8)]]


def _goal_body(model: SnapshotModel, goal: int, size: float, padding: float) -> list[Flowable]:
    rows = [table_head(model.language, COLUMNS, FIGURES), *(_full_row(model, row, size) for row in model.rows_of(goal))]
    table = LongTable(rows, colWidths=GOAL_COLUMNS, repeatRows=1, style=table_style(padding, []))
    return [*_heading(model, goal), table]


# --- pieces of a page -------------------------------------------------------------------------------------------


def _heading(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    title = set_text(words.sheet_title(model, goal), 16, strong=True)
    line = " · ".join(
        part
        for part in (words.date_text(model), words.period_text(model, goal), words.next_release_text(model))
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
    """Return the plain counts of statuses with their shapes, and the reasons for missing statuses."""
    lang, counts = model.language, words.shape_counts(model.counts(goal))
    cells = [
        StatusWord(
            shape,
            set_text(f"<b>{counts.get(shape, 0)}</b> {escape(words.word(f'short_{shape}', lang))}", 7.4, raw=True),
        )
        for shape in STATUSES
    ]
    total = words.counts_line(model, goal)
    strip = Table([cells, [set_text(total, 7), *[""] * 5]], colWidths=[WIDTH / 6] * 6)
    strip.setStyle(
        TableStyle(
            [
                ("SPAN", (0, 1), (-1, 1)),
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *no_padding(),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return strip


def _full_row(model: SnapshotModel, row: SnapshotRow, size: float) -> list[object]:
    text = words.row_text(row, model)
    small = size - 1.1
    about = (
        f"{text.unit}<br/>{escape(text.about)}{language.NO_BREAK_SPACE}<super>{words.source_number(model, row)}</super>"
    )
    status: list[Flowable] = [StatusWord(text.shape, set_text(text.status, size, strong=True))]
    if words.has_ruler(row, model):
        status += [Ruler(row.score)]
    under = " · ".join(part for part in (text.reason, text.measure, text.evidence) if part)
    target = [set_text(text.target, size + 0.6, right=True, strong=row.target_value is not None)]
    target += [set_text(part, small, MUTED, right=True) for part in (text.target_year, text.target_kind) if part]
    return [
        [set_text(text.title, size, strong=True), set_text(about, small, MUTED, raw=True)],
        [set_text(text.baseline, size + 0.6, right=True), set_text(text.baseline_year, small, MUTED, right=True)],
        [
            set_text(text.latest, size + 0.6, right=True, strong=True),
            set_text(text.latest_year, small, MUTED, right=True),
        ],
        target,
        set_text(text.change, size, right=True),
        Sparkline(row, 18 * mm, 8 * mm) if row.trend else "",
        [*status, set_text(under, small, MUTED)] if under else status,
    ]


def _short_row(model: SnapshotModel, row: SnapshotRow, size: float) -> list[object]:
    text = words.row_text(row, model)

    def muted(said: str) -> str:
        return muted_markup(said, size)

    def with_year(value: str, year: str) -> Paragraph:
        return set_text(f"{escape(value)} {muted(year)}" if year else escape(value), size, right=True, raw=True)

    unit = language.unit_short(row.unit, model.language).replace(" ", language.NO_BREAK_SPACE)
    number = f"{language.NO_BREAK_SPACE}<super>{words.source_number(model, row)}</super>"
    word = f"<b>{escape(text.short_status)}</b>"
    return [
        set_text(f"{escape(text.title)}{language.NO_BREAK_SPACE}{muted(unit)}{number}", size, raw=True),
        with_year(text.baseline, text.baseline_year),
        with_year(text.latest, text.latest_year),
        _short_target(row, text, size),
        set_text(text.change, size, right=True),
        Sparkline(row, 13 * mm, 4.2 * mm) if row.trend else "",
        StatusWord(text.shape, set_text(f"{word} {muted(text.short_reason)}", size - 0.2, raw=True), 7.5),
    ]


def _short_target(row: SnapshotRow, text: words.RowText, size: float) -> Paragraph:
    if row.target_value is None:
        return set_text(muted_markup(text.target_kind, size), size, right=True, raw=True)
    said = f"{escape(text.target)} {muted_markup(text.target_year, size)} {muted_markup(text.target_kind, size)}"
    return set_text(said, size, right=True, raw=True)


def _closing(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    """Return the method in one line with its link, and the sources with theirs."""
    lang = model.language
    method = f"{escape(words.method_line(model))} {escape(words.word('method_growth', lang))} "
    parts: list[Flowable] = [Spacer(0, 5)]
    parts.append(
        set_text(method + linked_markup(METHOD_PAGES[model.method], words.method_name(model)), 6.2, MUTED, raw=True)
    )
    parts.append(Spacer(0, 2))
    for source in words.used_sources(model, goal):
        number = words.source_numbers(model)[source.source_id]
        said = linked_markup(source.url, words.source_text(source, lang))
        parts.append(set_text(f"<super>{number}</super> {said}", 6.2, MUTED, raw=True))
    return parts


def _row_notes(model: SnapshotModel, goal: int, size: float) -> list[Flowable]:
    """Return where each target comes from, what a proxy also holds and what to beware of, series by series."""
    parts: list[Flowable] = [Spacer(0, 5)]
    for row, said in words.row_notes(model, goal):
        parts += [set_text(f"<b>{escape(row.title)}</b>. {escape(said)}", size, MUTED, raw=True), Spacer(0, size / 4)]
    return parts


def _fits(sheet: list[Flowable]) -> bool:
    """Return whether the parts fit on one page; a little is kept free for the space that reportlab adds."""
    return _height(sheet) <= BODY - 4


def _height(sheet: list[Flowable]) -> float:
    return sum(part.wrap(WIDTH, BODY)[1] for part in sheet)


def _draw_margins(canvas: Canvas, model: SnapshotModel, page: int, pages: int) -> None:
    lang = model.language
    right, top = A4[0] - MARGIN, A4[1] - 9.5 * mm
    canvas.setFillColor(MUTED)
    canvas.setFont(STRONG, 6.8)
    canvas.drawString(MARGIN, top, words.word("publication", lang))
    canvas.setFont(REGULAR, 6.8)
    canvas.drawRightString(right, top, words.date_text(model))
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
        f"{disclaimer} {linked_markup(words.UN_LINK, words.word('un_link_text', lang))}", 5.8, MUTED, raw=True
    )
    _, height = note.wrap(WIDTH, 30)
    note.drawOn(canvas, MARGIN, y - 4 - height)
