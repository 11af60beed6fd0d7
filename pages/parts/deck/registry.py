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
from pages.parts.compare import cards as compare_cards
from pages.parts.compare.choice import Comparison, comparison_of
from pages.parts.coverage import cards as coverage_cards
from pages.parts.coverage import matrix as coverage_matrix
from pages.parts.deck.model import BadCodeError
from pages.parts.deck.progress import progress_card
from pages.parts.deck.state import State
from pages.parts.explore.cards import held_card
from pages.parts.overview.lenses import LENSES, lens_card
from pages.parts.regions import cards as region_cards
from pages.parts.regions import concentration
from pages.parts.regions import place as region_place
from pages.parts.regions import work as region_work
from pages.parts.regions.measure import GEOGRAPHIES, SECTIONS, Choice, measures
from pages.parts.series.about import View
from pages.parts.series.breakdown import Breakdown, breakdown_card
from pages.parts.series.line import Shape, line_card
from pages.parts.series.multiples import AXES, multiples_card
from pages.parts.series.ranking import ranking_card
from pages.parts.series.region_map import map_card
from pages.parts.women import gap as gap_cards
from pages.parts.women.pay import pay_pairs_card
from pages.parts.women.zone import parity_card, shares_card

KEY = "slide"


@dataclass(frozen=True)
class Kind:
    """How slides of a kind are made, and the page whose address holds their state."""

    card: Callable[[State, View], Card | Note | None]
    page: str


def _line(state: State, view: View) -> Card | Note:
    shape = Shape(zero=bool(state.codes("zero")))
    return line_card(state.series_of_one_unit(), view, key=KEY, shape=shape, what=state.subject())


def _breakdown(state: State, view: View) -> Card | Note:
    by = state.one_of("by", ("region", "national", "sex", "settlement"))
    return breakdown_card(Breakdown(state.series(), "by", (by,), KEY), by, view)


def _ranking(state: State, view: View) -> Card | Note:
    filters = ("area", "years") if view.year is None else ("area", "year")
    return ranking_card(state.series(), view, key=KEY, filters=filters)


def _comparison(state: State, view: View) -> Comparison:
    try:
        return comparison_of(state.series(), state.codes("country"), view.lang)
    except KeyError as error:
        raise BadCodeError("series") from error


def _gap(state: State) -> str:
    return state.one_of("series", gap_cards.MEASURES)


def _coverage(state: State, view: View) -> Card | Note:
    lens, by = state.one_of("lens", coverage_matrix.LENSES), state.one_of("columns", coverage_matrix.COLUMNS)
    years = view.years or (coverage_cards.FIRST_YEAR, view.as_of.year)
    return coverage_cards.matrix_card(lens, by, view.lang, view.as_of, years)


def _measured(state: State, view: View) -> Choice:
    """The section, measure and borders that the page of regions shows."""
    rates = tuple(measures(view.as_of, view.lang))
    section, geography = state.one_of("section", tuple(SECTIONS)), state.one_of("geo", GEOGRAPHIES)
    return Choice(section, state.one_of("rate", rates), geography)


def _region_map(state: State, view: View) -> Card | Note:
    return region_cards.map_card(_measured(state, view), view, state.one_of("form", region_cards.FORMS))


def _region_multiples(state: State, view: View) -> Card | Note:
    return region_cards.multiples_card(_measured(state, view), view, state.one_of("axis", AXES))


def _concentration(name: str) -> Kind:
    """A measure of concentration: of a section, on borders that compare."""

    def card(state: State, view: View) -> Card | Note:
        choice = _measured(state, view)
        return concentration.CARDS[name](choice.section, choice.scheme, view)

    return Kind(card, "regions")


KINDS: Mapping[str, Kind] = {
    "line": Kind(_line, "explore"),
    "breakdown": Kind(_breakdown, "explore"),
    "ranking": Kind(_ranking, "explore"),
    "map": Kind(lambda state, view: map_card(state.series(), view, key=KEY), "explore"),
    "multiples": Kind(
        lambda state, view: multiples_card(state.series(), view, state.one_of("axis", AXES), key=KEY), "explore"
    ),
    "lens": Kind(lambda state, view: lens_card(state.one_of("lens", LENSES), view, key=KEY), ""),
    "pay": Kind(lambda state, view: pay_pairs_card(view, key=KEY), "women"),
    "shares": Kind(lambda state, view: shares_card(view, key=KEY), "women"),
    "parity": Kind(lambda state, view: parity_card(view, key=KEY), "women"),
    "gap": Kind(lambda state, view: gap_cards.pairs_card(_gap(state), view, key=KEY), "women"),
    "gap_map": Kind(lambda state, view: gap_cards.map_card(_gap(state), view, key=KEY), "women"),
    "region_work": Kind(
        lambda state, view: region_work.work_card(state.one_of("section", tuple(SECTIONS)), view), "regions"
    ),
    "region_place": Kind(
        lambda state, view: region_place.sections_card(state.one_of("area", tuple(view.names)), view), "regions"
    ),
    "region_map": Kind(_region_map, "regions"),
    "region_ranking": Kind(lambda state, view: region_cards.ranking_card(_measured(state, view), view), "regions"),
    "region_multiples": Kind(_region_multiples, "regions"),
    **{f"region_{name}": _concentration(name) for name in concentration.CARDS},
    "countries": Kind(
        lambda state, view: compare_cards.ranking_card(_comparison(state, view), view, key=KEY), "compare"
    ),
    "country_lines": Kind(
        lambda state, view: compare_cards.lines_card(_comparison(state, view), view, key=KEY), "compare"
    ),
    "years_held": Kind(lambda state, view: held_card(state.series(), view), "explore"),
    "coverage": Kind(_coverage, "coverage"),
    "refused": Kind(lambda state, view: coverage_cards.refused_card(view.lang, view.as_of), "coverage"),
    "progress": Kind(lambda state, view: progress_card(view, key=KEY), "snapshot"),
}
# What a page calls a part of the state by another name.
PAGE_NAMES = {"compare": {"series": "comparator"}, "women": {"series": "measure"}}


def card_of(address: SlideAddress, lang: str, as_of: date) -> Card | Note:
    """Return the card of a slide, or the note in its place; raises BadCodeError for an address that has none."""
    kind, state = KINDS.get(address.kind), State(address)
    card = kind and kind.card(state, state.view(lang, as_of))
    if card is None:
        raise BadCodeError(address.code)
    return card


def explored(address: SlideAddress, lang: str, as_of: date) -> str:
    """Return the relative address of the page that has the chart of a slide, in the same state."""
    state, page = State(address), KINDS[address.kind].page
    names = PAGE_NAMES.get(page, {})
    chosen: dict[str, object] = {"lang": lang, "as_of": as_of.isoformat()}
    for name, codes in state.held.items():
        chosen[names.get(name, name)] = "-".join(codes) if name == "years" else list(codes)
    if page == "explore":
        first, *others = state.codes("series")
        chosen |= {"series": first, "with": others}
    return f"{page}?{urlencode(chosen, doseq=True)}"
