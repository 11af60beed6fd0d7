"""The first line of a search: the answer itself, the newest value of the first series in the region that was named."""

from __future__ import annotations

from datetime import date

from pages.parts.cards.claim import Claim, Figure, Name, Place, Relation, Subject, Year
from pages.parts.series.about import COUNTRY, TOTAL, detail, short_unit
from pages.parts.visit.ask import answer, kept


@kept
def answer_line(series_id: str, areas: tuple[str, ...], lang: str, as_of: date) -> str:
    """Write the newest value of a series in the named region, else in the country; nothing where neither has one."""
    held = answer("series_line", series_ids=(series_id,), as_of=as_of)
    whole = held.where(sex=TOTAL, urbanisation=TOTAL).known("obs_value")
    for area in (*areas, COUNTRY):
        if rows := whole.where(ref_area=area):
            return _claim(series_id, area, max(rows, key=lambda row: row.time_period), lang).words(lang)
    return ""


def _claim(series_id: str, area: str, newest: object, lang: str) -> Claim:
    about, subject, year = detail(series_id, lang), Subject(series_id, area), newest.time_period
    value = Figure(newest.obs_value, short_unit(about.unit), about.decimals, subject, year)
    values = {"series": Name({lang: about.title}), "value": value, "place": Place(area, "in"), "year": Year(year)}
    return Claim("explore.answer", values, Relation.IS, subject=subject, years=(year,))
