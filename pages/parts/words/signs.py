"""The signs of statuses, each never shown without its word."""

from __future__ import annotations

from html import escape

from pages.parts.words.language import text

# The tooltip and the screen reader give the word. The second of each pair is of a series without a target set by
# others; it is drawn as a ring.
SIGNS = {
    "target_achieved": "✓",
    "level_reached": "✓",
    "substantial_progress": "↑",
    "intended_fast": "↑",
    "moderate_progress": "↗",
    "intended_slow": "↗",
    "limited_progress": "→",
    "standing_still": "→",
    "deterioration": "↓",
    "against": "↓",
    "not_assessed": "–",
}


def status_words(status: str, lang: str) -> str:
    """Return the word of a status."""
    return text(f"snapshot.status_{status}", lang)


def sign(status: str) -> str:
    """Return the sign of a status in HTML, hidden from screen readers: its word stands beside it."""
    return f'<span class="status-sign status-{status}" aria-hidden="true">{SIGNS[status]}</span>'


def legend(lang: str) -> str:
    """Return the key to the signs: each with its word."""
    items = "".join(f"<li>{sign(status)} {escape(status_words(status, lang))}</li>" for status in SIGNS)
    return f'<ul class="status-legend">{items}</ul>'
