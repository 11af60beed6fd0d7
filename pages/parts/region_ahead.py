"""What the regions page will show when its section is switched, sent ahead of the switch."""

from __future__ import annotations

from functools import partial

from pages.parts import state
from pages.parts.chart.ahead import Shown, cards, send_ahead
from pages.parts.region_cards import AXES, FORMS, chosen_year, map_card, multiples_card, ranking_card
from pages.parts.region_concentration import concentration_draws
from pages.parts.region_measure import SECTIONS, chosen_measure
from pages.parts.series_card import View


def send_sections_ahead(view: View) -> None:
    """Send the charts of each section with the measure, borders, year and form that the address names."""
    send_ahead(
        "section",
        tuple(SECTIONS),
        partial(_shown, view=view),
        depends=("rate", "geo", "area", "year", "form", "axis"),
    )


def _shown(section: str, view: View) -> list[Shown]:
    choice = chosen_measure(section, view)
    years = choice.rows(view)["time_period"]
    if years.empty:
        return []
    year = chosen_year(int(years.min()), int(years.max()))
    form, axis = state.one_of("form", FORMS, FORMS[0]), state.one_of("axis", AXES, AXES[0])
    return cards(
        partial(map_card, choice, view, year, form),
        partial(ranking_card, choice, view, year),
        *concentration_draws(choice, view),
        partial(multiples_card, choice, view, axis == "free"),
    )
