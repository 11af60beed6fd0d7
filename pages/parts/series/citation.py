"""How a cited page is named beside its figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel import Locale

from pages.parts.words.language import format_date, text

FULL_DAY = len("2025-03-18")


def publication(row: Any, lang: str) -> str:
    """Write a row of `series_citations`: publisher, day and language of the page, and that it names no reference year
    where it names none."""
    parts = [f"{row.publisher} ({row.host})"]
    if row.published_date:
        parts.append(text("lens.cited_published", lang, date=_day(row.published_date, lang)))
    if row.language and row.language != lang:
        parts.append(text("lens.cited_language", lang, language=Locale(lang).languages.get(row.language, row.language)))
    if not row.year_is_stated:
        parts.append(text("lens.cited_year", lang))
    return ", ".join(parts)


def _day(published: str, lang: str) -> str:
    """A day in words; a month or year alone stays as the page gives it."""
    return format_date(date.fromisoformat(published), lang) if len(published) == FULL_DAY else published
