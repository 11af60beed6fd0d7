"""When the next release of a source comes: beside each figure and on Coverage; one that is due is said to be."""

from datetime import date

import pytest

from pages.parts.cards.model import SourceNote
from pages.parts.cards.source import source_line
from pages.parts.coverage.sources import sources_table
from pages.parts.visit import choices
from pages.parts.words.language import LANGUAGES, format_date

NEWEST = date(2026, 11, 22)


class Day(date):
    """A clock that stands still."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 28)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "date", Day)
    monkeypatch.setattr(choices, "newest_release", lambda: NEWEST)


@pytest.mark.parametrize(
    ("following", "as_of", "due"),
    [
        (date(2026, 11, 12), NEWEST, True),
        (date(2026, 11, 28), NEWEST, True),
        (date(2026, 11, 29), NEWEST, False),
        (date(2024, 10, 24), date(2023, 10, 11), False),
        (date(2024, 10, 24), date(2024, 10, 24), True),
        (None, NEWEST, False),
    ],
)
def test_a_release_is_due_from_its_day_on_as_seen_from_the_date_shown(following, as_of, due) -> None:
    assert choices.is_due(following, as_of) is due


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_says_when_the_next_release_comes_or_since_when_it_is_out(lang: str) -> None:
    note = SourceNote("Bureau", NEWEST, next_release=date(2027, 3, 31))
    coming = [part["text"] for part in source_line(note, lang, brief=True)]
    assert any(format_date(date(2027, 3, 31), lang) in words for words in coming)
    due = SourceNote("Bureau", NEWEST, next_release=date(2026, 11, 12), is_due=True)
    said = " ".join(part["text"] for part in source_line(due, lang))
    assert {"en": "a newer release was due on 12 November 2026", "ru": "новый выпуск ожидался 12 ноября 2026 года"}.get(
        lang, "жаңа шығарылым 2026 ж. 12 қараша күні күтілген"
    ) in said


def test_coverage_names_the_next_release_of_every_source() -> None:
    table = sources_table("en", date(2021, 12, 30))
    assert "Next release" in table
    assert "20 Nov 2022" in table
