"""The README, map and guide of the project, promises nothing that the repository does not keep."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

from pages.parts.visit import frame

README = (frame.ROOT / "README.md").read_text(encoding="utf-8")
# Written when the project runs.
MADE = {"data/store.duckdb"}
MAKEFILE = (frame.ROOT / "Makefile").read_text(encoding="utf-8")


def tracked(folder: str) -> set[str]:
    """The folders in a folder that hold a file which git keeps."""
    listed = subprocess.run(["git", "ls-files", folder], cwd=frame.ROOT, check=True, capture_output=True, text=True)
    inside = [line.removeprefix(f"{folder}/") for line in listed.stdout.splitlines()]
    return {path.split("/")[0] for path in inside if "/" in path}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)", README))))
def test_every_make_target_in_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, flags=re.MULTILINE)


def places(text: str) -> list[str]:
    """Every path that a text names: it has a slash, no gap to be filled in, and is no address of the server."""
    named = re.findall(r"`(\w[\w./-]+)`", text)
    return sorted({place for place in named if "/" in place} - MADE)


def test_every_place_that_is_named_exists() -> None:
    assert [place for place in places(README) if not (frame.ROOT / place).exists()] == []


def test_every_room_is_on_the_map() -> None:
    above = ("pages/parts", "queries", "data", "static", "tests")
    rooms = {f"{folder}/{room}/" for folder in above for room in tracked(folder)}
    assert sorted(rooms - set(places(README))) == []


def test_every_page_command_in_the_guide_can_be_run() -> None:
    modules = set(re.findall(r"python -m ([a-z_.]+)", README)) - {"pytest"}
    assert [module for module in sorted(modules) if importlib.util.find_spec(module) is None] == []


def test_the_picture_in_the_readme_exists_and_is_small() -> None:
    picture = Path(frame.ROOT / "static" / "readme" / "overview.png")
    assert "static/readme/overview.png" in README
    assert picture.stat().st_size < 300_000


def test_every_page_file_is_in_the_navigation() -> None:
    files = {path.stem for path in (frame.ROOT / "pages").glob("*.py")} - {"__init__", "not_found"}
    assert files == {name for name, _, _ in frame.PAGES}
