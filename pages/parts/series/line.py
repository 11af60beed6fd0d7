"""Lines over years: one series or several of one unit, for the country and the chosen regions, sexes and settlements.

The chart of a series is made once for all visitors of a language; what a reader chose is cut out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pages.parts.cards.claim import Claim, Listed, Operand, Relation, Subject, Term, Year
from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Lines
from pages.parts.series.about import (
    COUNTRY,
    View,
    absent,
    breaks,
    detail,
    notes,
    period,
    said_note,
    short_unit,
    source_note,
    span,
    subtitle,
    target,
    title,
)
from pages.parts.series.answers import halves
from pages.parts.series.beside import Line, drawn_lines, lines_claim
from pages.parts.series.claims import line_name, title_words
from pages.parts.series.reach import FILTERS, Codes, Held, colours, reachable
from pages.parts.visit.ask import kept
from pages.parts.words.language import text, unit_label
from queries.rows import Rows, cut


@dataclass(frozen=True)
class Shape:
    """How large a line chart is, and which of its axes (values, span) are those of all charts that stand beside it."""

    height: int = 340
    shared: tuple[str, ...] = ()
    year_labels: int = 9
    zero: bool = False


@kept
def line_card(
    series_ids: Codes,
    view: View,
    *,
    key: str,
    filters: Codes = FILTERS,
    shape: Shape = Shape(),
    what: Operand | None = None,
    more_notes: tuple[Claim | str, ...] = (),
) -> Card | Note:
    """The lines of series of one unit.

    `filters` are the address names of the page's controls (area, years, sex, urbanisation); what has no control is
    fixed to what the view says. `what` is the common subject of several series.
    """
    held = Held.of(series_ids, view, filters)
    reach = line_reach(held, shape)
    rows = cut(reachable(held), reach.filters, view.choice(*filters))
    if not len(rows):
        return absent(series_ids[0], view, key)
    drawn = drawn_lines(rows, view.areas)
    claim = lines_claim(drawn, view, what)
    return Card(
        key=key,
        lang=view.lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=_subtitle(series_ids, rows, view),
        summary=summary(drawn, rows, claim),
        reach=reach,
        rows=rows,
        source=source_note(series_ids[0], view.lang, view.as_of),
        query=("series_line", {"series_ids": series_ids, "as_of": view.as_of}),
        notes=(*lines_notes(series_ids, rows, view), *left_out(claim, series_ids[0], view), *more_notes),
        decimals=detail(series_ids[0], view.lang).decimals,
        slide=SlideAddress("line", _state(series_ids, view, what, shape)),
        choice=view.choice(*filters),
    )


@kept
def line_cards(
    series: Codes,
    view: View,
    *,
    key: str,
    filters: Codes = FILTERS,
    shape: Shape = Shape(260, ("values", "span"), 4),
) -> tuple[Card | Note, ...]:
    """Several series beside each other, never on one line: on one scale from zero and one span of years, as far as the
    shape shares them."""
    made = [line_card((one,), view, key=f"{key}_{one}", filters=filters, shape=shape) for one in series]
    drawn = [card for card in made if isinstance(card, Card)]
    common = {name: _AXES[name](drawn) for name in shape.shared} if drawn else {}
    return tuple(replace(card, choice={**card.choice, **common}) if isinstance(card, Card) else card for card in made)


def _common_values(cards: Sequence[Card]) -> tuple[float, float]:
    return 0.0, max(max(card.rows["obs_value"]) for card in cards)


def _common_span(cards: Sequence[Card]) -> tuple[int, int]:
    return min(min(card.rows["time_period"]) for card in cards), max(max(card.rows["time_period"]) for card in cards)


_AXES: Mapping[str, Callable[[Sequence[Card]], tuple[float, float]]] = {
    "values": _common_values,
    "span": _common_span,
}


def summary(lines: Sequence[Line], rows: Rows, claim: Claim) -> Claim:
    """Write what a line chart shows for those who do not see it."""
    several = len({line.subject.series for line in lines}) > 1
    names = Listed([line_name(line.subject, with_series=several) for line in lines])
    return Claim("lens.summary_line", {"period": span(rows), "finding": claim, "lines": names})


def lines_notes(series_ids: Codes, rows: Rows, view: View) -> tuple[Claim | str, ...]:
    """Return what must be known about the drawn series, told of which one where there are several."""
    told: dict[str, Claim | str] = {}
    for series_id in series_ids:
        for note in notes(series_id, view, rows.where(series_id=series_id)):
            words = note if isinstance(note, str) else note.words(view.lang)
            if series_id == series_ids[0] or words in told:
                told[words] = note
            else:
                about = {"title": title_words(series_id), "note": said_note(note, view.lang)}
                told[f"{series_id} {words}"] = Claim("lens.note_of_series", about)
    return tuple(told.values())


def left_out(claim: Claim, series_id: str, view: View) -> tuple[Claim, ...]:
    """Name the year that a sentence about two halves had to leave out: there they contradict their total."""
    if claim.relation is not Relation.MORE_THAN:
        return ()
    split = "sex" if claim.subject.sex is None else "urbanisation"
    found = halves(Subject(series_id, COUNTRY), split, view)
    return (Claim("lens.note_odd_year", {"year": Year(found[1])}),) if found and found[1] else ()


@kept
def line_reach(held: Held, shape: Shape) -> Reach:
    """Return the chart of series with all that the filters can make of it."""
    about = detail(held.series[0], held.lang)
    rows = reachable(held)
    names, meanings, dotted = colours(held)
    mark = Lines(
        rows=rows.only(held.columns),
        by="line",
        names=names,
        unit=short_unit(about.unit),
        decimals=about.decimals,
        meanings=meanings,
        dotted=dotted,
        target=target(about.series_id, held.lang, held.as_of) if len(held.series) == 1 else None,
        breaks=breaks(held.series, held.lang),
        zero=shape.zero,
        year_labels=shape.year_labels,
        height=shape.height,
    )
    follows = {"chosen": "area"} if "area" in held.filters else {}
    return Reach(mark, held.cuts, follows | {name: name for name in shape.shared})


def _state(series_ids: Codes, view: View, what: Operand | None, shape: Shape) -> Mapping[str, str | Codes]:
    """The state of a slide; the common subject of several series is named by its message."""
    return {
        "series": series_ids,
        **view.state("area", "years", "sex", "urbanisation"),
        **({"what": what.key} if isinstance(what, Term) else {}),
        **({"zero": "1"} if shape.zero else {}),
    }


def _subtitle(series_ids: Codes, rows: Rows, view: View) -> str:
    if len(series_ids) == 1:
        return subtitle(series_ids[0], rows, view.lang)
    unit = unit_label(detail(series_ids[0], view.lang).unit, view.lang)
    return text("lens.subtitle", view.lang, title=title(series_ids, view.lang), unit=unit, period=period(rows))
