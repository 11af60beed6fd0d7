"""What moved since an earlier date, as HTML for the page and the stand-alone file."""

from __future__ import annotations

from html import escape

from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import Changes, SnapshotModel
from pages.parts.snapshot.moves import changes_count_text, changes_rules, changes_title, flip_text, point_lines
from pages.parts.snapshot.sheet_marks import mark
from pages.parts.words.language import format_date
from queries.rows import Rows


def changes_html(model: SnapshotModel, goal: int | None, limit: int = 40) -> str:
    """Return what differs from the earlier date; at most `limit` points, the rest is in the workbook."""
    lang = model.language
    if model.changes is None:
        return ""
    changes = model.changes.of_goal(goal)
    parts = [f"<h3>{escape(changes_title(model, changes))}</h3>"]
    parts.append(f'<p class="why">{escape(changes_rules(changes, lang))}</p>')
    if not changes.points and not changes.flips:
        parts.append(f"<p>{escape(words.word('changes_none', lang))}</p>")
    else:
        parts += [_flips(model, changes), "" if changes.is_of_methods else _points(changes, lang, limit)]
    return f'<article class="sheet" lang="{lang}">{"".join(parts)}</article>'


def _flips(model: SnapshotModel, changes: Changes) -> str:
    lang = model.language
    title = f"<h4>{escape(words.word('changes_flips', lang))}</h4>"
    if not changes.flips:
        return f"{title}<p>{escape(words.word('changes_flips_none', lang))}</p>"
    rows = []
    for flip in changes.flips:
        before, now, causes = flip_text(flip, model)
        cells = [
            f'<th scope="row">{escape(flip.title)}</th>',
            f"<td>{mark(words.STATUS_SHAPE[flip.old_status])}{escape(before)}</td>",
            f"<td>{mark(words.STATUS_SHAPE[flip.new_status])}<b>{escape(now)}</b></td>",
            f"<td>{escape(causes)}</td>",
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return title + _plain_table(lang, ("indicator", "old", "new", "cause"), rows)


def _points(changes: Changes, lang: str, limit: int) -> str:
    lines = point_lines(changes, lang)
    rows = [
        f'<tr><th scope="row">{escape(title)}</th><td class="n">{escape(years)}</td><td class="n">{escape(old)}</td>'
        f'<td class="n">{escape(new)}</td><td class="n">{escape(change)}</td><td>{escape(what)}</td></tr>'
        for title, years, old, new, change, what in lines[:limit]
    ]
    more = len(lines) - limit
    rest = f"<p>{escape(words.word('changes_more', lang, count=more))}</p>" if more > 0 else ""
    head = f"<h4>{escape(words.word('changes_points', lang))}</h4>"
    counts = f'<p class="why">{escape(changes_count_text(changes, lang))}</p>'
    return head + counts + _plain_table(lang, ("indicator", "year", "old", "new", "change", "kind"), rows) + rest


def _plain_table(lang: str, names: tuple[str, ...], rows: list[str]) -> str:
    right = ("year", "old", "new", "change") if "year" in names else ()
    heads = "".join(
        f'<th scope="col"{" class=n" if name in right else ""}>{escape(words.word(f"col_{name}", lang))}</th>'
        for name in names
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f'<div class="wide" tabindex="0">{table}</div>'


def corrections_html(rows: Rows, lang: str) -> str:
    """Return what version 1.0.0 printed wrongly, what is right, and since when."""
    lines = [
        f'<tr><th scope="row">{escape(row.printed)}</th><td>{escape(row.right_now)}</td>'
        f"<td>{escape(format_date(row.since, lang))}</td></tr>"
        for row in rows
    ]
    title = f"<h3>{escape(words.word('corrections_title', lang))}</h3>"
    lead = f'<p class="why">{escape(words.word("corrections_lead", lang))}</p>'
    table = _plain_table(lang, ("printed", "right", "since"), lines)
    return f'<article class="sheet" lang="{lang}">{title}{lead}{table}</article>'
