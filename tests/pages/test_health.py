"""What whoever hosts the dashboard is told of it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.refresh.state import FAILED, NEW, LastRefresh, state_file, write_state
from data.store import STORE
from pages.parts.streamlit import health
from pages.parts.visit import stale

DAY = date(2026, 11, 28)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store of the project under a name of the test's own."""
    link = tmp_path / "store.duckdb"
    shutil.copy(STORE.resolve(), tmp_path / STORE.resolve().name)
    link.symlink_to(STORE.resolve().name)
    monkeypatch.setenv("SDG_STORE", str(link))
    return link


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=health.routes()))


def test_the_server_lives_whatever_its_store_is(client, store) -> None:
    store.unlink()
    assert client.get("/healthz").json() == {"status": "alive"}


def test_a_store_that_answers_is_told_with_digest_age_and_stale_sources(client, store) -> None:
    write_state(store, [LastRefresh("un_sdg", DAY, FAILED, problem="status 500"), LastRefresh("bns_gva", DAY, NEW)])
    answer = client.get("/readyz")
    said = answer.json()
    assert (answer.status_code, said["status"], answer.headers["cache-control"]) == (200, "ready", "no-store")
    assert said["store"] == STORE.resolve().stem.split("-")[1]
    assert said["age_seconds"] >= 0
    assert said["stale"] == [{"source": "un_sdg", "since": "2026-11-28", "problem": "status 500"}]


def test_a_store_that_is_missing_is_told_with_what_to_do(client, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SDG_STORE", str(tmp_path / "gone.duckdb"))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "build it with `python -m data.store`" in answer.json()["reason"]


def test_pages_know_the_stale_sources_and_forget_them_when_a_refresh_succeeds(store, monkeypatch) -> None:
    monkeypatch.setattr(stale, "LOOK_AGAIN", 1e-6)
    assert stale.stale_now() == ()
    write_state(store, [LastRefresh("un_sdg", DAY, FAILED, problem="status 500")])
    assert [last.source_id for last in stale.stale_now()] == ["un_sdg"]
    write_state(store, [LastRefresh("un_sdg", DAY, NEW)])
    assert stale.stale_now() == ()
    assert json.loads(state_file(store).read_text())["un_sdg"]["outcome"] == NEW
