"""One grammar for the address of every page: the names it can have, and the form and number of what stands under each.

What does not fit never reaches a page: it is refused here, once, and the frame says so. Whether a code that fits is one
that the page knows is the page's own question (`address.accepted`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pages.parts.visit.slides import MOST_SLIDES

Kind = Literal["value", "name", "unused", "many"]

CODE = re.compile(r"[\w.-]{1,80}", re.ASCII)
NUMBER = re.compile(r"\d{1,3}", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
SPAN = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
WORDS = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{1,160}")
SLIDE = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{1,1000}")
PLACE = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{1,4000}")


@dataclass(frozen=True)
class Form:
    """What can stand under a name: the form of each value and the greatest number of them."""

    pattern: re.Pattern[str]
    most: int = 1


ONE_CODE = Form(CODE)
FORMS: Mapping[str, Form] = {
    **dict.fromkeys(("axis", "by", "columns", "comparator", "compare", "deck", "form", "geo", "goal"), ONE_CODE),
    **dict.fromkeys(("lang", "lens", "measure", "method", "place", "posts", "rate", "section", "series"), ONE_CODE),
    "view": ONE_CODE,
    **dict.fromkeys(("sex", "urbanisation"), Form(CODE, 3)),
    "as_of": Form(DAY),
    "year": Form(YEAR),
    "years": Form(SPAN),
    "area": Form(CODE, 20),
    "country": Form(CODE, 20),
    "having": Form(CODE, 8),
    "with": Form(CODE, 12),
    "q": Form(WORDS),
    "name": Form(WORDS),
    "slide": Form(NUMBER),
    "back": Form(PLACE),
    **dict.fromkeys(("s", "c", "p"), Form(SLIDE, MOST_SLIDES)),
}
# What networks, search engines and Streamlit add to a link of their own accord; nobody need hear of it.
ADDED_BY_OTHERS = re.compile(r"utm_\w+|\w*clid|_openstat|ref|from|embed(_options)?", re.ASCII)


@dataclass(frozen=True)
class Refused:
    """One thing of an address that is left out: a value, a name that no page knows, a name that this view does not use,
    or what is beyond the greatest number under a name."""

    kind: Kind
    name: str
    code: str = ""


def read_address(given: Mapping[str, Sequence[str]]) -> tuple[dict[str, list[str]], list[Refused]]:
    """Return what of an address can be used, and what is refused."""
    kept: dict[str, list[str]] = {}
    refused: list[Refused] = []
    for name, codes in given.items():
        form = FORMS.get(name)
        if form is None:
            refused += [] if ADDED_BY_OTHERS.fullmatch(name) else [Refused("name", name)]
            continue
        fitting = [code for code in dict.fromkeys(codes[: 2 * MOST_SLIDES]) if fits(form, code)]
        refused += [Refused("value", name, code) for code in codes[: 2 * MOST_SLIDES] if not fits(form, code)]
        if len(fitting) > form.most:
            refused.append(Refused("many", name, str(form.most)))
        if fitting[: form.most]:
            kept[name] = fitting[: form.most]
    return kept, refused


def fits(form: Form, code: str) -> bool:
    """Return whether a value has its form; a day must be in the calendar, a period begin before it ends."""
    found = form.pattern.fullmatch(code)
    if found is None:
        return False
    if form.pattern is SPAN:
        return found[1] <= found[2]
    return form.pattern is not DAY or _is_day(code)


def plain(code: str, most: int = 40) -> str:
    """Return the letters, digits and plain signs of a text from the address: it may be shown where Markdown is read."""
    return "".join(letter for letter in code[:most] if letter.isalnum() or letter in " -.,:=_~/")


def _is_day(code: str) -> bool:
    try:
        date.fromisoformat(code)
    except ValueError:
        return False
    return True
