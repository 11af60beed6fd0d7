"""Words and numbers in three languages."""

from __future__ import annotations

import re
import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit import file_util

from pages.parts.words.language import (
    LANGUAGES,
    MESSAGE_FOLDER,
    MissingMessageError,
    format_change,
    format_date,
    format_number,
    format_part,
    format_value,
    format_year_range,
    messages,
    text,
    units,
)

ROOMS = pytest.mark.parametrize("room", sorted(path.stem for path in MESSAGE_FOLDER.glob("*.yaml")))
# Methods carry the names of their publishers, which stay as they are.
UNTRANSLATED = "snapshot.method_"
# Which vowel a Kazakh ending takes depends on how the number, its unit or the year is read aloud, so no message can
# know it. A whole word after the hyphen ("8-мақсат") is an ordinal and right for every number.
GLUED_ENDING = re.compile(r"\}[-\u2010-\u2014]?\w{1,3}\b")


def of_room(room: str) -> dict[str, dict[str, Any]]:
    found = {key: texts for key, texts in messages().items() if key.startswith(f"{room}.")}
    assert found, room
    return found


def forms(texts: object) -> list[str]:
    return [str(form) for form in (texts.values() if isinstance(texts, dict) else [texts])]


def placeholders(texts: object) -> set[str]:
    return {name for form in forms(texts) for _, name, _, _ in string.Formatter().parse(form) if name}


def is_left_in_latin(form: str) -> bool:
    words = "".join(part for part, _, _, _ in string.Formatter().parse(form))
    letters = [letter for letter in words if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    return len(letters) >= 8 and " " in words and cyrillic * 2 <= len(letters)


@ROOMS
def test_every_message_exists_in_three_languages(room: str) -> None:
    assert {key: sorted(texts) for key, texts in of_room(room).items() if set(texts) != set(LANGUAGES)} == {}


@ROOMS
def test_every_message_names_the_same_values_in_three_languages(room: str) -> None:
    asked = {key: {lang: placeholders(text) for lang, text in texts.items()} for key, texts in of_room(room).items()}
    assert {key: names for key, names in asked.items() if len(set(map(frozenset, names.values()))) > 1} == {}


@ROOMS
def test_russian_and_kazakh_messages_are_not_left_in_english(room: str) -> None:
    translated = {key: texts for key, texts in of_room(room).items() if not key.startswith(UNTRANSLATED)}
    left = {
        f"{key} in {lang}": form
        for key, texts in translated.items()
        for lang in ("ru", "kk")
        for form in forms(texts[lang])
        if is_left_in_latin(form)
    }
    assert left == {}


@ROOMS
def test_no_kazakh_case_ending_is_glued_to_a_value(room: str) -> None:
    glued = {
        key: form for key, texts in of_room(room).items() for form in forms(texts["kk"]) if GLUED_ENDING.search(form)
    }
    assert glued == {}


def test_a_missing_message_is_an_error_and_never_an_empty_place() -> None:
    with pytest.raises(MissingMessageError):
        text("frame.no_such_key", "kk")


def test_thousands_are_parted_by_commas_in_english_and_thin_spaces_elsewhere() -> None:
    assert format_number(1234567.0, 0, "en") == "1,234,567"
    assert format_number(1234567.0, 0, "ru") == "1\u202f234\u202f567"
    assert format_number(1234567.0, 0, "kk") == "1\u202f234\u202f567"


def test_the_decimal_mark_follows_the_language() -> None:
    assert format_value(6.0, "PT", 1, "en") == "6.0%"
    assert format_value(6.0, "PT", 1, "ru") == "6,0\u00a0%"
    assert format_value(6.0, "PT", 1, "kk") == "6,0\u00a0%"


def test_a_number_never_parts_from_its_unit() -> None:
    assert " " not in format_value(1234.5, "M_TNG", 1, "ru")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (999.4, "999\u00a0m\u00a0KZT"),
        (1000, "1.0\u00a0bn\u00a0KZT"),
        (675234, "675\u00a0bn\u00a0KZT"),
        (999_999, "1,000\u00a0bn\u00a0KZT"),
        (4_076_629, "4.1\u00a0tn\u00a0KZT"),
        (-4_076_629, "\u22124.1\u00a0tn\u00a0KZT"),
    ],
)
def test_an_amount_is_written_at_human_size(value: float, written: str) -> None:
    assert format_value(value, "M_TNG", 0, "en") == written


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "written"),
    [
        (87.0, "PT", 0, "87\u00a0%-ы"),
        (6.04, "PT", 1, "6,0\u00a0%-ы"),
        (9107, "NUMBER", 0, "9\u202f107-сі"),
        (2, "NUMBER", 0, "2-сі"),
        (16, "NUMBER", 0, "16-сы"),
        (9, "NUMBER", 0, "9-ы"),
        (20, "NUMBER", 0, "20-сы"),
        (40, "NUMBER", 0, "40-ы"),
        (70, "NUMBER", 0, "70-і"),
        (300, "NUMBER", 0, "300-і"),
        (5000, "NUMBER", 0, "5\u202f000-ы"),
    ],
)
def test_a_part_of_a_whole_takes_its_ending_in_kazakh(value: float, unit: str, decimals: int, written: str) -> None:
    assert format_part(value, unit, decimals, "kk") == written
    assert format_part(value, unit, decimals, "ru") == format_value(value, unit, decimals, "ru")


def test_a_difference_of_percentages_is_in_points_and_has_a_sign() -> None:
    assert format_change(2.34, "PT", 1, "en") == "+2.3\u00a0pp"
    assert format_change(-2.34, "PT", 1, "ru") == "\u22122,3\u00a0п.\u00a0п."


def test_a_difference_that_rounds_to_nothing_has_no_sign() -> None:
    assert format_change(-0.01, "PT", 1, "en") == "0.0\u00a0pp"
    assert format_change(0.01, "PT", 1, "en") == "0.0\u00a0pp"


def test_a_missing_number_is_a_dash() -> None:
    assert format_value(float("nan"), "PT", 1, "kk") == "\u2014"
    assert format_value(None, "PT", 1, "kk") == "\u2014"


def test_dates_are_written_as_each_language_writes_them() -> None:
    day = date(2024, 10, 24)
    assert format_date(day, "en") == "24 October 2024"
    assert format_date(day, "ru") == "24 октября 2024 года"
    assert format_date(day, "kk") == "2024 ж. 24 қазан"


def test_a_period_of_one_year_is_one_year() -> None:
    assert format_year_range(2023, 2023) == "2023"
    assert format_year_range(2010, 2023) == "2010\u20132023"


def test_russian_plurals_follow_the_number() -> None:
    forms = {count: text("explore.found", "ru", count=count) for count in (1, 3, 25)}
    assert forms == {1: "1 показатель", 3: "3 показателя", 25: "25 показателей"}


def test_every_unit_has_words_in_three_languages() -> None:
    for code, unit in units().items():
        for part in ("label", "short"):
            assert set(unit[part]) == set(LANGUAGES), code


# Put together from pieces in Streamlit's code: what they come to is tested in a browser.
PIECED = {"widgets.press_enter", "widgets.per_file", "widgets.span_start", "widgets.span_end", "widgets.most_chosen"}


def test_streamlit_still_says_what_other_words_replace() -> None:
    scripts = (Path(file_util.get_static_dir()) / "static" / "js").glob("*.js")
    said = "".join(path.read_text(encoding="utf-8") for path in scripts)
    replaced = {key: f"`{text(key, 'en').split('{name}')[0]}" for key in of_room("widgets") if key not in PIECED}
    assert {key: english for key, english in replaced.items() if english not in said} == {}
