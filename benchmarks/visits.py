"""What one visitor does over the websocket, as a browser does it: open a page, press a button under a chart."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlit.components.v2.bidi_component.constants import EVENT_DELIM
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.asyncio.client import ClientConnection

from pages.parts.streamlit.component import MARK, read

PATIENCE = 60.0
# How the run of a page or of a part of it ends.
ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Board:
    """Charts on a page as a browser knows them: the element, the part of the page that it runs again, its cards."""

    element: str
    fragment: str
    cards: Sequence[str]


@dataclass
class Run:
    """What one run of a page brought: milliseconds until its script ended, bytes, the boards that are new or changed,
    the file that was asked for, and the error that was shown."""

    ms: float = 0.0
    received: int = 0
    boards: list[Board] = field(default_factory=list)
    file: str | None = None
    error: str | None = None

    def take(self, message: ForwardMsg) -> None:
        """Look at an element that arrives."""
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.error = str(element.exception)[:300]
        elif element.WhichOneof("type") == "alert" and element.alert.format in (Alert.ERROR, Alert.WARNING):
            self.error = str(element.alert)[:300]
        elif element.bidi_component.bytes.startswith(MARK):
            told = read(element.bidi_component.bytes).get("cards", {})
            offered = [card for card, parts in told.items() if "foot" in parts]
            if offered:
                self.boards.append(Board(element.bidi_component.id, message.delta.fragment_id, offered))
            self.file = next((card for card, parts in told.items() if "file" in parts), self.file)


async def run_page(socket: ClientConnection, asked: ClientState) -> Run:
    """Run a page, or a part of it, once."""
    started, run = time.perf_counter(), Run()
    await socket.send(BackMsg(rerun_script=asked).SerializeToString())
    while True:
        raw = await asyncio.wait_for(socket.recv(), PATIENCE)
        run.received += len(raw)
        message = ForwardMsg()
        message.ParseFromString(raw)
        if message.WhichOneof("type") == "delta":
            run.take(message)
        if message.WhichOneof("type") == "script_finished" and message.script_finished in ENDS:
            run.ms = 1000 * (time.perf_counter() - started)
            return run


async def take_file(socket: ClientConnection, asked: ClientState, board: Board, card: str, kind: str) -> Run:
    """Take a file of a chart away: an event of its board, which is answered with the board."""
    pressed = WidgetState(
        id=f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{board.element}{EVENT_DELIM}events",
        json_trigger_value=json.dumps([{"event": "file", "value": {"card": card, "kind": kind}}]),
    )
    again = ClientState(
        page_name=asked.page_name,
        query_string=asked.query_string,
        fragment_id=board.fragment,
        widget_states=WidgetStates(widgets=[WidgetState(id=board.element, json_value="{}"), pressed]),
    )
    run = await run_page(socket, again)
    if run.file != card:
        run.error = run.error or f"no {kind} of {card}"
    return run
