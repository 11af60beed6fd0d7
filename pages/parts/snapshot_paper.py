"""The sheet on its way to the browser: deflated, since Cyrillic text doubles its size and a sheet is long.

The markup is written and escaped in `snapshot_sheet`; the browser inflates it and keeps the old sheet until then.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import streamlit as st

LOADER_FILE = Path(__file__).with_name("snapshot_sheet.js")

_mount = st.components.v2.component(
    "creative_sdg.sheet", js=LOADER_FILE.read_text(encoding="utf-8"), isolate_styles=False
)


def pack(markup: str) -> bytes:
    """Return a sheet as it travels."""
    return zlib.compress(markup.encode(), 9)


def unpack(packed: bytes) -> str:
    """Return the sheet that a message brings (for tests: `unpack(element.proto.bytes)`)."""
    return zlib.decompress(packed).decode()


def show(packed: bytes) -> None:
    """Show a packed sheet in place of the one before."""
    with st.container(key="snapshot_paper"):
        _mount(key="snapshot_sheet", data=packed)
