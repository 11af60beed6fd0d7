"""The card: what one chart says, as a value. Screen, slide, file, table and the guard are functions of it.

A page makes cards and puts them on a board (`page.put(card)`); a function that has nothing to draw returns a `Note`
that says why. Cards know neither the board they stand on nor the slides and files that are made of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pages.parts.cards.claim import Claim, Query
from pages.parts.cards.evidence import Evidence
from pages.parts.cards.guard import holds
from pages.parts.charts.marks import Mark
from queries.rows import Choice, Filter, Rows, cut

SEPARATOR, LIST_SEPARATOR = "~", "."


@dataclass(frozen=True)
class SourceNote:
    """Where the figures of a chart come from.

    `credit` is the line that the publisher's licence asks for, shorter than its full name; `retrieved` when the source
    has no releases and `release` is the day on which it was copied. `next_release` is the day of the release after it,
    as the publisher announced it, and `is_due` whether that day has come and it is not held.
    """

    name: str
    release: date | None
    credit: str | None = None
    strength: str | None = None
    url: str | None = None
    licence: str | None = None
    definition: str | None = None
    unit: str | None = None
    retrieved: bool = False
    next_release: date | None = None
    is_due: bool = False


@dataclass(frozen=True, eq=False)
class Reach:
    """A chart with all that the filters of its page can make of it, without a question to the store.

    `mark` holds all rows that can be reached; `filters` cut out what is drawn, and the mark's fields in `follows` hold
    what is chosen under an address name ("chosen" follows "area"). It does not depend on a visitor's choice, so that
    one object serves all visitors of a language; the browser gets it once and cuts by itself.
    """

    mark: Mark
    filters: tuple[Filter, ...] = ()
    follows: Mapping[str, str] = field(default_factory=dict)

    def at(self, choice: Choice) -> Mark:
        """What is drawn for a choice."""
        fields = {name: tuple(choice.get(chosen, ())) for name, chosen in self.follows.items()}
        return replace(self.mark, rows=cut(self.mark.rows, self.filters, choice), **fields)


@dataclass(frozen=True)
class SlideAddress:
    """Which slide shows this very card: the name of the card's function in the deck's registry, and its state.

    The state is made of codes alone (series, areas, sex, years, a map's year and form), so that it travels in links and
    files and follows the figures when it is opened.
    """

    kind: str
    state: Mapping[str, str | Sequence[str]] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The address as one short text, `kind~name=value~name=value.value`, names in order, empty ones left out."""
        written = {
            name: value if isinstance(value, str) else LIST_SEPARATOR.join(value) for name, value in self.state.items()
        }
        fields = [f"{name}={value}" for name, value in sorted(written.items()) if value]
        return SEPARATOR.join([self.kind, *fields])


@dataclass(frozen=True, eq=False)
class Card:
    """One chart with everything that belongs to it, in one language.

    `key` is unique on the page and stable. `reach` and `choice` give what is drawn (`mark`), `rows` is what table and
    files hold, `claim` the finding that stands as the title, `query` the question whose answer the rows are. `summary`,
    `caveats`, which change the reading and are always seen, and `notes`, which are one press away, are claims too
    wherever they hold a number. Where the page has a switch between charts in one place, `switch` is its address name
    and `alternatives` has the chart of every option. `selects` names what a click on the chart chooses (area, country,
    cell).
    """

    key: str
    lang: str
    as_of: date
    claim: Claim
    subtitle: str
    summary: Claim | str
    reach: Reach
    rows: Rows
    source: SourceNote | None = None
    query: Query | None = None
    caveats: tuple[Claim | str, ...] = ()
    notes: tuple[Claim | str, ...] = ()
    headers: Mapping[str, str] | None = None
    decimals: int = 1
    selects: str | None = None
    slide: SlideAddress | None = None
    choice: Choice = field(default_factory=dict)
    switch: str | None = None
    alternatives: Mapping[str, Reach] = field(default_factory=dict)
    bare: bool = False

    @cached_property
    def finding(self) -> str:
        """The claim in words; what is drawn, where the guard refuses it."""
        return self._said(self.claim, self.subtitle)

    @cached_property
    def title(self) -> str:
        """The finding; a bare chart has none."""
        return "" if self.bare else self.finding

    @cached_property
    def told(self) -> str:
        """The summary in words."""
        return self._said(self.summary, self.subtitle)

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """The caveats in words, without those that the guard refuses."""
        return self._all_said(self.caveats)

    @cached_property
    def asides(self) -> tuple[str, ...]:
        """The notes in words, without those that the guard refuses."""
        return self._all_said(self.notes)

    @property
    def evidence(self) -> Evidence:
        """What the claims of the card are held against."""
        return Evidence(self.rows, self.as_of, self.query, tuple(self.choice.get("area", ())))

    def _all_said(self, claims: Sequence[Claim | str]) -> tuple[str, ...]:
        return tuple(words for claim in claims if (words := self._said(claim, "")))

    def _said(self, said: Claim | str, otherwise: str) -> str:
        if isinstance(said, str):
            return said
        return said.words(self.lang) if holds(said, self.evidence) else otherwise

    @cached_property
    def mark(self) -> Mark:
        """What is drawn."""
        return self.reach.at(self.choice)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Caveats and notes, as files and slides carry them."""
        return (*self.warnings, *self.asides)

    @property
    def stem(self) -> str:
        """The name of a file of this chart, without its ending: what and as of when."""
        return f"{self.key}_{self.as_of.isoformat()}"


@dataclass(frozen=True)
class Note:
    """What stands in the place of a card that has nothing to draw: what is missing, and why."""

    key: str
    title: str
    words: str
