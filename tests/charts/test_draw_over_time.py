"""Stacks, strips, panels and grids as shapes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Area, Box, Dot, Drawing, Stroke, Words
from pages.parts.charts.marks import Panels, Stack
from pages.parts.words.language import format_number, format_value
from queries.rows import Rows
from tests.browser import marks
from tests.charts.shapes import all_said, length, of_kind, only, said


def test_a_year_in_which_a_part_lacks_is_left_out_and_not_bridged() -> None:
    drawing = draw(marks.stack(), "en", 900)
    for key in ("KZ-75", "KZ-71", "rest"):
        first, second = of_kind(drawing, Area, key)
        assert max(x for x, _ in first.points) < min(x for x, _ in second.points)


def test_parts_lie_on_each_other_in_the_order_of_their_names_and_are_as_high_as_their_values() -> None:
    rows = Rows({"part": ["J", "J", "R", "R"], "time_period": [2021, 2022] * 2, "obs_value": [2.0, 3.0, 1.0, 1.5]})
    mark = Stack(rows, "part", {"J": "ICT", "R": "Arts"}, "PT", meanings={"J": "section:J", "R": "section:R"})
    drawing = draw(mark, "en", 900)
    low, high = only(drawing, Area, "J"), only(drawing, Area, "R")
    (_, top), (_, foot) = low.points[0], low.points[-1]
    (_, upper), (_, lower) = high.points[0], high.points[-1]
    assert lower == pytest.approx(top)
    assert (foot - top) / (lower - upper) == pytest.approx(2.0)
    assert (low.fill, high.fill) == ("j", "r")


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_part_ends_with_its_name_and_newest_value(lang: str) -> None:
    mark = marks.stack(lang)
    drawing = draw(mark, lang, 900)
    newest = {"KZ-75": 55.1, "KZ-71": 29.9, "rest": 15.0}
    assert {key: all_said(drawing, key) for key in newest} == {
        key: [f"{mark.names[key]} {format_value(value, 'PT', 1, lang)}"] for key, value in newest.items()
    }
    assert of_kind(drawing, Area, "rest")[0].fill == "context"


def test_the_parts_of_a_strip_are_as_long_as_their_shares_and_follow_each_other() -> None:
    drawing = draw(marks.strip(), "en", 900)
    parts = [only(drawing, Box, code) for code in ("KZ-75", "KZ-71", "KZ-35", "KZ-19")]
    assert [part.width for part in parts] == pytest.approx([900 * share / 100 for share in (57.7, 29.3, 3.1, 2.0)])
    assert [part.x + part.width for part in parts[:-1]] == pytest.approx([part.x for part in parts[1:]])


def test_parts_that_mean_something_are_coloured_and_named_the_others_grey() -> None:
    drawing = draw(marks.strip(), "en", 900)
    assert [only(drawing, Box, code).fill for code in ("KZ-75", "KZ-71", "KZ-35")] == ["c1", "c2", "context"]
    assert all_said(drawing) == [f"{marks.names('en')['KZ-75']} 58%", "Astana 29%"]


def test_panels_stand_in_the_order_of_their_newest_values_with_the_value_in_their_heading() -> None:
    mark = marks.panels()
    drawing = draw(mark, "en", 900)
    headings = {code: said(of_kind(drawing, Words, code)[0]) for code in marks.NEET_2022}
    assert headings["KZ-62"] == f"{mark.names['KZ-62']} 8.7"
    places = {code: of_kind(drawing, Words, code)[0] for code in headings}
    order = sorted(places, key=lambda code: (places[code].y, places[code].x))
    newest = [marks.NEET_2022[code] for code in order]
    assert newest == sorted(newest, reverse=True)


def test_panels_have_the_country_behind_every_region_and_cut_lines_at_missing_years() -> None:
    rows = Rows(
        {
            "ref_area": ["KZ"] * 3 + ["KZ-43"] * 3,
            "time_period": [2019, 2020, 2021, 2018, 2019, 2021],
            "obs_value": [5.0, 4.9, 5.0, 6.0, 6.1, 6.2],
        }
    )
    drawing = draw(Panels(rows, {"KZ-43": "Kyzylorda"}, "PT"), "en", 900)
    assert (only(drawing, Stroke, "KZ-43|KZ").colour, length(only(drawing, Stroke, "KZ-43|KZ"))) == ("context", 3)
    assert [len(part) for part in only(drawing, Stroke, "KZ-43").parts] == [2]
    # The newest point, which stands alone behind the gap, would vanish as a line.
    assert [dot.fill for dot in of_kind(drawing, Dot, "KZ-43")] == ["gold"]


def test_a_panel_has_its_dot_at_the_newest_point() -> None:
    rows = Rows({"ref_area": ["KZ-43"] * 3, "time_period": [2019, 2020, 2021], "obs_value": [6.0, 6.1, 6.2]})
    drawing = draw(Panels(rows, {"KZ-43": "Kyzylorda"}, "PT"), "en", 900)
    (dot,) = of_kind(drawing, Dot, "KZ-43")
    assert (dot.x, dot.y) == only(drawing, Stroke, "KZ-43").parts[0][-1]


def scales(drawing: Drawing) -> set[str]:
    return set(all_said(drawing, "scale"))


def test_panels_share_one_scale_unless_each_is_free() -> None:
    rows = Rows(
        {"ref_area": ["a", "a", "b", "b"], "time_period": [2020, 2021] * 2, "obs_value": [1.0, 2.0, 80.0, 90.0]}
    )
    mark = Panels(rows, {"a": "A", "b": "B"}, "PT")
    assert scales(draw(mark, "en", 900)) == {"100"}
    assert scales(draw(replace(mark, free=True), "en", 900)) == {"2", "90"}


def test_fewer_panels_stand_abreast_on_a_narrow_sheet() -> None:
    columns = [
        len({round(of_kind(draw(marks.panels(), "en", width), Words, code)[0].x) for code in marks.NEET_2022})
        for width in (900, 390, 160)
    ]
    assert columns == [5, 2, 1]


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_newest_value_of_a_panel_is_written_in_the_readers_language(lang: str) -> None:
    drawing = draw(marks.panels(lang), lang, 900)
    assert said(of_kind(drawing, Words, "KZ-47")[0]).endswith(f" {format_number(7.3, 1, lang)}")


def test_cells_without_anything_are_empty_and_others_shaded_by_how_much_is_there() -> None:
    drawing = draw(marks.cells(), "en", 900)
    fills = {box.key: box.fill for box in of_kind(drawing, Box)}
    assert fills == {"neet|2020": "seq3", "neet|2022": "seq5", "pay|2010": "seq1", "pay|2022": "seq5"}


def test_cells_stand_in_the_row_of_their_series_and_the_column_of_their_year() -> None:
    drawing = draw(marks.cells(), "en", 900)
    cells = {key: only(drawing, Box, key) for key in ("neet|2020", "neet|2022", "pay|2022", "pay|2010")}
    assert cells["neet|2020"].y == cells["neet|2022"].y < cells["pay|2022"].y
    assert cells["neet|2022"].x == cells["pay|2022"].x
    year = (cells["pay|2022"].x - cells["pay|2010"].x) / 12
    assert cells["neet|2022"].x - cells["neet|2020"].x == pytest.approx(2 * year)


def test_a_grid_grows_wider_than_a_narrow_sheet_so_that_its_cells_can_be_read() -> None:
    drawing = draw(marks.cells(), "en", 300)
    assert drawing.width == pytest.approx(150 + 13 * 17 + 4)


def test_areas_across_have_turned_headings_in_their_order() -> None:
    rows = Rows({"series_id": ["neet", "neet"], "ref_area": ["KZ-47", "KZ-43"], "n_areas": [3, 20], "words": ["", ""]})
    across = {"KZ-43": "Kyzylorda", "KZ-47": "Mangystau"}
    drawing = draw(replace(marks.cells(), rows=rows, across=across), "en", 900)
    heads = [words for words in of_kind(drawing, Words) if words.turned]
    assert [said(words) for words in heads] == ["Kyzylorda", "Mangystau"]
    assert only(drawing, Box, "neet|KZ-43").x < heads[0].x < only(drawing, Box, "neet|KZ-47").x


def test_years_with_a_value_for_the_country_have_a_square_and_bars_are_as_high_as_the_share_of_regions() -> None:
    drawing = draw(marks.years_held(), "en", 900)
    assert [dot.key for dot in of_kind(drawing, Dot)] == ["2020", "2022"]
    heights = {box.key: box.height for box in of_kind(drawing, Box)}
    assert heights["2020"] == 0
    assert heights["2022"] == pytest.approx(2 * heights["2021"])
