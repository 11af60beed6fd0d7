"""Sentences about the regions of one year: which stand first and last, and why some have no value."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.parts.cards.claim import Claim, Count, Figure, Operand, Place, Quantifier, Relation, Subject, Year
from pages.parts.regions.measure import Choice, region_names
from pages.parts.series.about import View
from pages.parts.series.claims import end_place
from pages.parts.words.language import text
from queries.rows import Rows


def extremes_claim(choice: Choice, rows: Rows, lang: str) -> Claim:
    """Write which regions stand first and last in the rows of one year, ties counted."""
    existing = rows.where(predecessor=None)
    known = rows.known("obs_value")
    top, bottom, year = known.first, known.last, known["time_period"][0]
    return Claim(
        "regions.extremes" if len(known) == len(existing) else "regions.extremes_of_held",
        {
            "highest_area": _end(top, choice),
            "highest": replace(_figure(top, choice, lang), end="highest"),
            "lowest_area": _end(bottom, choice),
            "lowest": replace(_figure(bottom, choice, lang), end="lowest"),
            "year": Year(year),
            "held": Count(len(known), "held"),
            "listed": Count(len(existing), "listed"),
        },
        Relation.ENDS,
        Quantifier.ALL,
        Subject(_series(choice), None),
        (year,),
        among="question",
    )


def _end(row: Any, choice: Choice) -> Operand:
    if choice.geography == "published":
        return end_place(row.ref_area, row.n_tied - 1, "name")
    return Place(row.ref_area)


def _figure(row: Any, choice: Choice, lang: str) -> Figure:
    subject = Subject(_series(choice), row.ref_area)
    return Figure(row.obs_value, choice.unit(lang), choice.decimals(lang), subject, row.time_period)


def _series(choice: Choice) -> str | None:
    """The series whose values are told; none where they are computed for joined regions, or as a quotient."""
    return choice.series_id if choice.geography == "published" and choice.measure != "quotient" else None


def missing_reasons(choice: Choice, rows: Rows, view: View) -> tuple[str, ...]:
    """Why regions of today have no value of their own in the year, one sentence per reason."""
    lang, names = view.lang, region_names(choice, view.lang)
    unborn = rows.known("predecessor")
    written = ["; ".join(f"{view.names[row.ref_area]}: {row.note}" for row in unborn)]
    if unweighted := rows.where(missing="not_existing", predecessor=None)["ref_area"]:
        written.append(text("regions.note_no_weight", lang, areas=", ".join(names[code] for code in unweighted)))
    for kind in ("no_data", "suppressed"):
        if codes := rows.where(missing=kind)["ref_area"]:
            written.append(text(f"regions.note_{kind}", lang, areas=", ".join(view.names[code] for code in codes)))
    return tuple(f"{words.rstrip('.')}." for words in written if words)
