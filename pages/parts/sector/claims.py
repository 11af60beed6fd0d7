"""Cited figures as text: contested headlines side by side, and the world context."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from pages.parts.series.about import View
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, format_number, format_value, text, units
from queries.rows import Rows

CLAIM_COLUMNS = ("number", "year", "definition", "scope", "publisher")


@kept
def claim_cards(view: View) -> tuple[str, ...]:
    """Return each contested headline in HTML, in the order of the questions, the figures used here marked."""
    rows = answer("which_number", as_of=view.as_of, lang=view.lang)
    return tuple(
        written_question(rows.where(question_order=order), view.lang) for order in rows.places("question_order")
    )


@kept
def world_tiles(view: View) -> str:
    """Return the world figures in HTML, each with its publisher; nothing where none was held."""
    rows = answer("world_context", as_of=view.as_of)
    tiles = "".join(_tile(row, view.lang) for row in rows)
    return f'<ul class="world-tiles">{tiles}</ul>' if tiles else ""


def written_question(question: Rows, lang: str) -> str:
    """Return one contested headline in HTML: rows of `which_number` for one question."""
    first = question.first
    head = "".join(f'<th scope="col">{escape(text(f"sector.which_{name}", lang))}</th>' for name in CLAIM_COLUMNS)
    rows = "".join(_claim(claim, lang) for claim in question)
    return (
        f'<article class="claims"><h4>{escape(first.question)}</h4><p>{escape(first.why)}</p>'
        f'<div class="claims-scroll" tabindex="0" role="region" aria-label="{escape(first.question)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></article>"
    )


def _claim(claim: Any, lang: str) -> str:
    used = f'<small class="claim-used">✓ {escape(text("sector.which_used", lang))}</small>' if claim.used else ""
    published = _published(claim.published_date, lang)
    publisher = _linked(claim.publisher, claim.source_url)
    return (
        f'<tr class="{"used" if claim.used else "unused"}"><th scope="row">{escape(_value(claim, lang))}{used}</th>'
        f"<td>{claim.time_period}</td><td>{escape(claim.definition)}</td><td>{escape(claim.scope)}</td>"
        f"<td>{publisher}<small>{escape(published)}</small></td></tr>"
    )


def _tile(row: Any, lang: str) -> str:
    words = text(f"sector.world_{row.measure}", lang, year=row.time_period)
    source = _linked(row.publisher, row.source_url)
    return (
        f"<li><strong>{escape(_value(row, lang))}</strong><span>{escape(words)}</span>"
        f"<small>{source}, {escape(_published(row.published_date, lang))}</small></li>"
    )


def _value(row: Any, lang: str) -> str:
    """Write a cited figure with the decimals it was published with; a count keeps none."""
    given = getattr(row, "decimals", None)
    if given is None:
        given = len(f"{row.obs_value:.2f}".rstrip("0").partition(".")[2])
    if row.unit in units():
        return format_value(row.obs_value, row.unit, int(given), lang)
    return format_number(row.obs_value, int(given), lang)


def _published(published: Any, lang: str) -> str:
    """Write the date of publication as far as it is known: a day, a month or nothing."""
    if not isinstance(published, str):
        return ""
    return format_date(date.fromisoformat(published), lang, "medium") if len(published) == 10 else published


def _linked(words: str, url: Any) -> str:
    if isinstance(url, str) and url.startswith("https://"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
    return escape(words)
