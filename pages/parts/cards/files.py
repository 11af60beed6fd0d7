"""The files of a card: its rows as CSV, XLSX and Parquet, its picture as PDF, PNG and SVG."""

from __future__ import annotations

import base64
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import queries
from pages.parts.cards import picture, table_csv, table_parquet, table_xlsx, worker
from pages.parts.cards.model import Card, Reach, SourceNote
from pages.parts.words.language import format_date, text

# Those that a chart offers below itself.
FILES = ("pdf", "csv", "xlsx", "parquet")


def written_file(card: Card, kind: str) -> dict[str, Any] | None:
    """A file of the card for the browser to save: name, type and content in base 64; None for an unknown kind.

    Waits for the process that makes it, and raises what `render` raises.
    """
    if kind not in _WRITERS:
        return None
    content = render(kind, card).result()
    return {"name": f"{card.stem}.{kind}", "mime": _MIMES[kind], "base64": base64.b64encode(content).decode()}


def render(kind: str, card: Card) -> Future[bytes]:
    """A file of the card (csv, xlsx, parquet, pdf, png, svg), made in the process beside the server.

    The future raises TimeoutError when the file takes too long. Raises `worker.WorkerBusyError` when too many files are
    asked for at once, and KeyError for an unknown kind.
    """
    shown = replace(card, reach=Reach(card.mark), alternatives={})
    # Words and the guard need the store, which the other process does not open: what is said travels with the card.
    _ = shown.title, shown.told, shown.remarks
    return worker.submit(_WRITERS[kind], shown)


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
        "notes": " ".join(card.remarks),
    }
    return {text(f"chart.readme_{row}", card.lang): words for row, words in rows.items() if words}


def _csv(card: Card) -> bytes:
    return table_csv.write_csv(card.rows.table())


def _xlsx(card: Card) -> bytes:
    return table_xlsx.write_xlsx(card.rows.table(), about(card), card.lang)


def _parquet(card: Card) -> bytes:
    return table_parquet.write_parquet(card.rows.table(), about(card))


_WRITERS: dict[str, Callable[[Card], bytes]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "pdf": picture.card_pdf,
    "png": picture.card_png,
    "svg": picture.card_svg,
}
_MIMES = {
    "csv": table_csv.MIME,
    "xlsx": table_xlsx.MIME,
    "parquet": table_parquet.MIME,
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
}
