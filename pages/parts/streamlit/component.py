"""The chart component: a tiny loader per board of cards, and parts of a card that travel once per session.

What a rerun sends for a board is the loader (Streamlit repeats it with every mount) and one message: the hashes of how
its cards stand and of the parts of each (figure, head, foot), and the text of what this browser does not have yet. A
filter that moves one chart therefore costs some hundred bytes for each of the others. A browser that misses a part,
because a message was lost, asks for all of them again. The drawing library and code are in `static/`, loaded once per
document.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts.streamlit.bundle import version

LOADER_FILE = Path(__file__).with_name("loader.js")
STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"
# How many parts a browser is trusted to hold; it keeps at least as many (`static/chart/mount.js`).
SENT_LIMIT = 800
PLAIN_LIMIT = 1_000
# Before each message; the first byte occurs in no text (`static/chart/mount.js` has it too).
MARK = b"\xf8sdg\xfc"
_SENT = "_chart_parts_sent"
_TURNS = "_chart_turns"

# The parts of several cards, by the card's key and the part's name.
Cards = Mapping[str, Mapping[str, "Part"]]


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


# Part of the address of the code, so that new code is never answered from a browser's cache.
VERSION = version("chart/chart.js")
LOADER = LOADER_FILE.read_text(encoding="utf-8").replace("__VERSION__", VERSION)
_mount = st.components.v2.component("creative_sdg.chart", js=LOADER, isolate_styles=False)


def pack(key: str, rows: Part, cards: Cards, unsent: Mapping[str, Part], turn: int = 0) -> bytes:
    """The message for a board: how its cards stand, the parts each consists of, the texts new to the browser, and how
    often the board has changed."""
    listed = {card: _digests(parts) for card, parts in cards.items()}
    return _packed(key, {"turn": turn, "rows": rows.digest, "cards": listed}, unsent)


def unpack(packed: bytes) -> dict[str, dict[str, Any]]:
    """The parts that a message brings by card and name (in tests: `unpack(element.proto.bytes)` of a first run)."""
    message = read(packed)
    return {
        key: {name: message["texts"].get(digest) for name, digest in parts.items()}
        for key, parts in message["cards"].items()
    }


def read(packed: bytes) -> dict[str, Any]:
    """A message as it was before it was packed."""
    body = packed[len(MARK) + 5 + packed[len(MARK)] :]
    return json.loads(body if body.startswith(b"{") else zlib.decompress(body))


def mount(key: str, rows: Sequence[Mapping[str, Any]], cards: Cards, actions: Mapping[str, Callable[[], None]]) -> None:
    """Show a board of cards; `actions` has what runs at the start of the rerun that a reader's action causes, by name.

    The rows are those of `pages.parts.cards.board`, which is what pages use.
    """
    listeners = {f"on_{name}_change": listener for name, listener in actions.items()}
    stand = Part.of(rows)
    packed = pack(key, stand, cards, unsent([stand, *_parts(cards)]), _turn(key, stand, cards))
    _mount(key=key, data=packed, on_missing_change=forget_sent, **listeners)


def mount_sheet(key: str, sheet: Part) -> None:
    """Show a sheet: markup that the server wrote and escaped. The old sheet stays until the new one is ready."""
    mount(key, [{"widths": [1], "columns": [[{"card": key}]]}], {key: {"sheet": sheet}}, {})


def mount_controls(key: str, controls: Mapping[str, Mapping[str, Any]]) -> None:
    """Tell the browser which controls the page has, so that it can cut by itself what a choice will show.

    `controls` by address name: the key of its widget, its kind (list, segments, slider, span) and the codes of its
    options in their order, or the ends of a slider.
    """
    _mount(key=key, data=_packed(key, {"controls": controls}, {}))


def _digests(parts: Mapping[str, Part]) -> dict[str, str]:
    return {name: part.digest for name, part in parts.items()}


def _packed(key: str, message: Mapping[str, Any], unsent: Mapping[str, Part]) -> bytes:
    """A message as it travels: a mark by which the browser finds it in what arrives, the lengths of key and body, the
    key, and the body: a small one as it is, since deflating would spare next to nothing, a larger one deflated."""
    body = written(message, unsent)
    return MARK + bytes([len(key)]) + len(body).to_bytes(4, "little") + key.encode("ascii") + body


def written(message: Mapping[str, Any], unsent: Mapping[str, Part]) -> bytes:
    """A message with the texts of its new parts as compact JSON; a larger one is deflated."""
    texts = ",".join(f'"{part.digest}":{part.written}' for part in unsent.values())
    head = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    plain = f'{head[:-1]},"texts":{{{texts}}}}}'.encode()
    return plain if len(plain) <= PLAIN_LIMIT else zlib.compress(plain, 6)


def _parts(cards: Cards) -> Iterator[Part]:
    for parts in cards.values():
        yield from parts.values()


def unsent(parts: Iterable[Part]) -> dict[str, Part]:
    """The parts, by digest, that this session's browser does not have yet; from now on it counts as having them."""
    sent: dict[str, None] = st.session_state.setdefault(_SENT, {})
    new = {part.digest: part for part in parts if part.digest not in sent}
    sent.update(dict.fromkeys(new))
    while len(sent) > SENT_LIMIT:
        del sent[next(iter(sent))]
    return new


def _turn(key: str, rows: Part, cards: Cards) -> int:
    """How often a board of this session has changed. Streamlit sends a message that the browser has had before as its
    hash alone: right for a board that stays as it is, but one that goes back to an earlier state would be recognised
    only by Streamlit, after all it compares first."""
    turns: dict[str, tuple[int, int]] = st.session_state.setdefault(_TURNS, {})
    shown = hash((rows.digest, *(part.digest for part in _parts(cards)), *cards))
    last, turn = turns.get(key, (shown, 0))
    turns[key] = (shown, turn + (last != shown))
    return turns[key][1]


def forget_sent() -> None:
    """Send all parts again: the browser misses one."""
    st.session_state[_SENT] = {}
