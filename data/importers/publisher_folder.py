"""The publishers' files as a folder, whether they lie in one or come as a zip archive from an address."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from data.importers.publishers import PUBLISHERS
from data.readers.refusal import InputRefusedError

LARGEST_ARCHIVE = 500_000_000
Fetch = Callable[[str, Path], None]


@contextmanager
def publisher_folder(place: str, fetch: Fetch) -> Iterator[Path]:
    """The folder itself, or a temporary one with what the archive at an http(s) address holds, got by `fetch`."""
    if not place.startswith(("http://", "https://")):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "archive.zip"
        fetch(place, archive)
        unpacked = Path(scratch) / "unpacked"
        _unpack(place, archive, unpacked)
        entries = list(unpacked.iterdir())
        # Archives of a repository hold everything in one folder named after the version.
        yield entries[0] if len(entries) == 1 and entries[0].is_dir() and _is_wrapper(entries[0]) else unpacked


def _is_wrapper(folder: Path) -> bool:
    return folder.name not in PUBLISHERS


def _unpack(address: str, archive: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as content:
            if sum(entry.file_size for entry in content.infolist()) > LARGEST_ARCHIVE:
                raise InputRefusedError(f"{address}: unpacks to more than 500 MB; give a smaller archive")
            content.extractall(target)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputRefusedError(f"{address}: not a zip archive; give the address of one") from error
