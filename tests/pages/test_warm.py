"""Pages are opened as the server starts, so that the first visitor waits no longer than the second."""

from __future__ import annotations

from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.parts.streamlit.warm import open_pages
from pages.parts.visit.frame import PATHS
from pages.parts.visit.warm import first_pages
from tests.coroutines import finished


class Application:
    """A server that notes which pages a visitor opens, and ends each run with two messages."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []
        self.ended = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert (scope["type"], scope["path"]) == ("websocket", "/_stcore/stream")
        while (message := await receive())["type"] != "websocket.disconnect":
            if message["type"] == "websocket.connect":
                await send({"type": "websocket.accept", "subprotocol": "streamlit"})
            else:
                await self.answer(message, send)
        self.ended = message["type"]

    async def answer(self, message: Message, send: Send) -> None:
        asked = BackMsg.FromString(message["bytes"]).rerun_script
        self.opened.append((asked.page_name, asked.query_string))
        started, finished = ForwardMsg(), ForwardMsg()
        started.new_session.name = "dashboard.py"
        finished.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
        for one in (started, finished):
            await send({"type": "websocket.send", "bytes": one.SerializeToString()})


def test_pages_are_opened_one_after_another_and_the_visitor_leaves() -> None:
    application = Application()
    pages = (("youth", "lang=kk"), ("", "lang=en"))
    finished(open_pages(application, pages))
    assert application.opened == list(pages)
    assert application.ended == "websocket.disconnect"


def test_every_page_is_opened_in_every_language() -> None:
    assert len(set(first_pages())) == 3 * len(PATHS)
    assert {("youth", "lang=kk"), ("", "lang=ru"), ("explore", "lang=en")} <= set(first_pages())
