"""The chart component: one small loader per mount, the drawing library and the drawing code once per document.

What is sent to the browser on a rerun is the loader (it is part of every mount) and a compressed payload; both together
stay below 3 KB for a usual chart. The rest is in `static/chart/` and `static/plotly/`.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

BUNDLE = "plotly-basic-4.1.1.min.js"
LOADER_FILE = Path(__file__).with_name("loader.js")
STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"


def _static_version() -> str:
    """A short hash of the drawing code and the outlines, part of its address, so that a new version is never answered from a cache."""
    digest = hashlib.sha256()
    for path in sorted([*(STATIC_FOLDER / "chart").iterdir(), *(STATIC_FOLDER / "geo").glob("*.json")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _loader() -> str:
    text = LOADER_FILE.read_text(encoding="utf-8")
    return text.replace("__BUNDLE__", BUNDLE).replace("__VERSION__", _static_version())


_mount = st.components.v2.component("creative_sdg.chart", js=_loader(), isolate_styles=False)


def pack(payload: Mapping[str, Any]) -> bytes:
    """A payload as the component reads it: compact JSON, deflated. Equal payloads give equal bytes."""
    written = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return zlib.compress(written.encode(), 6)


def unpack(packed: bytes) -> dict[str, Any]:
    """The payload back from its bytes (for tests: `unpack(element.proto.bytes)` of a page run without a browser)."""
    return json.loads(zlib.decompress(packed))


def mount(
    packed: bytes, *, key: str, on_panel: Callable[[], None], on_file: Callable[[], None], on_select: Callable[[], None]
) -> None:
    """Show a packed payload; the callbacks run at the start of the rerun that a reader's action causes."""
    _mount(key=key, data=packed, on_panel_change=on_panel, on_file_change=on_file, on_select_change=on_select)
