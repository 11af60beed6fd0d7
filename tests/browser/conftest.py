"""A real browser on a real server. A page that asks another host for anything, or raises an error, fails its test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Request, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, installed
from tests.browser.modules import ModulePage, reopened
from tests.browser.servers import Server, shared

# Every chart is drawn and nothing that ends is on its way from one look to another, and so it was three looks before.
SETTLED = """() => {
  const drawn = [...document.querySelectorAll('.sdg-card')].every((card) => card.querySelector('.main-svg'));
  const moves = document.getAnimations().some((one) => one.playState === 'running'
    && one.effect.getComputedTiming().endTime !== Infinity);
  const look = drawn && !moves ? document.querySelectorAll('*').length : null;
  window.sameLooks = look && look === window.lastLook ? window.sameLooks + 1 : 0;
  window.lastLook = look;
  return window.sameLooks === 3;
}"""
QUIET = "[data-testid=stApp][data-test-script-state=notRunning]"

expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may miss a moment that a person would wait for: such a test is tried again, and shown
    as tried again; a page that is wrong fails every time.
    """
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One warm server for all browser tests of all workers."""
    folder = tmp_path_factory.getbasetemp()
    with shared(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium, or a skip that says why there is none."""
    path = installed()
    if path is None:
        pytest.skip("no Chromium: neither Debian's nor Playwright's could be installed here")
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        except Error as error:
            pytest.skip(f"Chromium at {path} does not start: {str(error).splitlines()[0]}")
        yield running
        running.close()


class Watch:
    """Collects what a page must never do: ask another host, or raise an error."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []

    def attach(self, context: BrowserContext) -> None:
        """Listen to everything the context's pages do."""
        context.on("request", self._request)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _request(self, request: Request) -> None:
        local = request.url.startswith(("about:", "http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:"))
        if not local:
            self.outside.append(request.url)

    def report(self) -> None:
        """Fail on what was collected, and collect anew."""
        outside, errors = self.outside, self.errors
        self.outside, self.errors = [], []
        assert outside == [], "a page asked another host"
        assert errors == [], "a page raised an error"


class Windows:
    """Private windows with a page each, used again by later tests: what has been loaded once need not be again."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.watch = Watch()
        self.idle: list[BrowserContext] = []
        self.used: list[BrowserContext] = []

    def page(self, width: int = 1280, height: int = 720, dark: bool = False) -> Page:
        """Return the empty page of a window that no other page of the test shares."""
        window = self.idle.pop() if self.idle else self._opened()
        self.used.append(window)
        page = window.pages[0]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light")
        return page

    def _opened(self) -> BrowserContext:
        window = self.browser.new_context(reduced_motion="reduce")
        self.watch.attach(window)
        window.new_page()
        return window

    def put_back(self) -> None:
        """Leave nothing of a test in the windows, close those that do not obey, and fail on what was seen in them."""
        while self.used:
            window = self.used.pop()
            try:
                _empty(window)
            except Error:
                window.close()
            else:
                self.idle.append(window)
        self.watch.report()


def _empty(window: BrowserContext) -> None:
    first, *others = window.pages
    for other in others:
        other.close()
    window.set_offline(False)
    window.clear_cookies()
    if first.url.startswith("http"):
        first.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    first.goto("about:blank")


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of all tests of a worker."""
    return Windows(browser)


@pytest.fixture
def new_page(windows: Windows) -> Iterator[Callable[..., Page]]:
    """Open pages in a private window each; after the test, fail on outside requests and page errors.

    Later tests meet the same pages: what a test listens to, it listens to by `hear`.
    """
    yield windows.page
    windows.put_back()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One page in a private window of 1280 × 720."""
    return new_page()


@pytest.fixture
def hear() -> Iterator[Callable[[Page, str, Callable[[Any], None]], None]]:
    """Hear an event of a page until the test ends."""
    with ExitStack() as heard:

        def hear(page: Page, event: str, told: Callable[[Any], None]) -> None:
            page.on(event, told)
            heard.callback(page.remove_listener, event, told)

        yield hear


@pytest.fixture
def received(page: Page, hear: Callable[..., None]) -> list[bytes]:
    """What the server sends to the page, part by part."""
    parts: list[bytes] = []
    hear(page, "websocket", lambda socket: socket.on("framereceived", lambda part: parts.append(bytes(part))))
    return parts


@pytest.fixture(scope="session")
def module_window(browser: Browser) -> ModulePage:
    """A page without a server for all tests of the browser's modules."""
    return ModulePage(browser)


@pytest.fixture(scope="module")
def modules(module_window: ModulePage) -> Iterator[Page]:
    """A page that can import the modules, the same for all tests of a file; errors on it fail the last of them."""
    yield reopened(module_window.page)
    module_window.report()


def open_ready(page: Page, url: str) -> Page:
    """Go to an address and wait until its title stands and no script runs."""
    page.goto(url)
    expect(page.locator("[data-testid=stMain] h1").first).to_be_visible()
    expect(page.locator(QUIET)).to_be_attached()
    return page


def settled(page: Page) -> Page:
    """Wait until no script runs, every chart is drawn and nothing moves."""
    expect(page.locator(QUIET)).to_be_attached()
    page.evaluate("window.lastLook = null")
    page.wait_for_function(SETTLED, polling=100, timeout=60_000)
    return page


def click_mark(page: Page, card: str, key: str) -> None:
    """Click where a card draws the mark of a key; the chart's own layer lies over it."""
    plot = page.locator(f"[data-card={card}] .sdg-plot[data-drawn]")
    plot.wait_for()
    mark = plot.locator(".points path").nth(plot.evaluate("(plot, key) => plot.data[0].ids.indexOf(key)", key))
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def choose_option(page: Page, control: Locator, place: int) -> None:
    """Open a list and choose one of its options; a list that an answer closes while it opens is opened again."""
    option = page.get_by_role("option").nth(place)
    for _ in range(3):
        control.locator("input").click()
        try:
            option.click(timeout=5_000)
        except Error:
            page.keyboard.press("Escape")
        else:
            return
    pytest.fail(f"option {place} cannot be chosen")
