"""Locks between processes; the system frees them if the process dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class HeldByAnotherError(OSError):
    """Another process is at the same work."""


@contextmanager
def held_alone(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock on a file; without `wait` raises HeldByAnotherError where another process holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HeldByAnotherError(
                f"{path}: another import or refresh is at work; run again when it is done"
            ) from error
        yield
