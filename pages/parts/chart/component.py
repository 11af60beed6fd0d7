"""The chart component: a tiny loader per mount, and parts of a chart that travel once per session.

What a rerun sends for a chart is the loader (Streamlit repeats it with every mount) and one compressed message: the
hashes of the chart's parts (figure, head, foot) and the text of those parts this browser does not have yet. A filter
that moves one chart therefore costs some hundred bytes for each of the others. A browser that misses a part, because a
message was lost, asks for all of them again. The drawing library and code are in `static/`, loaded once per document.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

LOADER_FILE = Path(__file__).with_name("loader.js")
STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"
# How many parts a browser is trusted to hold; it keeps at least as many (`static/chart/mount.js`).
SENT_LIMIT = 400
PLAIN_LIMIT = 2_500
_SENT = "_chart_parts_sent"


@dataclass(frozen=True)
class Part:
    """One part of a chart as text, and the short hash it is known by."""

    digest: str
    written: str

    @staticmethod
    def of(content: Any) -> Part:
        """The part for some content: compact JSON, so that equal contents have equal hashes."""
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return Part(hashlib.blake2b(written.encode(), digest_size=6).hexdigest(), written)


def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted([*(STATIC_FOLDER / "chart").iterdir(), *(STATIC_FOLDER / "geo").glob("*.json")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


# Part of the address of the code, so that new code is never answered from a browser's cache.
VERSION = _version()
LOADER = LOADER_FILE.read_text(encoding="utf-8").replace("__VERSION__", VERSION)
_mount = st.components.v2.component("creative_sdg.chart", js=LOADER, isolate_styles=False)


def pack(key: str, parts: Mapping[str, Part], unsent: Mapping[str, Part]) -> bytes:
    """The message for one chart: its key, which parts it consists of, and the text of those new to the browser."""
    return _packed({"key": key, "parts": _digests(parts)}, unsent)


def unpack(packed: bytes) -> dict[str, Any]:
    """The parts that a message brings, by name (for tests: `unpack(element.proto.bytes)` on a session's first run)."""
    message = json.loads(packed if packed.startswith(b"{") else zlib.decompress(packed))
    return {name: message["texts"].get(digest) for name, digest in message["parts"].items()}


def mount(parts: Mapping[str, Part], key: str, actions: Mapping[str, Callable[[], None]]) -> None:
    """Show a chart; `actions` has what runs at the start of the rerun that a reader's action causes, by its name."""
    listeners = {f"on_{name}_change": listener for name, listener in actions.items()}
    _mount(key=key, data=pack(key, parts, _unsent(parts)), on_missing_change=_forget_sent, **listeners)


def mount_sheet(key: str, sheet: Part) -> None:
    """Show a sheet: markup that the server wrote and escaped. The old sheet stays until the new one is ready."""
    _mount(key=key, data=pack(key, {"sheet": sheet}, _unsent({"sheet": sheet})), on_missing_change=_forget_sent)


def mount_ahead(
    name: str, widget: str, address: Mapping[str, Sequence[str]], choices: Sequence[Mapping[str, Mapping[str, Part]]]
) -> None:
    """Send what the options of a switch would show: for each option, in its order, the parts of charts by their key.

    It holds as long as the page's address has the given codes under the given names.
    """
    unsent: dict[str, Part] = {}
    for cards in choices:
        for parts in cards.values():
            unsent |= {part.digest: part for part in _unsent(parts).values()}
    listed = [{key: _digests(parts) for key, parts in cards.items()} for cards in choices]
    ahead = {"widget": widget, "address": address, "choices": listed}
    _mount(key=f"ahead_{name}", data=_packed({"ahead": ahead}, unsent))


def _digests(parts: Mapping[str, Part]) -> dict[str, str]:
    return {name: part.digest for name, part in parts.items()}


def _packed(message: Mapping[str, Any], unsent: Mapping[str, Part]) -> bytes:
    """A message as it travels: a small one as it is, a larger one deflated, since a browser inflates only by a detour
    that costs it some frames."""
    texts = ",".join(f'"{part.digest}":{part.written}' for part in unsent.values())
    head = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    written = f'{head[:-1]},"texts":{{{texts}}}}}'.encode()
    return written if len(written) <= PLAIN_LIMIT else zlib.compress(written, 6)


def _unsent(parts: Mapping[str, Part]) -> dict[str, Part]:
    """The parts that this session's browser does not have yet; from now on it counts as having them."""
    sent: dict[str, None] = st.session_state.setdefault(_SENT, {})
    unsent = {name: part for name, part in parts.items() if part.digest not in sent}
    sent.update(dict.fromkeys(part.digest for part in unsent.values()))
    while len(sent) > SENT_LIMIT:
        del sent[next(iter(sent))]
    return unsent


def _forget_sent() -> None:
    st.session_state[_SENT] = {}
