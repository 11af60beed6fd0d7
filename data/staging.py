"""Change figures and catalogue as one: worked on in a copy, then put in place as a whole, whatever happens between.

The finished copy gets the name `incoming`; from that moment the change has happened, and each file that differs is
moved to its place. Whoever is killed while moving leaves `incoming` behind, and the next command moves what is left.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.locks import held_alone

INCOMING = "incoming"


@dataclass(frozen=True, slots=True)
class Staged:
    """Copies of figures and catalogue to work on, and the places they are copies of."""

    figures: Path
    catalogue: Path
    places: tuple[Path, Path]

    def commit(self) -> None:
        """Put the copies in the place of the originals."""
        incoming = _incoming(self.places[0])
        os.replace(self.figures.parent, incoming)
        _move(incoming, *self.places)


@contextmanager
def staged(figures: Path, catalogue: Path) -> Iterator[Staged]:
    """Copies of both folders beside the figures; they are gone afterwards unless they were committed.

    One process at a time: raises HeldByAnotherError where another one works on copies of the same figures.
    """
    with held_alone(_lock(figures), wait=False):
        for left in figures.parent.glob(f".{INCOMING}-*"):
            shutil.rmtree(left, ignore_errors=True)
        if _incoming(figures).is_dir():
            _move(_incoming(figures), figures, catalogue)
        folder = Path(tempfile.mkdtemp(prefix=f".{INCOMING}-", dir=figures.parent))
        copies = Staged(folder / "figures", folder / "catalogue", (figures, catalogue))
        try:
            _copy(figures, copies.figures)
            _copy(catalogue, copies.catalogue)
            yield copies
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _copy(folder: Path, target: Path) -> None:
    try:
        if folder.exists():
            shutil.copytree(folder, target)
        target.mkdir(exist_ok=True)
    except shutil.Error as error:
        # One line per file; the first says as much as all of them.
        raise OSError(f"{folder}: cannot be copied: {error.args[0][0][2]}") from error


def settle(figures: Path, catalogue: Path) -> None:
    """Finish a change that was interrupted while its files were moved."""
    if _incoming(figures).is_dir():
        with held_alone(_lock(figures)):
            _move(_incoming(figures), figures, catalogue)


def _move(incoming: Path, figures: Path, catalogue: Path) -> None:
    for copy, place in ((incoming / "figures", figures), (incoming / "catalogue", catalogue)):
        for path in sorted(path for path in copy.rglob("*") if path.is_file()):
            target = place / path.relative_to(copy)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_bytes() != path.read_bytes():
                os.replace(path, target)
    shutil.rmtree(incoming, ignore_errors=True)


def _incoming(figures: Path) -> Path:
    return figures.parent / INCOMING


def _lock(figures: Path) -> Path:
    return figures.parent / f"{INCOMING}.lock"
