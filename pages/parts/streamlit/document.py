"""The HTML document every page starts from: Streamlit's own, told ahead what the page is going to need.

Streamlit's document names only what its own start needs; a widget, the chart component and the drawing library are
asked for one after another, once the page's first message has come. Named in the document, they are fetched while
Streamlit starts. The document also says where the server is, so that the browser need not try addresses, and in which
language the page is, before any script runs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import file_util

from pages.parts.streamlit.component import VERSION
from pages.parts.words.language import spoken, text
from static.fetch_plotly import BUNDLE

STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"
FRAME_FOLDER = STATIC_FOLDER / "frame"
# Resolved, for every address is: an environment may be reached by a link.
STREAMLIT_FOLDER = Path(file_util.get_static_dir()).resolve()
# Elements that stand above the first chart of most pages, by the name of Streamlit's file for each.
ELEMENTS = ("BidiComponent", "ButtonGroup", "Selectbox", "Multiselect", "Slider", "Html", "Button")
WITHOUT_CHARTS = ("snapshot", "about")
WITH_MAP_FIRST = ("regions",)
OUTLINES = "outlines_2022.json"
# Streamlit announces its own font, which no page uses.
STREAMLIT_FONT = re.compile(r'<link\s[^>]*as="font"[^>]*/>')
INTER = '<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/fonts/inter-variable.woff2" />'
# What Streamlit otherwise learns by two requests before it connects; no other site may steer the page by messages.
# The chart component sees what goes out and comes in over the connection before Streamlit does
# (`static/chart/mount.js`): each message is handed on, in its turn, once the charts on screen have what it brings them.
CONNECTION = """<script>
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      let turn = Promise.resolve();
      this.addEventListener("message", (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        const { data } = event;
        const seen = window.sdgArrived?.(data).catch(console.error);
        turn = turn.then(() => seen).then(() => this.dispatchEvent(new MessageEvent("message", { data })));
      });
    }
    send(data) {
      window.sdgAsked?.();
      super.send(data);
    }
  };
  window.__streamlit = {
    BACKEND_BASE_URL: new URL("./", location.href).href,
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
  };
</script>"""


def routes(paths: tuple[str, ...]) -> list[Route]:
    """Return the routes that answer the addresses of pages; `paths` as in `frame.PATHS`, "" is the first page."""
    return [Route(f"/{path}", _document, name=path or "first") for path in paths]


async def _document(request: Request) -> HTMLResponse:
    wished = [part.split(";")[0] for part in request.headers.get("accept-language", "").split(",")]
    lang = spoken([request.query_params.get("lang", ""), *wished])
    written = written_document(request.url.path.strip("/"), lang)
    return HTMLResponse(written, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"})


@lru_cache(maxsize=64)
def written_document(path: str, lang: str) -> str:
    """Return the document of a page in a language."""
    written = (STREAMLIT_FOLDER / "index.html").read_text(encoding="utf-8")
    known = set(re.findall(r"static/js/([^\"]+\.js)", written))
    written = written.replace('<html lang="en">', f'<html lang="{lang}">')
    written = written.replace("<title>Streamlit</title>", f"<title>{escape(text('frame.product', lang))}</title>")
    written = STREAMLIT_FONT.sub(INTER, written)
    named = [CONNECTION, *_own_links(path), *_element_links(known), "</head>"]
    written = written.replace("</head>", "\n".join(named))
    # In the body, behind the styles that Streamlit adds to the head while it runs: these are to be overruled.
    style = frame_address("frame.css")
    return written.replace("</body>", f'<link rel="stylesheet" href="./{style}">\n</body>')


def frame_address(name: str) -> str:
    """Return the address of one of the frame's files, relative to a page, with its version."""
    return f"app/static/frame/{name}?v={hashlib.sha256((FRAME_FOLDER / name).read_bytes()).hexdigest()[:10]}"


def _own_links(path: str) -> Iterator[str]:
    """The chart component and its drawing library, with less haste than what Streamlit needs to start."""
    if path not in WITHOUT_CHARTS:
        yield f'<link rel="preload" as="script" fetchpriority="low" href="./app/static/plotly/{BUNDLE.name}">'
    if path in WITH_MAP_FIRST:
        address = f"./app/static/geo/{OUTLINES}?v={VERSION}"
        yield f'<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{address}">'
    yield f'<script type="module" async fetchpriority="low" src="./app/static/chart/chart.js?v={VERSION}"></script>'


def _element_links(known: set[str]) -> Iterator[str]:
    """Streamlit's files for each element and all that they import, without those that the document names already."""
    folder = STREAMLIT_FOLDER / "static" / "js"
    waiting = [path.name for element in ELEMENTS for path in folder.glob(f"{element}.*.js")]
    named = set(known)
    while waiting:
        name = waiting.pop(0)
        if name not in named:
            named.add(name)
            imported = re.findall(r"(?:from|import)\"\./([^\"]+\.js)\"", (folder / name).read_text(encoding="utf-8"))
            waiting = imported + waiting
            yield f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{name}">'
