"""A grid of equal cells drawn as one bar trace, so that each can be hovered, walked to and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

HATCHES = {
    "no_data": {"shape": "/", "size": 7, "solidity": 0.18},
    "not_existing": {"shape": "x", "size": 9, "solidity": 0.16},
    "suppressed": {"shape": ".", "size": 6, "solidity": 0.3},
}


def cell_trace(
    columns: Sequence[float],
    rows: Sequence[float],
    keys: Sequence[str],
    fills: Sequence[str],
    hovers: Sequence[str],
    *,
    words: Sequence[str] | None = None,
    word_colours: Sequence[str] | None = None,
    outlines: Sequence[float] | None = None,
    size: float = 0.94,
    word_size: int = 11,
) -> dict[str, Any]:
    """Cells at (column, row), row 0 on top when the axis is reversed.

    `fills` are class tokens, or the name of a hatch for a cell without a value (no_data, not_existing, suppressed).
    """
    hatched = [HATCHES.get(fill) for fill in fills]
    trace: dict[str, Any] = {
        "type": "bar",
        "x": list(columns),
        "y": [size] * len(rows),
        "base": [row - size / 2 for row in rows],
        "width": size,
        "ids": list(keys),
        "hovertext": list(hovers),
        "hoverinfo": "text",
        "marker": {
            "color": ["@nodata" if hatch else f"@{fill}" for hatch, fill in zip(hatched, fills, strict=True)],
            "line": {
                "color": [
                    "@ink" if width else "@rule" if hatch else "@paper"
                    for width, hatch in zip(outlines or [0] * len(fills), hatched, strict=True)
                ],
                "width": [
                    width or (0.6 if hatch else 0)
                    for width, hatch in zip(outlines or [0] * len(fills), hatched, strict=True)
                ],
            },
        },
    }
    if any(hatched):
        trace["marker"]["pattern"] = {
            "shape": [hatch["shape"] if hatch else "" for hatch in hatched],
            "size": [hatch["size"] if hatch else 8 for hatch in hatched],
            "solidity": [hatch["solidity"] if hatch else 0.2 for hatch in hatched],
            "fgcolor": "@hatch",
            "bgcolor": "@nodata",
            "fillmode": "overlay",
        }
    if words is not None:
        trace |= {
            "text": list(words),
            "textposition": "inside",
            "insidetextanchor": "middle",
            "constraintext": "none",
            "textangle": 0,
            "textfont": {"size": word_size, "color": [f"@{token}" for token in word_colours or []]},
        }
    return trace
