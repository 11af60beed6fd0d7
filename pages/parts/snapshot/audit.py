"""The audit card: everything a reader needs to check one status by hand, as HTML."""

from __future__ import annotations

from html import escape

from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import Ruling, SnapshotRow
from pages.parts.snapshot.sheet import status_html
from pages.parts.snapshot.sheet_marks import mark, ruler_html
from pages.parts.words import language

# The statuses from the worst up: with a target set by others, and without one.
LADDER = ("deterioration", "limited_progress", "moderate_progress", "substantial_progress", "target_achieved")
DIRECTION_LADDER = ("against", "standing_still", "intended_slow", "intended_fast", "level_reached")


def audit_html(model: SnapshotModel, row: SnapshotRow) -> str:
    """Return the card of one series: formula, ruler, what would flip it, gap and time, robustness, evidence,
    every method."""
    left = _formula(row, model.language) + _ruler(row, model.language) + _flips(row, model.language)
    right = _gap(row, model.language) + _robustness(row, model.language) + _evidence(row, model.language)
    right += _methods(row, model.language)
    head = f'<h3>{escape(row.title)}</h3><p class="st">{status_html(model, row, full=False)}</p>'
    body = f'<div class="two"><div>{left}</div><div>{right}</div></div>'
    return f'<article class="sheet" lang="{model.language}">{head}{body}</article>'


def exact(value: float | None, lang: str) -> str:
    """Return a figure with up to six decimals, none of them an idle zero."""
    if value is None:
        return words.NO_VALUE
    decimals = next(n for n in range(7) if n == 6 or abs(value - round(value, n)) < 1e-9)
    return language.format_number(value, decimals, lang)


def _formula(row: SnapshotRow, lang: str) -> str:
    head = f"<h4>{escape(words.word('audit_formula', lang))}</h4>"
    if row.default_status is None:
        reason = words.reason_text(row.reason, lang)
        return f"{head}<p>{escape(words.word('audit_why_not', lang, reason=reason))}</p>"
    if row.default_status in ("target_achieved", "level_reached"):
        said = words.word(
            "audit_achieved", lang, latest=exact(row.assessed_latest, lang), target=exact(row.level, lang)
        )
        return f"{head}<p>{escape(said)}</p>"
    lines = [f'<p class="formula">{_substituted(row, lang)}</p>']
    if row.transform != "none":
        said = words.word(f"audit_transformed_{row.transform}", lang)
        lines.append(f'<p class="muted">{escape(said)}</p>')
    if row.cap is not None and row.cap < 1:
        said = words.word("audit_cap", lang, limit=exact(row.limit, lang), cap=exact(row.cap, lang))
        lines.append(f'<p class="muted">{escape(said)}</p>')
    lines.append(f'<p class="muted">{escape(words.word("audit_print_digits", lang))}</p>')
    return head + "".join(lines)


def _substituted(row: SnapshotRow, lang: str) -> str:
    """Return the method's formula with this series' numbers in it; the numbers are formatted, hence safe."""
    b, v = exact(row.assessed_baseline, lang), exact(row.assessed_latest, lang)
    sign = language.MINUS if row.assessed_direction < 0 else ""
    made = _growth(v, b, row.years_elapsed)
    if row.quantity_kind == "growth":
        return f"p = {sign}[{made}] = {words.percent(row.quantity, lang, 3, signed=True)}"
    needed = _growth(exact(row.assessed_target, lang), b, row.years_given)
    return f"R = {sign}[{made}] ÷ |{needed}| = {language.format_number(row.quantity, 4, lang)}"


def _growth(end: str, start: str, years: int | None) -> str:
    return f"({end} ÷ {start})<sup>1/{years}</sup> − 1"


def _ruler(row: SnapshotRow, lang: str) -> str:
    if row.score is None or row.default_status in ("target_achieved", "level_reached"):
        return ""
    thresholds = [
        "",
        *(_threshold(value, row, lang) for value in (0.0, row.threshold_moderate, row.threshold_on_track)),
    ]
    ticks = "".join(
        f"<span>{escape(threshold)}<br>{escape(words.word(f'short_{band}', lang))}</span>"
        for threshold, band in zip(thresholds, _ladder(row), strict=False)
    )
    head = f"<h4>{escape(words.word('audit_ruler', lang))}</h4>"
    return f'{head}{ruler_html(row.score, big=True)}<div class="ticks">{ticks}</div>'


def _threshold(value: float | None, row: SnapshotRow, lang: str) -> str:
    if value is None:
        return ""
    if row.quantity_kind == "ratio":
        return f"R = {language.format_number(value, 2, lang)}"
    return words.percent(value, lang)


def _flips(row: SnapshotRow, lang: str) -> str:
    if row.default_status is None:
        return ""
    ladder = _ladder(row)
    place = ladder.index(row.default_status)
    said = []
    for value, step in ((row.flip_up_value, 1), (row.flip_down_value, -1)):
        if value is not None and 0 <= place + step < len(ladder):
            number = language.format_value(value, row.unit, row.printed_decimals + 1, lang)
            status = words.status_text(ladder[place + step], lang)
            said.append(words.word("audit_flip", lang, value=number, year=(row.latest_year or 0) + 1, status=status))
    lines = said or [words.word("audit_flip_none", lang)]
    head = f"<h4>{escape(words.word('audit_flip_title', lang))}</h4>"
    return head + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _ladder(row: SnapshotRow) -> tuple[str, ...]:
    return LADDER if row.judged_as == "target" else DIRECTION_LADDER


def _gap(row: SnapshotRow, lang: str) -> str:
    head = f"<h4>{escape(words.word('audit_gap_title', lang))}</h4>"
    if row.gap_closed is None or row.time_elapsed is None:
        said = [words.word("audit_gap_none", lang)]
        if row.judged_as == "reading":
            level = language.format_value(row.target_value, row.unit, words.target_decimals(row), lang)
            said = [words.word("audit_reading", lang, level=level), words.distance_text(row, lang)]
        return head + "".join(f"<p>{escape(line)}</p>" for line in said if line)
    gap, time = words.percent(row.gap_closed, lang, 0), words.percent(row.time_elapsed, lang, 0)
    filled, reached = (100 * min(max(share, 0.0), 1.0) for share in (row.gap_closed, row.time_elapsed))
    way = f'<div class="way"><b style="width:{filled:.1f}%"></b><u style="left:{reached:.1f}%"></u></div>'
    return f"{head}{way}<p>{escape(words.word('audit_gap', lang, gap=gap, time=time))}</p>"


def _robustness(row: SnapshotRow, lang: str) -> str:
    said = words.robustness_text(row, lang)
    if not said:
        return ""
    lines = [said[0].upper() + said[1:], words.word("robust_note", lang)]
    if row.turned_year:
        lines.insert(1, words.word("audit_turned", lang, year=row.turned_year))
    head = f"<h4>{escape(words.word('audit_robustness', lang))}</h4>"
    return head + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _evidence(row: SnapshotRow, lang: str) -> str:
    flags = ", ".join(words.flag_text(flag, row, lang) for flag in row.flags) or words.word("audit_flags_none", lang)
    lines = [
        words.word("audit_points", lang, points=row.points),
        words.word("audit_age", lang, age=words.NO_VALUE if row.age is None else row.age),
        f"{words.word('audit_flags', lang)}: {flags}",
        f"{words.word(f'measures_{row.measures}', lang)}, {words.strength_text(row, lang)}",
        f"{words.word('audit_mapping', lang)}: {row.mapping}",
        f"{words.word('audit_link', lang)}: {row.linked_by}",
    ]
    if row.target_source:
        lines.append(f"{words.word('audit_target_source', lang)}: {row.target_source}")
    lines += [note for note in (row.proxy, row.caveat) if note]
    head = f"<h4>{escape(words.word('audit_evidence', lang))}</h4>"
    return head + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _methods(row: SnapshotRow, lang: str) -> str:
    if not row.judged:
        return ""
    head = f"<h4>{escape(words.word('audit_methods', lang))}</h4>"
    agree = f"<p><b>{escape(words.word('audit_agree', lang, agree=row.agree, judged=row.judged))}</b></p>"
    rows = "".join(_ruling(ruling, lang) for ruling in row.rulings)
    return f"{head}{agree}<table><tbody>{rows}</tbody></table>"


def _ruling(ruling: Ruling, lang: str) -> str:
    status = ruling.status or "not_assessed"
    word = words.status_text(status, lang, ruling.method) if ruling.verdict != "na" else words.word("verdict_na", lang)
    shape = words.STATUS_SHAPE[status]
    name = escape(words.word(f"method_{ruling.method}", lang))
    return f'<tr><th scope="row">{name}</th><td>{mark(shape)}{escape(word)}</td></tr>'
