"""Bring the publishers' files into the project's figures: `python -m data.importers FOLDER`.

FOLDER (or the http address of a zip archive of it) holds what the publishers publish, as they lay it out:
`kazstat/vintages/<date>/`, `bns/`, `facts/`, `international/`; a publisher that is not there is left as it is.
Everything is read and checked before anything is written: a refused file leaves the figures as they were.
Releases are only ever added: one that is not in FOLDER stays, one that is there again is written anew. Equal files
give equal bytes.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from data.importers.publisher_folder import publisher_folder
from data.readers.refusal import InputRefusedError
from data.tidy import FIGURES, Imported, write_import

# Folder of the publisher's files, module that reads them.
PUBLISHERS = {
    "kazstat": "national_sdg",
    "bns": "bns",
    "facts": "facts",
    "international": "international",
}


def read_folder(folder: Path) -> Iterator[Imported]:
    """What every publisher in the folder said; refuses a folder that holds none of them."""
    present = [name for name in PUBLISHERS if (folder / name).is_dir()]
    if not present:
        raise InputRefusedError(f"{folder}: holds none of {', '.join(f'{name}/' for name in PUBLISHERS)}")
    for name in present:
        yield from importlib.import_module(f"data.importers.{PUBLISHERS[name]}").import_folder(folder)


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
    parser.add_argument("folder", help="folder with the publishers' files, or the address of a zip archive of it")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="where to write (default: data/figures)")
    options = parser.parse_args(arguments)
    try:
        with publisher_folder(options.folder) as folder:
            everything = list(read_folder(folder))
        for imported in everything:
            write_import(imported, options.figures)
    except InputRefusedError as error:
        print(f"nothing imported: {error}", file=sys.stderr)
        return 1
    for imported in everything:
        print(describe(imported))
    return 0


if __name__ == "__main__":
    sys.exit(main())
