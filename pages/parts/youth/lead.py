"""The first sentences of the youth page: how many young people are left out, and how far regions differ."""

from __future__ import annotations

from pages.parts.cards.claim import Claim, Quantifier, Relation, Subject, Year
from pages.parts.cards.guard import said
from pages.parts.series.about import COUNTRY, View
from pages.parts.series.answers import change, extremes
from pages.parts.series.claims import ends_figures, share
from pages.parts.visit.ask import kept
from pages.parts.words.language import text

NEET = "neet_15_24"


@kept
def lead(view: View) -> str:
    """Write the sentences, or that nothing was held on the date."""
    claims = lead_claims(view)
    if not claims:
        return text("youth.lead_missing", view.lang)
    return " ".join(said(claim, view.lang, view.as_of) for claim in claims)


def lead_claims(view: View) -> tuple[Claim, ...]:
    """Return the sentence on the country and the one on its regions; none where nothing was held on the date."""
    country = Subject(NEET, COUNTRY)
    row, ends = change(country, view), extremes(NEET, view)
    if row is None or ends is None:
        return ()
    whole = Claim(
        "youth.lead",
        {"value": share(row.latest_value, country, row.latest_year), "year": Year(row.latest_year)},
        Relation.IS,
        subject=country,
        years=(row.latest_year,),
        query=("series_line", {"series_ids": (NEET,), "as_of": view.as_of}),
    )
    regions = Claim(
        "youth.lead_regions" if ends.n_regions == ends.n_expected else "youth.lead_regions_of_held",
        ends_figures(NEET, ends),
        Relation.ENDS,
        Quantifier.ALL,
        Subject(NEET, None),
        (ends.time_period,),
        among="regions",
        query=("ranking", {"series_id": NEET, "as_of": view.as_of}),
    )
    return whole, regions
