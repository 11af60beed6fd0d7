"""Amounts at human size: from so many on, a number is written in the larger unit ("4.1 tn", not "4,076,629 m")."""

from __future__ import annotations

LARGER = {
    "M_TNG": ((1e6, "T_TNG"), (1e3, "B_TNG")),
    "B_TNG": ((1e3, "T_TNG"),),
    "M_USD": ((1e3, "B_USD"),),
}
_SHORT_ENOUGH = 100


def human_size(value: float | None, unit: str, decimals: int) -> tuple[float | None, str, int]:
    """Return an amount in the largest unit that leaves at least one before the decimal mark, with decimals to match."""
    for factor, larger in LARGER.get(unit, ()):
        if value is not None and abs(value) >= factor:
            size = value / factor
            return size, larger, 0 if abs(size) >= _SHORT_ENOUGH else 1
    return value, unit, decimals
