"""Read what the comment above a query or a table of the store declares, and nothing of its text.

A head is a run of `-- Label: text` lines; lines without a label continue the one before::

    -- Question: which regions stand at the two ends of a series?
    -- Parameters: series_id; as_of a date; sex _T|F|M; for_year a year or NULL for the newest.
    -- Grain: one row, none where no region has a value.
    -- Keys: none
    -- Columns: time_period integer, highest_area varchar, highest_value double
    -- Units: the series' own.
    -- example: series_id=neet_15_24, as_of=2026-11-22, sex=_T, for_year=null
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LABELS = ("Question", "Parameters", "Grain", "Keys", "Columns", "Units", "Method", "Source", "Stored", "example")

_LABEL = re.compile(rf"({'|'.join(LABELS)}): *(.*)")
_NAMES = re.compile(r"[a-z_]\w*(?:, [a-z_]\w*)*")
_CHOICES = re.compile(r"\b\w+(?:\|\w+)+\b")
_OR_NULL = " or NULL"
_COMMA = re.compile(r",\s*(?![^()\[\]]*[)\]])")


class HeadError(ValueError):
    """A head that leaves out a label, or writes one twice."""


@dataclass(frozen=True)
class Head:
    """What a query says of itself; a test holds it against the answers.

    choices: the values a parameter is limited to, None among them where it may be NULL; other parameters are not named.
    keys: columns that together identify a row, none where there is at most one row; a key is never NULL, unless it is
    one of nullable_keys. columns: every column of the answer with its DuckDB type, in order. example: parameters that
    give a telling answer; dates stay text, a list is a list.
    """

    question: str
    choices: dict[str, tuple[str | None, ...]]
    grain: str
    keys: tuple[str, ...]
    nullable_keys: frozenset[str]
    columns: dict[str, str]
    example: dict[str, object]


def read_head(text: str) -> Head:
    """Return the head of a query's text; raises HeadError when a label is missing or doubled."""
    found = _labelled(text)
    missing = [label for label in ("Question", "Parameters", "Grain", "Keys", "Columns") if label not in found]
    if missing:
        raise HeadError(f"no {' and no '.join(missing)} in the head")
    keys = [] if found["Keys"] == "none" else found["Keys"].split(", ")
    return Head(
        question=found["Question"],
        choices=_choices(found["Parameters"]),
        grain=found["Grain"],
        keys=tuple(key.removesuffix(_OR_NULL) for key in keys),
        nullable_keys=frozenset(key.removesuffix(_OR_NULL) for key in keys if key.endswith(_OR_NULL)),
        columns=dict(column.split(" ", 1) for column in _COMMA.split(found["Columns"])),
        example=dict(_example(pair) for pair in _COMMA.split(found.get("example", "")) if pair),
    )


def _labelled(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    label = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        words = line.removeprefix("--").strip()
        opening = _LABEL.match(words)
        if opening:
            label, words = opening.groups()
            if label in found:
                raise HeadError(f"{label} stands twice in the head")
        found.setdefault(label, []).append(words)
    return {label: " ".join(lines) for label, lines in found.items()}


def _choices(parameters: str) -> dict[str, tuple[str | None, ...]]:
    """Read `sex _T|F|M or NULL for all; from_year, to_year or NULL`: every name before the first other word."""
    choices: dict[str, tuple[str | None, ...]] = {}
    for clause in parameters.split(";"):
        names = _NAMES.match(clause.strip())
        listed = _CHOICES.search(clause)
        values = (*(listed.group().split("|") if listed else ()), *((None,) if "NULL" in clause else ()))
        if names and values:
            choices |= dict.fromkeys(names.group().split(", "), values)
    return choices


def _example(pair: str) -> tuple[str, object]:
    name, text = pair.strip().split("=", 1)
    if text.startswith("["):
        return name, [item.strip() for item in text[1:-1].split(",") if item.strip()]
    if re.fullmatch(r"-?\d+", text):
        return name, int(text)
    return name, None if text == "null" else text
