"""What all tests share: one store, built once, and Streamlit's caches emptied between pages."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from unittest import mock

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)

# Parts of pages are called without a visit, where Streamlit warns of each of its own functions.
for bare in ("runtime.scriptrunner_utils.script_run_context", "runtime.state.session_state_proxy"):
    logging.getLogger(f"streamlit.{bare}").disabled = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests that prepare the same in one worker; those of queries prepare nothing and go where there is room."""
    for item in items:
        if group := group_of(item):
            item.add_marker(pytest.mark.xdist_group(group))


def group_of(item: pytest.Item) -> str | None:
    """The file of a test, or the language where every card of a language is made; None where any worker will do."""
    if item.path.parent.name == "queries":
        return None
    given = item.callspec.params if hasattr(item, "callspec") else {}
    if item.path.stem in ("test_every_card", "test_every_slide") and "lang" in given:
        return f"every card in {given['lang']}"
    return item.path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session", autouse=True)
def store_is_built() -> None:
    """Build the store where it is missing, so that a single test runs on a fresh clone too."""
    from data.store import build
    from queries.open_store import store_path

    if not store_path().exists():
        build()


@pytest.fixture(scope="module")
def plain_main() -> Iterator[None]:
    """Take back the main module that a run of an app leaves behind: a process that is started would run its file."""
    with mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        yield


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    """Empty Streamlit's process-wide caches before and after a test."""
    import streamlit as st

    st.cache_data.clear()
    st.cache_resource.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()
