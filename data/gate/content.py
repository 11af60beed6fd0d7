"""Two releases of one source side by side, file by file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq

from data.tidy import Figure, ImportCount, Imported, Quarantined, Repaired

DIMENSIONS = (
    "ref_area",
    "sex",
    "age",
    "urbanisation",
    "activity",
    "composite_breakdown",
    "education_lev",
    "income_wealth_quantile",
    "unit_measure",
)


class Line(NamedTuple):
    """One line of a chart: everything that names a value but its year."""

    indicator: str
    series_code: str
    ref_area: str
    sex: str
    age: str
    urbanisation: str
    activity: str
    composite_breakdown: str
    education_lev: str
    income_wealth_quantile: str
    unit_measure: str

    def __str__(self) -> str:
        return " ".join(part for part in self if part not in ("", "_T"))


Key = tuple[Line, int]


@dataclass(slots=True)
class FileContent:
    """What one file gave in one release."""

    figures: dict[Key, Figure] = field(default_factory=dict)
    quarantined: list[Quarantined] = field(default_factory=list)
    repairs: list[Repaired] = field(default_factory=list)
    rows_read: int = 0


@dataclass(frozen=True, slots=True)
class FilePair:
    """One file in the release before and now; None where it does not exist."""

    source_id: str
    beside: date
    release: date
    file: str
    before: FileContent | None
    now: FileContent | None


@dataclass(slots=True)
class ReleaseContent:
    """Everything one source said in one release, by file."""

    source_id: str
    release: date
    files: dict[str, FileContent] = field(default_factory=dict)

    def beside(self, before: "ReleaseContent") -> Iterator[FilePair]:
        """Each file of both releases; where each has only one file, that is the same one whatever its name."""
        mine, theirs = dict(self.files), dict(before.files)
        if len(mine) == len(theirs) == 1:
            theirs = dict(zip(mine, theirs.values(), strict=True))
        for file in sorted({*mine, *theirs}):
            yield FilePair(self.source_id, before.release, self.release, file, theirs.get(file), mine.get(file))


def key_of(figure: Figure) -> Key:
    """What names a value within its source and release."""
    dimensions = (getattr(figure, name) for name in DIMENSIONS)
    return Line(figure.indicator, figure.series_code, *dimensions), figure.time_period


def releases_of(imported: Imported) -> dict[date, ReleaseContent]:
    """The releases of an import, oldest first."""
    contents = {
        release: ReleaseContent(imported.source_id, release) for release in sorted({c.release for c in imported.counts})
    }
    _fill(contents, imported.counts, imported.figures, imported.quarantined, imported.repairs)
    return contents


def held_releases(source_id: str, figures: Path) -> dict[date, ReleaseContent]:
    """The releases of a source that the figures hold, oldest first; none where it is new."""
    counts = _rows(figures / "import_count" / f"{source_id}.parquet", ImportCount)
    contents = {release: ReleaseContent(source_id, release) for release in sorted({c.release for c in counts})}
    _fill(
        contents,
        counts,
        _rows(figures / f"{source_id}.parquet", Figure),
        _rows(figures / "quarantine" / f"{source_id}.parquet", Quarantined),
        _rows(figures / "repair" / f"{source_id}.parquet", Repaired),
    )
    return contents


def equal(one: ReleaseContent, other: ReleaseContent) -> bool:
    """Whether two contents of one release hold the same rows."""
    return one.files.keys() == other.files.keys() and all(
        _bare(content) == _bare(other.files[file]) for file, content in one.files.items()
    )


def same_values(one: ReleaseContent, other: ReleaseContent) -> bool:
    """Whether two releases say the same of everything, whatever their days and files are called."""
    return _said(one) == _said(other)


def _said(content: ReleaseContent) -> dict[Key, tuple[float, str]]:
    every = (file.figures.items() for file in content.files.values())
    return {key: (figure.obs_value, figure.obs_status) for figures in every for key, figure in figures}


def _bare(content: FileContent) -> tuple[Any, ...]:
    """The rows of a file in no order."""
    return content.figures, Counter(content.quarantined), Counter(content.repairs), content.rows_read


def _fill(
    contents: dict[date, ReleaseContent],
    counts: Iterable[ImportCount],
    figures: Iterable[Figure],
    quarantined: Iterable[Quarantined],
    repairs: Iterable[Repaired],
) -> None:
    for count in counts:
        contents[count.release].files[count.file] = FileContent(rows_read=count.read)
    for figure in figures:
        contents[figure.release].files[figure.file].figures[key_of(figure)] = figure
    for row in quarantined:
        contents[row.release].files[row.file].quarantined.append(row)
    for repair in repairs:
        contents[repair.release].files[repair.file].repairs.append(repair)


def _rows(path: Path, row_type: type) -> list[Any]:
    return [row_type(**row) for row in pq.read_table(path).to_pylist()] if path.exists() else []
