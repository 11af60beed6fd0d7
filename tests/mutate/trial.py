"""Try one mutant in a copy of the tree, where nothing that matters can be harmed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutate.choice import MADE, built, downstream
from tests.mutate.mutant import Mutant, read
from tests.mutate.reach import FAST, QUIET

KILLED, SURVIVED, INVALID = "killed", "survived", "invalid"
LIMIT_CPU_SECONDS = 90
# A text that the engine cannot even read is no mistake that anybody could make unnoticed.
UNREADABLE = re.compile(r"(Parser|Binder|Catalog) Error")
_REFUSED = 71
_PASSED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
_STORE = "store.mutant.duckdb"


@dataclass(frozen=True)
class Order:
    """A plugin of pytest that keeps the tests that are asked, in the order in which they are asked."""

    tests: Sequence[str]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort what was collected; a test whose name the mutant has changed is not asked."""
        places = {test: place for place, test in enumerate(self.tests)}
        items[:] = sorted((item for item in items if item.nodeid in places), key=lambda item: places[item.nodeid])


def copy_tree(root: Path, target: Path) -> Path:
    """Copy what git knows and what a run needs beside it: compiled modules, the store, the drawing library."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        source, copied = root / name, target / name
        if source.is_file() and not source.is_symlink():
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copied)
    for folder in ("data", "pages", "queries", "tests"):
        for compiled in (root / folder).rglob("__pycache__"):
            shutil.copytree(compiled, target / compiled.relative_to(root), dirs_exist_ok=True)
    shutil.copy2((root / "data" / "store.duckdb").resolve(), target / "data" / "store.duckdb")
    shutil.copytree(root / "static" / "plotly", target / "static" / "plotly", dirs_exist_ok=True)
    # Some tests ask which files are kept.
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=target, check=True, capture_output=True)
    return target


def make(tree: Path, mutant: Mutant) -> None:
    """Make the mistake; what was compiled of the file no longer counts."""
    text = read(tree, mutant.file)
    (tree / mutant.file).write_text(mutant.applied(text), encoding="utf-8")


def undo(root: Path, tree: Path, mutant: Mutant) -> None:
    """Put the file back, its date with it, and remove the store that was made of it."""
    shutil.copy2(root / mutant.file, tree / mutant.file)
    (tree / "data" / _STORE).unlink(missing_ok=True)


def ask(tree: Path, mutant: Mutant, tests: Sequence[str]) -> int:
    """Run the tests where this process stands; to be called in a process of its own."""
    if mutant.file.startswith(("queries/views/", "queries/macros/", "data/")) and mutant.file.endswith(".sql"):
        problem = _rebuilt(tree, mutant.file)
        if problem:
            print(problem)
            return _REFUSED
    files = list(dict.fromkeys(test.split("::")[0] for test in tests))
    return int(pytest.main([*QUIET, *FAST, "-x", *files], plugins=[Order(tests)])) if files else 0


def outcome(mutant: Mutant, code: int, said: str) -> str:
    """Return what became of a mutant whose process ended with `code` and said this."""
    if code in _PASSED:
        return SURVIVED
    return INVALID if mutant.file.endswith(".sql") and UNREADABLE.search(said) else KILLED


def _rebuilt(tree: Path, file: str) -> str:
    """Make a store with the mutant in it, of the sound one where it can be; return why there is none."""
    # The tree's own modules: what this process had loaded of them was let go.
    import duckdb

    from data.catalogue_files import CATALOGUE
    from data.store.fill import StoreRefusedError, fill
    from data.tidy import FIGURES

    store = tree / "data" / _STORE
    os.environ["SDG_STORE"] = str(store)
    try:
        if file.startswith("data/"):
            fill(store, CATALOGUE, FIGURES)
        else:
            shutil.copy2(tree / "data" / "store.duckdb", store)
            _define_again(tree, store, file)
    except (duckdb.Error, StoreRefusedError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _define_again(tree: Path, store: Path, file: str) -> None:
    """Make anew what a file defines and every table that is made of it."""
    import duckdb

    from data.store.fill import define, refuse_contradictions

    texts = {other: read(tree, other) for other in built(tree)}
    follows = [other for other in downstream(texts, file) if other.startswith("queries/views/")]
    with duckdb.connect(str(store)) as connection:
        connection.execute(texts[file])
        for kind, name in [made for other in follows for made in MADE.findall(texts[other])]:
            connection.execute(f"drop {kind} if exists {name}")
        define(connection, [tree / other for other in follows])
        refuse_contradictions(connection)
