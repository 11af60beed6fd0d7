"""One mark of every kind with published figures, and what the browser is sent of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pages.parts.cards.model import Reach
from pages.parts.cards.screen import drawn_rows, plain, view
from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import (
    Abreast,
    Bars,
    Break,
    Cells,
    Gaps,
    Lines,
    Mark,
    Pairs,
    Panels,
    Regions,
    Stack,
    Strip,
    Tally,
    Target,
    YearsHeld,
    Zone,
)
from pages.parts.visit.ask import answer
from queries.rows import Filter, Rows

# Young people not in employment, education or training, 2022, per cent (national platform, 24 October 2024).
NEET_2022 = {
    "KZ-10": 4.2, "KZ-11": 3.9, "KZ-15": 4.7, "KZ-19": 6.1, "KZ-23": 5.4, "KZ-27": 2.1, "KZ-31": 5.5, "KZ-33": 3.5,
    "KZ-35": 6.5, "KZ-39": 3.2, "KZ-43": 5.5, "KZ-47": 7.3, "KZ-55": 3.4, "KZ-59": 6.6, "KZ-61": 6.1, "KZ-62": 8.7,
    "KZ-63": 4.9, "KZ-71": 3.0, "KZ-75": 3.8, "KZ-79": 2.6,
}  # fmt: skip
# The same of the country, 2013 to 2023, and of its young women and men.
NEET = {
    "KZ": {
        2013: 7.7,
        2014: 7.8,
        2015: 7.9,
        2016: 8.2,
        2017: 6.5,
        2018: 5.4,
        2019: 5.0,
        2021: 5.0,
        2022: 4.6,
        2023: 6.0,
    },
    "KZ-43": {2018: 5.9, 2019: 5.2, 2020: 5.8, 2021: 5.9, 2022: 5.5},
    "KZ-75": {2018: 5.1, 2019: 4.1, 2020: 4.4, 2021: 4.2, 2022: 3.8},
    "KZ-47": {2018: 7.1, 2019: 6.8, 2020: 7.4, 2021: 7.6, 2022: 7.3},
}
JENKS = Classes((2.1, 3.5, 4.9, 6.6, 8.7))
SIDES = {"en": ("women", "men"), "ru": ("женщины", "мужчины"), "kk": ("әйелдер", "ерлер")}


def names(lang: str) -> dict[str, str]:
    """The short name of every area."""
    rows = answer("areas", lang=lang)
    return dict(zip(rows["ref_area"], rows["short_name"], strict=True))


def ranked() -> Rows:
    """Regions from the highest share to the lowest, with their places and the value of the country."""
    order = sorted(NEET_2022, key=lambda code: -NEET_2022[code])
    values = [NEET_2022[code] for code in order]
    return Rows(
        {
            "ref_area": order,
            "obs_value": values,
            "place": [values.index(value) + 1 for value in values],
            "n_tied": [values.count(value) for value in values],
            "within_rounding": [code in ("KZ-31", "KZ-43") for code in order],
            "obs_status": ["E" if code == "KZ-10" else "A" for code in order],
            "time_period": [2022] * len(order),
            "national_value": [4.6] * len(order),
            "layout": ["2022"] * len(order),
        }
    )


def lines(lang: str = "en", **more: Any) -> Lines:
    """The country, two focus regions and Almaty city, with a missing year, two breaks and a target."""
    points = [(key, year, value) for key, values in NEET.items() for year, value in values.items()]
    rows = Rows(
        {
            "ref_area": [key for key, _, _ in points],
            "time_period": [year for _, year, _ in points],
            "obs_value": [value for _, _, value in points],
            "segment": [int(year >= 2023) for _, year, _ in points],
            "obs_status": [
                "P" if year == 2023 else "S" if (key, year) == ("KZ-75", 2021) else "A" for key, year, _ in points
            ],
        }
    )
    given = {
        "names": {key: name for key, name in names(lang).items() if key in NEET},
        "chosen": ("KZ-75", "KZ-43"),
        "breaks": (Break(2018, "new definition"), Break(2019, "new method"), Break(2023, "new definition of age")),
        "target": Target(2029, 3.5, "target 3.5%", ((2015, 7.9), (2029, 3.5))),
    }
    return Lines(rows=rows, by="ref_area", unit="PT", **{**given, **more})


def bars(lang: str = "en", **more: Any) -> Bars:
    """All regions with the country as their reference."""
    given = {"names": names(lang), "chosen": ("KZ-75",), "reference": names(lang)["KZ"]}
    return Bars(rows=ranked(), by="ref_area", unit="PT", **{**given, **more})


def countries(lang: str = "en") -> Bars:
    """Countries and groups of countries under headings, each with its year."""
    rows = Rows(
        {
            "ref_area": ["KG", "UZ", "KZ", "RU", "UN_CA", "UN_W"],
            "obs_value": [20.2, 17.1, 7.4, 11.1, 22.6, 21.7],
            "obs_status": ["A", "E", "A", "A", "E", "A"],
            "time_period": [2021, 2020, 2023, 2022, 2022, 2023],
            "role": ["country"] * 4 + ["group"] * 2,
        }
    )
    words = {"KG": "Kyrgyzstan", "UZ": "Uzbekistan", "KZ": "Kazakhstan", "RU": "Russian Federation"}
    words |= {"UN_CA": "Central Asia and Southern Asia (United Nations)", "UN_W": "World"}
    heads = {"country": "Countries", "group": "Groups of countries"}
    return Bars(
        rows=rows, by="ref_area", names=words, unit="PT", years=True, heads=heads, meanings={"KZ": "country"}, row=30
    )


def gaps(lang: str = "en") -> Gaps:
    """Regions with fewer and with more than in the year before."""
    rows = Rows({"ref_area": ["KZ-62", "KZ-47", "KZ-75", "KZ-27"], "change": [1.9, 0.4, -0.3, -1.6]})
    return Gaps(rows=rows, by="ref_area", names=names(lang), unit="PT", sides=("fewer", "more"))


def abreast(lang: str = "en") -> Abreast:
    """Four regions' shares of the employed, the value added and the people in section J, 2025."""
    rows = Rows(
        {
            "ref_area": ["KZ-71", "KZ-75", "KZ-61", "KZ-43"],
            "jobs": [25.9, 25.3, 6.6, 1.4],
            "value_added": [29.3, 57.7, 0.5, 0.4],
            "residents": [7.8, 11.4, 10.6, 4.1],
            "obs_status": ["A", "A", "A", "E"],
        }
    )
    parts = {"jobs": "employed", "value_added": "value added", "residents": "residents"}
    cities = {"KZ-71": "section:J", "KZ-75": "section:J"}
    return Abreast(
        rows=rows, by="ref_area", parts=parts, names=names(lang), unit="PT", estimates=("jobs",), meanings=cities
    )


def pairs(lang: str = "en") -> Pairs:
    """Women and men of three regions."""
    rows = Rows(
        {
            "ref_area": ["KZ-62", "KZ-47", "KZ-71"],
            "women": [13.9, 9.1, 2.9],
            "men": [3.5, 5.6, 3.1],
            "gap": [10.4, 3.5, -0.2],
        }
    )
    women, men = SIDES[lang]
    return Pairs(
        rows=rows, by="ref_area", names=names(lang), unit="PT", women=women, men=men, gap_heading="women − men"
    )


def zone(lang: str = "en") -> Zone:
    """Shares of women beside one half."""
    rows = Rows({"series_id": ["managers", "parliament", "graduates"], "share": [46.2, 18.4, 61.0]})
    shown = {
        "managers": "Women among managers",
        "parliament": "Women in parliament",
        "graduates": "Women among graduates",
    }
    words = {"managers": "46.2% · balanced", "parliament": "18.4% · fewer women", "graduates": "61.0% · more women"}
    return Zone(
        rows=rows, by="series_id", value="share", names=shown, words=words, zone=(45, 55), middle=50, span=(0, 100),
        ticks=(0, 25, 50, 75, 100), decimals=0, zone_label="balanced: 45–55%", sides=("fewer women", "more women"),
    )  # fmt: skip


def regions(lang: str = "en", **more: Any) -> Regions:
    """A map of the shares of 2022: two regions without a value, one chosen."""
    rows = ranked()
    hidden = {"KZ-33": "suppressed", "KZ-10": "not_existing"}
    rows = rows.having(
        obs_value=[
            None if code in hidden else value for code, value in zip(rows["ref_area"], rows["obs_value"], strict=True)
        ],
        missing=[hidden.get(code) for code in rows["ref_area"]],
        note=["part of East Kazakhstan until 2022" if code == "KZ-10" else None for code in rows["ref_area"]],
    )
    given = {"names": names(lang), "labels": names(lang), "chosen": ("KZ-75", "KZ-39")}
    return Regions(rows=rows, unit="PT", classes=JENKS, **{**given, **more})


def panels(lang: str = "en", **more: Any) -> Panels:
    """The country behind every region."""
    mark = lines(lang)
    others = {code: {2021: value + 0.4, 2022: value} for code, value in NEET_2022.items() if code not in NEET}
    added = [(code, year, value) for code, values in others.items() for year, value in values.items()]
    rows = mark.rows.and_then(
        Rows(
            dict(zip(("ref_area", "time_period", "obs_value"), map(list, zip(*added, strict=True)), strict=True))
            | {"segment": [0] * len(added)}
        )
    )
    return Panels(
        rows=rows, names={code: name for code, name in names(lang).items() if code != "KZ"}, unit="PT", **more
    )


def stack(lang: str = "en") -> Stack:
    """Almaty, Astana and all others: shares of value added in information and communication."""
    shares = {"KZ-75": [52.7, 57.7, 55.1], "KZ-71": [30.1, 29.3, 29.9], "rest": [17.2, None, 15.0]}
    rows = Rows(
        {
            "region": [key for key in shares for _ in range(3)],
            "time_period": [2023, 2024, 2025] * 3,
            "obs_value": [value for values in shares.values() for value in values],
        }
    )
    shown = {"KZ-75": names(lang)["KZ-75"], "KZ-71": names(lang)["KZ-71"], "rest": "other regions"}
    return Stack(rows=rows, by="region", names=shown, unit="PT", rest="rest", full=100)


def strip(lang: str = "en") -> Strip:
    """The same of one year on a line."""
    rows = Rows({"region": ["KZ-75", "KZ-71", "KZ-35", "KZ-19"], "share": [57.7, 29.3, 3.1, 2.0]})
    return Strip(
        rows=rows,
        by="region",
        value="share",
        names=names(lang),
        unit="PT",
        meanings={"KZ-75": "chosen:1", "KZ-71": "chosen:2"},
    )


def cells(lang: str = "en", **more: Any) -> Cells:
    """How many regions two series hold by year."""
    rows = Rows(
        {
            "series_id": ["neet", "neet", "neet", "pay", "pay"],
            "time_period": [2020, 2021, 2022, 2010, 2022],
            "n_areas": [17, 0, 20, 1, 20],
            "words": ["17 regions in 2020", "", "20 regions in 2022", "the country alone", "20 regions"],
        }
    )
    shown = {"neet": "Young people not in employment, education or training, aged 15–24", "pay": "Pay of women"}
    return Cells(rows=rows, by="series_id", value="n_areas", names=shown, classes=Classes((0, 1, 17, 20)), **more)


def years_held(lang: str = "en") -> YearsHeld:
    """Two years with a national value, one with regions."""
    rows = Rows(
        {
            "time_period": [2020, 2021, 2022],
            "has_national": [True, False, True],
            "n_regions": [0, 10, 20],
            "share_regions": [0, 0.5, 1],
            "words": ["2020: the country", "2021: 10 of 20 regions", "2022: 20 of 20 regions"],
        }
    )
    return YearsHeld(rows=rows, national="Kazakhstan", regions="Regions")


def tally(lang: str = "en") -> Tally:
    """How many headline series of two goals stand where, as of 24 October 2024; one goal has none that fell behind."""
    education = [("4", "on_track", 2), ("4", "deterioration", 1), ("4", "none", 3)]
    counted = [*education, ("5", "on_track", 3), ("5", "none", 4)]
    parts = {
        "on_track": "↑ on track",
        "limited": "→ too slow",
        "deterioration": "↓ moving away",
        "none": "– not assessed",
    }
    columns = map(list, zip(*counted, strict=True))
    return Tally(
        rows=Rows(dict(zip(("goal", "status", "n_series"), columns, strict=True))),
        by="goal",
        part="status",
        value="n_series",
        names={"4": "4  Quality education", "5": "5  Gender equality"},
        # A part that nothing counts is not named.
        parts=parts,
        meanings={part: f"status:{'not_assessed' if part == 'none' else part}" for part in parts},
    )


ALL = {
    "lines": lines, "abreast": abreast, "bars": bars, "countries": countries, "gaps": gaps, "pairs": pairs,
    "zone": zone, "map": regions, "tiles": lambda lang="en": regions(lang, form="tiles"), "panels": panels,
    "stack": stack, "strip": strip, "tally": tally, "cells": cells, "years_held": years_held,
}  # fmt: skip


def filters_sent(filters: Sequence[Filter]) -> list[dict[str, Any]]:
    """Filters as the browser gets them."""
    return view(Reach(years_held(), tuple(filters)))["filters"]


def sent(mark: Mark | Reach) -> dict[str, Any]:
    """The view and the rows of a mark as the browser gets them."""
    reach = mark if isinstance(mark, Reach) else Reach(mark)
    rows = {name: [plain(value) for value in column] for name, column in drawn_rows(reach).columns.items()}
    return {"view": view(reach), "rows": rows}
