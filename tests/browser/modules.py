"""The browser's modules on an empty page: nothing runs on a server, every file is read from `static/`."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from static.fetch_plotly import BUNDLE

STATIC_FOLDER = Path(__file__).resolve().parents[2] / "static"
HOST = "http://127.0.0.1:9"
DOCUMENT = """<!doctype html><html><head><style>
  @font-face {{ font-family: Inter; font-weight: 100 900; src: url(/fonts/inter-variable.woff2) format("woff2"); }}
  body {{ margin: 0; font-family: Inter; background: {paper}; font-variant-numeric: tabular-nums; }}
  html {{ --st-background-color: {paper}; --st-text-color: {ink}; --st-font: Inter; }}
</style></head><body></body></html>"""


def open_modules(page: Page, *, dark: bool = False) -> Page:
    """Bring a page to where it can import modules: `await import("/chart/cut.js")`."""
    colours = {"paper": "#10171e", "ink": "#e8edf2"} if dark else {"paper": "#ffffff", "ink": "#1b2733"}

    def answer(route: Route) -> None:
        path = STATIC_FOLDER / route.request.url.split("?")[0].removeprefix(f"{HOST}/")
        if route.request.url == f"{HOST}/":
            route.fulfill(body=DOCUMENT.format(**colours), content_type="text/html")
        elif path.is_file():
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "text/plain")
        else:
            route.fulfill(status=404)

    page.route(f"{HOST}/**", answer)
    page.goto(f"{HOST}/")
    return page


def add_plotly(page: Page) -> None:
    """Load the drawing library."""
    page.add_script_tag(url=f"{HOST}/plotly/{BUNDLE.name}")
    page.evaluate("window.sdgPlotly = Promise.resolve(window.Plotly)")


def called(page: Page, module: str, name: str, *values: Any) -> Any:
    """What a function of a module returns."""
    return page.evaluate(
        "async ([module, name, values]) => (await import(module))[name](...values)", [f"/{module}", name, list(values)]
    )
