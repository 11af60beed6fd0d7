"""One series with a switch: the country, women and men, regions, or town and village, the country always in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pages.parts.cards.model import Card, Note, Reach, SlideAddress
from pages.parts.charts.marks import Lines
from pages.parts.series.about import TOTAL, View, absent, notes, subtitle
from pages.parts.series.answers import extremes, regions_ever
from pages.parts.series.beside import drawn_lines
from pages.parts.series.claims import ends_claim
from pages.parts.series.line import Shape, line_card, line_reach, summary
from pages.parts.series.reach import Codes, Held, reachable
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import kept
from pages.parts.words.language import text
from queries.rows import cut

SHAPE = Shape(height=320)
# What each option of the switch frees; what it does not free is the total.
SEXES, SETTLEMENTS = (TOTAL, "F", "M"), (TOTAL, "U", "R")


@dataclass(frozen=True)
class Breakdown:
    """A series and its switch: `name` is the switch's name in the address, `options` are its codes (national, sex,
    region, settlement), `key` is that of the card."""

    series_id: str
    name: str
    options: Codes
    key: str

    def chosen(self) -> str:
        """Return the option that the address names."""
        return choices.one_of(self.name, self.options, self.options[0])

    def choose(self, lang: str) -> None:
        """Draw the switch."""
        controls.choose_one(
            self.name,
            self.options,
            label=text("lens.by", lang),
            format_option=lambda code: text(f"lens.by_{code}", lang),
            control="segments",
            label_visibility="collapsed",
        )

    def card(self, view: View) -> Card | Note:
        """The chart of the chosen option, with those of the others behind the switch."""
        return breakdown_card(self, self.chosen(), view)


@kept
def breakdown_card(broken: Breakdown, by: str, view: View) -> Card | Note:
    """The chart of one option, with those of the others behind the switch."""
    series = (broken.series_id,)
    card = _of_regions(broken, view) if by == "region" else _of_lines(series, by, view, broken.key)
    if isinstance(card, Note):
        return card
    choice = {**view.choice("area", "years"), "coloured": _coloured(broken.series_id, view), broken.name: (by,)}
    alternatives = _alternatives(series, broken.options, view.lang, view.as_of)
    return replace(card, choice=choice, switch=broken.name, alternatives=alternatives)


@kept
def _alternatives(series: Codes, options: Codes, lang: str, as_of: date) -> Mapping[str, Reach]:
    view = View(lang, as_of)
    made = {}
    for by in options:
        if by == "region":
            made[by] = _regions_reach(_all_regions(series, view))
        else:
            made[by] = line_reach(Held.of(series, _freed(by, view), _filters(by)), SHAPE)
    return made


def _of_lines(series: Codes, by: str, view: View, key: str) -> Card | Note:
    return line_card(series, _freed(by, view), key=key, filters=_filters(by), shape=SHAPE)


def _freed(by: str, view: View) -> View:
    """The view of one option: halves are those of the country."""
    if by == "sex":
        return replace(view, areas=(), sexes=SEXES)
    return replace(view, areas=(), settlements=SETTLEMENTS) if by == "settlement" else view


def _filters(by: str) -> Codes:
    return ("area", "years") if by == "national" else ("years",)


def _of_regions(broken: Breakdown, view: View) -> Card | Note:
    """Every region as a line, the two ends of the newest year or the reader's regions in colour."""
    series, ends = (broken.series_id,), extremes(broken.series_id, view)
    held = _all_regions(series, view)
    reach = _regions_reach(held)
    rows = cut(reachable(held), reach.filters, view.choice("years"))
    if ends is None or not len(rows):
        return absent(broken.series_id, view, broken.key)
    claim = ends_claim(broken.series_id, ends)
    # Asked for all regions, because those that are chosen may have no value where others do.
    of_all = replace(view, areas=regions_ever(view.lang))
    card = line_card(series, of_all, key=broken.key, filters=("years",), shape=SHAPE)
    return replace(
        card,
        claim=claim,
        subtitle=subtitle(broken.series_id, rows, view.lang),
        summary=summary(drawn_lines(rows), rows, claim),
        reach=reach,
        rows=rows,
        notes=notes(broken.series_id, view, rows),
        slide=SlideAddress("breakdown", {"series": series, "by": "region", **view.state("area", "years")}),
    )


def _all_regions(series: Codes, view: View) -> Held:
    return Held.of(series, replace(view, areas=regions_ever(view.lang)), ("years",))


@kept
def _regions_reach(held: Held) -> Reach:
    reach = line_reach(held, SHAPE)
    mark: Lines = replace(reach.mark, target=None)
    return Reach(mark, reach.filters, {"chosen": "coloured"})


def _coloured(series_id: str, view: View) -> Codes:
    """The regions drawn in colour: the reader's, or the two ends of the ranking."""
    ends = extremes(series_id, view)
    return view.areas or ((ends.highest_area, ends.lowest_area) if ends else ())
