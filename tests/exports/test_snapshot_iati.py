"""The IATI-shaped table: results with baseline, periods, targets and actuals that a programme can read."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from pages.parts.snapshot.iati import FIELDS, write_snapshot_iati
from tests.exports.snapshots import LANGUAGES, snapshot


def lines(lang: str = "en") -> list[dict[str, str]]:
    content = write_snapshot_iati(snapshot(lang)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def test_the_file_opens_with_a_byte_order_mark_and_named_columns() -> None:
    content = write_snapshot_iati(snapshot("kk"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[0].split(",") == list(FIELDS)


def test_women_managers_have_a_baseline_an_actual_and_a_target_in_their_own_periods() -> None:
    actual, target = [line for line in lines() if line["indicator_code"] == "women_managers"]
    assert (actual["baseline_year"], actual["baseline_value"]) == ("2015", "37.0")
    assert (actual["period_start"], actual["period_end"]) == ("2023-01-01", "2023-12-31")
    assert (actual["actual_value"], actual["target_value"]) == ("41.2", "")
    assert (target["period_start"], target["period_end"]) == ("2030-01-01", "2030-12-31")
    assert (target["target_value"], target["actual_value"]) == ("50.0", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_carries_date_checksum_version_and_disclaimer(lang: str) -> None:
    model = snapshot(lang)
    for line in lines(lang):
        assert line["as_of"] == model.as_of.isoformat()
        assert line["data_checksum"] == model.checksum
        assert line["application_version"] == model.version
        assert line["disclaimer"]
        assert date.fromisoformat(line["period_start"]) <= date.fromisoformat(line["period_end"])


def test_every_held_series_has_its_actual_unrounded() -> None:
    actuals = {line["indicator_code"]: line["actual_value"] for line in lines() if line["actual_value"]}
    held = {row.series_id: row.latest_value for row in snapshot("en").rows if row.latest_value is not None}
    assert {key: float(value) for key, value in actuals.items()} == held


def test_percentages_are_measured_as_such() -> None:
    measures = {line["indicator_code"]: line["indicator_measure"] for line in lines()}
    assert measures["women_managers"] == "2"
    assert measures["neet_gap_sex_15_24"] == "1"


def test_the_same_request_gives_the_same_bytes() -> None:
    assert write_snapshot_iati(snapshot("ru")) == write_snapshot_iati(snapshot("ru"))
