"""Try one mutant in a copy of the tree, where nothing that matters can be harmed."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.mutate.mutant import Mutant, read
from tests.mutate.places import Place, stages

KILLED, SURVIVED, INVALID = "killed", "survived", "invalid"
LIMIT_CPU_SECONDS = 600
# A text that the engine cannot even read is no mistake that anybody could make unnoticed.
_UNREADABLE = re.compile(r"(Parser|Binder|Catalog) Error")
_TESTED = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--tb=short", "-n", "0")


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: killed, survived or invalid, by which stage, after how many seconds."""

    outcome: str
    stage: str
    seconds: float


def limit_work() -> None:
    """Let no process that is started from here work for ever; a busy machine, which makes all wait, kills none."""
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_CPU_SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def copy_tree(root: Path, target: Path) -> Path:
    """Copy what git knows and what a run needs beside it: the store, the drawing library, the packages."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        source, copied = root / name, target / name
        if source.is_file() and not source.is_symlink():
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copied)
    for store in (root / "data").glob("store*.duckdb"):
        shutil.copy2(store, target / "data" / store.name, follow_symlinks=False)
    shutil.copytree(root / "static" / "plotly", target / "static" / "plotly", dirs_exist_ok=True)
    return target


def tried(tree: Path, place: Place, mutant: Mutant) -> Outcome:
    """Make the mistake, ask the tests until one fails, and undo it."""
    text = read(tree, mutant.file)
    started = time.monotonic()
    (tree / mutant.file).write_text(mutant.applied(text), encoding="utf-8")
    try:
        outcome, stage = _asked(tree, place, mutant)
    finally:
        (tree / mutant.file).write_text(text, encoding="utf-8")
        if place.builds_store:
            _run(tree, ["-m", "data.store"])
    return Outcome(outcome, stage, round(time.monotonic() - started, 1))


def passes(tree: Path, tests: str) -> bool:
    """Tell whether a folder of tests passes on the tree as it stands."""
    return _run(tree, ["-m", "pytest", *_TESTED, tests]).returncode == 0


def told(mutant: Mutant, outcome: Outcome) -> dict[str, object]:
    """Return both as one flat row."""
    return {"key": mutant.key, **asdict(mutant), **asdict(outcome)}


def _asked(tree: Path, place: Place, mutant: Mutant) -> tuple[str, str]:
    if place.builds_store:
        built = _run(tree, ["-m", "data.store"])
        if built.returncode:
            return (INVALID if _UNREADABLE.search(built.stderr) else KILLED), "store"
    for stage in stages(tree, place, mutant):
        asked = _run(tree, ["-m", "pytest", *_TESTED, *stage])
        # Exit code 5: no test has the name, so there is nothing to learn from this stage.
        if asked.returncode not in (0, 5):
            unreadable = mutant.file.endswith(".sql") and _UNREADABLE.search(asked.stdout)
            return (INVALID if unreadable else KILLED), " ".join(stage)
    return SURVIVED, ""


def _run(tree: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    # Compiled modules are dated by the second, so a mutant as long as its original would not be seen.
    alone = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)}
    environment = {key: value for key, value in os.environ.items() if key != "SDG_STORE"} | alone
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tree, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
