"""Where the gate begins to doubt: each bound from both sides, with series of round numbers."""

from __future__ import annotations

from datetime import date

import pytest

from data.gate.content import FileContent, FilePair, Line
from data.gate.values import find_jumps, find_repeated_years, find_rescaled, find_revisions
from data.tidy import Figure

THEN, NOW = date(2025, 1, 15), date(2026, 1, 15)


def content(values: dict[tuple[str, int], float], release: date) -> FileContent:
    """Values of areas by year."""
    figures = {}
    for line_number, ((area, year), value) in enumerate(values.items(), 2):
        line = Line("8.6.1", "", area, *["_T"] * 7, "PT")
        figures[line, year] = Figure(
            source_id="s", indicator="8.6.1", ref_area=area, time_period=year, unit_measure="PT", obs_value=value,
            release=release, file="f.csv", line=line_number, licence="BNS-OPEN",
        )  # fmt: skip
    return FileContent(figures)


def kinds(find: object, before: dict[tuple[str, int], float], now: dict[tuple[str, int], float]) -> list[str]:
    pair = FilePair("s", THEN, NOW, "f.csv", content(before, THEN), content(now, NOW))
    return [finding.kind for finding in find(pair)]


def series(*values: float, area: str = "KZ", first: int = 2018) -> dict[tuple[str, int], float]:
    return {(area, first + place): value for place, value in enumerate(values)}


@pytest.mark.parametrize(
    ("before", "newest", "kind"),
    [
        # Four years make a history: its largest step is 1, so 1 is a revision and more is not.
        ((10, 11, 12, 13), 14.01, "values_moved"),
        ((10, 11, 12, 13), 14.0, "values_revised"),
        # Three do not: then half of the value is allowed.
        ((10, 11, 12), 18.0, "values_revised"),
        ((10, 11, 12), 18.01, "values_moved"),
    ],
)
def test_a_value_moves_beyond_its_history_or_beyond_half_of_itself(before, newest, kind) -> None:
    assert kinds(find_revisions, series(*before), series(*before[:-1], newest)) == [kind]


@pytest.mark.parametrize(("newest", "found"), [(16.0, []), (16.01, ["values_jump"]), (9.99, ["values_jump"])])
def test_a_new_year_may_lie_three_of_the_largest_steps_away(newest, found) -> None:
    assert kinds(find_jumps, series(10, 11, 12, 13), series(10, 11, 12, 13, newest)) == found


def test_after_a_year_without_value_a_new_one_may_lie_twice_as_far() -> None:
    later = series(10, 11, 12, 13) | {("KZ", 2023): 19.0}
    assert kinds(find_jumps, series(10, 11, 12, 13), later) == []
    assert kinds(find_jumps, series(10, 11, 12, 13), later | {("KZ", 2023): 19.01}) == ["values_jump"]


@pytest.mark.parametrize(
    ("factor", "values", "found"),
    [(4.9, 8, []), (5, 8, ["values_rescaled"]), (0.21, 8, []), (0.2, 8, ["values_rescaled"]), (100, 7, [])],
)
def test_a_file_is_rescaled_from_five_times_and_from_eight_values(factor, values, found) -> None:
    before = [8.0] * values
    assert kinds(find_rescaled, series(*before), series(*(value * factor for value in before))) == found


@pytest.mark.parametrize(("areas", "found"), [(4, ["year_repeated"]), (3, [])])
def test_a_year_repeats_the_one_before_where_four_different_values_do(areas, found) -> None:
    before = {(f"KZ-{place}", 2020): float(place) for place in range(areas)}
    assert (
        kinds(find_repeated_years, before, before | {(area, 2021): value for (area, _), value in before.items()})
        == found
    )
