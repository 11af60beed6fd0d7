"""The map, the ranking and the small charts of the regions page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Name, Period, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Bars, Panels, Regions
from pages.parts.regions.claims import extremes_claim, missing_reasons
from pages.parts.regions.measure import (
    SOUTH,
    TURKISTAN,
    Choice,
    drawn_codes,
    measure_classes,
    region_names,
    region_rows,
)
from pages.parts.series.about import COUNTRY, View, absent, detail, notes, source_note
from pages.parts.series.claims import title_words
from pages.parts.series.multiples import AXES
from pages.parts.visit import choices
from pages.parts.visit.ask import kept
from pages.parts.words.language import text
from queries.rows import Newest, Rows, cut

FORMS = ("map", "tiles")
MAP_HEIGHT, BAR_ROW = 400, 20
OF_ONE_YEAR = (Newest("time_period", "year"),)
MAP_COLUMNS = ("ref_area", "time_period", "obs_value", "obs_status", "layout", "missing", "note")
BAR_COLUMNS = (
    *("ref_area", "time_period", "obs_value", "obs_status"),
    *("place", "n_tied", "within_rounding", "national_value"),
)
PANEL_COLUMNS = ("ref_area", "time_period", "obs_value", "obs_status", "segment")


@dataclass(frozen=True)
class Shown:
    """A choice in a language as of a date: what one object serves all visitors for."""

    choice: Choice
    lang: str
    as_of: date

    @property
    def rows(self) -> Rows:
        """All its rows (`region_rows`)."""
        return region_rows(self.choice, self.lang, self.as_of)


@kept
def map_card(choice: Choice, view: View, form: str) -> Card | Note:
    """The regions of one year as a map, or as tiles of one size."""
    lang, shown = view.lang, Shown(choice, view.lang, view.as_of)
    rows = cut(shown.rows, OF_ONE_YEAR, view.choice("year"))
    if not len(rows.known("obs_value")):
        return absent(choice.series_id, view, "regions_map")
    claim, year, known = extremes_claim(choice, rows, lang), rows["time_period"][0], rows["n_regions"][0]
    reasons = missing_reasons(choice, rows, view)
    reaches = {option: _map_reach(shown, option) for option in FORMS}
    return Card(
        key="regions_map",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text(
            "regions.subtitle_year",
            lang,
            title=choice.title(lang),
            year=year,
            count=text("regions.count", lang, count=known),
        ),
        summary=Claim(
            "regions.summary_map", {"finding": claim, "year": Year(year), "reasons": Name({lang: " ".join(reasons)})}
        ),
        reach=reaches[form],
        rows=rows,
        source=source_note(choice.series_id, lang, view.as_of),
        query=choice.query(view.as_of),
        notes=(*reasons, text("regions.note_classes", lang), text("regions.note_outlines", lang)),
        decimals=choice.decimals(lang),
        selects="area",
        slide=SlideAddress("region_map", {**choice.state, "form": form, **view.state("area", "year")}),
        choice={**_choice(rows, view), "form": (form,)},
        switch="form",
        alternatives=reaches,
    )


@kept
def ranking_card(choice: Choice, view: View) -> Card | Note:
    """The regions of one year in order, with the country as a line where it has a value of its own."""
    lang, shown = view.lang, Shown(choice, view.lang, view.as_of)
    of_year = cut(shown.rows, OF_ONE_YEAR, view.choice("year"))
    rows = of_year.known("obs_value")
    if not len(rows):
        return absent(choice.series_id, view, "regions_ranking")
    unclear = any(tied > 1 for tied in rows["n_tied"]) or any(rows["within_rounding"])
    about = detail(choice.series_id, lang)
    reading = () if choice.is_rate else (text(f"regions.reading_{choice.measure}", lang),)
    measure = "series_measure" if choice.is_rate else f"measure_{choice.measure}"
    return Card(
        key="regions_ranking",
        lang=lang,
        as_of=view.as_of,
        claim=Claim("regions.ranking_title", {"year": Year(rows["time_period"][0])}, years=(rows["time_period"][0],)),
        subtitle=text("regions.ranking_subtitle", lang, measure=text(f"regions.{measure}", lang)),
        summary=extremes_claim(choice, of_year, lang),
        reach=_ranking_reach(shown),
        rows=rows,
        query=choice.query(view.as_of),
        notes=(
            *reading,
            *(words for words in (about.proxy, about.caveat) if words),
            *((text("lens.note_rounding", lang),) if unclear else ()),
        ),
        decimals=choice.decimals(lang),
        selects="area",
        slide=SlideAddress("region_ranking", {**choice.state, **view.state("area", "year")}),
        choice=_choice(rows, view),
    )


@kept
def multiples_card(choice: Choice, view: View, axis: str) -> Card | Note:
    """Every region over the years in a panel of its own, in the order of the latest value."""
    lang, shown = view.lang, Shown(choice, view.lang, view.as_of)
    if not len(shown.rows):
        return absent(choice.series_id, view, "regions_multiples")
    of_section = f"regions.title_{choice.measure}_{choice.section}"
    title = title_words(choice.series_id) if choice.is_rate else Term(of_section)
    span = (min(shown.rows["time_period"]), max(shown.rows["time_period"]))
    claim = Claim("regions.multiples_title", {"title": title, "period": Period(*span)}, years=span)
    reaches = {option: _panels_reach(shown, option == "free") for option in AXES}
    remarks = (text("regions.note_south", lang),) if choice.geography == "published" else ()
    return Card(
        key="regions_multiples",
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("regions.multiples_subtitle", lang),
        summary=claim,
        reach=reaches[axis],
        rows=shown.rows,
        source=source_note(choice.series_id, lang, view.as_of),
        query=choice.query(view.as_of),
        notes=(*notes(choice.series_id, view), *remarks),
        decimals=choice.decimals(lang),
        selects="area",
        slide=SlideAddress("region_multiples", {**choice.state, "axis": axis, **view.state("area")}),
        choice={**view.choice("area"), "axis": (axis,)},
        switch="axis",
        alternatives=reaches,
    )


@kept
def _map_reach(shown: Shown, form: str) -> Reach:
    choice, lang = shown.choice, shown.lang
    rows, names = shown.rows, region_names(choice, lang)
    if form == "tiles":
        rows = _as_tiles(rows)
    mark = Regions(
        rows=rows.only(MAP_COLUMNS),
        names={code: names[code] for code in rows.places("ref_area")},
        unit=choice.unit(lang),
        classes=measure_classes(choice, shown.as_of),
        decimals=choice.decimals(lang),
        form=form,
        labels={code: choices.area_names(lang)[code] for code in rows.places("ref_area")},
        height=MAP_HEIGHT,
    )
    return Reach(mark, OF_ONE_YEAR, {"chosen": "area"})


@kept
def _ranking_reach(shown: Shown) -> Reach:
    choice, lang = shown.choice, shown.lang
    rows, names = shown.rows.known("obs_value"), region_names(choice, lang)
    mark = Bars(
        rows=rows.only(BAR_COLUMNS),
        by="ref_area",
        names={code: names[code] for code in rows.places("ref_area")},
        unit=choice.unit(lang),
        decimals=choice.decimals(lang),
        reference=choices.area_names(lang)[COUNTRY],
        row=BAR_ROW,
    )
    return Reach(mark, OF_ONE_YEAR, {"chosen": "area"})


@kept
def _panels_reach(shown: Shown, free: bool) -> Reach:
    choice, lang = shown.choice, shown.lang
    rows, names = shown.rows, region_names(choice, lang)
    if choice.geography == "published":
        rows = rows.at([place for place, code in enumerate(rows["ref_area"]) if code != SOUTH])
    drawn = _country(rows).and_then(rows.only(PANEL_COLUMNS)).sorted_by("time_period")
    mark = Panels(
        rows=drawn,
        names={code: names[code] for code in drawn.places("ref_area")},
        unit=choice.unit(lang),
        decimals=choice.decimals(lang),
        free=free,
    )
    return Reach(mark, (), {"chosen": "area"})


def _country(rows: Rows) -> Rows:
    """The country's line, from the column that has its value beside each region's."""
    by_year = {row.time_period: row.national_value for row in rows if row.national_value is not None}
    count = len(by_year)
    columns = {"ref_area": [COUNTRY] * count, "time_period": list(by_year), "obs_value": list(by_year.values())}
    return Rows({**columns, "obs_status": ["A"] * count, "segment": [0] * count})


def _choice(rows: Rows, view: View) -> dict[str, tuple[Any, ...]]:
    return {**view.choice("year"), "area": drawn_codes(view.areas, rows.places("ref_area"), view.lang)}


def _as_tiles(rows: Rows) -> Rows:
    """The rows without Turkistan in years of South Kazakhstan, its predecessor, whose tile stands in the same place."""
    south = {year for code, year in zip(rows["ref_area"], rows["time_period"], strict=True) if code == SOUTH}
    held = enumerate(zip(rows["ref_area"], rows["time_period"], strict=True))
    return rows.at([place for place, (code, year) in held if code != TURKISTAN or year not in south])
