"""The table of sources that measure the same thing: how far they lie apart, and why."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_value, format_year_range, text, unit_kind

COLUMNS = ("measure", "beside", "years", "usual", "largest", "verdict")


@kept
def pairs_table(lang: str, as_of: date) -> str:
    """Return one row per pair of sources, those that disagree first; or that none was held on the date."""
    rows = answer("source_pairs", as_of=as_of, lang=lang)
    if not len(rows):
        return f"<p>{escape(text('coverage.pairs_nothing', lang))}</p>"
    head = "".join(f'<th scope="col">{escape(text(f"coverage.pair_{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(f"<tr>{_row(row, lang)}</tr>" for row in rows)
    return (
        '<div class="coverage-sources" tabindex="0" role="region" '
        f'aria-label="{escape(text("coverage.pairs", lang))}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Any, lang: str) -> str:
    usual, largest = (_difference(value, row, lang) for value in (row.median_difference, row.largest_difference))
    verdict = text(f"coverage.verdict_{row.verdict or 'agrees'}", lang)
    cells = (
        escape(row.title),
        f"{escape(row.other_title)}<br>{escape(row.other_source)}",
        f"{format_year_range(row.first_year, row.last_year)} ({row.n_years})",
        escape(usual),
        escape(largest) + (f" ({row.largest_year})" if row.n_years > 1 else ""),
        f"<strong>{escape(verdict)}</strong>" + (f"<br>{escape(row.why)}" if row.why else ""),
    )
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _difference(value: float, row: Any, lang: str) -> str:
    """A difference of two percentages is told in points."""
    return format_value(value, "PP" if unit_kind(row.unit) == "percent" else row.unit, row.decimals, lang)
