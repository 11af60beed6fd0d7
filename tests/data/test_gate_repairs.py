"""What became of a repair in the next release: applied again, moved, no longer needed, or lost."""

import re
from pathlib import Path

import pytest

from tests.data.damaged_files import NO_REPAIRS
from tests.data.gate_files import BEFORE, NEET, NOW, Publisher

WRONG, RIGHT, OTHER = "2023,PT,KZAKM,,90.00", "2023,PT,KZAKM,,9.00", "2023,PT,KZAKM,,9.05"


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """A publisher whose first release has one row with a lost decimal point, which is repaired."""
    publisher = Publisher(tmp_path)
    rows = publisher.files[NEET]
    line = rows.index(RIGHT) + 1
    rows[line - 1] = WRONG
    repair = f'{BEFORE},{NEET},{line},Value,90.00,9.00,high,the decimal point is lost,"{WRONG}"\n'
    (tmp_path / "catalogue" / "repairs.csv").write_text(NO_REPAIRS + repair)
    publisher.release(BEFORE)
    assert publisher.take_in() == 0
    publisher.withdraw(BEFORE)
    return publisher


@pytest.mark.parametrize(
    ("change", "code", "found"),
    [
        (lambda rows: rows, 0, {"told: repair_kept"}),
        (lambda rows: [rows[0], *reversed(rows[1:])], 0, {"told: repair_moved"}),
        (lambda rows: [RIGHT if row == WRONG else row for row in rows], 0, {"told: repair_unneeded"}),
        (
            lambda rows: [OTHER if row == WRONG else row for row in rows],
            1,
            {"STOP: repair_lost", "told: values_rounded"},
        ),
    ],
)
def test_the_fate_of_a_repair_is_told_and_a_lost_one_stops(
    publisher: Publisher, change, code: int, found: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.release(NOW, neet=change)
    capsys.readouterr()
    assert publisher.take_in() == code
    told = re.findall(rf"(STOP|told): kazstat_sdg/{NEET}/(\w+)", capsys.readouterr().out)
    assert {f"{mark}: {kind}" for mark, kind in told} == found
