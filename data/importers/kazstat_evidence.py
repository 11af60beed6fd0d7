"""What other figures say of a value that does not fit: the regions of its year, and the years beside it.

Regions: averaged by the people who live there, they give the country. The gap is judged against the gaps of the same
line in its other years, since the weights are all people and the measure may be of the young or the employed.
Neighbours in time: a value is odd when every step to the years beside it is far larger than the steps the line takes.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise
from statistics import median

from data.importers.kazstat_rows import Record, key_of
from data.importers.population import COUNTRY, Population
from data.tidy import TOTAL

# Fewer years are no history, fewer regions no average.
LEAST_YEARS, LEAST_REGIONS = 5, 10
# How many times the largest gap of any other year, and the usual step of the line, a value may differ.
LARGEST_GAP, LARGEST_STEP = 1.5, 3.0
# Published to one decimal, two averages may differ by this without a reason.
ROUNDING = 0.1


def block_of(record: Record) -> Hashable:
    """A measure for one group in one year, in every area."""
    return key_of(record, without=("ref_area",))


class Evidence:
    """The records of one file of one release, to be asked about any of them."""

    def __init__(self, records: Iterable[Record], population: Population) -> None:
        self._population = population
        self.blocks: dict[Hashable, dict[str, Record]] = defaultdict(dict)
        self._lines: dict[Hashable, dict[int, float]] = defaultdict(dict)
        self._years: dict[Hashable, dict[int, Hashable]] = defaultdict(dict)
        for record in records:
            self.blocks[block_of(record)][record.key["ref_area"]] = record
            self._lines[_line(record)][record.year] = record.value
            self._years[_measure(record)][record.year] = block_of(record)
        self._gaps = {block: self._gap(areas) for block, areas in self.blocks.items()}

    def regions_contradict(self, record: Record) -> bool:
        """Whether the regions of the year give a country other than published, by more than in any other year."""
        gap = self._gaps[block_of(record)]
        others = [
            abs(known)
            for year, block in self._years[_measure(record)].items()
            if year != record.year and (known := self._gaps[block]) is not None
        ]
        if gap is None or len(others) < LEAST_YEARS:
            return False
        return abs(gap) > max(LARGEST_GAP * max(others), ROUNDING)

    def years_contradict(self, record: Record) -> bool:
        """Whether the value lies apart from the years beside it."""
        values = self._lines[_line(record)]
        beside = [abs(record.value - values[year]) for year in (record.year - 1, record.year + 1) if year in values]
        years = sorted(set(values) - {record.year})
        steps = [abs(values[later] - values[earlier]) for earlier, later in pairwise(years) if later == earlier + 1]
        if not beside or len(steps) < LEAST_YEARS:
            return False
        return min(beside) > max(LARGEST_STEP * median(steps), ROUNDING)

    def _gap(self, areas: Mapping[str, Record]) -> float | None:
        """How far the country lies from the average of its regions."""
        country = areas.get(COUNTRY)
        regions = {area: record for area, record in areas.items() if area != COUNTRY}
        if country is None or len(regions) < LEAST_REGIONS:
            return None
        part = next((country.key[name] for name in ("sex", "urbanisation") if country.key[name] != TOTAL), TOTAL)
        weights = {area: self._population.weight(area, country.year, part, regions) for area in regions}
        total = sum(weights.values())
        if not total:
            return None
        return country.value - sum(weights[area] * record.value for area, record in regions.items()) / total


def _line(record: Record) -> Hashable:
    return key_of(record, year=False)


def _measure(record: Record) -> Hashable:
    return key_of(record, without=("ref_area",), year=False)
