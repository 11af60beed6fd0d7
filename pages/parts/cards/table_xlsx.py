"""A table as XLSX with a sheet that says what it is."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime

import pandas as pd
import xlsxwriter

from pages.parts.words.language import text

# A fixed creation date: the same table gives the same bytes.
CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_xlsx(table: pd.DataFrame, about: Mapping[str, str], lang: str) -> bytes:
    """A workbook: first the read-me sheet (`about`: words -> text), then the data with machine column names.

    Text is written as text: a cell that begins like a formula is not calculated.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": CREATED})
        _write_about(book, about, text("chart.readme_sheet", lang))
        _write_data(book, table, text("chart.data_sheet", lang))
    return target.getvalue()


def _write_about(book: xlsxwriter.Workbook, about: Mapping[str, str], name: str) -> None:
    sheet = book.add_worksheet(name)
    strong = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    for row, (label, words) in enumerate(about.items()):
        sheet.write_string(row, 0, label, strong)
        sheet.write_string(row, 1, words, wrapped)


def _write_data(book: xlsxwriter.Workbook, table: pd.DataFrame, name: str) -> None:
    sheet = book.add_worksheet(name)
    strong = book.add_format({"bold": True, "bottom": 1})
    for column, label in enumerate(table.columns):
        cells = table[label].tolist()
        width = max([len(str(label)), *(len(str(cell)) for cell in cells[:200])])
        sheet.set_column(column, column, min(width + 2, 48))
        sheet.write_string(0, column, str(label), strong)
        for row, cell in enumerate(cells, start=1):
            _write_cell(sheet, row, column, cell)
    sheet.freeze_panes(1, 0)
    if len(table):
        sheet.autofilter(0, 0, len(table), max(len(table.columns) - 1, 0))


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: object) -> None:
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        sheet.write_string(row, column, str(cell))
    else:
        sheet.write_number(row, column, cell)
