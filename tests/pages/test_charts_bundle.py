"""The drawing library: the file that is fetched is the file that the component loads, and it is never committed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "static"))
import fetch_plotly


def test_the_component_loads_the_file_that_is_fetched() -> None:
    assert f"plotly/{fetch_plotly.BUNDLE.name}" in (ROOT / "static/chart/plotly.js").read_text(encoding="utf-8")


def test_the_bundle_is_not_part_of_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files", "static/plotly"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert listed.stdout == ""


def test_without_npm_the_bundle_of_the_python_package_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_plotly, "BUNDLE", tmp_path / "plotly" / fetch_plotly.BUNDLE.name)
    monkeypatch.setattr(fetch_plotly, "npm_commands", lambda: [["/nonexistent/npm"]])
    assert "Python package" in fetch_plotly.fetch()
    assert b"plotly.js v4" in fetch_plotly.BUNDLE.read_bytes()[:400]


def test_bytes_with_another_checksum_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_plotly, "BUNDLE", tmp_path / "plotly" / fetch_plotly.BUNDLE.name)
    monkeypatch.setattr(fetch_plotly, "bundle_from_npm", lambda npm: b"something else")
    with pytest.raises(ValueError, match="checksum"):
        fetch_plotly.fetch()
    assert not fetch_plotly.BUNDLE.exists()


def test_a_bundle_that_is_already_there_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "plotly.js"
    there.write_bytes(b"kept")
    monkeypatch.setattr(fetch_plotly, "BUNDLE", there)
    assert fetch_plotly.fetch() == "already there"
    assert hashlib.sha256(there.read_bytes()).hexdigest() != fetch_plotly.SHA256
