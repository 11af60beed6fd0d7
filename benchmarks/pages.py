"""What a page costs: first chart, repaint after a filter, server CPU and socket bytes, against a bare Streamlit page.

    python -m benchmarks.pages [--rounds 9] [/youth /women ...]

The bare page is one `st.plotly_chart` under one segmented control, served with the same server options in the same run;
rounds alternate between it and the dashboard's pages, each load in a fresh browser context. Times are taken inside the
page: from the navigation to the frame after the first chart has marks, and from the pointer on the page's first choice
to the frame after the marks of any chart are other than before. On the snapshot page the sheet stands for the chart.
Every other filter on a page (a list, regions, years, the date, a further switch) is timed against a bare page with a
control of its kind.
Limits (medians): the first chart in 0.7 of the time of the bare page and with at most 8 requests for files of our own,
a repaint in half its time, 30 ms of server CPU and 20 KB per filter change, and no chart node replaced. Exits with 1
when a limit is missed.
"""

from __future__ import annotations

import argparse
import base64
import math
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Locator, Page, sync_playwright

from benchmarks.bare import BARE_FILTERS_PAGE, BARE_PAGE, WATCH
from benchmarks.filters import FILTERS
from benchmarks.server import ROOT, cpu_ms, served

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES = ("/youth", "/women", "/regions", "/sector", "/explore", "/compare", "/coverage", "/snapshot")
FIRST_RATIO, CHANGE_RATIO, LIMIT_CPU, LIMIT_BYTES, LIMIT_REQUESTS = 0.7, 0.5, 30.0, 20_000, 8

ALL_DRAWN = "[...document.querySelectorAll('.sdg-plot')].every((plot) => plot.classList.contains('js-plotly-plot'))"
# The first choice under the page's title: the ones above it, language and theme, belong to the frame.
BUTTON = "xpath=(//h1/following::*[@role='radiogroup'])[1]//button"


class Traffic:
    """Bytes that arrived over the page's websockets, and how many files of our own were asked for."""

    def __init__(self, session: CDPSession) -> None:
        self.received = self.requests = 0
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.webSocketFrameReceived", self._count)

    def _ask(self, event: dict) -> None:
        self.requests += "/app/static/" in event["request"]["url"]

    def _count(self, event: dict) -> None:
        frame = event["response"]
        content = frame["payloadData"]
        self.received += len(base64.b64decode(content)) if frame["opcode"] == 2 else len(content)


def measure(browser: Browser, address: str, process: int) -> dict[str, float]:
    """One cold load of a page and filter changes there and back, the second kind as a returning reader makes them."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    traffic = Traffic(context.new_cdp_session(page))
    page.goto(address)
    measured = {"first chart ms": page.evaluate("window.__first")}
    page.wait_for_function(ALL_DRAWN)
    page.wait_for_timeout(1500)
    measured["own requests"] = traffic.requests
    if not page.locator(BUTTON).count():
        context.close()
        return measured
    changes = [_change(page, traffic, process, number) for number in (1, 0, 1)]
    measured |= {"change, new ms": changes[0][0], "cpu, new ms": changes[0][1], "bytes, new": changes[0][2]}
    repaint, cpu, received = (statistics.mean(change[place] for change in changes[1:]) for place in range(3))
    measured |= {"change ms": repaint, "cpu ms": cpu, "bytes": received, "nodes replaced": changes[-1][3]}
    context.close()
    return measured


def _change(page: Page, traffic: Traffic, process: int, number: int) -> tuple[float, float, float, float]:
    page.evaluate("document.querySelectorAll('.js-plotly-plot').forEach((plot) => { plot.kept = true; })")
    cpu, received = cpu_ms(process), traffic.received
    page.locator(BUTTON).nth(number).click()
    taken = page.evaluate("window.__change")
    page.wait_for_timeout(700)
    replaced = page.evaluate("[...document.querySelectorAll('.js-plotly-plot')].filter((plot) => !plot.kept).length")
    return taken, cpu_ms(process) - cpu, traffic.received - received, replaced


def measure_filters(browser: Browser, address: str, process: int, name: str) -> dict[str, float]:
    """Each of the page's other filters changed once on a page of its own, by kind and name."""
    measured = {}
    for kind, filtered, option in FILTERS.get(name, ()):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.add_init_script(WATCH)
        traffic = Traffic(context.new_cdp_session(page))
        page.goto(address)
        page.evaluate("window.__first")
        page.wait_for_timeout(2500)
        cpu, received = cpu_ms(process), traffic.received
        _choose(page.locator(f"[class*=st-key-choose_{filtered}_]"), kind, option)
        taken = page.evaluate("window.__change")
        page.wait_for_timeout(700)
        spent = {"ms": taken, "cpu": cpu_ms(process) - cpu, "bytes": traffic.received - received}
        measured |= {f"{kind} {filtered}: {what}": value for what, value in spent.items()}
        context.close()
    return measured


def _choose(control: Locator, kind: str, option: int) -> None:
    if kind == "years":
        control.locator("input[type=range]").last.focus()
        control.page.keyboard.press("ArrowLeft")
    elif kind == "switch":
        control.get_by_role("radio").nth(option).click()
    else:
        control.locator("input").click()
        control.page.wait_for_timeout(400)
        control.page.get_by_role("option").nth(option).click()


def compare(paths: Sequence[str], rounds: int) -> dict[str, dict[str, float]]:
    """The medians of every measurement by page; the bare pages are called `bare` and `bare filters`."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as opened:
        playwright = opened.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        ours = opened.enter_context(served(ROOT / "dashboard.py", ROOT))
        targets = {
            "bare": opened.enter_context(bare(BARE_PAGE)),
            "bare filters": opened.enter_context(bare(BARE_FILTERS_PAGE)),
        } | {path: (ours[0] + path, ours[1]) for path in paths}
        for turn in range(rounds + 1):
            for name, (address, process) in targets.items():
                measured = measure(browser, address, process) if name != "bare filters" else {}
                measured |= measure_filters(browser, address, process, name)
                # The first turn warms the servers: imports and the first answers of the store.
                for what, value in measured.items() if turn else ():
                    found[name][what].append(value)
        browser.close()
    return {name: {what: statistics.median(values) for what, values in kinds.items()} for name, kinds in found.items()}


@contextmanager
def bare(script: str) -> Iterator[tuple[str, int]]:
    """A server of a bare page with the dashboard's server options."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "bare.py"
        page.write_text(script)
        (page.parent / ".streamlit").mkdir()
        options = "[server]\nheadless = true\nfileWatcherType = 'none'\n[runner]\npostScriptGC = false\n"
        (page.parent / ".streamlit" / "config.toml").write_text(options + "[browser]\ngatherUsageStats = false\n")
        with served(page, page.parent) as running:
            yield running


def failures(medians: dict[str, dict[str, float]]) -> list[str]:
    """Which limits were missed, in words."""
    return [
        f"{name}: {what} {medians[name][what]:,.0f} is over {limit:,.0f}"
        for name, limits in limits_of(medians).items()
        for what, limit in limits.items()
        if medians[name].get(what, 0) > limit
    ]


def limits_of(medians: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The limit of every measurement that has one, by page."""
    plain, controls = medians["bare"], medians["bare filters"]
    of_kind = {what.split()[0]: CHANGE_RATIO * value for what, value in controls.items() if what.endswith(": ms")}
    of_kind["switch"] = CHANGE_RATIO * plain["change, new ms"]
    limits = {}
    for name in medians.keys() - {"bare", "bare filters"}:
        limits[name] = {
            "first chart ms": FIRST_RATIO * plain["first chart ms"],
            "change ms": CHANGE_RATIO * plain["change ms"],
            "cpu ms": LIMIT_CPU,
            "bytes": LIMIT_BYTES,
            "nodes replaced": 0,
            "own requests": LIMIT_REQUESTS,
        }
        for kind, filtered, _ in FILTERS.get(name, ()):
            known = {"ms": of_kind[kind], "cpu": LIMIT_CPU, "bytes": LIMIT_BYTES}
            limits[name] |= {f"{kind} {filtered}: {what}": limit for what, limit in known.items()}
    return limits


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table of medians, the other filters below it, and the limits that were missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", default=list(PAGES))
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args(arguments)
    medians = compare(chosen.pages, chosen.rounds)
    kinds = [kind for kind in medians["bare"] if ":" not in kind]
    print("page".ljust(12) + "".join(kind.rjust(17) for kind in kinds))
    for name in [name for name in medians if name != "bare filters"]:
        print(name.ljust(12) + "".join(f"{medians[name].get(kind, math.nan):17,.0f}" for kind in kinds))
    for name, filters in FILTERS.items():
        for kind, filtered, _ in filters if name in medians else ():
            what = f"{kind} {filtered}"
            values = "".join(f"{medians[name][f'{what}: {unit}']:9,.0f} {unit}" for unit in ("ms", "cpu", "bytes"))
            print(f"{name}, {what}".ljust(30) + values)
    missed = failures(medians)
    print("\n".join(missed) or "all limits kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
