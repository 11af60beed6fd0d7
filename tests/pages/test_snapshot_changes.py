"""What changed between two releases, and why a status moved. The figures are those of the publisher's two files."""

from __future__ import annotations

from datetime import date

import pytest

from pages.parts.snapshot import text as words
from pages.parts.snapshot.moves import changes_count_text, flip_text, point_lines, point_text
from pages.parts.snapshot.sheet_changes import changes_html
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, RELEASE_2024, snapshot


def changes(lang: str = "en"):
    return snapshot(lang, RELEASE_2024, RELEASE_2021).changes


@pytest.mark.parametrize(
    ("series_id", "year", "old", "new"),
    [
        ("culture_public_spending", 2010, 4.7, 4.9),
        ("culture_public_spending", 2011, 3.8, 4.0),
        ("culture_public_spending", 2015, 3.3, 3.4),
        ("culture_public_spending", 2018, 3.7, 3.8),
        ("culture_public_spending", 2019, 3.1, 3.2),
        ("digital_literacy_6_74", 2017, 77.061273, 77.1),
    ],
)
def test_revisions_between_2021_and_2024_are_found(series_id: str, year: int, old: float, new: float) -> None:
    found = next(point for point in changes().points if (point.series_id, point.year) == (series_id, year))
    assert (found.kind, found.cause) == ("revised", "rounding" if series_id == "digital_literacy_6_74" else "revision")
    assert (found.old, found.new) == (pytest.approx(old, abs=1e-6), new)
    assert found.change_percent == pytest.approx(100 * (new - old) / old, abs=1e-4)


def test_a_revision_too_small_for_the_usual_decimals_is_printed_with_more() -> None:
    point = next(point for point in changes().points if point.series_id == "digital_literacy_6_74")
    assert point_text(point, "en")[:3] == ("77.06", "77.10", "+0.1%")


def test_new_years_of_the_same_series_share_a_line() -> None:
    lines = [line for line in point_lines(changes(), "en") if line[0] == "Women in managerial positions, all ages"]
    assert lines == [("Women in managerial positions, all ages", "2020–2023", "—", "41.2", "", "new")]


@pytest.mark.parametrize(
    ("series_id", "old", "new", "causes"),
    [
        ("women_managers", "substantial_progress", "limited_progress", ("data",)),
        ("hourly_pay_r_relative", "intended_fast", "intended_slow", ("data",)),
        ("unemployment_16_24", "intended_fast", "intended_slow", ("data",)),
        ("tourism_gva_share", "intended_fast", "standing_still", ("data",)),
    ],
)
def test_status_flips_between_2021_and_2024_name_their_cause(series_id: str, old: str, new: str, causes: tuple) -> None:
    flip = next(flip for flip in changes().flips if flip.series_id == series_id)
    assert (flip.old_status, flip.new_status, flip.causes) == (old, new, causes)


def test_every_flip_has_a_cause() -> None:
    for as_of, earlier in ((NEWEST, RELEASE_2024), (NEWEST, RELEASE_2021), (RELEASE_2024, date(2020, 12, 29))):
        for flip in snapshot("en", as_of, earlier).changes.flips:
            assert flip.causes, flip.series_id


def test_another_method_on_the_same_date_is_the_cause_of_every_flip() -> None:
    flips = snapshot("en", NEWEST, NEWEST, "unsd2022", "open_sdg").changes.flips
    assert flips
    assert {flip.causes for flip in flips} == {("method",)}


def test_a_source_held_for_the_first_time_is_not_called_new_data() -> None:
    later = snapshot("en", NEWEST, RELEASE_2024).changes
    flip = next(flip for flip in later.flips if flip.series_id == "employed_r_share")
    assert flip.causes == ("first_held",)
    assert {point.cause for point in later.points if point.series_id == "gva_r_share_of_grp"} == {"first_held"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_to_report_is_reported(lang: str) -> None:
    model = snapshot(lang, RELEASE_2024, RELEASE_2024)
    assert (model.changes.points, model.changes.flips) == ((), ())
    assert words.word("changes_none", lang) in changes_html(model, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_counts_are_those_of_the_points(lang: str) -> None:
    points = changes(lang).points
    counts = {kind: sum(point.kind == kind for point in points) for kind in ("new", "revised", "removed")}
    assert counts["revised"] == 11
    assert counts["removed"] == 0
    assert all(str(count) in changes_count_text(changes(lang), lang) for count in counts.values())


def test_a_page_of_one_goal_tells_that_goal_only() -> None:
    own = changes().of_goal(5)
    assert {point.goal for point in own.points} == {5}
    assert {flip.series_id for flip in own.flips} == {"women_councils", "women_managers", "women_parliament"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_now_and_causes_have_words(lang: str) -> None:
    model = snapshot(lang, NEWEST, RELEASE_2021)
    assert all(all(flip_text(flip, model)) for flip in model.changes.flips)
