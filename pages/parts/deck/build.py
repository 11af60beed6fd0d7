"""Decks from their codes: the ready ones of `decks/*.yaml` and a person's own, in any language, as of any date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from pages.parts.cards.model import Card, Note, Reach
from pages.parts.cards.source import source_line
from pages.parts.charts.axis import value_range
from pages.parts.charts.marks import Lines
from pages.parts.charts.points import lines_of
from pages.parts.deck.codes import decode
from pages.parts.deck.model import BadCodeError, Deck, Refusal, Slide
from pages.parts.deck.registry import card_of, explored
from pages.parts.visit.ask import kept
from pages.parts.visit.grammar import plain
from pages.parts.visit.slides import MOST_SLIDES
from pages.parts.words.language import format_date, text

FOLDER = Path(__file__).parent / "decks"
READY = ("overview", "youth", "women", "regions", "donor")


@lru_cache(maxsize=len(READY))
def ready_deck(deck_id: str) -> Mapping[str, Any]:
    """Return a ready deck as its file has it: name by language, codes of slides."""
    return yaml.safe_load((FOLDER / f"{deck_id}.yaml").read_text(encoding="utf-8"))


def build_deck(deck_id: str, codes: Sequence[str], name: str, lang: str, as_of: date) -> Deck:
    """Return a deck in one language; codes that have no slide are told apart, each with its reason.

    For a ready deck `codes` and `name` are ignored.
    """
    if deck_id in READY:
        ready = ready_deck(deck_id)
        codes, name = ready["slides"], ready["name"][lang]
    return _deck(deck_id, tuple(codes[:MOST_SLIDES]), name, lang, as_of)


@kept
def _deck(deck_id: str, codes: tuple[str, ...], name: str, lang: str, as_of: date) -> Deck:
    slides, refused = [], []
    for place, code in enumerate(codes, start=1):
        made = _slide(code, lang, as_of)
        if isinstance(made, Slide):
            slides.append(made)
        else:
            refused.append(Refusal(place, made))
    return Deck(deck_id, name, lang, as_of, tuple(with_common_axes(slides)), tuple(refused))


def _slide(code: str, lang: str, as_of: date) -> Slide | str:
    """The slide of a code, or why there is none."""
    try:
        address, words = decode(code)
        card = card_of(address, lang, as_of)
    except BadCodeError:
        return text("present.refused", lang, code=plain(code, 60))
    if isinstance(card, Note):
        return f"{card.title}: {card.words}" if card.title else card.words
    source = source_line(replace(card.source, strength=None), lang) if card.source else []
    return Slide(
        code=code,
        card=replace(card, reach=Reach(card.mark), alternatives={}),
        headline=words or card.finding,
        edited=bool(words),
        source=" · ".join(part["text"] for part in source),
        as_of=text("chart.as_of", lang, date=format_date(as_of, lang)),
        notes=_notes(card, edited=bool(words)),
        explore=explored(address, lang, as_of),
    )


def _notes(card: Card, *, edited: bool) -> tuple[str, ...]:
    """What the presenter should know: the computed finding where it was reworded, the definition, caveats."""
    said = [card.finding] if edited else []
    said += [card.source.definition] if card.source and card.source.definition else []
    return tuple(dict.fromkeys([*said, *card.remarks]))


def with_common_axes(slides: Sequence[Slide]) -> list[Slide]:
    """Return slides with one value axis for all lines of a series, so that a step between them does not jump."""
    groups: dict[Any, list[Slide]] = defaultdict(list)
    for slide in slides:
        if key := _axis_key(slide):
            groups[key].append(slide)
    values = {key: _values(group) for key, group in groups.items() if len(group) > 1}
    return [_with_values(slide, values[key]) if (key := _axis_key(slide)) in values else slide for slide in slides]


def _axis_key(slide: Slide) -> Any:
    """What lines on different slides must share to share an axis: their series. None for any other chart."""
    series = slide.card.slide and slide.card.slide.state.get("series")
    return series if isinstance(slide.mark, Lines) and slide.mark.values is None else None


def _values(group: Sequence[Slide]) -> tuple[float, float]:
    """The ends of an axis that holds the lines and targets of all slides of a group."""
    ends = [value for slide in group for value in _drawn_values(slide.mark)]
    low, high, _ = value_range(ends, zero=any(slide.mark.zero for slide in group))
    return low, high


def _drawn_values(mark: Lines) -> list[float]:
    known = [point.value for key, line in lines_of(mark.rows, mark.by).items() if key in mark.names for point in line]
    return [*known, *([mark.target.value] if mark.target else [])]


def _with_values(slide: Slide, values: tuple[float, float]) -> Slide:
    reach = slide.card.reach
    return replace(slide, card=replace(slide.card, reach=replace(reach, mark=replace(reach.mark, values=values))))
