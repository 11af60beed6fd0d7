"""Decks from their codes: the ready ones of `decks/*.yaml` and a person's own, in any language, as of any date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st
import yaml

import queries
from pages.parts.cards.card import source_line
from pages.parts.deck.cards import drawn_card, headline
from pages.parts.deck.codes import MOST_SLIDES, BadCodeError, SlideSpec, decode
from pages.parts.deck.fit import fitted, stable_ranges
from pages.parts.deck.map import map_with_ends
from pages.parts.deck.model import Deck, Slide
from pages.parts.series.about import View, detail, short_unit
from pages.parts.visit.choices import area_names
from pages.parts.words.language import format_date, text

FOLDER = Path(__file__).parent / "decks"
READY = ("overview", "youth", "women", "regions", "donor")
# The units of slides that show more than one series of the catalogue.
UNITS = {
    "pay": ("TNG_PER_HOUR", 0),
    "gap": ("PT", 1),
    "shares": ("PT", 1),
    "parity": ("RATIO", 2),
    "progress": ("NUMBER", 0),
}
PATHS = {"pay": "women", "shares": "women", "parity": "women", "progress": "snapshot"}


@lru_cache(maxsize=8)
def ready_deck(deck_id: str) -> Mapping[str, Any]:
    """Return a ready deck as its file has it: name by language, codes of slides."""
    return yaml.safe_load((FOLDER / f"{deck_id}.yaml").read_text(encoding="utf-8"))


def build_deck(deck_id: str, codes: Sequence[str], name: str, lang: str, as_of: date) -> Deck:
    """Return a deck in one language; slides whose source was not held on the date are left out.

    For a ready deck `codes` and `name` are ignored. Codes that name no slide are left out too.
    """
    if deck_id in READY:
        ready = ready_deck(deck_id)
        codes, name = ready["slides"], ready["name"][lang]
    slides = _slides(queries.store_version(), tuple(codes[:MOST_SLIDES]), lang, as_of)
    return Deck(deck_id, name, lang, as_of, slides)


@st.cache_resource(max_entries=60, show_spinner=False)
def _slides(store_version: str, codes: tuple[str, ...], lang: str, as_of: date) -> tuple[Slide, ...]:
    view = View(lang, as_of, area_names(lang))
    made = [slide for code in codes if (slide := _slide(code, view)) is not None]
    return tuple(stable_ranges(made))


def _slide(code: str, view: View) -> Slide | None:
    try:
        spec = decode(code)
        drawn = drawn_card(spec, view)
    except (BadCodeError, StopIteration, KeyError):
        return None
    if drawn is None:
        return None
    card, figure = drawn
    lang = view.lang
    about = detail(spec.series[0], lang) if spec.series else None
    computed = headline(spec, card, view)
    source = source_line(replace(card.source, strength=None), lang) if card.source else []
    return Slide(
        code=code,
        kind=spec.kind,
        headline=spec.headline or computed,
        edited=bool(spec.headline),
        subtitle=card.subtitle,
        summary=card.summary,
        source=" · ".join(part["text"] for part in source),
        as_of=text("chart.as_of", lang, date=format_date(view.as_of, lang)),
        notes=_notes(spec, card, computed, about),
        figure=fitted(_mapped(figure, card, about, view) if spec.kind == "map" else figure, spec.kind),
        table=card.table,
        unit=UNITS[spec.kind][0] if spec.kind in UNITS else short_unit(about.unit),
        decimals=UNITS[spec.kind][1] if spec.kind in UNITS else int(about.decimals),
        explore=_explore(spec, view),
    )


def _mapped(figure: Mapping[str, Any], card: Any, about: Any, view: View) -> dict[str, Any]:
    return map_with_ends(figure, card.table, short_unit(about.unit), about.decimals, view.names["KZ"], view.lang)


def _notes(spec: SlideSpec, card: Any, computed: str, about: Any) -> tuple[str, ...]:
    """Return what the presenter should know: the computed finding where it was reworded, definition, caveats."""
    said = [computed] if spec.headline else []
    said += [about.description] if about is not None else []
    return tuple(dict.fromkeys([*said, *card.notes]))


def _explore(spec: SlideSpec, view: View) -> str:
    """Return where the slide's state can be explored: the series with its filters, or the page that has the chart."""
    shared = {"lang": view.lang, "as_of": view.as_of.isoformat()}
    if not spec.series:
        return f"{PATHS[spec.kind]}?{urlencode(shared)}"
    chosen: dict[str, Any] = {"series": spec.series[0]}
    if spec.kind in ("ranking", "map"):
        chosen["view"] = "regions"
    if spec.areas:
        chosen["area"] = list(spec.areas)
    if spec.split in ("sex", "urbanisation"):
        chosen[spec.split] = ["F", "M"] if spec.split == "sex" else ["U", "R"]
    if spec.kind == "gap":
        chosen["sex"] = ["F", "M"]
    if spec.sex != "_T":
        chosen["sex"] = spec.sex
    if spec.years and spec.years[0] != spec.years[1]:
        chosen["years"] = f"{spec.years[0]}-{spec.years[1]}"
    return f"explore?{urlencode(shared | chosen, doseq=True)}"
