"""A switch whose choices were sent ahead answers before the server does, and the server's answer changes nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, open_ready

# Page, switch, and what stands on the page for the choice: the finding of a card, or the heading of a sheet.
SWITCHES = (
    ("youth", "by", "[data-card=youth_neet] .sdg-subtitle, [data-card=youth_neet] .sdg-title", ".sdg-plot"),
    ("women", "posts", "[data-card=women_managers] .sdg-title", ".sdg-plot"),
    ("regions", "section", "[data-card=regions_map] .sdg-title", ".sdg-plot"),
    ("women", "measure", "[data-card=women_gap_map] .sdg-title", ".sdg-plot"),
    ("sector", "place", "[data-card=sector_places] .sdg-title", ".sdg-plot"),
    ("snapshot", "goal", "article.sheet h2", "article.sheet"),
)
# The words before a click on the last node that a selector names, and two frames after it.
CLICK = """async ([choice, words]) => {
  const said = () => [...document.querySelectorAll(words)].map((node) => node.textContent).join(' ');
  const before = said();
  [...document.querySelectorAll(choice)].at(-1).click();
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  return [before, said()];
}"""

# The outlines of the map, by their way around, in the frame after an option is clicked and when all has come to rest.
BORDERS = """async (place) => {
  const outlines = () => [...document.querySelectorAll('[data-card=regions_map] .js-fill[d]')].map((node) => {
    const { x, y, width, height } = node.getBBox();
    return { box: [x, y, width, height], fill: getComputedStyle(node).fill };
  }).sort((one, other) => one.box[0] - other.box[0] || one.box[1] - other.box[1]);
  document.querySelectorAll('[role=option]')[place].click();
  await new Promise(requestAnimationFrame);
  const first = outlines();
  await new Promise((done) => setTimeout(done, 1500));
  return [first, outlines()];
}"""
# The years that the subtitle of the map names, as it changes.
WATCHED = """() => {
  window.watched = document.querySelector('[data-card=regions_map] .sdg-subtitle');
  window.shownYears = [];
  const note = () => window.shownYears.push(/[0-9]{4}/.exec(window.watched.textContent)[0]);
  new MutationObserver(note).observe(window.watched, { childList: true, characterData: true, subtree: true });
}"""
# From here on the server hears nothing from the page.
SILENT = "Object.getPrototypeOf(WebSocket.prototype).send = () => {}"


@pytest.mark.parametrize(("path", "widget", "words", "drawn"), SWITCHES)
def test_a_switch_answers_within_two_frames_and_stays_with_the_answer(
    path: str, widget: str, words: str, drawn: str, page: Page, server: Server
) -> None:
    open_ready(page, f"{server.url}/{path}?lang=en")
    expect(page.locator(drawn).first).to_be_visible()
    expect(page.locator(f".st-key-ahead_{widget} [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    before, after = page.evaluate(CLICK, [second(widget), words])
    assert after != before
    page.wait_for_url(f"**{widget}=*")
    page.wait_for_timeout(500)
    settled = " ".join(page.locator(words).all_text_contents())
    assert settled == after


@pytest.mark.parametrize("typed", ["", "thr"])
def test_a_list_answers_as_a_switch_does_and_when_typing_has_narrowed_it(
    typed: str, page: Page, server: Server
) -> None:
    open_ready(page, f"{server.url}/regions?lang=en")
    expect(page.locator(".st-key-ahead_geo [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    field = page.locator(".st-key-choose_geo_en input")
    field.click()
    field.press_sequentially(typed)
    expect(page.get_by_role("option")).to_have_count(1 if typed else 3)
    words = "[data-card=regions_map] :is(.sdg-title, .sdg-subtitle)"
    before, after = page.evaluate(CLICK, ["[role=option]", words])
    assert after != before
    page.wait_for_url("**geo=CG16*")
    page.wait_for_timeout(500)
    assert " ".join(page.locator(words).all_text_contents()) == after


@pytest.mark.parametrize(("borders", "place", "count"), [("", 1, 17), ("CG17", 0, 20)])
def test_new_borders_stand_in_the_frame_of_the_click_as_they_stay(
    borders: str, place: int, count: int, page: Page, server: Server
) -> None:
    open_ready(page, f"{server.url}/regions?lang=en&geo={borders}")
    expect(page.locator(".st-key-ahead_geo [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    page.locator(".st-key-choose_geo_en input").click()
    expect(page.get_by_role("option")).to_have_count(3)
    first, settled = page.evaluate(BORDERS, place)
    assert len(first) == count
    for one, other in zip(first, settled, strict=True):
        assert one["fill"] == other["fill"]
        assert one["box"] == pytest.approx(other["box"], abs=1)


def test_a_chart_follows_a_slider_moved_by_key_or_pointer_without_the_server(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?lang=en")
    title = page.locator("[data-card=youth_neet] .sdg-subtitle")
    expect(title).to_contain_text("2010–2023")
    expect(page.locator(".st-key-ahead_years [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    ends = page.locator(".st-key-choose_years_en input[type=range]")
    page.evaluate(SILENT)
    ends.last.focus()
    page.keyboard.press("ArrowLeft")
    expect(title).to_contain_text("2010–2022", timeout=1000)
    thumb = page.locator(".st-key-choose_years_en [data-rac]").last.bounding_box()
    assert thumb is not None
    page.mouse.move(thumb["x"] + thumb["width"] / 2, thumb["y"] + thumb["height"] / 2)
    page.mouse.down()
    page.mouse.move(thumb["x"] - 100, thumb["y"] + thumb["height"] / 2, steps=4)
    expect(title).not_to_contain_text("2010–2022", timeout=1000)
    followed = title.text_content()
    page.mouse.up()
    assert title.text_content() == followed


def test_a_ranking_keeps_its_values_however_often_years_change_in_haste(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="no-preference")
    open_ready(page, f"{server.url}/regions?lang=en&geo=CG17")
    expect(page.locator(".st-key-ahead_year [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    values = page.locator("[data-card=regions_ranking] .js-plotly-plot .scatterlayer text:visible")
    expect(values).to_have_count(17)
    page.locator(".st-key-choose_year_en input[type=range]").focus()
    for key in ("ArrowLeft", "ArrowRight") * 3:
        for _ in range(6):
            page.keyboard.press(key, delay=30)
        page.wait_for_timeout(1300)
        assert values.count() == 17


def test_a_page_that_is_left_takes_its_charts_along(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/regions?lang=en")
    expect(page.locator("[data-card=regions_map] .js-plotly-plot")).to_be_attached()
    page.evaluate("window.left = document.querySelector('[data-card=regions_map] .js-plotly-plot')")
    page.get_by_role("link", name="Women", exact=True).click()
    page.wait_for_function("() => !window.left.isConnected && window.left._fullLayout === undefined")


def test_a_year_moved_in_haste_goes_one_way_and_keeps_the_map(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/regions?lang=en")
    expect(page.locator(".st-key-ahead_year [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    page.evaluate(WATCHED)
    page.locator(".st-key-choose_year_en input[type=range]").focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft", delay=20)
    page.wait_for_url("**year=2019*")
    page.wait_for_timeout(1500)
    years, kept = page.evaluate("[window.shownYears, window.watched.isConnected]")
    assert kept
    assert years == sorted(years, reverse=True)
    assert years[-1] == "2019"


def test_an_answer_that_differs_from_what_was_sent_ahead_counts(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth")
    lead = page.locator("[data-card=youth_neet]")
    expect(page.locator(".st-key-ahead_years [data-testid=stBidiComponentRegular]")).to_be_attached()
    page.wait_for_timeout(500)
    page.locator(".st-key-choose_area_en input").click()
    page.get_by_role("option", name="Kyzylorda").click()
    page.keyboard.press("Escape")
    page.wait_for_url("**area=KZ-43*")
    page.wait_for_timeout(1000)
    # The page is led to believe that no region is chosen; the server knows better.
    page.evaluate("URLSearchParams.prototype.getAll = () => []")
    page.locator(".st-key-choose_years_en input[type=range]").last.focus()
    page.keyboard.press("ArrowLeft")
    expect(lead.locator(".sdg-plot")).not_to_contain_text("Kyzylorda")
    expect(lead.locator(".sdg-plot")).to_contain_text("Kyzylorda")
    expect(lead.locator(".sdg-subtitle")).to_contain_text("2010–2022")


def test_a_chart_that_other_filters_changed_waits_for_the_server(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?lang=en")
    expect(page.locator("[data-card=youth_neet] .sdg-title")).to_be_visible()
    page.evaluate("history.replaceState({}, '', location.pathname + '?lang=en&area=KZ-43')")
    before, after = page.evaluate(CLICK, [second("by"), "[data-card=youth_neet] .sdg-title"])
    assert after == before


def second(widget: str) -> str:
    """The second choice of a switch, as a selector."""
    return f"[class*=st-key-choose_{widget}_] [role=radio]:nth-of-type(2)"
