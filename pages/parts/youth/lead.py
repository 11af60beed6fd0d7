"""The first sentence of the youth page: how many young people are left out, and how far regions differ."""

from __future__ import annotations

from pages.parts.cards.claim import Claim, Quantifier, Relation, Subject, Year
from pages.parts.series.about import COUNTRY, View
from pages.parts.series.answers import change, extremes
from pages.parts.series.claims import end_place, figure, share
from pages.parts.visit.ask import kept
from pages.parts.words.language import text

NEET = "neet_15_24"


@kept
def lead(view: View) -> str:
    """Write the sentence, or that nothing was held on the date."""
    claim = lead_claim(view)
    return claim.words(view.lang) if claim else text("youth.lead_missing", view.lang)


def lead_claim(view: View) -> Claim | None:
    """Return the sentence with its figures; None where nothing was held on the date."""
    country = Subject(NEET, COUNTRY)
    row, ends = change(country, view), extremes(NEET, view)
    if row is None or ends is None:
        return None
    year, years = ends.time_period, {row.latest_year, ends.time_period}
    return Claim(
        "youth.lead" if len(years) == 1 else "youth.lead_of_two_years",
        {
            "value": share(row.latest_value, country, row.latest_year),
            "year": Year(row.latest_year),
            "lowest": figure(ends.lowest_value, Subject(NEET, ends.lowest_area), year),
            "lowest_area": end_place(ends.lowest_area, ends.others_lowest),
            "highest": figure(ends.highest_value, Subject(NEET, ends.highest_area), year),
            "highest_area": end_place(ends.highest_area, ends.others_highest),
            "region_year": Year(year),
        },
        Relation.ENDS,
        Quantifier.ALL,
        country,
        tuple(sorted(years)),
    )
