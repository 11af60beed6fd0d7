"""Time every query of `queries/` on the real store, warm, with the parameters its comment declares as an example.

`python -m benchmarks.queries` prints one line per query, slowest first; exit code 1 when a median exceeds the limit or
a query declares no usable example. A median over the limit is taken again, up to three times, and the smallest counts:
other work on the machine can slow a run down but never speed it up. The machine's load is printed with the result.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time

from queries.errors import QueryError
from queries.heads import HeadError, read_head
from queries.runner import query_names, run, sql_text

REPETITIONS = 15
ATTEMPTS = 3
LIMIT_MILLISECONDS = 20.0


def median_milliseconds(name: str, repetitions: int = REPETITIONS) -> tuple[float, int]:
    """Return the median time of a warm run and the number of rows; the first run is not counted."""
    given = read_head(sql_text(name)).example
    rows = len(run(name, **given))
    times = []
    for _ in range(repetitions):
        started = time.perf_counter()
        run(name, **given)
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times), rows


def measured_within(name: str, limit: float) -> tuple[float, int]:
    """Return the smallest of up to three medians, stopping at the first within the limit, and the number of rows."""
    best, rows = median_milliseconds(name)
    for _ in range(ATTEMPTS - 1):
        if best <= limit:
            break
        best = min(best, median_milliseconds(name)[0])
    return best, rows


def main(arguments: list[str] | None = None) -> int:
    """Print the medians; return 1 when one is over the limit or a query fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="queries to time; all by default")
    parser.add_argument("--limit", type=float, default=LIMIT_MILLISECONDS, help="milliseconds a median may take")
    options = parser.parse_args(arguments)
    measured, failed = [], []
    for name in options.names or query_names():
        try:
            measured.append((*measured_within(name, options.limit), name))
        except (QueryError, HeadError) as error:
            failed.append(str(error).splitlines()[0])
    for milliseconds, rows, name in sorted(measured, reverse=True):
        print(f"{milliseconds:7.1f} ms {rows:6} rows  {name}{'  OVER' if milliseconds > options.limit else ''}")
    print(*failed, sep="\n", end="\n" if failed else "")
    over = sum(milliseconds > options.limit for milliseconds, _, _ in measured)
    load = os.getloadavg()[0]
    print(f"{len(measured)} queries, {over} over {options.limit:g} ms, {len(failed)} failed; load {load:.1f}")
    return 1 if over or failed else 0


if __name__ == "__main__":
    sys.exit(main())
