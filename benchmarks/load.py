"""Many visitors at once: pages opened in states nobody asked for before, over the websocket as a browser does.

    python -m benchmarks.load [--visitors 50] [--seconds 60] [--think 3] [--seed 1] [--swaps 0] [--quiet]

One server process is started on this machine and shares its cores with the visitors, who come once it has opened every
page for itself. Each visitor opens a random page in a random state (language, regions, years, series, section, measure
...), waits about `think` seconds and goes on; one action in twenty takes a file of a chart away. With `--swaps` the
store is replaced that often while they read. One line of JSON is printed for each run (page, state, milliseconds,
bytes), then a summary with the limits: page run p95 300 ms, 30 ms of server CPU and 45 KB per run, 400 MB of memory, no
error; every state is one that the page has, so that a warning on it counts as one. Exits with 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx2 as httpx
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.asyncio.client import connect

from benchmarks.server import ROOT, cpu_ms, memory_mb, served
from benchmarks.states import PAGES, World, state, world
from benchmarks.visits import PATIENCE, Run, run_page, take_file
from pages.parts.cards.files import FILES
from queries.open_store import store_path

LIMITS = {"p95 ms": 300.0, "cpu ms": 30.0, "kB": 45.0, "memory MB": 400.0, "errors": 0.0}
EXPORTS = 20
# A server that used less than a tenth of a core for so many seconds has nothing left to prepare.
STILL = 1.0


@dataclass
class Seen:
    """What the visitors measured."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def visitor(number: int, address: str, options: argparse.Namespace, known: World, seen: Seen) -> None:
    """Open pages until the time is over."""
    chance = random.Random(f"{options.seed}-{number}")
    await asyncio.sleep(chance.random() * options.think)
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(stream, subprotocols=["streamlit"], max_size=None, compression=None, origin=address) as socket:
        while time.monotonic() < options.until:
            page = chance.choice(PAGES)
            drawn = state(page, known, chance)
            asked = ClientState(page_name=page, query_string=urlencode(drawn, doseq=True))
            run = await run_page(socket, asked)
            _note(seen, options, run, page=page, state=drawn)
            if run.boards and chance.random() < 1 / EXPORTS:
                board = chance.choice(run.boards)
                card, kind = chance.choice(board.cards), chance.choice(FILES)
                _note(seen, options, await take_file(socket, asked, board, card, kind), file=kind, card=card)
            await asyncio.sleep(chance.expovariate(1 / options.think))


def _note(seen: Seen, options: argparse.Namespace, run: Run, **what: Any) -> None:
    told = {**what, "ms": round(run.ms, 1), "bytes": run.received, "error": run.error}
    seen.runs.append(told)
    if run.error:
        seen.errors.append(run.error)
    if not options.quiet:
        print(json.dumps(told, ensure_ascii=False), flush=True)


async def swap_stores(folder: Path, options: argparse.Namespace) -> None:
    """Replace the store by a copy of itself under the readers."""
    link, pause = folder / "store.duckdb", options.seconds / (options.swaps + 1)
    for number in range(options.swaps):
        await asyncio.sleep(pause)
        copy = folder / f"store-{number}.duckdb"
        await asyncio.to_thread(shutil.copyfile, link.resolve(), copy)
        fresh = folder / f"link-{number}"
        fresh.symlink_to(copy)
        os.replace(fresh, link)


def settle(process: int) -> None:
    """Wait until a server has nothing left to do."""
    spent, deadline = cpu_ms(process), time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(STILL)
        if cpu_ms(process) - spent < 100 * STILL:
            return
        spent = cpu_ms(process)


async def load(address: str, process: int, folder: Path, options: argparse.Namespace) -> dict[str, float]:
    """Let all visitors read at once; returns the figures of the summary."""
    known, seen = world(), Seen()
    options.until = time.monotonic() + options.seconds
    spent = cpu_ms(process)
    visitors = [visitor(number, address, options, known, seen) for number in range(options.visitors)]
    await asyncio.gather(*visitors, swap_stores(folder, options))
    runs = [run for run in seen.runs if "page" in run]
    times = sorted(run["ms"] for run in runs)
    visited = {run["page"] for run in runs}
    by_page = {page: statistics.median(run["ms"] for run in runs if run["page"] == page) for page in visited}
    print(json.dumps({"p50 by page": {page or "overview": round(ms) for page, ms in by_page.items()}}))
    return {
        "runs": len(runs),
        "files": len(seen.runs) - len(runs),
        "p50 ms": statistics.median(times),
        "p95 ms": times[int(len(times) * 0.95)],
        "cpu ms": (cpu_ms(process) - spent) / len(runs),
        "kB": statistics.mean(run["bytes"] for run in runs) / 1000,
        "memory MB": memory_mb(process),
        "errors": len(seen.errors),
    }


def missed(figures: Mapping[str, float]) -> list[str]:
    """The limits that were missed, in words."""
    return [
        f"{name}: {figures[name]:.0f} is over {limit:.0f}" for name, limit in LIMITS.items() if figures[name] > limit
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a copy of the store, let visitors read, print what they measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__.splitlines()[0])
    for name, default in (("visitors", 50), ("seconds", 60), ("think", 3), ("seed", 1), ("swaps", 0)):
        parser.add_argument(f"--{name}", type=type(default), default=default)
    parser.add_argument("--quiet", action="store_true", help="print the summary alone")
    options = parser.parse_args(arguments)
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        shutil.copyfile(store_path(), folder / "store-first.duckdb")
        (folder / "store.duckdb").symlink_to(folder / "store-first.duckdb")
        os.environ["SDG_STORE"] = str(folder / "store.duckdb")
        address, process = opened.enter_context(served(ROOT / "dashboard.py", ROOT))
        httpx.get(f"{address}/_stcore/script-health-check", timeout=PATIENCE)
        settle(process)
        figures = asyncio.run(load(address, process, folder, options))
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}))
    print("\n".join(missed(figures)) or "all limits kept")
    return 1 if missed(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
