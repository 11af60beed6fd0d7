"""Read a file of published assessments: one row per series with its base, its latest value and what was published.

Columns: base_year, base_value, current_year, current_value (or latest_year, latest_value) and direction must stand
there, and at least one of progress_value, score and status; indicator, series, target, target_year, limit, method
(CAGRR, CAGRA, Parity) and cagr_limits (a list of three numbers) may. An empty cell, `..` or `null` is no value.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.readers.headings import Layout
from data.readers.numbers import NumberColumn, is_missing
from data.readers.refusal import InputRefusedError
from data.readers.text_table import Row, TextTable, read_text_table

INPUTS = ("base_year", "base_value", "current_year", "current_value", "direction")
VALUES = ("base_value", "current_value", "target", "limit")
NUMBERS = (*VALUES, "progress_value", "score")
YEARS = ("base_year", "current_year", "target_year")
PUBLISHED = ("progress_value", "score", "status")
LAYOUT = Layout(
    INPUTS,
    optional=("indicator", "series", "method", "cagr_limits", *NUMBERS, *YEARS, "status"),
    aliases={"latest_year": "current_year", "latest_value": "current_value"},
    open=True,
    advice="name the columns as the documentation of queries/progress_file.py does",
)
# Open SDG treats a series without a stated direction as one that should fall.
DIRECTIONS = {
    "increase": 1,
    "not decrease": 1,
    "positive": 1,
    "1": 1,
    "1.0": 1,
    "decrease": -1,
    "not increase": -1,
    "negative": -1,
    "-1": -1,
    "-1.0": -1,
    "": -1,
}
METHODS = {"cagrr": "CAGRR", "cagra": "CAGRA", "parity": "Parity", "": ""}
TARGET_YEAR = 2030
# How publishers word the classes of the 2022 method, as codes.
WORDINGS = {
    "fair progress but acceleration needed": "fair_progress",
    "limited or no progress": "limited_progress",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """One computed or published answer for one row; None where there is none to compare."""

    progress_value: float | None
    score: float | None
    status: str | None


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One series as published; `compared` names the columns of the answer that the file has."""

    series: str
    method: str
    base_value: float | None
    base_year: int | None
    current_value: float | None
    current_year: int | None
    target: float | None
    target_year: int
    direction: int
    limit: float | None
    cagr_limits: tuple[float, float, float]
    published: Assessment
    compared: tuple[str, ...]


def read_published(path: Path) -> tuple[list[PublishedRow], list[str]]:
    """Rows of the file, and the headings that are not read; raises InputRefusedError with file, line and column."""
    table = read_text_table(path, LAYOUT)
    compared = tuple(column for column in PUBLISHED if column in table.columns)
    if not compared:
        raise InputRefusedError.at(
            table.file, f"none of {', '.join(PUBLISHED)} stands there", "add what was published to compare with", line=1
        )
    # The values of a series are compared with one another, so one form must fit them all: 40% beside 0.5 does not.
    of_values = NumberColumn(row.fields.get(column, "") for row in table.rows for column in VALUES)
    numbers = {column: of_values if column in VALUES else table.numbers(column) for column in NUMBERS}
    rows = [_published_row(table, row, numbers, compared) for row in table.rows]
    return rows, [column for column in table.columns if column not in (*LAYOUT.columns, *LAYOUT.optional)]


def status_code(wording: str) -> str:
    """A published status ("On Track") as its code ("on_track")."""
    lowered = wording.strip().lower()
    return WORDINGS.get(lowered, lowered.replace(" ", "_"))


def _published_row(
    table: TextTable, row: Row, numbers: dict[str, NumberColumn], compared: tuple[str, ...]
) -> PublishedRow:
    number = {column: _number(table, row, column, numbers[column]) for column in NUMBERS}
    year = {column: _year(table, row, column) for column in YEARS}
    direction = DIRECTIONS[_known(table, row, "direction", DIRECTIONS)]
    method = METHODS[_known(table, row, "method", METHODS)]
    status = None if is_missing(row.fields.get("status", "")) else status_code(row["status"])
    return PublishedRow(
        series=row.fields.get("series") or row.fields.get("indicator", ""),
        method=method or ("CAGRA" if number["target"] is None else "CAGRR"),
        base_value=number["base_value"],
        base_year=year["base_year"],
        current_value=number["current_value"],
        current_year=year["current_year"],
        target=number["target"],
        target_year=year["target_year"] or TARGET_YEAR,
        direction=direction,
        limit=number["limit"],
        cagr_limits=_limits(table, row, direction),
        published=Assessment(number["progress_value"], number["score"], status),
        compared=compared,
    )


def _number(table: TextTable, row: Row, column: str, numbers: NumberColumn) -> float | None:
    number = numbers.read(row.fields.get(column, ""))
    if number.problem not in (None, "missing") or number.mark:
        advice = "write it with a decimal point and nothing between thousands or after it, or leave it empty"
        raise table.refusal(row, column, f"is {number.problem or 'marked'} as a number", advice)
    return number.value


def _year(table: TextTable, row: Row, column: str) -> int | None:
    return None if is_missing(row.fields.get(column, "")) else table.year(row, column).value


def _known(table: TextTable, row: Row, column: str, known: Iterable[str]) -> str:
    text = row.fields.get(column, "").lower()
    if text not in known:
        raise table.refusal(row, column, "is not known", f"write one of {', '.join(name for name in known if name)}")
    return text


def _limits(table: TextTable, row: Row, direction: int) -> tuple[float, float, float]:
    """Fast growth, fair growth and loss; 1 %, 0.5 % in the wished direction and -1 % unless given."""
    text = row.fields.get("cagr_limits", "")
    if is_missing(text):
        return 0.01, 0.005 * direction, -0.01
    try:
        fast, fair, loss = (float(limit) for limit in json.loads(text))
    except (ValueError, TypeError) as error:
        raise table.refusal(row, "cagr_limits", "is no list of three numbers", "write [0.01, 0.005, -0.01]") from error
    return fast, fair, loss
