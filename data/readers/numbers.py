"""Numbers and years as publishers write them, read only where the form is unambiguous in its column.

`12,345` alone may be twelve thousand or twelve; beside `1,234,567` or `345.2` in the same column it is twelve thousand,
beside `63,4` it is a decimal. Nothing else decides: neither the language of the file nor the order of its rows.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Problem = Literal["missing", "withheld", "ambiguous", "unreadable"]
Value = str | float

MISSING = frozenset({"", ".", "..", "...", "…", "-", "–", "—", ":", "n/a", "na", "n.a.", "nan", "null", "none", "#n/a"})
MISSING |= {"н/д", "нд", "н.д."}
# Kept back to protect those counted: Latin and Cyrillic x (Bureau of National Statistics), c and :c (Eurostat).
WITHHELD = frozenset({"x", "х", "c", ":c"})
# Marks beside a number or year and the OBS_STATUS they stand for; Cyrillic п is "предварительно".
STATUS_OF_MARK = {"*": "P", "p": "P", "п": "P", "e": "E"}

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_MARKED = re.compile(r"(?P<body>.*[0-9)%]) ?\(?(?P<mark>[*pPпПeE])\)?")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?|\.[0-9]+")
_COMMA_DECIMAL = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:[ .][0-9]{3})+),([0-9]+)")
_NUMERIC = re.compile(r"[0-9.][0-9 .,]*%?")
_DOT_DECIMAL = re.compile(r"([1-9][0-9]{0,2}(?:[ ,][0-9]{3})+)\.([0-9]+)")
_GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in " ,."}
_YEAR = re.compile(r"((?:1[6-9]|20|21)[0-9]{2})(?:\.0+)? ?\(?([*pPпП])?\)?")


@dataclass(frozen=True, slots=True)
class Number:
    """What a cell says: a value with the publisher's mark beside it, or the problem why there is none."""

    value: float | None = None
    mark: str = ""
    problem: Problem | None = None

    @property
    def status(self) -> str:
        """OBS_STATUS by the mark; A where there is none."""
        return STATUS_OF_MARK.get(self.mark, "A")


@dataclass(frozen=True, slots=True)
class Year:
    """A year with the publisher's mark beside it."""

    value: int
    mark: str = ""

    @property
    def status(self) -> str:
        """OBS_STATUS by the mark; A where there is none."""
        return STATUS_OF_MARK.get(self.mark, "A")


def joint_status(*marked: Number | Year) -> str:
    """OBS_STATUS of a value whose parts carry marks: the first that is not A."""
    return next((part.status for part in marked if part.status != "A"), "A")


class NumberColumn:
    """The form of the numbers of one column, learned from all its cells; numeric cells of a workbook tell nothing."""

    def __init__(self, cells: Iterable[Value]) -> None:
        bodies = [_parts(cell)[0] for cell in cells if isinstance(cell, str) and not is_missing(cell)]
        numbers = [number for body in bodies if _NUMERIC.fullmatch(number := _unsigned(body))]
        self._all_percent = all(number.endswith("%") for number in numbers)
        numbers = [number.removesuffix("%").rstrip() for number in numbers]
        self._comma_groups = any(_groups(number, ",") for number in numbers)
        self._dot_groups = any(_groups(number, ".") for number in numbers)
        self._comma_decimal = any(_is_decimal(number, ",") for number in numbers)
        self._dot_decimal = any(_is_decimal(number, ".") for number in numbers)

    def read(self, cell: Value) -> Number:
        """The number of one cell; spaces group thousands, `−` is a minus, `%` counts where every number carries it."""
        if not isinstance(cell, str):
            return Number(float(cell)) if math.isfinite(cell) else Number(problem="unreadable")
        if is_missing(cell):
            return Number(problem="missing")
        if cell.strip().casefold() in WITHHELD:
            return Number(problem="withheld")
        body, mark = _parts(cell)
        number = _unsigned(body)
        if number.endswith("%"):
            if not self._all_percent:
                return Number(problem="ambiguous")
            number = number.removesuffix("%").rstrip()
        if self._is_ambiguous(number):
            return Number(problem="ambiguous")
        value = _value(number, comma_groups=not self._comma_decimal, dot_groups=self._groups_by_dots)
        if value is None:
            return Number(problem="unreadable")
        # Adding zero leaves no minus before it, which would be printed.
        return Number(-value + 0.0 if body.startswith("-") else value, mark)

    @property
    def _groups_by_dots(self) -> bool:
        return self._dot_groups and not self._dot_decimal

    def _is_ambiguous(self, number: str) -> bool:
        """Whether one mark and three digits after it could be a group as well as decimals."""
        if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", number):
            groups = self._comma_groups or self._dot_decimal
            return groups == self._comma_decimal
        if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", number):
            return not self._dot_decimal and not self._dot_groups and self._comma_decimal
        return False


def is_missing(text: str) -> bool:
    """Whether the cell is empty or holds a sign for "no value"."""
    return text.strip().casefold() in MISSING


def read_year(text: Value) -> Year | None:
    """The year of a cell with its mark; None for anything else: a span, a season, two digits, a grouped number."""
    found = _YEAR.fullmatch(_SPACES.sub(" ", str(text)).strip())
    return Year(int(found[1]), (found[2] or "").lower()) if found else None


def _parts(cell: str) -> tuple[str, str]:
    """The number as written and the mark beside it, in one spelling of spaces and minus."""
    text = _SPACES.sub(" ", cell).strip().replace("\u2212", "-")
    found = _MARKED.fullmatch(text)
    return (found["body"].rstrip(), found["mark"].lower()) if found else (text, "")


def _unsigned(body: str) -> str:
    return body[1:] if body[:1] in ("-", "+") else body


def _groups(number: str, mark: str) -> bool:
    """Whether the mark groups thousands beyond doubt: it stands twice, or before the other mark."""
    other = {",": ".", ".": ","}[mark]
    whole, _, decimals = number.partition(other)
    if not _GROUPED[mark].fullmatch(whole) or (other in number and not decimals.isdecimal()):
        return False
    return whole.count(mark) > 1 or other in number


def _is_decimal(number: str, mark: str) -> bool:
    """Whether the mark parts decimals beyond doubt: no group of thousands has this shape."""
    pattern = _COMMA_DECIMAL if mark == "," else re.compile(rf"{_PLAIN.pattern}|{_DOT_DECIMAL.pattern}")
    return mark in number and bool(pattern.fullmatch(number)) and not _GROUPED[mark].fullmatch(number)


def _value(number: str, *, comma_groups: bool, dot_groups: bool) -> float | None:
    if dot_groups and _GROUPED["."].fullmatch(number):
        return float(number.replace(".", ""))
    if _PLAIN.fullmatch(number):
        return _finite(number)
    if _GROUPED[" "].fullmatch(number) or _DOT_DECIMAL.fullmatch(number):
        return _finite(re.sub("[ ,]", "", number))
    grouped = _GROUPED[","].fullmatch(number)
    if grouped and (comma_groups or number.count(",") > 1):
        return float(number.replace(",", ""))
    if _GROUPED["."].fullmatch(number):
        return float(number.replace(".", ""))
    if _COMMA_DECIMAL.fullmatch(number):
        return _finite(re.sub("[ .]", "", number).replace(",", "."))
    return None


def _finite(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None
