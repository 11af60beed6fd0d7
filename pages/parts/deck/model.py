"""A deck as one value: what the screen, the PowerPoint file, the HTML file and the PDF all show.

A slide holds a card, the same that stands on a page; the renderings take this model and nothing else, so that they
cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pages.parts.cards.model import Card
from pages.parts.charts.marks import Mark


class BadCodeError(ValueError):
    """A text that is no code of a slide."""


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide in one language.

    `headline` is the finding of the card, or the words of a person where `edited`; `source` and `as_of` stand at the
    foot, `notes` are for the presenter alone, `explore` is the relative address at which the same state can be
    explored.
    """

    code: str
    card: Card
    headline: str
    edited: bool
    source: str
    as_of: str
    notes: tuple[str, ...]
    explore: str

    @property
    def mark(self) -> Mark:
        """What is drawn."""
        return self.card.mark


@dataclass(frozen=True, eq=False)
class Deck:
    """Slides in the order in which they are shown; `name` is the reader's own or a ready deck's, `deck_id` its code.

    `refused` are the codes for which there is no slide.
    """

    deck_id: str
    name: str
    lang: str
    as_of: date
    slides: tuple[Slide, ...]
    refused: tuple[Refusal, ...] = ()

    def file_name(self, extension: str) -> str:
        """Return the name of a file made from this deck: what, as of when, in which language."""
        return f"kazakhstan-sdg-deck_{self.deck_id}_as-of-{self.as_of.isoformat()}_{self.lang}.{extension}"


@dataclass(frozen=True)
class Refusal:
    """A code without a slide: its place in the deck from one, and why, in words."""

    place: int
    words: str
