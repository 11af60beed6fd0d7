"""What is handed in as a folder, file by file: read by an importer, passed over for a reason, or named as unread.

An importer's module answers `asked(folder, catalogue)`: one `Asked` per source, with the files it reads. Whatever else
lies in the folder must be named in `catalogue/passed_over.csv` with the reason, or the person who hands it in is told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

from data.readers.headings import Layout
from data.readers.text_table import read_text_table
from data.tidy import Imported


@dataclass(frozen=True, slots=True)
class Asked:
    """One source of a publisher: the files that make it up and how they are read."""

    source_id: str
    files: tuple[Path, ...]
    read: Callable[[], Imported]


def unread_files(folder: Path, asked: Iterable[Asked], passed_over: Iterable[str]) -> list[str]:
    """Files of the folder that nobody asked for, relative to it; a folder without any read file is named once."""
    read = {path for source in asked for path in source.files}
    patterns = tuple(passed_over)
    unread = []
    for top, group in groupby(_files(folder), key=lambda path: path.relative_to(folder).parts[0]):
        paths = list(group)
        names = [str(path.relative_to(folder)) for path in paths if path not in read]
        left = [name for name in names if not any(fnmatch(name, pattern) for pattern in patterns)]
        nothing_is_known = len(left) == len(paths) > 1
        unread += [f"{top}/ ({len(left)} files)"] if nothing_is_known else left
    return unread


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def read_passed_over(path: Path) -> list[str]:
    """Patterns of file names that are known and not read."""
    return [row["pattern"] for row in read_text_table(path, Layout(("pattern", "reason"))).rows]
