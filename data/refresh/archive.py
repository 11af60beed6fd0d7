"""A publisher's files out of a zip archive: those asked for, under their own names."""

import zipfile
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from data.readers.refusal import InputRefusedError
from data.refresh.answers import MEND

MOST_UNPACKED = 300_000_000


def members(archive: Path, pattern: str, address: str) -> tuple[date, dict[str, bytes]]:
    """The newest day on which a file was changed, and the content of every file whose path fits the pattern."""
    try:
        with zipfile.ZipFile(archive) as content:
            entries = [e for e in content.infolist() if not e.is_dir() and fnmatchcase(e.filename, pattern)]
            if not entries:
                raise InputRefusedError(f"{address}: holds no {pattern}; {MEND}")
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise InputRefusedError(f"{address}: unpacks to more than {MOST_UNPACKED / 1e6:.0f} MB; {MEND}")
            named = dict(_read(content, entries, address))
            return date(*max(entry.date_time for entry in entries)[:3]), named
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputRefusedError(f"{address}: no archive that can be read, or it is cut ({error}); {MEND}") from error


def _read(content: zipfile.ZipFile, entries: list[zipfile.ZipInfo], address: str) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for entry in entries:
        name = PurePosixPath(entry.filename).name
        if name in seen:
            raise InputRefusedError(f"{address}: {name} stands in it twice; {MEND}")
        seen.add(name)
        yield name, content.read(entry)
