"""The page of one region: its part of the people, the work and the money, where it stands, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from pages.parts.cards.board import board
from pages.parts.cards.claim import Claim, Place, Relation, Share, Subject, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Abreast
from pages.parts.regions.measure import SECTIONS
from pages.parts.regions.profile import profile
from pages.parts.regions.work import PARTS
from pages.parts.series.about import View, absent, detail, short_unit, source_note
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_number, format_value, text

# So many regions are read side by side.
ABREAST = 2
ROW = 26
TOGETHER = "jmr"
COLUMNS = ("series", "value", "country", "place", "since", "caveat")
UNKNOWN = ("age", "sex", "register", "survey")
LENSES = ("sector", "regions", "youth", "women", "context")


def places(view: View) -> None:
    """Draw the pages of the regions chosen last, side by side where there are two."""
    shown = view.areas[-ABREAST:]
    with board("regions_places") as page:
        plain = replace(view, areas=(), year=None)
        page.abreast(*(sections_card(area, plain) for area in shown))
    for area, column in zip(shown, st.columns(len(shown), gap="large"), strict=True):
        with column:
            profile(area, view)
            st.html(standing_table(area, view.lang, view.as_of))
            st.markdown(unknown(area, view.lang))


@kept
def sections_card(area: str, view: View) -> Card | Note:
    """A region's part of the employed, the value added and the people, for each definition of creative work."""
    lang, series_id = view.lang, f"employed_{TOGETHER}_regional_share"
    params = {"ref_area": area, "as_of": view.as_of}
    rows = answer("region_sections", **params)
    if not len(rows):
        return absent(series_id, view, f"regions_place_{area}")
    claim = sections_claim(area, rows.last)
    names = {code: text(f"regions.section_{section}", lang) for section, code in SECTIONS.items()}
    mark = Abreast(
        rows=rows.only(("activity", "obs_status", *PARTS)),
        by="activity",
        parts={part: text(f"regions.part_{part}", lang) for part in PARTS},
        names=names,
        unit="PT",
        estimates=("jobs",),
        row=ROW,
    )
    small = any(status == "E" for status in rows["obs_status"])
    return Card(
        key=f"regions_place_{area}",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("regions.place_subtitle", lang, year=rows["time_period"][0]),
        summary=claim.words(lang),
        reach=Reach(mark),
        rows=rows.having(activity_name=[names[code] for code in rows["activity"]]),
        source=source_note(series_id, lang, view.as_of),
        query=("region_sections", params),
        notes=(
            *((text("regions.note_small", lang),) if small else ()),
            text("regions.note_gambling", lang),
            *(words for words in (detail(series_id, lang).caveat,) if words),
        ),
        slide=SlideAddress("region_place", {"area": area}),
    )


def sections_claim(area: str, row: Any) -> Claim:
    """What part of the people, of the work and of the money a region has, all three sections together."""
    year, subject = row.time_period, Subject(f"employed_{TOGETHER}_regional_share", area)
    of_people, of_value = Subject("population", area), Subject(f"gva_{TOGETHER}_regional_share", area)
    return Claim(
        "regions.place_title",
        {
            "area": Place(area),
            "people": Share(row.residents, "PT", 1, of_people, year, "residents"),
            "jobs": Share(row.jobs, "PT", 1, subject, year, "jobs"),
            "value": Share(row.value_added, "PT", 1, of_value, year, "value_added"),
            "year": Year(year),
        },
        Relation.IS,
        subject=subject,
        years=(year,),
    )


@kept
def standing_table(area: str, lang: str, as_of: date) -> str:
    """Every series with a value for the region, beside the country and the other regions, with what to bear in mind."""
    rows = answer("region_profile", ref_area=area, as_of=as_of, sex="_T", urbanisation="_T")
    head = "".join(f'<th scope="col">{escape(text(f"regions.column_{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(
        f"<tr>{_cells(row, lang)}</tr>" for lens in LENSES for row in rows.where(lens=lens).sorted_by("series_id")
    )
    label = escape(text("regions.standing", lang))
    return (
        f'<div class="region-standing" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: Any, lang: str) -> str:
    unit = short_unit(row.unit)
    value = format_value(row.obs_value, unit, row.decimals, lang)
    moved = row.from_value is not None and row.from_year is not None
    cells = (
        f"{value} ({row.time_period})",
        "" if row.national_value is None else format_value(row.national_value, unit, row.decimals, lang),
        _place(row, lang),
        f"{format_value(row.from_value, unit, row.decimals, lang)} ({row.from_year})" if moved else "",
        " ".join(text(f"regions.caveat_{code}", lang) for code in row.caveats),
    )
    title = escape(detail(row.series_id, lang).title)
    return f'<th scope="row">{title}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in cells)


def _place(row: Any, lang: str) -> str:
    """How many of the other regions stand worse, where a series has a better side."""
    if row.standing is None:
        return ""
    return text("regions.better_than", lang, worse=format_number(row.n_worse, 0, lang), count=row.n_regions)


def unknown(area: str, lang: str) -> str:
    """What no table says about the region, in words."""
    points = "\n".join(f"- {text(f'regions.unknown_{name}', lang)}" for name in UNKNOWN)
    return f"###### {text('regions.unknown', lang)}\n\n{points}"
