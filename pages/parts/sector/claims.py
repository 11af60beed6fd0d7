"""Cited figures as text: contested headlines side by side, and the world context."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from pages.parts.words.language import format_date, format_number, format_value, text, units

CLAIM_COLUMNS = ("number", "year", "definition", "scope", "publisher")


def claim_card(question: pd.DataFrame, lang: str) -> str:
    """Return one contested headline in HTML: rows of `which_number` for one question, the used ones marked."""
    first = question.iloc[0]
    head = "".join(f'<th scope="col">{escape(text(f"sector.which_{name}", lang))}</th>' for name in CLAIM_COLUMNS)
    rows = "".join(_claim(claim, lang) for claim in question.itertuples(index=False))
    return (
        f'<article class="claims"><h4>{escape(first.question)}</h4><p>{escape(first.why)}</p>'
        f'<div class="claims-scroll" tabindex="0" role="region" aria-label="{escape(first.question)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></article>"
    )


def world_tiles(rows: pd.DataFrame, lang: str) -> str:
    """Return the world figures in HTML, each with its publisher; `rows` as `world_context` has them."""
    return '<ul class="world-tiles">' + "".join(_tile(row, lang) for row in rows.itertuples(index=False)) + "</ul>"


def _claim(claim: Any, lang: str) -> str:
    used = f'<small class="claim-used">✓ {escape(text("sector.which_used", lang))}</small>' if claim.used else ""
    published = _published(claim.published_date, lang)
    publisher = _linked(claim.publisher, claim.source_url)
    return (
        f'<tr class="{"used" if claim.used else "unused"}"><th scope="row">{escape(_value(claim, lang))}{used}</th>'
        f"<td>{int(claim.time_period)}</td><td>{escape(claim.definition)}</td><td>{escape(claim.scope)}</td>"
        f"<td>{publisher}<small>{escape(published)}</small></td></tr>"
    )


def _tile(row: Any, lang: str) -> str:
    words = text(f"sector.world_{row.measure}", lang, year=int(row.time_period))
    source = _linked(row.publisher, row.source_url)
    return (
        f"<li><strong>{escape(_value(row, lang))}</strong><span>{escape(words)}</span>"
        f"<small>{source}, {escape(_published(row.published_date, lang))}</small></li>"
    )


def _value(row: Any, lang: str) -> str:
    """Write a cited figure with the decimals it was published with; a count keeps none."""
    given = getattr(row, "decimals", None)
    if given is None or pd.isna(given):
        given = len(f"{row.obs_value:.2f}".rstrip("0").partition(".")[2])
    if row.unit in units():
        return format_value(row.obs_value, row.unit, int(given), lang)
    return format_number(row.obs_value, int(given), lang)


def _published(published: Any, lang: str) -> str:
    """Write the date of publication as far as it is known: a day, a month or nothing."""
    if not isinstance(published, str):
        return ""
    day = pd.Timestamp(published).date()
    return format_date(day, lang, "medium") if len(published) == 10 else published


def _linked(words: str, url: Any) -> str:
    if isinstance(url, str) and url.startswith("https://"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
    return escape(words)
