"""The snapshot in a browser: shown as printed, handed over as files, opened on a phone from a link."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from pages.parts.snapshot.text import word
from pages.parts.words.language import LANGUAGES
from tests.browser.conftest import QUIET, open_ready
from tests.browser.servers import Server

ADDRESS = "snapshot?lang=kk&as_of=2024-10-24&compare=2021-12-30&goal=8"


def download(page: Page, extension: str, lang: str) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.get_by_role("button", name=word(f"export_{extension}", lang), exact=True).click()
    saved = Path(started.value.path())
    return started.value.suggested_filename, saved.read_bytes()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 1920])
def test_controls_files_and_sheet_share_their_edges_and_nothing_overflows(
    width: int, lang: str, new_page: Callable[..., Page], server: Server
) -> None:
    page = open_ready(new_page(width, 720 if width == 1280 else 1080), f"{server.url}/snapshot?lang={lang}")
    sheet = page.locator("article.sheet").first.bounding_box()
    choices = page.locator(".st-key-snapshot_choices").bounding_box()
    files = page.locator(".st-key-snapshot_exports").bounding_box()
    assert abs(choices["x"] - sheet["x"]) < 2
    assert abs(files["x"] + files["width"] - sheet["x"] - sheet["width"]) < 2
    assert abs(files["y"] + files["height"] - choices["y"] - choices["height"]) < 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("extension", ["pdf", "xlsx", "csv", "html"])
def test_a_file_comes_with_goal_dates_and_language_in_its_name(extension: str, page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/{ADDRESS}")
    name, content = download(page, extension, "kk")
    assert name == f"kazakhstan-sdg-snapshot_goal-8_as-of-2024-10-24_vs-2021-12-30_kk.{extension}"
    assert len(content) > 1000


def test_the_printed_link_opens_the_very_view_it_was_printed_from(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = open_ready(new_page(), f"{server.url}/{ADDRESS}")
    content = download(page, "pdf", "kk")[1]
    links = [
        note.get_object()["/A"]["/URI"]
        for sheet in PdfReader(io.BytesIO(content)).pages
        for note in sheet.get("/Annots", [])
    ]
    printed = next(link for link in links if link.startswith(server.url))
    phone = open_ready(new_page(390, 844), printed)
    for shown in (page, phone):
        expect(shown.locator("article.sheet h2").first).to_have_text("8-мақсат. Лайықты жұмыс пен экономикалық өсу")
        expect(shown.locator("article.sheet .run span").first).to_contain_text("2024 ж. 24 қазан")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_choice_moves_the_sheet_and_the_address_together(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/snapshot?lang=en")
    expect(page.locator("article.sheet h2").first).to_have_text("Progress on five goals")
    page.locator(".st-key-snapshot_choices").get_by_role("radio", name="11", exact=True).click()
    expect(page.locator("article.sheet h2").first).to_have_text("Goal 11. Sustainable cities and communities")
    page.wait_for_url(lambda url: "goal=11" in url)


def test_the_stand_alone_file_opens_without_a_server(new_page: Callable[..., Page], page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/{ADDRESS}")
    content = download(page, "html", "kk")[1]
    alone = new_page(1280, 720)
    alone.set_content(content.decode())
    expect(alone.locator("article.sheet h2").first).to_be_visible()
    broken = "[...document.images].filter(image => !image.complete || image.naturalWidth === 0).length"
    assert alone.evaluate(broken) == 0


def test_status_marks_are_drawn_beside_their_words(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/snapshot?lang=en&goal=5")
    row = page.locator("article.sheet.a4 tr", has_text="Women in managerial positions")
    expect(row.locator(".st b")).to_have_text("Limited progress")
    drawn = row.locator("i").evaluate("mark => getComputedStyle(mark).backgroundImage")
    assert drawn.startswith('url("data:image/svg+xml')
    assert row.locator("img").evaluate("image => image.naturalWidth") > 0


@pytest.mark.xfail(run=False, reason="not tried as a whole since the sheet tells how a status holds")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_view_of_any_goal_costs_more_than_twenty_kilobytes_and_the_sheet_stays_in_its_place(
    lang: str, page: Page, received: list[bytes], server: Server
) -> None:
    open_ready(page, f"{server.url}/snapshot?lang={lang}")
    expect(page.locator("article.sheet h2")).to_have_count(1)
    top = page.locator("article.sheet").bounding_box()["y"]
    goals = page.locator(".st-key-snapshot_choices").get_by_role("radiogroup").first.get_by_role("radio")
    views = page.locator("[class*=st-key-choose_view]").get_by_role("radio")
    costs = {}
    for view in range(3):
        for goal in (1, 2, 3, 4, 5, 0):
            choices = [views.nth(view), goals.nth(goal)] if goal == 1 and view else [goals.nth(goal)]
            for choice in choices:
                before, shown = len(received), page.locator("article.sheet").inner_text()
                choice.click()
                page.wait_for_function(
                    "shown => document.querySelector('article.sheet')?.innerText !== shown", arg=shown
                )
                # A sheet sent ahead is on screen before the server has answered.
                while len(received) == before:
                    page.wait_for_timeout(20)
                expect(page.locator(QUIET)).to_be_attached()
                costs[view, choice.inner_text()] = sum(map(len, received[before:]))
        if view == 0:
            assert page.locator("article.sheet").bounding_box()["y"] == top
            assert page.locator("article.sheet table th[scope=row]").count() > 20
    assert min(costs.values()) > 1_000
    assert max(costs.values()) <= 20_000, costs


def test_another_date_leaves_the_controls_in_their_place(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/snapshot?lang=en")
    page.evaluate("document.querySelector('[class*=st-key-choose_method_]').kept = true")
    page.locator("[class*=st-key-choose_as_of_] input").click()
    page.get_by_role("option").nth(1).click()
    page.wait_for_url("**as_of=2024-10-24*")
    expect(page.locator(".st-key-frame_not_newest")).to_be_visible()
    expect(page.locator(QUIET)).to_be_attached()
    assert page.evaluate("document.querySelector('[class*=st-key-choose_method_]').kept")
