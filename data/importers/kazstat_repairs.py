"""Repairs of the platform's rows: each carries its own evidence, so that one release needs no other to be repaired.

A repair is known for one release, by file, line and raw line; where that row reads otherwise the repair is refused. It
says what the row holds (`raw_line` under `headings`), and in any other release it is applied to every row of the file
that holds the same. Where the file had equal rows of which not all take this repair, `nth` and `of` say which one is
meant; elsewhere it is then applied only where just as many rows are equal. A repair held with low confidence would be a
guess: the row is set aside. So is a row for which no sound value is known.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from data.importers.kazstat_rows import Record, content_of
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn
from data.readers.text_table import Row, TextTable, read_text_table
from data.tidy import Repaired

DROP = ("(row)", "drop")
Place = tuple[date, str, int]
Content = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """One field of one row: what stands there, what should, and why.

    `headings` are the columns above `raw_line` in its file; without them only a row of the very same text is the same.
    `nth` of `of` equal rows is meant, every one where they are None.
    """

    release: date
    file: str
    line: int
    field: str
    as_published: str
    repaired: str
    confidence: str
    evidence: str
    raw_line: str
    headings: str = ""
    nth: int | None = None
    of: int | None = None

    @property
    def content(self) -> Content | None:
        """What the row says, whatever its line, its spacing or the order of its columns."""
        if not self.headings:
            return None
        values = [value.strip() for value in next(csv.reader([self.raw_line]))]
        return content_of(dict(zip(self.headings.split(","), values, strict=False)))


NAMES = tuple(column.name for column in fields(Repair))
LAYOUT = Layout(NAMES[:9], optional=NAMES[9:])


def read_repairs(path: Path) -> list[Repair]:
    """The repair file, one repair per field."""
    table = read_text_table(path, LAYOUT, may_be_empty=True)
    return [_repair(table, row) for row in table.rows]


def _repair(table: TextTable, row: Row) -> Repair:
    try:
        numbers = {name: int(row.fields[name]) for name in ("line", "nth", "of") if row.fields.get(name)}
        return Repair(**row.fields | {"nth": None, "of": None, "release": date.fromisoformat(row["release"])} | numbers)
    except ValueError as error:
        advice = "write the release as YYYY-MM-DD, and line, nth and of as whole numbers"
        raise table.refusal(row, "release", f"line {row.fields['line']!r}: {error}", advice) from error


def repair_records(source_id: str, records: list[Record], repairs: Iterable[Repair]) -> list[Repaired]:
    """Repair the records in place; returns what was done and what was refused."""
    wanted: dict[Place, list[Repair]] = defaultdict(list)
    for repair in repairs:
        wanted[repair.release, repair.file, repair.line].append(repair)
    files: dict[tuple[date, str], list[Record]] = defaultdict(list)
    for record in records:
        files[record.release, record.file].append(record)
    done: list[Repaired] = []
    for (release, file), rows in files.items():
        of_file = [group for (_, name, _), group in wanted.items() if name == file]
        at_home = [group for group in of_file if group[0].release == release]
        done += _repair_at_home(source_id, rows, at_home)
        done += _repair_elsewhere(source_id, rows, [group for group in of_file if group[0].release != release])
    return done


def _repair_at_home(source_id: str, rows: list[Record], groups: Iterable[list[Repair]]) -> Iterator[Repaired]:
    """Repairs of the release they are known for: by line, refused where the row reads otherwise."""
    by_line = {record.line: record for record in rows}
    for group in groups:
        record = by_line.get(group[0].line)
        if record is not None and record.raw.strip() == group[0].raw_line:
            yield from _apply(source_id, record, group)
        else:
            release = group[0].release
            for repair in group:
                yield _entry(source_id, release, repair.line, repair, "refused", repair.raw_line)


def _repair_elsewhere(source_id: str, rows: list[Record], groups: Iterable[list[Repair]]) -> Iterator[Repaired]:
    """Repairs known for another release: by what the row says."""
    by_content: dict[Content | str, list[Record]] = defaultdict(list)
    for record in rows:
        by_content[record.content].append(record)
        by_content[record.raw.strip()].append(record)
    chosen: dict[int, tuple[Record, list[Repair]]] = {}
    for group in groups:
        equal = by_content.get(group[0].content or group[0].raw_line, [])
        for record in _meant(equal, group[0]):
            chosen.setdefault(record.line, (record, group))
    for record, group in chosen.values():
        if record.fate == "stored" and not record.evidence:
            yield from _apply(source_id, record, group)


def _meant(equal: list[Record], repair: Repair) -> list[Record]:
    """Of the rows that say the same, those that the repair is for."""
    if repair.nth is None:
        return equal
    return [equal[repair.nth - 1]] if len(equal) == repair.of else []


def _apply(source_id: str, record: Record, wanted: list[Repair]) -> list[Repaired]:
    outcome = _outcome(wanted)
    evidence = "; ".join(dict.fromkeys(repair.evidence for repair in wanted))
    if outcome == "dropped":
        record.fate, record.detail = "dropped", evidence
    elif outcome == "withheld":
        record.set_aside("known_error", evidence)
    else:
        record.published_value = _number(record.cells.get("Value", ""))
        for repair in wanted:
            record.cells[repair.field] = repair.repaired
        if record.published_value is None:
            # The number stood in another column of the row: what was published is the number itself.
            record.published_value = _number(record.cells["Value"])
        record.malformed = None
        changes = ", ".join(f"{r.field} {r.as_published or '(blank)'} → {r.repaired or '(blank)'}" for r in wanted)
        record.evidence.append(f"{changes}: {evidence}")
    return [_entry(source_id, record.release, record.line, repair, outcome, record.raw) for repair in wanted]


def _outcome(wanted: list[Repair]) -> str:
    if any((repair.field, repair.repaired) == DROP for repair in wanted):
        return "dropped"
    unsound = any(r.confidence == "low" or (r.field == "Value" and not r.repaired) for r in wanted)
    return "withheld" if unsound else "applied"


def _number(text: str) -> float | None:
    return NumberColumn((text,)).read(text).value


def _entry(source_id: str, release: date, line: int, repair: Repair, outcome: str, raw_line: str) -> Repaired:
    return Repaired(
        source_id=source_id,
        release=release,
        file=repair.file,
        line=line,
        field=repair.field,
        as_published=repair.as_published,
        repaired=repair.repaired,
        confidence=repair.confidence,
        evidence=repair.evidence,
        raw_line=raw_line,
        outcome=outcome,
    )
