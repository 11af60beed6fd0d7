"""The state of a slide's address, read as what card functions take: codes, one code, years, the reader's view."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from pages.parts.cards.claim import Term
from pages.parts.cards.model import LIST_SEPARATOR, SlideAddress
from pages.parts.deck.model import BadCodeError
from pages.parts.series.about import TOTAL, View
from pages.parts.words.language import has_text

_SUBJECT = re.compile(r"[a-z_]+\.what_[a-z0-9_]+")


class State:
    """What an address says by names; every code is checked by the card function that takes it."""

    def __init__(self, address: SlideAddress) -> None:
        listed = {
            name: (values,) if isinstance(values, str) else tuple(values) for name, values in address.state.items()
        }
        self.held: Mapping[str, tuple[str, ...]] = {name: values for name, values in listed.items() if any(values)}

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of a name, none where it is absent."""
        return self.held.get(name, ())

    def code(self, name: str, default: str | None = None) -> str:
        """The one code of a name; raises BadCodeError where it is absent and there is no default."""
        codes = self.codes(name)
        if codes:
            return codes[0]
        if default is None:
            raise BadCodeError(name)
        return default

    def one_of(self, name: str, options: Sequence[str]) -> str:
        """The code of a name among options, the first of them where it is absent; raises BadCodeError for others."""
        code = self.code(name, options[0])
        if code not in options:
            raise BadCodeError(f"{name}={code}")
        return code

    def number(self, name: str) -> int | None:
        """The whole number of a name, None where it is absent; raises BadCodeError for anything else."""
        codes = self.codes(name)
        return _whole(codes[0]) if codes else None

    def subject(self) -> Term | None:
        """The common subject of several series, by its message; raises BadCodeError for any other message."""
        key = LIST_SEPARATOR.join(self.codes("what"))
        if key and not (_SUBJECT.fullmatch(key) and has_text(key)):
            raise BadCodeError(key)
        return Term(key) if key else None

    def view(self, lang: str, as_of: date) -> View:
        """What the reader had chosen when the card was made."""
        years = tuple(_whole(code) for code in self.codes("years"))
        if len(years) not in (0, 2):
            raise BadCodeError("years")
        return View(
            lang,
            as_of,
            areas=self.codes("area"),
            years=(min(years), max(years)) if years else None,
            year=self.number("year"),
            sexes=self.codes("sex") or (TOTAL,),
            settlements=self.codes("urbanisation") or (TOTAL,),
        )


def _whole(code: str) -> int:
    if not (code.isascii() and code.isdigit() and len(code) == 4):
        raise BadCodeError(code)
    return int(code)
