"""Importing again: equal files give equal bytes, and a refused import changes nothing."""

import random
import shutil
from pathlib import Path

import pytest

from data.importers import __main__ as importers
from data.tidy import Imported, write_import
from tests.data.damaged_files import DAMAGED, import_damaged


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.parquet"))}


def test_the_same_rows_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    imported = import_damaged("split_fails_everywhere", tmp_path)
    write_import(imported, tmp_path / "one")
    for rows in (imported.figures, imported.quarantined, imported.counts):
        random.Random(7).shuffle(rows)
    write_import(imported, tmp_path / "two")
    assert len(files_of(tmp_path / "one")) == 4
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


@pytest.fixture
def publishers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(importers, "PUBLISHERS", {"kazstat": "national_sdg"})
    shutil.copytree(DAMAGED / "windows_export", tmp_path / "publishers")
    return tmp_path / "publishers"


def test_importing_twice_gives_byte_identical_files(
    publishers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        assert importers.main([str(publishers), "--figures", str(tmp_path / name)]) == 0
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert "kazstat_sdg 2025-01-15: read 2, stored 2, repaired 0, quarantined 0" in capsys.readouterr().out


def test_a_broken_file_is_named_and_leaves_the_figures_as_they_were(
    publishers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    importers.main([str(publishers), "--figures", str(tmp_path / "figures")])
    before = files_of(tmp_path / "figures")
    broken = DAMAGED / "broken_web_page" / "kazstat" / "vintages" / "2025-01-15" / "indicator_8-b-1.csv"
    shutil.copy(broken, publishers / "kazstat" / "vintages" / "2025-01-15")
    assert importers.main([str(publishers), "--figures", str(tmp_path / "figures")]) == 1
    assert "indicator_8-b-1.csv, line 1: a web page" in capsys.readouterr().err
    assert files_of(tmp_path / "figures") == before


def test_a_missing_publisher_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert importers.main([str(tmp_path)]) == 1
    assert "kazstat/: no such folder" in capsys.readouterr().err


def test_an_import_that_loses_a_row_is_refused(tmp_path: Path) -> None:
    imported = import_damaged("windows_export", tmp_path)
    torn = Imported(imported.source_id, imported.figures[:1], counts=imported.counts)
    with pytest.raises(Exception, match="do not add up to the figures"):
        write_import(torn, tmp_path / "figures")
    assert not (tmp_path / "figures").exists()
