"""Charts with one row per thing as shapes: ranked bars, bars around zero, pairs and zones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Box, Dot, Drawing, Stroke, Words
from pages.parts.charts.marks import Bars
from pages.parts.words.language import format_change, format_value
from queries.rows import Rows
from tests.browser import marks
from tests.charts.shapes import all_said, of_kind, only, said


def bars(*rows: tuple[str, float], **more: object) -> Bars:
    codes, values = zip(*rows, strict=True)
    columns = {
        "ref_area": codes,
        "obs_value": values,
        **{name: more.pop(name) for name in list(more) if name in COLUMNS},
    }
    return Bars(Rows(columns), "ref_area", {code: f"name of {code}" for code in codes}, "PT", **more)


COLUMNS = ("place", "n_tied", "within_rounding", "obs_status", "national_value", "time_period", "role")


def values_by_key(drawing: Drawing, codes: list[str]) -> dict[str, str]:
    """The words at the right end of each row."""
    return {code: said(max(of_kind(drawing, Words, code), key=lambda words: words.x)) for code in codes}


def test_the_length_of_bars_is_in_proportion_to_their_values() -> None:
    drawing = draw(bars(("a", 8.0), ("b", 4.0), ("c", 1.0)), "en", 900)
    lengths = [only(drawing, Box, code).width for code in "abc"]
    assert [lengths[0] / length for length in lengths] == pytest.approx([1, 2, 8])
    assert len({only(drawing, Box, code).x for code in "abc"}) == 1


def test_a_negative_bar_ends_where_positive_ones_begin() -> None:
    drawing = draw(bars(("a", 3.0), ("b", -1.0)), "en", 900)
    up, down = only(drawing, Box, "a"), only(drawing, Box, "b")
    assert down.x + down.width == pytest.approx(up.x)
    assert up.width == pytest.approx(3 * down.width)


def test_the_first_row_stands_on_top() -> None:
    drawing = draw(bars(("a", 3.0), ("b", 5.0)), "en", 900)
    assert only(drawing, Box, "a").y < only(drawing, Box, "b").y


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_region_has_its_value_in_the_column_at_the_right(lang: str) -> None:
    drawing = draw(marks.bars(lang), lang, 900)
    codes = list(marks.NEET_2022)
    near = {"KZ-31", "KZ-43"}
    assert values_by_key(drawing, codes) == {
        code: ("≈" if code in near else "") + format_value(value, "PT", 1, lang)
        for code, value in marks.NEET_2022.items()
    }


def test_shared_places_carry_a_sign_and_single_ones_none() -> None:
    drawing = draw(bars(("a", 6.1), ("b", 6.1), ("c", 5.0), place=[5, 5, 7], n_tied=[2, 2, 1]), "en", 900)
    names = [said(words) for words in of_kind(drawing, Words) if "name of" in said(words)]
    assert [name.split("\u00a0")[-1] for name in names] == ["5=", "5=", "7"]


def test_the_reference_stands_at_the_value_of_the_country() -> None:
    drawing = draw(bars(("a", 8.0), ("b", 4.0), national_value=[6.0, 6.0], reference="Kazakhstan"), "en", 900)
    bar = only(drawing, Box, "a")
    (rule,) = [stroke for stroke in of_kind(drawing, Stroke) if stroke.dash == "dot"]
    assert rule.parts[0][0][0] == pytest.approx(bar.x + bar.width * 6 / 8)
    assert all_said(drawing, "reference") == ["Kazakhstan 6.0%"]


def test_an_estimate_is_hollow_and_says_so_beside_its_year() -> None:
    drawing = draw(marks.countries(), "en", 900)
    assert [only(drawing, Box, code).fill for code in ("KG", "UZ")] == ["quiet", "paper"]
    assert only(drawing, Box, "UZ").outline == "quiet"
    assert "Uzbekistan\u00a0\u00a02020, estimate" in all_said(drawing)


def test_rows_of_a_group_stand_under_its_heading() -> None:
    drawing = draw(marks.countries(), "en", 900)
    order = sorted(of_kind(drawing, Words), key=lambda words: words.y)
    written = [said(words) for words in order]
    groups = written.index("Groups of countries")
    assert written.index("Countries") == 0
    assert groups > max(place for place, words in enumerate(written) if words.startswith(("Kyrgyzstan", "Russian")))
    assert groups < min(place for place, words in enumerate(written) if words.startswith(("World", "Central Asia")))


def test_bars_take_the_colours_of_focus_regions_and_of_the_choice_and_are_quiet_else() -> None:
    drawing = draw(marks.bars(), "en", 900)
    fills = {code: only(drawing, Box, code).fill for code in ("KZ-43", "KZ-47", "KZ-75", "KZ-11")}
    assert fills == {"KZ-43": "gold", "KZ-47": "bronze", "KZ-75": "c1", "KZ-11": "quiet"}


def test_names_leave_bars_half_of_a_narrow_sheet() -> None:
    drawing = draw(marks.bars("ru"), "ru", 390)
    assert min(only(drawing, Box, code).x for code in marks.NEET_2022) <= 390 * 0.46


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_a_bar_around_zero_stands_on_the_side_of_its_sign_with_its_signed_value_behind_it(lang: str) -> None:
    drawing = draw(marks.gaps(lang), lang, 900)
    (zero,) = [stroke.parts[0][0][0] for stroke in of_kind(drawing, Stroke)]
    for code, change in {"KZ-62": 1.9, "KZ-47": 0.4, "KZ-75": -0.3, "KZ-27": -1.6}.items():
        bar, words = only(drawing, Box, code), only(drawing, Words, code)
        assert said(words) == format_change(change, "PT", 1, lang)
        assert (bar.x if change > 0 else bar.x + bar.width) == pytest.approx(zero)
        assert (words.x > bar.x + bar.width) if change > 0 else (words.x < bar.x)
        assert bar.fill == ("more" if change > 0 else "less")


def test_bars_around_zero_share_one_scale() -> None:
    drawing = draw(marks.gaps(), "en", 900)
    assert only(drawing, Box, "KZ-62").width / only(drawing, Box, "KZ-27").width == pytest.approx(1.9 / 1.6)


def test_the_words_of_both_sides_have_the_colours_of_their_bars() -> None:
    drawing = draw(replace(marks.gaps(), meanings=("men", "women")), "en", 900)
    looks = {said(words): (words.colour, words.anchor) for words in of_kind(drawing, Words)}
    assert (looks["fewer"], looks["more"]) == (("mentext", "end"), ("women", "start"))


def test_women_and_men_stand_at_their_values_and_differ_in_shape_and_colour() -> None:
    drawing = draw(marks.pairs(), "en", 900)
    women, men = only(drawing, Dot, "KZ-62|women"), only(drawing, Dot, "KZ-62|men")
    others = only(drawing, Dot, "KZ-47|women"), only(drawing, Dot, "KZ-47|men")
    assert (women.shape, women.fill, men.shape, men.fill) == ("circle", "women", "diamond", "men")
    assert (women.x - men.x) / (others[0].x - others[1].x) == pytest.approx((13.9 - 3.5) / (9.1 - 5.6))


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_gap_of_each_pair_is_printed_with_its_sign(lang: str) -> None:
    drawing = draw(marks.pairs(lang), lang, 900)
    gaps = {"KZ-62": 10.4, "KZ-47": 3.5, "KZ-71": -0.2}
    assert {code: all_said(drawing, code) for code in gaps} == {
        code: [format_change(gap, "PT", 1, lang)] for code, gap in gaps.items()
    }


def test_a_gap_of_another_unit_is_printed_as_it_is() -> None:
    drawing = draw(replace(marks.pairs(), gap_unit="PT"), "en", 900)
    assert all_said(drawing, "KZ-71") == ["\u22120.2%"]
    assert all_said(drawing, "KZ-62") == ["10.4%"]


def test_a_dot_inside_the_zone_is_a_circle_in_ink_and_outside_a_diamond_in_the_colour_of_its_side() -> None:
    drawing = draw(marks.zone(), "en", 900)
    looks = {key: only(drawing, Dot, key) for key in ("managers", "parliament", "graduates")}
    assert {key: (dot.shape, dot.fill) for key, dot in looks.items()} == {
        "managers": ("circle", "ink"),
        "parliament": ("diamond", "men"),
        "graduates": ("diamond", "women"),
    }


def test_the_zone_lies_around_the_middle_of_the_scale() -> None:
    drawing = draw(marks.zone(), "en", 900)
    shade = only(drawing, Box, "zone")
    dots = {key: only(drawing, Dot, key).x for key in ("parliament", "graduates")}
    pixels = (dots["graduates"] - dots["parliament"]) / (61.0 - 18.4)
    assert shade.width == pytest.approx(10 * pixels)
    assert shade.x == pytest.approx(dots["parliament"] + (45 - 18.4) * pixels)


def test_the_words_of_a_zone_stand_beside_its_rows_where_there_is_room() -> None:
    wide, narrow = (draw(marks.zone(), "en", width) for width in (900, 390))
    assert all_said(wide, "parliament") == ["18.4% · fewer women"]
    assert all_said(narrow, "parliament") == []


def test_a_negative_bar_stands_right_of_the_names_and_a_positive_one_left_of_the_values() -> None:
    drawing = draw(bars(("a", 3.0), ("b", -1.0)), "en", 900)
    name, value = sorted(of_kind(drawing, Words, "b"), key=lambda words: words.x)
    assert name.x < only(drawing, Box, "b").x
    assert only(drawing, Box, "a").x + only(drawing, Box, "a").width < value.x - 30


@pytest.mark.parametrize(("women", "men"), [(20.0, 19.0), (19.0, 20.0)])
def test_the_words_of_two_close_dots_stand_beside_each_other_on_the_sides_of_their_dots(
    women: float, men: float
) -> None:
    rows = Rows({"ref_area": ["KZ-62"], "women": [women], "men": [men], "gap": [women - men]})
    drawing = draw(replace(marks.pairs(), rows=rows), "en", 900)
    heads = {said(words): words for words in of_kind(drawing, Words)}
    assert (heads["women"].anchor, heads["men"].anchor) == (("start", "end") if women > men else ("end", "start"))
    assert (heads["women"].x > heads["men"].x) == (women > men)


def test_the_words_of_two_dots_that_are_far_apart_stand_over_them() -> None:
    drawing = draw(marks.pairs(), "en", 900)
    heads = {said(words): words for words in of_kind(drawing, Words)}
    assert heads["women"].anchor == heads["men"].anchor == "middle"
    assert heads["women"].x == only(drawing, Dot, "KZ-62|women").x


@pytest.mark.parametrize(("share", "shape"), [(44.9, "diamond"), (45.0, "circle"), (55.0, "circle"), (55.1, "diamond")])
def test_both_limits_of_a_zone_belong_to_it(share: float, shape: str) -> None:
    rows = Rows({"series_id": ["managers"], "share": [share]})
    assert only(draw(replace(marks.zone(), rows=rows), "en", 900), Dot, "managers").shape == shape
