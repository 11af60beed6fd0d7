"""Where mistakes are made, and which tests have to notice them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.mutate.mutant import Mutant, one_line_mutants, read
from tests.mutate.python import python_edits
from tests.mutate.sql import sql_edits

# Called from a shell only, or empty but for words.
_LEFT_OUT = ("__main__.py", "__init__.py")


@dataclass(frozen=True)
class Place:
    """A part of the repository: its files, the tests that guard it, those to ask first, whether the store holds it."""

    name: str
    patterns: tuple[str, ...]
    tests: tuple[str, ...]
    first: tuple[str, ...] = ()
    builds_store: bool = False


_GOLDEN = ("tests/queries/test_golden.py",)
_IN_STORE = ("tests/queries", "tests/data/test_series_value.py")
PLACES = (
    Place("queries", ("queries/*/*.sql", "queries/*.py"), ("tests/queries",)),
    Place("queries/views", ("queries/views/*.sql",), _IN_STORE, _GOLDEN, builds_store=True),
    Place("queries/macros", ("queries/macros/*.sql",), _IN_STORE, _GOLDEN, builds_store=True),
    Place("data", ("data/*.py",), ("tests/data",)),
    Place("data/sql", ("data/*.sql",), ("tests/data", "tests/queries"), _GOLDEN, builds_store=True),
    Place("data/catalogue", ("data/catalogue/*.py",), ("tests/data",)),
    Place("data/importers", ("data/importers/**/*.py",), ("tests/data",), ("tests/data/test_excerpts.py",)),
    Place("pages/parts", ("pages/parts/**/*.py",), ("tests/pages", "tests/exports")),
)


def files(root: Path, place: Place) -> list[str]:
    """Return the files of a place, those of a place of their own left aside."""
    found = {path.relative_to(root).as_posix() for pattern in place.patterns for path in root.glob(pattern)}
    others = [other for other in PLACES if other.name.startswith(f"{place.name}/") and not other.name.endswith("sql")]
    inner = {path.relative_to(root).as_posix() for other in others for p in other.patterns for path in root.glob(p)}
    return sorted(file for file in found - inner if Path(file).name not in _LEFT_OUT)


def mutants(root: Path, place: Place) -> list[Mutant]:
    """Return every one-line mutant of a place."""
    found: list[Mutant] = []
    for file in files(root, place):
        text = read(root, file)
        found += one_line_mutants(file, text, sql_edits(text) if file.endswith(".sql") else python_edits(text))
    return found


def stages(root: Path, place: Place, mutant: Mutant) -> list[list[str]]:
    """Return what pytest is asked, in turn: the tests most likely to notice, then all tests of the place."""
    stem = Path(mutant.file).stem
    if mutant.file.endswith(".sql") and not place.builds_store:
        return [["tests/queries", "-k", stem], list(place.tests)]
    scripts = [path for folder in place.tests for path in sorted((root / folder).glob("test_*.py"))]
    naming = [path.relative_to(root).as_posix() for path in scripts if re.search(rf"\b{stem}\b", _text(path))]
    likely = list(dict.fromkeys([*place.first, *naming]))
    return [*([likely] if likely else []), list(place.tests)]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
