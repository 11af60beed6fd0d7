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


def test_a_chart_that_other_filters_changed_waits_for_the_server(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?lang=en")
    expect(page.locator("[data-card=youth_neet] .sdg-title")).to_be_visible()
    page.evaluate("history.replaceState({}, '', location.pathname + '?lang=en&area=KZ-43')")
    before, after = page.evaluate(CLICK, [second("by"), "[data-card=youth_neet] .sdg-title"])
    assert after == before


def second(widget: str) -> str:
    """The second choice of a switch, as a selector."""
    return f"[class*=st-key-choose_{widget}_] [role=radio]:nth-of-type(2)"
