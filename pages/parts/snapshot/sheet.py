"""The snapshot's sheet as HTML: what the page shows and what the stand-alone file holds.

Every text is escaped before it enters the markup, and the markup itself is written here and in the files beside only.
"""

from __future__ import annotations

from html import escape

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.build import goal_entries
from pages.parts.snapshot.marks import STATUSES
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.snapshot.sheet_marks import link_html, mark, ruler_html, spark_html
from pages.parts.words import language
from pages.parts.words.method_pages import METHOD_PAGES

COLUMNS = ("indicator", "baseline", "latest", "target", "change", "trend", "status")
NUMERIC = ("baseline", "latest", "target", "change")


def sheet_html(model: SnapshotModel, goal: int | None) -> str:
    """Return one sheet: a goal, or all five when `goal` is None."""
    parts = [_running_head(model), _heading(model, goal), _counts(model, goal), _table(model, goal)]
    parts += [_notes(model, goal), _foot(model, goal)]
    return f'<article class="sheet a4" lang="{model.language}">{"".join(parts)}</article>'


# --- pieces -----------------------------------------------------------------------------------------------------


def _running_head(model: SnapshotModel) -> str:
    left, right = words.word("publication", model.language), captions.as_of_text(model)
    return f'<div class="run"><b>{escape(left)}</b><span>{escape(right)}</span></div>'


def _heading(model: SnapshotModel, goal: int | None) -> str:
    tile = ""
    if goal is not None:
        entry = goal_entries()[goal]
        look = f"background:{entry['colour']};color:{entry['text_colour']}"
        tile = f'<span class="tile" style="{look}">{goal}</span>'
    line = " · ".join(part for part in (captions.period_text(model, goal), captions.next_release_text(model)) if part)
    title = escape(captions.sheet_title(model, goal))
    return f'<div class="top">{tile}<div><h2>{title}</h2><p class="muted">{escape(line)}</p></div></div>'


def _counts(model: SnapshotModel, goal: int | None) -> str:
    lang, counts = model.language, captions.shape_counts(model.counts(goal))
    spans = "".join(
        f"<span>{mark(shape)}<b>{counts[shape]}</b> {escape(words.word(f'short_{shape}', lang))}</span>"
        for shape in STATUSES
        if shape in counts
    )
    said = captions.counts_line(model, goal)
    fragile = captions.robustness_note(model, goal)
    return f'<p class="counts">{spans}</p><p class="why">{escape(said)}</p><p class="why">{escape(fragile)}</p>'


def _table(model: SnapshotModel, goal: int | None) -> str:
    rows = []
    for item in model.goals:
        if goal in (None, item.number) and item.counts:
            if goal is None:
                title = escape(captions.sheet_title(model, item.number))
                rows.append(f'<tr class="goal"><th colspan="7" scope="rowgroup">{title}</th></tr>')
            rows += [_row(model, row, full=goal is not None) for row in model.rows_of(item.number)]
    heads = "".join(
        f'<th scope="col"{_numeric(name)}>{escape(words.word(f"col_{name}", model.language))}</th>' for name in COLUMNS
    )
    table = f'<table class="rows"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return f'<div class="wide" tabindex="0">{table}</div>'


def _numeric(name: str) -> str:
    return ' class="n"' if name in NUMERIC else ""


def _row(model: SnapshotModel, row: SnapshotRow, *, full: bool) -> str:
    text = words.row_text(row, model)
    about = [text.unit, text.about] if full else [language.unit_short(row.unit, model.language) or text.unit]
    about[-1] += f"{language.NO_BREAK_SPACE}[{captions.source_number(model, row)}]"
    target = [text.target_year, text.target_kind] if row.target_value is not None else [text.target_kind]
    cells = [
        f'<th scope="row">{escape(text.title)}{"".join(_small(part) for part in about)}</th>',
        _number(text.baseline, text.baseline_year),
        _number(text.latest, text.latest_year, strong=True),
        _number(text.target if row.target_value is not None else words.NO_VALUE, " ".join(target)),
        _number(text.change),
        f"<td>{spark_html(row)}</td>",
        f'<td class="st">{status_html(model, row, full=full)}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>"


def status_html(model: SnapshotModel, row: SnapshotRow, *, full: bool) -> str:
    """Return shape, word, ruler and the number behind a status; the reason where there is none."""
    text = words.row_text(row, model)
    said = [text.reason, text.measure, text.robustness, text.evidence]
    if not full:
        said = [text.short_reason, text.measure, text.short_robustness]
    bar = ruler_html(row.score) if full and words.has_ruler(row, model) else ""
    under = " · ".join(part for part in said if part)
    return f"{mark(text.shape, row.is_fragile)}<b>{escape(text.status)}</b>{bar}{_small(under)}"


def _number(value: str, under: str = "", strong: bool = False) -> str:
    written = f"<b>{escape(value)}</b>" if strong else escape(value)
    return f'<td class="n">{written}{_small(under)}</td>'


def _small(said: str) -> str:
    return f"<small>{escape(said)}</small>" if said else ""


def _notes(model: SnapshotModel, goal: int | None) -> str:
    """Return where targets come from and what to beware of, series by series; the sheet of all goals has no room."""
    if goal is None:
        return ""
    told = captions.row_notes(model, goal)
    notes = "".join(f"<p><b>{escape(row.title)}</b>. {escape(said)}</p>" for row, said in told)
    return f'<div class="notes">{notes}</div>'


def _foot(model: SnapshotModel, goal: int | None) -> str:
    lang = model.language
    method = escape(f"{captions.method_line(model)} {words.word('method_growth', lang)} ")
    parts = [f"<p>{method}{link_html(METHOD_PAGES[model.method], captions.method_name(model))}</p>"]
    numbers = captions.source_numbers(model)
    for source in captions.used_sources(model, goal):
        said = link_html(source.url, captions.source_text(source, lang))
        parts.append(f"<p>[{numbers[source.source_id]}] {said}</p>")
    stamp = [
        words.word("checksum", lang, checksum=model.checksum),
        words.word("version", lang, version=model.version),
    ]
    parts.append(f'<p class="stamp">{"".join(f"<span>{escape(part)}</span>" for part in stamp)}</p>')
    un = link_html(captions.UN_LINK, words.word("un_link_text", lang))
    parts.append(f"<p>{escape(words.word('non_endorsement', lang))} {un}</p>")
    return f'<div class="foot">{"".join(parts)}</div>'
