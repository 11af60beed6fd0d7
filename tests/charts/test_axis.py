"""Scales, ticks and places of labels."""

from __future__ import annotations

import pytest

from pages.parts.charts.axis import (
    fitted,
    in_two,
    label_margin,
    most_years,
    spread,
    text_width,
    tick_decimals,
    value_range,
    value_ticks,
    word_rows,
    year_ticks,
)


@pytest.mark.parametrize(
    ("values", "zero", "expected"),
    [
        ([2.1, 8.7], False, (0.0, 10.0, 2.0)),
        ([52.7, 57.7], False, (52.0, 58.0, 1.0)),
        ([52.7, 57.7], True, (0.0, 60.0, 20.0)),
        ([-3.0, -1.0], False, (-3.0, 0.0, 1.0)),
        ([-1.6, 1.9], False, (-2.0, 2.0, 1.0)),
    ],
)
def test_a_scale_starts_at_zero_where_the_data_come_near_to_it(values: list, zero: bool, expected: tuple) -> None:
    assert value_range(values, zero=zero) == expected


def test_a_scale_of_one_value_has_room_on_both_sides() -> None:
    low, high, _ = value_range([6.0])
    assert low < 6.0 < high


def test_ticks_are_the_values_between_both_ends_with_as_many_decimals_as_their_step() -> None:
    assert value_ticks(0, 1, 0.25) == [0, 0.25, 0.5, 0.75, 1]
    assert [tick_decimals(step) for step in (20, 2.5, 0.25)] == [0, 1, 2]


def test_the_last_year_is_always_printed() -> None:
    assert year_ticks(2010, 2023) == [2011, 2013, 2015, 2017, 2019, 2021, 2023]
    assert year_ticks(1990, 2023) == [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023]


def test_a_narrow_axis_prints_fewer_years() -> None:
    assert (most_years(9, 900), most_years(9, 130), most_years(9, 10)) == (9, 3, 2)


def test_labels_that_would_touch_are_moved_apart_and_stay_in_their_order_within_the_plot() -> None:
    placed = spread([100, 102, 300, 399], 0, 400)
    assert placed == pytest.approx([92.5, 109.5, 300, 399])
    assert spread([399, 398], 0, 400) == pytest.approx([400, 383])


def test_labels_stand_before_a_target_that_lies_far_enough_ahead() -> None:
    assert label_margin(120, 800, 2010, 2030, 2023) == (16, 2023)


def test_labels_stand_behind_the_axis_where_they_would_cover_the_target() -> None:
    assert label_margin(120, 800, 2010, 2024, 2023) == (133, 2024.4)


def test_labels_begin_right_behind_the_newest_value_and_end_at_the_edge() -> None:
    margin, year = label_margin(120, 800, 2010, 2023, 2023)
    half_year = 0.4 / 13.8 * (800 - margin)
    assert year == 2023
    assert margin + half_year == pytest.approx(120 + 9 + 4)


def test_words_at_rules_that_are_close_stand_in_rows_above_each_other() -> None:
    assert word_rows([100, 140, 180], [120, 120, 60], 50, 400) == [(2, False), (1, False), (0, False)]


def test_words_at_rules_that_are_far_apart_share_a_row() -> None:
    assert word_rows([100, 240], [100, 100], 50, 400) == [(0, False), (0, False)]


def test_words_that_would_leave_the_plot_stand_left_of_their_rule() -> None:
    assert word_rows([100, 380], [120, 120], 50, 400) == [(0, False), (0, True)]


def test_words_are_cut_with_an_ellipsis_only_where_they_need_more_room() -> None:
    assert fitted("Mangystau", 80) == "Mangystau"
    assert fitted("Западно-Казахстанская", 80) == "Западно-…"
    assert text_width([fitted("Западно-Казахстанская", 80)]) <= 80


def test_a_long_name_stands_on_two_lines_cut_at_a_space() -> None:
    assert in_two("Mangystau", 80) == ["Mangystau"]
    assert in_two("Unemployment rate, Mangystau, women", 130) == ["Unemployment rate,", "Mangystau, women"]
    assert in_two("Unemployment rate, all ages, Mangystau, women", 130) == ["Unemployment rate,", "all ages, Mangysta…"]


def test_the_width_of_words_is_that_of_the_typeface_within_three_per_cent() -> None:
    from pages.parts.charts.typeface import printed_width

    for words in ("Mangystau region", "Солтүстік Қазақстан облысы", "1 234 567,8 %", "North Kazakhstan 10.9%"):
        assert text_width([words]) == pytest.approx(printed_width(words, 13), rel=0.03)
