"""Where the figures of a chart come from, in words."""

from __future__ import annotations

from datetime import date

from pages.parts.cards.model import SourceNote
from pages.parts.words.language import format_date, text


def source_line(source: SourceNote, lang: str, *, brief: bool = False) -> list[dict[str, str]]:
    """Source, release, the next one and strength of the link as parts of one line; `brief` credits in short."""
    name = source.credit if brief and source.credit else source.name
    named = {"text": text("chart.source", lang, name=name)} | ({"href": source.url} if source.url else {})
    parts = [named]
    if source.release:
        word = "chart.retrieved" if source.retrieved else "chart.release"
        parts.append({"text": text(word, lang, date=format_date(source.release, lang))})
    if source.next_release:
        parts.append({"text": next_words(source.next_release, lang, is_due=source.is_due)})
    if source.strength:
        parts.append({"text": text(f"frame.strength_{source.strength.lower()}", lang)})
    return parts


def next_words(day: date, lang: str, *, is_due: bool) -> str:
    """When the next release comes, or since when a newer one is out that is not held."""
    return text("chart.release_due" if is_due else "chart.next_release", lang, date=format_date(day, lang))
