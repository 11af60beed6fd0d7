"""States of the pages, drawn at random from what the store holds."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import queries

PAGES = ("", "youth", "women", "regions", "sector", "explore", "snapshot", "compare", "coverage")


@dataclass(frozen=True)
class World:
    """What states are drawn from: codes of the store, so that a new series or year is visited as well; each series with
    the areas that it has; `lasting` are those of several years."""

    series: Mapping[str, Sequence[str]]
    lasting: frozenset[str]
    areas: Sequence[str]
    countries: Sequence[str]
    years: tuple[int, int]


def world() -> World:
    """Read the codes that states are drawn from."""
    areas, newest = queries.rows_of("areas", lang="en"), queries.rows_of("release_dates")["release"][0]
    held = queries.rows_of("series_areas", series_id=None, as_of=newest, lang="en")
    series = {one: held.where(series_id=one)["ref_area"] for one in queries.rows_of("series_search")["series_id"]}
    years = queries.rows_of("series_years", series_id=None, as_of=newest).places("series_id")
    lasting = frozenset(one for one, places in years.items() if len(places) > 1)
    today = areas.where(kind=("oblast", "city"), valid_to=None)
    return World(series, lasting, today["ref_area"], areas.where(kind="other_country")["ref_area"], (2010, 2025))


def state(page: str, known: World, chance: random.Random) -> dict[str, Any]:
    """A state of a page that hardly anybody has asked for before."""
    first, last = known.years
    drawn: dict[str, Any] = {"lang": chance.choice(["kk", "ru", "en"])}
    if page == "explore":
        drawn["series"] = chance.choice(list(known.series))
    if page in ("youth", "women", "regions", "explore"):
        areas = known.series.get(drawn.get("series"), known.areas)
        # What an address leaves out stays as it was chosen on the page before, which may know other areas.
        drawn["area"] = chance.sample(areas, min(len(areas), chance.choice([1, 1, 2, 3])))
    has_years = page in ("youth", "women") or drawn.get("series") in known.lasting
    if has_years and chance.random() < 0.6:
        drawn["years"] = f"{chance.randint(first, first + 6)}-{chance.randint(last - 5, last)}"
    drawn |= {
        "youth": {"by": chance.choice(["national", "sex", "region", "settlement"])},
        "women": {"measure": chance.choice(["unemployment_total", "neet_15_24", "informal_total"])},
        "regions": {"section": chance.choice("jr"), "rate": chance.choice(["share", "weight", "quotient"])},
        "snapshot": {"goal": chance.choice(["4", "5", "8", "11", "12"])},
        "compare": {"country": chance.sample(known.countries, chance.choice([1, 2, 3]))},
        "coverage": {"lens": chance.choice(["youth", "women", "regions", "sector"])},
    }.get(page, {})
    return {name: value for name, value in drawn.items() if value}
