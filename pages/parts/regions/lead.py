"""The first sentence of the regions page: how much work is outside the two cities, by what counts as creative."""

from __future__ import annotations

from typing import Any

from pages.parts.cards.claim import Claim, Figure, Quantifier, Relation, Share, Subject, Term, Year
from pages.parts.regions.measure import SECTIONS
from pages.parts.series.about import View
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text

# Value added of section R follows the gambling zones, so no headline is made of it.
WITHOUT_VALUE = ("r",)


@kept
def lead(section: str, view: View) -> str:
    """Write the first sentences: the range over all definitions in bold, then the chosen one."""
    rows = answer("region_range", as_of=view.as_of)
    chosen = rows.where(activity=SECTIONS[section]).first
    if chosen is None:
        return text("regions.lead_missing", view.lang)
    return f"**{range_claim(chosen).words(view.lang)}** {section_claim(section, chosen).words(view.lang)}"


def range_claim(row: Any) -> Claim:
    """The lowest and the highest part of the employed outside the two cities, over all definitions."""
    year, subject = row.time_period, Subject(None, None)
    return Claim(
        "regions.lead_range",
        {
            "lowest": Figure(row.lowest_jobs, "PT", 0, subject, year, "lowest_jobs"),
            "highest": Figure(row.highest_jobs, "PT", 0, subject, year, "highest_jobs"),
            "year": Year(year),
        },
        Relation.IS,
        Quantifier.NAMED,
        subject,
        (year,),
    )


def section_claim(section: str, row: Any) -> Claim:
    """The part of the employed, and of the value added where it can be read, outside the two cities."""
    year, subject = row.time_period, Subject(f"employed_{section}_regional_share", None)
    figures = {"jobs": Share(row.jobs_outside, "PT", 0, subject, year, "jobs_outside")}
    if section not in WITHOUT_VALUE:
        of_value = Subject(f"gva_{section}_regional_share", None)
        figures["value"] = Share(row.value_outside, "PT", 0, of_value, year, "value_outside")
    return Claim(
        "regions.lead_section_jobs" if section in WITHOUT_VALUE else "regions.lead_section",
        {"section": Term(f"regions.of_{section}"), **figures},
        Relation.IS,
        subject=subject,
        years=(year,),
    )
