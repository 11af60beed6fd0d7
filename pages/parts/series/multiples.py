"""All regions as small charts of their own, with the country behind each; on one scale or each on its own."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.cards.claim import Claim, Listed, Place, Relation, Subject, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Panels
from pages.parts.series.about import COUNTRY, View, absent, detail, notes, short_unit, source_note, subtitle
from pages.parts.series.answers import extremes, missing, regions
from pages.parts.series.claims import ends_claim, only
from pages.parts.series.reach import Held, reachable
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import kept
from pages.parts.words.language import text
from queries.rows import Within, cut

AXES = ("shared", "free")
FILTERS = ("area", "years", "axis")
DRAWN = ("ref_area", "time_period", "obs_value", "obs_status", "segment")


@kept
def multiples_card(series_id: str, view: View, axis: str, *, key: str, abreast: int = 5) -> Card | Note:
    """Every region in a panel of its own, in the order of the latest value; `axis` is shared or free."""
    held = Held.of((series_id,), replace(view, areas=regions(view.lang)), ("years",))
    reaches = {option: _reach(held, option == "free", abreast) for option in AXES}
    rows = cut(reachable(held), reaches[axis].filters, view.choice("years"))
    ends = extremes(series_id, view)
    if not len(rows) or ends is None:
        return absent(series_id, view, key)
    drawn = [area for area, year in zip(rows["ref_area"], rows["time_period"], strict=True) if year == ends.time_period]
    # A region that was divided since has no panel, so that the ends of its years are not those of the panels.
    is_whole = len(set(drawn) - {COUNTRY}) == ends.n_regions
    claim = ends_claim(series_id, ends, "lens.every_region") if is_whole else only(series_id)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=subtitle(series_id, rows, view.lang),
        summary=claim,
        reach=reaches[axis],
        rows=rows,
        source=source_note(series_id, view.lang, view.as_of),
        query=("series_line", {"series_ids": (series_id,), "as_of": view.as_of}),
        notes=(*notes(series_id, view, rows), *_earlier_notes(series_id, ends.time_period, view)),
        decimals=detail(series_id, view.lang).decimals,
        slide=SlideAddress("multiples", {"series": (series_id,), "axis": axis, **view.state("area", "years")}),
        choice={**view.choice("area", "years"), "axis": (axis,)},
        switch="axis",
        alternatives=reaches,
    )


@kept
def _reach(held: Held, free: bool, abreast: int) -> Reach:
    about, names = detail(held.series[0], held.lang), choices.area_names(held.lang)
    mark = Panels(
        rows=reachable(held).only(DRAWN),
        names={code: names[code] for code in (COUNTRY, *regions(held.lang))},
        unit=short_unit(about.unit),
        decimals=about.decimals,
        free=free,
        abreast=abreast,
    )
    return Reach(mark, (Within("time_period", "years"),), {"chosen": "area"})


def _earlier_notes(series_id: str, year: int, view: View) -> tuple[Claim, ...]:
    """Name the regions whose panel ends before the year of the sentence, with the year of their last value."""
    rows = missing(series_id, year, view).known("latest_year")
    told = [
        Term("lens.area_of_year", {"area": Place(row.ref_area, "short"), "year": Year(row.latest_year)}) for row in rows
    ]
    values = {"year": Year(year), "areas": Listed(told)}
    lacking = Claim("lens.note_earlier", values, Relation.LACKS, subject=Subject(series_id, None), years=(year,))
    return (lacking,) if told else ()


def chosen_axis() -> str:
    """Return the axis that the address names."""
    return choices.one_of("axis", AXES, AXES[0])


def choose_axis(lang: str) -> None:
    """Draw the choice between one scale for all panels and one for each."""
    controls.choose_one(
        "axis",
        AXES,
        label=text("lens.axis", lang),
        control="segments",
        format_option=lambda code: text(f"lens.axis_{code}", lang),
        label_visibility="collapsed",
    )
