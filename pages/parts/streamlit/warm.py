"""Open pages once as the server starts, so that the first visitor waits no longer than the second.

A visitor of our own speaks to the application inside the process, over the protocol of Streamlit's browser side; what
pages keep of the store is kept for all visitors.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

from starlette.types import ASGIApp, Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LOGGER = logging.getLogger(__name__)
SECONDS = 90
SOCKET = {
    "type": "websocket",
    "asgi": {"version": "3.0", "spec_version": "2.3"},
    "http_version": "1.1",
    "scheme": "ws",
    "path": "/_stcore/stream",
    "raw_path": b"/_stcore/stream",
    "root_path": "",
    "query_string": b"",
    "headers": [(b"host", b"localhost"), (b"sec-websocket-protocol", b"streamlit")],
    "subprotocols": ["streamlit"],
    "client": ("127.0.0.1", 0),
    "server": ("127.0.0.1", 0),
}


async def open_pages(app: ASGIApp, pages: Iterable[tuple[str, str]]) -> None:
    """Open (path, query string) one after another in one session; whatever fails is written to the log and passed over,
    for a visitor would be told."""
    visitor = _Visitor()
    connection = asyncio.create_task(app(dict(SOCKET), visitor.receive, visitor.send))
    try:
        async with asyncio.timeout(SECONDS):
            for path, query in pages:
                await visitor.open(path, query)
    except TimeoutError:
        LOGGER.warning("not every page was opened within %d seconds", SECONDS)
    finally:
        visitor.say({"type": "websocket.disconnect", "code": 1000})
        await asyncio.gather(connection, return_exceptions=True)


class _Visitor:
    """One websocket, seen from the server's side: what it receives, and what it sends."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[Message] = asyncio.Queue()
        self.finished = asyncio.Event()
        self.say({"type": "websocket.connect"})

    def say(self, message: Message) -> None:
        self.said.put_nowait(message)

    async def receive(self) -> Message:
        return await self.said.get()

    async def send(self, message: Message) -> None:
        content: Any = message.get("bytes")
        if content and _is_last(content):
            self.finished.set()

    async def open(self, path: str, query: str) -> None:
        """Run a page and wait for its end."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = path, query
        self.finished.clear()
        self.say({"type": "websocket.receive", "bytes": asked.SerializeToString()})
        await self.finished.wait()


def _is_last(content: bytes) -> bool:
    """Whether a message says that the run of a page has ended."""
    message = ForwardMsg()
    message.ParseFromString(content)
    return message.WhichOneof("type") == "script_finished"
