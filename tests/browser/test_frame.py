"""The frame as a person meets it: ways in, language, as-of date, theme, and nothing that leaves the machine."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from pages.parts.words.language import LANGUAGES, text
from tests.browser.conftest import open_ready, settled
from tests.browser.servers import Server, serve


def test_a_deep_link_as_the_very_first_visit_of_a_server_opens_inside_the_frame(page: Page) -> None:
    with serve(warm=False) as cold:
        open_ready(page, f"{cold.url}/explore?lang=kk&series=neet_15_24")
        expect(page.get_by_test_id("stTopNavLink").first).to_have_text(text("frame.nav_overview", "kk"))
        expect(page.get_by_role("heading", level=1)).to_have_text(text("explore.title", "kk"))
        assert "lang=kk" in page.url
        assert "/explore" in page.url


def test_changing_the_language_keeps_the_page_and_its_choices(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=gva_j&area=KZ-75")
    page.get_by_role("radio", name=LANGUAGES["ru"]).click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_role("heading", level=1)).to_have_text(text("explore.title", "ru"))
    page.wait_for_url(lambda url: all(part in url for part in ("series=gva_j", "area=KZ-75", "lang=ru")))


def test_a_link_opens_the_same_view_in_a_private_window(new_page: Callable[..., Page], server: Server) -> None:
    first = open_ready(new_page(), f"{server.url}/explore")
    first.get_by_role("radio", name=LANGUAGES["kk"]).click()
    expect(first.locator("html")).to_have_attribute("lang", "kk")
    first.get_by_role("button", name=text("frame.sex_f", "kk"), exact=True).click()
    first.wait_for_url(lambda url: "sex=F" in url and "lang=kk" in url)
    settled(first)
    second = settled(open_ready(new_page(), first.url))
    assert second.url == first.url
    words = "[data-testid=stMain] h1, [data-testid=stMain] .sdg-title"
    expect(second.locator(words)).to_have_text(first.locator(words).all_inner_texts())


def test_a_choice_survives_going_to_another_page_and_back(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=gva_j&lang=ru")
    page.get_by_test_id("stTopNavLink").filter(has_text=text("frame.nav_overview", "ru")).click()
    expect(page.locator(".st-key-overview_finding")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.get_by_test_id("stTopNavLink").filter(has_text=text("frame.nav_explore", "ru")).click()
    page.wait_for_url(lambda url: "series=gva_j" in url)


def test_going_back_in_the_browser_restores_the_earlier_choice(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/")
    page.get_by_role("radio", name=LANGUAGES["ru"]).click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_bad_codes_in_a_link_give_a_notice_and_never_an_error(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?lang=zz&series=%3Cscript%3E&area=KZ-999&years=abc")
    for code in ("zz", "script", "KZ-999", "abc"):
        expect(page.get_by_test_id("stAlertContentWarning").filter(has_text=code)).to_have_count(1)


def test_an_earlier_date_is_announced_and_can_be_left_again(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/?as_of=2021-12-30")
    expect(page.locator(".st-key-frame_not_newest")).to_contain_text("30 December 2021")
    page.get_by_role("button", name=text("frame.to_newest", "en")).click()
    expect(page.locator(".st-key-frame_not_newest")).to_have_count(0)
    page.wait_for_url(lambda url: "as_of" not in url)


def test_the_theme_switch_holds_on_every_page(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/")
    page.get_by_role("button", name=text("frame.theme", "en")).click()
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(16, 23, 30)")
    open_ready(page, f"{server.url}/explore")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(16, 23, 30)")


def test_the_skip_link_is_first_and_in_the_readers_language(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/?lang=kk")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(text("frame.skip", "kk"))


def test_an_address_that_is_no_page_says_so_in_the_readers_language_and_leads_on(page: Page, server: Server) -> None:
    for address in ("overview", "%3Cb%3Enowhere"):
        open_ready(page, f"{server.url}/{address}?lang=kk")
        expect(page.locator("h1")).to_have_text(text("frame.not_found", "kk"))
        expect(page.get_by_role("dialog")).to_have_count(0)
    main = page.get_by_test_id("stMain")
    main.get_by_role("link", name=text("frame.nav_youth", "kk"), exact=True).click()
    expect(page.locator("h1")).to_have_text(text("youth.title", "kk"))
    page.go_back()
    expect(page.locator("h1")).to_have_text(text("frame.not_found", "kk"))


def test_an_address_of_several_parts_or_of_blanks_raises_no_error(page: Page, server: Server) -> None:
    for address in ("a%2Fb", "%20"):
        open_ready(page, f"{server.url}/{address}")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.locator("h1")).to_have_text(text("frame.question", "en"))


def test_widgets_speak_the_readers_language_on_screen_and_to_a_screen_reader(page: Page, server: Server) -> None:
    six = "&".join(f"area=KZ-{number}" for number in (10, 11, 15, 19, 23, 27))
    open_ready(page, f"{server.url}/youth?lang=kk&{six}")
    regions = page.locator(".st-key-choose_area_kk")
    expect(regions.get_by_role("button", name=text("widgets.remove", "kk", name="Абай"))).to_be_attached()
    ends = page.locator(".st-key-choose_years_kk input")
    expect(ends.last).to_have_attribute("aria-label", text("widgets.span_end", "kk", name=text("frame.years", "kk")))
    expect(page.get_by_role("navigation", name=text("widgets.app_pages", "kk"))).to_be_attached()
    regions.locator("input").click()
    expect(page.get_by_role("listbox")).to_have_text(text("widgets.most_chosen", "kk", name=6))
    page.keyboard.press("Escape")
    page.get_by_role("radio", name=LANGUAGES["ru"]).click()
    expect(page.get_by_role("navigation", name=text("widgets.app_pages", "ru"))).to_be_attached()
    page.get_by_role("radio", name=LANGUAGES["en"]).click()
    expect(page.get_by_role("navigation", name=text("widgets.app_pages", "en"))).to_be_attached()


def test_a_list_without_a_match_speaks_the_readers_language(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?lang=ru")
    page.locator(".st-key-choose_area_ru input").click()
    page.keyboard.type("zzz")
    expect(page.get_by_role("listbox")).to_have_text(text("widgets.no_results", "ru"))


def test_a_file_field_speaks_the_readers_language(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/present?lang=kk&deck=own")
    page.get_by_role("button", name=text("present.open", "kk")).click()
    field = page.get_by_test_id("stFileUploader")
    expect(field).to_contain_text(text("widgets.upload", "kk"))
    expect(field).to_contain_text(text("widgets.per_file", "kk", name="1MB"))
