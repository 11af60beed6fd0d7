"""The store is built whole or not at all, and nothing unsound gets in."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.soundness import fault
from data.store import StoreRefusedError, build, fill, report
from tests.data.small_store import FIGURE, SOURCE, write_complete, write_figures


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_complete(tmp_path_factory.mktemp("built"))
    rebuild(folder / "store.duckdb")
    return folder


def rebuild(store: Path) -> Path:
    """Build from the catalogue and figures beside the store."""
    return build(store, store.with_name("catalogue"), store.with_name("figures"))


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "store.duckdb"


@pytest.fixture
def figures(store: Path) -> Path:
    return store.with_name("figures")


VALUES = f"select obs_value from observation where source_id = '{SOURCE}'"


def values(store: Path) -> list[float]:
    with duckdb.connect(str(store.resolve()), read_only=True) as connection:
        return [v for (v,) in connection.execute(f"{VALUES} order by obs_value").fetchall()]


def test_a_build_from_tidy_figures_answers_at_once(store: Path) -> None:
    assert values(store) == [140.5]


def test_an_unchanged_input_is_not_built_again(store: Path, figures: Path) -> None:
    before = store.resolve().stat().st_mtime_ns
    assert rebuild(store) == store.resolve()
    assert store.resolve().stat().st_mtime_ns == before


def test_a_code_on_no_list_refuses_the_build_names_it_and_leaves_the_last_good_store(
    store: Path, figures: Path
) -> None:
    write_figures(figures, FIGURE, replace(FIGURE, activity="ISIC4_ZZ", line=3))
    with pytest.raises(StoreRefusedError, match="bns_employment: ACTIVITY 'ISIC4_ZZ' is on no list"):
        rebuild(store)
    assert values(store) == [140.5]


def test_two_values_under_one_key_refuse_the_build(store: Path, figures: Path) -> None:
    write_figures(figures, FIGURE, replace(FIGURE, obs_value=141.0, line=3))
    with pytest.raises(StoreRefusedError, match="two values under one key in one release"):
        rebuild(store)
    assert values(store) == [140.5]


def test_a_figure_of_a_release_nobody_lists_refuses_the_build(store: Path, figures: Path) -> None:
    write_figures(figures, replace(FIGURE, release=date(2026, 11, 23)))
    with pytest.raises(StoreRefusedError, match="foreign key"):
        rebuild(store)
    assert values(store) == [140.5]


def test_counts_that_do_not_reconcile_refuse_the_build(store: Path, figures: Path) -> None:
    count = figures / "import_count" / "bns_employment.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select * replace (2 as read, 2 as stored) from '{count}') to '{count}.new' (format parquet)"
        )
    os.replace(f"{count}.new", count)
    with pytest.raises(StoreRefusedError, match="do not add up to the rows counted"):
        rebuild(store)


def test_a_build_killed_in_the_middle_leaves_the_last_good_store(store: Path, figures: Path) -> None:
    write_figures(figures, replace(FIGURE, obs_value=150.0))
    script = (
        "import os, signal, sys; from pathlib import Path; from data.store import build, fill\n"
        "fill.refuse_contradictions = lambda connection: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"folder = Path({str(store.parent)!r})\n"
        "build(folder / 'store.duckdb', folder / 'catalogue', folder / 'figures')"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert values(store) == [140.5]
    assert list(store.parent.glob("*.partial")) != []
    write_figures(figures, replace(FIGURE, obs_value=160.0))
    rebuild(store)
    assert values(store) == [160.0]
    assert list(store.parent.glob("*.partial*")) == []


def test_a_reader_keeps_its_store_while_a_new_one_takes_its_place(store: Path, figures: Path) -> None:
    with duckdb.connect(str(store.resolve()), read_only=True) as reader:
        write_figures(figures, replace(FIGURE, obs_value=150.0))
        rebuild(store)
        assert reader.execute(VALUES).fetchall() == [(140.5,)]
    assert values(store) == [150.0]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("sex", "'X'"),
        ("age", "'Y16T99'"),
        ("ref_area", "'KZ-99'"),
        ("unit_measure", "'FURLONG'"),
        ("obs_value", "'nan'::double"),
        ("obs_status", "'S'"),
        ("time_period", "20200"),
    ],
)
def test_the_schema_itself_refuses_what_is_on_no_list(store: Path, tmp_path: Path, column: str, value: str) -> None:
    copy = tmp_path / "copy.duckdb"
    shutil.copy(store.resolve(), copy)
    with duckdb.connect(str(copy)) as connection, pytest.raises(duckdb.Error):
        connection.execute(
            f"insert into figure select * replace (99 as figure_id, {value} as {column}) from figure limit 1"
        )


def test_the_report_adds_up_every_release(store: Path) -> None:
    lines = [line.split() for line in report(store).splitlines()]
    assert ["kazstat_sdg", "2024-10-24", "1", "1", "1", "0", "0", "0", "0"] in lines
    files = str(len(lines) - 2)
    assert lines[-1] == ["all", files, files, files, "0", "0", "0", "0"]


def damage(path: Path) -> None:
    """Turn over one byte in every block of a file but the first three, which hold its headers."""
    content = bytearray(path.read_bytes())
    for place in range(3 * 4096 + 1000, len(content), 1000):
        content[place] ^= 0xFF
    path.write_bytes(bytes(content))


def test_a_damaged_file_is_built_again(store: Path) -> None:
    target = store.resolve()
    damage(target)
    assert fault(target) is not None
    assert rebuild(store) == target.with_stem(f"{target.stem}-2")
    assert fault(store.resolve()) is None
    assert values(store) == [140.5]
    assert rebuild(store) == store.resolve()


@pytest.mark.parametrize("content", [b"", b"not a store", b"\0" * 100_000])
def test_a_file_that_is_no_store_is_built_again(store: Path, content: bytes) -> None:
    store.resolve().write_bytes(content)
    rebuild(store)
    assert values(store) == [140.5]


def test_a_cut_file_is_built_again(store: Path) -> None:
    target = store.resolve()
    target.write_bytes(target.read_bytes()[:-200_000])
    rebuild(store)
    assert values(store) == [140.5]


def test_a_new_file_that_cannot_be_read_never_takes_the_place_of_the_good_one(
    store: Path, figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_and_damage(path: Path, *inputs: Path) -> None:
        fill.fill(path, *inputs)
        damage(path)

    monkeypatch.setattr("data.store.building.fill", fill_and_damage)
    write_figures(figures, replace(FIGURE, obs_value=150.0))
    with pytest.raises(StoreRefusedError, match="the new file cannot be read"):
        rebuild(store)
    assert values(store) == [140.5]
    assert list(store.parent.glob("*.partial*")) == []


def lose(path: Path) -> None:
    """Take away a file or a folder."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ([""], r"arm_sdg: 0 figures where at least 1 are expected"),
        (["un_sdg.parquet", "import_count/un_sdg.parquet"], r"un_sdg: 0 files of the release of 2023-12-17"),
        (["fact.parquet"], r"cited_facts: 0 facts where at least 1 are expected"),
    ],
)
def test_figures_that_are_missing_as_a_whole_refuse_the_build_and_are_named(
    store: Path, figures: Path, lost: list[str], said: str
) -> None:
    for name in lost:
        lose(figures / name)
    with pytest.raises(StoreRefusedError, match=said):
        rebuild(store)
    assert values(store) == [140.5]


def test_a_release_that_is_listed_but_not_imported_refuses_the_build(store: Path) -> None:
    path = store.with_name("catalogue") / "sources.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-10-24]", "2024-10-24, 2025-10-24]", 1))
    with pytest.raises(StoreRefusedError, match="kazstat_sdg: 0 files of the release of 2025-10-24"):
        rebuild(store)


def test_a_store_beside_which_nothing_can_be_written_is_still_found(store: Path, figures: Path) -> None:
    store.with_suffix(".lock").unlink()
    store.with_suffix(".lock").mkdir()
    assert rebuild(store) == store.resolve()
    write_figures(figures, replace(FIGURE, obs_value=150.0))
    with pytest.raises(OSError, match=r"store\.lock"):
        rebuild(store)
    assert values(store) == [140.5]


def test_an_old_file_stays_as_long_as_somebody_reads_it(store: Path, figures: Path) -> None:
    first = store.resolve()
    with first.open("rb") as reader:
        fcntl.flock(reader, fcntl.LOCK_SH)
        for value in (150.0, 160.0, 170.0):
            write_figures(figures, replace(FIGURE, obs_value=value))
            rebuild(store)
        assert first.exists()
    write_figures(figures, replace(FIGURE, obs_value=180.0))
    rebuild(store)
    assert not first.exists()
    assert len(list(store.parent.glob("store-*.duckdb"))) == 3
