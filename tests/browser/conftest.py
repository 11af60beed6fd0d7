"""A real browser on a real server. A page that asks another host for anything, or raises an error, fails its test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, installed
from tests.browser.servers import Server, shared

expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser tests of one file in one worker, which has one browser for all of them.

    A browser on a busy machine may miss a moment that a person would wait for: such a test is tried again, and shown
    as tried again; a page that is wrong fails every time.
    """
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2))
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


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


class Window:
    """A private window and its page, used again by the next test, for what has been loaded once need not be again."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.watch = Watch()
        self.context: BrowserContext | None = None

    def page(self) -> Page:
        """Return its page, empty."""
        if self.context is None:
            self.context = self.browser.new_context(**looks())
            self.watch.attach(self.context)
            self.context.new_page()
        return self.context.pages[0]

    def empty(self) -> None:
        """Leave nothing of a test in it, or close it where it does not obey."""
        first, *others = self.context.pages
        try:
            for other in others:
                other.close()
            first.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            first.goto("about:blank")
            first.emulate_media(color_scheme="light")
            self.context.clear_cookies()
        except Error:
            self.context.close()
            self.context = None


def looks(width: int = 1280, height: int = 720, dark: bool = False) -> dict[str, Any]:
    """How a window looks."""
    size, scheme = {"width": width, "height": height}, "dark" if dark else "light"
    return {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def window(browser: Browser) -> Window:
    """The window of most tests."""
    return Window(browser)


@pytest.fixture
def page(window: Window) -> Iterator[Page]:
    """A page of 1280 × 720; after the test, fail on outside requests and page errors.

    It is the same page for all tests: one that listens to what a page does takes a `new_page`.
    """
    yield window.page()
    window.empty()
    window.watch.report()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in a private window each; after the test, fail on outside requests and page errors."""
    watch, contexts = Watch(), []

    def opened(width: int = 1280, height: int = 720, dark: bool = False) -> Page:
        context = browser.new_context(**looks(width, height, dark))
        watch.attach(context)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    watch.report()


def open_ready(page: Page, url: str) -> Page:
    """Go to an address and wait until its title stands and no script runs."""
    page.goto(url)
    expect(page.locator("[data-testid=stMain] h1").first).to_be_visible()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()
    return page
