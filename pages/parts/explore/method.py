"""How a series is made, in words: what it measures, why it is here, its target, its breaks, its source and codes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts.series.about import View, detail
from pages.parts.visit.ask import kept, of_series
from pages.parts.words.language import format_value, text, unit_label


def show_method(series_id: str, view: View) -> None:
    """Draw the method of a series, a heading and a paragraph each."""
    for heading, words in method(series_id, view.lang):
        st.markdown(f"**{heading}**  \n{words}")


@kept
def method(series_id: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the headings and paragraphs that have something to say."""
    about = detail(series_id, lang)
    paragraphs = {
        text("explore.method_what", lang): about.description,
        text("explore.method_why", lang, target=about.target): about.rationale,
        text("explore.method_link", lang): text(
            "explore.method_link_text",
            lang,
            measures=text(f"snapshot.measures_{about.measures}", lang),
            mapping=about.mapping,
            strength=text(f"snapshot.strength_{about.strength.lower()}", lang),
            linked_by=about.linked_by,
        ),
        text("explore.method_target", lang): _target_words(about, lang),
        text("explore.method_proxy", lang): about.proxy,
        text("explore.method_caveat", lang): about.caveat,
        text("explore.method_breaks", lang): _break_words(series_id, lang),
        text("explore.method_source", lang): f"{about.publisher}, {about.source_title}.",
        text("explore.method_codes", lang): text(
            "explore.method_codes_text",
            lang,
            series=series_id,
            indicator=about.indicator,
            unit=unit_label(about.unit, lang),
            derivation=text(f"explore.derivation_{about.derivation}", lang),
        ),
    }
    return tuple((heading, words) for heading, words in paragraphs.items() if words)


def _target_words(about: Any, lang: str) -> str:
    if about.target_value is None:
        return text("explore.target_absent", lang)
    value = format_value(about.target_value, about.unit, about.decimals, lang)
    kind = text(f"snapshot.target_kind_{about.target_kind}", lang)
    stated = text("explore.target_stated", lang, value=value, year=about.target_year, kind=kind)
    return f"{stated} {about.target_source or ''}".rstrip()


def _break_words(series_id: str, lang: str) -> str:
    rows = of_series("series_breaks", series_id, lang=lang).known("note")
    told = dict.fromkeys(zip(rows["time_period"], rows["note"], strict=True))
    return " ".join(text("lens.note_break", lang, year=year, note=note) for year, note in told)
