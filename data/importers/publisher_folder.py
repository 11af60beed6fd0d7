"""The publishers' files as a folder, whether they lie in one or come as a zip archive from an address."""

import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.readers.refusal import InputRefusedError

TIMEOUT_SECONDS = 60
LARGEST_ARCHIVE = 500_000_000


@contextmanager
def publisher_folder(place: str) -> Iterator[Path]:
    """The folder itself, or a temporary one with what the archive at an http(s) address holds."""
    if not place.startswith(("http://", "https://")):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "archive.zip"
        _download(place, archive)
        unpacked = Path(scratch) / "unpacked"
        _unpack(place, archive, unpacked)
        entries = list(unpacked.iterdir())
        # Archives of a repository hold everything in one folder named after the version.
        yield entries[0] if len(entries) == 1 and entries[0].is_dir() and _is_wrapper(entries[0]) else unpacked


def _is_wrapper(folder: Path) -> bool:
    return folder.name not in ("kazstat", "bns", "facts", "international", "national_accounts", "geo")


def _download(address: str, target: Path) -> None:
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as response, target.open("wb") as file:
            shutil.copyfileobj(response, file)
    except (urllib.error.URLError, OSError) as error:
        raise InputRefusedError(f"{address}: cannot be fetched ({error}); check the address and the network") from error


def _unpack(address: str, archive: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as content:
            if sum(entry.file_size for entry in content.infolist()) > LARGEST_ARCHIVE:
                raise InputRefusedError(f"{address}: unpacks to more than 500 MB; give a smaller archive")
            content.extractall(target)
    except zipfile.BadZipFile as error:
        raise InputRefusedError(f"{address}: not a zip archive; give the address of one") from error
