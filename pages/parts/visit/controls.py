"""Controls: each draws one widget for one address name, keeps the choice in the address, and is told to the browser.

Options are codes (text or whole numbers); words on screen follow the language. What a control can choose is noted, so
that the browser cuts charts in the frame of the click (`static/chart/choose.js`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from pages.parts.streamlit.component import mount_controls
from pages.parts.visit.address import accepted, accepted_all, read, reject
from pages.parts.visit.choices import language
from pages.parts.visit.widgets import (
    note,
    prepare,
    prepare_slider,
    store_many,
    store_one,
    store_span,
    taken_notes,
)
from pages.parts.words import language as words

Control = Literal["select", "segments", "pills"]
Width = int | Literal["stretch"]

SEX = ("_T", "F", "M")
URBANISATION = ("_T", "U", "R")


def tell_controls(key: str) -> None:
    """Tell the browser the controls drawn since the last call; `key` is unique on the page and stable."""
    noted = taken_notes()
    if noted:
        mount_controls(f"controls_{key}", noted)


def choose_one(
    name: str,
    options: Sequence[Any],
    *,
    label: str,
    default: Any = None,
    format_option: Callable[[Any], str] = str,
    control: Control = "select",
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
    help: str | None = None,
    disabled: bool = False,
) -> Any:
    """Draw a widget for one of the options and return the choice; the first option is the default default.

    Options are codes (text or whole numbers); `format_option` gives the words on screen.
    """
    options = list(options)
    default = options[0] if default is None else default
    by_code = {str(option): option for option in options}
    value = by_code.get(accepted(name, by_code), default)
    widget = prepare(name, value, options[0] if control == "select" else None)
    note(name, widget, "list" if control == "select" else "segments", options=options, default=default)
    shared: dict[str, Any] = {
        "key": widget,
        "format_func": format_option,
        "on_change": store_one,
        "args": (name, widget, default),
        "label_visibility": label_visibility,
        "help": help,
        "disabled": disabled,
    }
    if control == "select":
        return st.selectbox(label, options, **shared)
    draw = st.segmented_control if control == "segments" else st.pills
    return draw(label, options, required=True, **shared)


def choose_many(
    name: str,
    options: Sequence[Any],
    *,
    label: str,
    default: Sequence[Any] = (),
    format_option: Callable[[Any], str] = str,
    control: Control = "select",
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
    help: str | None = None,
    placeholder: str | None = None,
    limit: int | None = None,
) -> list[Any]:
    """Draw a widget for any number of the options and return the choices in the order they were made."""
    by_code = {str(option): option for option in options}
    codes = accepted_all(name, by_code)
    for code in codes[limit:] if limit else ():
        reject(name, code)
    wanted = [by_code[code] for code in codes]
    value = wanted[:limit] if wanted else list(default)
    widget = prepare(name, value, [])
    note(
        name, widget, "lists" if control == "select" else "several", options=options, default=list(default), most=limit
    )
    shared: dict[str, Any] = {
        "key": widget,
        "format_func": format_option,
        "on_change": store_many,
        "args": (name, widget, tuple(default)),
        "label_visibility": label_visibility,
        "help": help,
    }
    if control == "select":
        return st.multiselect(
            label, list(options), placeholder=placeholder, max_selections=limit, select_all=False, **shared
        )
    draw = st.segmented_control if control == "segments" else st.pills
    return draw(label, list(options), selection_mode="multi", **shared)


def choose_span(
    name: str, first: int, last: int, *, label: str, help: str | None = None, width: Width = "stretch"
) -> tuple[int, int]:
    """Draw a two-ended slider over whole numbers; the address has `<name>=first-last`, absent for the whole span."""
    start, end = chosen_span(name, first, last)
    if first == last:
        return first, last
    widget = prepare_slider(name, (start, end), first, last)
    note(name, widget, "span", ends=[first, last])
    return st.slider(
        label,
        first,
        last,
        key=widget,
        on_change=store_span,
        args=(name, widget, (first, last)),
        help=help,
        width=width,
    )


def choose_number(name: str, first: int, last: int, *, label: str, default: int | None = None) -> int:
    """Draw a one-ended slider over whole numbers (a year); the default is the last one."""
    default = last if default is None else default
    known = {str(number): number for number in range(first, last + 1)}
    value = known.get(accepted(name, known), default)
    if first == last:
        return last
    widget = prepare_slider(name, value, first, last)
    note(name, widget, "slider", ends=[first, last], default=default)
    return st.slider(label, first, last, key=widget, on_change=store_one, args=(name, widget, default))


def write_words(name: str, *, label: str, placeholder: str, help: str | None = None) -> str:
    """Draw a line for free words (a search) and return them without outer blanks; at most 80 characters are kept."""
    widget = prepare(name, (read(name) or "")[:80])
    return st.text_input(
        label,
        key=widget,
        placeholder=placeholder,
        on_change=store_one,
        args=(name, widget, ""),
        label_visibility="collapsed",
        max_chars=80,
        help=help,
    ).strip()


def sex(options: Sequence[str] = SEX, *, control: Control = "segments") -> str:
    """Draw the choice of women, men or both and return `_T`, `F` or `M`."""
    lang = language()
    return choose_one(
        "sex",
        options,
        label=words.text("frame.sex", lang),
        format_option=lambda code: words.text(f"frame.sex_{code.strip('_').lower()}", lang),
        control=control,
    )


def urbanisation(options: Sequence[str] = URBANISATION, *, control: Control = "segments") -> str:
    """Draw the choice of settlement and return `_T`, `U` (towns) or `R` (villages)."""
    lang = language()
    return choose_one(
        "urbanisation",
        options,
        label=words.text("frame.urbanisation", lang),
        format_option=lambda code: words.text(f"frame.urbanisation_{code.strip('_').lower()}", lang),
        control=control,
    )


def areas(
    options: Sequence[str], names: Mapping[str, str], *, default: Sequence[str] = (), limit: int | None = 6
) -> list[str]:
    """Draw the choice of regions; `names` gives the name of each code in the reader's language."""
    lang = language()
    return choose_many(
        "area",
        options,
        label=words.text("frame.area", lang),
        default=default,
        format_option=lambda code: names.get(code, code),
        placeholder=words.text("frame.area_placeholder", lang),
        limit=limit,
    )


def years(first: int, last: int, *, width: Width = "stretch") -> tuple[int, int]:
    """Draw the choice of a period within the years that exist."""
    return choose_span("years", first, last, label=words.text("frame.years", language()), width=width)


def year(first: int, last: int, default: int | None = None) -> int:
    """Draw the choice of one year."""
    return choose_number("year", first, last, label=words.text("frame.year", language()), default=default)


def chosen_span(name: str, first: int, last: int) -> tuple[int, int]:
    """Return the whole numbers that the address names as `<name>=first-last`, or the whole span, without a widget."""
    code = read(name)
    if code is None:
        return first, last
    start, end = map(int, code.split("-"))
    if end < first or last < start:
        reject(name, code)
        return first, last
    return max(start, first), min(end, last)
