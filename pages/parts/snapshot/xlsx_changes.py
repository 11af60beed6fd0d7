"""The workbook's sheet of changes: moved statuses, then every changed point on a line of its own."""

from __future__ import annotations

import xlsxwriter

from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import Changes, SnapshotModel
from pages.parts.snapshot.moves import changes_rules, changes_title, flip_text


def write_changes(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, changes: Changes) -> None:
    """Write moved statuses, then every changed point on a line of its own; "no changes" when there are none."""
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_changes", lang))
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 6, 22)
    sheet.write_string(0, 0, changes_title(model, changes), formats["strong"])
    sheet.write_string(0, 1, changes_rules(changes, lang))
    if not changes.points and not changes.flips:
        sheet.write_string(1, 0, words.word("changes_none", lang))
        return
    line = write_heads(sheet, formats, 2, lang, ["col_indicator", "col_old", "col_new", "col_cause"])
    for flip in changes.flips:
        for index, cell in enumerate([flip.title, *flip_text(flip, model)]):
            sheet.write_string(line, index, cell, formats["plain"])
        line += 1
    heads = ["col_indicator", "col_year", "col_old", "col_new", "xlsx_change_percent", "col_kind", "col_cause"]
    line = write_heads(sheet, formats, line + 1, lang, heads)
    for point in changes.points:
        sheet.write_string(line, 0, point.title, formats["plain"])
        sheet.write_number(line, 1, point.year, formats["plain"])
        for index, value in ((2, point.old), (3, point.new)):
            if value is not None:
                sheet.write_number(line, index, value, formats["plain"])
        if point.change_percent is not None:
            formula = f"=(D{line + 1}-C{line + 1})/ABS(C{line + 1})"
            sheet.write_formula(line, 4, formula, formats["live_share"], point.change_percent / 100)
        sheet.write_string(line, 5, words.word(f"kind_{point.kind}", lang), formats["plain"])
        sheet.write_string(line, 6, words.word(f"cause_{point.cause}", lang), formats["plain"])
        line += 1


def write_heads(sheet: xlsxwriter.worksheet.Worksheet, formats: dict, line: int, lang: str, labels: list[str]) -> int:
    """Write the heads of a table in a line; the number of the line below."""
    for index, label in enumerate(labels):
        sheet.write_string(line, index, words.word(label, lang), formats["head"])
    return line + 1
