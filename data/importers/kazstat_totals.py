"""Totals against their parts: an average lies between the values of the groups it averages."""

from collections import defaultdict
from collections.abc import Hashable

from data.importers.kazstat_rows import Record, group_stored, key_of
from data.tidy import TOTAL

TOLERANCE = 0.05
# Units whose total is an average of its parts and so must lie between them; counts do not.
AVERAGES = frozenset({"PT", "TNG_PER_HOUR", "SQ_METER"})
SPLITS = {"sex": ("F", "M"), "urbanisation": ("U", "R")}
# A split is judged as a whole only where enough areas have it.
LEAST_AREAS = 10


def check_totals(records: list[Record]) -> None:
    """Set aside what disagrees where a total lies outside the range of its parts."""
    averages = [record for record in records if record.unit in AVERAGES]
    by_key = {key_of(record): record for rows in group_stored(averages, key_of).values() for record in rows}
    fits = {
        (key, name): _fits(total, parts)
        for key, total in by_key.items()
        for name in SPLITS
        if (parts := _parts(total, name, by_key))
    }
    broken = _broken_splits(by_key, fits)
    for key, name in [place for place, fit in fits.items() if not fit]:
        total, parts = by_key[key], _parts(by_key[key], name, by_key)
        detail = f"total {total.value:g} (line {total.line}), parts " + ", ".join(
            f"{part.value:g} (line {part.line})" for part in parts
        )
        total_is_sound = any(fits.get((key, other)) for other in SPLITS) or _block(total, name) in broken
        for record in parts if total_is_sound else [total, *parts]:
            record.set_aside("total_outside_parts", detail)


def _block(total: Record, split: str) -> Hashable:
    return split, key_of(total, without=("ref_area",))


def _broken_splits(by_key: dict[Hashable, Record], fits: dict[tuple[Hashable, str], bool]) -> set[Hashable]:
    """Splits that fail for at least half of the areas of one year; a few areas say nothing."""
    blocks: dict[Hashable, list[bool]] = defaultdict(list)
    for (key, name), fit in fits.items():
        blocks[_block(by_key[key], name)].append(fit)
    return {block for block, found in blocks.items() if len(found) >= LEAST_AREAS and 2 * sum(found) <= len(found)}


def _parts(total: Record, name: str, by_key: dict[Hashable, Record]) -> list[Record]:
    """Both parts of a total along one dimension, or nothing."""
    if total.key[name] != TOTAL:
        return []
    found = [
        by_key.get((total.unit, total.year, tuple(v if n != name else code for n, v in sorted(total.key.items()))))
        for code in SPLITS[name]
    ]
    return [] if None in found else found


def _fits(total: Record, parts: list[Record]) -> bool:
    values = [part.value for part in parts]
    # A hair is added because 5.2 - 5.15 is not quite 0.05 in binary.
    return min(values) - TOLERANCE - 1e-9 <= total.value <= max(values) + TOLERANCE + 1e-9
