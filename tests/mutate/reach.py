"""Which test reaches which function and which query, and what it costs: noted once, anew for a file that has changed.

A function is named `pages/parts/words/text.py::Class.method`, a query `ranking.sql`. What a test finds in a cache that
an earlier test of its file filled is not noted, so the other tests of a file that reaches a function are asked too.
"""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

Noted = dict[str, dict[str, Any]]
QUIET = ("-q", "-p", "no:cacheprovider", "-p", "no:rerunfailures", "-p", "no:xdist", "-o", "addopts=", "--tb=short")
LIMIT_CPU_SECONDS = 300
FAST = ("-m", "not slow and not browser", "-o", "timeout=60")


class Reach:
    """A plugin of pytest that notes what each test calls of the tree at `root`."""

    def __init__(self, root: Path) -> None:
        self.prefix = f"{root}/"
        self.noted: Noted = {}
        self.silent: set[str] = set()
        self._codes: dict[int, CodeType] = {}
        self._queries: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what one test calls, in whatever thread."""
        self._codes, self._queries = {}, set()
        started = time.process_time()
        threading.settrace(self._called)
        sys.settrace(self._called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)
            seconds = round(time.process_time() - started, 2)
            self.noted[item.nodeid] = {"seconds": seconds, "reached": self._reached()}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a test that fails, or is left out, on the tree as it stands: it can tell nothing."""
        if not report.passed:
            self.silent.add(report.nodeid)

    def _called(self, frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if code.co_name == "_file" and code.co_filename.endswith("queries/runner.py"):
            self._queries.add(frame.f_locals["name"])
        self._codes[id(code)] = code

    def _reached(self) -> list[str]:
        mine = [code for code in list(self._codes.values()) if code.co_filename.startswith(self.prefix)]
        names = {f"{code.co_filename[len(self.prefix) :]}::{code.co_qualname.split('.<locals>')[0]}" for code in mine}
        return sorted({name for name in names if not name.startswith("tests/")} | {f"{q}.sql" for q in self._queries})


def note(root: Path, file: str, target: Path) -> int:
    """Run one file of tests where this process stands and write what each test reaches."""
    reach = Reach(root)
    code = int(pytest.main([*QUIET, *FAST, file], plugins=[reach]))
    if code == pytest.ExitCode.INTERNAL_ERROR:
        return code
    told = {test: found for test, found in reach.noted.items() if test not in reach.silent}
    target.write_text(json.dumps({"stands": digest(root / file), "tests": told}), encoding="utf-8")
    return code


def is_noted(root: Path, file: str, target: Path) -> bool:
    """Tell whether what is noted of a file of tests still holds."""
    return target.is_file() and json.loads(target.read_text(encoding="utf-8"))["stands"] == digest(root / file)


def digest(*paths: Path) -> str:
    """Return a short text that changes with any of the files."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
