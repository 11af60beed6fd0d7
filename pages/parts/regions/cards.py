"""The map and the ranking of the regions page, and the year they share."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards.board import board
from pages.parts.cards.card import Selection, chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.bar import draw_ranking
from pages.parts.charts.region_map import draw_region_map, label_places
from pages.parts.charts.small_multiples import draw_small_multiples
from pages.parts.charts.theme import FOCUS_AREAS
from pages.parts.charts.tile_map import draw_tile_map
from pages.parts.regions.measure import (
    SOUTH,
    TURKISTAN,
    Choice,
    drawn_codes,
    region_names,
)
from pages.parts.series.about import View, detail, empty, notes, source_note
from pages.parts.series.charts import choose_area
from pages.parts.visit import choices, controls, frame
from pages.parts.words.language import format_value, format_year_range, text

FORMS = ("map", "tiles")
AXES = ("shared", "free")
MAP_HEIGHT = 470
PLAUSIBLE_YEARS = range(1990, 2100)


def choose_region(selection: Selection) -> None:
    """Take a region picked on a map or in a ranking into the page's regions, or out of them; the page follows."""
    choose_area(Selection(TURKISTAN if selection.key == SOUTH else selection.key))


@st.fragment
def explorer(choice: Choice, view: View) -> None:
    """Draw the map and the ranking side by side and the year below; a change of year or form redraws only these."""
    lang = view.lang
    rows = choice.rows(view)
    if rows.empty:
        empty(choice.series_id, view, "regions_map")
        return
    first, last = int(rows["time_period"].min()), int(rows["time_period"].max())
    year, form = chosen_year(first, last), choices.one_of("form", FORMS, FORMS[0])
    if _asked_year() is not None:
        choices.write("year", year, last)
    with board("regions_where") as page:
        left, right = page.columns(1.55, 1)
        with left:
            map_card(choice, view, year, form)
        with right:
            ranking_card(choice, view, year)
    with st.container(key="regions_year", horizontal=True, vertical_alignment="bottom", gap="medium"):
        controls.year(first, last)
        controls.choose_one(
            "form",
            FORMS,
            label=text("regions.form", lang),
            control="segments",
            format_option=lambda code: text(f"regions.form_{code}", lang),
        )
        for code in FOCUS_AREAS:
            st.button(view.names[code], key=f"focus_{code}", on_click=choose_region, args=(Selection(code),))


def chosen_year(first: int, last: int) -> int:
    """Return the year that the address names, moved to the nearest of this measure where it was chosen for another one;
    the last year where it names none."""
    asked = _asked_year()
    return int(choices.one_of("year", [], str(last))) if asked is None else min(max(asked, first), last)


def _asked_year() -> int | None:
    code = choices.read("year") or ""
    return int(code) if code.isdigit() and int(code) in PLAUSIBLE_YEARS else None


@remembered
def map_card(choice: Choice, view: View, year: int, form: str) -> None:
    """Draw the regions of one year as a map, or as tiles of one size."""
    lang = view.lang
    rows = _of_year(choice, view, year)
    layout = rows["layout"].iloc[0]
    names = region_names(choice, view)
    shared: dict[str, Any] = {
        "names": names,
        "unit": choice.unit(lang),
        "classes": choice.classes(view),
        "decimals": choice.decimals(lang),
        "height": MAP_HEIGHT,
    }
    if form == "tiles":
        tiles, labels = _as_tiles(rows, names)
        chosen = drawn_codes(view.areas, set(tiles["ref_area"]), lang)
        figure = draw_tile_map(tiles, lang, labels=labels, chosen=chosen, **shared)
    else:
        chosen = drawn_codes(view.areas, set(label_places(layout)), lang)
        figure = draw_region_map(rows, lang, map_layout=layout, labels=view.names, chosen=chosen, **shared)
    finding = extremes(choice, rows, names, lang)
    chart_card(
        key="regions_map",
        figure=figure,
        title=finding,
        subtitle=text(
            "regions.subtitle_year",
            lang,
            title=choice.title(lang),
            year=year,
            count=text("regions.count", lang, count=int(rows["n_regions"].iloc[0])),
        ),
        summary=text(
            "regions.summary_map",
            lang,
            finding=finding,
            year=year,
            known=int(rows["n_regions"].iloc[0]),
            reasons=" ".join(_reasons(choice, rows, view)),
        ),
        table=view.named(rows),
        decimals=choice.decimals(lang),
        source=source_note(choice.series_id, view),
        query=choice.query(view),
        lang=lang,
        notes=[*_reasons(choice, rows, view), text("regions.note_classes", lang), text("regions.note_outlines", lang)],
        on_select=choose_region,
    )


@remembered
def ranking_card(choice: Choice, view: View, year: int) -> None:
    """Draw the regions of one year in order, with the country as a line where it has a value of its own."""
    lang = view.lang
    rows = _of_year(choice, view, year)
    known = rows.dropna(subset=["obs_value"])
    names = region_names(choice, view)
    unit, decimals = choice.unit(lang), choice.decimals(lang)
    national = rows["national_value"].iloc[0]
    unclear = bool((known["n_tied"] > 1).any() or known["within_rounding"].any())
    title = text("regions.ranking_title", lang, year=year)
    chart_card(
        key="regions_ranking",
        figure=draw_ranking(
            known,
            lang,
            names=names,
            unit=unit,
            decimals=decimals,
            chosen=drawn_codes(view.areas, set(known["ref_area"]), lang),
            national=None if pd.isna(national) else (float(national), view.names["KZ"]),
        ),
        title=title,
        subtitle=text("regions.ranking_subtitle", lang, measure=text(f"regions.{_measure_key(choice)}", lang)),
        summary=extremes(choice, rows, names, lang),
        table=view.named(known),
        decimals=decimals,
        source=None,
        query=choice.query(view),
        lang=lang,
        notes=[*_definition(choice, lang), *([text("lens.note_rounding", lang)] if unclear else [])],
        on_select=choose_region,
    )


@st.fragment
def all_regions(choice: Choice, view: View) -> None:
    """Draw every region by itself, on one scale or each on its own."""
    free = choices.one_of("axis", AXES, AXES[0]) == "free"
    frame.answer_first(lambda: choose_axis(view.lang), lambda: multiples_card(choice, view, free))


def choose_axis(lang: str) -> None:
    """Draw the switch between one scale for all regions and each its own."""
    controls.choose_one(
        "axis",
        AXES,
        label=text("lens.axis", lang),
        format_option=lambda code: text(f"lens.axis_{code}", lang),
        control="segments",
        label_visibility="collapsed",
    )


@remembered
def multiples_card(choice: Choice, view: View, free: bool) -> None:
    """Draw every region over the years in a panel of its own, in the order of the latest value."""
    lang = view.lang
    rows = choice.rows(view)
    if rows.empty:
        empty(choice.series_id, view, "regions_multiples")
        return
    names = region_names(choice, view)
    country = rows.dropna(subset=["national_value"]).drop_duplicates("time_period")
    country = country.assign(ref_area="KZ", obs_value=country["national_value"], segment=0)
    drawn = pd.concat([rows[rows["ref_area"] != SOUTH] if choice.geography == "published" else rows, country])
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    remarks = [text("regions.note_south", lang)] if choice.geography == "published" else []
    chart_card(
        key="regions_multiples",
        figure=draw_small_multiples(
            drawn,
            lang,
            names=names,
            unit=choice.unit(lang),
            decimals=choice.decimals(lang),
            free=free,
            chosen=drawn_codes(view.areas, set(drawn["ref_area"]), lang),
        ),
        title=text("regions.multiples_title", lang, title=choice.title(lang), period=period),
        subtitle=text("regions.multiples_subtitle", lang),
        summary=text("regions.multiples_title", lang, title=choice.title(lang), period=period),
        table=view.named(rows),
        decimals=choice.decimals(lang),
        source=source_note(choice.series_id, view),
        query=choice.query(view),
        lang=lang,
        notes=[*notes(choice.series_id, lang), *remarks],
        on_select=choose_area,
    )


def extremes(choice: Choice, rows: pd.DataFrame, names: Any, lang: str) -> str:
    """Write which regions stand first and last in the rows of one year, ties counted."""
    known = rows.dropna(subset=["obs_value"])
    if known.empty:
        return choice.title(lang)
    top, bottom = known.iloc[0], known.iloc[-1]
    return text(
        "regions.extremes",
        lang,
        highest_area=_end(top, names, lang),
        highest=format_value(top["obs_value"], choice.unit(lang), choice.decimals(lang), lang),
        lowest_area=_end(bottom, names, lang),
        lowest=format_value(bottom["obs_value"], choice.unit(lang), choice.decimals(lang), lang),
        year=int(top["time_period"]),
    )


def _end(row: pd.Series, names: Any, lang: str) -> str:
    name, others = names[row["ref_area"]], int(row["n_tied"]) - 1
    return text("lens.shared_end", lang, area=name, count=others) if others else name


def _of_year(choice: Choice, view: View, year: int) -> pd.DataFrame:
    """The rows of a year, highest first, with the reason for each missing value in words; the nearest earlier year
    where the year itself has none."""
    rows = choice.rows(view)
    years = rows["time_period"]
    rows = rows[years == years[years <= year].max()].sort_values(["obs_value", "sort_order"], ascending=[False, True])
    return rows.assign(note=[_note(row, choice, view) for row in rows.itertuples(index=False)])


def _note(row: Any, choice: Choice, view: View) -> str:
    if row.missing == "not_existing" and isinstance(row.predecessor, str):
        return text("chart.part_of_until", view.lang, name=view.names[row.predecessor], year=int(row.until_year))
    return text("regions.no_weight", view.lang) if row.missing == "not_existing" else ""


def _reasons(choice: Choice, rows: pd.DataFrame, view: View) -> list[str]:
    """Why regions of today have no value of their own in the year, one sentence per reason."""
    lang = view.lang
    unborn = rows[rows["predecessor"].notna()]
    written = ["; ".join(f"{view.names[row.ref_area]}: {row.note}" for row in unborn.itertuples())]
    unweighted = rows[(rows["missing"] == "not_existing") & rows["predecessor"].isna()]
    if len(unweighted):
        names = region_names(choice, view)
        joined = ", ".join(names[code] for code in unweighted["ref_area"])
        written.append(text("regions.note_no_weight", lang, areas=joined))
    for kind in ("no_data", "suppressed"):
        codes = rows.loc[rows["missing"] == kind, "ref_area"]
        if len(codes):
            written.append(text(f"regions.note_{kind}", lang, areas=", ".join(view.names[code] for code in codes)))
    return [f"{words.rstrip('.')}." for words in written if words]


def _measure_key(choice: Choice) -> str:
    return "series_measure" if choice.is_rate else f"measure_{choice.measure}"


def _definition(choice: Choice, lang: str) -> list[str]:
    about = detail(choice.series_id, lang)
    own = [] if choice.is_rate else [text(f"regions.reading_{choice.measure}", lang)]
    return [*own, *(words for words in (about.proxy, about.caveat) if words)]


def _as_tiles(rows: pd.DataFrame, names: Any) -> tuple[pd.DataFrame, dict[str, str]]:
    """The rows with South Kazakhstan on the tile of Turkistan, its successor, and the names of the tiles."""
    labels = dict(names)
    if SOUTH not in set(rows["ref_area"]):
        return rows, labels
    labels[TURKISTAN] = names[SOUTH]
    moved = rows[rows["ref_area"] != TURKISTAN]
    return moved.assign(ref_area=moved["ref_area"].replace(SOUTH, TURKISTAN)), labels
