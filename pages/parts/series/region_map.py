"""The regions of one year as a map, in the borders of that year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import Regions
from pages.parts.series.about import View, absent, detail, notes, short_unit, source_note, subtitle
from pages.parts.series.answers import extremes
from pages.parts.series.claims import above_claim
from pages.parts.series.reach import FILTERS, named
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Newest, Rows, Within, cut

HEIGHT, CLASSES = 440, 5
DRAWN = ("ref_area", "time_period", "obs_value", "obs_status", "layout", "missing", "note")


@kept
def map_card(series_id: str, view: View, *, key: str) -> Card | Note:
    """The regions of the newest year that the reader's years allow; a region that is clicked is selected."""
    view = replace(view, year=None)
    ends = extremes(series_id, view)
    if ends is None:
        return absent(series_id, view, key)
    reach = _reach(series_id, view.lang, view.as_of)
    rows = cut(_reachable(series_id, view.lang, view.as_of), reach.filters, view.choice(*FILTERS))
    claim = above_claim(series_id, ends)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=subtitle(series_id, rows, view.lang),
        summary=claim,
        reach=reach,
        rows=rows,
        source=source_note(series_id, view.lang, view.as_of),
        query=("region_rate", {"series_id": series_id, "as_of": view.as_of}),
        notes=(*notes(series_id, view), text("regions.note_outlines", view.lang)),
        decimals=detail(series_id, view.lang).decimals,
        selects="area",
        slide=SlideAddress("map", {"series": (series_id,), **view.state(*FILTERS)}),
        choice=view.choice(*FILTERS),
    )


@kept
def classes(series_id: str, as_of: date) -> Classes:
    """Return the classes of a series, the same for every year."""
    rows = answer("region_classes", series_id=series_id, as_of=as_of, n_classes=CLASSES)
    return Classes((rows["lower_bound"][0], *rows["upper_bound"]), scheme=rows["scheme"][0])


@kept
def _reachable(series_id: str, lang: str, as_of: date) -> Rows:
    names = choices.area_names(lang)
    rows = named(answer("region_rate", series_id=series_id, as_of=as_of), names)
    origins = zip(rows["predecessor"], rows["until_year"], strict=True)
    return rows.having(
        note=tuple(
            text("chart.part_of_until", lang, name=names[area], year=year) if area else None for area, year in origins
        ),
    )


@kept
def _reach(series_id: str, lang: str, as_of: date) -> Reach:
    about, rows = detail(series_id, lang), _reachable(series_id, lang, as_of)
    names = choices.area_names(lang)
    mark = Regions(
        rows=rows.only(DRAWN),
        names={code: names[code] for code in names if code in rows.places("ref_area")},
        unit=short_unit(about.unit),
        classes=classes(series_id, as_of),
        decimals=about.decimals,
        height=HEIGHT,
    )
    return Reach(mark, (Within("time_period", "years"), Newest("time_period", "years")), {"chosen": "area"})
