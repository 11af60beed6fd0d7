"""Which card function makes the slides of a kind, and which page has the same chart to be explored.

A kind is the name that a card's `SlideAddress` has; its state holds the choices of the page by their address names.
This is the only place outside the pages that knows their rooms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from pages.parts.cards.model import Card, Note, SlideAddress
from pages.parts.deck.model import BadCodeError
from pages.parts.deck.progress import progress_card
from pages.parts.deck.state import State
from pages.parts.series.about import View
from pages.parts.series.line import line_card
from pages.parts.series.multiples import AXES, multiples_card
from pages.parts.series.ranking import ranking_card

KEY = "slide"


@dataclass(frozen=True)
class Kind:
    """How slides of a kind are made, and the page whose address holds their state."""

    card: Callable[[State, View], Card | Note]
    page: str


def _line(state: State, view: View) -> Card | Note:
    return line_card(state.codes("series"), view, key=KEY, what=state.subject())


def _ranking(state: State, view: View) -> Card | Note:
    filters = ("area", "years") if view.year is None else ("area", "year")
    return ranking_card(state.code("series"), view, key=KEY, filters=filters)


def _multiples(state: State, view: View) -> Card | Note:
    return multiples_card(state.code("series"), view, state.one_of("axis", AXES), key=KEY)


KINDS: Mapping[str, Kind] = {
    "line": Kind(_line, "explore"),
    "ranking": Kind(_ranking, "explore"),
    "multiples": Kind(_multiples, "explore"),
    "progress": Kind(lambda state, view: progress_card(view, key=KEY), "snapshot"),
}


def card_of(address: SlideAddress, lang: str, as_of: date) -> Card | Note:
    """Return the card of a slide, or the note in its place; raises BadCodeError for an address that has none."""
    kind, state = KINDS.get(address.kind), State(address)
    if kind is None:
        raise BadCodeError(address.kind)
    try:
        return kind.card(state, state.view(lang, as_of))
    except (KeyError, ValueError, AttributeError, TypeError, IndexError) as error:
        # A code that a card function does not know: a series that was renamed, a region that never was.
        raise BadCodeError(address.code) from error


def explored(address: SlideAddress, lang: str, as_of: date) -> str:
    """Return the relative address of the page that has the chart of a slide, in the same state."""
    state = State(address)
    chosen: dict[str, object] = {"lang": lang, "as_of": as_of.isoformat()}
    for name, codes in state.held.items():
        chosen[name] = "-".join(codes) if name == "years" else list(codes)
    page = KINDS[address.kind].page
    if page == "explore" and "series" in chosen:
        first, *others = state.codes("series")
        chosen |= {"series": first, "with": others}
    return f"{page}?{urlencode(chosen, doseq=True)}"
