"""Text blocks of the comparison: figures of national platforms, and Kazakhstan's place in every measure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from pages.parts.compare.choice import HOME, SINCE_YEAR
from pages.parts.series.about import View, detail, short_unit
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import MISSING, format_date, format_value, text

NATIONAL_COLUMNS = ("country", "national", "here", "title", "source")
ESTIMATED = "E"


@kept
def national_table(series_id: str, view: View) -> str:
    """Return in HTML what national platforms say beside a series; nothing where none says anything."""
    rows = answer("compare_national", series_id=series_id, as_of=view.as_of, lang=view.lang)
    if not len(rows):
        return ""
    head = "".join(
        f'<th scope="col">{escape(text(f"compare.national_{name}", view.lang))}</th>' for name in NATIONAL_COLUMNS
    )
    body = "".join(_national(row, series_id, view) for row in rows)
    label = escape(text("compare.section_national", view.lang))
    return (
        f'<div class="compare-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="compare-national"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def standing_list(view: View) -> str:
    """Return Kazakhstan's place in every measure in HTML, goal by goal; nothing where no source was held."""
    # The links carry the reader's language and date, which the view has.
    return _standing_list(view, choices.link("compare", comparator="SERIES"))


@kept
def _standing_list(view: View, link: str) -> str:
    rows = answer("compare_standing", as_of=view.as_of, since_year=SINCE_YEAR)
    names = dict(zip(*(answer("compare_series", lang=view.lang)[name] for name in ("series_id", "name")), strict=True))
    goals = dict(zip(*(answer("goal_names", lang=view.lang)[name] for name in ("goal", "name")), strict=True))
    sections = "".join(
        f'<section><h4><span class="goal-tile goal-tile-{goal}">{goal}</span>{escape(goals[goal])}</h4>'
        f"<ul>{''.join(_standing(row, names, link, view.lang) for row in rows.where(goal=goal))}</ul></section>"
        for goal in sorted(rows.places("goal"))
    )
    return f'<div class="compare-standing">{sections}</div>' if len(rows) else ""


def _national(row: Any, series_id: str, view: View) -> str:
    lang = view.lang
    value = format_value(row.obs_value, short_unit(row.unit), row.decimals, lang)
    newer = f'<small class="compare-newer">{escape(text("compare.newer_mark", lang))}</small>' if row.newer else ""
    here = MISSING
    if row.international_year is not None:
        about = detail(series_id, lang)
        known = format_value(row.international_value, short_unit(about.unit), about.decimals, lang)
        here = text("compare.figure", lang, value=known, year=row.international_year)
    released = format_date(row.release, lang, "medium")
    licence = text(f"about.licence_{row.licence_id}", lang)
    figure = text("compare.figure", lang, value=value, year=row.time_period)
    kind = ' class="home"' if row.ref_area == HOME else ""
    return (
        f'<tr{kind}><th scope="row">{escape(view.names[row.ref_area])}</th><td><b>{escape(figure)}</b>{newer}</td>'
        f"<td>{escape(here)}</td><td>{escape(row.title)}</td><td>{_linked(row.source_title, row.source_url)}"
        f"<small>{escape(released)} · {escape(licence)}</small></td></tr>"
    )


def _standing(row: Any, names: Mapping[str, str], link: str, lang: str) -> str:
    value = format_value(row.obs_value, short_unit(row.unit), row.decimals, lang)
    year = text("chart.year_estimate" if row.obs_status == ESTIMATED else "chart.year", lang, year=row.time_period)
    place = text("compare.place", lang, place=row.place, count=row.n_countries)
    pips = "".join(f"<i{' class=here' if at == row.place else ''}></i>" for at in range(1, row.n_countries + 1))
    address = escape(link.replace("SERIES", row.series_id))
    return (
        f'<li><a href="{address}" target="_self">{escape(names[row.series_id])}</a>'
        f'<b>{escape(value)}</b><span class="place"><span class="pips" aria-hidden="true">{pips}</span>'
        f"{escape(place)}</span><small>{escape(year)}</small></li>"
    )


def _linked(words: str, url: Any) -> str:
    if isinstance(url, str) and url.startswith("https://"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
    return escape(words)
