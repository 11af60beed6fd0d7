"""The card: what one chart says, as a value. Screen, slide, file, table and the guard are functions of it.

A page makes cards and puts them on a board (`page.put(card)`); a function that has nothing to draw returns a `Note` that
says why. Cards know neither the board they stand on nor the slides and files that are made of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim
from pages.parts.charts.marks import Mark
from queries.rows import Choice, Filter, Rows

Query = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True)
class SourceNote:
    """Where the figures of a chart come from.

    `retrieved` when the source has no releases and `release` is the day on which it was copied.
    """

    name: str
    release: date | None
    strength: str | None = None
    url: str | None = None
    licence: str | None = None
    definition: str | None = None
    unit: str | None = None
    retrieved: bool = False


@dataclass(frozen=True)
class Reach:
    """What a chart can become by the filters of its page, without a question to the store.

    `rows` are all rows that the filters can reach; `filters` cut the drawn ones out of them. The mark's fields in `follows`
    hold what is chosen under an address name ("chosen" follows "area").
    """

    rows: Rows
    filters: tuple[Filter, ...]
    follows: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SlideAddress:
    """Which slide shows this very card: the card function's name in the deck's registry, and its state.

    `state` is made of codes alone (series, areas, sex, years, a map's year, its form): it travels in links and files.
    """

    kind: str
    state: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Card:
    """One chart with everything that belongs to it.

    `key` is unique on the page and stable. `mark` is what is drawn, `rows` what table and files hold, `claim` the finding
    that stands as the title, `query` the question whose answer `rows` are. `choice` is what the visitor has chosen under the
    names that `reach` follows. `selects` names what a click on the chart chooses ("area", "country", "cell").
    """

    key: str
    lang: str
    as_of: date
    claim: Claim
    subtitle: str
    summary: str
    mark: Mark
    rows: Rows
    source: SourceNote | None = None
    query: Query | None = None
    notes: tuple[str, ...] = ()
    headers: Mapping[str, str] | None = None
    decimals: int = 1
    selects: str | None = None
    slide: SlideAddress | None = None
    reach: Reach | None = None
    choice: Choice = field(default_factory=dict)
    bare: bool = False

    @property
    def title(self) -> str:
        """The claim in words."""
        return self.claim.words(self.lang)


@dataclass(frozen=True)
class Note:
    """What stands in the place of a card that has nothing to draw: what is missing, and why."""

    key: str
    title: str
    words: str
