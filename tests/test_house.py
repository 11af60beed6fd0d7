"""The house: which room may know which, no circle of files, and nothing too long to be read at a glance."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PARTS = ROOT / "pages" / "parts"
MOST_LINES, MOST_FUNCTION_LINES, MOST_ROOMS, MOST_FLOORS = 250, 60, 20, 9
PAGE_ROOMS = (
    *("overview", "explore", "youth", "women", "regions"),
    *("sector", "compare", "coverage", "about", "snapshot"),
)
# What each room may know besides itself; a page's room never sees another's, cards never see the deck.
BELOW = {
    "words": set(),
    "streamlit": {"words"},
    "visit": {"words", "streamlit"},
    "charts": {"words"},
    "cards": {"words", "streamlit", "visit", "charts"},
    "series": {"words", "streamlit", "visit", "charts", "cards"},
    **{room: {"words", "streamlit", "visit", "charts", "cards", "series"} for room in PAGE_ROOMS},
    "deck": {"words", "streamlit", "visit", "charts", "cards", "series", *PAGE_ROOMS},
}


def python_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if ".venv" not in path.parts)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@lru_cache(maxsize=1)
def imports() -> dict[str, set[str]]:
    """The modules of the project that each of its modules imports."""
    files = [path for folder in ("pages", "queries", "data") for path in python_files(ROOT / folder)]
    known = {module_name(path): path for path in files}
    return {name: set(_imported(path, known)) for name, path in known.items()}


def _imported(path: Path, known: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in known or node.module in known:
                    yield inner if inner in known else node.module


def room_of(module: str) -> str | None:
    found = re.fullmatch(r"pages\.parts\.(\w+)(\..+)?", module)
    return found[1] if found else None


def test_every_room_knows_only_the_rooms_below_it() -> None:
    broken = [
        f"{module} imports {other}"
        for module, others in imports().items()
        for other in others
        if (room := room_of(module)) and (known := room_of(other)) and known != room and known not in BELOW[room]
    ]
    assert broken == []


def test_data_and_queries_never_see_pages_and_data_sees_no_queries() -> None:
    broken = [
        f"{module} imports {other}"
        for module, others in imports().items()
        for other in others
        if (module.startswith(("data", "queries")) and other.startswith("pages"))
        or (module.startswith("data") and other.startswith("queries"))
    ]
    assert broken == []


def test_no_files_of_the_parts_stand_in_a_circle() -> None:
    graph = {module: others for module, others in imports().items() if module.startswith("pages.parts")}
    done: set[str] = set()
    while ready := {module for module in graph if module not in done and graph[module] & graph.keys() <= done}:
        done |= ready
    assert graph.keys() - done == set()


def test_the_parts_have_few_rooms_on_few_floors() -> None:
    rooms = {path.name for path in PARTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == BELOW.keys()
    assert len(rooms) <= MOST_ROOMS
    under: dict[str, set[str]] = defaultdict(set)
    for module, others in imports().items():
        if room := room_of(module):
            under[room] |= {known for other in others if (known := room_of(other)) and known != room}

    def floor(room: str) -> int:
        return 1 + max((floor(lower) for lower in under[room]), default=0)

    assert max(map(floor, rooms)) <= MOST_FLOORS


@pytest.mark.parametrize("folder", ["pages", "queries", "data", "benchmarks"])
def test_no_module_and_no_function_is_too_long_to_be_read_at_a_glance(folder: str) -> None:
    long = []
    for path in python_files(ROOT / folder):
        written = path.read_text(encoding="utf-8")
        lines = written.count("\n")
        if lines > MOST_LINES:
            long.append(f"{path.relative_to(ROOT)}: {lines} lines")
        for node in ast.walk(ast.parse(written)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= MOST_FUNCTION_LINES:
                long.append(f"{path.relative_to(ROOT)}: {node.name} has {node.end_lineno - node.lineno + 1} lines")
    assert long == []


def test_pages_are_short_scripts() -> None:
    assert [path.name for path in (ROOT / "pages").glob("*.py") if path.read_text().count("\n") >= 80] == []


def test_only_one_helper_of_the_tests_runs_coroutines() -> None:
    starts = re.compile(
        r"\basyncio\.(run|Runner|new_event_loop|get_event_loop)\b|\.run_until_complete\(|\banyio\.run\("
    )
    files = [path for path in python_files(ROOT / "tests") if starts.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(ROOT / "tests").as_posix() for path in files] == ["coroutines.py"]
