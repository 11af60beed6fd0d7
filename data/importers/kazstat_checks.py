"""Checks of a file's rows against one another; a row that fails is set aside with the reason, never corrected.

Which row goes when two disagree:

* Two values under one key: both, since nothing says which is right.
* A region outside its years: South Kazakhstan beside the regions it became, or after 2018; a new region before its
  time, unless the publisher restated the whole year in the new borders (its predecessor, or for the regions of 2022
  none of its siblings, is missing from that file and year).
* A block of ages equal to that of another area: both areas, since either may be the copy; if the other is the country,
  only the region. A block for both sexes equal to the women's: the one for both sexes. A year in which every region
  repeats the year before: that year.
* A total outside the range of its parts (women and men, or town and village) by more than 0.05, as in the bracket test
  of the methods. If the total fits its other split, the disagreeing parts go. If the split fails for at least half of
  the areas of that file and year, it rests on another footing than the totals: its disagreeing parts go. Otherwise
  nothing says which side is right, and total and parts go.
* Age 15 alone: every row, the cells hold a handful of persons.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from data.importers.kazstat_rows import Record
from data.tidy import TOTAL

TOLERANCE = 0.05
# Units whose total is an average of its parts and so must lie between them; counts do not.
AVERAGES = frozenset({"PT", "TNG_PER_HOUR", "SQ_METER"})
SPLITS = {"sex": ("F", "M"), "urbanisation": ("U", "R")}
SINGLE_YEAR_OF_AGE = "Y15"
SHYMKENT = "KZ-79"
LEAST_BLOCK, LEAST_DISTINCT, LEAST_REGIONS = 5, 4, 10


@dataclass(frozen=True, slots=True)
class Border:
    """First and last full or partial year of an area, and the area it was taken from."""

    first_year: int | None
    last_year: int | None
    predecessor: str | None
    is_town: bool = False


def read_borders(path: Path) -> dict[str, Border]:
    """Years of existence by area, from the list of areas."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["ref_area"]: Border(
            int(row["valid_from"][:4]) if row["valid_from"] else None,
            int(row["valid_to"][:4]) if row["valid_to"] else None,
            row["predecessor"] or None,
            row["kind"] == "town",
        )
        for row in rows
    }


def check_records(records: list[Record], borders: dict[str, Border]) -> None:
    """Run every check over the records of one file in one release, in place."""
    check_single_age(records)
    check_borders(records, borders)
    check_copied_regions(records)
    check_copied_sexes(records)
    check_carried_forward(records)
    check_duplicates(records)
    check_totals(records)


def _group(
    records: Iterable[Record], name: Callable[[Record], Hashable]
) -> dict[Hashable, list[Record]]:
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        if record.fate == "stored":
            groups[name(record)].append(record)
    return groups


def _key(record: Record, *, without: tuple[str, ...] = (), year: bool = True) -> Hashable:
    return (
        record.unit,
        record.year if year else None,
        tuple(value for name, value in sorted(record.key.items()) if name not in without),
    )


def check_single_age(records: list[Record]) -> None:
    """Set aside rows for age 15 alone."""
    for record in records:
        if record.key.get("age") == SINGLE_YEAR_OF_AGE:
            record.set_aside("single_age", "age 15 alone: a handful of persons, mostly 0 or 100 per cent")


def check_borders(records: list[Record], borders: dict[str, Border]) -> None:
    """Set aside rows of a region that did not exist, or that stands beside what it became.

    In a file of towns Shymkent is a town like the others and has no beginning.
    """
    if any(borders[record.key["ref_area"]].is_town for record in records if record.fate == "stored"):
        records = [record for record in records if record.key.get("ref_area") != SHYMKENT]
    for group in _group(records, lambda r: r.year).values():
        present = {record.key["ref_area"] for record in group}
        for record in group:
            if detail := _border_fault(record, present, borders):
                record.set_aside("region_outside_years", detail)


def _border_fault(record: Record, present: set[str], borders: dict[str, Border]) -> str | None:
    area, year = record.key["ref_area"], record.year
    border = borders[area]
    if border.last_year and year >= border.last_year:
        heirs = {name for name, other in borders.items() if other.predecessor == area}
        if year > border.last_year:
            return f"{area} ended in {border.last_year}"
        return f"{area} stands beside {', '.join(sorted(heirs & present))}" if heirs & present else None
    if border.first_year and year < border.first_year:
        if borders[border.predecessor].last_year:
            return f"{area} before {border.first_year} beside {border.predecessor}" if border.predecessor in present else None
        siblings = {name for name, other in borders.items() if other.first_year == border.first_year}
        return None if siblings <= present else f"{area} before {border.first_year}, alone of the regions formed then"
    return None


def _vector(records: list[Record], name: str) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((record.key[name], record.value) for record in records))


def _is_telling(vector: tuple[tuple[str, float], ...], least: int) -> bool:
    """Whether a block is long and varied enough that equality with another cannot be chance."""
    return len(vector) >= least and len({value for _, value in vector}) >= LEAST_DISTINCT


def check_copied_regions(records: list[Record]) -> None:
    """Set aside blocks by age that stand under two areas."""
    by_age = [record for record in records if record.key.get("age", TOTAL) != TOTAL]
    for block in _group(by_age, lambda r: _key(r, without=("age", "ref_area"))).values():
        areas = _group(block, lambda r: r.key["ref_area"])
        same: dict[Hashable, list[str]] = defaultdict(list)
        for area, rows in areas.items():
            same[_vector(rows, "age")].append(area)
        for vector, names in same.items():
            if len(names) > 1 and _is_telling(vector, LEAST_BLOCK):
                for area in names:
                    if area != "KZ":
                        others = ", ".join(sorted(set(names) - {area}))
                        for record in areas[area]:
                            record.set_aside("copied_row", f"all ages of {area} equal those of {others}")


def check_copied_sexes(records: list[Record]) -> None:
    """Set aside blocks by age for both sexes that are the women's or the men's."""
    by_age = [record for record in records if record.key.get("age", TOTAL) != TOTAL]
    for block in _group(by_age, lambda r: _key(r, without=("age", "sex"))).values():
        sexes = _group(block, lambda r: r.key["sex"])
        both = _vector(sexes.get(TOTAL, []), "age")
        for sex in ("F", "M"):
            if _is_telling(both, LEAST_BLOCK) and both == _vector(sexes.get(sex, []), "age"):
                for record in sexes[TOTAL]:
                    record.set_aside("copied_row", f"all ages of both sexes equal those of sex {sex}")


def check_carried_forward(records: list[Record]) -> None:
    """Set aside a year in which every region repeats the year before."""
    regional = [record for record in records if record.key.get("ref_area") != "KZ"]
    for rows in _group(regional, lambda r: _key(r, without=("ref_area",), year=False)).values():
        years = _group(rows, lambda r: r.year)
        vectors = {year: _vector(of_year, "ref_area") for year, of_year in years.items()}
        for year, vector in vectors.items():
            if _is_telling(vector, LEAST_REGIONS) and set(vector) <= set(vectors.get(year - 1, ())):
                for record in years[year]:
                    record.set_aside("carried_forward", f"every region of {year} repeats {year - 1}")


def check_duplicates(records: list[Record]) -> None:
    """Keep one of equal rows under one key, the unrepaired if there is one; set aside rows that disagree."""
    for rows in _group(records, _key).values():
        if len(rows) == 1:
            continue
        if len({record.value for record in rows}) == 1:
            keep = min(rows, key=lambda r: (bool(r.evidence), r.line))
            for record in rows:
                if record is not keep:
                    record.fate = "duplicate"
        else:
            found = ", ".join(f"{record.value:g} (line {record.line})" for record in rows)
            for record in rows:
                record.set_aside("conflicting_duplicate", f"values under one key: {found}")


def check_totals(records: list[Record]) -> None:
    """Set aside what disagrees where a total lies outside the range of its parts."""
    averages = [record for record in records if record.unit in AVERAGES]
    by_key = {_key(record): record for rows in _group(averages, _key).values() for record in rows}
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
    return split, _key(total, without=("ref_area",))


def _broken_splits(by_key: dict[Hashable, Record], fits: dict[tuple[Hashable, str], bool]) -> set[Hashable]:
    """Splits that fail for at least half of the areas of one year; a few areas say nothing."""
    blocks: dict[Hashable, list[bool]] = defaultdict(list)
    for (key, name), fit in fits.items():
        blocks[_block(by_key[key], name)].append(fit)
    return {block for block, found in blocks.items() if len(found) >= LEAST_REGIONS and 2 * sum(found) <= len(found)}


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
