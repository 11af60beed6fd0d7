"""The snapshot as one HTML file that opens without a network, on a phone as on paper."""

from __future__ import annotations

from html import escape

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.sheet import sheet_html
from pages.parts.snapshot.sheet_changes import changes_html
from pages.parts.snapshot.sheet_marks import link_html, sheet_style


def write_snapshot_html(model: SnapshotModel, goal: int | None = None) -> bytes:
    """Return the document: the sheet, one sheet per goal when `goal` is None, and the changes when two dates differ."""
    goals = [goal] if goal else [None, *(item.number for item in model.goals if item.counts)]
    sheets = [sheet_html(model, number) for number in goals]
    if model.changes is not None:
        sheets.append(changes_html(model, goal, limit=10_000))
    body = "\n".join(f"<section>{sheet}</section>" for sheet in sheets)
    title = escape(f"{captions.sheet_title(model, goal)} — {captions.as_of_text(model)}")
    live = f"<p>{link_html(model.link, words.word('open_live', model.language))}</p>" if model.link else ""
    return (
        f'<!doctype html>\n<html lang="{model.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\nbody {{ margin: 0; padding: 16px 0; background: #eef1f4; }}\nsection {{ margin-bottom: 24px; }}\n"
        f"{sheet_style()}</style>\n</head>\n<body>\n{body}\n{live}</body>\n</html>\n"
    ).encode()
