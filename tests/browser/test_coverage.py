"""What a person sees and does on the coverage page."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import click_mark, open_ready
from tests.browser.servers import Server


def test_a_cell_of_the_matrix_opens_its_year_in_explore(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/coverage")
    click_mark(page, "coverage_grid", "neet_15_24|2022")
    expect(page).to_have_url(re.compile(r"/explore\?"))
    for part in ("series=neet_15_24", "year=2022", "view=regions"):
        expect(page).to_have_url(re.compile(part))
    expect(page.locator(".sdg-title").first).to_contain_text("2022")


def test_a_cell_of_a_region_opens_the_series_for_that_region(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/coverage?lens=women&columns=region&lang=kk")
    click_mark(page, "coverage_grid", "internet_use|KZ-47")
    expect(page).to_have_url(re.compile(r"/explore\?.*series=internet_use"))
    expect(page).to_have_url(re.compile("area=KZ-47"))
    expect(page).to_have_url(re.compile("lang=kk"))


def test_the_list_of_rows_kept_out_can_be_downloaded(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/coverage")
    with page.expect_download() as started:
        page.get_by_role("button", name="All rows kept out (CSV)").click()
    content = Path(started.value.path()).read_text(encoding="utf-8-sig")
    assert content.splitlines()[0].startswith("source_id,release,file,line,reason")
    assert "total_outside_parts" in content
