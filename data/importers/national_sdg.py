"""Kazakhstan's national SDG platform: every indicator file of every release held.

Expects `kazstat/vintages/<date>/indicator_*.csv`. Locate, read, repair, map codes, check, tidy rows: each step lives in
its own module beside this one. Source: github.com/kazstat/sdg-data-kazstat, reuse with reference to the Bureau.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.handed_in import Asked
from data.importers.kazstat_borders import read_borders
from data.importers.kazstat_checks import check_records
from data.importers.kazstat_codes import map_codes, read_code_lists
from data.importers.kazstat_labels import put_right, read_exchanges
from data.importers.kazstat_repairs import read_repairs, repair_records
from data.importers.kazstat_rows import Record, read_file
from data.importers.population import read_population
from data.readers.days import read_day
from data.readers.numbers import NumberColumn
from data.readers.refusal import InputRefusedError
from data.tidy import FIGURES, Disputed, Figure, ImportCount, Imported, Quarantined

SOURCE_ID = "kazstat_sdg"
LICENCE = "BNS-OPEN"
FOLDER = Path("kazstat") / "vintages"
FILES = "*/indicator_*.csv"
CATALOGUE = Path(__file__).parents[1] / "catalogue"


def locate(folder: Path) -> list[tuple[date, Path]]:
    """Indicator files of every release, oldest release first."""
    files = sorted((folder / FOLDER).glob(FILES))
    if not files:
        raise InputRefusedError.at(str(FOLDER), "no <date>/indicator_*.csv in it", "put the publisher's files there")
    return [(_release(path), path) for path in files]


def _release(path: Path) -> date:
    name = path.parent.name
    if day := read_day(name):
        return day
    problem, advice = "the folder's name is not a date", "name it after the day of the release, YYYY-MM-DD"
    raise InputRefusedError.at(f"{name}/{path.name}", problem, advice)


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """The one source of this publisher's platform; `folder` holds `kazstat/vintages`."""
    files = tuple((folder / FOLDER).glob(FILES))
    return [Asked(SOURCE_ID, files, partial(read_source, folder, catalogue))]


def read_source(folder: Path, catalogue: Path = CATALOGUE) -> Imported:
    """Everything the platform said in every release, with what was repaired and what was set aside."""
    lists = read_code_lists(catalogue)
    borders = read_borders(catalogue / "areas.csv")
    population = read_population(FIGURES, borders)
    files = _read_files(folder, lists.headings)
    records = [record for rows in files.values() for record in rows]
    imported = Imported(SOURCE_ID)
    imported.repairs = repair_records(SOURCE_ID, records, read_repairs(catalogue / "repairs.csv"))
    imported.repairs += put_right(SOURCE_ID, records, read_exchanges(catalogue / "exchanged_labels.csv"))
    for (release, file), rows in files.items():
        numbers = NumberColumn(record.cells.get("Value", "") for record in rows)
        for record in rows:
            map_codes(record, lists, numbers)
        check_records(rows, borders, population)
        imported.figures += [_figure(record) for record in rows if record.fate == "stored"]
        imported.quarantined += [_quarantined(record) for record in rows if record.fate == "quarantined"]
        imported.disputed += [dispute for record in rows if record.fate == "stored" for dispute in _disputed(record)]
        imported.counts.append(_count(release, file, rows))
    return imported


def _read_files(folder: Path, headings: dict[tuple[str, str], str]) -> dict[tuple[date, str], list[Record]]:
    """Records by release and file; refuses with every file that cannot be read, not only the first."""
    files: dict[tuple[date, str], list[Record]] = {}
    refusals = []
    for release, path in locate(folder):
        try:
            files[release, path.name] = read_file(path, release, headings)
        except InputRefusedError as refusal:
            refusals.append(f"{release}/{refusal}")
    if refusals:
        raise InputRefusedError("\n".join(refusals))
    return files


def _figure(record: Record) -> Figure:
    repaired = bool(record.evidence)
    return Figure(
        source_id=SOURCE_ID,
        indicator=record.indicator,
        **record.key,
        time_period=record.year,
        unit_measure=record.unit,
        obs_value=record.value,
        obs_status="S" if repaired else record.status,
        published_value=record.published_value if repaired else None,
        repair_evidence="; ".join(record.evidence) if repaired else None,
        release=record.release,
        file=record.file,
        line=record.line,
        licence=LICENCE,
    )


def _quarantined(record: Record) -> Quarantined:
    return Quarantined(
        source_id=SOURCE_ID,
        release=record.release,
        file=record.file,
        line=record.line,
        raw_line=record.raw,
        reason=record.reason,
        detail=record.detail,
        indicator=record.indicator,
        series_code=record.key.get("series_code", ""),
        **{name: record.key.get(name) for name in ("ref_area", "sex", "age", "urbanisation", "activity")},
        time_period=record.year,
        obs_value=record.value,
    )


def _disputed(record: Record) -> Iterator[Disputed]:
    for dispute_id, detail in record.doubts.items():
        place = {"release": record.release, "file": record.file, "line": record.line}
        yield Disputed(source_id=SOURCE_ID, **place, dispute_id=dispute_id, detail=detail)


def _count(release: date, file: str, rows: list[Record]) -> ImportCount:
    fates = Counter(record.fate for record in rows)
    return ImportCount(
        source_id=SOURCE_ID,
        release=release,
        file=file,
        read=len(rows),
        stored=fates["stored"],
        repaired=sum(record.fate == "stored" and bool(record.evidence) for record in rows),
        quarantined=fates["quarantined"],
        dropped=fates["dropped"],
        duplicate=fates["duplicate"],
    )
