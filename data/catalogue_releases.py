"""The releases that the catalogue lists: which are new to it, and how one is added without touching anything else."""

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from data.catalogue_files import CatalogueError, read_yaml
from data.tidy import Imported

SOURCES = "sources.yaml"


def unlisted_releases(imports: Iterable[Imported], catalogue: Path) -> dict[str, list[date]]:
    """Releases by source that an import brings and `sources.yaml` does not list."""
    listed = {source["source_id"]: source["releases"] for source in read_yaml(catalogue / SOURCES)}
    brought = {imported.source_id: {count.release for count in imported.counts} for imported in imports}
    unlisted = {source: sorted(days - set(listed.get(source, ()))) for source, days in brought.items()}
    return {source: days for source, days in unlisted.items() if days}


def told(unlisted: dict[str, list[date]]) -> list[str]:
    """Where a person adds them: file, entry and key."""
    return [
        f"data/catalogue/{SOURCES}: {source}: releases: {day} is not listed; add it there or import with --add-release"
        for source, days in unlisted.items()
        for day in days
    ]


def add_releases(unlisted: dict[str, list[date]], catalogue: Path) -> None:
    """List the releases; a source captured once thereby has a history. Every other line stays as it is."""
    path = catalogue / SOURCES
    text = path.read_text(encoding="utf-8")
    for source, days in unlisted.items():
        text = _with_days(text, source, days)
    _write(path, text)


def set_published(source: str, catalogue: Path) -> None:
    """Let a source whose releases bore the day of copying have those of its publisher from now on; the days that are
    listed stay what they were. Called before the first such release is added."""
    path = catalogue / SOURCES
    text = path.read_text(encoding="utf-8")
    entry = _entry(text, source)
    days = re.search(r"^  releases: (\[.*\])$", entry, re.MULTILINE)
    if days and re.search(r"^  release_kind: retrieved$", entry, re.MULTILINE):
        kinds = f"  release_kind: published\n  retrieved: {days[1]}"
        _write(path, text.replace(entry, entry.replace("  release_kind: retrieved", kinds)))


def set_next_release(source: str, day: date | None, catalogue: Path) -> None:
    """Write down on which day the publisher says the next release of a source is due; None where it says nothing."""
    path = catalogue / SOURCES
    text = path.read_text(encoding="utf-8")
    entry = _entry(text, source)
    changed = re.sub(r"^  next_release: .*$", f"  next_release: {day or 'null'}", entry, count=1, flags=re.MULTILINE)
    if changed != entry:
        _write(path, text.replace(entry, changed))


def _entry(text: str, source: str) -> str:
    found = re.search(rf"^- source_id: {re.escape(source)}\n(?:(?!- ).*\n?)*", text, re.MULTILINE)
    if not found:
        raise CatalogueError(f"{SOURCES}: {source}: no such entry; describe the source first")
    return found[0]


def _write(path: Path, text: str) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    os.replace(partial, path)


def _with_days(text: str, source: str, days: list[date]) -> str:
    entry = _entry(text, source)
    listed = re.search(r"^  releases: \[(.*)\]$", entry, re.MULTILINE)
    if not listed:
        raise CatalogueError(f"{SOURCES}: {source}: releases: no such key; write it as one line, [YYYY-MM-DD, ...]")
    held = {date.fromisoformat(day.strip()) for day in listed[1].split(",") if day.strip()}
    every = ", ".join(str(day) for day in sorted(held | set(days)))
    changed = entry.replace(listed[0], f"  releases: [{every}]")
    if len(held | set(days)) > 1:
        changed = re.sub(r"^  capture: single$", "  capture: releases", changed, flags=re.MULTILINE)
    return text.replace(entry, changed)
