"""The page of the snapshot's PDF that says what moved since an earlier date."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer, Table

from pages.parts.snapshot import text as words
from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import Changes, SnapshotModel
from pages.parts.snapshot.moves import changes_count_text, changes_rules, changes_title, flip_text, point_lines
from pages.parts.snapshot.pdf_marks import StatusWord
from pages.parts.snapshot.pdf_type import WIDTH, set_text, table_head, table_style


def changes_sheet(model: SnapshotModel, changes: Changes) -> list[Flowable]:
    """Return the page of what moved since the earlier date: statuses first, then revised, removed and new points."""
    lang = model.language
    parts: list[Flowable] = [set_text(changes_title(model, changes), 15, strong=True), Spacer(0, 3)]
    parts += [set_text(changes_rules(changes, lang), 8), Spacer(0, 5)]
    if not changes.points and not changes.flips:
        return [*parts, set_text(words.word("changes_none", lang), 9)]
    parts.append(set_text(words.word("changes_flips", lang), 9.5, strong=True))
    parts.append(Spacer(0, 3))
    parts += [_flips_table(model, changes)] if changes.flips else [set_text(words.word("changes_flips_none", lang), 8)]
    if changes.is_of_methods:
        return parts
    parts += [Spacer(0, 10), set_text(words.word("changes_points", lang), 9.5, strong=True), Spacer(0, 2)]
    parts += [set_text(changes_count_text(changes, lang), 8), Spacer(0, 4), _points_table(changes, lang)]
    return parts


def _flips_table(model: SnapshotModel, changes: Changes) -> Table:
    rows: list[list[object]] = [table_head(model.language, ["indicator", "old", "new", "cause"])]
    for flip in changes.flips:
        before, now, causes = flip_text(flip, model)
        rows.append(
            [
                set_text(flip.title, 7.2, strong=True),
                StatusWord(STATUS_SHAPE[flip.old_status], set_text(before, 7)),
                StatusWord(STATUS_SHAPE[flip.new_status], set_text(now, 7, strong=True)),
                set_text(causes, 7),
            ]
        )
    widths = [62 * mm, 43 * mm, 43 * mm, WIDTH - 148 * mm]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=table_style(3, []))


def _points_table(changes: Changes, lang: str) -> Table:
    figures = ("old", "new", "change")
    rows: list[list[object]] = [table_head(lang, ["indicator", "year", *figures, "kind"], figures)]
    for title, years, old, new, change, what in point_lines(changes, lang):
        cells = [set_text(title, 6.8), set_text(years, 6.8)]
        cells += [set_text(value, 6.8, right=True) for value in (old, new, change)]
        rows.append([*cells, set_text(what, 6.8)])
    widths = [74 * mm, 20 * mm, 18 * mm, 18 * mm, 18 * mm, WIDTH - 148 * mm]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=table_style(1.6, []))
