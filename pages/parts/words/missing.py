"""One answer to whether a cell of a table holds nothing, whatever type its column has."""

from __future__ import annotations


def is_missing(value: object) -> bool:
    """Whether a cell is empty: None, or not a number. A list or any other thing is never missing."""
    return value is None or (isinstance(value, float) and value != value)
