"""How the server answers: its own files and Streamlit's from memory, and small answers at once."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import gzip
import hashlib
import os
import re
import socket
import stat
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts.streamlit import bundle
from pages.parts.streamlit.document import STREAMLIT_FOLDER, written_document
from pages.parts.streamlit.warm import open_pages
from static.fetch_plotly import BUNDLE

STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"
MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
}
PACKED_ALREADY = (".png", ".woff2")
A_YEAR = 31_536_000
MOST_SOCKETS = 256
YOUNG_OBJECTS = 10_000
# The number of this option in GNU's malloc.h.
M_ARENA_MAX = -8


def routes() -> list[Route]:
    """Return the route of the files in `static/`; Streamlit's own, which it replaces, packs a file at each request."""
    return [Route("/app/static/{path:path}", _static_file)]


def lifespan(pages: Sequence[tuple[str, str]]) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """Prepare what a first visit needs while the server starts; for `st.App`.

    `pages` (path, query string) are opened one after another as soon as the server answers: a visitor who comes before
    the last of them is served all the same.
    """

    @asynccontextmanager
    async def prepared(app: st.App) -> AsyncIterator[None]:
        share_arenas()
        _hold_first_files()
        opening = asyncio.create_task(_open_first(app, pages))
        yield
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)

    return prepared


async def _open_first(app: st.App, pages: Sequence[tuple[str, str]]) -> None:
    await open_pages(app, pages)
    # What is kept by now lives as long as the server: no collection of garbage need look at it again.
    gc.collect()
    gc.freeze()
    # A run makes some thousand objects that are gone with it: looked for at every seven hundredth, as Python does of
    # itself, they took one millisecond of each run.
    gc.set_threshold(YOUNG_OBJECTS)


def share_arenas() -> None:
    """Let all threads take memory from two arenas where the C library is GNU's: it gives every thread one of its own,
    each run of a page has a thread, and what is left of a run stays in its arena."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def _hold_first_files() -> None:
    """Prepare sockets and the files of a first visit."""
    send_at_once()
    named = set(re.findall(r"static/js/[^\"]+\.js", written_document("", "en")))
    for path in (BUNDLE, *(STREAMLIT_FOLDER / name for name in sorted(named))):
        if path.is_file():
            _held(path, path.stat().st_mtime_ns)


def send_at_once() -> None:
    """Let the server send small answers without waiting for the browser's receipt of the part before.

    Streamlit binds its socket without naming the protocol, and asyncio switches the wait (Nagle's algorithm) off only
    for sockets that name it. An answer travels as head and body, so each small file waited for the receipt of its head:
    42 ms, and with this 2 ms, for each of the hundred files of a first visit. Connections inherit the setting.
    """
    for number in range(3, MOST_SOCKETS):
        try:
            is_socket = stat.S_ISSOCK(os.fstat(number).st_mode)
        except OSError:
            continue
        if is_socket:
            with socket.socket(fileno=os.dup(number)) as held:
                if held.family in (socket.AF_INET, socket.AF_INET6) and held.type == socket.SOCK_STREAM:
                    held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@dataclass(frozen=True)
class HeldFile:
    """A file as it is sent."""

    content: bytes
    headers: dict[str, str]


class FilesOfStreamlit:
    """ASGI middleware: Streamlit's files, packed and from memory, where Streamlit reads each from disk unpacked.

    A first visit asks for some ninety of them, 2.6 MB; packed they are 0.8 MB and take the server a third of the time.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is a file of Streamlit's, and hand everything else on."""
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"].startswith("/static/"):
            path = _file(STREAMLIT_FOLDER, scope["path"].lstrip("/"))
            if path is not None:
                await _answer(Request(scope), path, lasting=True)(scope, receive, send)
                return
        await self.app(scope, receive, send)


async def _static_file(request: Request) -> Response:
    name = request.path_params["path"]
    # A version in the address, or in the name, makes it the address of these very bytes.
    lasting = "v" in request.query_params
    if name in bundle.ENTRIES:
        return _sent(request, _bundled(name), lasting=lasting)
    path = _file(STATIC_FOLDER, name)
    if path is None:
        raise HTTPException(404)
    return _answer(request, path, lasting=lasting or path == BUNDLE)


def _file(folder: Path, name: str) -> Path | None:
    """The file of a name in a folder, if it is there and meant for browsers."""
    path = (folder / name).resolve()
    return path if path.suffix in MEDIA_TYPES and path.is_relative_to(folder) and path.is_file() else None


def _answer(request: Request, path: Path, *, lasting: bool) -> Response:
    return _sent(request, _held(path, path.stat().st_mtime_ns), lasting=lasting)


def _sent(request: Request, held: HeldFile, *, lasting: bool) -> Response:
    headers = held.headers | {"Cache-Control": f"public, immutable, max-age={A_YEAR}" if lasting else "no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "Content-Encoding" in headers and "gzip" not in request.headers.get("accept-encoding", ""):
        plain = {name: value for name, value in headers.items() if name != "Content-Encoding"}
        return Response(gzip.decompress(held.content), headers=plain)
    return Response(held.content, headers=headers)


@lru_cache(maxsize=512)
def _held(path: Path, changed: int) -> HeldFile:
    """The file as it stood at a time of change, packed once."""
    return _packed(path.read_bytes(), path.suffix)


@lru_cache(maxsize=len(bundle.ENTRIES))
def _bundled(name: str) -> HeldFile:
    return _packed(bundle.bundle(name).encode(), Path(name).suffix)


def _packed(content: bytes, ending: str) -> HeldFile:
    headers = {
        "Content-Type": MEDIA_TYPES[ending],
        "ETag": f'"{hashlib.sha256(content).hexdigest()[:20]}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if ending in PACKED_ALREADY:
        return HeldFile(content, headers)
    return HeldFile(gzip.compress(content, 9, mtime=0), headers | {"Content-Encoding": "gzip"})
