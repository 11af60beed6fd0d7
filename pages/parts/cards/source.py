"""Where the figures of a chart come from, in words."""

from __future__ import annotations

from pages.parts.cards.model import SourceNote
from pages.parts.words.language import format_date, text


def source_line(source: SourceNote, lang: str, *, brief: bool = False) -> list[dict[str, str]]:
    """Source, release and strength of the link as parts of one line; `brief` credits the publisher in short."""
    name = source.credit if brief and source.credit else source.name
    named = {"text": text("chart.source", lang, name=name)} | ({"href": source.url} if source.url else {})
    parts = [named]
    if source.release:
        word = "chart.retrieved" if source.retrieved else "chart.release"
        parts.append({"text": text(word, lang, date=format_date(source.release, lang))})
    if source.strength:
        parts.append({"text": text(f"frame.strength_{source.strength.lower()}", lang)})
    return parts
