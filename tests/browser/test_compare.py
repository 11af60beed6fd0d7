"""Comparison and About as a person uses them: choose a measure, click a country, follow a place, copy the citation."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from pages.parts.visit import frame
from pages.parts.words.language import text
from tests.browser.conftest import click_mark, open_ready
from tests.browser.servers import Server


def labels(page: Page, key: str) -> Locator:
    return page.locator(f"[data-card={key}] .js-plotly-plot .annotation-text")


def title(page: Page, key: str) -> Locator:
    return page.locator(f"[data-card={key}] .sdg-title")


def test_a_country_clicked_on_the_bars_joins_the_lines_and_the_address(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/compare")
    click_mark(page, "compare_ranking", "TR")
    page.wait_for_url(lambda url: "country=TR" in url)
    expect(labels(page, "compare_lines").filter(has_text="Türkiye")).to_have_count(1)


def test_another_measure_changes_the_finding_and_keeps_the_national_figure_apart(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/compare?comparator=world_neet_15_24")
    expect(title(page, "compare_ranking")).to_contain_text("Kazakhstan is lowest of the 6 countries: 9.5% in 2016")
    expect(page.locator(".compare-national tr.home")).to_contain_text("6.0% (2023)")
    expect(labels(page, "compare_lines").filter(has_text="6.0%")).to_have_count(0)


def test_a_place_in_the_list_opens_its_measure(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/compare?lang=ru")
    page.locator(".compare-standing a").filter(has_text="Пользователи интернета").click()
    page.wait_for_url(lambda url: "comparator=world_internet_use" in url and "lang=ru" in url)
    expect(title(page, "compare_ranking")).to_contain_text("Казахстан выше всех из 10 стран")


def test_the_about_page_offers_a_citation_with_the_checksum_and_the_address(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/about")
    cited = page.locator(".st-key-about_cite code")
    expect(cited).to_contain_text(frame.data_checksum())
    expect(cited).to_contain_text(f"{server.url}/")
    expect(page.locator(".about-terms").first).to_contain_text(text("about.for_donors", "en"))
