"""The tables of the snapshot's PDF: one line per indicator, short over all goals, full for one goal."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Paragraph

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.pdf_marks import MUTED, Ruler, Sparkline, StatusWord
from pages.parts.snapshot.pdf_type import muted_markup, set_text, table_head, table_style
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.words import language

# Widths in millimetres: indicator, baseline, latest, target, change, trend, status.
FIGURES = ("baseline", "latest", "target", "change")
COLUMNS = ("indicator", "baseline", "latest", "target", "change", "trend", "status")
GOAL_COLUMNS = [width * mm for width in (52, 16, 16, 25, 18, 19, 40)]
ALL_COLUMNS = [width * mm for width in (58, 16, 16, 22, 15, 13, 46)]


def all_table(model: SnapshotModel, size: float, padding: float) -> LongTable:
    """Return the table of all goals, one short line per indicator."""
    rows: list[list[object]] = [table_head(model.language, COLUMNS, FIGURES)]
    goal_lines: list[int] = []
    for item in model.goals:
        if item.counts:
            goal_lines.append(len(rows))
            rows.append([set_text(captions.sheet_title(model, item.number), size + 0.4, strong=True), *[""] * 6])
            rows += [_short_row(model, row, size) for row in model.rows_of(item.number)]
    return LongTable(rows, colWidths=ALL_COLUMNS, repeatRows=1, style=table_style(padding, goal_lines))


def goal_table(model: SnapshotModel, goal: int, size: float, padding: float, *, brief: bool = False) -> LongTable:
    """Return the table of one goal, with everything that is said of an indicator; how statuses hold in fractions where
    it is `brief`."""
    lines = (_full_row(model, row, size, brief=brief) for row in model.rows_of(goal))
    rows = [table_head(model.language, COLUMNS, FIGURES), *lines]
    return LongTable(rows, colWidths=GOAL_COLUMNS, repeatRows=1, style=table_style(padding, []))


def _full_row(model: SnapshotModel, row: SnapshotRow, size: float, *, brief: bool) -> list[object]:
    text = words.row_text(row, model)
    small = size - 1.1
    number = f"{language.NO_BREAK_SPACE}<super>{captions.source_number(model, row)}</super>"
    about = f"{text.unit}<br/>{escape(text.about)}{number}"
    status: list[Flowable] = [StatusWord(text.shape, set_text(text.status, size, strong=True), hatched=row.is_fragile)]
    if words.has_ruler(row, model):
        status += [Ruler(row.score)]
    held = text.short_robustness if brief else text.robustness
    under = " · ".join(part for part in (text.reason, text.measure, held, text.evidence) if part)
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
    number = f"{language.NO_BREAK_SPACE}<super>{captions.source_number(model, row)}</super>"
    word = f"<b>{escape(text.short_status)}</b>"
    under = muted(text.short_reason or text.short_robustness)
    return [
        set_text(f"{escape(text.title)}{language.NO_BREAK_SPACE}{muted(unit)}{number}", size, raw=True),
        with_year(text.baseline, text.baseline_year),
        with_year(text.latest, text.latest_year),
        _short_target(row, text, size),
        set_text(text.change, size, right=True),
        Sparkline(row, 13 * mm, 4.2 * mm) if row.trend else "",
        StatusWord(text.shape, set_text(f"{word} {under}", size - 0.2, raw=True), 7.5, hatched=row.is_fragile),
    ]


def _short_target(row: SnapshotRow, text: words.RowText, size: float) -> Paragraph:
    if row.target_value is None:
        return set_text(muted_markup(text.target_kind, size), size, right=True, raw=True)
    said = f"{escape(text.target)} {muted_markup(text.target_year, size)} {muted_markup(text.target_kind, size)}"
    return set_text(said, size, right=True, raw=True)
