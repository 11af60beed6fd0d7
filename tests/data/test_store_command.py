"""`python -m data.store`: exit codes and messages a person can act on."""

from pathlib import Path

import pytest

from data.readers.refusal import InputRefusedError
from data.store import StoreRefusedError
from data.store import __main__ as command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command with a build that fails or succeeds; exit code, standard output, standard error."""

    def with_build(build):
        monkeypatch.setenv("SDG_STORE", str(tmp_path / "elsewhere" / "store.duckdb"))
        monkeypatch.setattr(command, "build", build)
        monkeypatch.setattr(command, "report", lambda store: f"report of {store.name}")
        code = command.main()
        return code, *capsys.readouterr()

    return with_build


def raising(error: Exception):
    def build(store: Path) -> Path:
        raise error

    return build


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            InputRefusedError.at("areas.csv", "is empty", "restore it", line=3, column="kind"),
            2,
            "areas.csv, line 3, column kind: is empty; restore it",
        ),
        (StoreRefusedError("the store was not built"), 1, "the store was not built"),
        (OSError(30, "Read-only file system", "store.lock"), 1, "set SDG_STORE to a place that can be written"),
    ],
)  # fmt: skip
def test_what_stops_the_build_is_told_on_standard_error(run, error, code, said) -> None:
    exit_code, out, err = run(raising(error))
    assert (exit_code, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_the_store_is_built_where_the_environment_says(run, tmp_path: Path) -> None:
    def build(store: Path) -> Path:
        store.parent.mkdir()
        store.write_bytes(b"x" * 2_000_000)
        return store

    code, out, _ = run(build)
    assert code == 0
    assert out.splitlines()[0] == "report of store.duckdb"
    assert out.splitlines()[-1].startswith("store.duckdb: 2.0 MB in ")
    assert (tmp_path / "elsewhere" / "store.duckdb").exists()
