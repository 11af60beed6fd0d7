"""The small drawings: six shapes that differ without colour, a ruler cut at the thresholds, lines that never bridge."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pages.parts.snapshot.marks import OUTLINED, STATUS_SHAPE, STATUS_TOKENS, STATUSES, arrow, ruler_position, trend
from pages.parts.snapshot.sheet_marks import MARK_NAMES, mark, sheet_style
from pages.parts.snapshot.text import measure_text

ARROWS = ("substantial_progress", "moderate_progress", "limited_progress", "deterioration")
DIRECTIONS = ("intended_fast", "intended_slow", "standing_still", "against")


def test_every_judged_status_has_an_arrow_of_its_own() -> None:
    assert len({arrow(status) for status in ARROWS}) == len(ARROWS)


def test_a_direction_turns_like_its_pair_and_is_drawn_as_an_outline() -> None:
    assert [arrow(status) for status in DIRECTIONS] == [arrow(status) for status in ARROWS]
    assert {*DIRECTIONS, "level_reached"} == OUTLINED
    assert not OUTLINED & {*ARROWS, "target_achieved", "not_assessed"}


def test_what_is_fragile_is_hatched() -> None:
    style = sheet_style()
    for status in STATUSES[:-1]:
        assert f".sheet i.{MARK_NAMES[status]}h {{" in style
    assert mark("against", hatched=True) != mark("against")


def test_arrows_point_up_for_on_track_and_down_for_deterioration() -> None:
    def tip(status: str) -> tuple[float, float]:
        return arrow(status)[0]

    assert tip("substantial_progress") == (8, 1)
    assert tip("limited_progress") == (15, 8)
    assert tip("deterioration") == (8, 15)


def test_every_class_of_every_method_has_a_shape_and_every_shape_a_colour() -> None:
    assert set(STATUS_SHAPE.values()) == set(STATUSES) == set(STATUS_TOKENS)


@pytest.mark.parametrize(("score", "place"), [(-5, 0), (-2.5, 0.25), (0, 0.5), (2.5, 0.75), (5, 1), (7, 1), (-9, 0)])
def test_thresholds_fall_on_the_quarters_of_the_ruler(score: float, place: float) -> None:
    assert ruler_position(score) == place


def test_a_line_ends_at_a_break_and_at_a_missing_year() -> None:
    points = [(2015, 1.0, 0), (2016, 2.0, 0), (2018, 3.0, 0), (2019, 4.0, 0), (2020, 9.0, 1), (2021, 9.5, 1)]
    drawn = trend(points, 2015, 2021, None, 80, 30)
    assert [len(run) for run in drawn.runs] == [2, 2, 2]
    assert drawn.lone == ()


def test_a_year_alone_in_its_segment_is_a_dot() -> None:
    drawn = trend([(2021, 5.0, 0), (2022, 5.5, 0), (2023, 6.0, 1)], 2023, 2023, None, 80, 30)
    assert len(drawn.lone) == 1
    assert drawn.latest == drawn.lone[0]


def test_a_target_far_from_the_values_is_not_drawn_lest_it_flatten_them() -> None:
    points = [(2015, 26.0, 0), (2016, 27.0, 0)]
    assert trend(points, 2015, 2016, 28.5, 80, 30).target_height is not None
    assert trend(points, 2015, 2016, 50.0, 80, 30).target_height is None


def test_no_values_draw_nothing() -> None:
    drawn = trend([], None, None, 50.0, 80, 30)
    assert (drawn.runs, drawn.lone, drawn.latest, drawn.target_height) == ((), (), None, None)


@pytest.mark.parametrize(
    ("kind", "quantity", "cap", "said"),
    [
        ("ratio", 0.974, None, "R = 0.97"),
        ("growth_without_target", 0.015, None, "+1.50% a year"),
        ("growth_without_target", -0.015, 1.0, "−1.50% a year"),
        ("growth_without_target", 0.015, 0.5, "+1.50% a year, C = 0.50"),
    ],
)
def test_the_number_behind_a_status_is_a_ratio_or_a_growth_with_its_limit(kind, quantity, cap, said) -> None:
    row = SimpleNamespace(quantity_kind=kind, quantity=quantity, cap=cap, distance=None, status="moderate_progress")
    assert measure_text(row, "en").replace("per year", "a year") == said
