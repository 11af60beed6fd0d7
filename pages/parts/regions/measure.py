"""What the regions page shows: the chosen section, measure and borders, and the rows, classes and words that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from pages.parts.charts.classes import Classes
from pages.parts.series.about import View, detail, short_unit
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import text

SECTIONS = {"j": "ISIC4_J", "r": "ISIC4_R"}
VALUE_ADDED = {
    "share": ("gva_{}_regional_share", 1),
    "weight": ("gva_{}_share_of_grp", 2),
    "quotient": ("gva_{}_share_of_grp", 2),
}
GEOGRAPHIES = ("published", "CG17", "CG16")
SOUTH, TURKISTAN = "KZ-YUZ", "KZ-61"
# Classes that mean the same in both sections and all years: a share is read against 1, 2, 5 and 10 per cent, a quotient
# against half, four fifths, five quarters and double the country's weight (symmetric on a logarithmic scale).
FIXED = {"share": (0.0, 1.0, 2.0, 5.0, 10.0, 100.0), "quotient": (0.0, 0.5, 0.8, 1.25, 2.0, 10.0)}


@dataclass(frozen=True)
class Choice:
    """One measure of one section in one set of borders; `measure` is share, weight, quotient or a series."""

    section: str
    measure: str
    geography: str

    @property
    def is_rate(self) -> bool:
        """Whether the measure is a series of the catalogue rather than value added of the section."""
        return self.measure not in VALUE_ADDED

    @property
    def series_id(self) -> str:
        """The series whose source, notes and definition stand under the charts."""
        return self.measure if self.is_rate else VALUE_ADDED[self.measure][0].format(self.section)

    @property
    def scheme(self) -> str:
        """The comparable borders for figures that would move by a split alone."""
        return self.geography if self.geography != "published" else "CG16"

    def decimals(self, lang: str) -> int:
        """How many decimals the measure is printed with."""
        return int(detail(self.measure, lang).decimals) if self.is_rate else VALUE_ADDED[self.measure][1]

    def unit(self, lang: str) -> str:
        """The unit printed beside each number."""
        if self.measure == "quotient":
            return "RATIO"
        return short_unit(detail(self.measure, lang).unit) if self.is_rate else "PT"

    def query(self, view: View) -> tuple[str, dict[str, Any]]:
        """The query that answers the choice for all years."""
        if not self.is_rate:
            return "region_gva", {
                "activity": SECTIONS[self.section],
                "measure": self.measure,
                "geography": self.geography,
                "as_of": view.as_of,
            }
        if self.geography == "published":
            return "region_rate", {"series_id": self.measure, "as_of": view.as_of}
        return "comparable_regions", {
            "series_id": self.measure,
            "as_of": view.as_of,
            "scheme": self.geography,
            "sex": "_T",
            "urbanisation": "_T",
        }

    def rows(self, view: View) -> pd.DataFrame:
        """One row per region or group and year, those without a value included (see queries/regions/region_gva.sql)."""
        name, params = self.query(view)
        rows = ask(name, **params)
        return _as_region_rows(rows, self.geography) if name == "comparable_regions" else rows

    def classes(self, view: View) -> Classes:
        """One classification for every year and for all borders."""
        if self.measure in FIXED:
            palette = "balance" if self.measure == "quotient" else "sequential"
            return Classes(FIXED[self.measure], palette, "fixed")
        rows = ask("region_classes", series_id=self.series_id, as_of=view.as_of, n_classes=5)
        return Classes((float(rows["lower_bound"].iloc[0]), *rows["upper_bound"]), "sequential", rows["scheme"].iloc[0])

    def title(self, lang: str) -> str:
        """The measure in words, with its section where it has one."""
        if self.is_rate:
            return detail(self.measure, lang).title
        return text(f"regions.title_{self.measure}_{self.section}", lang)


def choose_measure(view: View) -> None:
    """Draw the switches for section, measure and borders."""
    lang = view.lang
    controls.choose_one(
        "section",
        tuple(SECTIONS),
        label=text("regions.section", lang),
        control="segments",
        format_option=lambda code: text(f"regions.section_{code}", lang),
    )
    words = _measures(view.as_of, view.lang)
    controls.choose_one("rate", tuple(words), label=text("regions.measure", lang), format_option=words.__getitem__)
    controls.choose_one(
        "geo",
        GEOGRAPHIES,
        label=text("frame.geo", lang),
        format_option=lambda code: text(f"regions.geo_{code.lower()}", lang),
    )


def chosen_measure(section: str, view: View) -> Choice:
    """Return the choice for a section with the measure and the borders that the address names."""
    measures = tuple(_measures(view.as_of, view.lang))
    measure = choices.one_of("rate", measures, measures[0])
    return Choice(section, measure, choices.one_of("geo", GEOGRAPHIES, GEOGRAPHIES[0]))


@kept
def _measures(as_of: date, lang: str) -> Mapping[str, str]:
    """The words of every measure by its code."""
    rows = ask("region_measures", as_of=as_of, lang=lang)
    series = dict(zip(rows["series_id"], rows["title"], strict=True))
    return MappingProxyType({code: text(f"regions.measure_{code}", lang) for code in VALUE_ADDED} | series)


def region_names(choice: Choice, view: View) -> Mapping[str, str]:
    """Short names by the code of the outline; a group is named by its members of today, joined by a plus."""
    if choice.geography == "published":
        return view.names
    areas = ask("areas", lang=view.lang)
    today = areas[areas["valid_to"].isna() & areas[f"group_{choice.geography.lower()}"].notna()]
    today = today.sort_values("predecessor", na_position="first", kind="stable")
    groups = today.groupby(f"group_{choice.geography.lower()}", sort=False)["ref_area"].agg(list)
    named = {codes[0]: " + ".join(view.names[code] for code in codes) for codes in groups}
    if choice.geography == "CG16":
        named[SOUTH] = named[TURKISTAN]
    return {**view.names, **named}


def drawn_codes(areas: tuple[str, ...], shown: set[str], lang: str) -> list[str]:
    """The outlines that stand for the chosen regions where the map shows other borders: their predecessors."""
    before = dict(ask("areas", lang=lang)[["ref_area", "predecessor"]].dropna().itertuples(index=False))
    drawn = []
    for area in areas:
        while area not in shown and area in before:
            area = before[area]
        drawn.append(area)
    return list(dict.fromkeys(drawn))


def _as_region_rows(rows: pd.DataFrame, geography: str) -> pd.DataFrame:
    """Rows of comparable groups with the columns that maps and rankings of published regions have."""
    return rows.assign(
        layout={"CG17": "2018", "CG16": "pre2018"}[geography],
        obs_status="A",
        missing=rows["reason"].map({"no_weight": "not_existing", "member_missing": "no_data"}),
        predecessor=None,
        until_year=None,
        within_rounding=False,
        segment=0,
    )
