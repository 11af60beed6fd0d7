"""Which tests a mutant is shown to, the one most likely to notice first, and no more than can be afforded."""

from __future__ import annotations

import ast
import json
import re
from functools import cached_property
from pathlib import Path

from tests.mutate.mutant import Mutant, read
from tests.mutate.prepared import importers, module_name, modules_of

AFFORDED_SECONDS = 10.0
FOLDERS = ("queries", "data", "charts", "cards", "pages", "exports")
_BUILT_IN = ("views", "macros")
MADE = re.compile(r"create or replace (table|view|macro) (\w+)")


def files_of_tests(root: Path) -> list[str]:
    """Return the files of tests that need no browser."""
    found = [path for folder in FOLDERS for path in (root / "tests" / folder).glob("test_*.py")]
    return sorted(path.relative_to(root).as_posix() for path in found)


def place_of_notes(notes: Path, file: str) -> Path:
    """Return where it is noted what the tests of a file reach."""
    return notes / f"{file.replace('/', '-')}.json"


class Choice:
    """What is noted of all tests, asked for one mutant after the other."""

    def __init__(self, root: Path, notes: Path, afforded: float = AFFORDED_SECONDS) -> None:
        self.root, self.afforded = root, afforded
        self.reached: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        for file in files_of_tests(root):
            told = json.loads(place_of_notes(notes, file).read_text(encoding="utf-8"))["tests"]
            for test, found in told.items():
                self.reached[test] = set(found["reached"])
                self.seconds[test] = found["seconds"]

    def tests(self, mutant: Mutant) -> list[str]:
        """Return the tests to ask, file by file."""
        wanted = self._names(mutant)
        direct = {test for test, names in self.reached.items() if not names.isdisjoint(wanted)}
        naming = self._naming(mutant)
        if mutant.file.startswith("queries/macros/"):
            # These are asked by themselves, on an engine of their own.
            direct |= {test for test in self.reached if _file(test) in naming}
        beside = {_file(test) for test in direct} | naming
        asked = [test for test in self.reached if _file(test) in beside]
        chosen = f"[{Path(mutant.file).stem}-"
        asked.sort(key=lambda test: (chosen not in test, self._rank(test, direct, naming), self.seconds[test]))
        return _by_file(self._afforded(asked))

    def _rank(self, test: str, direct: set[str], naming: set[str]) -> int:
        if test in direct:
            return 0 if _file(test) in naming else 1 if "test_golden" in test else 2
        return 3 if _file(test) in naming else 4

    def _afforded(self, tests: list[str]) -> list[str]:
        kept, spent = [], 0.0
        for test in tests:
            spent += self.seconds[test]
            if spent > self.afforded and kept:
                break
            kept.append(test)
        return kept

    def _names(self, mutant: Mutant) -> set[str]:
        """Return what a test must reach to meet the mutant."""
        if mutant.file.endswith(".sql"):
            folder, stem = mutant.file.split("/")[-2:]
            if mutant.file.startswith("data/"):
                return {"data/store/fill.py::fill", *(f"{name}.sql" for name in self.queries)}
            return {f"{name}.sql" for name in self._asking(mutant)} if folder in _BUILT_IN else {stem}
        function = enclosing(read(self.root, mutant.file), mutant.line)
        if function:
            return {f"{mutant.file}::{function}"}
        homes = {f"{name.replace('.', '/')}.py" for name in importers(module_name(mutant.file), self._modules)}
        return {name for name in self._functions if name.split("::")[0] in {mutant.file, *homes}}

    def _asking(self, mutant: Mutant) -> set[str]:
        texts = {file: read(self.root, file) for file in built(self.root)}
        stems = {Path(file).stem for file in [mutant.file, *downstream(texts, mutant.file)]}
        names = {name for file in texts if Path(file).stem in stems for _, name in MADE.findall(texts[file])}
        told = re.compile(rf"\b({'|'.join(sorted(names))})\b")
        return {name for name, text in self.queries.items() if told.search(text)}

    def _naming(self, mutant: Mutant) -> set[str]:
        made = MADE.findall(read(self.root, mutant.file)) if mutant.file.endswith(".sql") else []
        told = re.compile(rf"\b({'|'.join([Path(mutant.file).stem, *(name for _, name in made)])})\b")
        return {file for file, text in self._texts.items() if told.search(text)}

    @cached_property
    def queries(self) -> dict[str, str]:
        """The text of every query."""
        found = [path for path in (self.root / "queries").glob("*/*.sql") if path.parent.name not in _BUILT_IN]
        return {path.stem: path.read_text(encoding="utf-8") for path in sorted(found)}

    @cached_property
    def _functions(self) -> set[str]:
        return set().union(*self.reached.values())

    @cached_property
    def _modules(self) -> dict[str, str]:
        return modules_of(self.root)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {file: read(self.root, file) for file in files_of_tests(self.root)}


def enclosing(text: str, line: int) -> str:
    """Return the function or method that a line stands in, as `Class.method`; nothing outside of any."""
    for node in ast.parse(text).body:
        for name, part in [(node.name, node)] if isinstance(node, ast.FunctionDef) else _methods(node):
            if part.lineno <= line <= part.end_lineno:
                return name
    return ""


def _methods(node: ast.stmt) -> list[tuple[str, ast.FunctionDef]]:
    if not isinstance(node, ast.ClassDef):
        return []
    return [(f"{node.name}.{part.name}", part) for part in node.body if isinstance(part, ast.FunctionDef)]


def built(root: Path) -> list[str]:
    """Return the files that the tables, views and macros of the store are made of."""
    found = [path for folder in ("views", "macros") for path in sorted((root / "queries" / folder).glob("*.sql"))]
    return [path.relative_to(root).as_posix() for path in found]


def downstream(texts: dict[str, str], file: str) -> list[str]:
    """Return the files of the store that name, themselves or through others, what a file makes."""
    made = {name for _, name in MADE.findall(texts[file])}
    found: list[str] = []
    while True:
        told = re.compile(rf"\b({'|'.join(sorted(made))})\b")
        fresh = [other for other in texts if other not in (file, *found) and told.search(texts[other])]
        if not fresh:
            return found
        found += fresh
        made |= {name for other in fresh for _, name in MADE.findall(texts[other])}


def _file(test: str) -> str:
    return test.split("::")[0]


def _by_file(tests: list[str]) -> list[str]:
    order = {file: place for place, file in reversed(list(enumerate(map(_file, tests))))}
    return sorted(tests, key=lambda test: order[_file(test)])
