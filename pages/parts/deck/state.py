"""The state of a slide's address, read as what card functions take: known codes, years, the reader's view."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from pages.parts.cards.claim import Term
from pages.parts.cards.model import LIST_SEPARATOR, SlideAddress
from pages.parts.deck.model import BadCodeError
from pages.parts.series.about import TOTAL, View, detail
from pages.parts.visit.choices import area_names
from pages.parts.visit.controls import SEX, URBANISATION
from pages.parts.words.language import DEFAULT_LANGUAGE, has_text

MOST_SERIES = 6
_SUBJECT = re.compile(r"[a-z_]+\.what_[a-z0-9_]+")


class State:
    """What an address says by names. Whatever is asked for and is no code that exists raises BadCodeError."""

    def __init__(self, address: SlideAddress) -> None:
        listed = {
            name: (values,) if isinstance(values, str) else tuple(values) for name, values in address.state.items()
        }
        self.held: Mapping[str, tuple[str, ...]] = {name: values for name, values in listed.items() if any(values)}

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of a name, none where it is absent."""
        return self.held.get(name, ())

    def one_of(self, name: str, options: Sequence[str]) -> str:
        """The code of a name among options, the first of them where it is absent."""
        return self._known(name, options)[0] if self.codes(name) else options[0]

    def series(self) -> str:
        """The one series of the slide."""
        return self.series_of_one_unit()[0]

    def series_of_one_unit(self) -> tuple[str, ...]:
        """The series of the slide, which can stand in one chart."""
        found = [detail(series_id, DEFAULT_LANGUAGE) for series_id in self.codes("series")[:MOST_SERIES]]
        if None in found or len({about.unit for about in found}) != 1:
            raise BadCodeError("series")
        return tuple(about.series_id for about in found)

    def subject(self) -> Term | None:
        """The common subject of several series, by its message."""
        key = LIST_SEPARATOR.join(self.codes("what"))
        if key and not (_SUBJECT.fullmatch(key) and has_text(key)):
            raise BadCodeError(key)
        return Term(key) if key else None

    def view(self, lang: str, as_of: date) -> View:
        """What the reader had chosen when the card was made."""
        years = tuple(_whole(code) for code in self.codes("years"))
        if len(years) not in (0, 2):
            raise BadCodeError("years")
        year = self.codes("year")
        return View(
            lang,
            as_of,
            areas=self._known("area", area_names(lang)),
            years=(min(years), max(years)) if years else None,
            year=_whole(year[0]) if year else None,
            sexes=self._known("sex", SEX) or (TOTAL,),
            settlements=self._known("urbanisation", URBANISATION) or (TOTAL,),
        )

    def _known(self, name: str, options: Collection[str]) -> tuple[str, ...]:
        codes = self.codes(name)
        if not set(codes) <= set(options):
            raise BadCodeError(name)
        return codes


def _whole(code: str) -> int:
    if not (code.isascii() and code.isdigit() and len(code) == 4):
        raise BadCodeError(code)
    return int(code)
