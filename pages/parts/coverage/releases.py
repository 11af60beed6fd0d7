"""What each release changed beside the one before it, and the reason for which its losses were let in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, format_number, text

COLUMNS = ("change_found", "change_files", "change_rows", "change_word")


@kept
def releases_table(lang: str, as_of: date) -> str:
    """Return one fold per release with a row per kind of change, what needed a person's word first; nothing where none
    was out."""
    rows = answer("release_findings", as_of=as_of, lang=lang)
    folds: dict[str, list[Any]] = {}
    for row in rows:
        folds.setdefault(_release(row, lang), []).append(row)
    return "".join(_fold(release, found, lang) for release, found in folds.items())


def _release(row: Any, lang: str) -> str:
    days = {"release": format_date(row.release, lang, "medium"), "beside": format_date(row.beside, lang, "medium")}
    return f"{row.title}: {text('coverage.change_beside', lang, **days)}"


def _fold(release: str, rows: Sequence[Any], lang: str) -> str:
    head = "".join(f'<th scope="col">{escape(text(f"coverage.{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(f"<tr>{_cells(row, lang)}</tr>" for row in rows)
    return (
        f'<details class="coverage-sources"><summary>{escape(release)}</summary><div tabindex="0" role="region" '
        f'aria-label="{escape(release)}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>'
    )


def _cells(row: Any, lang: str) -> str:
    counts = (format_number(row.n_files, 0, lang), format_number(row.n_rows, 0, lang), _word(row, lang))
    found = escape(text(f"coverage.found_{row.kind}", lang))
    return f'<th scope="row">{found}</th>' + "".join(f"<td>{cell}</td>" for cell in counts)


def _word(row: Any, lang: str) -> str:
    """The day on which a loss was let in and the reason, in the words of the person who gave it."""
    if not row.needs_word:
        return escape(text("coverage.change_none_needed", lang))
    if row.because is None:
        return escape(text("coverage.change_settled_before", lang))
    day = escape(text("coverage.change_accepted", lang, date=format_date(row.accepted, lang, "medium")))
    return f'{day}: <span lang="en">“{escape(row.because)}”</span>'
