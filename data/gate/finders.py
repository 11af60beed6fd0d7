"""Shared by the finders: one finding of a file pair, and some examples of many."""

from collections.abc import Collection

from data.gate.content import FilePair, Key
from data.gate.finding import Finding

EXAMPLES = 3


def found(pair: FilePair, kind: str, rows: int, detail: str = "", subject: str = "") -> Finding:
    """A finding of this file."""
    return Finding(
        source_id=pair.source_id,
        release=pair.release,
        beside=pair.beside,
        file=pair.file,
        kind=kind,
        subject=subject,
        rows=rows,
        detail=detail,
    )


def some(names: Collection[object]) -> str:
    """The first few names, and how many more there are."""
    first = "; ".join(str(name) for name in list(names)[:EXAMPLES])
    return first if len(names) <= EXAMPLES else f"{first}; and {len(names) - EXAMPLES} more"


def told(key: Key) -> str:
    """A value's name: what it measures and its year."""
    line, year = key
    return f"{line} {year}"
