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
# The words two frames after a click on the second choice, and how many messages had come by then.
CLICK = """async ([widget, words]) => {
  const said = () => [...document.querySelectorAll(words)].map((node) => node.textContent).join(' ');
  const before = said();
  document.querySelectorAll(`[class*=st-key-choose_${widget}_] [role=radio]`)[1].click();
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
    before, after = page.evaluate(CLICK, [widget, words])
    assert after != before
    page.wait_for_url(f"**{widget}=*")
    page.wait_for_timeout(500)
    settled = " ".join(page.locator(words).all_text_contents())
    assert settled == after


def test_a_chart_that_other_filters_changed_waits_for_the_server(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/youth?lang=en")
    expect(page.locator("[data-card=youth_neet] .sdg-title")).to_be_visible()
    page.evaluate("history.replaceState({}, '', location.pathname + '?lang=en&area=KZ-43')")
    before, after = page.evaluate(CLICK, ["by", "[data-card=youth_neet] .sdg-title"])
    assert after == before
