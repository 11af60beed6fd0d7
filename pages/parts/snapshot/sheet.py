"""The snapshot's sheet as HTML: what the page shows and what the stand-alone file holds.

Every text is escaped before it enters the markup, and the markup itself is written here only.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from pages.parts.charts import theme
from pages.parts.snapshot import text as words
from pages.parts.snapshot.build import goal_entries
from pages.parts.snapshot.marks import (
    CHECK,
    DASH,
    STATUS_TOKENS,
    STATUSES,
    Point,
    arrow,
    ruler_position,
    trend,
)
from pages.parts.snapshot.model import Changes, SnapshotModel, SnapshotRow
from pages.parts.snapshot.moves import changes_count_text, flip_text, point_lines
from pages.parts.words import language
from pages.parts.words.method_pages import METHOD_PAGES

STYLE_FILE = Path(__file__).parent / "sheet.css"
# Twice the size on screen, so that whole numbers place the points finely enough.
SPARK_WIDTH, SPARK_HEIGHT = 168.0, 60.0
# Short class names: a sheet has a mark on every row.
MARK_NAMES = {status: f"s{place}" for place, status in enumerate(STATUSES)}
COLUMNS = ("indicator", "baseline", "latest", "target", "change", "trend", "status")
NUMERIC = ("baseline", "latest", "target", "change")


@lru_cache(maxsize=1)
def sheet_style() -> str:
    """Return the style sheet, with the status shapes drawn in once for all rows."""
    shapes = "\n".join(
        f'.sheet i.{MARK_NAMES[status]} {{ background-image: url("{_shape(status)}"); }}' for status in STATUSES
    )
    return f"{STYLE_FILE.read_text(encoding='utf-8')}{shapes}\n"


def sheet_html(model: SnapshotModel, goal: int | None) -> str:
    """Return one sheet: a goal, or all five when `goal` is None."""
    parts = [_running_head(model), _heading(model, goal), _counts(model, goal), _table(model, goal)]
    parts += [_notes(model, goal), _foot(model, goal)]
    return f'<article class="sheet a4" lang="{model.language}">{"".join(parts)}</article>'


def changes_html(model: SnapshotModel, goal: int | None, limit: int = 40) -> str:
    """Return what differs from the earlier date; at most `limit` points, the rest is in the workbook."""
    lang = model.language
    if model.changes is None:
        return ""
    changes = model.changes.of_goal(goal)
    earlier = language.format_date(changes.compare_with, lang)
    parts = [f"<h3>{escape(words.word('changes_title', lang, date=earlier))}</h3>"]
    if not changes.points and not changes.flips:
        parts.append(f"<p>{escape(words.word('changes_none', lang))}</p>")
    else:
        parts += [_flips(model, changes), _points(changes, lang, limit)]
    return f'<article class="sheet" lang="{lang}">{"".join(parts)}</article>'


# --- pieces -----------------------------------------------------------------------------------------------------


def _running_head(model: SnapshotModel) -> str:
    left, right = words.word("publication", model.language), words.as_of_text(model)
    return f'<div class="run"><b>{escape(left)}</b><span>{escape(right)}</span></div>'


def _heading(model: SnapshotModel, goal: int | None) -> str:
    tile = ""
    if goal is not None:
        entry = goal_entries()[goal]
        look = f"background:{entry['colour']};color:{entry['text_colour']}"
        tile = f'<span class="tile" style="{look}">{goal}</span>'
    line = " · ".join(part for part in (words.period_text(model, goal), words.next_release_text(model)) if part)
    title = escape(words.sheet_title(model, goal))
    return f'<div class="top">{tile}<div><h2>{title}</h2><p class="muted">{escape(line)}</p></div></div>'


def _counts(model: SnapshotModel, goal: int | None) -> str:
    lang, counts = model.language, words.shape_counts(model.counts(goal))
    spans = "".join(
        f"<span>{mark(shape)}<b>{counts.get(shape, 0)}</b> {escape(words.word(f'short_{shape}', lang))}</span>"
        for shape in STATUSES
    )
    said = words.counts_line(model, goal)
    return f'<p class="counts">{spans}</p><p class="why">{escape(said)}</p>'


def _table(model: SnapshotModel, goal: int | None) -> str:
    rows = []
    for item in model.goals:
        if goal in (None, item.number) and item.counts:
            if goal is None:
                title = escape(words.sheet_title(model, item.number))
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
    about[-1] += f"{language.NO_BREAK_SPACE}[{words.source_number(model, row)}]"
    target = [text.target_year, text.target_kind] if row.target_value is not None else [text.target_kind]
    cells = [
        f'<th scope="row">{escape(text.title)}{"".join(_small(part) for part in about)}</th>',
        _number(text.baseline, text.baseline_year),
        _number(text.latest, text.latest_year, strong=True),
        _number(text.target if row.target_value is not None else words.NO_VALUE, " ".join(target)),
        _number(text.change),
        f"<td>{_spark(row)}</td>",
        f'<td class="st">{status_html(model, row, full=full)}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>"


def status_html(model: SnapshotModel, row: SnapshotRow, *, full: bool) -> str:
    """Return shape, word, ruler and the number behind a status; the reason where there is none."""
    text = words.row_text(row, model)
    said = [text.reason if full else text.short_reason, text.measure, text.evidence if full else ""]
    bar = ruler_html(row.score) if full and words.has_ruler(row, model) else ""
    under = " · ".join(part for part in said if part)
    return f"{mark(text.shape)}<b>{escape(text.status)}</b>{bar}{_small(under)}"


def ruler_html(score: float, big: bool = False) -> str:
    """Return the status ruler: four bands cut at the thresholds, with a marker where the series falls."""
    extra = " big" if big else ""
    return f'<span class="bar{extra}"><u style="left:{min(max(100 * ruler_position(score), 3), 97):.1f}%"></u></span>'


def mark(shape: str) -> str:
    """Return a status shape; the word always stands beside it."""
    return f'<i class="{MARK_NAMES[shape]}"></i>'


def _number(value: str, under: str = "", strong: bool = False) -> str:
    written = f"<b>{escape(value)}</b>" if strong else escape(value)
    return f'<td class="n">{written}{_small(under)}</td>'


def _small(said: str) -> str:
    return f"<small>{escape(said)}</small>" if said else ""


def _notes(model: SnapshotModel, goal: int | None) -> str:
    """Return where targets come from and what to beware of, series by series; the sheet of all goals has no room."""
    if goal is None:
        return ""
    notes = "".join(f"<p><b>{escape(row.title)}</b>. {escape(said)}</p>" for row, said in words.row_notes(model, goal))
    return f'<div class="notes">{notes}</div>'


def _foot(model: SnapshotModel, goal: int | None) -> str:
    lang = model.language
    method = escape(f"{words.method_line(model)} {words.word('method_growth', lang)} ")
    parts = [f"<p>{method}{link_html(METHOD_PAGES[model.method], words.method_name(model))}</p>"]
    numbers = words.source_numbers(model)
    for source in words.used_sources(model, goal):
        said = link_html(source.url, words.source_text(source, lang))
        parts.append(f"<p>[{numbers[source.source_id]}] {said}</p>")
    stamp = [
        words.word("checksum", lang, checksum=model.checksum),
        words.word("version", lang, version=model.version),
    ]
    parts.append(f'<p class="stamp">{"".join(f"<span>{escape(part)}</span>" for part in stamp)}</p>')
    un = link_html(words.UN_LINK, words.word("un_link_text", lang))
    parts.append(f"<p>{escape(words.word('non_endorsement', lang))} {un}</p>")
    return f'<div class="foot">{"".join(parts)}</div>'


def link_html(address: str, said: str) -> str:
    """Return a link to a known address, or the bare words when there is none."""
    return f'<a href="{escape(address)}">{escape(said)}</a>' if address else escape(said)


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


# --- drawings ---------------------------------------------------------------------------------------------------


def _spark(row: SnapshotRow) -> str:
    if not row.trend:
        return ""
    drawn = trend(row.trend, row.baseline_year, row.latest_year, row.target_value, SPARK_WIDTH, SPARK_HEIGHT)
    marks = []
    if drawn.target_height is not None:
        gold = theme.LIGHT["gold"]
        marks.append(f"<path d='M92 {drawn.target_height:.0f}h76' stroke='{gold}'/>")
    if drawn.runs:
        marks.append(f"<path d='{''.join(_whole_path(run) for run in drawn.runs)}'/>")
    if drawn.lone:
        marks.append(f"<path d='{''.join(_spot(point) for point in drawn.lone)}' stroke-width='5'/>")
    if drawn.baseline:
        marks.append(f"<path d='{_spot(drawn.baseline)}' stroke-width='10'/>")
        marks.append(f"<path d='{_spot(drawn.baseline)}' stroke-width='5' stroke='#fff'/>")
    if drawn.latest:
        marks.append(f"<path d='{_spot(drawn.latest)}' stroke-width='10'/>")
    look = f"fill='none' stroke='{theme.LIGHT['ink']}' stroke-width='3' stroke-linecap='round'"
    return f'<img alt="" src="{_svg(SPARK_WIDTH, SPARK_HEIGHT, "".join(marks), look)}">'


def _whole_path(points: tuple[Point, ...]) -> str:
    return "M" + " ".join(f"{x:.0f} {y:.0f}" for x, y in points)


def _spot(point: Point) -> str:
    """Return a line of no length: with a round cap it is a dot, in a third of the letters of a circle."""
    return f"M{point[0]:.0f} {point[1]:.0f}h0"


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _shape(status: str) -> str:
    colour = theme.LIGHT[STATUS_TOKENS[status]]
    if status == "target_achieved":
        inner = f"<circle cx='8' cy='8' r='7' fill='{colour}'/>{_stroke(CHECK, '#fff', 2)}"
    elif status == "not_assessed":
        ring = f"<circle cx='8' cy='8' r='6.4' fill='none' stroke='{colour}' stroke-width='1.4'/>"
        inner = ring + _stroke(DASH, colour, 1.8)
    else:
        inner = f"<path d='{_path(arrow(status))}Z' fill='{colour}'/>"
    return _svg(16, 16, inner)


def _stroke(points: tuple[Point, ...], colour: str, width: float) -> str:
    return f"<path d='{_path(points)}' fill='none' stroke='{colour}' stroke-width='{width}'/>"


def _svg(width: float, height: float, inner: str, look: str = "") -> str:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' {look}>{inner}</svg>"
    return "data:image/svg+xml," + drawing.replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
