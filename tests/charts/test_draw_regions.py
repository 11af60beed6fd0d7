"""Maps and tiles as shapes: fills, hatches, outlines, numbers and the legend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages.parts.charts.classes import Classes, word_token
from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Box, Dot, Drawing, Region, Words
from pages.parts.charts.outlines import LAYOUTS, places, region_shapes
from pages.parts.words.language import format_number
from queries.rows import Rows
from tests.browser import marks
from tests.charts.shapes import all_said, of_kind, only, said

FORMS = pytest.mark.parametrize(("form", "kind"), [("map", Region), ("tiles", Box)])
KNOWN = {code: value for code, value in marks.NEET_2022.items() if code not in ("KZ-33", "KZ-10")}


def drawn(lang: str = "en", width: float = 900, **more: object) -> Drawing:
    return draw(marks.regions(lang, **more), lang, width)


@FORMS
def test_a_region_is_filled_by_the_class_of_its_value(form: str, kind: type) -> None:
    drawing = drawn(form=form)
    # Upper limits belong to their class: 3.5, 4.9 and 6.6.
    expected = {"KZ-27": "seq1", "KZ-55": "seq1", "KZ-39": "seq1", "KZ-11": "seq2", "KZ-59": "seq4", "KZ-62": "seq5"}
    assert {code: only(drawing, kind, code).fill for code in expected} == expected


@FORMS
def test_regions_without_a_value_have_three_hatches_and_no_fill(form: str, kind: type) -> None:
    rows = marks.regions().rows
    unknown = [
        None if code == "KZ-63" else value for code, value in zip(rows["ref_area"], rows["obs_value"], strict=True)
    ]
    drawing = draw(replace(marks.regions(form=form), rows=rows.having(obs_value=unknown)), "en", 900)
    hatches = {
        code: (only(drawing, kind, code).hatch, only(drawing, kind, code).fill) for code in ("KZ-33", "KZ-10", "KZ-63")
    }
    assert hatches == {
        "KZ-33": ("suppressed", None),
        "KZ-10": ("not_existing", None),
        "KZ-63": ("no_data", None),
    }
    said_in_legend = {"no data", "not applicable that year", "suppressed"}
    assert said_in_legend <= set(all_said(drawing))


def test_a_region_of_the_layout_without_a_row_has_no_data() -> None:
    mark = marks.regions()
    some = replace(mark, rows=mark.rows.where(ref_area=("KZ-43", "KZ-47")))
    assert only(draw(some, "en", 900), Region, "KZ-11").hatch == "no_data"


@FORMS
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_known_value_is_printed_on_its_region(lang: str, form: str, kind: type) -> None:
    drawing = drawn(lang, form=form)
    printed = {code: all_said(drawing, code)[-1].split(" ")[-1] for code in KNOWN}
    assert printed == {code: format_number(value, 1, lang) for code, value in KNOWN.items()}


def test_a_difference_is_printed_with_its_sign() -> None:
    rows = Rows({"ref_area": ["KZ-43", "KZ-47"], "obs_value": [1.2, -0.4], "layout": ["2022"] * 2})
    classes = Classes((-7, -2, -1, -0.2, 0.2, 1, 2, 7), palette="diverging", scheme="fixed")
    drawing = draw(replace(marks.regions(), rows=rows, classes=classes), "en", 900)
    assert [all_said(drawing, code)[-1] for code in ("KZ-43", "KZ-47")] == ["+1.2", "\u22120.4"]


@FORMS
def test_the_legend_counts_the_regions_of_each_class_and_names_its_limits(form: str, kind: type) -> None:
    drawing = drawn(form=form)
    assert all_said(drawing, "count") == ["5", "4", "7", "2"]
    assert all_said(drawing, "limit") == ["2.1", "3.5", "4.9", "6.6", "8.7"]
    assert [only(drawing, Box, f"class:{place}").fill for place in range(4)] == ["seq1", "seq2", "seq4", "seq5"]


@FORMS
def test_chosen_regions_have_a_thick_line_and_focus_regions_their_own_colour(form: str, kind: type) -> None:
    drawing = drawn(form=form, chosen=("KZ-39",))
    lines = {}
    for code in ("KZ-39", "KZ-43", "KZ-47", "KZ-11"):
        shape = only(drawing, kind, code)
        lines[code] = (
            (shape.outline_colour, shape.outline_width) if form == "map" else (shape.outline, shape.outline_width)
        )
    assert lines == {"KZ-39": ("ink", 2.6), "KZ-43": ("gold", 2.2), "KZ-47": ("bronze", 2.2), "KZ-11": ("outline", 0.8)}


@FORMS
def test_chosen_regions_lie_over_their_neighbours(form: str, kind: type) -> None:
    cities = places().cities if form == "map" else {}
    order = [shape.key for shape in of_kind(drawn(form=form, chosen=("KZ-39",)), kind) if shape.key.startswith("KZ")]
    assert [code for code in order if code not in cities][-1] == "KZ-39"


def test_words_on_a_region_are_in_the_colour_that_reads_on_its_class() -> None:
    drawing = drawn()
    for code in ("KZ-62", "KZ-27"):
        fill = only(drawing, Region, code).fill
        assert {(words.colour, words.halo) for words in of_kind(drawing, Words, code)} == {(word_token(fill), fill)}


def test_cities_are_marks_of_their_class_larger_than_the_city() -> None:
    drawing = drawn(chosen=("KZ-75",))
    city = only(drawing, Dot, "KZ-75")
    assert (city.fill, city.size, city.outline_width) == ("seq2", 19, 3)
    assert only(drawing, Dot, "KZ-71").outline_width == 1.3


def test_a_narrow_map_is_lower_and_has_no_names_but_those_of_cities() -> None:
    drawing = drawn(width=390)
    assert drawing.height < 430
    assert all_said(drawing, "KZ-11") == []
    assert all_said(drawing, "KZ-71")[0].startswith("Astana")


def test_the_map_keeps_the_shape_of_the_country() -> None:
    drawing = drawn()
    points = [point for region in of_kind(drawing, Region) for part in region.ways() for point in part]
    kilometres = [point for shape in region_shapes("2022").values() for part in shape.outline.parts for point in part]
    spans = [max(values) - min(values) for values in zip(*points, strict=True)]
    own = [max(values) - min(values) for values in zip(*kilometres, strict=True)]
    assert spans[0] / spans[1] == pytest.approx(own[0] / own[1])
    assert max(y for _, y in points) < drawing.height - 74
    assert min(x for x, _ in points) > 0


def test_north_is_up_and_east_is_right() -> None:
    drawing = drawn()
    at = {code: of_kind(drawing, Words, code)[0] for code in ("KZ-59", "KZ-61", "KZ-23", "KZ-63")}
    assert at["KZ-59"].y < at["KZ-61"].y
    assert at["KZ-23"].x < at["KZ-63"].x


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_rows_say_which_borders_are_drawn(layout: str) -> None:
    mark = marks.regions()
    rows = mark.rows.having(layout=[layout] * len(mark.rows))
    drawing = draw(replace(mark, rows=rows), "en", 900)
    assert {region.key for region in of_kind(drawing, Region)} == set(region_shapes(layout))


def test_tiles_are_of_one_size_and_each_in_its_place() -> None:
    drawing = drawn(form="tiles")
    tiles = {code: only(drawing, Box, code) for code in marks.NEET_2022}
    assert len({(round(tile.width, 6), round(tile.height, 6)) for tile in tiles.values()}) == 1
    rows = {code: place for code, place in places().tiles.items() if code in tiles}
    assert sorted(tiles, key=lambda code: (tiles[code].y, tiles[code].x)) == sorted(rows, key=lambda code: rows[code])


def test_hatches_without_room_behind_the_scale_stand_below_it() -> None:
    wide, narrow = drawn(), drawn(width=390)
    tops = [{box.y for box in of_kind(drawing, Box) if box.hatch and not box.key} for drawing in (wide, narrow)]
    assert len(tops[0]) == 1
    assert len(tops[1]) == 2
    assert all(words.x >= 0 for words in of_kind(narrow, Words))
    assert said(of_kind(wide, Words)[-1]) == "suppressed"
