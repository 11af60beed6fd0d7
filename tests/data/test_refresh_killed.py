"""A refresh killed at any moment: the store is the old one or the new one, and the next refresh goes through."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import build
from tests.data.refresh_house import NEWEST, OLD, House, bureau

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with bureau() as publisher:
        house = House(tmp_path, publisher)
        for folder in (house.figures, house.catalogue):
            shutil.copytree(folder, tmp_path / "before" / folder.name)
        build(house.store, house.catalogue, house.figures)
        yield house


def begin_again(house: House) -> None:
    """Put figures, catalogue and store back as they were before any refresh."""
    for folder in (house.figures, house.catalogue):
        shutil.rmtree(folder)
        shutil.copytree(house.folder / "before" / folder.name, folder)
    build(house.store, house.catalogue, house.figures)


def start(house: House) -> subprocess.Popen:
    places = ["--figures", house.figures, "--catalogue", house.catalogue, "--downloads", house.folder / "downloads"]
    command = [sys.executable, "-m", "data.refresh", *map(str, places)]
    environment = os.environ | {"SDG_STORE": str(house.store)}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def kill_after(house: House, seconds: float) -> bool:
    """Let a refresh run for so long; whether it was still at work."""
    process = start(house)
    time.sleep(seconds)
    at_work = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return at_work


def kill_often(house: House, times: int, seed: int) -> None:
    moments = random.Random(seed)
    for _ in range(times):
        killed = kill_after(house, moments.uniform(0.3, 6.0))
        stored = house.in_store()
        assert stored in ([OLD], [OLD, NEWEST])
        assert stored == [OLD, NEWEST] or killed
        # Whoever builds next finds figures and catalogue of one mind.
        build(house.store, house.catalogue, house.figures)
        releases = {row[0] for row in house.held()}
        assert releases == set(house.in_store()) == set(house.source()["releases"])
        if releases != {OLD}:
            begin_again(house)
    assert start(house).wait(60) == 0
    assert house.in_store() == [OLD, NEWEST]
    assert [path.name for path in house.folder.glob("*incoming*")] == ["incoming.lock"]


def test_a_refresh_killed_now_and_then_leaves_the_old_store_or_the_new_one(house: House) -> None:
    kill_often(house, 2, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(6))
def test_a_refresh_killed_at_thirty_moments_leaves_the_old_store_or_the_new_one(house: House, seed: int) -> None:
    kill_often(house, 5, seed=seed)
