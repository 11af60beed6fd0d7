"""Draw one-line mistakes at random, make each in a copy of the tree, and see whether the tests notice.

`python -m tests.mutate queries data --count 300 --seed 7 --jobs 2` writes one JSON line per mutant and a report into
`test-results/mutate/`. Started again it goes on: what was killed stays killed as long as its file is the same; what
survived is tried again once a test has changed. Exit code 1 when fewer than nine in ten were killed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutate import report
from tests.mutate.mutant import Mutant
from tests.mutate.places import PLACES, Place, mutants
from tests.mutate.trial import KILLED, copy_tree, limit_work, passes, told, tried

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results" / "mutate"

Drawn = tuple[Place, Mutant]
Row = report.Row


def drawn(chosen: Iterable[Place], count: int, seed: int) -> list[Drawn]:
    """Draw lines at random, then a kind of mistake, then the mistake, so that long lines and texts do not dominate."""
    chance = random.Random(seed)
    by_line: dict[tuple[str, int], dict[str, list[Drawn]]] = {}
    for place in chosen:
        for mutant in mutants(ROOT, place):
            kinds = by_line.setdefault((mutant.file, mutant.line), {})
            kinds.setdefault(mutant.kind, []).append((place, mutant))
    lines = [by_line[line] for line in sorted(by_line)]
    picked = chance.sample(lines, min(count, len(lines)))
    return [chance.choice(kinds[chance.choice(sorted(kinds))]) for kinds in picked]


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants that are not yet settled, write the report, and say whether the aim is met."""
    options = _options(arguments)
    limit_work()
    chosen = [place for place in PLACES if _is_asked(place, options.places)]
    log = RESULTS / f"{options.seed}.jsonl"
    log.parent.mkdir(parents=True, exist_ok=True)
    wanted = drawn(chosen, options.count, options.seed)
    settled = _settled(log)
    waiting = [(place, mutant) for place, mutant in wanted if mutant.key not in settled]
    print(f"{len(wanted)} mutants, {len(waiting)} to try; log {log.relative_to(ROOT)}", flush=True)
    if waiting and not _try_all(waiting, log, options.jobs):
        return 2
    rows = [row for row in _rows(log).values() if row["key"] in {mutant.key for _, mutant in wanted}]
    text = report.written(rows, options.seed)
    log.with_suffix(".md").write_text(text, encoding="utf-8")
    print(text)
    return 0 if report.percent(rows) >= report.AIM_PERCENT else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__.splitlines()[0])
    parser.add_argument("places", nargs="*", help="queries, data, pages, or a part of them; all by default")
    parser.add_argument("--count", type=int, default=300, help="mutants to draw")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same mutants")
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at the same time")
    return parser.parse_args(arguments)


def _is_asked(place: Place, asked: list[str]) -> bool:
    return not asked or any(place.name == name or place.name.startswith(f"{name}/") for name in asked)


def _try_all(waiting: list[Drawn], log: Path, jobs: int) -> bool:
    """Try each in one of `jobs` copies of the tree; False when the tests fail on the tree as it stands."""
    tests = _tests(ROOT)
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder, ThreadPoolExecutor(jobs) as pool:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            trees.put(copy_tree(ROOT, Path(folder) / str(number)))
        if not _is_sound(trees, {folder for place, _ in waiting for folder in place.tests}):
            return False
        with log.open("a", encoding="utf-8") as file:
            for row in pool.map(lambda pair: _try(trees, *pair), waiting):
                file.write(json.dumps({**row, "tests": tests}, ensure_ascii=False) + "\n")
                file.flush()
                where = f"{row['file']}:{row['line']}"
                print(f"{row['outcome']:8} {row['seconds']:6} s  {where}  {row['after']}", flush=True)
    return True


def _is_sound(trees: SimpleQueue[Path], tests: Iterable[str]) -> bool:
    tree = trees.get()
    failing = [folder for folder in sorted(tests) if not passes(tree, folder)]
    trees.put(tree)
    if failing:
        print(f"{', '.join(failing)}: a test fails before anything is changed", file=sys.stderr)
    return not failing


def _try(trees: SimpleQueue[Path], place: Place, mutant: Mutant) -> Row:
    tree = trees.get()
    try:
        stands = _digest([tree / mutant.file])
        return {"place": place.name, **told(mutant, tried(tree, place, mutant)), "stands": stands}
    finally:
        trees.put(tree)


def _settled(log: Path) -> set[str]:
    """Return the mutants whose outcome still holds."""
    tests = _tests(ROOT)
    rows = [row for row in _rows(log).values() if (ROOT / str(row["file"])).is_file()]
    same = [row for row in rows if row["stands"] == _digest([ROOT / str(row["file"])])]
    return {str(row["key"]) for row in same if row["outcome"] == KILLED or row["tests"] == tests}


def _rows(log: Path) -> dict[str, Row]:
    """Return the newest row of each mutant."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return {row["key"]: row for row in map(json.loads, lines)}


def _tests(root: Path) -> str:
    return _digest(sorted(path for path in (root / "tests").rglob("*") if path.suffix in {".py", ".yaml", ".csv"}))


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
