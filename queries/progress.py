"""Check the progress methods against a file of published assessments: `python -m queries.progress FILE.csv`.

Each row gives a series' base and latest value and what its publisher printed (`queries/progress_file.py` names the
columns). The methods are the SQL macros the dashboard itself uses, run here in memory without the store. Printed per
row: progress value, score, status and, where the file says otherwise, what it says. Exit code 0 when every assessed row
agrees, 1 when any row differs, 2 when the file cannot be read or not one of its rows can be assessed.

Known difference: UNDP's Kazakhstan file calls energy intensity (7.3.1, EG_EGY_PRIM) a deterioration by the ratio to
a target that it does not print; without that target the 2022 method can only read its growth of 0.9 % as limited
progress.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import duckdb

from data.readers.refusal import InputRefusedError
from queries.progress_file import Assessment, PublishedRow, read_published

MACROS = Path(__file__).resolve().parent / "macros"
METHODS = {
    "open_sdg": "select progress_value, score, status from open_sdg_assess('assessed_row')",
    "unsd2022": "select progress_value, score, status from unsd2022_assess('assessed_row')",
}
# What the methods answer where they cannot assess: no agreement, even where the publisher could not either.
UNASSESSED = frozenset({"not_available", "insufficient_data", "no_data_after_2015"})
TOLERANCES = {"progress_value": 1e-9, "score": 1e-6}


def assess(rows: list[PublishedRow], method: str) -> list[Assessment]:
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


def outcome(computed: Assessment, row: PublishedRow) -> str:
    """`agrees`, `differs`, or `unassessed` where the method and the publisher both have no answer."""
    if any(_differs(computed, row, column) for column in row.compared):
        return "differs"
    return "unassessed" if computed.status in UNASSESSED else "agrees"


def _inputs(number: int, row: PublishedRow) -> tuple[object, ...]:
    fast, fair, loss = row.cagr_limits
    return (
        number,
        row.method,
        row.base_value,
        row.base_year,
        row.current_value,
        row.current_year,
        row.target,
        row.target_year,
        row.direction,
        row.limit,
        fast,
        # The macro compares growth in the wished direction, the published limit is signed.
        fair * row.direction,
        loss,
    )


def _differs(computed: Assessment, row: PublishedRow, column: str) -> bool:
    mine, published = getattr(computed, column), getattr(row.published, column)
    if column == "status":
        return mine != published
    if mine is None or published is None:
        return mine is not published
    return abs(mine - published) > TOLERANCES[column]


def _line(row: PublishedRow, computed: Assessment, found: str) -> str:
    line = f"{row.series}\t{computed.progress_value}\t{computed.score}\t{computed.status}"
    published = [str(getattr(row.published, column)) for column in row.compared]
    return f"{line}\tfile: {' '.join(published)}" if found == "differs" else line


def check_file(path: Path, method: str) -> int:
    """Print one line per row and the count of each outcome; the exit code."""
    rows, not_read = read_published(path)
    if not_read:
        print(f"columns not read: {', '.join(not_read)}", file=sys.stderr)
    found: Counter[str] = Counter()
    for row, computed in zip(rows, assess(rows, method), strict=True):
        found[answer := outcome(computed, row)] += 1
        print(_line(row, computed, answer))
    print(f"{found['differs']} of {len(rows)} rows differ, {found['agrees']} agree, {found['unassessed']} not assessed")
    if found["differs"]:
        return 1
    return 0 if found["agrees"] else 2


def main(arguments: list[str] | None = None) -> int:
    """Check one file; bad input is named on standard error."""
    parser = argparse.ArgumentParser(prog="python -m queries.progress", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--method", choices=sorted(METHODS), default="open_sdg")
    options = parser.parse_args(arguments)
    try:
        return check_file(options.file, options.method)
    except InputRefusedError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
