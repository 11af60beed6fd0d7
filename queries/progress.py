"""Check the progress methods against a file of published assessments: `python -m queries.progress FILE.csv`.

Each row gives a series' base and latest value and the status its publisher printed. The methods are the SQL macros the
dashboard itself uses, run here in memory without the store. Printed per row: progress value, score, status and, where
the file says otherwise, what it says. Exit code 1 when any row differs.

Known difference: UNDP's Kazakhstan file calls energy intensity (7.3.1, EG_EGY_PRIM) a deterioration by the ratio to
a target that it does not print; without that target the 2022 method can only read its growth of 0.9 % as limited
progress.

Columns read (two spellings are known for some): indicator, series, base_year, base_value, current_year | latest_year,
current_value | latest_value, target, target_year, direction (1, -1, increase, decrease, not decrease), limit, method,
cagr_limits, and for comparison progress_value, score, status. Absent columns and `null` count as empty.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

MACROS = Path(__file__).resolve().parent / "macros"
METHODS = {
    "open_sdg": "select progress_value, score, status from open_sdg_assess('assessed_row')",
    "unsd2022": "select progress_value, score, status from unsd2022_assess('assessed_row')",
}
DIRECTIONS = {"increase": 1, "not decrease": 1, "decrease": -1, "positive": 1, "negative": -1}
VALUE_TOLERANCE = 1e-9
SCORE_TOLERANCE = 1e-6
# How publishers word the classes of the 2022 method, as codes.
WORDINGS = {
    "fair progress but acceleration needed": "fair_progress",
    "limited or no progress": "limited_progress",
}


@dataclass(frozen=True)
class Assessment:
    """One computed or published answer for one row; None where there is none to compare."""

    progress_value: float | None
    score: float | None
    status: str | None


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file as rows of stripped text; `null`, `None` and `nan` become empty."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    empty = {"null", "none", "nan"}
    stripped = [{key.strip(): (value or "").strip() for key, value in row.items() if key} for row in rows]
    return [{key: "" if value.lower() in empty else value for key, value in row.items()} for row in stripped]


def assess(rows: list[dict[str, str]], method: str) -> list[Assessment]:
    """Run one method over all rows, in their order."""
    connection = duckdb.connect(config={"enable_external_access": "false"})
    for name in ("progress_open_sdg.sql", "progress_other_methods.sql"):
        connection.execute((MACROS / name).read_text(encoding="utf-8"))
    connection.execute(
        "create table assessed_row (row_id integer, method text, base_value double, base_year double, value double, "
        "year double, target double, target_year double, direction integer, natural_limit double, fast double, "
        "fair double, loss double)"
    )
    connection.executemany(
        "insert into assessed_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_inputs(number, row) for number, row in enumerate(rows)],
    )
    return [Assessment(*answer) for answer in connection.execute(METHODS[method]).fetchall()]


def differs(computed: Assessment, row: dict[str, str]) -> bool:
    """Tell whether a row's own progress_value, score or status is another than the computed one."""
    return (
        _number_differs(computed.progress_value, row, "progress_value", VALUE_TOLERANCE)
        or _number_differs(computed.score, row, "score", SCORE_TOLERANCE)
        or ("status" in row and computed.status != status_code(row["status"]))
    )


def status_code(wording: str) -> str:
    """Turn a published status ("On Track") into its code ("on_track")."""
    lowered = wording.strip().lower()
    return WORDINGS.get(lowered, lowered.replace(" ", "_"))


def _inputs(number: int, row: dict[str, str]) -> tuple[object, ...]:
    direction = row.get("direction", "").lower()
    # Open SDG treats a series without a stated direction as one that should fall.
    sign = DIRECTIONS.get(direction) or (1 if (_number(direction) or -1) > 0 else -1)
    limits = row.get("cagr_limits")
    fast, fair, loss = json.loads(limits) if limits else (0.01, 0.005 * sign, -0.01)
    return (
        number,
        row.get("method") or ("CAGRR" if row.get("target") else "CAGRA"),
        _number(row.get("base_value")),
        _number(row.get("base_year")),
        _number(row.get("current_value") or row.get("latest_value")),
        _number(row.get("current_year") or row.get("latest_year")),
        _number(row.get("target")),
        _number(row.get("target_year")) or 2030.0,
        sign,
        _number(row.get("limit")),
        fast,
        fair * sign,
        loss,
    )


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def _number_differs(computed: float | None, row: dict[str, str], column: str, tolerance: float) -> bool:
    if column not in row:
        return False
    published = _number(row[column])
    if computed is None or published is None:
        return computed is not published
    return abs(computed - published) > tolerance


def main(arguments: list[str] | None = None) -> int:
    """Print one line per row and the count of rows that differ; return 1 when any does."""
    parser = argparse.ArgumentParser(prog="python -m queries.progress", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--method", choices=sorted(METHODS), default="open_sdg")
    options = parser.parse_args(arguments)
    if not options.file.is_file():
        parser.error(f"no such file: {options.file}")
    rows = read_rows(options.file)
    different = 0
    for row, computed in zip(rows, assess(rows, options.method), strict=True):
        label = row.get("series") or row.get("indicator", "")
        line = f"{label}\t{computed.progress_value}\t{computed.score}\t{computed.status}"
        if differs(computed, row):
            different += 1
            line += f"\tfile: {row.get('progress_value', '')} {row.get('score', '')} {row.get('status', '')}".rstrip()
        print(line)
    print(f"{different} of {len(rows)} rows differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
