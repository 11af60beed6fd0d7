"""The bundles as a browser takes them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from pages.parts.streamlit.bundle import ENTRIES
from tests.browser.modules import module_page


@pytest.mark.parametrize("name", ENTRIES)
def test_a_bundle_runs_and_offers_what_its_entry_does(name: str, browser: Browser) -> None:
    with module_page(browser) as page:
        offered = "async (path) => Object.entries(await import(path)).map(([name, value]) => [name, typeof value])"
        assert page.evaluate(offered, f"/{name}") == page.evaluate(offered, f"/{ENTRIES[name]}")
