"""Youth and women as a person uses them: switch, choose a region, pass the link on, read the map."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.parts.words.language import text
from queries import run
from tests.browser.conftest import choose_option, click_mark, open_ready, settled
from tests.browser.servers import Server


def card(page: Page, key: str) -> Locator:
    return page.locator(f"[data-card={key}]")


def title(page: Page, key: str) -> Locator:
    return card(page, key).locator(".sdg-title")


def labels(page: Page, key: str) -> Locator:
    return card(page, key).locator(".js-plotly-plot .annotation-text")


def test_a_breakdown_changes_the_finding_and_the_link_opens_the_same_view(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = open_ready(new_page(), f"{server.url}/youth")
    page.get_by_role("radio", name=text("lens.by_sex", "en")).click()
    expect(title(page, "youth_neet")).to_contain_text("Young women are left out more often")
    page.wait_for_url(lambda url: "by=sex" in url)
    other = open_ready(new_page(), page.url)
    expect(title(other, "youth_neet")).to_have_text(title(page, "youth_neet").inner_text())
    expect(labels(other, "youth_neet").filter(has_text=text("frame.sex_f", "en"))).to_have_count(1)


def test_a_region_clicked_in_the_ranking_is_drawn_on_every_chart(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth")
    click_mark(page, "youth_ranking", "KZ-47")
    page.wait_for_url(lambda url: "area=KZ-47" in url)
    for key in ("youth_neet", "youth_informal_16_24", "youth_unemployment_16_24", "youth_pay_youth_to_all_16_24"):
        expect(labels(page, key).filter(has_text="Mangystau")).to_have_count(1)
        expect(labels(page, key).filter(has_text="Kazakhstan")).to_have_count(1)


def test_a_region_picked_on_the_gap_map_by_keyboard_is_chosen_for_the_whole_page(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/women?posts=region")
    expect(title(page, "women_gap_map")).to_contain_text("Unemployment is higher among women")
    plot = card(page, "women_gap_map").locator(".sdg-plot")
    plot.scroll_into_view_if_needed()
    expect(plot.locator(".main-svg").first).to_be_visible()
    plot.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "area=KZ-" in url)
    code = re.search(r"area=(KZ-\w+)", page.url).group(1)
    names = run("areas", lang="en").set_index("ref_area")["short_name"]
    expect(page.get_by_test_id("stMultiSelect")).to_contain_text(names[code])


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_gap_map_of_2022_names_all_twenty_regions_with_their_signs(lang: str, page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/women?lang={lang}&measure=neet_15_24&year=2022")
    words = re.sub(r"\s+", "", card(page, "women_gap_map").locator(".js-plotly-plot").text_content())
    rows = run("areas", lang=lang)
    named = rows[rows["kind"].isin(["oblast", "city"]) & rows["valid_to"].isna()]["short_name"]
    assert len(named) == 20
    assert [name for name in named if re.sub(r"\s+", "", name) not in words] == []
    expect(title(page, "women_gap_map")).to_contain_text("10,4" if lang != "en" else "10.4")


def test_codes_that_do_not_exist_give_a_notice_and_a_whole_page(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?by=moon&area=KZ-99&years=soon")
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    assert {"moon", "KZ-99", "soon"} <= set(re.findall(r"moon|KZ-99|soon", page.locator(".stMain").inner_text()))
    expect(title(page, "youth_neet")).to_contain_text("6.0%")


def test_the_panels_of_all_regions_take_their_own_scale_in_one_click(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth")
    words = card(page, "youth_regions").locator(".textpoint")
    words.first.scroll_into_view_if_needed()
    before = words.count()
    page.get_by_role("radio", name=text("lens.axis_free", "en")).click()
    page.wait_for_url(lambda url: "axis=free" in url)
    # Each of the twenty panels now prints the end of its own scale, before only those at the left did.
    expect(words).to_have_count(before + 16)


@pytest.mark.parametrize(("name", "first"), [("youth", "youth_neet"), ("women", "women_managers")])
def test_every_card_of_a_page_is_drawn_without_clipped_or_empty_charts(
    name: str, first: str, page: Page, server: Server
) -> None:
    open_ready(page, f"{server.url}/{name}")
    expect(title(page, first)).to_be_visible()
    cards = page.locator(".sdg-cell .sdg-card")
    for place in range(cards.count()):
        cards.nth(place).scroll_into_view_if_needed()
        expect(cards.nth(place).locator(".sdg-title")).not_to_be_empty()
        expect(cards.nth(place).locator(".js-plotly-plot .main-svg").first).to_be_visible()


# The filters of each page, and which option of each is chosen; `None` moves the end of a period.
FILTERS = {
    "youth": {"area": 9, "years": None},
    "women": {"area": 9, "years": None},
    # A region opens a page of its own there.
    "regions": {"rate": 1, "geo": 1},
    "snapshot": {"as_of": 1},
}


def test_no_filter_costs_more_than_twenty_kilobytes(page: Page, received: list[bytes], server: Server) -> None:
    lang, costs = "kk", {}  # The longest words.
    for path, filters in FILTERS.items():
        open_ready(page, f"{server.url}/{path}?lang={lang}")
        for name, option in filters.items():
            settled(page)
            received.clear()
            control = page.locator(f"[class*=st-key-choose_{name}_]")
            if option is None:
                control.locator("input[type=range]").last.press("ArrowLeft")
            else:
                choose_option(page, control, option)
            page.wait_for_url(f"**{name}=*")
            settled(page)
            costs[path, name] = sum(map(len, received))
    assert min(costs.values()) > 2_000
    assert max(costs.values()) <= 20_000, costs


def test_a_control_that_a_filter_leaves_as_it_was_does_not_travel_again(
    page: Page, received: list[bytes], server: Server
) -> None:
    open_ready(page, f"{server.url}/regions?lang=en")
    settled(page)
    offered = text("frame.area_placeholder", "en").encode()
    assert any(offered in part for part in received)
    received.clear()
    choose_option(page, page.locator("[class*=st-key-choose_geo_]"), 1)
    page.wait_for_url("**geo=*")
    settled(page)
    assert len(received) > 10
    assert not any(offered in part for part in received)
