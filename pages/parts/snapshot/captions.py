"""The lines of a snapshot that are not about one row: dates, counts, method, sources, what a file says of itself."""

from __future__ import annotations

from datetime import date

from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import DEFAULT_METHOD, SnapshotModel, Source
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.snapshot.text import reason_text, word
from pages.parts.words import language
from pages.parts.words.method_pages import METHOD_PAGES

UN_LINK = "https://www.un.org/sustainabledevelopment"


def date_text(model: SnapshotModel) -> str:
    """Return the date whose knowledge the snapshot shows."""
    return word("as_of", model.language, date=language.format_date(model.as_of, model.language))


def as_of_text(model: SnapshotModel) -> str:
    """Return the as-of line, with the date compared with when there is one."""
    lang, text = model.language, date_text(model)
    if model.changes is None:
        return text
    with_what = language.format_date(model.changes.compare_with, lang)
    if model.changes.is_of_methods:
        with_what = word(f"method_{model.changes.compare_method}", lang)
    return f"{text}, {word('compared_with', lang, date=with_what)}"


def period_text(model: SnapshotModel, goal: int | None = None) -> str:
    """Return the years that the rows of a sheet span, from the first baseline to the last value."""
    rows = model.rows if goal is None else model.rows_of(goal)
    years = [year for row in rows for year in (row.baseline_year, row.latest_year) if year is not None]
    if not years:
        return ""
    return word("period", model.language, years=language.format_year_range(min(years), max(years)))


def next_release_text(model: SnapshotModel) -> str:
    """Return when the next releases come, and since when newer ones are out that are not held, as far as known."""
    lang, said = model.language, []
    for key, is_due in (("next_release_on", False), ("release_due_on", True)):
        days = sorted({s.next_release for s in model.sources if s.next_release and s.is_due is is_due})
        if days:
            said.append(word(key, lang, dates=", ".join(language.format_date(day, lang) for day in days)))
    return " · ".join(said) or word("next_release", lang)


def counts_text(counts: dict[str, int], lang: str) -> str:
    """Return how many rows have a status."""
    total = sum(counts.values())
    return word("counts_line", lang, assessed=total - counts.get("not_assessed", 0), total=total)


def reasons_text(reasons: dict[str, int], lang: str) -> str:
    """Return the reasons for missing statuses, each with its count; nothing when all rows have a status."""
    if not reasons:
        return ""
    listed = "; ".join(f"{reason_text(reason, lang)}\u00a0— {count}" for reason, count in reasons.items())
    return word("counts_reasons", lang, reasons=listed)


def counts_line(model: SnapshotModel, goal: int | None) -> str:
    """Return the counts in words with the reasons; over all goals also that nothing is averaged."""
    lang = model.language
    said = f"{counts_text(model.counts(goal), lang)}. {reasons_text(model.reasons(goal), lang)}".strip()
    return said if goal is not None else f"{said} {word('counts_note', lang)}"


def fragile_text(model: SnapshotModel, goal: int | None) -> str:
    """Return how many statuses hang on the choice of years or method, by name; nothing where none does."""
    rows = model.fragile(goal)
    if not rows:
        return ""
    names = "; ".join(row.title for row in rows)
    return word("fragile_count", model.language, count=len(rows), names=names)


def robustness_note(model: SnapshotModel, goal: int | None) -> str:
    """Return the fragile statuses and what the test of a status is."""
    return " ".join(filter(None, [fragile_text(model, goal), word("robust_note", model.language)]))


def method_line(model: SnapshotModel) -> str:
    """Return the method in one line."""
    lang = model.language
    if model.method == DEFAULT_METHOD:
        return word("method_line_open_sdg", lang)
    return word("method_line_other", lang, method=word(f"method_{model.method}", lang))


def method_name(model: SnapshotModel) -> str:
    """Return the name of the method that judges."""
    return word(f"method_{model.method}", model.language)


def sheet_title(model: SnapshotModel, goal: int | None) -> str:
    """Return the heading of a sheet: the five goals together or one goal by number and name."""
    if goal is None:
        return word("sheet_title_all", model.language)
    name = next(item.name for item in model.goals if item.number == goal)
    return word("sheet_title_goal", model.language, goal=goal, name=name)


def source_text(source: Source, lang: str) -> str:
    """Return a source with its release, or that it was not held that early."""
    return f"{source.name.rstrip('.')} — {release_text(source.release, source.retrieved_once, lang)}"


def release_text(release: date | None, retrieved_once: bool, lang: str) -> str:
    """Return when a source was released, or retrieved when it is held once only."""
    if release is None:
        return word("source_not_held", lang)
    return word("source_once" if retrieved_once else "source_release", lang, date=language.format_date(release, lang))


def shape_counts(counts: dict[str, int]) -> dict[str, int]:
    """Return counts by the shape that a status is drawn with; methods with more classes share shapes."""
    shared: dict[str, int] = {}
    for status, count in counts.items():
        shared[STATUS_SHAPE[status]] = shared.get(STATUS_SHAPE[status], 0) + count
    return shared


def used_sources(model: SnapshotModel, goal: int | None) -> list[Source]:
    """Return the sources of the rows of a goal, or of all."""
    used = {row.source_id for row in model.rows_of(goal)}
    return [source for source in model.sources if source.source_id in used]


def source_numbers(model: SnapshotModel) -> dict[str, int]:
    """Return the footnote number of each source."""
    return {source.source_id: number for number, source in enumerate(model.sources, 1)}


def source_number(model: SnapshotModel, row: SnapshotRow) -> int:
    """Return the footnote number of a row's source."""
    return source_numbers(model)[row.source_id]


def source_of(model: SnapshotModel, row: SnapshotRow) -> Source:
    """Return the source of a row."""
    return next(source for source in model.sources if source.source_id == row.source_id)


def row_next_release(model: SnapshotModel, row: SnapshotRow) -> str:
    """Return the next release of a row's source, or that none is announced."""
    day = source_of(model, row).next_release
    return day.isoformat() if day else word("xlsx_no_next_release", model.language)


def about_lines(model: SnapshotModel, goal: int | None) -> list[tuple[str, str]]:
    """Return what every file says of itself: label and text, line by line."""
    lang = model.language
    lines = [
        ("readme_file", sheet_title(model, goal)),
        ("readme_as_of", as_of_text(model)),
        ("readme_period", period_text(model, goal)),
        ("readme_next_release", next_release_text(model)),
        ("readme_method", f"{method_line(model)} {METHOD_PAGES[model.method]}"),
        ("readme_counts", counts_line(model, goal)),
        ("readme_robustness", robustness_note(model, goal)),
        *(("col_source", f"{source_text(source, lang)}. {source.url}") for source in used_sources(model, goal)),
        ("readme_checksum", model.checksum),
        ("readme_version", model.version),
        ("readme_disclaimer", f"{word('non_endorsement', lang)} {UN_LINK}"),
        ("readme_link", model.link),
    ]
    return [(word(label, lang), said) for label, said in lines if said]


def row_notes(model: SnapshotModel, goal: int) -> list[tuple[SnapshotRow, str]]:
    """Return of each row where its target comes from, what a proxy also holds and what to beware of."""
    notes = []
    for row in model.rows_of(goal):
        said = " ".join(note for note in (row.target_source, row.proxy, row.caveat) if note)
        if said:
            notes.append((row, said))
    return notes
