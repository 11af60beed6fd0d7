"""The README promises nothing that the repository does not keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pages.parts.visit import frame

README = (frame.ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (frame.ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", README))))
def test_every_make_target_in_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, flags=re.MULTILINE)


@pytest.mark.parametrize("place", re.findall(r"^\| `([^`]+)` \|", README, flags=re.MULTILINE))
def test_every_place_in_the_readme_exists(place: str) -> None:
    assert (frame.ROOT / place).exists()


def test_the_picture_in_the_readme_exists_and_is_small() -> None:
    picture = Path(frame.ROOT / "static" / "readme" / "overview.png")
    assert "static/readme/overview.png" in README
    assert picture.stat().st_size < 300_000


def test_every_page_file_is_in_the_navigation() -> None:
    files = {path.stem for path in (frame.ROOT / "pages").glob("*.py")} - {"__init__", "not_found"}
    assert files == {name for name, _, _ in frame.PAGES}
