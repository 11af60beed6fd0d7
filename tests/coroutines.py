"""Run a coroutine in a test, also where a browser's event loop runs in the same thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


def finished(coroutine: Coroutine[object, object, Answer]) -> Answer:
    """Run a coroutine to its end in a thread of its own: Playwright leaves its loop running in the one of the tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
