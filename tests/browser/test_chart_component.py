"""The chart component in a browser: one node for life, themes, keyboard, table, files and pictures."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.conftest import open_ready
from tests.browser.servers import Server

LEAD = "[data-card=youth_neet]"
RANKING = "[data-card=youth_ranking]"


@pytest.fixture
def youth(page: Page, server: Server) -> Page:
    open_ready(page, f"{server.url}/youth?lang=en")
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    return page


def plot(page: Page, card: str = LEAD) -> Locator:
    return page.locator(f"{card} .sdg-plot")


def press(page: Page, name: str, card: str = LEAD) -> None:
    page.locator(card).get_by_role("button", name=name, exact=True).click()


def saved(page: Page, kind: str) -> Download:
    press(page, "Download")
    with page.expect_download() as download:
        press(page, kind)
    return download.value


def ink(page: Page) -> str:
    return plot(page).evaluate("(node) => getComputedStyle(node.querySelector('.xtick text')).fill")


def test_a_filter_changes_the_chart_without_replacing_its_node(youth: Page) -> None:
    plot(youth).evaluate("(node) => { node.kept = true; }")
    by_sex(youth)
    assert plot(youth).evaluate("(node) => node.kept")


def by_sex(page: Page) -> None:
    """Choose the breakdown by sex and wait for it."""
    page.get_by_role("radio", name="Women and men").click()
    expect(plot(page)).to_have_attribute("aria-label", re.compile("men .*women|women .*men", re.IGNORECASE))
    page.wait_for_function(
        "(selector) => document.querySelector(selector).data.filter((trace) => trace.meta).length > 1",
        arg=f"{LEAD} .sdg-plot",
    )


def test_a_zoom_is_kept_when_the_data_change(youth: Page) -> None:
    box = plot(youth).locator(".nsewdrag").first.bounding_box()
    youth.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 60)
    youth.mouse.down()
    youth.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 70, steps=5)
    youth.mouse.up()
    zoomed = plot(youth).evaluate("(node) => node._fullLayout.xaxis.range.map(Math.round)")
    by_sex(youth)
    assert plot(youth).evaluate("(node) => node._fullLayout.xaxis.range.map(Math.round)") == zoomed


def test_a_change_of_language_keeps_the_node_and_changes_its_words(youth: Page) -> None:
    plot(youth).evaluate("(node) => { node.kept = true; }")
    youth.get_by_role("radio", name="ҚАЗ").click()
    expect(plot(youth)).to_contain_text("Қазақстан")
    assert plot(youth).evaluate("(node) => node.kept")


def test_a_dark_theme_changes_the_ink_without_a_rerun(youth: Page) -> None:
    before = ink(youth)
    youth.emulate_media(color_scheme="dark")
    youth.wait_for_function(
        "([selector, before]) => getComputedStyle(document.querySelector(selector)).fill !== before",
        arg=[f"{LEAD} .xtick text", before],
    )
    assert plot(youth).evaluate("(node) => node._fullLayout.paper_bgcolor") == "rgba(0,0,0,0)"


def test_the_chart_keeps_its_place_when_it_is_drawn_anew(youth: Page) -> None:
    before = plot(youth).bounding_box()
    by_sex(youth)
    assert plot(youth).bounding_box()["height"] == before["height"]


def test_arrow_keys_say_each_value_and_escape_ends_it(youth: Page) -> None:
    live = youth.locator(f"{LEAD} [aria-live=polite].sdg-hidden")
    plot(youth).focus()
    youth.keyboard.press("ArrowLeft")
    expect(live).to_contain_text("2023")
    youth.keyboard.press("ArrowLeft")
    expect(live).to_contain_text("2022")
    expect(live).to_contain_text("4.6")
    youth.keyboard.press("Escape")
    expect(live).to_be_empty()


def test_enter_on_a_bar_selects_its_region_for_the_whole_page(youth: Page) -> None:
    youth.locator(RANKING).scroll_into_view_if_needed()
    expect(plot(youth, RANKING).locator(".main-svg").first).to_be_visible()
    plot(youth, RANKING).focus()
    youth.keyboard.press("ArrowDown")
    youth.keyboard.press("Enter")
    expect(youth).to_have_url(re.compile(r"area=KZ-\d\d"))


def test_the_chart_has_a_name_a_summary_and_a_table_of_its_values(youth: Page) -> None:
    assert plot(youth).get_attribute("role") == "img"
    assert len(plot(youth).get_attribute("aria-label")) > 40
    press(youth, "Table")
    table = youth.locator(f"{LEAD} .sdg-panel table")
    expect(table.locator("thead th").first).to_be_visible()
    assert table.locator("tbody tr").count() >= 10
    press(youth, "Table")
    expect(table).to_have_count(0)


def test_how_it_is_computed_shows_the_sql_and_its_parameters(youth: Page) -> None:
    press(youth, "How computed")
    panel = youth.locator(f"{LEAD} .sdg-panel")
    expect(panel).to_contain_text("select * from final")
    expect(panel).to_contain_text("neet_15_24")


@pytest.mark.parametrize(("kind", "start"), [("CSV", b"\xef\xbb\xbf"), ("XLSX", b"PK"), ("PARQUET", b"PAR1")])
def test_the_data_are_saved_as_a_file_named_for_chart_and_date(youth: Page, kind: str, start: bytes) -> None:
    download = saved(youth, kind)
    assert re.fullmatch(rf"youth_neet_\d{{4}}-\d\d-\d\d\.{kind.lower()}", download.suggested_filename)
    assert Path(download.path()).read_bytes().startswith(start)


def test_a_png_has_at_least_twice_the_size_of_the_chart(youth: Page) -> None:
    content = Path(saved(youth, "PNG").path()).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG") and width >= 1920 and height >= 1000


def test_an_svg_holds_title_source_date_and_typeface(youth: Page) -> None:
    title = youth.locator(f"{LEAD} .sdg-title").inner_text()
    content = Path(saved(youth, "SVG").path()).read_text(encoding="utf-8")
    told = " ".join(re.sub(r"<[^>]+>", " ", content).split())
    for words in (title, "Source:", "as of"):
        assert words in told
    assert "font/ttf;base64" in content


def test_present_takes_the_chart_to_the_screen_as_a_slide(youth: Page) -> None:
    title = youth.locator(f"{LEAD} .sdg-title").inner_text()
    press(youth, "Present")
    expect(youth).to_have_url(re.compile(r"/present\?"))
    expect(youth.get_by_text(title).first).to_be_visible()


def test_the_drawing_library_is_loaded_once_for_all_charts(
    page: Page, hear: Callable[..., None], server: Server
) -> None:
    asked: list[str] = []
    hear(page, "request", lambda request: asked.append(request.url))
    open_ready(page, f"{server.url}/youth?lang=en")
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    by_sex(page)
    assert len([url for url in asked if "plotly-basic" in url]) == 1


def test_the_words_of_an_answer_stand_before_the_page_hands_it_to_streamlit(youth: Page) -> None:
    # Charts further down are drawn while the browser is idle; the filter is to find it at rest.
    youth.wait_for_function(
        "() => [...document.querySelectorAll('.sdg-plot')].every((node) => node.classList.contains('js-plotly-plot'))"
    )
    youth.evaluate("""() => {
      const arrived = window.sdgArrived;
      const subtitle = document.querySelector('[data-card=youth_neet] .sdg-subtitle');
      window.sdgArrived = async (data) => {
        const before = subtitle.textContent;
        await arrived(data);
        if (subtitle.textContent !== before) window.toldOnArrival = subtitle.textContent;
      };
    }""")
    youth.locator("[class*=st-key-choose_years_] input[type=range]").last.focus()
    # The slider ends where the newest series of the page does, two years behind this chart.
    for _ in range(3):
        youth.keyboard.press("ArrowLeft")
    youth.wait_for_function("() => window.toldOnArrival?.includes('2010–2022')")


def test_a_filter_draws_in_its_frame_what_the_server_answers_and_nothing_after(youth: Page) -> None:
    youth.wait_for_function(f"() => document.querySelector('{LEAD} .sdg-plot').dataset.drawn")
    first, settled = youth.evaluate(
        """async (lead) => {
          const plot = document.querySelector(`${lead} .sdg-plot`);
          const drawn = () => [plot.dataset.drawn, plot.data[0].x.at(-1)];
          const end = [...document.querySelectorAll('[class*=st-key-choose_years_] input[type=range]')].at(-1);
          end.focus();
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(end, '2021');
          end.dispatchEvent(new Event('input', { bubbles: true }));
          end.dispatchEvent(new Event('change', { bubbles: true }));
          for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
          const first = drawn();
          await new Promise((done) => setTimeout(done, 3000));
          return [first, drawn()];
        }""",
        LEAD,
    )
    assert first[1] == 2021
    assert settled == first
