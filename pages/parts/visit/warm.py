"""Which states of the pages are opened as the server starts: each page as it opens, in every language."""

from __future__ import annotations

from pages.parts.visit.frame import PATHS
from pages.parts.words.language import LANGUAGES


def first_pages() -> tuple[tuple[str, str], ...]:
    """Return the path and the query string of every page in every language."""
    return tuple((path, f"lang={lang}") for lang in LANGUAGES for path in PATHS)
