"""The snapshot as an A4 PDF, written without a browser: one page for all five goals, one per goal, one of changes.

The same model always gives the same bytes. Text is real text in an embedded font that carries Kazakh and Russian.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

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

from pages.parts import language
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
    draw_shape,
)
from pages.parts.snapshot_build import goal_entries
from pages.parts.snapshot_marks import STATUS_SHAPE, STATUSES
from pages.parts.snapshot_model import Changes, SnapshotModel, SnapshotRow

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
REGULAR, STRONG = "Inter-Regular-print", "Inter-SemiBold-print"
MARGIN = 12 * mm
WIDTH = A4[0] - 2 * MARGIN
TOP, BOTTOM = 17 * mm, 19 * mm
BODY = A4[1] - TOP - BOTTOM
# Widths in millimetres: indicator, baseline, latest, target, change, trend, status.
GOAL_COLUMNS = [width * mm for width in (57, 17, 17, 27, 18, 20, 30)]
ALL_COLUMNS = [width * mm for width in (70, 20, 20, 22, 20, 34)]


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
    sheets = [_goal_sheet(model, goal)] if goal else [_all_sheet(model)]
    if goal is None:
        sheets += [_goal_sheet(model, item.number) for item in model.goals if model.rows_of(item.number)]
    if model.changes is not None:
        sheets.append(_changes_sheet(model, model.changes))
    story: list[Flowable] = [NextPageTemplate("sheet")]
    for index, sheet in enumerate(sheets):
        story += ([PageBreak()] if index else []) + sheet
    return story


# --- the pages --------------------------------------------------------------------------------------------------


def _all_sheet(model: SnapshotModel) -> list[Flowable]:
    """Return the page of all five goals: counts of statuses and one line per indicator."""
    lang = model.language
    heading = [*_heading(model, None), _count_strip(model, None), Spacer(0, 5)]
    rows: list[list[object]] = [_header(lang, ["indicator", "baseline", "latest", "target", "change", "status"])]
    goal_lines: list[int] = []
    for item in model.goals:
        if model.rows_of(item.number):
            goal_lines.append(len(rows))
            rows.append([_text(words.sheet_title(model, item.number), 7.6, strong=True), *[""] * 5])
            rows += [_short_row(model, row) for row in model.rows_of(item.number)]
    table = LongTable(rows, colWidths=ALL_COLUMNS, repeatRows=1, style=_table_style(1.7, goal_lines))
    return [*heading, table, *_notes(model, None)]


def _goal_sheet(model: SnapshotModel, goal: int) -> list[Flowable]:
    """Return the page of one goal, set a little tighter when it would not fit on one sheet otherwise."""
    for size, padding in ((7.4, 4.5), (7.2, 3.2), (6.9, 2.2)):
        sheet = _set_goal_sheet(model, goal, size, padding)
        if sum(_height(part) for part in sheet) <= BODY:
            return sheet
    return sheet


def _set_goal_sheet(model: SnapshotModel, goal: int, size: float, padding: float) -> list[Flowable]:
    lang = model.language
    names = ["indicator", "baseline", "latest", "target", "change", "trend", "status"]
    rows = [_header(lang, names), *(_full_row(model, row, size) for row in model.rows_of(goal))]
    table = LongTable(rows, colWidths=GOAL_COLUMNS, repeatRows=1, style=_table_style(padding, []))
    return [*_heading(model, goal), _count_strip(model, goal), Spacer(0, 5), table, *_notes(model, goal)]


def _changes_sheet(model: SnapshotModel, changes: Changes) -> list[Flowable]:
    """Return the page of what moved since the earlier date: statuses first, then revised, removed and new points."""
    lang = model.language
    earlier = language.format_date(changes.compare_with, lang)
    parts: list[Flowable] = [_text(words.word("changes_title", lang, date=earlier), 15, strong=True), Spacer(0, 5)]
    if not changes.points and not changes.flips:
        return [*parts, _text(words.word("changes_none", lang), 9)]
    parts.append(_text(words.word("changes_flips", lang), 9.5, strong=True))
    parts.append(Spacer(0, 3))
    parts += [_flips_table(changes, lang)] if changes.flips else [_text(words.word("changes_flips_none", lang), 8)]
    parts += [Spacer(0, 10), _text(words.word("changes_points", lang), 9.5, strong=True), Spacer(0, 2)]
    parts += [_text(words.changes_count_text(changes, lang), 8), Spacer(0, 4), _points_table(changes, lang)]
    return parts


# --- pieces of a page -------------------------------------------------------------------------------------------


def _heading(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    lang = model.language
    title = _text(words.sheet_title(model, goal), 16, strong=True)
    line = " · ".join(
        part
        for part in (words.as_of_text(model), words.period_text(model, goal), words.next_release_text(model))
        if part
    )
    block: list[Flowable] = [title, Spacer(0, 2), _text(line, 7.6, MUTED)]
    if goal is None:
        return [*block, Spacer(0, 6)]
    entry = goal_entries()[goal]
    tile = GoalTile(goal, entry["colour"], entry["text_colour"], STRONG)
    table = Table([[tile, block]], colWidths=[12 * mm, WIDTH - 12 * mm])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_no_padding()]))
    return [table, Spacer(0, 6)]


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


def _header(lang: str, names: list[str]) -> list[object]:
    return [
        _text(words.word(f"col_{name}", lang), 6.6, MUTED, right=name in ("baseline", "latest", "target", "change"))
        for name in names
    ]


def _full_row(model: SnapshotModel, row: SnapshotRow, size: float) -> list[object]:
    text, lang = words.row_text(row, model.language), model.language
    small = size - 1.1
    about = f"{text.unit}<br/>{escape(text.about)} <super>{words.source_number(model, row)}</super>"
    status: list[Flowable] = [StatusWord(text.shape, _text(text.status, size, strong=True))]
    if row.score is not None and text.shape != "not_assessed":
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
        Sparkline(row, 18 * mm, 8 * mm) if row.trend else _text(words.NO_VALUE, size, MUTED),
        [*status, _text(under, small, MUTED)] if under else status,
    ]


def _short_row(model: SnapshotModel, row: SnapshotRow) -> list[object]:
    text = words.row_text(row, model.language)

    def with_year(value: str, year: str) -> Paragraph:
        year_part = f' <font size="5.6" color="#{MUTED.hexval()[2:]}">{year}</font>' if year else ""
        return _text(escape(value) + year_part, 7, right=True, raw=True)

    reason = f": {text.reason}" if text.reason else ""
    word = f"<b>{escape(text.short_status)}</b>{escape(reason)}"
    unit = language.unit_short(row.unit, model.language)
    title = f'{escape(text.title)} <font size="5.8" color="#{MUTED.hexval()[2:]}">{escape(unit)}</font>'
    return [
        _text(title, 7, raw=True),
        with_year(text.baseline, text.baseline_year),
        with_year(text.latest, text.latest_year),
        with_year(text.target if row.target_value is not None else words.NO_VALUE, text.target_year),
        _text(text.change, 7, right=True),
        StatusWord(text.shape, _text(word, 6.6, raw=True), 7.5),
    ]


def _notes(model: SnapshotModel, goal: int | None) -> list[Flowable]:
    """Return the method in one line with its link, the origin of targets, caveats of a goal, and the sources."""
    lang = model.language
    link = words.METHOD_PAGES[model.method]
    method = f"{escape(words.method_line(model))} {escape(words.word('method_growth', lang))}. "
    method += f'<a href="{link}" color="#00708C"><u>{escape(words.word(f"method_{model.method}", lang))}</u></a>'
    parts: list[Flowable] = [Spacer(0, 6), _text(method, 6.2, MUTED, raw=True)]
    if goal is not None:
        parts += [_text(note, 6.2, MUTED, raw=True) for note in _row_notes(model, goal)]
    parts.append(Spacer(0, 2))
    for number, source in enumerate(words.used_sources(model, goal), 1):
        name = escape(words.source_text(source, lang))
        linked = f'<a href="{escape(source.url)}" color="#00708C"><u>{name}</u></a>' if source.url else name
        parts.append(
            _text(f"<super>{words.source_numbers(model)[source.source_id]}</super> {linked}", 6.2, MUTED, raw=True)
        )
    return parts


def _row_notes(model: SnapshotModel, goal: int) -> list[str]:
    notes = []
    for row in model.rows_of(goal):
        said = [note for note in (row.target_source, row.proxy, row.caveat) if note]
        if said:
            notes.append(f"<b>{escape(row.title)}</b>. {escape(' '.join(said))}")
    return notes


def _flips_table(changes: Changes, lang: str) -> Table:
    rows: list[list[object]] = [_header(lang, ["indicator", "old", "new", "cause"])]
    for flip in changes.flips:
        before, now, causes = words.flip_text(flip, lang)
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
    content: str, size: float, colour=INK, *, strong: bool = False, right: bool = False, raw: bool = False
) -> Paragraph:
    return Paragraph(content if raw else escape(content), _style(size, colour, strong, right))


@lru_cache(maxsize=128)
def _style(size: float, colour, strong: bool, right: bool) -> ParagraphStyle:
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


def _height(part: Flowable) -> float:
    return part.wrap(WIDTH, BODY)[1]


def _draw_margins(canvas: Canvas, model: SnapshotModel, page: int, pages: int) -> None:
    lang = model.language
    right, top = A4[0] - MARGIN, A4[1] - 9.5 * mm
    canvas.setFillColor(MUTED)
    canvas.setFont(STRONG, 6.8)
    canvas.drawString(MARGIN, top, words.word("publication", lang))
    canvas.setFont(REGULAR, 6.8)
    canvas.drawRightString(right, top, words.as_of_text(model))
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
    note = Paragraph(
        f'{escape(words.word("non_endorsement", lang))} <a href="{words.UN_LINK}" color="#00708C">'
        f"<u>{words.word('un_link_text', lang)}</u></a>",
        _style(5.8, MUTED, False, False),
    )
    _, height = note.wrap(WIDTH, 30)
    note.drawOn(canvas, MARGIN, y - 4 - height)
