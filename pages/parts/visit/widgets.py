"""What stands behind a control: the key of its widget, the choice it starts with, what a change writes to the address,
and what the browser is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.parts.visit.address import write
from pages.parts.visit.choices import language

# The ends that each slider of the session had last.
_ENDS = "_slider_ends"
# The controls drawn and not yet told to the browser, by address name.
_NOTED = "_controls_noted"


def widget_key(name: str) -> str:
    """Return the key of the widget of an address name.

    The key changes with the language: Streamlit sends a widget's words, not its codes, and words of the former language
    would come back as a choice that does not exist.
    """
    return f"choose_{name}" if name == "lang" else f"choose_{name}_{language()}"


def taken_notes() -> Mapping[str, Any]:
    """Return the controls noted since the last call, by address name."""
    return st.session_state.pop(_NOTED, {})


def note(name: str, widget: str, kind: str, **more: Any) -> None:
    """Note a control for the browser: its widget, its kind, and its options or ends."""
    noted = st.session_state.setdefault(_NOTED, {})
    noted[name] = {"widget": widget, "kind": kind, **more}


def prepare(name: str, value: Any, start: Any = None) -> str:
    """Set the widget of an address name to the choice and return its key.

    A new widget that would show the choice of itself, because it starts with it, is left alone: a choice that is set
    changes the widget's message, so that its whole list would travel again with the next answer.
    """
    widget = widget_key(name)
    if st.session_state.get(widget, start) != value:
        st.session_state[widget] = value
    return widget


def prepare_slider(name: str, value: Any, first: int, last: int) -> str:
    """Set a slider to the choice and return its key.

    A slider that gets other ends is a new one to Streamlit, which starts it at its first end whatever was set before.
    """
    widget, ends = prepare(name, value), st.session_state.setdefault(_ENDS, {})
    if ends.get(widget) != (first, last):
        ends[widget] = (first, last)
        st.session_state[widget] = value
    return widget


def store_one(name: str, widget: str, default: object) -> None:
    """Write the one choice of a widget to the address."""
    write(name, st.session_state[widget], default)


def store_many(name: str, widget: str, default: tuple[Any, ...]) -> None:
    """Write the choices of a widget to the address."""
    write(name, st.session_state[widget], default)


def store_span(name: str, widget: str, whole: tuple[int, int]) -> None:
    """Write both ends of a slider to the address; the whole span is written as nothing."""
    start, end = st.session_state[widget]
    write(name, None if (start, end) == whole else f"{start}-{end}")
