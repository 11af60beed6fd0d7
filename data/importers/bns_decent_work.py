"""Decent-work indicators of the Bureau, national, by sex, 2001-2020, read from the workbook.

The sheet is a list of blocks: a title line, then lines for all, men and women; a few titles carry their values
themselves. Years stand in the first line. The CSV copy of this workbook files the pay gap under the last occupation,
so the workbook is read.

Set aside, with the reason beside each value: all occupation shares of 2011 (that column has exchanged sexes for
professionals and farm workers, a pair that adds up to 105 and jumps of ten points in most groups), employment rates by
sex for 2020 (men repeat the total, women exceed both), values that are no number ("63,,4"), totals outside the range of
their own parts, pairs of shares that do not add up to 100, and one value repeated to the last digit in the next year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from data.importers.sieve import Doubt, Sieve, number_doubt
from data.readers.numbers import Number, read_year
from data.readers.refusal import InputRefusedError
from data.readers.workbook import Sheet, read_sheet
from data.tidy import Imported

LICENCE = "PDDL-1.0"
# Rounding of the published values: totals and parts may differ by this much.
TOLERANCE = 0.15
SEXES = {"Всего": "_T", "Мужчины": "M", "Мальчики": "M", "Женщины": "F", "Девочки": "F"}
OCCUPATION = "DW_OCCUPATION_SHARE"
NEW_WORKING_AGE = "*"
WRONG_COLUMN = 2011


@dataclass(frozen=True, slots=True)
class Measure:
    """What a block of the sheet measures: our series code, unit, age group and, for occupations, the group."""

    code: str
    unit: str = "PT"
    age: str = "_T"
    group: str = "_T"


UNKNOWN = Measure("")
# Explains how each measure is computed; no value stands there.
METHOD_HEADING = "Методология расчета показателя (международные стандарты)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the sheet with its place; `text` as printed, `measure` None below a title on no list."""

    line: int
    title: str
    measure: Measure | None
    sex: str
    year: int
    text: str
    number: Number

    @property
    def value(self) -> float | None:
        return self.number.value


# Titles are recognised by their beginning, after the letter for the kind of indicator has been removed.
MEASURES = {
    "Уровень занятости": Measure("DW_EMPLOYMENT_RATE"),
    "Уровень безработицы": Measure("DW_UNEMPLOYMENT_RATE"),
    "Доля молодежи (15-28 лет), % - NEET": Measure("DW_NEET", age="Y15T28"),
    "Доля неформального сектора": Measure("DW_INFORMAL_SECTOR"),
    "Доля занятых с низким уровнем заработной платы": Measure("DW_LOW_PAY"),
    "Доля занятых с чрезмерной продолжительностью": Measure("DW_LONG_HOURS"),
    "Детский труд": Measure("DW_CHILD_WORK", age="Y15T17"),
    "Доля детей, занятых в опасных условиях": Measure("DW_CHILD_HAZARD", age="Y15T17"),
    "Руководители и государственные служащие": Measure(OCCUPATION, group="OCC_MANAGERS"),
    "Специалисты-профессионалы": Measure(OCCUPATION, group="OCC_PROFESSIONALS"),
    "Специалисты-техники": Measure(OCCUPATION, group="OCC_TECHNICIANS"),
    "Служащие в области администрирования": Measure(OCCUPATION, group="OCC_CLERKS"),
    "Работники сферы услуг и продаж": Measure(OCCUPATION, group="OCC_SERVICE"),
    "Фермеры и рабочие": Measure(OCCUPATION, group="OCC_FARM"),
    "Рабочие промышленности": Measure(OCCUPATION, group="OCC_CRAFT"),
    "Операторы производственного оборудования": Measure(OCCUPATION, group="OCC_OPERATORS"),
    "Неквалифицированные рабочие": Measure(OCCUPATION, group="OCC_ELEMENTARY"),
    "Работники, не входящие": Measure(OCCUPATION, group="OCC_OTHER"),
    "Гендерный разрыв в заработной плате": Measure("DW_PAY_GAP_MONTHLY"),
    "Уровень производственного травматизма со смертельным": Measure("DW_FATAL_INJURY", "PER_100000_WKRS_EMP"),
    "Уровень производственного травматизма с несмертельным": Measure("DW_INJURY", "PER_100000_WKRS_EMP"),
    "Доля населения, получающего пенсии": Measure("DW_PENSIONERS"),
    "Производительность труда": Measure("DW_PRODUCTIVITY", "PT_PREV_Y"),
    "Неравенство в распределении доходов": Measure("DW_INCOME_P90_P10", "RATIO"),
    "Темпы инфляции": Measure("DW_CONSUMER_PRICES", "PT_PREV_Y"),
    "Доля занятых в сельском хозяйстве": Measure("DW_EMPLOYED_AGRICULTURE"),
    "Доля занятых в промышленности и строительстве": Measure("DW_EMPLOYED_INDUSTRY"),
    "Доля занятых в сфере услуг": Measure("DW_EMPLOYED_SERVICES"),
    "Доля оплаты труда в ВВП": Measure("DW_LABOUR_SHARE", "PT_GDP"),
}


def read_decent_work(path: Path, release: date) -> Imported:
    """Values by measure, sex and year; a value marked `*` has a new working age and gets status D."""
    sieve = Sieve("bns_decent_work", release, LICENCE, path.name)
    cells = list(_cells(read_sheet(path)))
    known = [cell for cell in cells if cell.measure]
    doubts = {**_inconsistent(known), **_repeated(known)}
    for cell in cells:
        measure = cell.measure or UNKNOWN
        key = {
            "indicator": "BNS-DW",
            "series_code": measure.code,
            "ref_area": "KZ",
            "sex": cell.sex,
            "age": measure.age,
            "time_period": cell.year,
        }
        raw = f"{cell.title},{cell.sex},{cell.year},{cell.text}"
        if doubt := _doubt(cell) or doubts.get((cell.line, cell.year)):
            sieve.set_aside(cell.line, raw, doubt, cell.value, **key)
        else:
            status = "D" if cell.number.mark == NEW_WORKING_AGE else cell.number.status
            sieve.store(cell.line, raw, measure.unit, cell.value, status, composite_breakdown=measure.group, **key)
    return sieve.finish()


def _doubt(cell: Cell) -> Doubt | None:
    if cell.measure is None:
        return Doubt("unknown_code", f"title {cell.title!r} is none of the measures of this table")
    if cell.value is None:
        return number_doubt(cell.number, cell.text)
    if cell.measure.unit == "PT" and not 0 <= cell.value <= 100:
        return Doubt("percent_out_of_range", f"{cell.value} is outside 0-100")
    if cell.measure.code == OCCUPATION and cell.year == WRONG_COLUMN:
        return Doubt("known_error", "the 2011 column of occupations has exchanged sexes and a pair that adds up to 105")
    if cell.measure.code == "DW_EMPLOYMENT_RATE" and cell.year == 2020 and cell.sex != "_T":
        return Doubt("known_error", "2020 prints the total for men and more than the total for women")
    return None


def _inconsistent(cells: list[Cell]) -> dict[tuple[int, int], Doubt]:
    """Doubts about values that contradict the other sexes of the same measure and year."""
    doubts = {}
    order = sorted(cells, key=lambda c: (c.measure.code, c.measure.group, c.year))
    for _, group in groupby(order, key=lambda c: (c.measure.code, c.measure.group, c.year)):
        sound = [cell for cell in group if cell.value is not None and _doubt(cell) is None]
        by_sex = {cell.sex: cell.value for cell in sound}
        if doubt := _parts_doubt(by_sex, sound[0].measure.code if sound else ""):
            doubts |= {(cell.line, cell.year): doubt for cell in sound}
    return doubts


def _parts_doubt(by_sex: dict[str, float], code: str) -> Doubt | None:
    if not {"M", "F"} <= by_sex.keys():
        return None
    men, women = by_sex["M"], by_sex["F"]
    if code == OCCUPATION and abs(men + women - 100) > TOLERANCE:
        return Doubt("total_outside_parts", f"men {men:g} and women {women:g} do not add up to 100")
    total = by_sex.get("_T")
    if total is None or min(men, women) - TOLERANCE <= total <= max(men, women) + TOLERANCE:
        return None
    return Doubt("total_outside_parts", f"total {total:g} is outside men {men:g} and women {women:g}")


def _repeated(cells: list[Cell]) -> dict[tuple[int, int], Doubt]:
    """Doubts about long decimals that repeat the year before to the last digit: a copy, not a measurement."""
    before = {(cell.line, cell.year + 1): cell.text for cell in cells if len(cell.text) > 8}
    return {
        (cell.line, cell.year): Doubt("copied_row", f"{cell.text} repeats {cell.year - 1} to the last digit")
        for cell in cells
        if before.get((cell.line, cell.year)) == cell.text
    }


def _cells(sheet: Sheet) -> Iterator[Cell]:
    years = _years(sheet)
    numbers = {column: sheet.numbers((column,), first_line=2) for column in years}
    title, measure = "", None
    for row in sheet.rows[1:]:
        label = _label(row.text(0))
        sex = SEXES.get(label.removesuffix("(%)").strip())
        if sex is None:
            title, measure, sex = label, _measure(label), "_T"
        if not any(row.text(column) for column in years):
            continue
        for column, year in years.items():
            yield Cell(row.line, title, measure, sex, year, row.text(column), numbers[column].read(row.values[column]))


def _label(text: str) -> str:
    """A label in one spelling: one space, no letter for the kind of indicator, Cyrillic М where Latin M is typed."""
    label = re.sub(r"^[A-ZА-ЯЁ]\s*[-–]\s*", "", " ".join(text.split()))
    return label.replace("Mальчики", "Мальчики")


def _measure(label: str) -> Measure | None:
    return next((measure for start, measure in MEASURES.items() if label.startswith(start)), None)


def _years(sheet: Sheet) -> dict[int, int]:
    """Year by column; every other heading must be one that is known to hold no values."""
    top = sheet.rows[0]
    years: dict[int, int] = {}
    for column in range(1, len(top.values)):
        heading, year = top.text(column), read_year(top.text(column))
        if year is None and heading not in ("", METHOD_HEADING):
            raise InputRefusedError.at(
                sheet.file, f"no year in the heading {heading!r}", "the sheet has another layout", line=1
            )
        if year and year.value in years.values():
            raise InputRefusedError.at(sheet.file, f"the year {year.value} stands twice", "remove one", line=1)
        if year:
            years[column] = year.value
    if not years:
        raise InputRefusedError.at(sheet.file, "no year in any column", "the sheet has another layout", line=1)
    return years
