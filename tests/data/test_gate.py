"""The gate: a copy changes nothing, a gain is told, a loss or a doubt stops the import and says which."""

import re
from datetime import date
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.data.gate_files import BEFORE, JOBLESS, NEET, NOW, Publisher, Rows

LATER = "2026-06-30"
WOMEN, WOMEN_MOVED = "2023,PT,KZAKM,F,9.70", "2023,PT,KZAKM,F,10.30"


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """A publisher whose first release is held."""
    publisher = Publisher(tmp_path)
    publisher.release(BEFORE)
    assert publisher.take_in() == 0
    publisher.withdraw(BEFORE)
    return publisher


@pytest.fixture
def gate(publisher: Publisher, capsys: pytest.CaptureFixture[str]):
    """Publish a second release with changes and import it; the exit code and what is told, by name of the finding."""

    def run(*words: str, **changes):
        publisher.release(NOW, **changes)
        capsys.readouterr()
        code = publisher.take_in(*words)
        told = re.findall(r"^  (STOP|told|accepted): kazstat_sdg/(\S+): (.*)$", capsys.readouterr().out, re.MULTILINE)
        return code, {name: (mark, rest) for mark, name, rest in told}

    return run


def stops(told: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {name: rest for name, (mark, rest) in told.items() if mark == "STOP"}


def stored(publisher: Publisher, day: str) -> list[tuple]:
    """Every figure of a release but the release itself."""
    table = pq.read_table(publisher.figures / "kazstat_sdg.parquet")
    rows = table.filter(pc.equal(table["release"], date.fromisoformat(day))).drop_columns(["release"])
    return sorted(map(repr, rows.to_pylist()))


def test_a_copy_under_a_later_date_changes_no_value_and_no_status(publisher: Publisher, gate) -> None:
    assert gate() == (0, {})
    assert stored(publisher, NOW) == stored(publisher, BEFORE)
    assert len(stored(publisher, NOW)) == 168


def test_a_copy_together_with_the_release_before_it_changes_nothing_either(publisher: Publisher, gate) -> None:
    publisher.release(BEFORE)
    assert gate() == (0, {})
    assert stored(publisher, NOW) == stored(publisher, BEFORE)


def changed(row: str, to: str):
    def change(rows: Rows) -> Rows:
        assert rows.count(row) == 1
        return [to if found == row else found for found in rows]

    return change


def test_one_changed_row_changes_that_row_only(publisher: Publisher, gate) -> None:
    code, told = gate(neet=changed("2023,PT,KZAKM,F,9.70", "2023,PT,KZAKM,F,9.60"))
    assert code == 0
    assert told == {f"{NEET}/values_revised": ("told", "1 (8.6.1 KZ-11 F PT 2023: 9.7 → 9.6)")}
    before, now = set(stored(publisher, BEFORE)), set(stored(publisher, NOW))
    assert (len(before - now), len(now - before)) == (1, 1)
    assert "'obs_value': 9.6," in (now - before).pop()


def test_a_new_year_and_a_new_file_are_told_and_come_in(publisher: Publisher, gate) -> None:
    publisher.write(NOW, "indicator_8-b-1.csv", ["Year,UNIT_MEASURE,Value", "2023,PT,40.5"])
    code, told = gate(neet=lambda rows: [*rows, "2024,PT,,,7.3"])
    assert code == 0
    assert told["indicator_8-b-1.csv/file_new"] == ("told", "1")
    assert told[f"{NEET}/years_new"] == ("told", "1 (2024)")
    assert told[f"{NEET}/rows_new"] == ("told", "1 (8.6.1 KZ PT 2024)")
    assert told[f"{NEET}/size_and_spread"][1].startswith("85 (before 84 values, quartiles")


def without(pattern: str):
    return lambda rows: [row for row in rows if not re.search(pattern, row)]


def respelt(old: str, new: str):
    return lambda rows: [row.replace(old, new) for row in rows]


def exchanged(one: str, other: str):
    return lambda rows: [row.replace(one, "?").replace(other, one).replace("?", other) for row in rows]


def repeated(year: str, later: str):
    return lambda rows: [*rows, *(row.replace(year, later) for row in rows if row.startswith(year))]


def rescaled(factor: float):
    return lambda rows: [
        rows[0],
        *(f"{row.rpartition(',')[0]},{float(row.rpartition(',')[2]) * factor:.5f}" for row in rows[1:]),
    ]


@pytest.mark.parametrize(
    ("changes", "name", "said"),
    [
        ({"jobless": None}, f"{JOBLESS}/file_missing", "84"),
        ({"neet": lambda rows: rows[:1]}, f"{NEET}/file_empty", "84"),
        ({"neet": lambda rows: rows[:43]}, f"{NEET}/rows_gone", "42 (8.6.1 KZ F PT 2021; 8.6.1 KZ F PT 2022"),
        ({"neet": lambda rows: rows[:43]}, f"{NEET}/years_gone", "3 (2021; 2022; 2023)"),
        ({"neet": without("KZAKT")}, f"{NEET}/areas_gone", "1 (KZ-15)"),
        ({"neet": without(",F,")}, f"{NEET}/categories_gone/sex", "1 (F)"),
        ({"neet": without(",[FM],")}, f"{NEET}/column_emptied/sex", "2 (had F; M)"),
        ({"neet": respelt(",PT,", ",PERCENT,")}, f"{NEET}/rows_set_aside/unknown_code", "84 (line 2: UNIT_MEASURE "),
        ({"neet": respelt(",PT,", ",PERSONS,")}, f"{NEET}/categories_gone/unit_measure", "1 (PT)"),
        ({"neet": exchanged("KZAKM", "KZAKT")}, f"{NEET}/areas_exchanged", "42 (KZ-11 and KZ-15 in 21 values)"),
        ({"neet": exchanged(",F,", ",M,")}, f"{NEET}/codes_exchanged/sex", "56 (F and M in 28 values)"),
        ({"neet": repeated("2023", "2024")}, f"{NEET}/year_repeated/2024", "12 (every value of 2024 is that of 2023)"),
        ({"neet": lambda rows: [*rows, "2030,PT,,,4.5"]}, f"{NEET}/rows_set_aside/year_after_release", "1 (line 86"),
        ({"neet": changed(WOMEN, WOMEN_MOVED)}, f"{NEET}/values_moved", "1 (8.6.1 KZ-11 F PT 2023: 9.7 → 10.3)"),
        ({"neet": lambda rows: [*rows, "2024,PT,,,9.5"]}, f"{NEET}/values_jump", "1 (8.6.1 KZ PT 2024: 7.5 → 9.5)"),
        ({"neet": rescaled(0.01)}, f"{NEET}/values_rescaled", "84 (typically 0.01 times"),
        ({"neet": rescaled(0)}, f"{NEET}/values_constant", "84 (every value is 0)"),
    ],
)  # fmt: skip
def test_a_loss_or_a_doubt_stops_the_import_and_is_named(publisher: Publisher, gate, changes, name, said) -> None:
    before = {path: path.read_bytes() for path in publisher.figures.rglob("*.parquet")}
    code, told = gate(**changes)
    assert code == 1
    assert stops(told)[name].startswith(said)
    assert {path: path.read_bytes() for path in publisher.figures.rglob("*.parquet")} == before


@pytest.mark.parametrize(
    "change", [respelt("REF_AREA", "REGION"), respelt("Value", "OBS_VALUE"), respelt("Value", "Value,Value")]
)
def test_a_renamed_or_doubled_column_is_refused_with_its_file_and_line(
    publisher: Publisher, gate, change, capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.release(NOW, neet=change)
    assert publisher.take_in() == 2
    assert re.search(rf"{NOW}/{NEET}, line 1, column \w+: ", capsys.readouterr().err)
    assert stored(publisher, NOW) == []


def test_rounding_to_fewer_decimals_is_no_revision(gate) -> None:
    code, told = gate(neet=changed("2023,PT,KZVOS,M,10.40", "2023,PT,KZVOS,M,10"))
    assert (code, list(told)) == (0, [f"{NEET}/values_rounded"])


def test_a_loss_is_let_in_by_a_persons_word_that_is_kept(publisher: Publisher, gate) -> None:
    code, told = gate("--accept", f"kazstat_sdg/{JOBLESS}", "--because", "withdrawn by the publisher", jobless=None)
    assert (code, told) == (0, {f"{JOBLESS}/file_missing": ("accepted", "84")})
    kept = (publisher.folder / "catalogue" / "accepted_losses.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert kept.startswith(f"{NOW},{BEFORE},kazstat_sdg/{JOBLESS},withdrawn by the publisher,")
    assert publisher.take_in() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--accept", f"kazstat_sdg/{JOBLESS}"], "--accept needs --because"),
        (["--accept", f"kazstat_sdg/{JOBLESS}", "--because", " "], "--accept needs --because"),
        (["--accept", "kazstat_sdg/indicator_8-5", "--because", "x"], "nothing that stops bears this name"),
    ],
)
def test_a_word_without_a_reason_or_about_nothing_is_refused(publisher: Publisher, words, said, capsys) -> None:
    publisher.release(NOW, jobless=None)
    assert publisher.take_in(*words) == 2
    assert said in capsys.readouterr().err
    assert stored(publisher, NOW) == []


def test_a_word_about_one_loss_lets_no_other_in(gate) -> None:
    code, told = gate("--accept", f"kazstat_sdg/{JOBLESS}", "--because", "x", jobless=None, neet=without("KZAKT"))
    assert code == 1
    assert set(stops(told)) == {f"{NEET}/rows_gone", f"{NEET}/areas_gone"}


def test_a_held_release_that_is_handed_in_otherwise_is_laid_beside_itself(
    publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.release(BEFORE, neet=without("KZAKT"))
    assert publisher.take_in() == 1
    assert f"kazstat_sdg {BEFORE} beside what is held of it: 2 to be settled" in capsys.readouterr().out
    assert len(stored(publisher, BEFORE)) == 168


def test_a_day_that_the_catalogue_does_not_list_is_named_with_file_and_key_before_anything_is_written(
    publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.release(LATER)
    before = {path: path.read_bytes() for path in publisher.figures.rglob("*.parquet")}
    assert publisher.take_in() == 1
    assert f"data/catalogue/sources.yaml: kazstat_sdg: releases: {LATER} is not listed" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in publisher.figures.rglob("*.parquet")} == before


def test_a_new_day_can_be_listed_with_the_import_and_nothing_else_of_the_catalogue_changes(
    publisher: Publisher,
) -> None:
    path = publisher.folder / "catalogue" / "sources.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    publisher.release(LATER)
    assert publisher.take_in("--add-release") == 0
    after = path.read_text(encoding="utf-8").splitlines()
    (line,) = [new for old, new in zip(before, after, strict=True) if old != new]
    assert line.endswith("2025-01-15, 2026-01-15, 2026-06-30]")
    assert len(stored(publisher, LATER)) == 168
