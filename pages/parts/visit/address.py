"""What the reader has chosen, kept in the address so that a link opens the same view in any browser.

The address holds codes (`?area=KZ-75&sex=F&lang=kk`), never words, so a link survives a change of language. Streamlit's
own binding writes the translated label of an option instead of its code and forgets a choice on pages without its
widget; therefore the choices live in the session under their address names and are written to the address here.

Rules: the door calls `open_address` before and `publish` after each page. A code in the address that is not an
option gives a notice and the default. A choice made on one page holds on the next page that asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.visit.grammar import Refused, read_address

_ADDRESS = "_address"
# What a link to another page takes along.
CARRIED = ("lang", "as_of")


@dataclass
class _Address:
    """What a session has chosen, in one object: each look into Streamlit's session costs more than all work with it.

    `written` is what stands in the browser's address, `asked` the names that the running page asks for, `rejected` the
    codes that it could not use, `page` the page of the run before, `arrived` whether this run opens a page. `given` are
    the names of the address with which the page was opened, `refused` what of it could not be used from the start,
    `fresh` whether this run took an address.
    """

    choices: dict[str, list[str]] = field(default_factory=dict)
    written: dict[str, list[str]] | None = None
    asked: dict[str, None] = field(default_factory=dict)
    rejected: dict[tuple[str, str], None] = field(default_factory=dict)
    page: str | None = None
    arrived: bool = True
    given: tuple[str, ...] = ()
    refused: list[Refused] = field(default_factory=list)
    fresh: bool = True

    def take(self, incoming: dict[str, list[str]], *, whole: bool) -> None:
        """Choose what an address names, keeping the other choices unless it is the whole of them."""
        fitting, self.refused = read_address(incoming)
        self.choices = fitting if whole else self.choices | fitting
        self.given = tuple(fitting)


def open_address() -> None:
    """Read the address at the start of a run; the door calls this once, before anything else.

    A fresh session or a step back in the browser's history takes the whole address. Going to another page keeps the
    choices made so far and lets the link's own parameters win.
    """
    incoming = _incoming()
    context = get_script_run_ctx()
    stepped_back = bool(context and context.is_history_navigation)
    address = st.session_state.get(_ADDRESS)
    here = _page()
    first = address is None
    if first:
        address = st.session_state[_ADDRESS] = _Address()
    moved = address.page not in (None, here)
    address.fresh = first or stepped_back or incoming != address.written
    if address.fresh:
        address.take(incoming, whole=first or stepped_back)
    address.asked, address.rejected = {}, {}
    address.arrived = address.page != here
    if moved and not stepped_back:
        # A page takes its time to draw; until it has asked for its own names, the address has those of every page.
        read("lang")
        read("as_of")
        _write()


def has_arrived() -> bool:
    """Return whether this run opens the page, for the first time or from another one, rather than changing a choice."""
    context = get_script_run_ctx()
    changing = bool(context and context.fragment_ids_this_run)
    return not changing and _address().arrived


def publish() -> None:
    """Write the choices that the page asked for to the address; the door calls this after the page.

    Only now it is known for sure which page runs: a first visit names it by its address until the navigation is made.
    """
    address, here = _address(), _page()
    if address.page not in (None, here) and not address.fresh:
        address.given, address.refused = (), []
    address.page = here
    _write()


def _write() -> None:
    """Write the choices under the names asked for so far."""
    address = _address()
    chosen = {name: codes for name, codes in address.choices.items() if name in address.asked}
    if _incoming() != chosen:
        st.query_params.from_dict(chosen)
    address.written = chosen


def read(name: str, default: str | None = None) -> str | None:
    """Return the one code chosen under an address name, or the default."""
    codes = read_all(name)
    return codes[0] if codes else default


def read_all(name: str) -> list[str]:
    """Return all codes chosen under an address name, in the order of the address."""
    address = _address()
    address.asked[name] = None
    return list(address.choices.get(name, ()))


def write(name: str, codes: str | int | Sequence[str] | None, default: object = None) -> None:
    """Choose codes under an address name; None, nothing or the default takes the name out of the address.

    For choices that come from a chart or a button; widgets of this module do it by themselves.
    """
    address, listed = _address(), _as_codes(codes)
    if not listed or listed == _as_codes(default):
        address.choices.pop(name, None)
    else:
        address.choices[name] = listed
    address.asked[name] = None
    publish()


def forget(names: Sequence[str]) -> None:
    """Take names out of the choices: the page's filters return to their defaults."""
    choices = _address().choices
    for name in names:
        choices.pop(name, None)
    publish()


def rejected() -> list[tuple[str, str]]:
    """Return the (name, code) pairs of the address that could not be used, by their form or by the running page."""
    address = _address()
    malformed = [(refused.name, refused.code) for refused in address.refused if refused.kind == "value"]
    return list(dict.fromkeys([*malformed, *address.rejected]))


def refused() -> list[Refused]:
    """Return what else of the address was left out: names that no page knows or this view does not use, and too many
    codes under one name. The door asks after the page, when it is known what the page uses."""
    address = _address()
    if address.arrived:
        address.refused += [Refused("unused", name) for name in address.given if name not in address.asked]
        address.given = ()
    return [refused for refused in address.refused if refused.kind != "value"]


def link(path: str, **choices: object) -> str:
    """Return the relative address of a page with the present language and as-of date and the given choices."""
    kept = {name: codes for name, codes in _address().choices.items() if name in CARRIED}
    given = {name.rstrip("_"): _as_codes(codes) for name, codes in choices.items() if codes}
    query = urlencode(kept | given, doseq=True)
    return f"{path}?{query}" if query else path


def carried() -> dict[str, str]:
    """Return the language and as-of date as link parameters, for links that choose something on another page."""
    return {name: codes[0] for name, codes in _address().choices.items() if name in CARRIED and codes}


def permalink() -> str:
    """Return the query string (`?...`) of the view as it stands."""
    address = _address()
    query = urlencode({name: codes for name, codes in address.choices.items() if name in address.asked}, doseq=True)
    return f"?{query}"


def one_of(name: str, options: Sequence[str], default: str) -> str:
    """Return the code chosen under an address name without drawing a widget; the default where it is no option."""
    return accepted(name, dict.fromkeys(options)) or default


def reject(name: str, code: str) -> None:
    """Note a code of the address that no widget of this run could use."""
    _address().rejected[name, code] = None


def _address() -> _Address:
    address = st.session_state.get(_ADDRESS)
    if address is None:
        address = st.session_state[_ADDRESS] = _Address()
        address.take(_incoming(), whole=True)
    return address


def _incoming() -> dict[str, list[str]]:
    """What stands in the browser's address."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _page() -> str:
    """The mark of the running page, as far as Streamlit knows it yet."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def _as_codes(codes: object) -> list[str]:
    if codes is None or codes == "":
        return []
    if isinstance(codes, (list, tuple, set)):
        return [str(code) for code in codes]
    return [str(codes)]


def accepted(name: str, known: dict[str, Any]) -> str | None:
    """Return the chosen code of an address name where it is an option, else None."""
    codes = accepted_all(name, known)
    return codes[0] if codes else None


def accepted_all(name: str, known: dict[str, Any]) -> list[str]:
    """Return the chosen codes that are options here; the others are noted once and leave the choices.

    A code that is well-formed but no option on this page (a region that a series lacks) is left in place for the
    next page that knows it, and noted all the same so that the reader learns why it is not shown.
    """
    codes = read_all(name)
    for code in codes:
        if code not in known:
            reject(name, code)
    return [code for code in codes if code in known]
