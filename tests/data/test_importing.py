"""Importing again: equal files give equal bytes, and a refused import changes nothing."""

import random
import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pyarrow.parquet as pq
import pytest

from data.catalogue_files import CATALOGUE
from data.importers import __main__ as importers
from data.importers import publishers as publishers_read
from data.tidy import Imported, write_import
from tests.data.damaged_files import DAMAGED, import_damaged


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.parquet"))}


def test_the_same_rows_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    imported = import_damaged("split_fails_everywhere", tmp_path)
    write_import(imported, tmp_path / "one")
    for rows in (imported.figures, imported.quarantined, imported.disputed, imported.counts):
        random.Random(7).shuffle(rows)
    write_import(imported, tmp_path / "two")
    assert len(files_of(tmp_path / "one")) == 5
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def take_in(place: object, figures: Path) -> int:
    """Import with a catalogue of the test's own, in which days of release are listed as they come; the exit code."""
    catalogue = figures.parent / "catalogue"
    if not catalogue.exists():
        shutil.copytree(CATALOGUE, catalogue)
    return importers.main([str(place), "--figures", str(figures), "--catalogue", str(catalogue), "--add-release"])


@pytest.fixture
def publishers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(publishers_read, "PUBLISHERS", {"kazstat": "national_sdg"})
    shutil.copytree(DAMAGED / "windows_export", tmp_path / "publishers")
    return tmp_path / "publishers"


def test_importing_twice_gives_byte_identical_files(
    publishers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        assert take_in(publishers, tmp_path / name) == 0
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert "kazstat_sdg 2025-01-15: read 2, stored 2, repaired 0, quarantined 0" in capsys.readouterr().out


def test_a_broken_file_is_named_and_leaves_the_figures_as_they_were(
    publishers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(publishers, tmp_path / "figures")
    before = files_of(tmp_path / "figures")
    broken = DAMAGED / "broken_web_page" / "kazstat" / "vintages" / "2025-01-15" / "indicator_8-b-1.csv"
    shutil.copy(broken, publishers / "kazstat" / "vintages" / "2025-01-15")
    assert take_in(publishers, tmp_path / "figures") == 2
    assert "indicator_8-b-1.csv, line 1: a web page" in capsys.readouterr().err
    assert files_of(tmp_path / "figures") == before


def test_a_folder_without_publishers_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert importers.main([str(tmp_path)]) == 2
    assert "holds none of kazstat/" in capsys.readouterr().err


def test_a_later_release_is_added_and_the_earlier_ones_stay(publishers: Path, tmp_path: Path) -> None:
    take_in(publishers, tmp_path / "figures")
    vintages = publishers / "kazstat" / "vintages"
    (vintages / "2025-01-15").rename(vintages / "2025-06-30")
    take_in(publishers, tmp_path / "figures")
    held = pq.read_table(tmp_path / "figures" / "kazstat_sdg.parquet")
    assert sorted(held["release"].to_pylist()) == [date(2025, 1, 15)] * 2 + [date(2025, 6, 30)] * 2
    (vintages / "2025-06-30").rename(vintages / "2025-01-15")
    before = files_of(tmp_path / "figures")
    take_in(publishers, tmp_path / "figures")
    assert files_of(tmp_path / "figures") == before


def told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    """What importing a damaged folder says: on standard output, and on standard error."""
    take_in(DAMAGED / name, tmp_path / "figures")
    captured = capsys.readouterr()
    return captured.out.splitlines(), captured.err.splitlines()


def test_files_that_nobody_asked_for_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told("unread_names", tmp_path, capsys)[1] == [
        "not read: kazstat/vintages/2025-01-15/8-5-2.csv",
        "not read: kazstat/vintages/2025-01-15/indicator_8-5-2.CSV",
        "not read: kazstat/vintages/2025-01-15/indicator_8-5-2.csv.bak",
        "not read: unesco/ (2 files)",
    ]


def test_a_word_on_no_list_is_told_with_its_file_column_and_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = told("unit_respelt", tmp_path, capsys)
    assert out[1:-1] == [
        "kazstat_sdg 2025-01-15: indicator_8-5-2.csv: UNIT_MEASURE 'Percent' is on no list of units "
        "(unknown_code; rows set aside: 2)"
    ]


def test_a_file_of_which_no_row_is_kept_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told("another_table_of_this_name", tmp_path, capsys)
    assert out[-2] == "kazstat_sdg 2025-01-15: indicator_9-5-2.csv: every row is set aside (2)"


@pytest.fixture
def address(publishers: Path, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "site").mkdir()
    shutil.make_archive(str(tmp_path / "site" / "release"), "zip", tmp_path, "publishers")
    (tmp_path / "site" / "page.zip").write_text("<html>")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_archive_from_an_address_gives_the_same_bytes_as_its_folder(
    address: str, publishers: Path, tmp_path: Path
) -> None:
    take_in(publishers, tmp_path / "folder")
    assert take_in(f"{address}/release.zip", tmp_path / "archive") == 0
    assert files_of(tmp_path / "archive") == files_of(tmp_path / "folder")


@pytest.mark.parametrize(("name", "said"), [("page.zip", "not a zip archive"), ("gone.zip", "status 404")])
def test_an_address_without_an_archive_is_refused(
    address: str, name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_in(f"{address}/{name}", tmp_path / "figures") == 2
    assert said in capsys.readouterr().err


def test_an_import_that_loses_a_row_is_refused(tmp_path: Path) -> None:
    imported = import_damaged("windows_export", tmp_path)
    torn = Imported(imported.source_id, imported.figures[:1], counts=imported.counts)
    with pytest.raises(Exception, match="do not add up to the figures"):
        write_import(torn, tmp_path / "figures")
    assert not (tmp_path / "figures").exists()
