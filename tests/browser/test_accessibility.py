"""Every page against the WCAG 2.1 AA rules that a machine can check, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages.parts.visit import frame
from tests.browser.conftest import open_ready
from tests.browser.servers import Server

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
PATHS = {name: path for name, path, _ in frame.PAGES}
ALL_DRAWN = "() => [...document.querySelectorAll('.sdg-card')].every(card => card.querySelector('.main-svg'))"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(16, 23, 30)"


def violations(page: Page) -> list[str]:
    """Return one line per broken rule: what, where, how often."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']} x{len(rule['nodes'])}: {rule['nodes'][0]['html'][:160]}" for rule in found]


@pytest.mark.parametrize("name", PATHS)
def test_a_page_breaks_no_rule_in_light_or_dark(name: str, page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/{PATHS[name]}?lang=kk")
    page.wait_for_timeout(1200)
    page.wait_for_function(ALL_DRAWN, timeout=60_000)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", LIGHT)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    page.wait_for_timeout(600)
    assert violations(page) == []
