"""What the filters of the regions page will show, sent ahead of a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pages.parts.cards.ahead import Shown, cards, send_ahead, send_years_ahead
from pages.parts.regions.cards import AXES, FORMS, chosen_year, map_card, multiples_card, ranking_card
from pages.parts.regions.concentration import concentration_draws
from pages.parts.regions.measure import GEOGRAPHIES, SECTIONS, Choice, chosen_measure
from pages.parts.series.about import View
from pages.parts.series.charts import regions
from pages.parts.visit import choices

# What the address can name on this page; a filter holds as long as the others are as they were.
NAMES = ("section", "rate", "geo", "area", "year", "form", "axis")


def send_choices_ahead(view: View) -> None:
    """Send what section, borders, form of the map, axis, year and one region more can show, everything else as the
    address names it."""
    _send("section", tuple(SECTIONS), lambda section: _all_cards(_choice(view, section), view))
    _send("geo", GEOGRAPHIES, lambda geo: _all_cards(replace(_choice(view), geography=geo), view))
    _send("form", FORMS, lambda form: _map(_choice(view), view, form))
    _send("axis", AXES, lambda axis: cards(partial(multiples_card, _choice(view), view, axis == "free")))
    _send_years(_choice(view), view)
    _send_areas(_choice(view), view)


def _send(name: str, options: tuple[str, ...], shown: Callable[[str], list[Shown]]) -> None:
    send_ahead(name, options, shown, depends=_others(name))


def _send_years(choice: Choice, view: View) -> None:
    """The map and the ranking, which share the slider below them."""
    years = [(int(year),) for year in choice.rows(view)["time_period"].unique()]
    send_years_ahead("year", years, partial(_map_and_ranking, choice, view), depends=_others("year"))


def _send_areas(choice: Choice, view: View) -> None:
    """The same two with one region more."""
    year = _year(choice, view)
    if year is not None:
        send_ahead(
            "area",
            regions(view.lang),
            lambda code: _map_and_ranking(choice, view.with_area(code), year),
            depends=NAMES,
        )


def _map_and_ranking(choice: Choice, view: View, year: int) -> list[Shown]:
    form = choices.one_of("form", FORMS, FORMS[0])
    return cards(partial(map_card, choice, view, year, form), partial(ranking_card, choice, view, year))


def _others(name: str) -> list[str]:
    return [other for other in NAMES if other != name]


def _choice(view: View, section: str | None = None) -> Choice:
    return chosen_measure(section or choices.one_of("section", tuple(SECTIONS), "j"), view)


def _map(choice: Choice, view: View, form: str) -> list[Shown]:
    year = _year(choice, view)
    return [] if year is None else cards(partial(map_card, choice, view, year, form))


def _all_cards(choice: Choice, view: View) -> list[Shown]:
    year = _year(choice, view)
    if year is None:
        return []
    axis = choices.one_of("axis", AXES, AXES[0])
    return [
        *_map(choice, view, choices.one_of("form", FORMS, FORMS[0])),
        *cards(
            partial(ranking_card, choice, view, year),
            *concentration_draws(choice, view),
            partial(multiples_card, choice, view, axis == "free"),
        ),
    ]


def _year(choice: Choice, view: View) -> int | None:
    years = choice.rows(view)["time_period"]
    return None if years.empty else chosen_year(int(years.min()), int(years.max()))
