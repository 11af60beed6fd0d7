"""Shares and indices of the women's page, each against the zone that its kind of measure is read by."""

from __future__ import annotations

import pandas as pd

from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.zone import draw_zone
from pages.parts.series.about import View, detail, empty, source_note
from pages.parts.visit.ask import ask
from pages.parts.women.cards import MANAGERS
from pages.parts.words.language import format_number, format_value, has_text, text

RATES = (
    "neet_15_24",
    "unemployment_total",
    "internet_use",
    "mobile_phone_use",
    "informal_total",
    "unproductive_total",
)


@remembered
def shares_card(view: View, *, key: str) -> None:
    """Draw women's shares of posts and jobs against the balance zone of 40 to 60 per cent."""
    lang = view.lang
    params = {"as_of": view.as_of}
    rows = ask("women_shares", **params)
    if rows.empty:
        empty(MANAGERS, view, key)
        return
    names = {row.series_id: _share_name(row.series_id, lang) for row in rows.itertuples()}
    words = {
        row.series_id: text("women.row_share", lang, value=_percent(row.women, view), year=row.time_period)
        for row in rows.itertuples()
    }
    least = rows.iloc[-1]
    title = text(
        "women.shares_title",
        lang,
        few=least["n_few_women"],
        count=least["n_series"],
        name=names[least["series_id"]],
        value=_percent(least["women"], view),
    )
    chart_card(
        key=key,
        figure=draw_zone(
            rows,
            lang,
            by="series_id",
            value="women",
            names=names,
            words=words,
            zone=(40, 60),
            middle=50,
            span=(0, 100),
            ticks=(0, 20, 40, 50, 60, 80, 100),
            decimals=0,
            zone_label=text("women.shares_zone", lang),
            sides=(text("women.shares_low", lang), text("women.shares_high", lang)),
        ),
        title=title,
        subtitle=text("women.shares_subtitle", lang),
        summary=text("women.shares_summary", lang, finding=title),
        table=rows.assign(title=rows["series_id"].map(names)),
        source=source_note(MANAGERS, view),
        query=("women_shares", params),
        lang=lang,
        notes=[text("women.shares_note", lang), *_other_sources(rows, view)],
    )


@remembered
def parity_card(view: View, *, key: str) -> None:
    """Draw the adjusted parity index of rates against the band around 1; who is ahead stands beside each dot."""
    lang = view.lang
    params = {"series_ids": list(RATES), "as_of": view.as_of, "to_year": view.to_year}
    rows = ask("women_parity", **params)
    if rows.empty:
        empty(RATES[0], view, key)
        return
    names = {row.series_id: text(f"women.what_{row.series_id}", lang) for row in rows.itertuples()}
    words = {
        row.series_id: text(
            "women.row_parity",
            lang,
            value=format_number(row.adjusted_parity_index, 2, lang),
            who=text(f"women.who_{row.verdict}", lang),
            year=row.time_period,
        )
        for row in rows.itertuples()
    }
    far = rows[rows["place_from_parity"] == 1].iloc[0]
    title = text(
        "women.parity_title_some",
        lang,
        parity=far["n_parity"],
        count=far["n_series"],
        name=names[far["series_id"]],
        value=format_number(far["adjusted_parity_index"], 2, lang),
        who=text(f"women.who_{far['verdict']}", lang),
    )
    chart_card(
        key=key,
        figure=draw_zone(
            rows.sort_values("adjusted_parity_index", ascending=False, kind="stable"),
            lang,
            by="series_id",
            value="adjusted_parity_index",
            names=names,
            words=words,
            zone=(float(far["band_low"]), float(far["band_high"])),
            middle=1,
            span=(0, 2),
            ticks=(0, 0.5, 1, 1.5, 2),
            decimals=1,
            zone_label=text("women.parity_zone", lang),
            sides=(text("women.parity_low", lang), text("women.parity_high", lang)),
        ),
        title=title,
        subtitle=text("women.parity_subtitle", lang),
        summary=text("women.parity_summary", lang, finding=title),
        table=rows.assign(title=rows["series_id"].map(names)),
        decimals=2,
        source=source_note(RATES[0], view),
        query=("women_parity", params),
        lang=lang,
        notes=[text("women.parity_note", lang)],
    )


def _other_sources(rows: pd.DataFrame, view: View) -> list[str]:
    """Name the sources of the shares that do not come from the one under the chart."""
    own = detail(MANAGERS, view.lang).source_id
    named: dict[str, list[str]] = {}
    for row in rows[rows["source_id"] != own].itertuples():
        named.setdefault(source_note(row.series_id, view).name, []).append(_share_name(row.series_id, view.lang))
    return [
        text("women.shares_source", view.lang, names=", ".join(names), source=source) for source, names in named.items()
    ]


def _share_name(series_id: str, lang: str) -> str:
    """The short name of a share; a series new to the catalogue keeps its title until it has one."""
    key = f"women.share_{series_id}"
    return text(key, lang) if has_text(key) else detail(series_id, lang).title


def _percent(value: float, view: View) -> str:
    return format_value(value, "PT", 1, view.lang)
