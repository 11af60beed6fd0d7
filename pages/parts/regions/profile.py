"""What stands out in one region: three computed sentences, each with its caveats, and all its series behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.series.about import View, detail, short_unit
from pages.parts.visit import frame
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_change, format_value, text
from queries.rows import Rows

HIGHLIGHTS = ("strongest", "weakest", "fastest")


@dataclass(frozen=True)
class Highlight:
    """One column of a profile: its text with the runners-up, and the series to open in Explore."""

    text: str
    series_id: str | None = None


def profile(area: str, view: View) -> None:
    """Draw the profile of a region under each other."""
    heading, highlights = written_profile(area, view.as_of, view.lang)
    with st.container(key=f"profile_{area}", gap="small"):
        st.markdown(heading)
        for highlight in highlights:
            st.markdown(highlight.text)
            if highlight.series_id:
                label = text("regions.open_series", view.lang)
                frame.way_to("explore", label, series=highlight.series_id, area=area)


@kept
def written_profile(area: str, as_of: date, lang: str) -> tuple[str, tuple[Highlight, ...]]:
    """The heading of a region's profile and its three columns in words."""
    name = answer("areas", lang=lang).where(ref_area=area).first.name
    heading = f"### {text('regions.profile_title', lang, area=name)}\n\n{text('regions.profile_lead', lang)}"
    rows = answer("region_profile", ref_area=area, as_of=as_of, sex="_T", urbanisation="_T")
    return heading, tuple(_highlight(rows, highlight, lang) for highlight in HIGHLIGHTS)


def _highlight(rows: Rows, highlight: str, lang: str) -> Highlight:
    found = [row for row in rows if highlight in row.highlight]
    if highlight == "weakest":
        found.reverse()
    if highlight == "fastest":
        found.sort(key=lambda row: abs(row.relative_change), reverse=True)
    heading = f"###### {text(f'regions.{highlight}', lang)}"
    if not found:
        return Highlight(f"{heading}\n\n{text(f'regions.no_{highlight}', lang)}")
    first, *others = found
    words = f"{heading}\n\n{_sentence(first, highlight, lang)}\n\n:small[:gray[{_caveats(first, lang)}]]"
    return Highlight("\n\n".join([words, *(_short(row, highlight, lang) for row in others)]), first.series_id)


def _sentence(row: Any, highlight: str, lang: str) -> str:
    """One highlight in full: what, how much, beside the country and the other regions, when."""
    values = _values(row, lang)
    return text(f"regions.sentence_{_kind(row, highlight)}", lang, **values)


def _short(row: Any, highlight: str, lang: str) -> str:
    values = _values(row, lang)
    return text("regions.short_fastest" if highlight == "fastest" else "regions.short_standing", lang, **values)


def _kind(row: Any, highlight: str) -> str:
    if highlight == "fastest":
        return "better" if row.relative_change > 0 else "worse"
    return {100.0: "first", 0.0: "last"}.get(row.standing, highlight)


def _values(row: Any, lang: str) -> dict[str, Any]:
    unit, about = short_unit(row.unit), detail(row.series_id, lang)
    decimals = row.decimals
    return {
        "title": about.title,
        "value": format_value(row.obs_value, unit, decimals, lang),
        "national": _beside(format_value(row.national_value, unit, decimals, lang), row.national_value, lang),
        "year": row.time_period,
        "standing": format_value(row.standing, "PT", 0, lang),
        "count": row.n_regions,
        "from_value": format_value(row.from_value, unit, decimals, lang),
        "from_year": row.from_year,
        "yearly": format_change(row.yearly_change, unit, decimals + 1, lang),
    }


def _beside(written: str, value: float | None, lang: str) -> str:
    """The country's value as a part of the sentence; nothing where the country has none."""
    return text("regions.beside_country", lang, value=written) if value is not None else ""


def _caveats(row: Any, lang: str) -> str:
    written = [text(f"regions.caveat_{code}", lang) for code in row.caveats]
    return " ".join(written) if written else text("regions.caveat_none", lang)
