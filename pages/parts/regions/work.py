"""Where the work is, where the money is, where the people are: three shares of every region beside each other."""

from __future__ import annotations

from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Relation, Share, Subject, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Abreast
from pages.parts.regions.lead import WITHOUT_VALUE
from pages.parts.regions.measure import SECTIONS
from pages.parts.series.about import View, absent, detail, source_note
from pages.parts.series.reach import named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Rows

PARTS = ("jobs", "value_added", "residents")
CITIES = ("KZ-71", "KZ-75")
ROW = 19
DRAWN = ("ref_area", "time_period", "obs_status", *PARTS)


@kept
def work_card(section: str, view: View) -> Card | Note:
    """The three shares of every region in the newest year, most work first."""
    lang, series_id = view.lang, f"employed_{section}_regional_share"
    rows = work_rows(section, lang, view.as_of)
    if not len(rows):
        return absent(series_id, view, "regions_work")
    claim, year, about = work_claim(section, rows), rows["time_period"][0], detail(series_id, lang)
    small = any(status == "E" for status in rows["obs_status"])
    return Card(
        key="regions_work",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("regions.work_subtitle", lang, section=text(f"regions.title_of_{section}", lang), year=year),
        summary=claim.words(lang),
        reach=_reach(section, lang, view.as_of),
        rows=rows,
        source=source_note(series_id, lang, view.as_of),
        query=("region_work", {"activity": SECTIONS[section], "as_of": view.as_of}),
        notes=(
            *((text("regions.note_small", lang),) if small else ()),
            *((text("regions.note_gambling", lang),) if section in (*WITHOUT_VALUE, "jmr") else ()),
            *(words for words in (about.caveat, about.proxy) if words),
        ),
        selects="area",
        slide=SlideAddress("region_work", {"section": section, **view.state("area")}),
        choice={"area": view.areas},
    )


def work_claim(section: str, rows: Rows) -> Claim:
    """What lies outside the two cities: of the employed, of the value added where it can be read, of the people."""
    row, subject = rows.first, Subject(f"employed_{section}_regional_share", None)
    year = row.time_period
    figures: dict[str, Any] = {
        "jobs": Share(row.jobs_outside, "PT", 0, subject, year, "jobs_outside"),
        "people": Share(row.residents_outside, "PT", 0, Subject("population", None), year, "residents_outside"),
    }
    if section not in WITHOUT_VALUE:
        of_value = Subject(f"gva_{section}_regional_share", None)
        figures["value"] = Share(row.value_outside, "PT", 0, of_value, year, "value_outside")
    return Claim(
        "regions.work_title_jobs" if section in WITHOUT_VALUE else "regions.work_title",
        {"section": Term(f"regions.of_{section}"), "year": Year(year), **figures},
        Relation.IS,
        subject=subject,
        years=(year,),
    )


@kept
def work_rows(section: str, lang: str, as_of: date) -> Rows:
    """The regions of the newest year with their names, most work first."""
    rows = answer("region_work", activity=SECTIONS[section], as_of=as_of)
    newest = rows.where(time_period=rows.last.time_period) if len(rows) else rows
    return named(newest, choices.area_names(lang))


@kept
def _reach(section: str, lang: str, as_of: date) -> Reach:
    rows = work_rows(section, lang, as_of)
    names = choices.area_names(lang)
    mark = Abreast(
        rows=rows.only(DRAWN),
        by="ref_area",
        parts={part: text(f"regions.part_{part}", lang) for part in PARTS},
        names={code: names[code] for code in rows.places("ref_area")},
        unit="PT",
        estimates=("jobs",),
        meanings={code: "section:J" for code in CITIES},
        row=ROW,
    )
    return Reach(mark, (), {"chosen": "area"})
