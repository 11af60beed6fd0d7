"""The one store that this process reads: opened sealed and read-only, opened anew after a rebuild, never closed.

A new store is opened and read whole before anybody asks it, outside every lock that a question waits for; until then,
and where it turns out damaged, the one before answers. The old one is not closed but let go: closing waits for running
questions and breaks answers that are still being fetched. A shared lock on the file tells `python -m data.store` that
somebody reads it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.soundness import read_whole
from queries.errors import StoreUnavailableError

DEFAULT_STORE = Path(__file__).resolve().parents[1] / "data" / "store.duckdb"

# The store is opened as a sealed file: a query can read its tables and nothing else on the machine.
SEALED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
    "memory_limit": "512MB",
    "threads": "1",
}


@dataclass(frozen=True, slots=True, weakref_slot=True)
class OpenStore:
    """A store in use: the link it was asked for by, the file it named, its version, and the connection to it."""

    given: str
    path: Path
    version: str
    built: float
    connection: duckdb.DuckDBPyConnection

    @property
    def digest(self) -> str:
        """The digest of the inputs it was made of, which its file is named after."""
        return self.path.stem.split("-")[1] if "-" in self.path.stem else ""


class _Holder:
    """What is open now and which version could not be opened; a lock lets one thread at a time open another."""

    def __init__(self) -> None:
        self.current: OpenStore | None = None
        self.damaged: str | None = None
        self.opening = threading.Lock()


_holder = _Holder()


def link() -> Path:
    """The place that names the store; `SDG_STORE` overrides the usual one."""
    return Path(_given())


def store_path() -> Path:
    """The store file that the link names now; `SDG_STORE` overrides the usual place."""
    return link().resolve()


def store_version() -> str:
    """A short text that changes whenever another store answers; cached answers are keyed by it."""
    return open_store().version


def open_store() -> OpenStore:
    """The store to ask now; keep it in a variable as long as its answer is being fetched."""
    given = _given()
    wanted = _version_of(given)
    current = _holder.current if _holder.current and _holder.current.given == given else None
    if current and wanted in (None, current.version, _holder.damaged):
        return current
    if wanted is None:
        raise StoreUnavailableError(f"no {Path(given).name}: build it with `python -m data.store`")
    if not _holder.opening.acquire(blocking=current is None):
        return current
    try:
        return _opened(given, wanted, current)
    finally:
        _holder.opening.release()


def _opened(given: str, wanted: str, current: OpenStore | None) -> OpenStore:
    """Open the wanted version unless another thread has just done so; where it is damaged the current one stays."""
    held = _holder.current
    if held and (held.given, held.version) == (given, wanted):
        return held
    path = Path(given).resolve()
    if current and current.path == path:
        # The engine gives whoever opens a path that is open the file it has, whatever lies there now.
        return current
    try:
        fresh = _open(given, path, check=current is not None)
    except (duckdb.Error, OSError) as error:
        if current is None:
            raise StoreUnavailableError(
                f"{Path(given).name} cannot be opened: {error}; build it again with `python -m data.store`"
            ) from error
        _holder.damaged = wanted
        return current
    _holder.current = fresh
    return fresh


def _open(given: str, path: Path, *, check: bool) -> OpenStore:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        # Some file systems know no locks; then the builder keeps the newest versions only.
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        connection = duckdb.connect(str(path), read_only=True, config=SEALED)
        if check:
            read_whole(connection)
        stat = os.fstat(descriptor)
        store = OpenStore(given, path, _told(stat), stat.st_mtime, connection)
    except BaseException:
        os.close(descriptor)
        raise
    weakref.finalize(store, os.close, descriptor)
    return store


def _given() -> str:
    return os.environ.get("SDG_STORE", str(DEFAULT_STORE))


def _version_of(given: str) -> str | None:
    # One look at the file per call: a page asks some hundred times, and resolving links would cost more than answering.
    try:
        return _told(os.stat(given))
    except FileNotFoundError:
        return None


def _told(stat: os.stat_result) -> str:
    return f"{stat.st_dev:x}-{stat.st_ino:x}-{stat.st_mtime_ns:x}"
