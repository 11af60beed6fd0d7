"""Text blocks of the comparison: figures of national platforms, and Kazakhstan's place in every measure."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from pages.parts.compare.bars import ESTIMATED
from pages.parts.compare.choice import HOME, Comparison
from pages.parts.series.about import View, short_unit
from pages.parts.visit import choices
from pages.parts.words.language import MISSING, format_date, format_value, text

NATIONAL_COLUMNS = ("country", "national", "here", "title", "source")


def national_table(rows: pd.DataFrame, compared: Comparison, view: View) -> str:
    """Return in HTML what national platforms say beside the series compared; `rows` as `compare_national` has them."""
    head = "".join(
        f'<th scope="col">{escape(text(f"compare.national_{name}", view.lang))}</th>' for name in NATIONAL_COLUMNS
    )
    body = "".join(_national(row, compared, view) for row in rows.itertuples(index=False))
    label = escape(text("compare.section_national", view.lang))
    return (
        f'<div class="compare-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="compare-national"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def standing_list(rows: pd.DataFrame, names: dict[str, str], goals: dict[int, str], lang: str) -> str:
    """Return Kazakhstan's place in every measure in HTML, goal by goal; `rows` as `compare_standing` has them."""
    sections = "".join(
        f'<section><h4><span class="goal-tile goal-tile-{goal}">{goal}</span>{escape(goals[int(goal)])}</h4>'
        f"<ul>{''.join(_standing(row, names, lang) for row in group.itertuples(index=False))}</ul></section>"
        for goal, group in rows.groupby("goal")
    )
    return f'<div class="compare-standing">{sections}</div>'


def _national(row: Any, compared: Comparison, view: View) -> str:
    lang = view.lang
    value = format_value(row.obs_value, short_unit(row.unit), row.decimals, lang)
    newer = f'<small class="compare-newer">{escape(text("compare.newer_mark", lang))}</small>' if row.newer else ""
    here = MISSING
    if not pd.isna(row.international_year):
        known = format_value(row.international_value, short_unit(compared.unit), compared.decimals, lang)
        here = text("compare.figure", lang, value=known, year=int(row.international_year))
    released = format_date(row.release.date(), lang, "medium")
    licence = text(f"about.licence_{row.licence_id}", lang)
    figure = text("compare.figure", lang, value=value, year=int(row.time_period))
    kind = ' class="home"' if row.ref_area == HOME else ""
    return (
        f'<tr{kind}><th scope="row">{escape(view.names[row.ref_area])}</th><td><b>{escape(figure)}</b>{newer}</td>'
        f"<td>{escape(here)}</td><td>{escape(row.title)}</td><td>{_linked(row.source_title, row.source_url)}"
        f"<small>{escape(released)} · {escape(licence)}</small></td></tr>"
    )


def _standing(row: Any, names: dict[str, str], lang: str) -> str:
    value = format_value(row.obs_value, short_unit(row.unit), row.decimals, lang)
    year = text("chart.year_estimate" if row.obs_status == ESTIMATED else "chart.year", lang, year=row.time_period)
    place = text("compare.place", lang, place=row.place, count=row.n_countries)
    pips = "".join(f"<i{' class=here' if at == row.place else ''}></i>" for at in range(1, row.n_countries + 1))
    address = escape(choices.link("compare", comparator=row.series_id))
    return (
        f'<li><a href="{address}" target="_self">{escape(names[row.series_id])}</a>'
        f'<b>{escape(value)}</b><span class="place"><span class="pips" aria-hidden="true">{pips}</span>'
        f"{escape(place)}</span><small>{escape(year)}</small></li>"
    )


def _linked(words: str, url: Any) -> str:
    if isinstance(url, str) and url.startswith("https://"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
    return escape(words)
