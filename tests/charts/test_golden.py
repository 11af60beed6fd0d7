"""Every kind of mark looks as it did when a person saw the picture."""

from __future__ import annotations

import pytest

from pages.parts.charts.draw import DRAW
from tests.browser.marks import ALL
from tests.charts.golden import FOLDER, seen


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_mark_looks_as_a_person_has_seen_it(name: str) -> None:
    """Written anew by `python -m tests.charts.golden`, after a look at the pictures."""
    assert seen(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_kind_of_mark_has_been_seen() -> None:
    assert {mark().kind for mark in ALL.values()} == set(DRAW)
