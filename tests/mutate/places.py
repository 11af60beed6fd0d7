"""Where mistakes are made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.mutate.mutant import Mutant, one_line_mutants, read
from tests.mutate.python import python_edits
from tests.mutate.sql import sql_edits

# Called from a shell only, or empty but for words.
_LEFT_OUT = ("__main__.py", "__init__.py")


@dataclass(frozen=True)
class Place:
    """A part of the repository and its files."""

    name: str
    patterns: tuple[str, ...]


PLACES = (
    Place("queries", ("queries/*/*.sql", "queries/*.py")),
    Place("queries/views", ("queries/views/*.sql",)),
    Place("queries/macros", ("queries/macros/*.sql",)),
    Place("data", ("data/*.py", "data/catalogue/*.py")),
    Place("data/tables", ("data/*.sql",)),
    Place("data/gate", ("data/gate/*.py",)),
    Place("data/importers", ("data/importers/**/*.py",)),
    Place("data/readers", ("data/readers/*.py",)),
    Place("data/refresh", ("data/refresh/*.py",)),
    Place("data/store", ("data/store/*.py",)),
    *(
        Place(f"pages/parts/{room}", (f"pages/parts/{room}/**/*.py",))
        for room in (
            "about", "cards", "charts", "compare", "coverage", "deck", "explore", "overview", "regions", "sector",
            "series", "snapshot", "streamlit", "visit", "women", "words", "youth",
        )
    ),
)  # fmt: skip


def files(root: Path, place: Place) -> list[str]:
    """Return the files of a place, those of a place of their own left aside."""
    inner = [other for other in PLACES if other.name.startswith(f"{place.name}/")]
    taken = {file for other in inner for file in _matching(root, other)}
    return sorted(file for file in _matching(root, place) - taken if Path(file).name not in _LEFT_OUT)


def mutants(root: Path, place: Place) -> list[Mutant]:
    """Return every one-line mutant of a place."""
    found: list[Mutant] = []
    for file in files(root, place):
        text = read(root, file)
        found += one_line_mutants(file, text, sql_edits(text) if file.endswith(".sql") else python_edits(text))
    return found


def _matching(root: Path, place: Place) -> set[str]:
    return {path.relative_to(root).as_posix() for pattern in place.patterns for path in root.glob(pattern)}
