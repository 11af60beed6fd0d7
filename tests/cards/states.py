"""Random states of every page: addresses of cards with the choices of their pages, and the claims of leads."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pages.parts.cards.claim import Claim
from pages.parts.cards.model import SlideAddress
from pages.parts.compare.choice import abroad, option_words
from pages.parts.coverage.matrix import COLUMNS, LENSES
from pages.parts.overview import lenses
from pages.parts.regions.cards import FORMS
from pages.parts.regions.concentration import CARDS
from pages.parts.regions.measure import GEOGRAPHIES, SECTIONS, measures
from pages.parts.sector import cards as sector
from pages.parts.series.about import View
from pages.parts.series.answers import regions_ever
from pages.parts.series.multiples import AXES
from pages.parts.visit.ask import answer
from pages.parts.women import lead as women
from pages.parts.women.gap import MEASURES
from pages.parts.words.language import LANGUAGES
from pages.parts.youth import lead as youth

NOW = date(2026, 11, 22)
DATES = (*(NOW,) * 7, date(2023, 10, 11), date(2020, 12, 29))
SEXES, SETTLEMENTS = ("_T", "F", "M"), ("_T", "U", "R")
KINDS = (
    *("line",) * 6,
    *("breakdown", "ranking", "map", "multiples") * 3,
    *("lens", "pay", "shares", "parity", "gap", "gap_map", "region_map", "region_ranking", "region_multiples"),
    *("region_work", "region_place"),
    *(f"region_{name}" for name in CARDS),
    *("countries", "country_lines") * 2,
    *("years_held", "coverage", "refused", "progress"),
)

Choose = Callable[[random.Random, date], Mapping[str, Sequence[str]]]


def states(count: int, seed: int) -> list[tuple[SlideAddress, str, date]]:
    """Return addresses of cards in random states, each with a language and a date; the same for the same seed."""
    draw = random.Random(seed)
    kinds = [KINDS[place % len(KINDS)] for place in range(count)]
    return [(_address(kind, draw, day := draw.choice(DATES)), draw.choice(list(LANGUAGES)), day) for kind in kinds]


def lead_claims(view: View) -> list[Claim]:
    """Return what the pages say outside cards."""
    found = [*youth.lead_claims(view), women.lead_claim(view), sector.lead_claim(view)]
    for lens in lenses.LENSES:
        if row := lenses.lens_answer(lens, view):
            found += lenses.lens_claims(row, view)
    return found


def _address(kind: str, draw: random.Random, day: date) -> SlideAddress:
    return SlideAddress(kind, STATES.get(kind, lambda draw, day: {})(draw, day))


def _some(draw: random.Random, codes: Sequence[str], most: int) -> tuple[str, ...]:
    return tuple(draw.sample(list(codes), draw.randint(0, min(most, len(codes)))))


def _years(draw: random.Random) -> dict[str, tuple[str, ...]]:
    if draw.random() < 0.5:
        return {}
    first = draw.randint(2005, 2022)
    return {"years": (str(first), str(draw.randint(first, 2025)))}


def _areas(draw: random.Random) -> dict[str, tuple[str, ...]]:
    return {"area": _some(draw, regions_ever("en"), 5) if draw.random() < 0.6 else ()}


def _groups(draw: random.Random, most: int) -> dict[str, tuple[str, ...]]:
    halves = {"sex": SEXES, "urbanisation": SETTLEMENTS}
    return {name: _some(draw, codes, most) for name, codes in halves.items() if draw.random() < 0.5}


def _line(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    rows = answer("series_catalogue", lang="en", as_of=NOW)
    first = draw.choice(list(rows))
    others = [row.series_id for row in rows if row.unit == first.unit and row.series_id != first.series_id]
    series = (first.series_id, *(_some(draw, others, 3) if draw.random() < 0.3 else ()))
    return {"series": series, **_areas(draw), **_years(draw), **_groups(draw, 3)}


def _regional(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    rows = [row for row in answer("series_catalogue", lang="en", as_of=NOW) if (row.n_areas or 0) > 3]
    years = {"year": (str(draw.randint(2012, 2025)),)} if draw.random() < 0.3 else _years(draw)
    return {"series": (draw.choice(rows).series_id,), **_areas(draw), **years}


def _breakdown(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    by = draw.choice(("national", "sex", "region", "settlement"))
    state = {name: codes for name, codes in _regional(draw, day).items() if name != "year"}
    return {**state, "by": (by,)}


def _of_section(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    rate = draw.choice(tuple(measures(day, "en")) if day == NOW else ("share", "weight", "quotient"))
    year = {"year": (str(draw.randint(2014, 2025)),)} if draw.random() < 0.5 else {}
    return {
        "section": (draw.choice(tuple(SECTIONS)),),
        "geo": (draw.choice(GEOGRAPHIES),),
        "rate": (rate,),
        "form": (draw.choice(FORMS),),
        "axis": (draw.choice(AXES),),
        **year,
        **_areas(draw),
    }


def _countries(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    return {"series": (draw.choice(tuple(option_words("en"))),), "country": _some(draw, abroad("en"), 4)}


def _coverage(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    return {"lens": (draw.choice(LENSES),), "columns": (draw.choice(COLUMNS),), **_years(draw)}


def _gap(draw: random.Random, day: date) -> Mapping[str, Sequence[str]]:
    year = {"year": (str(draw.randint(2012, 2024)),)} if draw.random() < 0.6 else {}
    return {"series": (draw.choice(MEASURES),), **year, **_areas(draw)}


STATES: Mapping[str, Choose] = {
    "line": _line,
    "breakdown": _breakdown,
    "ranking": lambda draw, day: {**_regional(draw, day), **_groups(draw, 1)},
    "map": _regional,
    "multiples": lambda draw, day: {**_regional(draw, day), "axis": (draw.choice(AXES),)},
    "lens": lambda draw, day: {"lens": (draw.choice(lenses.LENSES),)},
    "pay": lambda draw, day: _years(draw),
    "parity": lambda draw, day: _years(draw),
    **dict.fromkeys(("gap", "gap_map"), _gap),
    **dict.fromkeys(("region_map", "region_ranking", "region_multiples"), _of_section),
    **{f"region_{name}": _of_section for name in (*CARDS, "work")},
    "region_place": lambda draw, day: {"area": (draw.choice(regions_ever("en")),)},
    **dict.fromkeys(("countries", "country_lines"), _countries),
    "years_held": lambda draw, day: {"series": _line(draw, day)["series"][:1]},
    "coverage": _coverage,
}
