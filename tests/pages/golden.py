"""What a page shows in a state, small enough to be read: kinds, subjects, years and values, never sentences.

`python -m tests.pages.golden youth` writes tests/pages/golden/youth.yaml anew; whoever does so reads the difference.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from pages.parts.cards.claim import Figure
from pages.parts.cards.model import Card
from tests.pages.drawn import page_cards

FOLDER = Path(__file__).with_name("golden")
MOST_DRAWN = 6


def shown(page: str, address: dict[str, Any]) -> dict[str, Any]:
    """Return what every card of a page shows in a state, by the card's key."""
    return {key: seen(card) for key, card in page_cards(page, **address).items()}


def seen(card: Card) -> dict[str, Any]:
    """Return the kind of mark, the slide's address, whose figures the sentence gives, and the ends of what is drawn."""
    claim = card.claim
    return {
        "kind": card.mark.kind,
        "slide": card.slide.code if card.slide else None,
        "says": f"{claim.message} {claim.relation} {_who(claim.subject)}".strip(),
        "years": list(claim.years),
        "figures": [_figure(figure) for figure in claim.figures],
        "rows": len(card.rows),
        "drawn": _drawn(card),
    }


def _figure(figure: Figure) -> str:
    year = "" if figure.year is None else f" {figure.year}"
    return f"{_who(figure.subject)}{year} {_number(figure.value)} {figure.unit}".strip()


def _who(subject: Any) -> str:
    parts = (subject.series, subject.ref_area, subject.sex, subject.urbanisation)
    return " ".join("*" if part is None else part for part in parts if part != "_T")


def _drawn(card: Card) -> list[str]:
    """The first rows that are drawn of each kind of thing: where a line begins and ends, the ends of a ranking."""
    mark, rows = card.mark, card.mark.rows
    by = getattr(mark, "by", "ref_area")
    if mark.kind in ("lines", "panels", "stack"):
        return [_line(key, rows.at(places)) for key, places in list(rows.places(by).items())[:MOST_DRAWN]]
    value = getattr(mark, "value", "women" if mark.kind == "pairs" else "obs_value")
    if value not in rows:
        return []
    ends = [0, 1, len(rows) - 1] if len(rows) > 2 else range(len(rows))
    return [_row(rows, place, by, value) for place in ends]


def _line(key: str, rows: Any) -> str:
    first, last = rows.first, rows.last
    return f"{key} {first.time_period} {_number(first.obs_value)} – {last.time_period} {_number(last.obs_value)}"


def _row(rows: Any, place: int, by: str, value: str) -> str:
    year = f" {rows['time_period'][place]}" if "time_period" in rows else ""
    return f"{rows[by][place]}{year} {_number(rows[value][place])}"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.6g}"


def main() -> None:
    """Write what pages show now beside their addresses."""
    for page in sys.argv[1:]:
        path = FOLDER / f"{page}.yaml"
        states = yaml.safe_load(path.read_text(encoding="utf-8"))
        written = [{"address": state["address"], "cards": shown(page, state["address"])} for state in states]
        path.write_text(
            yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=118, default_flow_style=None),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
