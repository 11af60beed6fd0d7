"""The snapshot as a workbook in donor column order, with live formulas wherever a reader would recompute.

Sheets: read me, snapshot, methods, years, and changes when two dates are compared. Every formula also carries its
result, so that viewers that do not calculate show the same figures. The same model always gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.snapshot.xlsx_changes import write_changes
from pages.parts.snapshot.xlsx_columns import COLUMNS, ONE_LINE, WORKINGS, Column
from pages.parts.words import language

CREATED = datetime(2020, 1, 1)
FORMULA_GROUND = "#E8F1F8"
TWO_LINES = 31


def write_snapshot_xlsx(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the workbook of one goal, or of all five."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": CREATED, "title": captions.sheet_title(model, goal)})
        formats = _formats(book)
        _write_readme(book, formats, model, goal)
        _write_snapshot(book, formats, model, goal)
        _write_methods(book, formats, model, goal)
        _write_years(book, formats, model, goal)
        if model.changes is not None:
            write_changes(book, formats, model, model.changes.of_goal(goal))
    return target.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, xlsxwriter.format.Format]:
    top = {"valign": "top"}
    return {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1, "indent": 1}),
        "text": book.add_format({**top, "text_wrap": True, "indent": 1}),
        "line": book.add_format({**top, "indent": 1}),
        "plain": book.add_format(top),
        "strong": book.add_format({**top, "bold": True}),
        "fine": book.add_format({**top, "num_format": "0.0000"}),
        "share": book.add_format({**top, "num_format": "0.00%"}),
        "live_fine": book.add_format({**top, "num_format": "0.0000", "bg_color": FORMULA_GROUND}),
        "live_share": book.add_format({**top, "num_format": "0.00%", "bg_color": FORMULA_GROUND}),
        "live_plain": book.add_format({**top, "bg_color": FORMULA_GROUND, "indent": 1}),
        **{f"value_{n}": book.add_format({**top, "num_format": _decimals(n)}) for n in range(7)},
        **{
            f"live_value_{n}": book.add_format({**top, "num_format": _decimals(n), "bg_color": FORMULA_GROUND})
            for n in range(7)
        },
    }


def _decimals(count: int) -> str:
    return "#,##0" + ("." + "0" * count if count else "")


def _write_snapshot(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, goal: int | None) -> None:
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_snapshot", lang))
    columns = COLUMNS + WORKINGS
    places = {column.key: index for index, column in enumerate(columns)}
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, words.word(column.label, lang), formats["head"])
    for line, row in enumerate(model.rows_of(goal), 1):
        shown = columns if row.default_status is not None else COLUMNS
        sheet.set_row(line, TWO_LINES)
        for column in shown:
            _write_cell(sheet, formats, model, row, column, line, places)
    sheet.set_row(0, 44)
    sheet.freeze_panes(1, 4)
    sheet.activate()
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(model.rows_of(goal)), places["next_release"])
    sheet.set_footer(f"&L{captions.as_of_text(model)} · {model.checksum} · {model.version}&R&P/&N")


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    formats: dict,
    model: SnapshotModel,
    row: SnapshotRow,
    column: Column,
    line: int,
    places: dict[str, int],
) -> None:
    value, place = column.value(model, row), places[column.key]
    look = f"value_{row.printed_decimals}" if column.pattern == "value" else column.pattern or "plain"
    if column.formula and not (column.key == "change" and value is None):
        cells = {key: f"{xl_col_to_name(index)}{line + 1}" for key, index in places.items()}
        statuses = {status: words.status_text(status, model.language) for status in set(STATUS_SHAPE.values())}
        formula = column.formula.format(**{**statuses, **cells})
        sheet.write_formula(line, place, formula, formats[f"live_{look}"], "" if value is None else value)
    elif isinstance(value, str):
        sheet.write_string(line, place, value, formats["line" if column.key in ONE_LINE else "text"])
    elif value is not None:
        sheet.write_number(line, place, value, formats[look])


def _write_methods(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, goal: int | None) -> None:
    """Write how every method rules on every row."""
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_methods", lang))
    for index, (label, width) in enumerate(
        [("col_indicator", 60), ("col_method", 34), ("col_status", 34), ("col_verdict", 22), ("col_value", 12)]
    ):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, words.word(label, lang), formats["head"])
    line = 0
    for row in model.rows_of(goal):
        for ruling in row.rulings if row.default_status is not None else ():
            line += 1
            sheet.write_string(line, 0, row.title, formats["plain"])
            sheet.write_string(line, 1, words.word(f"method_{ruling.method}", lang), formats["plain"])
            status = words.status_text(ruling.status or "not_assessed", lang, ruling.method)
            sheet.write_string(line, 2, status, formats["plain"])
            sheet.write_string(line, 3, words.word(f"verdict_{ruling.verdict}", lang), formats["plain"])
            if ruling.value is not None:
                sheet.write_number(line, 4, ruling.value, formats["fine"])
    sheet.freeze_panes(1, 0)


def _write_years(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, goal: int | None) -> None:
    """Write every point of the small trend lines."""
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_trend", lang))
    for index, (label, width) in enumerate(
        [("col_indicator", 60), ("col_year", 8), ("col_value", 14), ("col_unit", 26)]
    ):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, words.word(label, lang), formats["head"])
    line = 0
    for row in model.rows_of(goal):
        for year, value, _ in row.trend:
            line += 1
            sheet.write_string(line, 0, row.title, formats["plain"])
            sheet.write_number(line, 1, year, formats["plain"])
            sheet.write_number(line, 2, value, formats["plain"])
            sheet.write_string(line, 3, language.unit_label(row.unit, lang), formats["plain"])
    sheet.freeze_panes(1, 0)


def _write_readme(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, goal: int | None) -> None:
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_readme", lang))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    lines = [*captions.about_lines(model, goal), ("", words.word("xlsx_live", lang))]
    for line, (label, said) in enumerate(lines):
        sheet.write_string(line, 0, label, formats["strong"])
        sheet.write_string(line, 1, said, formats["text"])
