"""What a slide shows, written as one short code, so that a whole deck fits into a link or a small file.

A code is `kind~series~areas~split~sex~urbanisation~years~subject~headline`, empty ends cut off: codes of the catalogue
only, and the words of a person where a headline was edited. `line~neet_15_24~43.47` is a line with two regions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pages.parts.words.language import has_text

SEPARATOR, LIST_SEPARATOR = "~", "."
HOME = "KZ-"
KINDS = ("line", "several", "ranking", "map", "pay", "gap", "shares", "parity", "progress")
SPLITS = ("", "sex", "urbanisation", "region")
MOST_SERIES, MOST_AREAS, MOST_LETTERS, MOST_SLIDES = 6, 6, 160, 40
_CODE = re.compile(r"[\w/-]*")


class BadCodeError(ValueError):
    """A code that names no slide."""


@dataclass(frozen=True)
class SlideSpec:
    """What a slide shows: a kind of chart, its series and filters, and words that replace the computed ones.

    `subject` is a message key: the subject of the computed sentence, or a finding of its own. `headline` is a person's.
    """

    kind: str
    series: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    split: str = ""
    sex: str = "_T"
    urbanisation: str = "_T"
    years: tuple[int, int] | None = None
    subject: str = ""
    headline: str = ""


def encode(spec: SlideSpec) -> str:
    """Return the code of a slide."""
    areas = LIST_SEPARATOR.join(code.removeprefix(HOME) if code != "KZ" else code for code in spec.areas)
    fields = [
        spec.kind,
        LIST_SEPARATOR.join(spec.series),
        areas,
        spec.split,
        spec.sex.removeprefix("_T"),
        spec.urbanisation.removeprefix("_T"),
        f"{spec.years[0]}-{spec.years[1]}" if spec.years else "",
        spec.subject,
        clean_headline(spec.headline),
    ]
    return SEPARATOR.join(fields).rstrip(SEPARATOR)


def decode(code: str) -> SlideSpec:
    """Return what a code stands for; raises BadCodeError for anything that `encode` would not write."""
    fields = [*code.split(SEPARATOR), *[""] * 8]
    kind, series, areas, split, sex, urbanisation, years, subject, headline = fields[:9]
    known = kind in KINDS and split in SPLITS and sex in ("", "F", "M") and urbanisation in ("", "U", "R")
    if not known or (subject and not has_text(subject)):
        raise BadCodeError(code)
    return SlideSpec(
        kind=kind,
        series=_listed(series, MOST_SERIES),
        areas=tuple(_area(item) for item in _listed(areas, MOST_AREAS)),
        split=split,
        sex=sex or "_T",
        urbanisation=urbanisation or "_T",
        years=_years(years),
        subject=subject,
        headline=clean_headline(headline),
    )


def clean_headline(words: str) -> str:
    """Return a person's headline as one line that a code can hold."""
    return " ".join(words.replace(SEPARATOR, "-").split())[:MOST_LETTERS]


def with_headline(code: str, words: str, computed: str) -> str:
    """Return the code with a person's headline, or without one when it says what is computed anyway."""
    words = clean_headline(words)
    return encode(replace(decode(code), headline="" if words == clean_headline(computed) else words))


def spec_of_query(name: str, params: Mapping[str, Any]) -> SlideSpec | None:
    """Return the slide that shows what a chart's query asked for; None for a chart that no slide can rebuild."""
    if name == "series_line":
        return _line(params)
    if name == "explore_lines":
        return _explored(params)
    if name == "ranking":
        return SlideSpec(
            "ranking",
            (params["series_id"],),
            sex=params["sex"],
            urbanisation=params["urbanisation"],
            years=_until(params["for_year"]),
        )
    if name == "series_lines" and params["ref_areas"] in (["KZ"], ("KZ",)):
        return SlideSpec("several", tuple(params["series_ids"]), years=_span(params))
    if name == "women_gap_areas":
        return SlideSpec("gap", (params["series_id"],), years=_until(params["for_year"]))
    if name in ("women_pay", "women_shares", "women_parity"):
        return SlideSpec({"women_pay": "pay", "women_shares": "shares", "women_parity": "parity"}[name])
    return None


def _line(params: Mapping[str, Any]) -> SlideSpec | None:
    splits = {"sex": params["sex"] is None, "urbanisation": params["urbanisation"] is None}
    split = "region" if params["ref_areas"] is None else next((name for name, free in splits.items() if free), "")
    areas = tuple(code for code in params["ref_areas"] or () if code != "KZ")
    if len(areas) > MOST_AREAS:
        return None
    return SlideSpec(
        "line",
        (params["series_id"],),
        areas,
        split,
        params["sex"] or "_T",
        params["urbanisation"] or "_T",
        _span(params),
    )


def _explored(params: Mapping[str, Any]) -> SlideSpec | None:
    series, sexes, settlements = params["series_ids"], params["sexes"], params["settlements"]
    if len(series) > 1 or len(sexes) > 1 < len(settlements):
        return None
    split = "sex" if len(sexes) > 1 else "urbanisation" if len(settlements) > 1 else ""
    areas = tuple(params["ref_areas"])
    return SlideSpec(
        "line",
        tuple(series),
        () if areas == ("KZ",) else areas,
        split,
        sexes[0] if len(sexes) == 1 else "_T",
        settlements[0] if len(settlements) == 1 else "_T",
        _span(params),
    )


def _span(params: Mapping[str, Any]) -> tuple[int, int] | None:
    first, last = params.get("from_year"), params.get("to_year")
    return (int(first), int(last)) if first and last else None


def _until(year: int | None) -> tuple[int, int] | None:
    return (int(year), int(year)) if year else None


def _listed(field: str, most: int) -> tuple[str, ...]:
    items = tuple(item for item in field.split(LIST_SEPARATOR) if item)
    if len(items) > most or not all(_CODE.fullmatch(item) for item in items):
        raise BadCodeError(field)
    return items


def _area(item: str) -> str:
    return f"{HOME}{item}" if (len(item) == 2 and item != "KZ") or item == "YUZ" else item


def _years(field: str) -> tuple[int, int] | None:
    if not field:
        return None
    parts = field.split("-")
    if len(parts) != 2 or not all(part.isdigit() and len(part) == 4 for part in parts):
        raise BadCodeError(field)
    return int(parts[0]), int(parts[1])
