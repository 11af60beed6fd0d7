"""The words and formatted figures of a row of the snapshot, made once so that every rendering prints the same text."""

from __future__ import annotations

from dataclasses import dataclass

from pages.parts.snapshot.marks import STATUS_SHAPE
from pages.parts.snapshot.model import DEFAULT_METHOD, SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.words import language

NO_VALUE = "—"
# The printed row already says the strength of the link.
SAID_ELSEWHERE = ("proxy",)


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
    robustness: str
    short_robustness: str
    evidence: str


def word(key: str, lang: str, **values: object) -> str:
    """Return one of the snapshot's own words."""
    return language.text(f"snapshot.{key}", lang, **values)


def row_text(row: SnapshotRow, model: SnapshotModel) -> RowText:
    """Return everything that the table prints of one series."""
    lang = model.language
    return RowText(
        title=row.title,
        about=" · ".join(
            [
                row.indicator,
                word("target_of", lang, target=row.target),
                word(f"measures_{row.measures}", lang),
                strength_text(row, lang),
            ]
        ),
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
        measure=measure_text(row, lang) if model.method == DEFAULT_METHOD else distance_text(row, lang),
        robustness=robustness_text(row, lang),
        short_robustness=short_robustness_text(row, lang),
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
    """Return the number the status rests on: R with a target of others, yearly growth without; and the distance."""
    if row.quantity is None:
        return ""
    if row.quantity_kind == "ratio":
        return f"R = {language.format_number(row.quantity, 2, lang)}"
    said = [f"{percent(row.quantity, lang, signed=True)} {word('per_year', lang)}"]
    if row.cap is not None and row.cap < 1:
        said.append(f"C = {language.format_number(row.cap, 2, lang)}")
    return ", ".join([*said, *filter(None, [distance_text(row, lang)])])


def distance_text(row: SnapshotRow, lang: str) -> str:
    """Return how far the latest value is from our reading of the target; nothing where there is none or it is met."""
    if not row.distance or row.status in ("not_assessed", "level_reached"):
        return ""
    far = language.format_change(row.distance, row.unit, row.printed_decimals, lang).removeprefix("+")
    return word("distance", lang, distance=far)


def has_ruler(row: SnapshotRow, model: SnapshotModel) -> bool:
    """Return whether the status of a row stands on the ruler: the ruler is the default method's."""
    return model.method == DEFAULT_METHOD and row.score is not None and row.default_status is not None


def robustness_text(row: SnapshotRow, lang: str) -> str:
    """Return in how many choices of years and in how many methods the status holds; nothing without a status."""
    if row.status == "not_assessed" or not row.judged:
        return ""
    said = [word("robust_methods", lang, agree=row.agree, judged=row.judged)]
    if row.is_short:
        said.insert(0, word("robust_short", lang))
    elif row.choices:
        said.insert(0, word("robust_years", lang, holding=row.holding, choices=row.choices))
    return ", ".join(said)


def short_robustness_text(row: SnapshotRow, lang: str) -> str:
    """Return the same as two fractions, or that the series is too short to test."""
    if row.status == "not_assessed" or not row.judged:
        return ""
    years = word("short_years", lang, holding=row.holding, choices=row.choices) if row.choices else ""
    tested = word("short_untested", lang) if row.is_short else years
    return ", ".join(filter(None, [tested, word("short_methods", lang, agree=row.agree, judged=row.judged)]))


def evidence_text(row: SnapshotRow, lang: str) -> str:
    """Return the evidence flags in one line."""
    flags = [flag_text(flag, row, lang) for flag in row.flags if flag not in SAID_ELSEWHERE]
    return " · ".join([*([word("flag_fragile", lang)] if row.is_fragile else []), *flags])


def flag_text(flag: str, row: SnapshotRow, lang: str) -> str:
    """Return an evidence flag in words, with its year where it has one."""
    year = row.latest_year if flag == "old_value" else row.baseline_year
    return word(f"flag_{flag}", lang, year=year)


def status_with_reason(status: str, reason: str | None, lang: str, method: str) -> str:
    """Return the word of a status, or that there is none and why."""
    if reason:
        return word("status_with_reason", lang, reason=reason_text(reason, lang))
    return status_text(status, lang, method)


def status_line(row: SnapshotRow, model: SnapshotModel) -> str:
    """Return a row's status with the reason when it has none."""
    return status_with_reason(row.status, row.reason, model.language, model.method)
