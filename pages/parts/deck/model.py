"""A deck as one value: what the screen, the PowerPoint file, the HTML file and the PDF all show.

Every number stands in a slide's figure, which a query computed; the renderings take this model and nothing else, so
that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Slide:
    """One slide in one language.

    `headline` is the finding as a sentence with its number, `edited` when a person has put it in other words; `figure`
    names colours by token; `table` holds the rows that the figure draws; `explore` is the relative address at which
    the same state can be explored.
    """

    code: str
    kind: str
    headline: str
    edited: bool
    subtitle: str
    summary: str
    source: str
    as_of: str
    notes: tuple[str, ...]
    figure: Mapping[str, Any]
    table: pd.DataFrame
    unit: str
    decimals: int
    explore: str


@dataclass(frozen=True)
class Deck:
    """Slides in the order in which they are shown; `name` is the reader's own or a ready deck's, `deck_id` its code."""

    deck_id: str
    name: str
    lang: str
    as_of: date
    slides: tuple[Slide, ...]

    def file_name(self, extension: str) -> str:
        """Return the name of a file made from this deck: what, as of when, in which language."""
        return f"kazakhstan-sdg-deck_{self.deck_id}_as-of-{self.as_of.isoformat()}_{self.lang}.{extension}"
