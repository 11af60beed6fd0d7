"""What pages show in some states: the values, codes, years and subjects of every card, chosen and read by a person."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from pages.parts.visit import frame
from tests.pages.golden import FOLDER, shown

STATES = [
    pytest.param(path.stem, state, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, state in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")))
]


@pytest.mark.parametrize(("page", "state"), STATES)
def test_every_card_shows_what_a_person_has_read(page: str, state: dict[str, Any]) -> None:
    found = shown(page, state["address"])
    assert list(found["cards"]) == list(state["cards"])
    for key, expected in state["cards"].items():
        assert found["cards"][key] == expected, key
    assert found["written"] == state["written"]
    assert found["asks"] == state["asks"]


def test_every_page_of_figures_has_states_that_a_person_has_read() -> None:
    pages = {name for name, _, _ in frame.PAGES} - {"present", "regions"}
    assert {path.stem for path in FOLDER.glob("*.yaml")} >= pages
