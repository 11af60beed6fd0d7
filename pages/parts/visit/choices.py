"""What every page asks about its reader: language, as-of date, and the choices made with widgets.

The choices are kept in the address (`pages.parts.visit.address`); its functions are at hand here too, so that a page
needs this one module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import streamlit as st

from pages.parts.streamlit.door import require_door
from pages.parts.visit.address import (
    carried,
    forget,
    has_arrived,
    link,
    one_of,
    open_address,
    permalink,
    publish,
    read,
    read_all,
    refused,
    reject,
    rejected,
    write,
)
from pages.parts.visit.ask import answer, kept
from pages.parts.words import language as words

__all__ = [
    "area_names",
    "as_of",
    "carried",
    "forget",
    "has_arrived",
    "is_due",
    "kept_releases",
    "language",
    "link",
    "near_year",
    "newest_release",
    "one_of",
    "open_address",
    "permalink",
    "place_forms",
    "preferred_language",
    "publish",
    "read",
    "read_all",
    "refused",
    "reject",
    "rejected",
    "release_dates",
    "write",
]


def language() -> str:
    """Return the reader's language: en, ru or kk. Every page asks this first, so the way in is checked here."""
    require_door()
    code = read("lang", preferred_language())
    if code in words.LANGUAGES:
        return code
    reject("lang", code)
    return preferred_language()


def preferred_language() -> str:
    """Return the language that the reader's browser asks for, where the product speaks it."""
    return words.spoken([st.context.locale or ""])


def release_dates() -> list[date]:
    """Return the dates of all releases in the store, newest first."""
    return list(_release_dates())


@kept
def _release_dates() -> tuple[date, ...]:
    return answer("release_dates")["release"]


@kept
def kept_releases() -> tuple[date, ...]:
    """Return the dates of the releases of which earlier ones are kept too, newest first."""
    return answer("release_dates").where(history=True)["release"]


def newest_release() -> date:
    """Return the newest release date of the store, the default view."""
    return release_dates()[0]


def is_due(next_release: date | None, as_of: date) -> bool:
    """Return whether a release that was announced for a day should be out by now, or by an earlier as-of date."""
    day = max(as_of, date.today()) if as_of == newest_release() else as_of
    return next_release is not None and next_release <= day


def as_of() -> date:
    """Return the date whose knowledge the pages show; the newest release unless the reader chose an earlier one."""
    dates = release_dates()
    code = read("as_of")
    day = date.fromisoformat(code) if code else dates[0]
    if dates[-1] <= day <= dates[0]:
        return day
    reject("as_of", code)
    return dates[0]


def near_year(name: str, held: Sequence[int]) -> int | None:
    """Return the year that the address names, moved to the nearest of those held where it was chosen for other figures;
    None where it names none that could be a year, or nothing is held."""
    code = read(name) or ""
    asked = int(code) if code.isascii() and code.isdigit() and len(code) == 4 else None
    return None if asked is None or not held else min(held, key=lambda year: (abs(year - asked), -year))


@kept
def area_names(lang: str) -> Mapping[str, str]:
    """Return the short name of every area and group of regions by its code."""
    rows = answer("areas", lang=lang)
    return MappingProxyType(dict(zip(rows["ref_area"], rows["short_name"], strict=True)))


@kept
def place_forms(lang: str) -> Mapping[str, Mapping[str, str]]:
    """Return the forms of every area's name that sentences need, by form and code.

    "name" by itself, "in" and "of" with that word; "short" is for labels of charts, where no sentence stands.
    """
    rows = answer("areas", lang=lang)
    # In English the short name is a name in full; Russian and Kazakh drop the word for region from theirs.
    names = rows["short_name" if lang == "en" else "name"]
    forms = {"name": names, "short": rows["short_name"], "in": rows["place_in"], "of": rows["place_of"]}
    return MappingProxyType({form: dict(zip(rows["ref_area"], words, strict=True)) for form, words in forms.items()})
