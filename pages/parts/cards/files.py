"""The files of a card: its rows as CSV, XLSX and Parquet, its picture as PDF, PNG and SVG."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from pages.parts.cards import worker
from pages.parts.cards.model import Card, Reach

MIMES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Those that a chart offers below itself.
FILES = ("pdf", "png", "svg", "csv", "xlsx", "parquet")
# What writes a file of a card, of rows, or of anything else, by kind.
Makers = Mapping[str, str]
WRITERS = "pages.parts.cards.writers"
CARD_FILES: Makers = {kind: f"{WRITERS}:{kind}" for kind in FILES}
ROWS_CSV = f"{WRITERS}:rows_csv"


def written_file(card: Card, kind: str) -> dict[str, Any] | None:
    """A file of the card for the browser to save: name, type and content in base 64; None for an unknown kind.

    Waits for the process that makes it, and raises what `render` raises.
    """
    if kind not in CARD_FILES:
        return None
    content = render(kind, card).result()
    return {"name": f"{card.stem}.{kind}", "mime": MIMES[kind], "base64": base64.b64encode(content).decode()}


def render(kind: str, card: Card) -> Future[bytes]:
    """A file of the card (csv, xlsx, parquet, pdf, png, svg), made in the process beside the server.

    The future raises TimeoutError when the file takes too long. Raises `worker.WorkerBusyError` when too many files are
    asked for at once, and KeyError for an unknown kind.
    """
    shown = replace(card, reach=Reach(card.mark), alternatives={})
    # Words and the guard need the store, which the other process does not open: what is said travels with the card.
    _ = shown.title, shown.told, shown.remarks
    return worker.submit(CARD_FILES[kind], shown)
