"""The first sentence of the regions page: what the two cities hold, and whether the rest of the country gains."""

from __future__ import annotations

from typing import Any

from pages.parts.cards.claim import Claim, Figure, Relation, Subject, Term, Year
from pages.parts.regions.measure import SECTIONS
from pages.parts.series.about import View
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text

PARTS = ("kyzylorda", "mangystau", "others")
RELATIONS = {"rose": Relation.ROSE, "fell": Relation.FELL, "level": Relation.LEVEL}


@kept
def lead(section: str, view: View) -> str:
    """Write the first sentence: the two cities in bold, the focus regions and the others behind them."""
    row = answer("region_lead", activity=SECTIONS[section], as_of=view.as_of).first
    if row is None:
        return text("regions.lead_missing", view.lang)
    others = "; ".join(part_claim(part, section, row).words(view.lang) for part in PARTS)
    return f"**{cities_claim(section, row).words(view.lang)}** {others}."


def cities_claim(section: str, row: Any) -> Claim:
    """What the two cities hold of a section, from a row of `region_lead`."""
    return Claim(
        f"regions.lead_{row.course_cities}",
        {"section": Term(f"regions.of_{section}"), **_ends("cities", section, row), **_years(row)},
        RELATIONS[row.course_cities],
        subject=Subject(f"gva_{section}_regional_share", None),
        years=(row.first_year, row.last_year),
    )


def part_claim(part: str, section: str, row: Any) -> Claim:
    """What one focus region, or all other regions, hold of a section."""
    return Claim(
        f"regions.lead_{part}",
        _ends(part, section, row),
        Relation.MOVED,
        subject=Subject(f"gva_{section}_regional_share", None),
        years=(row.first_year, row.last_year),
    )


def _ends(part: str, section: str, row: Any) -> dict[str, Figure]:
    subject = Subject(f"gva_{section}_regional_share", None)
    return {
        end: Figure(getattr(row, f"{part}_{end}"), "PT", 1, subject, year, f"{part}_{end}")
        for end, year in (("first", row.first_year), ("last", row.last_year))
    }


def _years(row: Any) -> dict[str, Year]:
    return {"first_year": Year(row.first_year), "last_year": Year(row.last_year)}
