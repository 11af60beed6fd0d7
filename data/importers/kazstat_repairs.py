"""Repairs of the platform's rows: applied by file, line and raw line, refused where the row reads otherwise.

A repair is known for one release. In any other release it is applied where a row says exactly the same, provided that
in the release it is known for every row saying this takes the same repair: two equal rows of which only one is wrong
cannot be told apart elsewhere, and are left to the checks. A repair held with low confidence would be a guess: the row
is set aside. So is a row for which no sound value is known.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from data.importers.kazstat_rows import Record
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn
from data.readers.text_table import read_text_table
from data.tidy import Repaired

DROP = ("(row)", "drop")


@dataclass(frozen=True, slots=True)
class Repair:
    """One field of one row: what stands there, what should, and why."""

    release: date
    file: str
    line: int
    field: str
    as_published: str
    repaired: str
    confidence: str
    evidence: str
    raw_line: str


def read_repairs(path: Path) -> list[Repair]:
    """The repair file, one repair per field."""
    names = tuple(field.name for field in fields(Repair))
    return [
        Repair(**row.fields | {"release": date.fromisoformat(row["release"]), "line": int(row["line"])})
        for row in read_text_table(path, Layout(names), may_be_empty=True).rows
    ]


def repair_records(source_id: str, records: list[Record], repairs: Iterable[Repair]) -> list[Repaired]:
    """Repair the records in place; returns what was done and what was refused."""
    at_line: dict[tuple[date, str, int], list[Repair]] = defaultdict(list)
    for repair in repairs:
        at_line[repair.release, repair.file, repair.line].append(repair)
    by_line = {(r.release, r.file, r.line): r for r in records}
    same_content = _repairs_by_content(at_line, records)
    held = {(r.release, r.file) for r in records}
    done: list[Repaired] = []
    for place, wanted in at_line.items():
        record = by_line.get(place)
        if record is not None and record.raw == wanted[0].raw_line:
            done += _apply(source_id, record, wanted)
        elif place[:2] in held:
            done += [_entry(source_id, place[0], place[2], repair, "refused", repair.raw_line) for repair in wanted]
    known = {repair.release for repair in repairs}
    for record in records:
        if record.release not in known and (wanted := same_content.get((record.file, record.content))):
            done += _apply(source_id, record, wanted)
    return done


def _repairs_by_content(
    at_line: dict[tuple[date, str, int], list[Repair]], records: list[Record]
) -> dict[tuple[str, tuple[tuple[str, str], ...]], list[Repair]]:
    """Repairs that fit every row of their file that says the same, by file and content."""
    files = {(release, file) for release, file, _ in at_line}
    candidates: dict[tuple[str, tuple[tuple[str, str], ...]], list[list[Repair]]] = defaultdict(list)
    for record in records:
        if (record.release, record.file) in files:
            found = at_line.get((record.release, record.file, record.line), [])
            matches = bool(found) and found[0].raw_line == record.raw
            candidates[record.file, record.content].append(found if matches else [])
    return {
        place: options[0]
        for place, options in candidates.items()
        if options[0] and len({tuple((r.field, r.repaired) for r in option) for option in options}) == 1
    }


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
