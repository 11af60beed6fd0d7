"""Explore as a person uses it: find, pick, slice, take away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pages.parts.words.language import text
from tests.browser.conftest import open_ready
from tests.browser.servers import Server

WORDS = re.compile(r"\w")
NEET = "Young people not in employment, education or training (NEET), age 15–24"


@pytest.mark.parametrize("word", ["жастар", "молодёжь", "youth"])
def test_typing_youth_in_any_language_finds_the_same_series(word: str, page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore")
    expect(page.locator(".finder-item").first).to_be_visible()
    everything = page.locator(".finder-count").inner_text()
    page.get_by_role("searchbox").fill(word)
    expect(page.locator(".finder-count")).not_to_have_text(everything)
    expect(page.locator(".finder-list").get_by_text(NEET, exact=True)).to_have_count(1)
    page.wait_for_url(lambda url: "q=" in url)


def test_any_series_is_two_clicks_from_the_overview(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/")
    page.get_by_test_id("stTopNavLink").filter(has_text=text("frame.nav_explore", "en")).click()
    page.locator(".finder-item").nth(2).click()
    page.wait_for_url(lambda url: "series=" in url)
    expect(page.locator(".sdg-title").first).to_be_visible()


def test_picking_a_series_draws_it_and_marks_it_in_the_list(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore")
    page.get_by_role("searchbox").fill("театр")
    expect(page.locator(".finder-count")).to_contain_text("8 series")
    item = page.locator(".finder-item").first
    title = item.locator(".finder-title").inner_text()
    item.click()
    expect(page.locator(".sdg-subtitle").first).to_contain_text(title)
    expect(page.locator(".finder-item[aria-current=true] .finder-title")).to_have_text(title)


def test_women_of_a_region_stand_beside_the_women_of_the_country(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=neet_15_24&area=KZ-75&sex=F")
    labels = page.locator(".js-plotly-plot").first.locator(".annotation-text")
    expect(labels.filter(has_text="Almaty city (women)")).to_have_count(1)
    expect(labels.filter(has_text=re.compile("^women"))).to_have_count(1)


def test_two_series_of_different_units_stand_one_under_the_other(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=neet_15_24&with=gva_j")
    expect(page.locator(".sdg-title").filter(has_text=WORDS)).to_have_count(2)

    expect(page.locator(".y2tick")).to_have_count(0)


def test_two_series_of_one_unit_share_a_chart(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=unemployment_16_24&with=unemployment_25_28")
    expect(page.locator(".sdg-title").filter(has_text=WORDS)).to_have_count(1)


def test_all_values_come_as_csv_that_a_spreadsheet_opens_in_kazakh(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=neet_15_24")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV", exact=True).click()
    content = saved.value.path().read_bytes()
    assert saved.value.suggested_filename == "neet_15_24_all_2026-11-22.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") > 1000


def test_the_list_is_operated_by_keyboard_alone(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".finder-item").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("aria-current", "true")
