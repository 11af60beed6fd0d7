"""What a reader is told when a page, or a part of it, cannot be drawn: once, in the reader's language, with the kind of
the cause, what is safe and what to do. The log keeps the whole story."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, ParamSpec

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.visit.choices import language
from pages.parts.words.language import text
from queries.errors import QueryError, QueryTimeout, StoreUnavailableError

LOGGER = logging.getLogger(__name__)
P = ParamSpec("P")
# Kinds of causes, the particular before the general, and the message that names each.
CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (StoreUnavailableError, "store"),
    (QueryTimeout, "timeout"),
    (QueryError, "query"),
    (MemoryError, "memory"),
    (OSError, "system"),
)
_TOLD = "_causes_told"


def failure(error: Exception, lang: str) -> None:
    """Say that a page or a part of it could not be drawn; of one cause only once in a run of the whole page."""
    LOGGER.error("a page failed", exc_info=error)
    cause = next((name for kind, name in CAUSES if isinstance(error, kind)), "program")
    if cause in _told():
        return
    _told().add(cause)
    title, body = text("frame.failure_title", lang), text("frame.failure_body", lang)
    if cause == "store":
        title, body = text("frame.store_missing_title", lang), text("frame.store_missing", lang)
    st.error(f"**{title}**\n\n{body}\n\n{text(f'frame.cause_{cause}', lang)}", icon=":material/error:")


def part(draw: Callable[P, None] | None = None, *, key: str | None = None) -> Any:
    """Decorate a part of a page that is drawn anew by itself (`st.fragment`): where it fails, the rest stands.

    Streamlit would show its own error for it, in English and once more for each fragment around it.
    """
    if draw is None:
        return partial(part, key=key)

    @wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except Exception as error:
            failure(error, language())

    return st.fragment(guarded, key=key)


def _told() -> set[str]:
    """The causes told in this run; a part that is drawn anew by itself tells its own."""
    context = get_script_run_ctx()
    run = getattr(context, "cursors", None)
    held = st.session_state.get(_TOLD)
    if held is None or held[0] is not run:
        held = st.session_state[_TOLD] = (run, set())
    return held[1]
