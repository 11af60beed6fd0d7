"""What each release changed beside the one before it, and the reason for which its losses were let in."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, format_number, text

COLUMNS = ("change_release", "change_found", "change_files", "change_rows", "change_word")


@kept
def releases_table(lang: str, as_of: date) -> str:
    """Return one row per release and kind of change, what needed a person's word first; nothing where none was out."""
    rows = answer("release_findings", as_of=as_of, lang=lang)
    if not len(rows):
        return ""
    head = "".join(f'<th scope="col">{escape(text(f"coverage.{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(f"<tr>{_row(row, lang)}</tr>" for row in rows)
    return (
        '<div class="coverage-sources" tabindex="0" role="region" '
        f'aria-label="{escape(text("coverage.changes", lang))}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Any, lang: str) -> str:
    days = {"release": format_date(row.release, lang, "medium"), "beside": format_date(row.beside, lang, "medium")}
    cells = (
        escape(text(f"coverage.found_{row.kind}", lang)),
        format_number(row.n_files, 0, lang),
        format_number(row.n_rows, 0, lang),
        _word(row, lang),
    )
    named = f"{escape(text('coverage.change_beside', lang, **days))}<br>{escape(row.title)}"
    return f'<th scope="row">{named}</th>' + "".join(f"<td>{cell}</td>" for cell in cells)


def _word(row: Any, lang: str) -> str:
    """The day on which a loss was let in and the reason, in the words of the person who gave it."""
    if not row.needs_word:
        return escape(text("coverage.change_none_needed", lang))
    if row.because is None:
        return escape(text("coverage.change_settled_before", lang))
    day = escape(text("coverage.change_accepted", lang, date=format_date(row.accepted, lang, "medium")))
    return f'{day}: <span lang="en">“{escape(row.because)}”</span>'
