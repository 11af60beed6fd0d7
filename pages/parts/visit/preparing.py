"""What must be there before a page can be drawn: the store and the drawing library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Lock

import streamlit as st

from pages.parts.words.language import text
from queries.errors import StoreUnavailableError
from queries.open_store import open_store
from static import fetch_plotly

ROOT = Path(__file__).resolve().parents[3]
_BUILDING = Lock()


def prepare(lang: str) -> None:
    """Make what a fresh clone lacks, the data store and the drawing library, so that `streamlit run` alone works."""
    try:
        open_store()
    except StoreUnavailableError:
        with st.spinner(text("frame.store_building", lang)):
            _build_store()
    _fetch_library()


def _build_store() -> None:
    """Build the store, or build it again where its file is damaged; one visitor does, the others wait for it."""
    with _BUILDING:
        try:
            open_store()
        except StoreUnavailableError as missing:
            # In a process of its own: what the build needs would stay in the server's memory as long as it runs.
            command = [sys.executable, "-m", "data.store"]
            built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if built.returncode:
                raise StoreUnavailableError(f"the store cannot be built: {built.stderr.strip()}") from missing


@st.cache_resource(show_spinner=False)
def _fetch_library() -> None:
    fetch_plotly.fetch()
