"""Codes of slides as they were written before addresses had names: they still open.

Such a code is `kind~series~areas~split~sex~urbanisation~years~subject~headline`, empty ends cut off. The subject is
the message with which the sentence about several series begins; a single series says its finding by itself today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pages.parts.cards.model import LIST_SEPARATOR, SEPARATOR, SlideAddress
from pages.parts.deck.model import BadCodeError

HOME = "KZ-"
MOST_SERIES, MOST_AREAS = 6, 6
_CODES = re.compile(r"[\w-]*(?:\.[\w-]+)*", re.ASCII)
_YEARS = re.compile(r"(\d{4})-(\d{4})|", re.ASCII)


class Old(NamedTuple):
    """The fields of an old code."""

    kind: str
    series: tuple[str, ...]
    areas: tuple[str, ...]
    split: str
    sex: str
    urbanisation: str
    years: tuple[str, ...]
    subject: str

    def state(self, **more: str | tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
        """What all kinds took from it, by the names of today."""
        return {
            "series": self.series,
            "area": self.areas,
            "sex": self.sex,
            "urbanisation": self.urbanisation,
            "years": self.years,
            **more,
        }


def is_old(code: str) -> bool:
    """Return whether a code has the grammar of then: no field behind the kind has a name."""
    _, *fields = code.split(SEPARATOR)
    return bool(fields) and "=" not in fields[0]


def read_old(code: str) -> tuple[SlideAddress, str]:
    """Return the address and the person's headline of an old code; raises BadCodeError for any other text."""
    fields = [*code.split(SEPARATOR, 8), *[""] * 8][:9]
    kind, series, areas, split, sex, urbanisation, years, subject, headline = fields
    span = _YEARS.fullmatch(years)
    known = kind in _ADDRESSES and sex in ("", "F", "M") and urbanisation in ("", "U", "R")
    if not (known and span and _CODES.fullmatch(series) and _CODES.fullmatch(areas)):
        raise BadCodeError(code)
    listed = tuple(_area(item) for item in areas.split(LIST_SEPARATOR) if item)
    ids = tuple(item for item in series.split(LIST_SEPARATOR) if item)
    if len(ids) > MOST_SERIES or len(listed) > MOST_AREAS:
        raise BadCodeError(code)
    old = Old(kind, ids, listed, split, sex, urbanisation, tuple(year for year in span.groups() if year), subject)
    return _ADDRESSES[kind](old), headline


def _area(item: str) -> str:
    return f"{HOME}{item}" if (len(item) == 2 and item != "KZ") or item == "YUZ" else item


def _line(old: Old) -> SlideAddress:
    if old.split == "region":
        return SlideAddress("breakdown", old.state(by="region"))
    halves = {"sex": ("_T", "F", "M"), "urbanisation": ("_T", "U", "R")}
    if old.split not in ("", *halves):
        raise BadCodeError(old.split)
    return SlideAddress("line", old.state(**({old.split: halves[old.split]} if old.split else {})))


_ADDRESSES: Mapping[str, Callable[[Old], SlideAddress]] = {
    "line": _line,
    "several": lambda old: SlideAddress("line", old.state(what=old.subject)),
    "ranking": lambda old: SlideAddress("ranking", old.state()),
    "map": lambda old: SlideAddress("map", old.state()),
    "gap": lambda old: SlideAddress("gap", {"series": old.series, "year": old.years[-1:]}),
    "pay": lambda old: SlideAddress("pay"),
    "shares": lambda old: SlideAddress("shares"),
    "parity": lambda old: SlideAddress("parity"),
    "progress": lambda old: SlideAddress("progress"),
}
