"""The first sentence of the women's page: who leads, and what women earn beside men in the creative sections."""

from __future__ import annotations

from pages.parts.cards.claim import Claim, Figure, Relation, Subject, Year
from pages.parts.cards.guard import said
from pages.parts.series.about import COUNTRY, View
from pages.parts.series.answers import changes
from pages.parts.series.claims import figure
from pages.parts.visit.ask import kept

MANAGERS = "women_managers"
ARTS, INFOCOMM = "pay_women_to_men_arts", "pay_women_to_men_infocomm"


@kept
def lead(view: View) -> str:
    """Write the first sentence, or that nothing was held on the date."""
    return said(lead_claim(view), view.lang, view.as_of)


def lead_claim(view: View) -> Claim:
    """What the first sentence says; both sections are told of one year."""
    known = changes((MANAGERS, ARTS, INFOCOMM), view)
    if len(known) < len((MANAGERS, ARTS, INFOCOMM)) or known[ARTS].latest_year != known[INFOCOMM].latest_year:
        return Claim("women.lead_missing")
    managers, arts = known[MANAGERS], known[ARTS]
    return Claim(
        "women.lead",
        {
            "managers": figure(managers.latest_value, Subject(MANAGERS, COUNTRY), managers.latest_year),
            "managers_year": Year(managers.latest_year),
            "arts": _of_a_hundred(ARTS, arts),
            "ict": _of_a_hundred(INFOCOMM, known[INFOCOMM]),
            "pay_year": Year(arts.latest_year),
        },
        Relation.IS,
        subject=Subject(None, COUNTRY),
        years=(managers.latest_year, arts.latest_year),
        query=("series_line", {"series_ids": (MANAGERS, ARTS, INFOCOMM), "as_of": view.as_of}),
    )


def _of_a_hundred(series_id: str, row: object) -> Figure:
    return Figure(row.latest_value, "NUMBER", 0, Subject(series_id, COUNTRY), row.latest_year)
