"""A process beside the server that makes files, so that no visitor waits for another's download.

It is started by the first file, makes one file at a time, steps behind the server where both want a core, and is
replaced when it dies, when a file takes too long, and now and then to give memory back. What makes a file is named, not
imported: the libraries of documents and tables take a third of the memory that the server has without them.
"""

from __future__ import annotations

import os
from concurrent.futures import Future
from multiprocessing import get_context
from pkgutil import resolve_name
from threading import BoundedSemaphore, Lock
from typing import Any

from pebble import ProcessPool

SECONDS = 30
MOST_WAITING = 16
FILES_OF_A_PROCESS = 200
NICENESS = 10

_places = BoundedSemaphore(MOST_WAITING)
_lock = Lock()
_pool: ProcessPool | None = None


class WorkerBusyError(RuntimeError):
    """More files are asked for at once than the server will queue."""


def submit(maker: str, *args: Any) -> Future[bytes]:
    """Have a function of the project (`module:function`) called in the other process; all arguments must pickle.

    The future raises TimeoutError after `SECONDS`, and `pebble.ProcessExpired` when the process dies under the file.
    Raises WorkerBusyError at once when `MOST_WAITING` files are asked for already.
    """
    if not _places.acquire(blocking=False):
        raise WorkerBusyError
    try:
        future = _running_pool().schedule(_made, args=(maker, *args), timeout=SECONDS)
    except BaseException:
        _places.release()
        raise
    future.add_done_callback(lambda _done: _places.release())
    return future


def stop() -> None:
    """End the process; the next file starts another."""
    global _pool
    with _lock:
        if _pool is not None:
            _pool.stop()
            _pool.join()
            _pool = None


def _running_pool() -> ProcessPool:
    global _pool
    with _lock:
        if _pool is None or not _pool.active:
            # A copy of this process would copy its threads' locks as they stand; a new one has none.
            _pool = ProcessPool(
                max_workers=1,
                max_tasks=FILES_OF_A_PROCESS,
                context=get_context("spawn"),
                initializer=os.nice,
                initargs=(NICENESS,),
            )
        return _pool


def _made(maker: str, *args: Any) -> bytes:
    return resolve_name(maker)(*args)
