"""The controls of the snapshot page and its blocks: what to show, the sheet, the files, the audit card, the changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

import queries
from pages.parts.cards import worker
from pages.parts.cards.files import MIMES, Makers
from pages.parts.snapshot import text as words
from pages.parts.snapshot.audit import audit_html
from pages.parts.snapshot.build import build_snapshot
from pages.parts.snapshot.choice import Choice, choose, chosen
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.snapshot.sheet import sheet_html
from pages.parts.snapshot.sheet_changes import changes_html, corrections_html
from pages.parts.snapshot.sheet_marks import sheet_style
from pages.parts.streamlit.component import Part, mount_sheet
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.ask import answer
from pages.parts.visit.failures import part

SHEET = "snapshot_sheet"
SHEET_VIEW = "sheet"

EXPORTS: Makers = {
    "pdf": "pages.parts.snapshot.pdf:write_snapshot_pdf",
    "xlsx": "pages.parts.snapshot.xlsx:write_snapshot_xlsx",
    "csv": "pages.parts.snapshot.iati:write_snapshot_iati",
    "html": "pages.parts.snapshot.html:write_snapshot_html",
}


def snapshot(choice: Choice, lang: str, as_of: date) -> SnapshotModel:
    """Return the model of the chosen view, remembered until the store is rebuilt."""
    model = _remembered_model(
        queries.store_version(), lang, as_of, choice.method, choice.compare_with, choice.compare_method
    )
    return replace(model, link=_address())


# A model is frozen all the way down, so one instance can serve every reader.
@st.cache_resource(max_entries=96, show_spinner=False)
def _remembered_model(
    store_version: str, lang: str, as_of: date, method: str, compare_with: date | None, compare_method: str
) -> SnapshotModel:
    return build_snapshot(
        queries.rows_of,
        lang=lang,
        as_of=as_of,
        method=method,
        compare_with=compare_with,
        compare_method=compare_method,
        checksum=frame.data_checksum(),
        version=frame.version(),
    )


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs={SnapshotModel: SnapshotModel.identity})
def _remembered_paper(store_version: str, model: SnapshotModel, goal: int | None, part: str) -> Part:
    return Part.of(sheet_html(model, goal) if part == "sheet" else changes_html(model, goal))


def _paper(model: SnapshotModel, goal: int | None, part: str) -> Part:
    return _remembered_paper(queries.store_version(), model, goal, part)


def _show(sheet: Part) -> None:
    with st.container(key="snapshot_paper"):
        mount_sheet(SHEET, sheet)


def _address() -> str:
    """Return the address of this view with all its choices, for the files made from it; empty when unknown."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{here.path}{choices.permalink()}" if here.netloc else ""


def draw_exports(model: SnapshotModel, goal: int | None) -> None:
    """Draw the buttons that make a file on demand from the model on screen."""
    lang = model.language
    with st.container(key="snapshot_exports", horizontal=True, gap="small", width="content"):
        for extension, maker in EXPORTS.items():
            st.download_button(
                words.word(f"export_{extension}", lang),
                data=partial(_write, maker, model, goal),
                file_name=model.file_name(extension, goal),
                mime=MIMES[extension],
                key=f"snapshot_{extension}",
                on_click="ignore",
                help=words.word(f"export_{extension}_help", lang),
            )


def _write(maker: str, model: SnapshotModel, goal: int | None) -> bytes:
    return worker.submit(maker, model, goal).result()


# The page is as wide as its paper, so that controls and sheet share their edges.
PAGE_STYLE = """
.stMainBlockContainer:has(.st-key-snapshot_bar) { max-width: 1180px; }
.st-key-snapshot_choices > * { flex: none; }
.st-key-snapshot_choices > [class*="st-key-choose_method"] { width: 16.2rem !important; }
.st-key-snapshot_choices > [class*="st-key-choose_compare"] { width: 9.5rem !important; }
.st-key-snapshot_paper:not(:has(article)) { min-height: 100vh; }
@media (min-width: 1200px) { .st-key-snapshot_bar, .st-key-snapshot_choices { flex-wrap: nowrap; } }
"""


def draw_styles() -> None:
    """Send the look of the sheet once; it stays when the choices change."""
    st.html(f"<style>{sheet_style()}{PAGE_STYLE}</style>")


# Only this part runs again when a choice changes: the frame stays, and little travels.
@part
def draw_snapshot(lang: str, as_of: date) -> None:
    """Draw the selectors and files in one row, then the view that is chosen: sheet, audit card or changes."""
    choice = chosen(as_of)
    model = snapshot(choice, lang, as_of)
    view = choices.one_of("view", list(VIEWS), SHEET_VIEW)
    frame.answer_first(
        "snapshot", lambda: _controls(model, choice, lang, as_of), lambda: VIEWS[view](model, choice.goal)
    )


def _controls(model: SnapshotModel, choice: Choice, lang: str, as_of: date) -> None:
    with st.container(
        key="snapshot_bar", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"
    ):
        with st.container(key="snapshot_choices", horizontal=True, vertical_alignment="bottom", width="content"):
            choose(lang, as_of)
        draw_exports(model, choice.goal)
    controls.choose_one(
        "view",
        list(VIEWS),
        label=words.word("choose_view", lang),
        format_option=lambda code: words.word(f"view_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )


def draw_sheet(model: SnapshotModel, goal: int | None) -> None:
    """Draw the sheet as it prints."""
    _show(_paper(model, goal, "sheet"))


def draw_audit(model: SnapshotModel, goal: int | None) -> None:
    """Draw the audit card of one chosen series of the sheet; the first one with a status unless chosen."""
    rows = {row.series_id: row for row in model.rows_of(goal)}
    if not rows:
        return
    lang = model.language
    chosen = controls.choose_one(
        "series",
        list(rows),
        label=words.word("audit_choose", lang),
        default=_first_judged(rows),
        format_option=lambda series_id: rows[series_id].title,
    )
    _show(Part.of(audit_html(model, rows[chosen])))


def _first_judged(rows: dict[str, SnapshotRow]) -> str:
    return next((key for key, row in rows.items() if row.default_status is not None), next(iter(rows)))


def draw_changes(model: SnapshotModel, goal: int | None) -> None:
    """Draw what differs from the date compared with, or how to compare."""
    lang = model.language
    if model.changes is None:
        st.caption(words.word("changes_not_chosen", lang))
    else:
        _show(_paper(model, goal, "changes"))


def draw_corrections(model: SnapshotModel, goal: int | None) -> None:
    """Draw what version 1.0.0 printed wrongly, whatever the goal."""
    lang = model.language
    _show(Part.of(corrections_html(answer("corrections", lang=lang), lang)))


# Only the chosen view is made and sent: the sheet, one status to check by hand, or what moved since an earlier date.
VIEWS: dict[str, Callable[[SnapshotModel, int | None], None]] = {
    SHEET_VIEW: draw_sheet,
    "audit": draw_audit,
    "changes": draw_changes,
    "corrections": draw_corrections,
}
