"""Blocks of rows that were copied from elsewhere: another region, one sex, the year before."""

from collections import defaultdict
from collections.abc import Hashable

from data.importers.kazstat_rows import Record, group_stored, key_of
from data.tidy import TOTAL

# A shorter or flatter block may equal another by chance.
LEAST_BLOCK, LEAST_DISTINCT, LEAST_REGIONS = 5, 4, 10


def _vector(records: list[Record], name: str) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((record.key[name], record.value) for record in records))


def _is_telling(vector: tuple[tuple[str, float], ...], least: int) -> bool:
    """Whether a block is long and varied enough that equality with another cannot be chance."""
    return len(vector) >= least and len({value for _, value in vector}) >= LEAST_DISTINCT


def check_copied_regions(records: list[Record]) -> None:
    """Set aside blocks by age that stand under two areas."""
    by_age = [record for record in records if record.key.get("age", TOTAL) != TOTAL]
    for block in group_stored(by_age, lambda r: key_of(r, without=("age", "ref_area"))).values():
        areas = group_stored(block, lambda r: r.key["ref_area"])
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
    for block in group_stored(by_age, lambda r: key_of(r, without=("age", "sex"))).values():
        sexes = group_stored(block, lambda r: r.key["sex"])
        both = _vector(sexes.get(TOTAL, []), "age")
        for sex in ("F", "M"):
            if _is_telling(both, LEAST_BLOCK) and both == _vector(sexes.get(sex, []), "age"):
                for record in sexes[TOTAL]:
                    record.set_aside("copied_row", f"all ages of both sexes equal those of sex {sex}")


def check_carried_forward(records: list[Record]) -> None:
    """Set aside a year in which every region repeats the year before."""
    regional = [record for record in records if record.key.get("ref_area") != "KZ"]
    for rows in group_stored(regional, lambda r: key_of(r, without=("ref_area",), year=False)).values():
        years = group_stored(rows, lambda r: r.year)
        vectors = {year: _vector(of_year, "ref_area") for year, of_year in years.items()}
        for year, vector in vectors.items():
            if _is_telling(vector, LEAST_REGIONS) and set(vector) <= set(vectors.get(year - 1, ())):
                for record in years[year]:
                    record.set_aside("carried_forward", f"every region of {year} repeats {year - 1}")
