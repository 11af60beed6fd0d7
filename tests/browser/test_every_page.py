"""Every page in every language: no error, no other host asked, and no rule of WCAG 2.1 AA broken that axe knows."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages.parts.visit import frame
from pages.parts.words.language import LANGUAGES
from tests.browser.conftest import open_ready, settled
from tests.browser.servers import Server

ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# The rules of these levels that ask for colours: of a second theme, nothing else can differ.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
PATHS = {name: path for name, path, _ in frame.PAGES}
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(16, 23, 30)"


def violations(page: Page, rules: Any) -> list[str]:
    """Return one line per broken rule: what, where, how often."""
    found = Axe().run(page, options={"runOnly": rules}).response["violations"]
    return [f"{rule['id']} x{len(rule['nodes'])}: {rule['nodes'][0]['html'][:160]}" for rule in found]


@pytest.mark.parametrize("name", PATHS)
def test_a_page_fails_in_no_language_and_breaks_no_rule_in_light_or_dark(name: str, page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/{PATHS[name]}?lang=kk")
    settled(page)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", LIGHT)
    assert violations(page, ALL_RULES) == []
    for lang in ("kk", "ru", "en"):
        if lang != "kk":
            page.get_by_role("radio", name=LANGUAGES[lang]).click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
        settled(page)
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    settled(page)
    assert violations(page, COLOUR_RULES) == []
