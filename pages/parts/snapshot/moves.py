"""What moved between two dates, in words: statuses with their causes, points new, revised and removed."""

from __future__ import annotations

from pages.parts.snapshot.model import Changes, Flip, PointChange, SnapshotModel
from pages.parts.snapshot.text import NO_VALUE, percent, status_with_reason, word
from pages.parts.words import language


def flip_text(flip: Flip, model: SnapshotModel) -> tuple[str, str, str]:
    """Return a moved status as (before, now, causes); both in the words of the method that gave them."""
    lang, method = model.language, model.method
    before_method = model.changes.compare_method if model.changes else method
    before = status_with_reason(flip.old_status, flip.old_reason, lang, before_method)
    now = status_with_reason(flip.new_status, flip.new_reason, lang, method)
    causes = ", ".join(word(f"cause_{cause}", lang) for cause in flip.causes)
    turned = word("flip_turned", lang, year=flip.turned_year) if flip.turned_year else ""
    return before, now, "; ".join(filter(None, [causes, turned]))


def changes_title(model: SnapshotModel, changes: Changes) -> str:
    """Return what is compared: an earlier date, or another method on the same day."""
    lang = model.language
    if changes.is_of_methods:
        methods = (word(f"method_{name}", lang) for name in (model.method, changes.compare_method))
        return word("changes_of_methods", lang, **dict(zip(("method", "other"), methods, strict=True)))
    return word("changes_title", lang, date=language.format_date(changes.compare_with, lang))


def changes_rules(changes: Changes, lang: str) -> str:
    """Return that both sides are judged under the same rules."""
    return word("changes_rules_methods" if changes.is_of_methods else "changes_rules", lang)


def point_text(point: PointChange, lang: str) -> tuple[str, str, str, str]:
    """Return a changed point as (before, now, change in per cent, what happened)."""
    decimals = telling_decimals(point)

    def number(value: float | None) -> str:
        return NO_VALUE if value is None else language.format_number(value, decimals, lang)

    change = "" if point.change_percent is None else percent(point.change_percent / 100, lang, 1, signed=True)
    return number(point.old), number(point.new), change, word(f"what_{point.kind}_{point.cause}", lang)


def telling_decimals(point: PointChange) -> int:
    """Return the fewest decimals, from the series' own up, at which a revised value looks different from the old."""
    if point.old is None or point.new is None:
        return point.decimals
    told = (n for n in range(point.decimals, 6) if round(point.old, n) != round(point.new, n))
    return next(told, 6)


def changes_count_text(changes: Changes, lang: str) -> str:
    """Return how many points of the snapshot's series are new, revised and removed."""
    counts = {kind: sum(point.kind == kind for point in changes.points) for kind in ("new", "revised", "removed")}
    return word("changes_counts", lang, **counts)


def point_lines(changes: Changes, lang: str) -> list[tuple[str, str, str, str, str, str]]:
    """Return the changed points as printable lines: title, years, before, now, change, what happened.

    Revised and removed points come one by one; new points of a series that follow one another share a line.
    """
    lines = []
    for point in changes.points:
        if point.kind != "new":
            old, new, change, what = point_text(point, lang)
            lines.append((point.title, str(point.year), old, new, change, what))
    for run in _new_runs(changes):
        first, last = run[0], run[-1]
        years = language.format_year_range(first.year, last.year)
        _, new, _, what = point_text(last, lang)
        lines.append((first.title, years, NO_VALUE, new, "", what))
    return lines


def _new_runs(changes: Changes) -> list[list[PointChange]]:
    runs: list[list[PointChange]] = []
    for point in changes.points:
        if point.kind != "new":
            continue
        last = runs[-1][-1] if runs else None
        if last and last.series_id == point.series_id and last.year + 1 == point.year:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs
