"""What Explore shows of a slice: lines over years, regions in order, and which values the series has."""

from __future__ import annotations

from pages.parts.cards.claim import Claim, Count, Listed, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import YearsHeld
from pages.parts.explore.slice import Slice
from pages.parts.series.about import View, absent, detail, source_note
from pages.parts.series.answers import lines
from pages.parts.series.claims import subject_words
from pages.parts.series.line import Shape, line_card, line_cards
from pages.parts.series.ranking import ranking_card
from pages.parts.visit.ask import kept, of_series
from pages.parts.words.language import text, unit_label

SHAPE, PAIR = Shape(400), Shape(260, ("span",))


def slice_cards(chosen: Slice) -> tuple[Card | Note, ...]:
    """The slice as lines: series of one unit in one chart, of two units one under the other, never two axes."""
    filters = chosen.filters
    if shares_a_unit(chosen.series, chosen.view):
        return (line_card(chosen.series, chosen.view, key="explore_lines", filters=filters, shape=SHAPE),)
    return line_cards(chosen.series, chosen.view, key="explore", filters=filters, shape=PAIR)


def shares_a_unit(series: tuple[str, ...], view: View) -> bool:
    """Whether series are measured in one unit, so that they may share an axis."""
    return len({detail(series_id, view.lang).unit for series_id in series}) == 1


def regions_card(chosen: Slice) -> Card | Note:
    """All regions of one year in order."""
    return ranking_card(chosen.series[0], chosen.view, key="explore_regions", filters=chosen.filters)


@kept
def held_card(series_id: str, view: View, *, bare: bool = False) -> Card | Note:
    """Which years and regions of a series have values; `bare` where the page writes the words around it."""
    rows = of_series("series_years", series_id, as_of=view.as_of)
    if not len(rows):
        return absent(series_id, view, "explore_years_held")
    national = [Year(year) for year, held in zip(rows["time_period"], rows["has_national"], strict=True) if held]
    return Card(
        key="explore_years_held",
        lang=view.lang,
        as_of=view.as_of,
        claim=Claim("explore.coverage_title"),
        subtitle=detail(series_id, view.lang).title,
        summary=Claim(
            "explore.coverage_summary",
            {
                "national": Listed(national) if national else Term("explore.coverage_none"),
                "most": Count(max(rows["n_regions"]), "n_regions"),
            },
        ),
        reach=_held_reach(series_id, view),
        rows=rows,
        query=("series_years", {"series_id": series_id, "as_of": view.as_of}),
        slide=SlideAddress("years_held", {"series": (series_id,)}),
        bare=bare,
    )


@kept
def every_value(series_id: str, view: View) -> Card:
    """A card of every value of a series, all areas and breakdowns: what is written to files."""
    about = detail(series_id, view.lang)
    return Card(
        key=f"{series_id}_all",
        lang=view.lang,
        as_of=view.as_of,
        claim=Claim("lens.only", {"what": subject_words(series_id)}),
        subtitle=unit_label(about.unit, view.lang),
        summary=about.title,
        reach=_held_reach(series_id, view),
        rows=lines((series_id,), view.as_of),
        source=source_note(series_id, view.lang, view.as_of),
        query=("series_line", {"series_ids": (series_id,), "as_of": view.as_of}),
        decimals=about.decimals,
    )


@kept
def _held_reach(series_id: str, view: View) -> Reach:
    rows = of_series("series_years", series_id, as_of=view.as_of)
    counted = zip(rows["time_period"], rows["n_regions"], rows["n_expected"], strict=True)
    words = tuple(
        text("explore.coverage_hover", view.lang, year=year, regions=regions, expected=expected)
        for year, regions, expected in counted
    )
    mark = YearsHeld(
        rows.having(words=words),
        text("explore.coverage_national", view.lang),
        text("explore.coverage_regions", view.lang),
    )
    return Reach(mark)
