"""The snapshot as an A4 PDF, written without a browser: one page for all five goals, one per goal, one of changes.

The same model always gives the same bytes. Text is real text in an embedded font that carries Kazakh and Russian.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from pages.parts import language, theme
from pages.parts import snapshot_text as words
from pages.parts.exports.snapshot_pdf_marks import (
    GRID,
    INK,
    MUTED,
    RULE,
    GoalTile,
    Ruler,
    Sparkline,
    StatusWord,
)
from pages.parts.snapshot_build import goal_entries
from pages.parts.snapshot_marks import STATUS_SHAPE, STATUSES
from pages.parts.snapshot_model import Changes, SnapshotModel, SnapshotRow

MIME = "application/pdf"
FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
REGULAR, STRONG = "Inter-Regular-print", "Inter-SemiBold-print"
LINK = theme.LIGHT["accent"]
MARGIN = 12 * mm
WIDTH = A4[0] - 2 * MARGIN
TOP, BOTTOM = 17 * mm, 19 * mm
BODY = A4[1] - TOP - BOTTOM
# Widths in millimetres: indicator, baseline, latest, target, change, trend, status.
COLUMNS = ("indicator", "baseline", "latest", "target", "change", "trend", "status")
GOAL_COLUMNS = [width * mm for width in (55, 17, 17, 26, 18, 20, 33)]
ALL_COLUMNS = [width * mm for width in (62, 18, 18, 23, 16, 14, 35)]


def write_snapshot_pdf(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the PDF of one goal, or of all five when `goal` is None."""
    register_fonts()
    pages = _build(model, goal, 0)[1]
    return _build(model, goal, pages)[0]


def _build(model: SnapshotModel, goal: int | None, pages: int) -> tuple[bytes, int]:
    """Return the document and its number of pages; the footer prints `pages`, known only after a first pass."""
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
    document.build(_story(model, goal))
    return buffer.getvalue(), document.page


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Load the two embedded fonts once per process."""
    for name in (REGULAR, STRONG):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=REGULAR, boldItalic=STRONG)


def _story(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    sheets = _goal_sheets(model, goal) if goal else [_all_sheet(model)]
    if goal is None:
        sheets += [sheet for item in model.goals if item.counts for sheet in _goal_sheets(model, item.number)]
    if model.changes is not None:
        sheets.append(_changes_sheet(model, model.changes))
    story: list[Flowable] = [NextPageTemplate("sheet")]
    for index, sheet in enumerate(sheets):
        story += ([PageBreak()] if index else []) + sheet
    return story


# --- the pages --------------------------------------------------------------------------------------------------


def _all_sheet(model: SnapshotModel) -> list[Flowable]:
    """Return the page of all five goals: counts of statuses and one line per indicator."""
    for size, padding in ((7.2, 2.2), (7.0, 1.6), (6.8, 1.1), (6.6, 0.7)):
        sheet = [*_heading(model, None), _all_table(model, size, padding), *_closing(model, None)]
        if _fits(sheet):
            break
    return sheet


def _all_table(model: SnapshotModel, size: float, padding: float) -> LongTable:
    rows: list[list[object]] = [_header(model.language, COLUMNS)]
    goal_lines: list[int] = []
    for item in model.goals:
        if item.counts:
            goal_lines.append(len(rows))
            rows.append([_text(words.sheet_title(model, item.number), size + 0.4, strong=True), *[""] * 6])
            rows += [_short_row(model, row, size) for row in model.rows_of(item.number)]
    return LongTable(rows, colWidths=ALL_COLUMNS, repeatRows=1, style=_table_style(padding, goal_lines))


def _goal_sheets(model: SnapshotModel, goal: int) -> list[list[Flowable]]:
    """Return the page of one goal; its notes get a page of their own when both would not fit on one sheet."""
    notes = _row_notes(model, goal)
    for size, padding in ((7.4, 4.5), (7.2, 3.2)):
        sheet = [*_goal_body(model, goal, size, padding), *notes, *_closing(model, goal)]
        if _fits(sheet):
            return [sheet]
    for size, padding in ((7.4, 4.5), (7.2, 3.2), (6.9, 2.4), (6.6, 1.6), (6.4, 1.0)):
        sheet = [*_goal_body(model, goal, size, padding), *_closing(model, goal)]
        if _fits(sheet):
            break
    title = f"{words.word('notes_title', model.language)} · {words.sheet_title(model, goal)}"
    return [sheet, [_text(title, 12, strong=True), Spacer(0, 4), *notes]]


def _goal_body(model: SnapshotModel, goal: int, size: float, padding: float) -> list[Flowable]:
    rows = [_header(model.language, COLUMNS), *(_full_row(model, row, size) for row in model.rows_of(goal))]
    table = LongTable(rows, colWidths=GOAL_COLUMNS, repeatRows=1, style=_table_style(padding, []))
    return [*_heading(model, goal), table]


def _changes_sheet(model: SnapshotModel, changes: Changes) -> list[Flowable]:
    """Return the page of what moved since the earlier date: statuses first, then revised, removed and new points."""
    lang = model.language
    earlier = language.format_date(changes.compare_with, lang)
    parts: list[Flowable] = [_text(words.word("changes_title", lang, date=earlier), 15, strong=True), Spacer(0, 5)]
    if not changes.points and not changes.flips:
        return [*parts, _text(words.word("changes_none", lang), 9)]
    parts.append(_text(words.word("changes_flips", lang), 9.5, strong=True))
    parts.append(Spacer(0, 3))
    parts += [_flips_table(model, changes)] if changes.flips else [_text(words.word("changes_flips_none", lang), 8)]
    parts += [Spacer(0, 10), _text(words.word("changes_points", lang), 9.5, strong=True), Spacer(0, 2)]
    parts += [_text(words.changes_count_text(changes, lang), 8), Spacer(0, 4), _points_table(changes, lang)]
    return parts


# --- pieces of a page -------------------------------------------------------------------------------------------


def _heading(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    title = _text(words.sheet_title(model, goal), 16, strong=True)
    line = " · ".join(
        part
        for part in (words.as_of_text(model), words.period_text(model, goal), words.next_release_text(model))
        if part
    )
    block: list[Flowable] = [title, Spacer(0, 2), _text(line, 7.6, MUTED)]
    if goal is None:
        return [*block, Spacer(0, 6), _count_strip(model, goal), Spacer(0, 5)]
    entry = goal_entries()[goal]
    tile = GoalTile(goal, entry["colour"], entry["text_colour"], STRONG)
    table = Table([[tile, block]], colWidths=[12 * mm, WIDTH - 12 * mm])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_no_padding()]))
    return [table, Spacer(0, 6), _count_strip(model, goal), Spacer(0, 5)]


def _count_strip(model: SnapshotModel, goal: int | None) -> Table:
    """Return the plain counts of statuses with their shapes, and the reasons for missing statuses."""
    lang, counts = model.language, words.shape_counts(model.counts(goal))
    cells = [
        StatusWord(
            shape, _text(f"<b>{counts.get(shape, 0)}</b> {escape(words.word(f'short_{shape}', lang))}", 7.4, raw=True)
        )
        for shape in STATUSES
    ]
    total = f"{words.counts_text(model.counts(goal), lang)}. {words.reasons_text(model.reasons(goal), lang)}"
    strip = Table([cells, [_text(total, 7), *[""] * 5]], colWidths=[WIDTH / 6] * 6)
    strip.setStyle(
        TableStyle(
            [
                ("SPAN", (0, 1), (-1, 1)),
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *_no_padding(),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return strip


def _header(lang: str, names: Sequence[str]) -> list[object]:
    return [
        _text(words.word(f"col_{name}", lang), 6.6, MUTED, right=name in ("baseline", "latest", "target", "change"))
        for name in names
    ]


def _full_row(model: SnapshotModel, row: SnapshotRow, size: float) -> list[object]:
    text = words.row_text(row, model)
    small = size - 1.1
    about = (
        f"{text.unit}<br/>{escape(text.about)}{language.NO_BREAK_SPACE}<super>{words.source_number(model, row)}</super>"
    )
    status: list[Flowable] = [StatusWord(text.shape, _text(text.status, size, strong=True))]
    if words.has_ruler(row, model):
        status += [Ruler(row.score)]
    under = " · ".join(part for part in (text.reason, text.measure, text.evidence) if part)
    target = [_text(text.target, size + 0.6, right=True, strong=row.target_value is not None)]
    target += [_text(part, small, MUTED, right=True) for part in (text.target_year, text.target_kind) if part]
    return [
        [_text(text.title, size, strong=True), _text(about, small, MUTED, raw=True)],
        [_text(text.baseline, size + 0.6, right=True), _text(text.baseline_year, small, MUTED, right=True)],
        [_text(text.latest, size + 0.6, right=True, strong=True), _text(text.latest_year, small, MUTED, right=True)],
        target,
        _text(text.change, size, right=True),
        Sparkline(row, 18 * mm, 8 * mm) if row.trend else "",
        [*status, _text(under, small, MUTED)] if under else status,
    ]


def _short_row(model: SnapshotModel, row: SnapshotRow, size: float) -> list[object]:
    text = words.row_text(row, model)

    def muted(said: str) -> str:
        return _muted(said, size)

    def with_year(value: str, year: str) -> Paragraph:
        return _text(f"{escape(value)} {muted(year)}" if year else escape(value), size, right=True, raw=True)

    unit = language.unit_short(row.unit, model.language).replace(" ", language.NO_BREAK_SPACE)
    number = f"{language.NO_BREAK_SPACE}<super>{words.source_number(model, row)}</super>"
    word = f"<b>{escape(text.short_status)}</b>"
    return [
        _text(f"{escape(text.title)}{language.NO_BREAK_SPACE}{muted(unit)}{number}", size, raw=True),
        with_year(text.baseline, text.baseline_year),
        with_year(text.latest, text.latest_year),
        _short_target(row, text, size),
        _text(text.change, size, right=True),
        Sparkline(row, 13 * mm, 4.2 * mm) if row.trend else "",
        StatusWord(text.shape, _text(f"{word} {muted(text.short_reason)}", size - 0.2, raw=True), 7.5),
    ]


def _short_target(row: SnapshotRow, text: words.RowText, size: float) -> Paragraph:
    if row.target_value is None:
        return _text(_muted(text.target_kind, size), size, right=True, raw=True)
    said = f"{escape(text.target)} {_muted(text.target_year, size)} {_muted(text.target_kind, size)}"
    return _text(said, size, right=True, raw=True)


def _muted(said: str, size: float) -> str:
    return f'<font size="{size - 1.2:.1f}" color="#{MUTED.hexval()[2:]}">{escape(said)}</font>'


def _closing(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    """Return the method in one line with its link, and the sources with theirs."""
    lang = model.language
    method = f"{escape(words.method_line(model))} {escape(words.word('method_growth', lang))} "
    parts: list[Flowable] = [Spacer(0, 5)]
    parts.append(
        _text(method + _linked(words.METHOD_PAGES[model.method], words.method_name(model)), 6.2, MUTED, raw=True)
    )
    parts.append(Spacer(0, 2))
    for source in words.used_sources(model, goal):
        number = words.source_numbers(model)[source.source_id]
        said = _linked(source.url, words.source_text(source, lang))
        parts.append(_text(f"<super>{number}</super> {said}", 6.2, MUTED, raw=True))
    return parts


def _linked(address: str, said: str) -> str:
    return f'<a href="{escape(address)}" color="{LINK}"><u>{escape(said)}</u></a>' if address else escape(said)


def _row_notes(model: SnapshotModel, goal: int) -> list[Flowable]:
    """Return where each target comes from, what a proxy also holds and what to beware of, series by series."""
    parts: list[Flowable] = [Spacer(0, 5)]
    for row in model.rows_of(goal):
        said = " ".join(note for note in (row.target_source, row.proxy, row.caveat) if note)
        if said:
            parts.append(_text(f"<b>{escape(row.title)}</b>. {escape(said)}", 6.2, MUTED, raw=True))
    return parts


def _flips_table(model: SnapshotModel, changes: Changes) -> Table:
    rows: list[list[object]] = [_header(model.language, ["indicator", "old", "new", "cause"])]
    for flip in changes.flips:
        before, now, causes = words.flip_text(flip, model)
        rows.append(
            [
                _text(flip.title, 7.2, strong=True),
                StatusWord(STATUS_SHAPE[flip.old_status], _text(before, 7)),
                StatusWord(STATUS_SHAPE[flip.new_status], _text(now, 7, strong=True)),
                _text(causes, 7),
            ]
        )
    widths = [62 * mm, 43 * mm, 43 * mm, WIDTH - 148 * mm]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=_table_style(3, []))


def _points_table(changes: Changes, lang: str) -> Table:
    rows: list[list[object]] = [_header(lang, ["indicator", "year", "old", "new", "change", "kind"])]
    for title, years, old, new, change, what in words.point_lines(changes, lang):
        cells = [_text(title, 6.8), _text(years, 6.8)]
        cells += [_text(value, 6.8, right=True) for value in (old, new, change)]
        rows.append([*cells, _text(what, 6.8)])
    widths = [74 * mm, 20 * mm, 18 * mm, 18 * mm, 18 * mm, WIDTH - 148 * mm]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=_table_style(1.6, []))


# --- type and lines ---------------------------------------------------------------------------------------------


def _text(
    content: str, size: float, colour: HexColor = INK, *, strong: bool = False, right: bool = False, raw: bool = False
) -> Paragraph:
    return Paragraph(content if raw else escape(content), _style(size, colour, strong, right))


@lru_cache(maxsize=128)
def _style(size: float, colour: HexColor, strong: bool, right: bool) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}-{strong}-{right}-{colour.hexval()}",
        fontName=STRONG if strong else REGULAR,
        fontSize=size,
        leading=size * 1.28,
        textColor=colour,
        alignment=TA_RIGHT if right else 0,
        splitLongWords=True,
    )


def _table_style(padding: float, goal_lines: list[int]) -> TableStyle:
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        *_no_padding(),
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


def _no_padding() -> list[tuple]:
    return [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _fits(sheet: list[Flowable]) -> bool:
    """Return whether the parts fit on one page; a little is kept free for the space that reportlab adds."""
    return sum(part.wrap(WIDTH, BODY)[1] for part in sheet) <= BODY - 4


def _draw_margins(canvas: Canvas, model: SnapshotModel, page: int, pages: int) -> None:
    lang = model.language
    right, top = A4[0] - MARGIN, A4[1] - 9.5 * mm
    canvas.setFillColor(MUTED)
    canvas.setFont(STRONG, 6.8)
    canvas.drawString(MARGIN, top, words.word("publication", lang))
    canvas.setFont(REGULAR, 6.8)
    day = language.format_date(model.as_of, lang)
    canvas.drawRightString(right, top, words.word("as_of", lang, date=day))
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
        canvas.drawString(x, y, label)
        canvas.linkURL(model.link, (x, y - 1, x + canvas.stringWidth(label, REGULAR, 6.4), y + 6))
    canvas.drawRightString(right, y, words.word("page_of", lang, page=page, pages=pages))
    disclaimer = escape(words.word("non_endorsement", lang))
    note = _text(f"{disclaimer} {_linked(words.UN_LINK, words.word('un_link_text', lang))}", 5.8, MUTED, raw=True)
    _, height = note.wrap(WIDTH, 30)
    note.drawOn(canvas, MARGIN, y - 4 - height)
