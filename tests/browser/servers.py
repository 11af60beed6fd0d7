"""Dashboards that run for the tests: one for all tests of a session, and others for those that end theirs."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from pages.parts.streamlit.readiness import is_ready

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120


@dataclass
class Server:
    """A running dashboard: its address."""

    url: str


@dataclass
class OwnServer(Server):
    """One that a test may end."""

    process: subprocess.Popen[bytes]


@contextmanager
def serve(*, warm: bool, port: int = 0) -> Iterator[OwnServer]:
    """Start a dashboard on a free port, or the given one; `warm` runs it once before the first visit."""
    server = _started(port)
    try:
        _wait(server, warm)
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=10)


@contextmanager
def shared(folder: Path) -> Iterator[Server]:
    """The one warm dashboard of a test session, for all workers that have a folder in common.

    The first that needs it starts it, the last to leave ends it; a worker that dies leaves its locks behind open.
    """
    running = folder / "server"
    with (folder / "server.door").open("w") as door, (folder / "server.users").open("w") as users:
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(users, fcntl.LOCK_SH)
        if not running.exists():
            server = _started(0)
            _wait(server, warm=True)
            running.write_text(f"{server.process.pid} {server.url}", encoding="utf-8")
        process, url = running.read_text(encoding="utf-8").split()
        fcntl.flock(door, fcntl.LOCK_UN)
        yield Server(url)
        fcntl.flock(door, fcntl.LOCK_EX)
        with suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            running.unlink()
            os.kill(int(process), signal.SIGTERM)


def _started(port: int) -> OwnServer:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return OwnServer(f"http://127.0.0.1:{port}", process)


def _wait(server: OwnServer, warm: bool) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if is_ready(server.url) if warm else _listens(server):
            return
        if server.process.poll() is not None:
            pytest.fail(f"the server ended with code {server.process.returncode}")
        time.sleep(0.2)
    server.process.kill()
    pytest.fail("the server did not start in time")


def _listens(server: OwnServer) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(server.url.rpartition(":")[2]))) == 0
