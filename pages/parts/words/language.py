"""Words, numbers and dates in the three languages of the dashboard.

Every word on screen comes from `messages/<room>.yaml` (`key: {en: , ru: , kk: }`), every number is written as its
reader's language writes it: commas (English) or thin spaces between thousands, the locale's decimal mark, a true minus
sign, and a no-break space before the unit so that a number never parts from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import yaml
from babel import Locale
from babel.dates import format_date as babel_date
from babel.numbers import format_decimal

from pages.parts.words.amounts import LARGER, human_size

Language = Literal["en", "ru", "kk"]
LANGUAGES: dict[str, str] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}
DEFAULT_LANGUAGE = "en"

MESSAGE_FOLDER = Path(__file__).parent / "messages"
UNIT_FILE = Path(__file__).resolve().parents[3] / "data" / "catalogue" / "units.yaml"

THIN_SPACE = "\u202f"
# Between thousands; English has commas, in sentences and in tables alike.
THOUSANDS = {"en": ",", "ru": THIN_SPACE, "kk": THIN_SPACE}
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"
MISSING = "\u2014"

# English writes "6.0%", Russian and Kazakh "6,0 %".
_SPACED_PERCENT = {"en": "", "ru": NO_BREAK_SPACE, "kk": NO_BREAK_SPACE}
_POINT_CHANGES = {"percent", "points"}


class MissingMessageError(KeyError):
    """A message key, or its text in one language, that the catalogue does not have."""


@lru_cache(maxsize=1)
def messages() -> dict[str, dict[str, Any]]:
    """Return the whole catalogue, `<room>.<key>` -> language -> text (or plural form -> text)."""
    catalogue: dict[str, dict[str, Any]] = {}
    for path in sorted(MESSAGE_FOLDER.glob("*.yaml")):
        for key, texts in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            catalogue[f"{path.stem}.{key}"] = texts
    return catalogue


def spoken(wished: Iterable[str]) -> str:
    """Return the first wished language that the product speaks ("ru-KZ" is ru), else the default."""
    codes = (wish.strip().split("-")[0].casefold() for wish in wished)
    return next((code for code in codes if code in LANGUAGES), DEFAULT_LANGUAGE)


def text(key: str, lang: str, /, **values: object) -> str:
    """Return one message with its `{named}` values filled in.

    A message may hold plural forms (`{one: , few: , many: , other: }`) in a language; then `count` chooses the form.
    Raises MissingMessageError when the key or its language is absent.
    """
    try:
        found = messages()[key][lang]
    except KeyError as error:
        raise MissingMessageError(f"no message {key!r} in {lang!r}") from error
    if isinstance(found, dict):
        count = values["count"]
        found = found.get(Locale(lang).plural_form(count), found["other"])
        values = {**values, "count": format_number(count, 0, lang)}
    return found.format(**values) if values else found


def widget_words(lang: str) -> dict[str, str]:
    """Return what Streamlit's own widgets say in English, and what they are to say in a language."""
    return {found["en"]: found[lang] for key, found in messages().items() if key.startswith("widgets.")}


def has_text(key: str) -> bool:
    """Return whether the catalogue knows this key."""
    return key in messages()


@lru_cache(maxsize=4_000)
def message_fields(key: str) -> frozenset[str]:
    """Return the names of the values that a message prints, in any of its languages and plural forms."""
    found = [form for texts in messages()[key].values() for form in _forms(texts)]
    return frozenset(name for form in found for _, name, _, _ in Formatter().parse(form) if name)


def _forms(texts: str | Mapping[str, str]) -> Iterable[str]:
    return [texts] if isinstance(texts, str) else texts.values()


CHART_WORDS = (
    *(f"status_{code}" for code in "BDEPSU"),
    *("no_data", "not_existing", "suppressed"),
    *("women", "men", "year", "year_estimate"),
    *(f"scheme_{code}" for code in ("fisher_jenks", "quantiles", "equal_interval", "fixed")),
)


@lru_cache(maxsize=len(LANGUAGES))
def number_words(lang: str) -> dict[str, Any]:
    """Return what the browser needs to write numbers and hover texts as this module does (`static/chart/format.js`).

    Each unit has its short form and the one that stands beside a change.
    """
    symbols = Locale(lang).number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "group": THOUSANDS[lang],
        "minus": MINUS,
        "missing": MISSING,
        "percent_space": _SPACED_PERCENT[lang],
        "units": {code: [unit_short(code, lang), _change_unit(code, lang), _larger(code, lang)] for code in units()},
        "words": {name: messages()[f"chart.{name}"][lang] for name in CHART_WORDS},
    }


def _larger(unit: str, lang: str) -> list[tuple[float, str]]:
    return [(factor, unit_short(larger, lang)) for factor, larger in LARGER.get(unit, ())]


@lru_cache(maxsize=20_000)
def format_number(value: float | None, decimals: int, lang: str) -> str:
    """Write a number with exactly `decimals` decimals; an em dash for a missing one."""
    if value is None or value != value:
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written = format_decimal(value, format=pattern, locale=lang)
    thousands = Locale(lang).number_symbols["latn"]["group"]
    written = written.replace(thousands, THOUSANDS[lang])
    return _without_negative_zero(written.replace("-", MINUS))


@lru_cache(maxsize=20_000)
def format_value(value: float | None, unit: str, decimals: int, lang: str) -> str:
    """Write a number with the short form of its unit, joined so that they stay on one line; amounts at human size."""
    value, unit, decimals = human_size(value, unit, decimals)
    written = format_number(value, decimals, lang)
    return written if written == MISSING else _join_unit(written, unit_short(unit, lang), lang)


# The ending by which Kazakh makes a number a part of a whole, by its last spoken word: a digit, a ten, or a power.
_ENDINGS_OF_DIGITS = {"і": "013458", "сі": "27", "сы": "6", "ы": "9"}
_ENDINGS_OF_TENS = {"ы": "13469", "сы": "2", "і": "578"}


def format_part(value: float | None, unit: str, decimals: int, lang: str) -> str:
    """Write a value as a part of a whole ("87 % of the value added"): Kazakh gives it the ending of possession."""
    written = format_value(value, unit, decimals, lang)
    if lang != "kk" or written == MISSING:
        return written
    return f"{written}-{'ы' if written.endswith('%') else _ending(format_number(value, decimals, lang))}"


def _ending(number: str) -> str:
    digits = "".join(letter for letter in number if letter.isdigit())
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in (0, len(digits)):
        return _ending_of(digits[-1], _ENDINGS_OF_DIGITS)
    # Ten has words of its own; then come жүз, мың and миллион.
    return _ending_of(digits[-2], _ENDINGS_OF_TENS) if zeros == 1 else "і" if zeros == 2 else "ы"


def _ending_of(digit: str, endings: Mapping[str, str]) -> str:
    return next(ending for ending, digits in endings.items() if digit in digits)


def format_change(value: float | None, unit: str, decimals: int, lang: str) -> str:
    """Write a difference with its sign; a difference of two percentages is written in percentage points."""
    if value is None or value != value:
        return MISSING
    written = format_number(value, decimals, lang)
    if value > 0 and set(written) & set("123456789"):
        written = f"+{written}"
    return _join_unit(written, _change_unit(unit, lang), lang)


def _change_unit(unit: str, lang: str) -> str:
    return unit_short("PP" if unit_kind(unit) in _POINT_CHANGES else unit, lang)


@lru_cache(maxsize=2_000)
def format_date(day: date, lang: str, length: str = "long") -> str:
    """Write a date in words, `long` ("24 October 2024") or `medium` ("24 Oct 2024"), day first in all languages."""
    if lang == "en":
        return babel_date(day, "d MMMM y" if length == "long" else "d MMM y", locale="en")
    if lang == "kk":
        return babel_date(day, "y 'ж'. d MMMM" if length == "long" else "y 'ж'. d MMM", locale="kk")
    return babel_date(day, "d MMMM y 'года'" if length == "long" else "d MMM y", locale="ru")


def format_year_range(first: int, last: int) -> str:
    """Write a period of years, "2010–2023", or the one year when both are the same."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


@lru_cache(maxsize=1)
def units() -> dict[str, dict[str, Any]]:
    """Return the units of measure of the catalogue by code: kind, decimals, label, short."""
    listed = yaml.safe_load(UNIT_FILE.read_text(encoding="utf-8"))["units"]
    return {unit["code"]: unit for unit in listed}


def unit_label(unit: str, lang: str) -> str:
    """Return the unit in words, as it stands in a chart's subtitle."""
    return units()[unit]["label"][lang]


def unit_short(unit: str, lang: str) -> str:
    """Return the short unit that stands beside a number; empty for a bare ratio or index."""
    return units()[unit]["short"][lang]


def unit_kind(unit: str) -> str:
    """Return the kind of a unit (`percent`, `points`, `money`, `count`, `ratio`, `index`)."""
    return units()[unit]["kind"]


def _join_unit(written: str, short: str, lang: str) -> str:
    if not short:
        return written
    if short.startswith("%"):
        return f"{written}{_SPACED_PERCENT[lang]}{short.replace(' ', NO_BREAK_SPACE)}"
    return f"{written}{NO_BREAK_SPACE}{short.replace(' ', NO_BREAK_SPACE)}"


def _without_negative_zero(written: str) -> str:
    digits = set(written) & set("123456789")
    return written if digits else written.replace(MINUS, "")
