"""What the regions page shows: the chosen section, measure and borders, and the rows, classes and words that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from pages.parts.charts.classes import Classes
from pages.parts.series.about import View, detail, short_unit
from pages.parts.series.reach import named
from pages.parts.series.region_map import classes as series_classes
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import text
from queries.rows import Rows

# What may count as creative: one section of the economy, or three together.
SECTIONS = {"j": "ISIC4_J", "r": "ISIC4_R", "m": "ISIC4_M", "jmr": "ISIC4_JMR"}
EMPLOYED = {
    "jobs": "employed_{}_regional_share",
    "density": "employed_{}_per_10000",
    "jobs_quotient": "employed_{}_quotient",
}
VALUE_ADDED = {
    "share": ("gva_{}_regional_share", 1),
    "weight": ("gva_{}_share_of_grp", 2),
    "quotient": ("gva_{}_share_of_grp", 2),
}
GEOGRAPHIES = ("published", "CG17", "CG16")
LAYOUTS = {"CG17": "2018", "CG16": "pre2018"}
MISSING = {"no_weight": "not_existing", "member_missing": "no_data", None: None}
SOUTH, TURKISTAN = "KZ-YUZ", "KZ-61"
# Classes that mean the same in both sections and all years: a share is read against 1, 2, 5 and 10 per cent, a quotient
# against half, four fifths, five quarters and double the country's weight (symmetric on a logarithmic scale).
SHARES, QUOTIENTS = (0.0, 1.0, 2.0, 5.0, 10.0, 100.0), (0.0, 0.5, 0.8, 1.25, 2.0, 10.0)
FIXED = {"share": SHARES, "jobs": SHARES, "quotient": QUOTIENTS, "jobs_quotient": QUOTIENTS}


@dataclass(frozen=True)
class Choice:
    """One measure of one section in one set of borders: of its value added, of its employed, or any series."""

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
        if self.measure in VALUE_ADDED:
            return VALUE_ADDED[self.measure][0].format(self.section)
        return EMPLOYED.get(self.measure, self.measure).format(self.section)

    @property
    def scheme(self) -> str:
        """The comparable borders for figures that would move by a split alone."""
        return self.geography if self.geography != "published" else "CG16"

    @property
    def state(self) -> Mapping[str, str]:
        """The choice as codes, for the address of a slide."""
        return {"section": self.section, "rate": self.measure, "geo": self.geography}

    def decimals(self, lang: str) -> int:
        """How many decimals the measure is printed with."""
        return detail(self.series_id, lang).decimals if self.is_rate else VALUE_ADDED[self.measure][1]

    def unit(self, lang: str) -> str:
        """The unit printed beside each number."""
        if self.measure == "quotient":
            return "RATIO"
        return short_unit(detail(self.series_id, lang).unit) if self.is_rate else "PT"

    def query(self, as_of: date) -> tuple[str, dict[str, Any]]:
        """The query that answers the choice for all years."""
        if not self.is_rate:
            activity = {"activity": SECTIONS[self.section], "measure": self.measure}
            return "region_gva", {**activity, "geography": self.geography, "as_of": as_of}
        if self.geography == "published":
            return "region_rate", {"series_id": self.series_id, "as_of": as_of}
        scheme = {"scheme": self.geography, "sex": "_T", "urbanisation": "_T"}
        return "comparable_regions", {"series_id": self.series_id, "as_of": as_of, **scheme}

    def title(self, lang: str) -> str:
        """The measure in words, with its section where it has one."""
        if self.is_rate:
            return detail(self.series_id, lang).title
        return text(f"regions.title_{self.measure}_{self.section}", lang)


def choose_section(lang: str) -> None:
    """Draw the switch for what counts as creative."""
    controls.choose_one(
        "section",
        tuple(SECTIONS),
        label=text("regions.section", lang),
        control="segments",
        format_option=lambda code: text(f"regions.section_{code}", lang),
    )


def choose_measure(view: View) -> None:
    """Draw the switches for measure and borders."""
    lang = view.lang
    words = measures(view.as_of, lang)
    controls.choose_one("rate", tuple(words), label=text("regions.measure", lang), format_option=words.__getitem__)
    controls.choose_one(
        "geo",
        GEOGRAPHIES,
        label=text("frame.geo", lang),
        format_option=lambda code: text(f"regions.geo_{code.lower()}", lang),
    )


def chosen_measure(view: View) -> Choice:
    """Return the choice that the address names."""
    known = tuple(measures(view.as_of, view.lang))
    section = choices.one_of("section", tuple(SECTIONS), "j")
    return Choice(section, choices.one_of("rate", known, known[0]), choices.one_of("geo", GEOGRAPHIES, GEOGRAPHIES[0]))


@kept
def measures(as_of: date, lang: str) -> Mapping[str, str]:
    """Return the words of every measure by its code."""
    rows = answer("region_measures", as_of=as_of, lang=lang)
    series = dict(zip(rows["series_id"], rows["title"], strict=True))
    own = {code: text(f"regions.measure_{code}", lang) for code in (*EMPLOYED, *VALUE_ADDED)}
    return MappingProxyType(own | series)


@kept
def region_rows(choice: Choice, lang: str, as_of: date) -> Rows:
    """Return one row per region or group and year, those without a value included, highest first within a year.

    Columns as in queries/regions/region_gva.sql, with the area's name and, where a value is missing, why in words.
    """
    name, params = choice.query(as_of)
    rows = answer(name, **params)
    if name == "comparable_regions":
        rows = _as_region_rows(rows, choice.geography)
    rows = named(rows, region_names(choice, lang))
    rows = rows.having(note=[_note(row, lang) for row in rows])
    return rows.sorted_by("obs_value", descending=True).sorted_by("time_period")


@kept
def measure_classes(choice: Choice, as_of: date) -> Classes:
    """Return one classification for every year and for all borders."""
    if choice.measure not in FIXED:
        return series_classes(choice.series_id, as_of)
    return Classes(FIXED[choice.measure], "balance" if FIXED[choice.measure] is QUOTIENTS else "sequential", "fixed")


@kept
def region_names(choice: Choice, lang: str) -> Mapping[str, str]:
    """Return short names by the code of the outline; a group is named by its members of today, joined by a plus."""
    names = choices.area_names(lang)
    if choice.geography == "published":
        return names
    group = f"group_{choice.geography.lower()}"
    today = answer("areas", lang=lang).where(valid_to=None).known(group)
    # The region that kept the outline stands first, those that were split off follow.
    ordered = [*today.where(predecessor=None), *today.known("predecessor")]
    members: dict[str, list[str]] = {}
    for row in ordered:
        members.setdefault(getattr(row, group), []).append(row.ref_area)
    joined = {codes[0]: " + ".join(names[code] for code in codes) for codes in members.values()}
    if choice.geography == "CG16":
        joined[SOUTH] = joined[TURKISTAN]
    return MappingProxyType({**names, **joined})


def drawn_codes(areas: tuple[str, ...], shown: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """Return the outlines that stand for chosen regions where the map shows other borders: their predecessors."""
    before = _predecessors(lang)
    drawn = []
    for area in areas:
        while area not in shown and area in before:
            area = before[area]
        drawn.append(area)
    return tuple(dict.fromkeys(drawn))


@kept
def _predecessors(lang: str) -> Mapping[str, str]:
    rows = answer("areas", lang=lang).known("predecessor")
    return dict(zip(rows["ref_area"], rows["predecessor"], strict=True))


def _note(row: Any, lang: str) -> str | None:
    if row.missing == "not_existing" and row.predecessor:
        name = choices.area_names(lang)[row.predecessor]
        return text("chart.part_of_until", lang, name=name, year=row.until_year)
    return text("regions.no_weight", lang) if row.missing == "not_existing" else None


def _as_region_rows(rows: Rows, geography: str) -> Rows:
    """Rows of comparable groups with the columns that maps and rankings of published regions have."""
    count = len(rows)
    return rows.having(
        layout=[LAYOUTS[geography]] * count,
        obs_status=["A"] * count,
        missing=[MISSING[reason] for reason in rows["reason"]],
        predecessor=[None] * count,
        until_year=[None] * count,
        within_rounding=[False] * count,
        segment=[0] * count,
    )
