"""Lines as shapes: what is joined, hollow, marked and labelled."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from pages.parts.charts.axis import text_width
from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Dot, Drawing, Stroke, Words
from pages.parts.charts.marks import Break, Lines, Target
from pages.parts.words.language import format_value
from queries.rows import Rows
from tests.browser import marks
from tests.charts.shapes import all_said, of_kind, only, said

NAMES = {"KZ": "Kazakhstan", "KZ-47": "Mangystau", "KZ-75": "Almaty"}


def line(*points: tuple[int, float | None], **more: object) -> Lines:
    """One line of the country."""
    given = {"segment": [0] * len(points), "obs_status": ["A"] * len(points)}
    columns = {name: more.pop(name, column) for name, column in given.items()}
    years, values = zip(*points, strict=True)
    rows = Rows({"ref_area": ["KZ"] * len(points), "time_period": years, "obs_value": values, **columns})
    return Lines(rows, "ref_area", NAMES, "PT", **more)


def drawn(mark: Lines, lang: str = "en", width: float = 900) -> Drawing:
    return draw(mark, lang, width)


def way(drawing: Drawing, key: str) -> Stroke:
    return only(drawing, Stroke, key)


def x_of(drawing: Drawing, year: int) -> float:
    """The pixel at which a year is printed below the plot."""
    return next(words.x for words in of_kind(drawing, Words, "year") if said(words) == str(year))


def y_of(drawing: Drawing, value: str) -> float:
    return next(words.y for words in of_kind(drawing, Words, "value") if said(words) == value)


def test_a_missing_year_is_not_joined() -> None:
    drawing = drawn(line((2010, 5.7), (2011, 5.1), (2014, 7.0), (2015, 7.9)))
    assert [len(part) for part in way(drawing, "KZ").parts] == [2, 2]


def test_two_segments_are_not_joined() -> None:
    drawing = drawn(line((2020, 4.9), (2021, 5.0), (2022, 4.6), (2023, 6.0), segment=[0, 0, 1, 1]))
    assert [len(part) for part in way(drawing, "KZ").parts] == [2, 2]


def test_an_unknown_value_leaves_no_point() -> None:
    drawing = drawn(line((2020, 4.9), (2021, None), (2022, 4.6)))
    assert len(of_kind(drawing, Dot, "KZ")) == 2
    assert way(drawing, "KZ").parts == []


def test_points_lie_at_their_year_and_value() -> None:
    drawing = drawn(line((2019, 0.0), (2020, 5.0), (2021, 10.0)))
    dots = of_kind(drawing, Dot, "KZ")
    assert [dot.x for dot in dots] == pytest.approx([x_of(drawing, year) for year in (2019, 2020, 2021)])
    assert [dots[0].y, dots[2].y] == pytest.approx([y_of(drawing, "0%"), y_of(drawing, "10%")])
    assert dots[1].y == pytest.approx((dots[0].y + dots[2].y) / 2)


@pytest.mark.parametrize(
    ("flag", "fill"), [("S", "paper"), ("P", "paper"), ("E", "paper"), ("U", "paper"), ("A", "ink")]
)
def test_flagged_points_are_hollow(flag: str, fill: str) -> None:
    drawing = drawn(line((2021, 5.0), (2022, 4.6), obs_status=["A", flag]))
    assert [dot.fill for dot in of_kind(drawing, Dot, "KZ")] == ["ink", fill]


def test_the_rule_of_a_break_stands_between_the_years_and_its_words_above_the_plot() -> None:
    drawing = drawn(line((2021, 5.0), (2022, 4.6), (2023, 6.0), breaks=(Break(2023, "new definition"),)))
    ((top, foot),) = way(drawing, "break:2023").parts
    assert top[0] == foot[0] == pytest.approx((x_of(drawing, 2022) + x_of(drawing, 2023)) / 2)
    words = only(drawing, Words, "break")
    assert said(words) == "new definition"
    assert words.y < min(dot.y for dot in of_kind(drawing, Dot)) - 6


def test_a_break_without_words_has_its_rule_alone_and_takes_no_row() -> None:
    points = ((2021, 5.0), (2022, 4.6), (2023, 6.0))
    worded, silent = (drawn(line(*points, breaks=(Break(2023, words),))) for words in ("new method", ""))
    assert all_said(silent, "break") == []
    assert len(of_kind(silent, Stroke, "break:2023")) == 1
    assert y_of(worded, "6.0%") - y_of(silent, "6.0%") == pytest.approx(15, abs=0.2)


def test_words_of_breaks_never_cover_each_other() -> None:
    years = tuple((year, 5.0 + year % 3) for year in range(2010, 2024))
    breaks = tuple(Break(year, "new definition of age") for year in (2012, 2013, 2014, 2021, 2022))
    for width in (390, 900):
        words = of_kind(drawn(line(*years, breaks=breaks), width=width), Words, "break")
        assert len(words) == 5
        for one, other in combinations(words, 2):
            assert one.y != other.y or right_end(one) <= left_end(other) or right_end(other) <= left_end(one)


def left_end(words: Words) -> float:
    return words.x - (text_width([said(words)], words.size) if words.anchor == "end" else 0)


def right_end(words: Words) -> float:
    return left_end(words) + text_width([said(words)], words.size)


def test_a_target_stands_at_its_year_and_value_with_its_path_and_words() -> None:
    target = Target(2030, 5.0, "target 5.0%", ((2021, 10.0), (2030, 5.0)))
    drawing = drawn(line((2020, 10.0), (2021, 10.0), target=target))
    ((left, right),) = way(drawing, "target").parts
    assert (left[0] + right[0]) / 2 == pytest.approx(x_of(drawing, 2030))
    assert left[1] == right[1] == pytest.approx(way(drawing, "path").parts[0][-1][1])
    assert way(drawing, "path").parts[0][-1][1] > way(drawing, "path").parts[0][0][1]
    assert all_said(drawing, "target") == ["target 5.0%"]


@pytest.mark.parametrize(("start", "is_below"), [(10.0, True), (1.0, False)])
def test_the_words_of_a_target_stand_on_the_side_where_its_path_is_not(start: float, is_below: bool) -> None:
    target = Target(2030, 5.0, "target", ((2021, start), (2030, 5.0)))
    drawing = drawn(line((2020, start), (2021, start), target=target))
    assert (only(drawing, Words, "target").y > way(drawing, "target").parts[0][0][1]) == is_below


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_line_ends_with_its_name_and_newest_value(lang: str) -> None:
    mark = marks.lines(lang)
    drawing = drawn(mark, lang)
    newest = {key: list(values.values())[-1] for key, values in marks.NEET.items()}
    assert {key: all_said(drawing, key) for key in newest} == {
        key: [f"{mark.names[key]} {format_value(value, 'PT', 1, lang)}"] for key, value in newest.items()
    }


def test_labels_stay_on_the_sheet_and_never_touch() -> None:
    for width in (390, 560, 900):
        drawing = drawn(marks.lines(target=None), width=width)
        labels = [words for key in marks.NEET for words in of_kind(drawing, Words, key)]
        assert max(map(right_end, labels)) <= width
        assert all(below.y - above.y >= 16.9 for above, below in pairwise(sorted(labels, key=lambda words: words.y)))


def test_lines_outside_the_choice_are_thin_and_grey_without_dots_or_label() -> None:
    rows = Rows(
        {"ref_area": ["KZ-75", "KZ-75", "KZ-10", "KZ-10"], "time_period": [2021, 2022] * 2, "obs_value": [4, 5, 6, 7]}
    )
    drawing = drawn(Lines(rows, "ref_area", {"KZ-75": "Almaty", "KZ-10": "Abai"}, "PT", chosen=("KZ-75",)))
    assert (way(drawing, "KZ-10").colour, way(drawing, "KZ-10").width) == ("context", 1.0)
    assert of_kind(drawing, Dot, "KZ-10") == of_kind(drawing, Words, "KZ-10") == []
    assert way(drawing, "KZ-75").colour == "c1"


def test_colours_follow_the_order_of_the_choice_and_focus_regions_keep_their_own() -> None:
    drawing = drawn(marks.lines(chosen=("KZ-75", "KZ-43")))
    assert [way(drawing, key).colour for key in ("KZ", "KZ-43", "KZ-47", "KZ-75")] == ["ink", "gold", "bronze", "c1"]


def test_a_dotted_line_is_dotted_and_cited_facts_are_dots_without_a_line() -> None:
    points = ((2020, 45.5), (2021, 45.6))
    assert way(drawn(line(*points, dotted=("KZ",))), "KZ").dash == "dot"
    facts = drawn(line(*points, points=True))
    assert of_kind(facts, Stroke, "KZ") == []
    assert [dot.size for dot in of_kind(facts, Dot, "KZ")] == [9, 9]


def test_a_fixed_span_and_scale_show_what_lies_within() -> None:
    mark = replace(line((2015, 9.0), (2020, 4.9), (2021, 5.0)), span=(2019, 2022), values=(0, 20))
    drawing = drawn(mark)
    assert all_said(drawing, "year") == ["2019", "2020", "2021", "2022"]
    assert all_said(drawing, "value") == ["0%", "5%", "10%", "15%", "20%"]
    assert len(of_kind(drawing, Dot, "KZ")) == 2


def test_nothing_to_draw_is_an_empty_sheet_of_the_same_height() -> None:
    drawing = drawn(line((2021, None)))
    assert (drawing.height, drawing.shapes) == (420, [])


LONG = {"KZ": "Unemployment rate, all ages, Kazakhstan, women", "KZ-75": "Unemployment rate, all ages, Almaty, men"}


def two_lines_of_labels(height: int) -> Drawing:
    columns = {"ref_area": ["KZ", "KZ-75"], "time_period": [2022, 2022], "obs_value": [5.0, 4.0]}
    return drawn(Lines(Rows(columns), "ref_area", LONG, "PT", height=height))


def test_a_long_name_stands_on_two_lines_so_that_its_end_is_read_too() -> None:
    labels = of_kind(two_lines_of_labels(420), Words, "KZ-75")
    assert [said(words) for words in labels] == ["Unemployment rate, all ages,", "Almaty, men 4.0%"]
    assert labels[1].y - labels[0].y == 17


def test_where_there_is_no_room_for_two_lines_each_name_is_cut() -> None:
    assert all_said(two_lines_of_labels(110), "KZ-75") == ["Unemployment rate, all ages,… 4.0%"]


def test_the_words_of_a_break_may_reach_over_the_labels() -> None:
    points = tuple((year, 5.0) for year in range(2015, 2024))
    drawing = drawn(line(*points, breaks=(Break(2023, "new definition of age"),)))
    words = only(drawing, Words, "break")
    plot_end = max(x for stroke in of_kind(drawing, Stroke) for part in stroke.parts for x, _ in part)
    assert (words.anchor, right_end(words) > plot_end) == ("start", True)
