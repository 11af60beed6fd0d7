"""Totals against their parts, and which side loses where they disagree.

A total disagrees with its two parts (women and men, town and village)

* where it lies outside them by more than 0.05, as in the bracket test of the methods;
* where it implies a share of one part that the people of the area cannot have: the interval that rounding allows lies
  wholly farther than 15 points from that share of the population. Parts that differ by less than 0.5 imply nothing,
  and neither does a measure whose base is not the population: there this test fails in every fourth case or more, of
  at least ten;
* where a city without villages has a town value other than its total.

Where the split of a year fails for at least half of the areas, it is settled for all of them together (a block), else
area by area. The side that other evidence contradicts is set aside, whichever it is (`kazstat_evidence`: for a block
the regions of the year first, then the years beside it); then the parts of a total that its other split confirms. What
stays of a disagreement is marked as disputed, but a total that its other split confirms. Where nothing decides, both
sides stay and are disputed.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from data.importers.kazstat_evidence import Evidence, block_of
from data.importers.kazstat_rows import Record, group_stored, key_of
from data.importers.population import Population
from data.tidy import TOTAL

TOLERANCE, LEAST_DIFFERENCE, MOST_POINTS = 0.05, 0.5, 0.15
# Averages of a year are rounded to persons: a city without villages may miss one.
ALL_TOWN = 0.9999
# From this part of all its tests on, the implied share tells of the measure, not of a slip.
USUAL = 0.25
# Units whose total is an average of its parts and so must lie between them; counts do not.
AVERAGES = frozenset({"PT", "TNG_PER_HOUR", "SQ_METER"})
SPLITS = {"sex": ("F", "M"), "urbanisation": ("U", "R")}
# A split is judged as a whole only where enough areas have it.
LEAST_AREAS = 10
REASON = "total_outside_parts"
# Whether a split of a total fits, by its name and the total's key.
Confirmed = Mapping[tuple[str, Hashable], bool]


@dataclass(slots=True)
class Split:
    """A total and its parts along one dimension; a city without villages has one part."""

    name: str
    total: Record
    parts: tuple[Record, ...]
    outside: bool
    implausible: bool

    @property
    def fits(self) -> bool:
        """Whether total and parts agree."""
        return not (self.outside or self.implausible)

    @property
    def detail(self) -> str:
        """The numbers that disagree, with their lines."""
        parts = ", ".join(f"{part.value:g} (line {part.line})" for part in self.parts)
        return f"total {self.total.value:g} (line {self.total.line}), parts {parts}"

    @property
    def block(self) -> Hashable:
        """The split of every area in this year."""
        return self.name, block_of(self.total)


def check_totals(records: list[Record], population: Population) -> None:
    """Set aside the side that is contradicted where a total and its parts disagree, and mark what stays."""
    averages = [record for rows in group_stored(records, key_of).values() for record in rows if record.unit in AVERAGES]
    splits = list(_splits(averages, population))
    _drop_usual(splits)
    evidence = Evidence(averages, population)
    confirmed = {(split.name, key_of(split.total)): split.fits for split in splits}
    blocks: dict[Hashable, list[Split]] = defaultdict(list)
    for split in splits:
        blocks[split.block].append(split)
    for of_block in blocks.values():
        failing = [split for split in of_block if not split.fits]
        if len(of_block) >= LEAST_AREAS and 2 * len(failing) >= len(of_block):
            _settle_block(of_block, failing, evidence, confirmed)
        else:
            for split in failing:
                _settle([split], _contradicted(split, evidence.years_contradict), confirmed)


def _splits(records: Iterable[Record], population: Population) -> Iterator[Split]:
    by_key = {key_of(record): record for record in records}
    for total in by_key.values():
        for name, codes in SPLITS.items():
            if total.key[name] == TOTAL:
                parts = tuple(part for code in codes if (part := by_key.get(_part_key(total, name, code))))
                if len(parts) == len(codes) or (parts and _is_all_town(total, parts, population)):
                    yield Split(
                        name, total, parts, _outside(total, parts), _implausible(name, total, parts, population)
                    )


def _part_key(total: Record, name: str, code: str) -> Hashable:
    dimensions = tuple(code if dimension == name else value for dimension, value in sorted(total.key.items()))
    return total.unit, total.year, tuple(dimensions)


def _is_all_town(total: Record, parts: tuple[Record, ...], population: Population) -> bool:
    share = population.share(total.key["ref_area"], total.year, "U")
    return parts[0].key["urbanisation"] == "U" and share is not None and share > ALL_TOWN


def _outside(total: Record, parts: tuple[Record, ...]) -> bool:
    values = [part.value for part in parts]
    # A hair is added because 5.2 - 5.15 is not quite 0.05 in binary.
    return not min(values) - TOLERANCE - 1e-9 <= total.value <= max(values) + TOLERANCE + 1e-9


def _implausible(name: str, total: Record, parts: tuple[Record, ...], population: Population) -> bool:
    """Whether the total implies a share of its first part that the area's people cannot have."""
    if len(parts) < 2 or abs(parts[0].value - parts[1].value) < LEAST_DIFFERENCE:
        return False
    share = population.share(total.key["ref_area"], total.year, SPLITS[name][0])
    if share is None:
        return False
    first, second = (part.value for part in parts)
    implied = [
        (total.value + slip - (second + low)) / ((first + high) - (second + low))
        for slip, high, low in product((-TOLERANCE, TOLERANCE), repeat=3)
    ]
    return min(implied) > share + MOST_POINTS or max(implied) < share - MOST_POINTS


def _drop_usual(splits: list[Split]) -> None:
    """Forget what the implied share says of measures whose base is not the population, or that are too few to tell."""
    measures: dict[Hashable, list[Split]] = defaultdict(list)
    for split in splits:
        measures[split.name, key_of(split.total, without=("ref_area",), year=False)].append(split)
    for of_measure in measures.values():
        n_odd = sum(split.implausible for split in of_measure)
        if len(of_measure) < LEAST_AREAS or n_odd >= USUAL * len(of_measure):
            for split in of_measure:
                split.implausible = False


def _other_fits(split: Split, confirmed: Confirmed) -> bool:
    """Whether the total agrees with its other split."""
    return any(confirmed.get((other, key_of(split.total))) for other in SPLITS if other != split.name)


def _settle_block(
    splits: list[Split],
    failing: list[Split],
    evidence: Evidence,
    confirmed: Confirmed,
) -> None:
    """Settle one split for every area of a year: what holds for the country and its regions holds for each."""
    country = next((split for split in splits if split.total.key["ref_area"] == "KZ"), failing[0])
    gone = _contradicted(country, evidence.regions_contradict) or _contradicted(country, evidence.years_contradict)
    _settle(splits if gone else failing, gone, confirmed)
    # An area without the other part has no split, but its rows are of the same block.
    for part in country.parts:
        if _code(part, country.name) in gone:
            for record in evidence.blocks[block_of(part)].values():
                record.set_aside(REASON, f"with the whole block: {country.detail}")


def _contradicted(split: Split, contradicts: Callable[[Record], bool]) -> set[str]:
    """Codes of the sides that evidence contradicts; nothing where it is against the total and a part alike."""
    odd = {_code(record, split.name) for record in (split.total, *split.parts) if contradicts(record)}
    return odd if odd == {TOTAL} or TOTAL not in odd else set()


def _settle(splits: list[Split], gone: set[str], confirmed: Confirmed) -> None:
    """Set aside the sides that are gone, or the parts of a confirmed total; dispute what stays of a disagreement."""
    for split in splits:
        total_is_confirmed = _other_fits(split, confirmed)
        losing = gone or ({_code(part, split.name) for part in split.parts} if total_is_confirmed else set())
        for record in (split.total, *split.parts):
            if _code(record, split.name) in losing:
                record.set_aside(REASON, split.detail)
            elif not (record is split.total and total_is_confirmed):
                record.dispute(REASON, split.detail)


def _code(record: Record, name: str) -> str:
    return record.key[name]
