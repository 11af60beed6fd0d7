"""Colours by meaning: which token of the palette a meaning has, and the value of a token in each theme.

Charts name what a colour means ("women", "section:J", "chosen:2"); `static/chart/palette.json`, which the browser reads
too, gives each meaning one token for marks, at least 3:1 on paper and panel, and one for words, at least 4.5:1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PALETTE_FILE = Path(__file__).resolve().parents[3] / "static" / "chart" / "palette.json"
_PALETTE: Mapping[str, Any] = json.loads(PALETTE_FILE.read_text(encoding="utf-8"))
THEMES: Mapping[str, Mapping[str, str]] = {name: _PALETTE[name] for name in ("light", "dark", "contrast", "grey")}
LIGHT = THEMES["light"]
MEANINGS: Mapping[str, tuple[str, str]] = {meaning: tuple(tokens) for meaning, tokens in _PALETTE["meanings"].items()}
# Grey alone can't tell eight lines apart: in that theme they are dashed too.
DASHES: Mapping[str, str] = _PALETTE["dashes"]

GREY_DASHES: Mapping[str, str] = {MEANINGS[meaning][0]: dash for meaning, dash in DASHES.items()}
# The lengths of strokes and gaps by the names of Plotly, in widths of the line.
DASH_LENGTHS = {
    "dot": (1, 1.6),
    "dash": (3.5, 2),
    "dashdot": (4, 1.6, 1, 1.6),
    "longdash": (7, 2.4),
    "longdashdot": (7, 2, 1, 2),
}
THINNEST_DASH = 1.5

KEY_MEANINGS = {"KZ": "country", "_T": "country", "F": "women", "M": "men"}
MOST_CHOSEN = 6
SEQUENTIAL = {
    3: ("seq1", "seq3", "seq5"),
    4: ("seq1", "seq2", "seq4", "seq5"),
    5: ("seq1", "seq2", "seq3", "seq4", "seq5"),
}
DIVERGING = {
    3: ("div2", "div4", "div6"),
    5: ("div1", "div3", "div4", "div5", "div7"),
    6: ("div1", "div2", "div3", "div5", "div6", "div7"),
    7: ("div1", "div2", "div3", "div4", "div5", "div6", "div7"),
}
BALANCE = {3: ("bal2", "bal3", "bal4"), 5: ("bal1", "bal2", "bal3", "bal4", "bal5")}
STATUS = ("achieved", "on_track", "accelerate", "limited", "deterioration", "not_assessed")
FOCUS_AREAS = ("KZ-43", "KZ-47")


def meanings_of(
    keys: Sequence[str],
    chosen: Sequence[str] | None = None,
    given: Mapping[str, str] | None = None,
    rest: str = "context",
) -> dict[str, str]:
    """What the colour of each key means, a name of `MEANINGS`.

    A meaning that is `given` comes first, then what a key means everywhere (the country, women, men, a focus region);
    other chosen keys take "chosen:1" to "chosen:6" in the order of the choice (None: all are chosen), others `rest`. A
    line of a region's part or of a later series (KZ-75|F, gva_r:KZ-75) takes the colour of its region.
    """
    given = given or {}
    own = {key: meaning for key in (*keys, *(chosen or ())) if (meaning := given.get(key) or _own_meaning(key))}
    free = [key for key in dict.fromkeys(keys if chosen is None else chosen) if key not in own]
    counted = {key: f"chosen:{place % MOST_CHOSEN + 1}" for place, key in enumerate(free)}
    return {key: own.get(key) or counted.get(key) or counted.get(_region(key), rest) for key in keys}


def _own_meaning(key: str) -> str | None:
    focus = f"focus:{_region(key)}"
    return focus if focus in MEANINGS else KEY_MEANINGS.get(key)


def _region(key: str) -> str:
    return key.rpartition(":")[2].partition("|")[0]


def dash_lengths(token: str, dash: str, width: float, palette: Mapping[str, str] | None) -> tuple[float, ...]:
    """Strokes and gaps in pixels of a line in the colour of a token; none where it is solid."""
    own = GREY_DASHES.get(token, dash) if dash == "solid" and palette == THEMES["grey"] else dash
    return tuple(length * max(width, THINNEST_DASH) for length in DASH_LENGTHS.get(own, ()))
