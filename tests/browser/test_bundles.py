"""The bundles as a browser takes them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from pages.parts.streamlit.bundle import ENTRIES


@pytest.mark.parametrize("name", ENTRIES)
def test_a_bundle_runs_and_offers_what_its_entry_does(name: str, modules: Page) -> None:
    offered = "async (path) => Object.entries(await import(path)).map(([name, value]) => [name, typeof value])"
    assert modules.evaluate(offered, f"/{name}") == modules.evaluate(offered, f"/{ENTRIES[name]}")
