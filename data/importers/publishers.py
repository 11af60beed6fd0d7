"""The publishers whose folders are read, and what each of their sources is read from."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from data.importers.handed_in import Asked, read_passed_over, unread_files
from data.readers.refusal import InputRefusedError

# Folder of the publisher's files, module that reads them.
PUBLISHERS = {
    "kazstat": "national_sdg",
    "bns": "bns",
    "facts": "facts",
    "international": "international",
    "national_accounts": "national_accounts",
    "ilo": "ilo",
    "imf": "imf",
}


def every_source(folder: Path, catalogue: Path) -> list[Asked]:
    """Every source of the publishers in the folder; refuses a folder that holds none of them."""
    present = [name for name in PUBLISHERS if (folder / name).is_dir()]
    if not present:
        raise InputRefusedError(f"{folder}: holds none of {', '.join(f'{name}/' for name in PUBLISHERS)}")
    return [source for name in present for source in _asked(name, folder, catalogue)]


def asked(source_id: str, folder: Path, catalogue: Path) -> Asked | None:
    """One source of the folder, or None where any of its files is not there."""
    for source in every_source(folder, catalogue):
        if source.source_id == source_id and source.files and all(path.exists() for path in source.files):
            return source
    return None


def unasked(folder: Path, catalogue: Path) -> list[str]:
    """Files of the folder that no importer asks for and that nobody has named as passed over."""
    return unread_files(folder, every_source(folder, catalogue), read_passed_over(catalogue / "passed_over.csv"))


def _asked(publisher: str, folder: Path, catalogue: Path) -> Iterator[Asked]:
    return importlib.import_module(f"data.importers.{PUBLISHERS[publisher]}").asked(folder, catalogue)
