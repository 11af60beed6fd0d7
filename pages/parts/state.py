"""What the reader has chosen, kept in the address so that a link opens the same view in any browser.

The address holds codes (`?area=KZ-75&sex=F&lang=kk`), never words, so a link survives a change of language. Streamlit's
own binding writes the translated label of an option instead of its code and forgets a choice on pages without its
widget; therefore the choices live in the session under their address names and are written to the address here.

Rules: the door calls `open_address` before and `publish` after each page. A code in the address that is not an
option gives a notice and the default. A choice made on one page holds on the next page that asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import queries
from pages.parts import language as words
from pages.parts.ask import ask

Control = Literal["select", "segments", "pills"]

_CHOICES = "_choices"
_WRITTEN = "_written_address"
_ASKED = "_asked_names"
_REJECTED = "_rejected_codes"
_PAGE = "_page_hash"

SEX = ("_T", "F", "M")
URBANISATION = ("_T", "U", "R")
GEOGRAPHY = ("published", "comparable")


# --- the address -----------------------------------------------------------------------------------------------


def open_address() -> None:
    """Read the address at the start of a run; the door calls this once, before anything else.

    A fresh session or a step back in the browser's history takes the whole address. Going to another page keeps the
    choices made so far and lets the link's own parameters win.
    """
    incoming = {name: st.query_params.get_all(name) for name in st.query_params}
    context = get_script_run_ctx()
    stepped_back = bool(context and context.is_history_navigation)
    if _CHOICES not in st.session_state or stepped_back:
        st.session_state[_CHOICES] = incoming
    elif incoming != st.session_state.get(_WRITTEN):
        st.session_state[_CHOICES].update(incoming)
    st.session_state[_ASKED] = []
    st.session_state[_REJECTED] = []
    here = context.page_script_hash if context else ""
    moved = st.session_state.get(_PAGE, here) != here
    st.session_state[_PAGE] = here
    if moved and not stepped_back:
        # A page takes its time to draw; until it has asked for its own names, the address has those of every page.
        read("lang")
        read("as_of")
        publish()


def publish() -> None:
    """Write the choices that the page asked for to the address; the door calls this after the page."""
    asked = st.session_state.get(_ASKED, [])
    chosen = {name: codes for name, codes in _choices().items() if name in asked}
    if {name: st.query_params.get_all(name) for name in st.query_params} != chosen:
        st.query_params.from_dict(chosen)
    st.session_state[_WRITTEN] = chosen


def read(name: str, default: str | None = None) -> str | None:
    """Return the one code chosen under an address name, or the default."""
    codes = read_all(name)
    return codes[0] if codes else default


def read_all(name: str) -> list[str]:
    """Return all codes chosen under an address name, in the order of the address."""
    _note(name)
    return list(_choices().get(name, ()))


def write(name: str, codes: str | int | Sequence[str] | None, default: object = None) -> None:
    """Choose codes under an address name; None, nothing or the default takes the name out of the address.

    For choices that come from a chart or a button; widgets of this module do it by themselves.
    """
    listed = _as_codes(codes)
    if not listed or listed == _as_codes(default):
        _choices().pop(name, None)
    else:
        _choices()[name] = listed
    _note(name)
    publish()


def forget(names: Sequence[str]) -> None:
    """Take names out of the choices: the page's filters return to their defaults."""
    for name in names:
        _choices().pop(name, None)
    publish()


def rejected() -> list[tuple[str, str]]:
    """Return the (name, code) pairs of the address that this run could not use."""
    return list(st.session_state.get(_REJECTED, ()))


def link(path: str, **choices: object) -> str:
    """Return the relative address of a page with the present language and as-of date and the given choices."""
    kept = {name: codes for name, codes in _choices().items() if name in ("lang", "as_of")}
    given = {name.rstrip("_"): _as_codes(codes) for name, codes in choices.items() if codes}
    query = urlencode(kept | given, doseq=True)
    return f"{path}?{query}" if query else path


def carried() -> dict[str, str]:
    """Return the language and as-of date as link parameters, for links that choose something on another page."""
    return {name: codes[0] for name, codes in _choices().items() if name in ("lang", "as_of") and codes}


def permalink() -> str:
    """Return the query string (`?...`) of the view as it stands."""
    asked = st.session_state.get(_ASKED, [])
    query = urlencode({name: codes for name, codes in _choices().items() if name in asked}, doseq=True)
    return f"?{query}"


def one_of(name: str, options: Sequence[str], default: str) -> str:
    """Return the code chosen under an address name without drawing a widget; the default where it is no option."""
    return _accepted(name, dict.fromkeys(options)) or default


# --- what every page needs --------------------------------------------------------------------------------------


def language() -> str:
    """Return the reader's language: en, ru or kk."""
    code = read("lang", words.DEFAULT_LANGUAGE)
    return code if code in words.LANGUAGES else words.DEFAULT_LANGUAGE


def release_dates() -> list[date]:
    """Return the dates of all releases in the store, newest first."""
    return list(_release_dates(queries.store_version()))


@lru_cache(maxsize=4)
def _release_dates(store_version: str) -> tuple[date, ...]:
    """The dates once per store: every card of a page asks for the as-of date."""
    return tuple(stamp.date() for stamp in ask("release_dates")["release"])


def newest_release() -> date:
    """Return the newest release date of the store, the default view."""
    return release_dates()[0]


def as_of() -> date:
    """Return the date whose knowledge the pages show; the newest release unless the reader chose an earlier one."""
    dates = release_dates()
    code = read("as_of")
    try:
        day = date.fromisoformat(code) if code else dates[0]
    except ValueError:
        return dates[0]
    return day if dates[-1] <= day else dates[0]


def area_names(lang: str) -> dict[str, str]:
    """Return the short name of every area and group of regions by its code."""
    return dict(ask("areas", lang=lang)[["ref_area", "short_name"]].itertuples(index=False, name=None))


# --- widgets ----------------------------------------------------------------------------------------------------


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
    value = by_code.get(_accepted(name, by_code), default)
    widget = _prepare(name, value)
    shared: dict[str, Any] = {
        "key": widget,
        "format_func": format_option,
        "on_change": _store_one,
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
    wanted = [by_code[code] for code in _accepted_all(name, by_code)]
    value = wanted[:limit] if wanted else list(default)
    widget = _prepare(name, value)
    shared: dict[str, Any] = {
        "key": widget,
        "format_func": format_option,
        "on_change": _store_many,
        "args": (name, widget, tuple(default)),
        "label_visibility": label_visibility,
        "help": help,
    }
    if control == "select":
        return st.multiselect(label, list(options), placeholder=placeholder, max_selections=limit, **shared)
    draw = st.segmented_control if control == "segments" else st.pills
    return draw(label, list(options), selection_mode="multi", **shared)


def choose_flag(name: str, *, label: str, help: str | None = None) -> bool:
    """Draw a switch; on is `?name=1` in the address."""
    value = _accepted(name, {"1": True, "0": False}) == "1"
    widget = _prepare(name, value)
    return st.toggle(label, key=widget, on_change=_store_flag, args=(name, widget), help=help)


def choose_span(name: str, first: int, last: int, *, label: str, help: str | None = None) -> tuple[int, int]:
    """Draw a two-ended slider over whole numbers; the address has `<name>=first-last`, absent for the whole span."""
    start, end = _span(name, first, last)
    if first == last:
        return first, last
    widget = _prepare(name, (start, end))
    return st.slider(
        label, first, last, key=widget, on_change=_store_span, args=(name, widget, (first, last)), help=help
    )


def choose_number(name: str, first: int, last: int, *, label: str, default: int | None = None) -> int:
    """Draw a one-ended slider over whole numbers (a year); the default is the last one."""
    default = last if default is None else default
    known = {str(number): number for number in range(first, last + 1)}
    value = known.get(_accepted(name, known), default)
    if first == last:
        return last
    widget = _prepare(name, value)
    return st.slider(label, first, last, key=widget, on_change=_store_one, args=(name, widget, default))


def write_words(name: str, *, label: str, placeholder: str, help: str | None = None) -> str:
    """Draw a line for free words (a search) and return them without outer blanks; at most 80 characters are kept."""
    widget = _prepare(name, (read(name) or "")[:80])
    return st.text_input(
        label,
        key=widget,
        placeholder=placeholder,
        on_change=_store_one,
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


def geography() -> str:
    """Draw the choice of regions as published in each year or as groups comparable over time."""
    lang = language()
    return choose_one(
        "geo",
        GEOGRAPHY,
        label=words.text("frame.geo", lang),
        format_option=lambda code: words.text(f"frame.geo_{code}", lang),
        control="segments",
    )


def areas(
    options: Sequence[str], names: dict[str, str], *, default: Sequence[str] = (), limit: int | None = 6
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


def years(first: int, last: int) -> tuple[int, int]:
    """Draw the choice of a period within the years that exist."""
    return choose_span("years", first, last, label=words.text("frame.years", language()))


def year(first: int, last: int, default: int | None = None) -> int:
    """Draw the choice of one year."""
    return choose_number("year", first, last, label=words.text("frame.year", language()), default=default)


# --- how choices are kept ---------------------------------------------------------------------------------------


def _choices() -> dict[str, list[str]]:
    if _CHOICES not in st.session_state:
        st.session_state[_CHOICES] = {name: st.query_params.get_all(name) for name in st.query_params}
    return st.session_state[_CHOICES]


def _note(name: str) -> None:
    asked = st.session_state.setdefault(_ASKED, [])
    if name not in asked:
        asked.append(name)


def _as_codes(codes: object) -> list[str]:
    if codes is None or codes == "":
        return []
    if isinstance(codes, (list, tuple, set)):
        return [str(code) for code in codes]
    return [str(codes)]


def _accepted(name: str, known: dict[str, Any]) -> str | None:
    codes = _accepted_all(name, known)
    return codes[0] if codes else None


def _accepted_all(name: str, known: dict[str, Any]) -> list[str]:
    """Return the chosen codes that are options here; the others are noted once and leave the choices.

    A code that is well-formed but no option on this page (a region that a series lacks) is left in place for the
    next page that knows it, and noted all the same so that the reader learns why it is not shown.
    """
    codes = read_all(name)
    for code in codes:
        if code not in known:
            st.session_state.setdefault(_REJECTED, []).append((name, code))
    return [code for code in codes if code in known]


def _prepare(name: str, value: Any) -> str:
    """Set the widget of an address name to the choice and return its key.

    The key changes with the language: Streamlit sends a widget's words, not its codes, and words of the former language
    would come back as a choice that does not exist.
    """
    widget = f"choose_{name}" if name == "lang" else f"choose_{name}_{language()}"
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    return widget


def _span(name: str, first: int, last: int) -> tuple[int, int]:
    code = read(name)
    if code is None:
        return first, last
    parts = code.split("-")
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        st.session_state.setdefault(_REJECTED, []).append((name, code))
        return first, last
    start, end = sorted(min(max(int(part), first), last) for part in parts)
    return start, end


def _store_one(name: str, widget: str, default: object) -> None:
    write(name, st.session_state[widget], default)


def _store_many(name: str, widget: str, default: tuple[Any, ...]) -> None:
    write(name, st.session_state[widget], default)


def _store_flag(name: str, widget: str) -> None:
    write(name, "1" if st.session_state[widget] else None)


def _store_span(name: str, widget: str, whole: tuple[int, int]) -> None:
    start, end = st.session_state[widget]
    write(name, None if (start, end) == whole else f"{start}-{end}")
