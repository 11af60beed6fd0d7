"""The first sentence of the sector page, and places of culture by region."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.cards.board import put
from pages.parts.cards.claim import Claim, Relation, Subject, Year
from pages.parts.cards.guard import said
from pages.parts.series.about import COUNTRY, View
from pages.parts.series.answers import changes
from pages.parts.series.areas import SELECT, chosen_areas
from pages.parts.series.claims import figure
from pages.parts.series.ranking import ranking_card
from pages.parts.visit import choices, controls, frame
from pages.parts.visit.ask import kept
from pages.parts.visit.failures import part
from pages.parts.words.language import text

SHARES = ("gva_j_share_of_grp", "gva_r_share_of_grp")
PLACES = (
    "culture_theatres",
    "culture_museums",
    "culture_cinemas",
    "culture_libraries",
    "culture_culture_centres",
    "culture_concert_organisations",
    "culture_amusement_parks",
    "culture_zoos",
    "culture_circuses",
)


@kept
def lead(view: View) -> str:
    """Write what the two sections make of gross product, or that nothing was held on the date."""
    return said(lead_claim(view), view.lang, view.as_of)


def lead_claim(view: View) -> Claim:
    """What the first sentence of the page says: both shares in the newest year that they have in common."""
    latest = changes(SHARES, view)
    if len(latest) < len(SHARES) or len({row.latest_year for row in latest.values()}) > 1:
        return Claim("sector.lead_missing")
    j, r = (latest[series] for series in SHARES)
    return Claim(
        "sector.lead",
        {
            "year": Year(j.latest_year),
            "j": replace(figure(j.latest_value, Subject(SHARES[0], COUNTRY), j.latest_year), decimals=1),
            "r": replace(figure(r.latest_value, Subject(SHARES[1], COUNTRY), r.latest_year), decimals=1),
        },
        Relation.IS,
        subject=Subject(None, COUNTRY),
        years=(j.latest_year,),
        query=("series_line", {"series_ids": SHARES, "as_of": view.as_of}),
    )


@part
def places_card(view: View) -> None:
    """Draw one kind of place by region; the kind and the regions are the reader's choice."""
    place = choices.one_of("place", PLACES, PLACES[0])
    chosen = replace(view, areas=chosen_areas(view.lang))
    note = text("sector.note_counts", view.lang)
    frame.answer_first(
        "sector_places",
        lambda: _choose_place(view.lang),
        lambda: put(ranking_card(place, chosen, key="sector_places", filters=("area",), more_notes=(note,)), SELECT),
    )


def _choose_place(lang: str) -> None:
    controls.choose_one(
        "place",
        PLACES,
        label=text("sector.place", lang),
        format_option=lambda series: text(f"sector.place_{series}", lang),
        control="pills",
        label_visibility="collapsed",
    )
