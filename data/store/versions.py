"""The files of a store beside its link: one per version, of which an old one stays as long as somebody reads it."""

import fcntl
import os
from contextlib import AbstractContextManager
from pathlib import Path

from data.locks import held_alone

# Readers may still be about to open the versions before; these stay even where nobody reads them now.
KEPT = 2


def files_of(store: Path, digest: str) -> list[Path]:
    """The files made of the inputs with this digest; several where one was found damaged."""
    parent = store.parent.resolve()
    return sorted([*parent.glob(f"{store.stem}-{digest}.duckdb"), *parent.glob(f"{store.stem}-{digest}-*.duckdb")])


def new_file(store: Path, digest: str) -> Path:
    """A name no file has yet: whoever has a damaged file open would be given it again under the same name."""
    number = len(files_of(store, digest))
    return store.parent.resolve() / f"{store.stem}-{digest}{f'-{number + 1}' if number else ''}.duckdb"


def only_builder(store: Path) -> AbstractContextManager[None]:
    """Hold the lock that keeps two builds of the same store apart."""
    return held_alone(store.with_suffix(".lock"))


def point(store: Path, target: Path) -> None:
    """Let the link name another version, at once."""
    link = store.with_suffix(".link")
    link.unlink(missing_ok=True)
    link.symlink_to(target.name)
    os.replace(link, store)


def remove_partial(store: Path) -> None:
    """Remove what builds left that were killed."""
    for path in store.parent.glob(f"{store.stem}-*.partial*"):
        path.unlink()


def remove_old(store: Path, target: Path) -> None:
    """Remove versions that are neither in use, nor among the newest few, nor read by anybody."""
    versions = sorted(target.parent.glob(f"{store.stem}-*.duckdb"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in [path for path in versions if path != target][KEPT:]:
        if not is_read(old):
            old.unlink(missing_ok=True)


def is_read(path: Path) -> bool:
    """Whether a reader holds its shared lock on the file (queries/open_store.py)."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
