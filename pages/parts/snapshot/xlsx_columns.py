"""The columns of the workbook's snapshot sheet in donor order, with the formulas that a reader would recompute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from pages.parts.words import language

Value = str | float | int | None


@dataclass(frozen=True)
class Column:
    """A column of the snapshot sheet: its words, its value per row, and its formula where it is computed.

    A formula names other columns in braces, `{latest}-{baseline}`; they become cells of the row.
    """

    key: str
    label: str
    value: Callable[[SnapshotModel, SnapshotRow], Value]
    formula: str | None = None
    width: int = 11
    pattern: str | None = None


# `{a}`, `{b}`: transformed baseline and latest; `{t}`: transformed target of others; `{l}`: transformed level of our
# reading; `{d}`: +1 more is better, -1 less is.
_TRANSFORM = (
    '=IF({transform}="parity_ratio",IF(AND({0}>=0.97,{0}<=1.03),1,MAX({0},1/{0})),'
    'IF({transform}="parity_percent",IF(AND({0}>=97,{0}<=103),100,MAX({0},10000/{0})),'
    'IF({transform}="share_50",50+ABS({0}-50),IF({transform}="absolute_gap",ABS({0}),{0}))))'
)
_MET = "({d}*({b}-{t})>=0)"
_STATUS = (
    '=IF({t}="",IF(IF({l}="",0,{d}*({b}-{l})>=0),"{level_reached}",IF({growth}*{d}<0,"{against}",'
    'IF({growth}*{d}>=0.015*{c},"{intended_fast}",IF({growth}*{d}>=0.005*{c},"{intended_slow}","{standing_still}")))),'
    "IF(" + _MET + ',"{target_achieved}",IF({d}*({a}-{t})>=0,"{deterioration}",IF({ratio}<0,"{deterioration}",'
    'IF({ratio}>=0.95,"{substantial_progress}",IF({ratio}>=0.6,"{moderate_progress}","{limited_progress}"))))))'
)

COLUMNS = (
    Column("goal", "col_goal", lambda _, row: row.goal, width=7),
    Column("sdg_target", "xlsx_sdg_target", lambda _, row: row.target, width=8),
    Column("indicator", "xlsx_code", lambda _, row: row.indicator, width=10),
    Column("title", "col_indicator", lambda _, row: row.title, width=46),
    Column("unit", "col_unit", lambda model, row: language.unit_label(row.unit, model.language), width=18),
    Column("baseline", "col_baseline", lambda _, row: row.baseline_value, pattern="value"),
    Column("baseline_year", "xlsx_baseline_year", lambda _, row: row.baseline_year, width=9),
    Column("latest", "col_latest", lambda _, row: row.latest_value, pattern="value"),
    Column("latest_year", "xlsx_latest_year", lambda _, row: row.latest_year, width=9),
    Column("target", "col_target", lambda _, row: row.target_value, pattern="value"),
    Column("target_year", "xlsx_target_year", lambda _, row: row.target_year, width=9),
    Column(
        "target_kind",
        "xlsx_kind",
        lambda model, row: words.word(f"target_kind_{row.target_kind}", model.language),
        width=20,
    ),
    Column("change", "col_change", lambda _, row: row.change, "={latest}-{baseline}", pattern="value"),
    Column(
        "status", "col_status", lambda model, row: words.status_text(row.status, model.language, model.method), width=26
    ),
    Column("reason", "xlsx_reason", lambda model, row: words.reason_text(row.reason, model.language), width=30),
    Column("evidence", "xlsx_evidence", lambda model, row: words.evidence_text(row, model.language), width=30),
    Column("years_hold", "xlsx_years_hold", lambda _, row: f"{row.holding}/{row.choices}" if row.choices else None),
    Column("agreement", "xlsx_agreement", lambda _, row: f"{row.agree}/{row.judged}" if row.judged else None, width=10),
    Column("source", "col_source", lambda model, row: captions.source_of(model, row).name, width=34),
    Column("release", "xlsx_release", lambda _, row: row.release.isoformat() if row.release else None, width=11),
    Column("next_release", "xlsx_next_release", lambda model, row: captions.row_next_release(model, row), width=14),
    Column(
        "measures", "xlsx_measures", lambda model, row: words.word(f"measures_{row.measures}", model.language), width=20
    ),
    Column("link", "xlsx_link", lambda model, row: words.strength_text(row, model.language), width=20),
    Column("mapping", "xlsx_mapping", lambda _, row: row.mapping, width=40),
    Column("linked_by", "xlsx_linked_by", lambda _, row: row.linked_by, width=40),
    Column("target_source", "xlsx_target_source", lambda _, row: row.target_source, width=40),
    Column(
        "caveat", "xlsx_caveat", lambda _, row: " ".join(note for note in (row.proxy, row.caveat) if note), width=50
    ),
)
# Long notes stay on one line, or they would stretch every row; printing stops before them.
ONE_LINE = ("mapping", "linked_by", "target_source", "caveat")
# Only of rows that have a status of the default method: the calculation, cell by cell.
WORKINGS = (
    Column("transform", "xlsx_transform", lambda _, row: row.transform, width=12),
    Column("d", "xlsx_direction", lambda _, row: row.assessed_direction, width=9),
    Column("limit", "xlsx_limit", lambda _, row: row.limit, width=8),
    Column(
        "a",
        "xlsx_assessed_baseline",
        lambda _, row: row.assessed_baseline,
        _TRANSFORM.replace("{0}", "{baseline}"),
        pattern="fine",
    ),
    Column(
        "b",
        "xlsx_assessed_latest",
        lambda _, row: row.assessed_latest,
        _TRANSFORM.replace("{0}", "{latest}"),
        pattern="fine",
    ),
    Column("t", "xlsx_assessed_target", lambda _, row: row.assessed_target, pattern="fine"),
    Column("l", "xlsx_level", lambda _, row: row.level if row.judged_as == "reading" else None, pattern="fine"),
    Column(
        "distance",
        "xlsx_distance",
        lambda _, row: row.distance,
        '=IF({l}="","",ABS({latest}-{target}))',
        pattern="value",
    ),
    Column("years", "xlsx_years_elapsed", lambda _, row: row.years_elapsed, "={latest_year}-{baseline_year}", width=8),
    Column("growth", "xlsx_growth", lambda _, row: row.growth_actual, "=({b}/{a})^(1/{years})-1", pattern="share"),
    Column(
        "needed",
        "xlsx_needed",
        lambda _, row: row.growth_required,
        '=IF({t}="","",({t}/{a})^(1/({target_year}-{baseline_year}))-1)',
        pattern="share",
    ),
    Column(
        "ratio",
        "xlsx_ratio",
        lambda _, row: row.quantity if row.quantity_kind == "ratio" else None,
        '=IF({t}="","",{d}*{growth}/ABS({needed}))',
        pattern="fine",
    ),
    Column(
        "c",
        "xlsx_cap",
        lambda _, row: row.cap,
        '=IF({t}<>"","",IF(OR({limit}="",{limit}=0),1,IF(ABS({a})>=2*ABS({limit}),1,IF(ABS({a})<=ABS({limit}),'
        "1-(ABS({a})/ABS({limit}))^4.44,1-((2*ABS({limit})-ABS({a}))/ABS({limit}))^4.44))))",
        pattern="fine",
    ),
    Column(
        "recomputed",
        "xlsx_recomputed",
        lambda model, row: words.status_text(row.default_status, model.language),
        _STATUS,
        width=26,
    ),
    Column(
        "gap",
        "xlsx_gap",
        lambda _, row: row.gap_closed,
        '=IF({t}="","",IF('
        + _MET
        + ',1,IF(OR({transform}="parity_ratio",{transform}="parity_percent"),1-ABS({t}-{latest})/ABS({t}-{baseline}),'
        "{d}*({b}-{a})/ABS({t}-{a}))))",
        pattern="share",
    ),
    Column(
        "time",
        "xlsx_time",
        lambda _, row: row.time_elapsed,
        '=IF({t}="","",MIN(1,{years}/({target_year}-{baseline_year})))',
        pattern="share",
    ),
)
