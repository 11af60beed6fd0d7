"""Rebuild the project's figures from the publishers' files: `python -m data.importers FOLDER`.

FOLDER holds what the publishers publish, as they lay it out: `kazstat/vintages/<date>/`, `bns/`, `facts/`,
`international/`. Everything is read and checked before anything is written: a refused file leaves the figures as they
were. Equal files give equal bytes.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from data.tidy import FIGURES, Imported, ImportRefusedError, write_import

# Folder of the publisher's files, module that reads them.
PUBLISHERS = {
    "kazstat": "national_sdg",
    "bns": "bns",
    "facts": "facts",
    "international": "international",
}


def read_folder(folder: Path) -> Iterator[Imported]:
    """What every publisher said; refuses a folder in which a publisher is missing."""
    for name, module in PUBLISHERS.items():
        if not (folder / name).is_dir():
            raise ImportRefusedError(f"{name}/: no such folder in {folder}; put the publisher's files there")
        yield from importlib.import_module(f"data.importers.{module}").import_folder(folder)


def describe(imported: Imported) -> str:
    """One line per release: rows read and what became of them; then every refused repair."""
    releases = sorted({count.release for count in imported.counts})
    lines = []
    for release in releases:
        counts = [count for count in imported.counts if count.release == release]
        sums = {
            name: sum(getattr(count, name) for count in counts)
            for name in ("read", "stored", "repaired", "quarantined", "dropped", "duplicate")
        }
        lines.append(f"{imported.source_id} {release}: " + ", ".join(f"{n} {v}" for n, v in sums.items()))
    for repair in imported.repairs:
        if repair.outcome == "refused":
            lines.append(
                f"{repair.file}, line {repair.line}, column {repair.field}: the repair is refused, the row no longer "
                "reads as it did; compare it with data/catalogue/repairs.csv"
            )
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Import, then print the counts; a refused file is named on standard error and nothing is written."""
    parser = argparse.ArgumentParser(prog="python -m data.importers", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with the publishers' files")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="where to write (default: data/figures)")
    options = parser.parse_args(arguments)
    try:
        everything = list(read_folder(options.folder))
        for imported in everything:
            write_import(imported, options.figures)
    except ImportRefusedError as error:
        print(f"nothing imported: {error}", file=sys.stderr)
        return 1
    for imported in everything:
        print(describe(imported))
    return 0


if __name__ == "__main__":
    sys.exit(main())
