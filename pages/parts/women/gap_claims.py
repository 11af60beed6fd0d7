"""The gap between women and men by region: its rows, and the sentences about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.cards.claim import (
    Change,
    Claim,
    Count,
    Figure,
    Operand,
    Place,
    Quantifier,
    Relation,
    Subject,
    Term,
    Year,
)
from pages.parts.cards.evidence import listed_regions
from pages.parts.series.about import detail, short_unit
from pages.parts.series.reach import named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Rows

REGIONAL = ("oblast", "city")


@dataclass(frozen=True)
class Gap:
    """A measure in a language as of a date."""

    series_id: str
    lang: str
    as_of: date

    @property
    def query(self) -> tuple[str, dict[str, Any]]:
        """The question whose answer both cards show."""
        return "women_gap_areas", {"series_id": self.series_id, "as_of": self.as_of}


@kept
def gap_rows(gap: Gap) -> Rows:
    """The rows of all years with the names of regions, and why one is empty in words."""
    name, params = gap.query
    rows = named(answer(name, **params), choices.area_names(gap.lang))
    return rows.having(
        layout=rows["map_layout"],
        missing=[None if reason is None else "no_data" for reason in rows["reason"]],
        note=[None if reason is None else text(f"women.reason_{reason}", gap.lang) for reason in rows["reason"]],
    )


def finding_claim(gap: Gap, row: Any) -> Claim:
    """Write in how many regions whose value is higher, what that means for women, and where the gap is widest."""
    about = detail(gap.series_id, gap.lang)
    widest = Subject(gap.series_id, row.widest_area, None)
    return Claim(
        f"women.gap_{about.direction}_{row.leading}",
        {
            "what": Term(f"women.what_{gap.series_id}"),
            "women": Count(row.n_women_higher, "women_higher"),
            "men": Count(row.n_men_higher, "men_higher"),
            "regions": _regions_told(gap, row),
            "area": Place(row.widest_area),
            "gap": Change(row.widest_gap, "PT", about.decimals, widest, row.time_period, "gap", end="widest"),
        },
        Relation.COUNTS,
        Quantifier.SOME,
        Subject(gap.series_id, None, None),
        (row.time_period,),
        among="regions",
    )


def summary_claim(gap: Gap, row: Any, finding: Claim) -> Claim:
    """Write in how many regions whose value is higher, for those who do not see the map."""
    return Claim(
        "women.gap_summary",
        {
            "regions": _regions_told(gap, row),
            "year": Year(row.time_period),
            "women": Count(row.n_women_higher, "women_higher"),
            "men": Count(row.n_men_higher, "men_higher"),
            "level": Count(row.n_level, "level"),
            "finding": finding,
        },
        Relation.COUNTS,
        Quantifier.SOME,
        Subject(gap.series_id, None, None),
        (row.time_period,),
        among="regions",
    )


def pairs_claim(gap: Gap, row: Any, rows: Rows) -> Claim:
    """Write what women and men have where the gap is widest."""
    widest = rows.where(ref_area=row.widest_area).first
    values: dict[str, Operand] = {
        half: Figure(
            getattr(widest, half),
            short_unit(detail(gap.series_id, gap.lang).unit),
            detail(gap.series_id, gap.lang).decimals,
            Subject(gap.series_id, row.widest_area, sex),
            row.time_period,
            half,
        )
        for half, sex in (("women", "F"), ("men", "M"))
    }
    return Claim(
        "women.pairs_title" if row.n_regions == _listed(gap, row) else "women.pairs_title_of_held",
        {
            **values,
            # Not printed: what the region is chosen by.
            "gap": Figure(row.widest_gap, "PT", 1, Subject(gap.series_id, row.widest_area), None, "gap", end="widest"),
            "area": Place(row.widest_area, "in"),
            "held": Count(row.n_regions, "held"),
            "listed": Count(_listed(gap, row), "listed"),
            "year": Year(row.time_period),
        },
        Relation.ENDS,
        Quantifier.ALL,
        Subject(gap.series_id, None, None),
        (row.time_period,),
        among="regions",
    )


def _regions_told(gap: Gap, row: Any) -> Term:
    """Of how many regions a sentence tells, and how many there are where some have no value."""
    held, listed = Count(row.n_regions, "held"), Count(_listed(gap, row), "listed")
    return Term("women.of_held" if held.value < listed.value else "women.of_all", {"held": held, "listed": listed})


def _listed(gap: Gap, row: Any) -> int:
    """How many regions there were in a year, with a value or without."""
    held = gap_rows(gap).where(time_period=row.time_period, kind=REGIONAL).known("gap")["ref_area"]
    return len(listed_regions(row.time_period, frozenset(held)))
