"""A store is exchanged under readers without one question failing, and never for one that is damaged."""

import fcntl
import os
import threading
from pathlib import Path

import duckdb
import pytest

from queries import open_store, runner
from queries.errors import QueryError, StoreUnavailableError

ROWS = 200_000


def write_store(path: Path, rows: int) -> Path:
    """A store of our own with one table of so many rows."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create table t as select range as x, 'row ' || range as name from range({rows})")
    return path


def point(link: Path, target: Path) -> None:
    """Let the link name another file, at once, as a build does."""
    fresh = link.with_name("fresh")
    fresh.symlink_to(target.name)
    os.replace(fresh, link)


@pytest.fixture
def link(tmp_path, monkeypatch):
    """A link to the first of two stores, and a folder with two questions."""
    write_store(tmp_path / "store-1.duckdb", 10)
    write_store(tmp_path / "store-2.duckdb", 20)
    link = tmp_path / "store.duckdb"
    point(link, tmp_path / "store-1.duckdb")
    folder = tmp_path / "queries" / "room"
    folder.mkdir(parents=True)
    (folder / "count.sql").write_text("select count(*) as n from t", encoding="utf-8")
    (folder / "everything.sql").write_text("select * from t order by x", encoding="utf-8")
    monkeypatch.setattr(runner, "QUERY_FOLDER", folder.parent)
    monkeypatch.setenv("SDG_STORE", str(link))
    return link


def counted() -> int:
    return runner.run("count")["n"].item()


def test_a_rebuilt_store_is_opened_anew_and_has_another_version(link):
    version = open_store.store_version()
    assert counted() == 10
    point(link, link.with_name("store-2.duckdb"))
    assert counted() == 20
    assert open_store.store_version() != version


def test_a_missing_store_says_how_to_build_it(link):
    link.unlink()
    with pytest.raises(StoreUnavailableError, match=r"no store\.duckdb: build it with"):
        runner.run("count")


def test_a_first_store_that_is_damaged_says_how_to_build_it(link):
    link.resolve().write_bytes(b"not a store")
    with pytest.raises(QueryError, match=r"store\.duckdb cannot be opened.*build it again with"):
        runner.run("count")


def test_a_store_that_vanishes_goes_on_answering_where_it_is_open(link):
    assert counted() == 10
    link.resolve().unlink()
    link.unlink()
    assert counted() == 10


def damaged(path: Path) -> Path:
    """A store of which one block further back is wrong, which opening alone does not show."""
    write_store(path, ROWS)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(bytes(content))
    duckdb.connect(str(path), read_only=True).close()
    return path


@pytest.mark.parametrize("make", [damaged, lambda path: (path.write_bytes(b"") and path) or path])
def test_a_damaged_store_never_takes_the_place_of_the_one_that_answers(link, make):
    assert counted() == 10
    version = open_store.store_version()
    make(link.with_name("store-3.duckdb"))
    point(link, link.with_name("store-3.duckdb"))
    assert counted() == 10
    assert open_store.store_version() == version
    point(link, link.with_name("store-2.duckdb"))
    assert counted() == 20


def test_the_file_that_is_read_is_locked_until_another_takes_its_place(link):
    def is_free(path: Path) -> bool:
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return False
        return True

    counted()
    assert not is_free(link.with_name("store-1.duckdb"))
    point(link, link.with_name("store-2.duckdb"))
    counted()
    assert is_free(link.with_name("store-1.duckdb"))


def swap_under_load(link: Path, swaps: int, readers: int) -> tuple[int, list[str], set[int]]:
    """Exchange the store while threads fetch; questions answered, faults, and sizes of answers seen."""
    for number in range(swaps + 1):
        write_store(link.with_name(f"store-{number}-big.duckdb"), 20_000 + number)
    point(link, link.with_name("store-0-big.duckdb"))
    done, faults, sizes, answered = threading.Event(), [], set(), [0] * readers

    def read(number: int) -> None:
        while not done.is_set():
            try:
                sizes.add(len(runner.run("everything")))
                answered[number] += 1
            except Exception as error:
                faults.append(repr(error))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for number in range(1, swaps + 1):
        asked = sum(answered)
        point(link, link.with_name(f"store-{number}-big.duckdb"))
        while sum(answered) < asked + readers and not faults:
            done.wait(0.002)
    done.set()
    for thread in threads:
        thread.join()
    return sum(answered), faults, sizes


def test_no_question_fails_while_the_store_is_exchanged_20_times_under_four_readers(link):
    answered, faults, sizes = swap_under_load(link, swaps=20, readers=4)
    assert faults == []
    assert answered >= 80
    assert len(runner.run("everything")) == 20_020
    assert sizes <= {20_000 + number for number in range(21)}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_question_fails_while_the_store_is_exchanged_200_times_under_four_readers(link):
    answered, faults, _ = swap_under_load(link, swaps=200, readers=4)
    assert faults == []
    assert answered >= 800
    assert len(runner.run("everything")) == 20_200
