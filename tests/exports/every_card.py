"""Every card of every page, gathered by running the pages: no list of cards is kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unittest.mock import patch

from pages.parts.cards import board
from pages.parts.cards.model import Card
from pages.parts.visit import frame
from pages.parts.words.language import LANGUAGES
from tests.pages.drawn import open_page

# Pages as they open, and in a state that a reader chose.
STATES: dict[str, dict[str, str | list[str]]] = {
    "as it opens": {},
    "chosen": {
        "area": ["KZ-47", "KZ-75"],
        "years": "2012-2022",
        "year": "2022",
        "by": "region",
        "axis": "free",
        "form": "tiles",
        "sex": ["F", "M"],
        "series": "unemployment_total",
        "with": "unemployment_16_24",
        "country": ["UZ", "KG"],
        "comparator": "world_unemployment",
        "section": "r",
        "columns": "region",
        "lens": "women",
    },
    "regions": {"view": "regions", "series": "unemployment_total", "by": "sex", "geo": "comparable", "rate": "lq"},
}


@lru_cache(maxsize=len(LANGUAGES))
def every_card(lang: str) -> tuple[tuple[str, Card], ...]:
    """Return each card of each page in each state with the place where it was first found."""
    found: dict[int, tuple[str, Card]] = {}
    for page, _, _ in frame.PAGES:
        for state, address in STATES.items():
            for card in _cards(page, lang=lang, **address):
                # A card that a state does not change is the same object.
                found.setdefault(id(card), (f"{page} {state}: {card.key}", card))
    return tuple(found.values())


def _cards(page: str, **address: str | list[str]) -> Iterator[Card]:
    sent: dict[str, Card] = {}
    given = board.screen_parts

    def noted(card: Card) -> object:
        sent[card.key] = card
        return given(card)

    with patch.object(board, "screen_parts", noted):
        app = open_page(page, **address)
    assert not app.exception, (page, address, app.exception)
    yield from sent.values()
