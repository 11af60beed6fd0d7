"""The browser's modules on an empty page: nothing runs on a server, every file is read from `static/`."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from pages.parts.charts.theme import THEMES
from pages.parts.streamlit.bundle import ENTRIES, bundle
from static.fetch_plotly import BUNDLE

STATIC_FOLDER = Path(__file__).resolve().parents[2] / "static"
HOST = "http://127.0.0.1:9"
DOCUMENT = """<!doctype html><html><head><style>
  @font-face {{ font-family: Inter; font-weight: 100 900; src: url(/fonts/inter-variable.woff2) format("woff2"); }}
  body {{ margin: 0; font-family: Inter; background: {paper}; font-variant-numeric: tabular-nums; }}
  html {{ --st-background-color: {paper}; --st-text-color: {ink}; --st-font: Inter; }}
</style></head><body></body></html>"""


class ModulePage:
    """A page that can import modules (`await import("/chart/cut.js")`) and draw."""

    def __init__(self, browser: Browser) -> None:
        self.page, self.errors = browser.new_page(), []
        self.page.on("pageerror", lambda error: self.errors.append(error))
        self.page.route(f"{HOST}/**", _answer)

    def report(self) -> None:
        """Fail on the errors that were raised, and collect anew."""
        errors, self.errors[:] = list(self.errors), []
        assert errors == []


def reopened(page: Page) -> Page:
    """The page as it was at first: modules forget what they held."""
    page.goto(f"{HOST}/")
    page.add_script_tag(url=f"{HOST}/plotly/{BUNDLE.name}")
    page.evaluate("window.sdgPlotly = Promise.resolve(window.Plotly)")
    return page


def called(page: Page, module: str, name: str, *values: Any) -> Any:
    """What a function of a module returns."""
    return page.evaluate(
        "async ([module, name, values]) => (await import(module))[name](...values)", [f"/{module}", name, list(values)]
    )


def _answer(route: Route) -> None:
    address = route.request.url.split("?")[0].removeprefix(f"{HOST}/")
    path = STATIC_FOLDER / address
    if not address:
        route.fulfill(body=DOCUMENT.format(**THEMES["light"]), content_type="text/html")
    elif address in ENTRIES:
        route.fulfill(body=bundle(address), content_type="text/javascript")
    elif path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "text/plain")
    else:
        route.fulfill(status=404)
