"""Build the store if its inputs changed or its file is damaged; the link names it once it has been read whole."""

import os
from pathlib import Path

from data.catalogue_files import CATALOGUE
from data.soundness import fault
from data.staging import settle
from data.store.fill import LAST_GOOD, StoreRefusedError, fill
from data.store.inputs import DATA, input_files, input_hash
from data.store.versions import files_of, new_file, only_builder, point, remove_old, remove_partial
from data.tidy import FIGURES

STORE = DATA / "store.duckdb"


def build(store: Path = STORE, catalogue: Path = CATALOGUE, figures: Path = FIGURES) -> Path:
    """The file that the link `store` names afterwards; raises StoreRefusedError and keeps the last good one."""
    settle(figures, catalogue)
    digest = input_hash(input_files(catalogue, figures))
    in_use = store.resolve()
    if store.is_symlink() and in_use in files_of(store, digest) and fault(in_use) is None:
        # Nothing is written, so that a store that cannot be written to can still be asked for.
        return in_use
    target = prepare(store, catalogue, figures)
    with only_builder(store):
        point(store, target)
        remove_old(store, target)
    return target


def prepare(store: Path, catalogue: Path, figures: Path) -> Path:
    """A sound file made of these inputs, which the link does not name yet; raises StoreRefusedError."""
    digest = input_hash(input_files(catalogue, figures))
    with only_builder(store):
        sound = [path for path in files_of(store, digest) if fault(path) is None]
        return sound[0] if sound else _make(store, digest, catalogue, figures)


def _make(store: Path, digest: str, catalogue: Path, figures: Path) -> Path:
    """Fill a file of its own; it takes a name only when every block of it can be read."""
    # Nobody else builds now, so whatever is partial was left by a build that was killed.
    remove_partial(store)
    target = new_file(store, digest)
    partial = target.with_suffix(".partial")
    try:
        fill(partial, catalogue, figures)
        if problem := fault(partial):
            raise StoreRefusedError(f"{LAST_GOOD}; the new file cannot be read: {problem}")
        os.replace(partial, target)
    finally:
        remove_partial(store)
    return target
