"""How unevenly a section is spread: the lead sentence, who gained and lost, and four measures over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import pandas as pd

from pages.parts.cards.board import Board
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.bar import draw_diverging
from pages.parts.charts.line import draw_line
from pages.parts.charts.stacked import draw_stacked
from pages.parts.regions.cards import choose_region
from pages.parts.regions.measure import SECTIONS, Choice, region_names
from pages.parts.series.about import View, empty, source_note
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_change, format_number, format_value, format_year_range, text

PARTS = ("kyzylorda", "mangystau", "others")
HEIGHT = 220
LEFT_CARDS = 2


class Measure(NamedTuple):
    """A measure drawn as lines: columns of `concentration`, the one whose past the title tells first."""

    columns: tuple[str, ...]
    unit: str
    title_decimals: int


MEASURES = {
    "hoover": Measure(("hoover_percent",), "PT", 0),
    "number": Measure(("effective_number",), "RATIO", 1),
    "top": Measure(("top_3", "top_2"), "PT", 1),
}


@kept
def lead(section: str, view: View) -> str:
    """Write the page's first sentence: what the two cities hold, and whether the rest of the country gains."""
    lang = view.lang
    rows = ask("region_lead", activity=SECTIONS[section], as_of=view.as_of)
    if rows.empty:
        return text("regions.lead_missing", lang)
    row = rows.to_dict("records")[0]
    values = {
        name: format_value(value, "PT", 1, lang) for name, value in row.items() if name.endswith(("_first", "_last"))
    }
    years = {"first_year": row["first_year"], "last_year": row["last_year"]}
    cities = text(
        f"regions.lead_{row['course_cities']}",
        lang,
        section=text(f"regions.of_{section}", lang),
        first=values["cities_first"],
        last=values["cities_last"],
        **years,
    )
    others = [
        text(f"regions.lead_{part}", lang, first=values[f"{part}_first"], last=values[f"{part}_last"]) for part in PARTS
    ]
    return f"**{cities}** {'; '.join(others)}."


def concentration_cards(page: Board, choice: Choice, view: View) -> None:
    """Draw who gained and lost beside the four measures of concentration, all on borders that compare."""
    name, params = _query(choice.section, choice.scheme, view)
    if ask(name, **params).empty:
        empty(f"gva_{choice.section}_regional_share", view, "regions_concentration")
        return
    left, right = page.columns(1, 1)
    for place, draw in enumerate(concentration_draws(choice, view)):
        with left if place < LEFT_CARDS else right:
            draw()


def concentration_draws(choice: Choice, view: View) -> list[Callable[[], None]]:
    """Return what draws the cards in their order, those of the left column first; none follows the chosen regions."""
    shared = (choice.section, choice.scheme, replace(view, areas=()))
    return [
        partial(gains_card, *shared),
        *(partial(measure_card, measure, *shared) for measure in ("hoover", "number", "top")),
        partial(theil_card, *shared),
    ]


@remembered
def gains_card(section: str, scheme: str, view: View) -> None:
    """Draw the change of every region's share between the first and the latest year."""
    lang = view.lang
    params = {"activity": SECTIONS[section], "geography": scheme, "as_of": view.as_of}
    rows = ask("region_gains", **params)
    if rows.empty:
        return
    names = region_names(Choice(section, "share", scheme), view)
    top, bottom = rows.iloc[0], rows.iloc[-1]
    title = text(
        "regions.gains_title",
        lang,
        gained=int(top["n_gained"]),
        count=int(top["n_regions"]),
        first_year=int(top["from_year"]),
        last_year=int(top["to_year"]),
    )
    chart_card(
        key="regions_gains",
        figure=draw_diverging(
            rows,
            lang,
            names=names,
            unit="PT",
            decimals=1,
            value="change",
            sides=(text("regions.lost", lang), text("regions.gained", lang)),
            tokens=("quiet", "accent"),
            row=37,
        ),
        title=title,
        subtitle=text(
            "regions.gains_subtitle",
            lang,
            section=text(f"regions.section_{section}", lang),
            period=format_year_range(int(top["from_year"]), int(top["to_year"])),
        ),
        summary=text(
            "regions.gains_summary",
            lang,
            title=title,
            most=names[top["ref_area"]],
            gain=format_change(top["change"], "PT", 1, lang),
            least=names[bottom["ref_area"]],
            loss=format_change(bottom["change"], "PT", 1, lang),
        ),
        table=view.named(rows),
        source=source_note(f"gva_{section}_regional_share", view),
        query=("region_gains", params),
        lang=lang,
        notes=[text("regions.note_comparable", lang), text("regions.note_jobs", lang)],
        on_select=choose_region,
    )


@remembered
def measure_card(name: str, section: str, scheme: str, view: View) -> None:
    """Draw one of `MEASURES` over the years; its title sets the latest answer beside the first."""
    lang = view.lang
    rows, ends = _answers(section, scheme, view)
    if ends is None:
        return
    first, latest = ends
    columns, unit, decimals = MEASURES[name]
    names = {column: text(f"regions.{column}_name", lang) for column in columns}
    title = text(
        f"regions.{name}_title",
        lang,
        first_year=first.time_period,
        before=format_value(getattr(first, columns[0]), unit, decimals, lang),
        year=latest.time_period,
        **{column: format_value(getattr(latest, column), unit, decimals, lang) for column in columns},
    )
    chart_card(
        key=f"regions_{name}",
        figure=draw_line(
            _long(rows, columns), lang, names=names, unit=unit, decimals=1, by="measure", zero=True, height=HEIGHT
        ),
        title=title,
        subtitle=text(f"regions.{name}_subtitle", lang, hhi=format_number(latest.hhi, 3, lang)),
        summary=title,
        table=rows[["time_period", "n_regions", *columns]],
        decimals=2,
        source=source_note(f"gva_{section}_regional_share", view),
        query=_query(section, scheme, view),
        lang=lang,
    )


@remembered
def theil_card(section: str, scheme: str, view: View) -> None:
    """Draw the Theil index in two parts: between the cities and the oblasts, and within the two groups."""
    lang = view.lang
    rows, ends = _answers(section, scheme, view)
    if ends is None:
        return
    names = {part: text(f"regions.{part}_name", lang) for part in ("theil_between", "theil_within")}
    title = text(
        "regions.theil_title",
        lang,
        between=format_number(ends[1].theil_between, 2, lang),
        total=format_number(ends[1].theil, 2, lang),
        year=ends[1].time_period,
    )
    chart_card(
        key="regions_theil",
        figure=draw_stacked(
            _long(rows, tuple(names)), lang, names=names, unit="RATIO", decimals=2, by="measure", height=HEIGHT
        ),
        title=title,
        subtitle=text("regions.theil_subtitle", lang),
        summary=title,
        table=rows[["time_period", "theil", *names]],
        decimals=3,
        source=source_note(f"gva_{section}_share_of_grp", view),
        query=_query(section, scheme, view),
        lang=lang,
    )


def _query(section: str, scheme: str, view: View) -> tuple[str, dict[str, Any]]:
    return "concentration", {"activity": SECTIONS[section], "as_of": view.as_of, "geography": scheme}


def _answers(section: str, scheme: str, view: View) -> tuple[pd.DataFrame, tuple[Any, Any] | None]:
    """The measures by year, and the first and the latest of them; None where the source is not held."""
    name, params = _query(section, scheme, view)
    rows = ask(name, **params)
    answers = list(rows.itertuples(index=False))
    return rows, (answers[0], answers[-1]) if answers else None


def _long(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    return rows.melt(id_vars=["time_period"], value_vars=columns, var_name="measure", value_name="obs_value")
