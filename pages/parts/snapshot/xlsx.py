"""The snapshot as a workbook in donor column order, with live formulas wherever a reader would recompute.

Sheets: read me, snapshot, methods, years, and changes when two dates are compared. Every formula also carries its
result, so that viewers that do not calculate show the same figures. The same model always gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from pages.parts.snapshot import text as words
from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import Changes, SnapshotModel, SnapshotRow
from pages.parts.snapshot.moves import flip_text
from pages.parts.words import language

CREATED = datetime(2020, 1, 1)
FORMULA_GROUND = "#E8F1F8"
TWO_LINES = 31

Value = str | float | int | None


@dataclass(frozen=True)
class Column:
    """A column of the snapshot sheet: its words, its value per row, and its formula where it is computed.

    A formula names other columns in braces, `{latest}-{baseline}`; they become cells of the row.
    """

    key: str
    label: str
    value: Callable[[SnapshotModel, SnapshotRow], Value]
    formula: str | None = None
    width: int = 11
    pattern: str | None = None


# `{a}`, `{b}`: transformed baseline and latest; `{t}`: transformed target; `{d}`: +1 more is better, -1 less is.
_TRANSFORM = '=IF({transform}="parity_ratio",IF(AND({0}>=0.97,{0}<=1.03),1,MAX({0},1/{0})),IF({transform}="share_50",50+ABS({0}-50),{0}))'  # noqa: E501
_MET = "({d}*({b}-{t})>=0)"
_STATUS = (
    '=IF({t}="",IF({growth}*{d}<0,"{deterioration}",IF({growth}*{d}>=0.015*{c},"{substantial_progress}",'
    'IF({growth}*{d}>=0.005*{c},"{moderate_progress}","{limited_progress}"))),'
    "IF(" + _MET + ',"{target_achieved}",IF({d}*({a}-{t})>=0,"{deterioration}",IF({ratio}<0,"{deterioration}",'
    'IF({ratio}>=0.95,"{substantial_progress}",IF({ratio}>=0.6,"{moderate_progress}","{limited_progress}"))))))'
)

COLUMNS = (
    Column("goal", "col_goal", lambda _, row: row.goal, width=7),
    Column("sdg_target", "xlsx_sdg_target", lambda _, row: row.target, width=8),
    Column("indicator", "xlsx_code", lambda _, row: row.indicator, width=10),
    Column("title", "col_indicator", lambda _, row: row.title, width=46),
    Column("unit", "col_unit", lambda model, row: language.unit_label(row.unit, model.language), width=18),
    Column("baseline", "col_baseline", lambda _, row: row.baseline_value, pattern="value"),
    Column("baseline_year", "xlsx_baseline_year", lambda _, row: row.baseline_year, width=9),
    Column("latest", "col_latest", lambda _, row: row.latest_value, pattern="value"),
    Column("latest_year", "xlsx_latest_year", lambda _, row: row.latest_year, width=9),
    Column("target", "col_target", lambda _, row: row.target_value, pattern="value"),
    Column("target_year", "xlsx_target_year", lambda _, row: row.target_year, width=9),
    Column(
        "target_kind",
        "xlsx_kind",
        lambda model, row: words.word(f"target_kind_{row.target_kind}", model.language),
        width=20,
    ),
    Column("change", "col_change", lambda _, row: row.change, "={latest}-{baseline}", pattern="value"),
    Column(
        "status", "col_status", lambda model, row: words.status_text(row.status, model.language, model.method), width=26
    ),
    Column("reason", "xlsx_reason", lambda model, row: words.reason_text(row.reason, model.language), width=30),
    Column("agreement", "xlsx_agreement", lambda _, row: f"{row.agree}/{row.judged}" if row.judged else None, width=10),
    Column("source", "col_source", lambda model, row: words.source_of(model, row).name, width=34),
    Column("release", "xlsx_release", lambda _, row: row.release.isoformat() if row.release else None, width=11),
    Column("next_release", "xlsx_next_release", lambda model, row: words.row_next_release(model, row), width=14),
    Column("target_source", "xlsx_target_source", lambda _, row: row.target_source, width=40),
    Column(
        "caveat", "xlsx_caveat", lambda _, row: " ".join(note for note in (row.proxy, row.caveat) if note), width=50
    ),
)
# Long notes stay on one line, or they would stretch every row; printing stops before them.
ONE_LINE = ("target_source", "caveat")
# Only of rows that have a status of the default method: the calculation, cell by cell.
WORKINGS = (
    Column("transform", "xlsx_transform", lambda _, row: row.transform, width=12),
    Column("d", "xlsx_direction", lambda _, row: row.assessed_direction, width=9),
    Column("limit", "xlsx_limit", lambda _, row: row.limit, width=8),
    Column(
        "a",
        "xlsx_assessed_baseline",
        lambda _, row: row.assessed_baseline,
        _TRANSFORM.replace("{0}", "{baseline}"),
        pattern="fine",
    ),
    Column(
        "b",
        "xlsx_assessed_latest",
        lambda _, row: row.assessed_latest,
        _TRANSFORM.replace("{0}", "{latest}"),
        pattern="fine",
    ),
    Column("t", "xlsx_assessed_target", lambda _, row: row.assessed_target, pattern="fine"),
    Column("years", "xlsx_years_elapsed", lambda _, row: row.years_elapsed, "={latest_year}-{baseline_year}", width=8),
    Column("growth", "xlsx_growth", lambda _, row: row.growth_actual, "=({b}/{a})^(1/{years})-1", pattern="share"),
    Column(
        "needed",
        "xlsx_needed",
        lambda _, row: row.growth_required,
        '=IF({t}="","",({t}/{a})^(1/({target_year}-{baseline_year}))-1)',
        pattern="share",
    ),
    Column(
        "ratio",
        "xlsx_ratio",
        lambda _, row: row.quantity if row.quantity_kind == "ratio" else None,
        '=IF({t}="","",{d}*{growth}/ABS({needed}))',
        pattern="fine",
    ),
    Column(
        "c",
        "xlsx_cap",
        lambda _, row: row.cap,
        '=IF({t}<>"","",IF(OR({limit}="",{limit}=0),1,IF(ABS({a})>=2*ABS({limit}),1,IF(ABS({a})<=ABS({limit}),'
        "1-(ABS({a})/ABS({limit}))^4.44,1-((2*ABS({limit})-ABS({a}))/ABS({limit}))^4.44))))",
        pattern="fine",
    ),
    Column(
        "recomputed",
        "xlsx_recomputed",
        lambda model, row: words.status_text(row.default_status, model.language),
        _STATUS,
        width=26,
    ),
    Column(
        "gap",
        "xlsx_gap",
        lambda _, row: row.gap_closed,
        '=IF({t}="","",IF(' + _MET + ',1,IF({transform}="parity_ratio",1-ABS({t}-{latest})/ABS({t}-{baseline}),'
        "{d}*({b}-{a})/ABS({t}-{a}))))",
        pattern="share",
    ),
    Column(
        "time",
        "xlsx_time",
        lambda _, row: row.time_elapsed,
        '=IF({t}="","",MIN(1,{years}/({target_year}-{baseline_year})))',
        pattern="share",
    ),
)


def write_snapshot_xlsx(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the workbook of one goal, or of all five."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": CREATED, "title": words.sheet_title(model, goal)})
        formats = _formats(book)
        _write_readme(book, formats, model, goal)
        _write_snapshot(book, formats, model, goal)
        _write_methods(book, formats, model, goal)
        _write_years(book, formats, model, goal)
        if model.changes is not None:
            _write_changes(book, formats, model, model.changes.of_goal(goal))
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
    sheet.set_footer(f"&L{words.as_of_text(model)} · {model.checksum} · {model.version}&R&P/&N")


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


def _write_changes(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, changes: Changes) -> None:
    """Write moved statuses, then every changed point on a line of its own; "no changes" when there are none."""
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_changes", lang))
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 6, 22)
    earlier = language.format_date(changes.compare_with, lang)
    sheet.write_string(0, 0, words.word("changes_title", lang, date=earlier), formats["strong"])
    if not changes.points and not changes.flips:
        sheet.write_string(1, 0, words.word("changes_none", lang))
        return
    line = _write_heads(sheet, formats, 2, lang, ["col_indicator", "col_old", "col_new", "col_cause"])
    for flip in changes.flips:
        for index, cell in enumerate([flip.title, *flip_text(flip, model)]):
            sheet.write_string(line, index, cell, formats["plain"])
        line += 1
    heads = ["col_indicator", "col_year", "col_old", "col_new", "xlsx_change_percent", "col_kind", "col_cause"]
    line = _write_heads(sheet, formats, line + 1, lang, heads)
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


def _write_heads(sheet: xlsxwriter.worksheet.Worksheet, formats: dict, line: int, lang: str, labels: list[str]) -> int:
    for index, label in enumerate(labels):
        sheet.write_string(line, index, words.word(label, lang), formats["head"])
    return line + 1


def _write_readme(book: xlsxwriter.Workbook, formats: dict, model: SnapshotModel, goal: int | None) -> None:
    lang = model.language
    sheet = book.add_worksheet(words.word("sheet_readme", lang))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    lines = [*words.about_lines(model, goal), ("", words.word("xlsx_live", lang))]
    for line, (label, said) in enumerate(lines):
        sheet.write_string(line, 0, label, formats["strong"])
        sheet.write_string(line, 1, said, formats["text"])
