"""What became of the mutants, in words and figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import yaml

from tests.mutate.trial import KILLED, SURVIVED

EQUIVALENT = Path(__file__).parent / "equivalent.yaml"
AIM_PERCENT = 90.0
Row = dict[str, object]


def accepted() -> dict[tuple[str, str, str], str]:
    """Return the mutants that change nothing a reader sees: file, line before, line after -> why."""
    entries = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or []
    return {(entry["file"], entry["before"], entry["after"]): entry["why"] for entry in entries}


def survivors(rows: list[Row]) -> list[Row]:
    """Return the mutants that no test noticed and nobody accepted."""
    known = accepted()
    return [row for row in rows if row["outcome"] == SURVIVED and _identity(row) not in known]


def percent(rows: list[Row]) -> float:
    """Return how many of the mutants that count were killed; accepted and unreadable ones do not count."""
    killed = sum(row["outcome"] == KILLED for row in rows)
    counted = killed + len(survivors(rows))
    return 100.0 * killed / counted if counted else 100.0


def written(rows: list[Row], seed: int) -> str:
    """Return the report in Markdown: a line per place, then every survivor with its line before and after."""
    places = sorted({str(row["place"]) for row in rows})
    lines = [
        f"# {len(rows)} mutants, seed {seed}: {percent(rows):.1f} % killed",
        "",
        "| place | drawn | killed | survived | accepted | unreadable | killed, per cent |",
        "|---|---|---|---|---|---|---|",
        *(_place_line(place, [row for row in rows if row["place"] == place]) for place in places),
        "",
        *(line for row in survivors(rows) for line in _survivor(row)),
    ]
    return "\n".join(lines) + "\n"


def last_words(said: str) -> str:
    """Return the line of a run of tests that says which of them noticed."""
    failed = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))]
    return failed[-1][:200] if failed else ""


def _place_line(place: str, rows: list[Row]) -> str:
    outcomes = Counter(str(row["outcome"]) for row in rows)
    left = len(survivors(rows))
    cells = (place, len(rows), outcomes[KILLED], left, outcomes[SURVIVED] - left, outcomes["invalid"])
    return f"| {' | '.join(str(cell) for cell in cells)} | {percent(rows):.1f} |"


def _survivor(row: Row) -> list[str]:
    return [f"- `{row['file']}:{row['line']}` ({row['kind']})", f"  - `{row['before']}`", f"  - `{row['after']}`"]


def _identity(row: Row) -> tuple[str, str, str]:
    return str(row["file"]), str(row["before"]), str(row["after"])
