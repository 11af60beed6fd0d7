"""Draw one-line mistakes at random, make each in a copy of the tree, and see whether the tests notice.

`python -m tests.mutate queries data --count 300 --seed 7 --jobs 2 --minutes 5` first notes what each test reaches, then
writes one JSON line per mutant and a report into `test-results/mutate/`. Started again it goes on: what was killed
stays killed as long as its file is the same; what survived is tried again once a test has changed. Exit code 1 when
fewer than nine in ten were killed, 3 when time was over before all were tried.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.mutate import prepared, reach, report
from tests.mutate.choice import AFFORDED_SECONDS, Choice, files_of_tests, place_of_notes
from tests.mutate.mutant import Mutant
from tests.mutate.places import PLACES, Place, mutants
from tests.mutate.trial import KILLED, LIMIT_CPU_SECONDS, ask, copy_tree, make, outcome, undo

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results" / "mutate"
NOTES = RESULTS / "reach"
TIME_IS_OVER = 3

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
    ends = time.monotonic() + 60 * options.minutes
    chosen = [place for place in PLACES if _is_asked(place, options.places)]
    log = RESULTS / f"{options.seed}.jsonl"
    NOTES.mkdir(parents=True, exist_ok=True)
    wanted = drawn(chosen, options.count, options.seed)
    settled = _settled(log)
    waiting = [(place, mutant) for place, mutant in wanted if mutant.key not in settled]
    print(f"{len(wanted)} mutants, {len(waiting)} to try; log {log.relative_to(ROOT)}", flush=True)
    prepared.load()
    if waiting and not (_note_all(ends) and _Trials(log, options).all(waiting, ends)):
        return TIME_IS_OVER
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
    parser.add_argument("--seconds", type=float, default=AFFORDED_SECONDS, help="of tests that a mutant is shown to")
    parser.add_argument("--minutes", type=float, default=600, help="after which no other mutant is begun")
    return parser.parse_args(arguments)


def _is_asked(place: Place, asked: list[str]) -> bool:
    return not asked or any(place.name == name or place.name.startswith(f"{name}/") for name in asked)


def _note_all(ends: float) -> bool:
    """Note what the tests of every file reach that has changed since; False when time is over."""
    for file in files_of_tests(ROOT):
        target = place_of_notes(NOTES, file)
        if reach.is_noted(ROOT, file, target):
            continue
        if time.monotonic() > ends:
            return False
        output = target.with_suffix(".log")
        copy = prepared.start(partial(_noted, file, target), output, reach.LIMIT_CPU_SECONDS)
        code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
        print(f"{file}: {'noted' if code == 0 else f'a test fails as it stands, see {output}'}", flush=True)
        if not target.is_file():
            raise SystemExit(f"{file} cannot be run, see {output}")
    return True


def _noted(file: str, target: Path) -> int:
    prepared.stand_in(ROOT)
    return reach.note(ROOT, file, target)


class _Trials:
    """The mutants that are to be tried, shared out among as many processes as there are jobs, a tree for each."""

    def __init__(self, log: Path, options: argparse.Namespace) -> None:
        self.log, self.jobs = log, options.jobs
        self.choice = Choice(ROOT, NOTES, options.seconds)
        self.texts = prepared.modules_of(ROOT)
        self.tests = _tests()

    def all(self, waiting: list[Drawn], ends: float) -> bool:
        """Try one after the other; False when time was over before."""
        with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
            trees = [copy_tree(ROOT, Path(folder) / str(number)) for number in range(self.jobs)]
            copies = [
                prepared.start(partial(self._share, tree, waiting[number :: self.jobs], ends))
                for number, tree in enumerate(trees)
            ]
            codes = [os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) for copy in copies]
        return not any(codes)

    def _share(self, tree: Path, waiting: list[Drawn], ends: float) -> int:
        prepared.stand_in(tree)
        prepared.load_project(tree)
        for place, mutant in waiting:
            if time.monotonic() > ends:
                return TIME_IS_OVER
            self._try(tree, place, mutant)
        return 0

    def _try(self, tree: Path, place: Place, mutant: Mutant) -> None:
        started, output = time.monotonic(), tree.with_suffix(".log")
        make(tree, mutant)
        asked = self.choice.tests(mutant)
        copy = prepared.start(partial(self._ask, tree, mutant, asked), output, LIMIT_CPU_SECONDS)
        code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
        undo(ROOT, tree, mutant)
        said = output.read_text(encoding="utf-8", errors="replace")
        what, seconds = outcome(mutant, code, said), round(time.monotonic() - started, 1)
        row = {"place": place.name, "key": mutant.key, **asdict(mutant), "outcome": what, "seconds": seconds}
        row |= {"said": report.last_words(said), "stands": reach.digest(ROOT / mutant.file), "tests": self.tests}
        with self.log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(f"{what:8} {seconds:6} s  {mutant.file}:{mutant.line}  {mutant.after}", flush=True)

    def _ask(self, tree: Path, mutant: Mutant, tests: list[str]) -> int:
        if mutant.file.endswith(".py"):
            prepared.let_go(prepared.reached_by(prepared.module_name(mutant.file), self.texts))
        return ask(tree, mutant, tests)


def _settled(log: Path) -> set[str]:
    """Return the mutants whose outcome still holds."""
    tests = _tests()
    rows = [row for row in _rows(log).values() if (ROOT / str(row["file"])).is_file()]
    same = [row for row in rows if row["stands"] == reach.digest(ROOT / str(row["file"]))]
    return {str(row["key"]) for row in same if row["outcome"] == KILLED or row["tests"] == tests}


def _rows(log: Path) -> dict[str, Row]:
    """Return the newest row of each mutant."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return {row["key"]: row for row in map(json.loads, lines)}


def _tests() -> str:
    return reach.digest(*sorted(p for p in (ROOT / "tests").rglob("*") if p.suffix in {".py", ".yaml", ".csv"}))


if __name__ == "__main__":
    sys.exit(main())
