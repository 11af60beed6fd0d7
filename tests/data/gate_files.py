"""Two releases of two small indicator files of our own, the second with whatever a test changes in it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from data.importers import __main__ as importers
from data.importers.national_sdg import CATALOGUE
from tests.data.damaged_files import NO_REPAIRS

BEFORE, NOW = "2025-01-15", "2026-01-15"
NEET, JOBLESS = "indicator_8-6-1.csv", "indicator_8-5-2.csv"
AREAS = {"": 0.0, "KZAKM": 1.5, "KZAKT": -2.0, "KZVOS": 3.5}
YEARS = range(2017, 2024)
HEADER = "Year,UNIT_MEASURE,REF_AREA,SEX,Value"

Rows = list[str]
Change = Callable[[Rows], Rows]


def rows_of(base: float) -> Rows:
    """A heading and a row per year, area and sex; every line of a chart falls by 0.3 and 0.2 in turn."""
    rows = [HEADER]
    for step, year in enumerate(YEARS):
        for area, offset in AREAS.items():
            for sex, more in (("", 0.0), ("F", 0.7), ("M", -0.6)):
                rows.append(f"{year},PT,{area},{sex},{base + offset + more - 0.25 * step - 0.05 * (step % 2):.2f}")
    return rows


@dataclass(slots=True)
class Publisher:
    """A folder with the publisher's releases, a catalogue of its own and the figures made of them."""

    folder: Path
    files: dict[str, Rows] = field(default_factory=lambda: {NEET: rows_of(9.0), JOBLESS: rows_of(7.0)})

    def __post_init__(self) -> None:
        catalogue = self.folder / "catalogue"
        shutil.copytree(CATALOGUE, catalogue)
        (catalogue / "repairs.csv").write_text(NO_REPAIRS)
        sources = (catalogue / "sources.yaml").read_text(encoding="utf-8")
        listed = sources.replace("releases: [2020-12-29,", "releases: [2020-12-29, 2025-01-15, 2026-01-15,", 1)
        (catalogue / "sources.yaml").write_text(listed, encoding="utf-8")

    def release(self, day: str, **changes: Change | None) -> None:
        """Publish the files on a day, each as a change makes it; a file that is changed to None is left out."""
        for name, rows in self.files.items():
            change = changes.get({NEET: "neet", JOBLESS: "jobless"}[name], lambda rows: rows)
            if change is not None:
                self.write(day, name, change(list(rows)))

    def write(self, day: str, name: str, rows: Rows) -> None:
        """Put one file into a release."""
        path = self.folder / "publishers" / "kazstat" / "vintages" / day / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")

    def withdraw(self, day: str) -> None:
        """Take a release out of the folder."""
        shutil.rmtree(self.folder / "publishers" / "kazstat" / "vintages" / day)

    def take_in(self, *words: str) -> int:
        """Import everything that lies in the folder; the exit code."""
        places = ["--figures", str(self.figures), "--catalogue", str(self.folder / "catalogue")]
        return importers.main([str(self.folder / "publishers"), *places, *words])

    @property
    def figures(self) -> Path:
        """Where the figures are written."""
        return self.folder / "figures"
