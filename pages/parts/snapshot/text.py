"""The words and formatted figures of a snapshot, made once so that every rendering prints the same text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import DEFAULT_METHOD, SnapshotModel, SnapshotRow, Source
from pages.parts.words import language
from pages.parts.words.method_pages import METHOD_PAGES

NO_VALUE = "—"
# Flags that the printed row already says: the kind of target and the strength of the link.
SAID_ELSEWHERE = ("target_is_our_reading", "proxy")
UN_LINK = "https://www.un.org/sustainabledevelopment"


@dataclass(frozen=True)
class RowText:
    """One row of the snapshot as printed. `value` texts carry no unit; the unit has its own column."""

    title: str
    about: str
    unit: str
    baseline: str
    baseline_year: str
    latest: str
    latest_year: str
    target: str
    target_year: str
    target_kind: str
    change: str
    status: str
    short_status: str
    shape: str
    reason: str
    short_reason: str
    measure: str
    evidence: str


def word(key: str, lang: str, **values: object) -> str:
    """Return one of the snapshot's own words."""
    return language.text(f"snapshot.{key}", lang, **values)


def row_text(row: SnapshotRow, model: SnapshotModel) -> RowText:
    """Return everything that the table prints of one series."""
    lang = model.language
    return RowText(
        title=row.title,
        about=" · ".join([row.indicator, word("target_of", lang, target=row.target), strength_text(row, lang)]),
        unit=language.unit_label(row.unit, lang),
        baseline=value_text(row.baseline_value, row, lang),
        baseline_year=year_text(row.baseline_year),
        latest=value_text(row.latest_value, row, lang),
        latest_year=year_text(row.latest_year),
        target=target_text(row, lang),
        target_year=year_text(row.target_year) if row.target_value is not None else "",
        target_kind=word(f"target_kind_{row.target_kind}", lang),
        change=change_text(row, lang),
        status=status_text(row.status, lang, model.method),
        short_status=word(f"short_{STATUS_SHAPE[row.status]}", lang),
        shape=STATUS_SHAPE[row.status],
        reason=reason_text(row.reason, lang),
        short_reason="" if row.reason is None else word(f"why_{row.reason}", lang),
        measure=measure_text(row, lang) if model.method == DEFAULT_METHOD else "",
        evidence=evidence_text(row, lang),
    )


def value_text(value: float | None, row: SnapshotRow, lang: str) -> str:
    """Return a figure with the decimals of its series; a dash where there is none."""
    return NO_VALUE if value is None else language.format_number(value, row.printed_decimals, lang)


def year_text(year: int | None) -> str:
    """Return a year, or nothing."""
    return "" if year is None else str(year)


def target_text(row: SnapshotRow, lang: str) -> str:
    """Return the target's number, or the direction that stands in for it."""
    if row.target_value is None:
        return word(f"target_none_{row.direction}", lang)
    return language.format_number(row.target_value, target_decimals(row), lang)


def target_decimals(row: SnapshotRow) -> int:
    """Return how many decimals a target needs: none when it is a whole number."""
    value = row.target_value
    return 0 if value is not None and float(value).is_integer() else row.decimals


def change_text(row: SnapshotRow, lang: str) -> str:
    """Return the change from baseline to latest with its sign and unit: percentage points between percentages."""
    return language.format_change(row.change, row.unit, row.printed_decimals, lang)


def strength_text(row: SnapshotRow, lang: str) -> str:
    """Return how strongly the series speaks to its target."""
    return word(f"strength_{row.strength.lower()}", lang)


def status_text(status: str, lang: str, method: str = DEFAULT_METHOD) -> str:
    """Return the word of a status; classes of other methods keep those methods' own words."""
    return word(f"status_{status}" if method == DEFAULT_METHOD else f"class_{status}", lang)


def reason_text(reason: str | None, lang: str) -> str:
    """Return why there is no status, or nothing."""
    return "" if reason is None else word(f"reason_{reason}", lang)


def percent(value: float, lang: str, decimals: int = 2, signed: bool = False) -> str:
    """Return a plain ratio as a percentage."""
    written = language.format_value(100 * value, "PT", decimals, lang)
    return f"+{written}" if signed and value > 0 else written


def measure_text(row: SnapshotRow, lang: str) -> str:
    """Return the number the status rests on: R with a target, yearly growth without."""
    if row.quantity is None:
        return ""
    if row.quantity_kind == "ratio":
        return f"R = {language.format_number(row.quantity, 2, lang)}"
    text = f"{percent(row.quantity, lang, signed=True)} {word('per_year', lang)}"
    capped = row.cap is not None and row.cap < 1
    return f"{text}, C = {language.format_number(row.cap, 2, lang)}" if capped else text


def has_ruler(row: SnapshotRow, model: SnapshotModel) -> bool:
    """Return whether the status of a row stands on the ruler: the ruler is the default method's."""
    return model.method == DEFAULT_METHOD and row.score is not None and row.default_status is not None


def evidence_text(row: SnapshotRow, lang: str) -> str:
    """Return agreement of the methods and the evidence flags in one line."""
    parts = [flag_text(flag, row, lang) for flag in row.flags if flag not in SAID_ELSEWHERE]
    if row.judged:
        parts.insert(0, word("audit_agree", lang, agree=row.agree, judged=row.judged))
    return " · ".join(parts)


def flag_text(flag: str, row: SnapshotRow, lang: str) -> str:
    """Return an evidence flag in words, with its year where it has one."""
    year = row.latest_year if flag == "old_value" else row.baseline_year
    return word(f"flag_{flag}", lang, year=year)


def date_text(model: SnapshotModel) -> str:
    """Return the date whose knowledge the snapshot shows."""
    return word("as_of", model.language, date=language.format_date(model.as_of, model.language))


def as_of_text(model: SnapshotModel) -> str:
    """Return the as-of line, with the date compared with when there is one."""
    lang, text = model.language, date_text(model)
    if model.changes is None:
        return text
    earlier = language.format_date(model.changes.compare_with, lang)
    return f"{text}, {word('compared_with', lang, date=earlier)}"


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


def status_with_reason(status: str, reason: str | None, lang: str, method: str) -> str:
    """Return the word of a status, or that there is none and why."""
    if reason:
        return word("status_with_reason", lang, reason=reason_text(reason, lang))
    return status_text(status, lang, method)


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
        *(("col_source", f"{source_text(source, lang)}. {source.url}") for source in used_sources(model, goal)),
        ("readme_checksum", model.checksum),
        ("readme_version", model.version),
        ("readme_disclaimer", f"{word('non_endorsement', lang)} {UN_LINK}"),
        ("readme_link", model.link),
    ]
    return [(word(label, lang), said) for label, said in lines if said]


def status_line(row: SnapshotRow, model: SnapshotModel) -> str:
    """Return a row's status with the reason when it has none."""
    return status_with_reason(row.status, row.reason, model.language, model.method)


def row_notes(model: SnapshotModel, goal: int) -> list[tuple[SnapshotRow, str]]:
    """Return of each row where its target comes from, what a proxy also holds and what to beware of."""
    notes = []
    for row in model.rows_of(goal):
        said = " ".join(note for note in (row.target_source, row.proxy, row.caveat) if note)
        if said:
            notes.append((row, said))
    return notes
