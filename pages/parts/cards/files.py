"""The files of a card: its rows as CSV, XLSX and Parquet, with what a reader of the file alone must know."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import queries
from pages.parts.cards import table_csv, table_parquet, table_xlsx
from pages.parts.cards.model import Card, SourceNote
from pages.parts.words.language import format_date, text

FILES = ("csv", "xlsx", "parquet")


def written_file(card: Card, kind: str) -> dict[str, Any] | None:
    """A file of the card for the browser to save: name, type and content in base 64; None for an unknown kind."""
    if kind not in FILES:
        return None
    mime, content = _WRITERS[kind](card)
    return {"name": f"{card.stem}.{kind}", "mime": mime, "base64": base64.b64encode(content).decode()}


def about(card: Card) -> dict[str, str]:
    """What a reader of the file alone must know: words -> text."""
    name, params = card.query or ("", {})
    source = card.source or SourceNote("", None)
    filters = {**params, **{chosen: ", ".join(map(str, codes)) for chosen, codes in card.choice.items() if codes}}
    rows = {
        "title": f"{card.title}. {card.subtitle}",
        "definition": source.definition,
        "unit": source.unit,
        "source": " ".join(filter(None, (source.name, source.url))),
        "released": source.release and format_date(source.release, card.lang),
        "as_of": format_date(card.as_of, card.lang),
        "filters": "; ".join(f"{parameter} = {value}" for parameter, value in sorted(filters.items())),
        "query": name and queries.query_file(name),
        "licence": source.licence,
        "notes": " ".join(card.notes),
    }
    return {text(f"chart.readme_{row}", card.lang): words for row, words in rows.items() if words}


_WRITERS: dict[str, Callable[[Card], tuple[str, bytes]]] = {
    "csv": lambda card: (table_csv.MIME, table_csv.write_csv(card.rows.table())),
    "xlsx": lambda card: (table_xlsx.MIME, table_xlsx.write_xlsx(card.rows.table(), about(card), card.lang)),
    "parquet": lambda card: (table_parquet.MIME, table_parquet.write_parquet(card.rows.table(), about(card))),
}
