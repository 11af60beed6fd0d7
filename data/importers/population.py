"""How many people live where, in town and village, women and men: what a national average must weigh its parts by.

Table 6576 of the Bureau of National Statistics as the figures hold it: the average population of the year, restated by
the publisher in today's borders.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from data.importers.kazstat_borders import Border
from data.readers.refusal import InputRefusedError
from data.tidy import TOTAL

COUNTRY = "KZ"
TABLE = "bns_population.parquet"


@dataclass(frozen=True, slots=True)
class Population:
    """Persons by area, year and part (both sexes `_T`, F, M, town U, village R)."""

    persons: Mapping[tuple[str, int, str], float]
    borders: Mapping[str, Border]

    def share(self, area: str, year: int, part: str) -> float | None:
        """The part of an area's people in that group, 0 to 1; None where the table has no such year."""
        everybody = self._of(area, year, TOTAL)
        return self._of(area, year, part) / everybody if everybody else None

    def weight(self, area: str, year: int, part: str, present: Collection[str]) -> float:
        """People of a group in an area as a table with these areas draws it: with the regions split off later."""
        if self.borders[area].last_year is not None:
            return self._of(area, year, part)
        missing = [name for name in self._heirs(area) if name not in present]
        return self._of(area, year, part) + sum(self._of(name, year, part) for name in missing)

    def _of(self, area: str, year: int, part: str) -> float:
        """People of a group; those of a region that is no more are those of the regions it became."""
        found = self.persons.get((area, year, part))
        if found is not None or self.borders[area].last_year is None:
            return found or 0.0
        return sum(self.persons.get((heir, year, part), 0.0) for heir in self._heirs(area))

    def _heirs(self, area: str) -> list[str]:
        return [name for name, border in self.borders.items() if border.predecessor == area]


def read_population(figures: Path, borders: Mapping[str, Border]) -> Population:
    """The newest release of the table that the figures hold; refuses figures without it."""
    path = figures / TABLE
    if not path.exists():
        raise InputRefusedError.at(TABLE, "is not held", "import table 6576 first: totals are weighed by it")
    rows = pq.read_table(path).to_pylist()
    newest = max(row["release"] for row in rows)
    persons = {
        (row["ref_area"], row["time_period"], _part(row)): row["obs_value"] for row in rows if row["release"] == newest
    }
    return Population(persons, borders)


def _part(row: Mapping[str, Any]) -> str:
    return next((row[name] for name in ("sex", "urbanisation") if row[name] != TOTAL), TOTAL)
