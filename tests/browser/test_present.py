"""Slides as a presenter meets them: the checks P1 to P12, a lost server, and the file that needs no network."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from pages.parts.deck.build import build_deck
from pages.parts.deck.html import write_deck_html
from pages.parts.words.language import LANGUAGES, text
from tests.browser.conftest import QUIET, open_ready
from tests.browser.servers import Server, serve

AS_OF = date(2026, 11, 22)
SHOWN, CURRENT = ".sdg-deck.showing[data-drawn]", ".sdg-slide-cell.current"
HEADLINE = f"{CURRENT} .sdg-slide-headline"
SIZES = [(1920, 1080), (1280, 720)]
CHROME = ("stHeader", "stToolbar", "stSidebar", "stStatusWidget", "stMain")
# Every visible word with its size on a screen of 1080 lines.
TYPE = """() => {
  const scale = 1080 / window.innerHeight;
  const words = [];
  for (const node of document.querySelectorAll('.sdg-slide-cell.current *, .sdg-deck-dots.many')) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || node.closest('.sdg-slide-hidden, defs, style')) continue;
    const box = node.getBoundingClientRect();
    if (!box.width) continue;
    const drawn = node.ownerSVGElement ? node.getScreenCTM().a : box.width / (node.offsetWidth || box.width);
    words.push([parseFloat(getComputedStyle(node).fontSize) * drawn * scale, node.textContent.trim().slice(0, 40)]);
  }
  return words.sort((a, b) => a[0] - b[0]);
}"""
WORDS = (
    "[...document.querySelectorAll('.sdg-slide-cell.current :is(text, h2, p)')]"
    ".filter((node) => node.textContent.trim())"
)
OUTSIDE = (
    f"() => {WORDS}.filter((node) => !node.closest('.sdg-slide-hidden'))"
    """
  .map((node) => [node.getBoundingClientRect(), node.textContent.slice(0, 40), 
    node.closest(node.ownerSVGElement ? '.sdg-slide-plot' : '.sdg-deck-frame').getBoundingClientRect()])
  .filter(([box, , room]) => box.width && (box.left < room.left - 1 || box.top < room.top - 1
    || box.right > room.right + 1 || box.bottom > room.bottom + 1))
  .map(([, words]) => words)"""
)


def show(page: Page, server: Server, query: str) -> Page:
    """Open a slide and wait until every slide is drawn."""
    page.goto(f"{server.url}/present?{query}")
    expect(page.locator(SHOWN)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(300)
    return page


def number(page: Page) -> int:
    return int(page.locator(".sdg-deck").get_attribute("data-slide"))


def drawn_again(page: Page, lang: str, theme: str) -> None:
    expect(page.locator(f".sdg-deck[data-drawn^='{lang} {theme} ']")).to_be_attached()


@pytest.fixture(scope="module")
def deck(browser: Browser, server: Server) -> Iterator[Page]:
    """The overview on a screen of 1920 × 1080, shared by the tests that leave it as they found it."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, color_scheme="light", accept_downloads=True)
    page = context.new_page()
    yield show(page, server, "deck=overview&slide=1")
    context.close()


@pytest.fixture
def slides(deck: Page) -> Page:
    """The shared deck, at its first slide."""
    deck.keyboard.press("Home")
    assert number(deck) == 1
    return deck


def test_p1_nothing_but_the_slide_is_on_the_screen_and_one_key_brings_the_rest_back(page: Page, server: Server) -> None:
    show(page, server, "deck=youth&slide=2")
    for name in CHROME:
        for found in page.get_by_test_id(name).all():
            expect(found).to_be_hidden()
    expect(page.locator(".modebar").filter(visible=True)).to_have_count(0)
    bars = "[innerWidth - document.documentElement.clientWidth, document.documentElement.scrollHeight - innerHeight]"
    assert page.evaluate(bars) == [0, 0]
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stHeader")).to_be_visible()
    expect(page.locator(".sdg-deck.showing")).to_have_count(0)


def test_p2_keys_and_clickers_move_and_a_number_jumps(slides: Page) -> None:
    steps = [
        ("ArrowRight", 2),
        ("Space", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("PageUp", 2),
        ("End", 7),
        ("PageDown", 7),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("Shift+Space", 1),
        ("Enter", 2),
    ]
    for key, wanted in steps:
        slides.keyboard.press(key)
        assert number(slides) == wanted, key
    slides.keyboard.type("5")
    expect(slides.locator(".sdg-deck-jump")).to_have_text("5 ⏎")
    slides.keyboard.press("Enter")
    assert number(slides) == 5
    assert "slide=5" in slides.url
    slides.keyboard.press("Period")
    expect(slides.locator(CURRENT)).to_be_hidden()
    slides.keyboard.press("Period")
    expect(slides.locator(CURRENT)).to_be_visible()


def test_p2_help_lists_the_keys_and_escape_closes_it_first(slides: Page) -> None:
    slides.keyboard.press("?")
    expect(slides.get_by_role("dialog")).to_contain_text(text("present.key_explore", "en"))
    slides.keyboard.press("Escape")
    expect(slides.locator(".sdg-deck-help")).to_be_hidden()
    expect(slides.locator(SHOWN)).to_be_visible()


def test_p2_keys_are_never_taken_while_a_person_types(page: Page, server: Server) -> None:
    show(page, server, "deck=own&s=line~series=neet_15_24&s=pay&slide=2")
    page.evaluate("""() => { const field = document.createElement('input'); field.id = 'typed';
        document.querySelector('.sdg-deck').append(field); field.focus(); }""")
    page.keyboard.type("2 fte")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#typed").input_value() == "2 fte"
    assert number(page) == 2


@pytest.mark.parametrize(
    ("deck_id", "lang", "size"), [("overview", "ru", SIZES[0]), ("regions", "kk", SIZES[1]), ("women", "en", SIZES[0])]
)
def test_p3_type_is_never_below_24_pixels_and_nothing_leaves_the_screen(
    new_page: Callable[..., Page], server: Server, deck_id: str, lang: str, size: tuple[int, int]
) -> None:
    page = show(new_page(*size), server, f"deck={deck_id}&lang={lang}&slide=1")
    for _ in range(page.locator(".sdg-slide-cell").count()):
        size, words = page.evaluate(TYPE)[0]
        assert size >= 23.9, (number(page), words)
        assert page.evaluate(OUTSIDE) == [], number(page)
        page.keyboard.press("ArrowRight")


def test_p5_nothing_jumps_and_p9_a_slide_changes_within_300_milliseconds(slides: Page) -> None:
    slides.evaluate("""() => { window.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; }))
          .observe({ type: 'layout-shift', buffered: false }); }""")
    box = "document.querySelector('.sdg-slide-cell.current .sdg-slide-plot').getBoundingClientRect().toJSON()"
    places, longest = [], 0.0
    for _ in range(6):
        longest = max(
            longest,
            slides.evaluate("""() => new Promise((done) => {
            const from = performance.now();
            window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight' }));
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from)));
        })"""),
        )
        places.append(slides.evaluate(box))
    assert number(slides) == 7
    assert longest < 300
    assert all(place == places[0] for place in places)
    assert slides.evaluate("window.shifts") == 0


def test_p6_a_detour_into_the_live_figures_returns_to_the_very_slide(page: Page, server: Server) -> None:
    show(page, server, "deck=regions&slide=4")
    page.keyboard.press("e")
    page.wait_for_url(re.compile(r"/explore\?.*series=neet_15_24"))
    expect(page.locator("[data-testid=stMain] .sdg-title").first).to_be_visible()
    assert "area=KZ-43" in page.url and "area=KZ-47" in page.url
    page.get_by_role("button", name=text("frame.sex_f", "en"), exact=True).click()
    page.wait_for_url(re.compile("sex="))
    page.locator("[data-testid=stMain] h1").first.click()
    page.keyboard.press("e")
    expect(page.locator(SHOWN)).to_be_visible()
    assert number(page) == 4
    page.wait_for_timeout(2000)
    expect(page.locator(SHOWN)).to_be_visible()
    assert "deck=regions" in page.url and "slide=4" in page.url


def test_p7_source_and_date_stand_on_every_slide_and_in_its_picture(slides: Page) -> None:
    for _ in range(7):
        expect(slides.locator(f"{CURRENT} .sdg-slide-source")).to_contain_text("as of 22 November 2026")
        slides.keyboard.press("ArrowRight")
    with slides.expect_download() as saved:
        slides.keyboard.press("s")
    picture = Image.open(saved.value.path())
    assert picture.width >= 2 * 960
    assert "2026-11-22" in saved.value.suggested_filename


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_p8_words_reach_4_5_to_1_in_every_theme(slides: Page, theme: str) -> None:
    while slides.locator(".sdg-deck").get_attribute("data-theme") != theme:
        slides.keyboard.press("t")
    drawn_again(slides, "en", theme)
    for _ in range(7):
        for ratio, words in slides.evaluate(CONTRAST):
            assert ratio >= 4.5, (number(slides), theme, words)
        slides.keyboard.press("ArrowRight")


CONTRAST = """() => {
  const light = (text) => { const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  const paper = light(getComputedStyle(document.querySelector('.sdg-slide-cell.current .sdg-slide')).backgroundColor);
  const colour = (node) => node.ownerSVGElement ? getComputedStyle(node).fill : getComputedStyle(node).color;
  return WORDS.filter((node) => !node.closest('.sdg-slide-hidden, .bars, .point'))
    .map((node) => [ratio(light(colour(node)), paper), node.textContent.slice(0, 40)]);
}""".replace("WORDS", WORDS)


def test_p9_a_lost_server_leaves_the_slide_shows_a_badge_and_goes_on_where_it_was(page: Page) -> None:
    with serve(warm=True) as lost:
        show(page, lost, "deck=youth&slide=2")
        port = lost.url.rpartition(":")[2]
        lost.process.kill()
        lost.process.wait()
        expect(page.locator(".sdg-deck-badge")).to_be_visible()
        expect(page.locator(".sdg-deck-badge")).to_have_text(text("present.player_offline", "en"))
        page.keyboard.press("ArrowRight")
        assert number(page) == 3
        expect(page.locator(HEADLINE)).to_contain_text("3.8%")
        with serve(warm=False, port=int(port)):
            expect(page.locator(".sdg-deck-badge")).to_be_hidden()
            page.wait_for_timeout(4000)
            expect(page.locator(SHOWN)).to_be_visible()
            assert number(page) == 3
            assert "slide=3" in page.url


def test_p10_the_saved_file_plays_without_a_network(page: Page, hear: Callable[..., None], tmp_path: Path) -> None:
    made = {lang: build_deck("regions", (), "", lang, AS_OF) for lang in LANGUAGES}
    (tmp_path / "deck.html").write_bytes(write_deck_html(made, "ru"))
    page.context.set_offline(True)
    requests: list[str] = []
    hear(page, "request", lambda request: requests.append(request.url))
    page.goto((tmp_path / "deck.html").as_uri())
    expect(page.locator(SHOWN)).to_be_visible()
    assert page.locator(HEADLINE).inner_text().replace("\n", " ") == made["ru"].slides[0].headline
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    assert number(page) == 6
    expect(page.locator(f"{CURRENT} .sdg-slide-plot > svg path").first).to_be_attached()
    page.keyboard.press("l")
    drawn_again(page, "en", "light")
    assert number(page) == 6
    assert [url for url in requests if not url.startswith(("file:", "blob:", "data:"))] == []


def test_p10_the_three_files_are_handed_out_on_the_page(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/present?deck=donor&lang=kk")
    with page.expect_download() as saved:
        page.get_by_role("button", name=text("present.file_pptx", "kk")).click()
    assert saved.value.suggested_filename == "kazakhstan-sdg-deck_donor_as-of-2026-11-22_kk.pptx"
    assert len(Presentation(io.BytesIO(Path(saved.value.path()).read_bytes())).slides) == 8


def test_p11_the_language_changes_on_the_slide_without_changing_it(slides: Page) -> None:
    slides.keyboard.press("3")
    slides.keyboard.press("Enter")
    theme = slides.locator(".sdg-deck").get_attribute("data-theme")
    seen = set()
    for _ in LANGUAGES:
        slides.keyboard.press("l")
        lang = slides.locator(".sdg-deck").get_attribute("lang")
        drawn_again(slides, lang, theme)
        seen.add(lang)
        assert number(slides) == 3
        assert f"lang={lang}" in slides.url
        for _ in slides.locator(".sdg-slide-cell").all():
            assert slides.evaluate(OUTSIDE) == [], (lang, number(slides))
            slides.keyboard.press("ArrowRight")
        slides.keyboard.type("3")
        slides.keyboard.press("Enter")
        assert slides.locator(HEADLINE).evaluate("(head) => head.scrollHeight <= head.clientHeight + 1")
    assert seen == set(LANGUAGES)


def test_p12_notes_and_timer_open_in_a_window_of_their_own(page: Page, server: Server) -> None:
    show(page, server, "deck=youth&slide=1")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    expect(notes.locator("h1")).to_contain_text("5.8%")
    expect(notes.locator("time")).to_have_text(re.compile(r"\d+:\d\d"))
    note = notes.locator("li").first.inner_text()
    assert note not in page.locator(".sdg-deck").inner_text()
    notes.keyboard.press("ArrowRight")
    expect(page.locator(".sdg-deck")).to_have_attribute("data-slide", "2")
    expect(notes.locator("h1")).to_have_text(page.locator(HEADLINE).inner_text())


def test_present_this_opens_the_chart_as_it_stands_and_escape_returns(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=unemployment_total&area=KZ-47&lang=ru")
    page.get_by_role("button", name=text("chart.present", "ru"), exact=True).first.click()
    expect(page.locator(SHOWN)).to_be_visible()
    expect(page.locator(HEADLINE)).to_contain_text("Мангистауская")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"/explore\?.*series=unemployment_total"))
    expect(page.get_by_role("heading", level=1)).to_have_text(text("explore.title", "ru"))


def test_a_page_is_presented_as_it_stands(page: Page, server: Server) -> None:
    open_ready(page, f"{server.url}/explore?series=unemployment_total&area=KZ-47")
    page.get_by_test_id("stTopNavLink").filter(has_text=text("frame.nav_present", "en")).click()
    page.get_by_text(text("present.page", "en"), exact=True).click()
    page.wait_for_url(re.compile("deck=page.*unemployment_total"))
    page.locator(".sdg-slide-cell").first.click()
    expect(page.locator(HEADLINE)).to_contain_text("Mangystau\u00a05.0%")


@pytest.mark.xfail(run=False, reason="a headline typed right behind a moved slide is lost in a fast browser")
def test_charts_are_collected_reordered_and_shared_by_the_address(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = open_ready(new_page(), f"{server.url}/explore?series=unemployment_total")
    page.get_by_role("button", name=text("chart.deck", "en"), exact=True).first.click()
    expect(page.get_by_test_id("stToast")).to_contain_text("1 slide")
    page.get_by_test_id("stTopNavLink").filter(has_text=text("frame.nav_present", "en")).click()
    page.get_by_role("button", name=text("present.take", "en")).click()
    page.wait_for_url(re.compile("deck=own"))
    expect(page.locator(".sdg-slide-cell")).to_have_count(8)
    page.get_by_text(text("present.order", "en")).click()
    page.get_by_role("button", name=text("present.down_short", "en"), exact=True).first.click()
    expect(page.locator(".sdg-slide-headline").nth(1)).to_contain_text("Unemployment fell")
    expect(page.locator(QUIET)).to_be_attached()
    field = page.get_by_role("textbox", name=text("present.headline_label", "en", number=2), exact=True)
    expect(field).to_have_value(re.compile("Unemployment"))
    field.fill("Fewer people look for work")
    field.press("Enter")
    expect(page.locator(".sdg-slide-headline").nth(1)).to_have_text("Fewer people look for work")
    expect(page.locator(".sdg-slide-edited").nth(1)).to_contain_text(text("present.player_edited", "en"))
    page.wait_for_url(re.compile("Fewer"))
    other = open_ready(new_page(), page.url)
    expect(other.locator(".sdg-slide-headline").nth(1)).to_have_text("Fewer people look for work")
