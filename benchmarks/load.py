"""Many visitors at once: pages opened in states nobody asked for before, over the websocket as a browser does.

    python -m benchmarks.load [--visitors 50] [--seconds 60] [--think 3] [--seed 1] [--swaps 0] [--quiet]

One server process is started on this machine and shares its cores with the visitors. Each visitor opens a random page
in a random state (language, regions, years, series, section, measure ...), waits about `think` seconds and goes on; one
action in twenty takes a file away. With `--swaps` the store is replaced that often while they read. One line of JSON is
printed for each run (page, state, milliseconds, bytes), then a summary with the limits: page run p95 300 ms, 30 ms of
server CPU and 45 KB per run, 400 MB of memory, no error. Exits with 1 when a limit is missed.
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
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

import queries
from benchmarks.pages import ROOT, cpu_ms, served
from queries.open_store import store_path

LIMITS = {"p95 ms": 300.0, "cpu ms": 30.0, "kB": 45.0, "memory MB": 400.0, "errors": 0.0}
EXPORTS = 20
PATIENCE = 60.0
ANSWERED = 5.0


@dataclass(frozen=True)
class World:
    """What states are drawn from: codes of the store, so that a new series or year is visited as well."""

    series: Sequence[str]
    areas: Sequence[str]
    countries: Sequence[str]
    years: tuple[int, int]


@dataclass
class Seen:
    """What the visitors measured."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def world() -> World:
    """Read the codes that states are drawn from."""
    areas = queries.run("areas", lang="en")
    today = areas[areas["kind"].isin(["oblast", "city"]) & areas["valid_to"].isna()]
    abroad = areas[areas["kind"] == "other_country"]
    series = queries.run("series_search")["series_id"].tolist()
    return World(series, today["ref_area"].tolist(), abroad["ref_area"].tolist(), (2010, 2025))


def state(page: str, known: World, chance: random.Random) -> dict[str, Any]:
    """A state of a page that hardly anybody has asked for before."""
    first, last = known.years
    drawn: dict[str, Any] = {"lang": chance.choice(["kk", "ru", "en"])}
    if page in ("youth", "women", "regions", "explore"):
        drawn["area"] = chance.sample(known.areas, chance.choice([0, 1, 1, 2, 3]))
    if page in ("youth", "women", "explore") and chance.random() < 0.6:
        drawn["years"] = f"{chance.randint(first, first + 6)}-{chance.randint(last - 5, last)}"
    drawn |= {
        "youth": {"by": chance.choice(["national", "sex", "region", "settlement"])},
        "women": {"posts": chance.choice(["national", "region", "settlement"])},
        "regions": {"section": chance.choice("jr"), "rate": chance.choice(["share", "weight", "quotient"])},
        "explore": {"series": chance.choice(known.series)},
        "snapshot": {"goal": chance.choice(["4", "5", "8", "11", "12"])},
        "compare": {"country": chance.sample(known.countries, chance.choice([1, 2, 3]))},
        "coverage": {"lens": chance.choice(["youth", "women", "regions", "sector"])},
    }.get(page, {})
    return {name: value for name, value in drawn.items() if value}


PAGES = ("", "youth", "women", "regions", "sector", "explore", "snapshot", "compare", "coverage")


async def run_page(socket: ClientConnection, page: str, query: str) -> tuple[float, int, str | None]:
    """Run a page once: milliseconds until its script ended, bytes received, the error it showed if any."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    started, received, error = time.perf_counter(), 0, None
    await socket.send(asked.SerializeToString())
    while True:
        raw = await asyncio.wait_for(socket.recv(), PATIENCE)
        received += len(raw)
        message = ForwardMsg()
        message.ParseFromString(raw)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") in ("exception", "alert"):
            error = str(message.delta.new_element)[:300]
        if kind == "script_finished" and message.script_finished in (0, 3):
            return 1000 * (time.perf_counter() - started), received, error


async def visitor(number: int, address: str, options: argparse.Namespace, known: World, seen: Seen) -> None:
    """Open pages until the time is over."""
    chance = random.Random(f"{options.seed}-{number}")
    await asyncio.sleep(chance.random() * options.think)
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with (
        connect(stream, subprotocols=["streamlit"], max_size=None, compression=None, origin=address) as socket,
        httpx.AsyncClient(base_url=address, timeout=PATIENCE) as client,
    ):
        while time.monotonic() < options.until:
            page = chance.choice(PAGES)
            drawn = state(page, known, chance)
            taken, received, error = await run_page(socket, page, urlencode(drawn, doseq=True))
            _note(seen, options, page=page, state=drawn, ms=round(taken, 1), bytes=received, error=error)
            if chance.random() < 1 / EXPORTS:
                await take_file(client, options, known, chance, seen)
            await asyncio.sleep(chance.expovariate(1 / options.think))


async def take_file(
    client: httpx.AsyncClient, options: argparse.Namespace, known: World, chance: random.Random, seen: Seen
) -> None:
    """Take the file of a chart away, as its links do."""
    code = f"line~area={chance.choice(known.areas).removeprefix('KZ-')}~series={chance.choice(known.series)}"
    kind = chance.choice(["csv", "xlsx", "png", "svg", "pdf"])
    started = time.perf_counter()
    answer = await client.get(f"/app/export/{code}.{kind}", params={"lang": chance.choice(["kk", "ru", "en"])})
    error = None if answer.status_code in (200, 404) else f"{answer.status_code} {kind}"
    taken = 1000 * (time.perf_counter() - started)
    _note(seen, options, file=kind, code=code, ms=round(taken, 1), bytes=len(answer.content), error=error)


def _note(seen: Seen, options: argparse.Namespace, **run: Any) -> None:
    seen.runs.append(run)
    if run["error"]:
        seen.errors.append(run["error"])
    if not options.quiet:
        print(json.dumps(run, ensure_ascii=False), flush=True)


async def swap_stores(folder: Path, options: argparse.Namespace) -> None:
    """Replace the store by a copy of itself under the readers."""
    link, pause = folder / "store.duckdb", options.seconds / (options.swaps + 1)
    for number in range(options.swaps):
        await asyncio.sleep(pause)
        copy = folder / f"store-{number}.duckdb"
        shutil.copyfile(link.resolve(), copy)
        fresh = folder / f"link-{number}"
        fresh.symlink_to(copy)
        os.replace(fresh, link)


def memory_mb(process: int) -> float:
    """The resident memory of a process."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


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
        time.sleep(ANSWERED)
        figures = asyncio.run(load(address, process, folder, options))
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}))
    print("\n".join(missed(figures)) or "all limits kept")
    return 1 if missed(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
