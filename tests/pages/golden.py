"""What a page shows in a state, small enough to be read: kinds, subjects, years and values, never sentences.

Of what a page writes beside its cards (a table, a list, a printed sheet) it is the numbers: the first of each text, how
many there are, and their sum, which changes with every one of them.

`python -m tests.pages.golden youth` writes tests/pages/golden/youth.yaml anew; whoever does so reads the difference.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import yaml
from streamlit.testing.v1 import AppTest

from pages.parts.cards.claim import Figure
from pages.parts.cards.model import Card
from pages.parts.snapshot.sheet_marks import MARK_NAMES
from tests.pages.drawn import page_and_cards, texts

CONTROLS = ("selectbox", "multiselect", "button_group", "slider", "select_slider", "toggle", "text_input")
FOLDER = Path(__file__).with_name("golden")
MOST_DRAWN = 6
MOST_NUMBERS, FEWEST_NUMBERS = 8, 3
# Spaces or a comma part thousands; figures inside a word (a checksum, a code) are no numbers.
_NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?:[\u00a0\u202f,]\d{3})+|\d+)(?:[.,]\d+)?(?!\w)")
_THOUSANDS = re.compile(r"[\u00a0\u202f]|,(?=\d{3}\b)")
_MARKUP = re.compile(r"<style.*?</style>|<svg.*?</svg>|<[^>]+>", flags=re.DOTALL)
_STATUS = re.compile(r'<i class="(s\d)"')


def shown(page: str, address: dict[str, Any]) -> dict[str, Any]:
    """Return what every card of a page shows in a state, by the card's key, and the numbers it writes beside them."""
    app, cards = page_and_cards(page, **address)
    return {
        "asks": asked(app),
        "cards": {key: seen(card) for key, card in cards.items()},
        "written": written(texts(app)),
    }


def asked(app: AppTest) -> list[str]:
    """Return what a page lets its reader choose: the kind of control, its key, how many options, what is chosen."""
    found = [element for kind in CONTROLS for element in app.get(kind)]
    return sorted(f"{element.type} {element.key}: {_chosen(element)}" for element in found)


def _chosen(element: Any) -> str:
    options = getattr(element, "options", None)
    many = f" of {len(options)}" if options is not None else ""
    return f"{element.value}{many}"


def written(markups: list[str]) -> list[str]:
    """Return the numbers of each text that has a few, and the statuses that stand beside them."""
    found = [(_NUMBER.findall(unescape(_MARKUP.sub(" ", text))), _STATUS.findall(text)) for text in markups]
    return [_numbers(numbers) + _statuses(marks) for numbers, marks in found if len(numbers) >= FEWEST_NUMBERS]


def _numbers(numbers: list[str]) -> str:
    plain = [float(_THOUSANDS.sub("", number).replace(",", ".")) for number in numbers]
    return f"{' '.join(f'{number:g}' for number in plain[:MOST_NUMBERS])} … {len(plain)} numbers, sum {sum(plain):.6g}"


def _statuses(marks: list[str]) -> str:
    counted = Counter(marks)
    told = [f"{status} {counted[name]}" for status, name in MARK_NAMES.items() if name in counted]
    return f"; {', '.join(told)}" if told else ""


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
        written = [{"address": state["address"], **shown(page, state["address"])} for state in states]
        path.write_text(
            yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=118, default_flow_style=None),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
