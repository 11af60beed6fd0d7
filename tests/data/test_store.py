"""The store is built whole or not at all, and nothing unsound gets in."""

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

from data.catalogue_files import CATALOGUE
from data.store import StoreRefusedError, build, report
from data.tidy import Figure, ImportCount, Imported, write_import

FIGURE = Figure(
    source_id="bns_employment",
    indicator="BNS-5831",
    activity="ISIC4_R",
    time_period=2020,
    unit_measure="TH_PEOPLE",
    obs_value=140.5,
    release=date(2026, 11, 22),
    file="employed.csv",
    line=2,
    licence="BNS-OPEN",
)


def write_figures(folder: Path, *figures: Figure) -> None:
    count = ImportCount(
        source_id=FIGURE.source_id,
        release=FIGURE.release,
        file=FIGURE.file,
        read=len(figures),
        stored=len(figures),
        repaired=0,
        quarantined=0,
        dropped=0,
        duplicate=0,
    )
    write_import(Imported(FIGURE.source_id, figures=list(figures), counts=[count]), folder)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_figures(folder / "figures", FIGURE)
    build(folder / "store.duckdb", CATALOGUE, folder / "figures")
    return folder


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "store.duckdb"


@pytest.fixture
def figures(store: Path) -> Path:
    return store.with_name("figures")


def values(store: Path) -> list[float]:
    with duckdb.connect(str(store.resolve()), read_only=True) as connection:
        return [v for (v,) in connection.execute("select obs_value from observation order by obs_value").fetchall()]


def test_a_build_from_tidy_figures_answers_at_once(store: Path) -> None:
    assert values(store) == [140.5]


def test_an_unchanged_input_is_not_built_again(store: Path, figures: Path) -> None:
    before = store.resolve().stat().st_mtime_ns
    assert build(store, CATALOGUE, figures) == store.resolve()
    assert store.resolve().stat().st_mtime_ns == before


def test_a_code_on_no_list_refuses_the_build_names_it_and_leaves_the_last_good_store(
    store: Path, figures: Path
) -> None:
    write_figures(figures, FIGURE, replace(FIGURE, activity="ISIC4_ZZ", line=3))
    with pytest.raises(StoreRefusedError, match="bns_employment: ACTIVITY 'ISIC4_ZZ' is on no list"):
        build(store, CATALOGUE, figures)
    assert values(store) == [140.5]


def test_two_values_under_one_key_refuse_the_build(store: Path, figures: Path) -> None:
    write_figures(figures, FIGURE, replace(FIGURE, obs_value=141.0, line=3))
    with pytest.raises(StoreRefusedError, match="two values under one key in one release"):
        build(store, CATALOGUE, figures)
    assert values(store) == [140.5]


def test_a_figure_of_a_release_nobody_lists_refuses_the_build(store: Path, figures: Path) -> None:
    write_figures(figures, replace(FIGURE, release=date(2026, 11, 23)))
    with pytest.raises(StoreRefusedError, match="foreign key"):
        build(store, CATALOGUE, figures)
    assert values(store) == [140.5]


def test_counts_that_do_not_reconcile_refuse_the_build(store: Path, figures: Path) -> None:
    count = figures / "import_count" / "bns_employment.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select * replace (2 as read, 2 as stored) from '{count}') to '{count}.new' (format parquet)"
        )
    os.replace(f"{count}.new", count)
    with pytest.raises(StoreRefusedError, match="do not add up to the rows counted"):
        build(store, CATALOGUE, figures)


def test_a_build_killed_in_the_middle_leaves_the_last_good_store(store: Path, figures: Path) -> None:
    write_figures(figures, replace(FIGURE, obs_value=150.0))
    script = (
        "import os, signal, sys; from pathlib import Path; from data import store\n"
        "store._refuse_contradictions = lambda connection: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"store.build(Path({str(store)!r}), store.CATALOGUE, Path({str(figures)!r}))"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert values(store) == [140.5]
    assert list(store.parent.glob("*.partial")) != []
    write_figures(figures, replace(FIGURE, obs_value=160.0))
    build(store, CATALOGUE, figures)
    assert values(store) == [160.0]
    assert list(store.parent.glob("*.partial*")) == []


def test_a_reader_keeps_its_store_while_a_new_one_takes_its_place(store: Path, figures: Path) -> None:
    with duckdb.connect(str(store.resolve()), read_only=True) as reader:
        write_figures(figures, replace(FIGURE, obs_value=150.0))
        build(store, CATALOGUE, figures)
        assert reader.execute("select obs_value from observation").fetchall() == [(140.5,)]
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
        connection.execute(f"insert into figure select * replace (99 as figure_id, {value} as {column}) from figure")


def test_the_report_adds_up_every_release(store: Path) -> None:
    assert report(store).splitlines()[-1].split() == ["all", "1", "1", "1", "0", "0", "0", "0"]
