"""From what a slide shows to its chart: the cards of the pages, drawn for a slide, and lines with any breakdown.

A slide's finding, figure and source are those of the card on its page, so a sentence has one origin.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pages.parts.cards.card import Card, chart_card
from pages.parts.cards.memory import captured
from pages.parts.charts.line import draw_line, line_styles
from pages.parts.deck.codes import SlideSpec
from pages.parts.deck.progress import progress_card
from pages.parts.overview import lenses as lens_cards
from pages.parts.regions import cards as region_cards
from pages.parts.regions.measure import Choice
from pages.parts.sector.cards import several_card
from pages.parts.series.about import View, breaks, course, detail, empty, ends, notes, short_unit, source_note, subtitle
from pages.parts.series.breakdown import CODES, line_names, split_finding, target_of
from pages.parts.series.charts import change_row, extremes_row, ranking_card
from pages.parts.visit.ask import ask
from pages.parts.women import cards as women_cards
from pages.parts.women import zone as zone_cards
from pages.parts.women.gap import map_card as gap_map_card
from pages.parts.women.gap import pairs_card
from pages.parts.words.language import format_value, format_year_range, has_text, text, unit_label

KEY = "slide"
# The rooms whose pages have a subject for a series, in the order in which they are asked.
ROOMS = ("youth", "women", "regions", "sector")
FINDINGS = "overview.finding_"
SECTOR_NAMES = {
    "gva_j_share_of_grp": "name_j",
    "gva_r_share_of_grp": "name_r",
    "gva_j": "name_j",
    "gva_r": "name_r",
    "cinema_visits": "name_cinema",
    "theatre_visits": "name_theatre",
} | {
    f"{measure}_{section}{end}": f"name_{section}"
    for measure, end in (("employed", ""), ("employed", "_share"), ("hourly_pay", "_relative"))
    for section in ("j", "m", "r")
}


def drawn_card(spec: SlideSpec, view: View) -> tuple[Card, dict[str, Any]] | None:
    """Return the card and the figure of a slide; None where nothing was held on the date."""
    view = replace(view, areas=spec.areas, from_year=spec.years and spec.years[0], to_year=spec.years and spec.years[1])
    drawn = captured(DRAWERS[spec.kind], spec, view)
    return None if drawn is None else (drawn.card, json.loads(drawn.parts["figure"].written))


def headline(spec: SlideSpec, card: Card, view: View) -> str:
    """Write the computed headline: the card's finding, or the one of the overview that the slide names."""
    if not spec.subject.startswith(FINDINGS):
        return TITLES[spec.kind](spec, view) if spec.kind in TITLES else card.title
    lens = spec.subject.removeprefix(FINDINGS)
    answers = ask("overview_lenses", as_of=view.as_of)
    answer = next((row for row in answers.itertuples(index=False) if row.lens == lens), None)
    return card.title if answer is None else lens_cards.finding(answer, dict(view.names), view.lang).rstrip(".")


def subject(spec: SlideSpec, lang: str) -> str:
    """Return the words a computed sentence begins with: the page's, or the title of the series."""
    series_id = spec.series[0]
    if spec.subject and not spec.subject.startswith(FINDINGS):
        return text(spec.subject, lang)
    room = next((room for room in ROOMS if has_text(f"{room}.what_{series_id}")), None)
    return text(f"{room}.what_{series_id}", lang) if room else detail(series_id, lang).title


def _line(spec: SlideSpec, view: View) -> None:
    """Draw one series for the country and the chosen regions, or by sex or settlement."""
    lang, series_id = view.lang, spec.series[0]
    params = {
        "series_id": series_id,
        "as_of": view.as_of,
        "ref_areas": None if spec.split == "region" else ["KZ", *spec.areas],
        "sex": None if spec.split == "sex" else spec.sex,
        "urbanisation": None if spec.split == "urbanisation" else spec.urbanisation,
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
    rows = ask("series_line", **params)
    if rows.empty:
        empty(series_id, view, KEY)
        return
    about, unit = detail(series_id, lang), short_unit(detail(series_id, lang).unit)
    column = spec.split if spec.split in CODES else "ref_area"
    names, drawn = line_names(column, view), set(rows[column])
    chosen = list(spec.areas) or (_ends_of(series_id, view) if spec.split == "region" else None)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    finding = _line_finding(spec, view, names)
    chart_card(
        key=KEY,
        figure=draw_line(
            rows,
            lang,
            names=names,
            unit=unit,
            decimals=about.decimals,
            by=column,
            styles=line_styles([code for code in names if code in drawn], chosen),
            breaks=breaks(series_id, lang),
            target=target_of(series_id, view) if not spec.split and not spec.areas else None,
        ),
        title=finding,
        subtitle=subtitle(series_id, rows, lang),
        summary=text(
            "explore.summary_line",
            lang,
            period=period,
            finding=finding,
            lines=", ".join(dict.fromkeys(names[code] for code in rows[column] if code in names)),
        ),
        table=view.named(rows),
        source=source_note(series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=notes(series_id, lang),
    )


def _line_finding(spec: SlideSpec, view: View, names: Any) -> str:
    series_id, lang = spec.series[0], view.lang
    if spec.split in CODES:
        room = next(
            (
                room
                for room in ROOMS
                if has_text(f"{room}.{spec.split}_first_higher") and has_text(f"{room}.what_{series_id}")
            ),
            None,
        )
        return split_finding(series_id, room, spec.split, view)[0] if room else _course(spec, view)
    if spec.split == "region":
        row = extremes_row(series_id, view)
        return ends(subject(spec, lang), row, series_id, view) if row else _course(spec, view)
    return _beside(spec, view, names) if spec.areas else _course(spec, view)


def _course(spec: SlideSpec, view: View) -> str:
    """Write how far the country has come: with the subject of a page, or plainly with the title of the series."""
    lang, series_id = view.lang, spec.series[0]
    row = change_row(series_id, view, spec.sex, spec.urbanisation)
    what = subject(spec, lang)
    if row is None:
        return text("explore.finding_regional", lang, title=what)
    if what != detail(series_id, lang).title:
        return course(what, row, lang)
    first, latest = (format_value(value, row.unit, row.decimals, lang) for value in (row.first_value, row.latest_value))
    return text(
        f"explore.finding_{row.course}",
        lang,
        title=what,
        value=latest,
        year=row.latest_year,
        first=first,
        since=row.first_year,
    )


def _beside(spec: SlideSpec, view: View, names: Any) -> str:
    """Write where the chosen regions stand beside the country in the newest year that all of them have."""
    lang, series_id = view.lang, spec.series[0]
    rows = ask(
        "slide_beside",
        series_id=series_id,
        as_of=view.as_of,
        ref_areas=list(spec.areas),
        sex=spec.sex,
        urbanisation=spec.urbanisation,
        to_year=view.to_year,
    )
    if rows.empty:
        return _course(spec, view)
    about = detail(series_id, lang)
    parts = [
        text(
            "present.part",
            lang,
            name=names[row.ref_area],
            value=format_value(row.obs_value, short_unit(about.unit), about.decimals, lang),
        )
        for row in rows.itertuples(index=False)
    ]
    return text(
        "present.beside", lang, what=subject(spec, lang), year=int(rows["time_period"].iloc[0]), parts=", ".join(parts)
    )


def _ends_of(series_id: str, view: View) -> list[str]:
    row = extremes_row(series_id, view)
    return [row.highest_area, row.lowest_area] if row else []


def _several(spec: SlideSpec, view: View) -> None:
    """Draw several series of one unit for the country: a card of the women's page, or the sector's."""
    if spec.series == women_cards.SEATS:
        women_cards.seats_card(view, key=KEY)
    elif spec.series == women_cards.PAY:
        women_cards.pay_card(view, key=KEY)
    else:
        named = {series_id: SECTOR_NAMES.get(series_id, series_id) for series_id in spec.series}
        what = (
            text(spec.subject, view.lang)
            if spec.subject
            else unit_label(detail(spec.series[0], view.lang).unit, view.lang)
        )
        several_card(what, named, view, key=KEY)


def _ranking(spec: SlideSpec, view: View) -> None:
    ranking_card(spec.series[0], subject(spec, view.lang), view, key=KEY)


def _map(spec: SlideSpec, view: View) -> None:
    series_id = spec.series[0]
    row = extremes_row(series_id, view)
    if row is None:
        empty(series_id, view, KEY)
        return
    region_cards.map_card(Choice("j", series_id, "published"), view, int(row.time_period), "map")


def _gap(spec: SlideSpec, view: View) -> None:
    years = ask("women_gap_years", series_id=spec.series[0], as_of=view.as_of)["time_period"]
    if years.empty:
        empty(spec.series[0], view, KEY)
        return
    wanted = view.to_year if view.to_year in set(years) else years.max()
    pairs_card(spec.series[0], int(wanted), replace(view, from_year=None, to_year=None), key=KEY)


def _map_title(spec: SlideSpec, view: View) -> str:
    """Write the two ends with their subject: a map on its page stands under the subject, a slide stands alone."""
    return ends(subject(spec, view.lang), extremes_row(spec.series[0], view), spec.series[0], view)


def _gap_title(spec: SlideSpec, view: View) -> str:
    """Write the finding of the signed map: the pairs on its page stand beside it."""
    years = ask("women_gap_years", series_id=spec.series[0], as_of=view.as_of)["time_period"]
    drawn = captured(gap_map_card, spec.series[0], int(years.max()), view, key=KEY)
    return drawn.card.title


TITLES: dict[str, Callable[[SlideSpec, View], str]] = {"map": _map_title, "gap": _gap_title}

DRAWERS: dict[str, Callable[[SlideSpec, View], None]] = {
    "line": _line,
    "several": _several,
    "ranking": _ranking,
    "map": _map,
    "gap": _gap,
    "pay": lambda spec, view: women_cards.pay_pairs_card(view, key=KEY),
    "shares": lambda spec, view: zone_cards.shares_card(view, key=KEY),
    "parity": lambda spec, view: zone_cards.parity_card(view, key=KEY),
    "progress": lambda spec, view: progress_card(view, key=KEY),
}
