"""The signs of statuses and their key, the same wherever a status stands."""

from __future__ import annotations

from html import escape

from pages.parts.words.language import text

# The sign of each status; never shown without its word, which the tooltip and the screen reader give.
SIGNS = {
    "target_achieved": "✓",
    "substantial_progress": "↑",
    "moderate_progress": "↗",
    "limited_progress": "→",
    "deterioration": "↓",
    "not_assessed": "–",
}


def legend(lang: str) -> str:
    """Return the key to the signs: each with its word."""
    items = "".join(
        f'<li><span class="status-sign status-{status}" aria-hidden="true">{sign}</span> '
        f"{escape(text(f'snapshot.status_{status}', lang))}</li>"
        for status, sign in SIGNS.items()
    )
    return f'<ul class="status-legend">{items}</ul>'
