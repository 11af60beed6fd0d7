"""Figures as data: what each kind of chart puts where, on small tables of real values."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

from pages.parts.charts import theme
from pages.parts.charts.axis import spread, text_width, value_range, year_ticks
from pages.parts.charts.bar import draw_diverging, draw_ranking
from pages.parts.charts.cells import HATCHES
from pages.parts.charts.classes import Classes
from pages.parts.charts.line import Break, Target, draw_line, line_styles
from pages.parts.charts.points import lines_of, with_gaps
from pages.parts.charts.region_map import draw_region_map, label_places
from pages.parts.charts.small_multiples import draw_small_multiples
from pages.parts.charts.stacked import draw_stacked
from pages.parts.charts.tile_map import draw_tile_map, tile_places

# Young people not in employment, education or training, 2022, per cent (national platform, 24 October 2024).
NEET_2022 = {
    "KZ-10": 4.2, "KZ-11": 3.9, "KZ-15": 4.7, "KZ-19": 6.1, "KZ-23": 5.4, "KZ-27": 2.1, "KZ-31": 5.5, "KZ-33": 3.5,
    "KZ-35": 6.5, "KZ-39": 3.2, "KZ-43": 5.5, "KZ-47": 7.3, "KZ-55": 3.4, "KZ-59": 6.6, "KZ-61": 6.1, "KZ-62": 8.7,
    "KZ-63": 4.9, "KZ-71": 3.0, "KZ-75": 3.8, "KZ-79": 2.6,
}  # fmt: skip
NAMES = {code: code for code in NEET_2022} | {"KZ": "Kazakhstan"}
JENKS = Classes((2.1, 3.5, 4.9, 6.6, 8.7))


def neet(**more: list) -> pd.DataFrame:
    return pd.DataFrame({"ref_area": list(NEET_2022), "obs_value": list(NEET_2022.values()), **more})


def line_frame(years: list[int], values: list[float | None], **more: list) -> pd.DataFrame:
    return pd.DataFrame({"ref_area": "KZ", "time_period": years, "obs_value": values, **more})


def traces_named(figure: dict, key: str) -> dict:
    return next(trace for trace in figure["data"] if trace.get("meta", {}).get("key") == key)


def test_a_missing_year_leaves_a_gap_in_the_line() -> None:
    figure = draw_line(line_frame([2010, 2011, 2014], [5.7, 5.1, 7.0]), "en", names=NAMES, unit="PT")
    assert figure["data"][0]["x"] == [2010, 2011, None, 2014]
    assert figure["data"][0]["y"] == [5.7, 5.1, None, 7.0]


def test_a_line_never_crosses_two_segments() -> None:
    frame = line_frame([2021, 2022, 2023], [5.0, 4.6, 6.0], segment=[1, 1, 2])
    assert draw_line(frame, "en", names=NAMES, unit="PT")["data"][0]["y"] == [5.0, 4.6, None, 6.0]


def test_an_unknown_value_is_never_drawn_as_zero() -> None:
    points = lines_of(line_frame([2020, 2021, 2022], [4.9, float("nan"), 4.6]))["KZ"]
    assert [point and point.value for point in with_gaps(points)] == [4.9, None, 4.6]


def test_a_repaired_point_is_hollow_and_says_so() -> None:
    frame = line_frame([2021, 2022], [5.0, 4.6], obs_status=["A", "S"])
    trace = draw_line(frame, "en", names=NAMES, unit="PT")["data"][0]
    assert trace["marker"]["color"] == ["@ink", "@paper"]
    assert trace["text"] == ["", "<br>corrected by the project"]


def test_a_break_has_a_rule_before_its_year_and_a_word() -> None:
    frame = line_frame([2021, 2022, 2023], [5.0, 4.6, 6.0])
    layout = draw_line(frame, "ru", names=NAMES, unit="PT", breaks=[Break(2023, "definition")])["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == [2022.5]
    assert "новое определение" in [note["text"] for note in layout["annotations"]]


def test_a_target_is_a_short_rule_at_its_year_with_a_dashed_path() -> None:
    path = pd.DataFrame({"time_period": [2015, 2029], "obs_value": [7.9, 3.5]})
    frame = line_frame([2015, 2023], [7.9, 6.0])
    figure = draw_line(frame, "en", names=NAMES, unit="PT", target=Target(2029, 3.5, "target 3.5%", path))
    rule = figure["layout"]["shapes"][-1]
    assert (rule["x0"], rule["x1"], rule["y0"], rule["y1"]) == (2028.6, 2029.4, 3.5, 3.5)
    assert figure["data"][0]["line"]["dash"] == "dot"
    assert figure["layout"]["xaxis"]["range"][1] > 2029


def test_the_country_is_ink_and_women_and_men_keep_their_pair() -> None:
    styles = line_styles(["KZ", "F", "M", "KZ-75"], ["KZ-75"])
    assert [styles[key].colour for key in ("KZ", "F", "M", "KZ-75")] == ["ink", "women", "men", "c1"]


def test_regions_that_were_not_chosen_are_grey_and_have_no_label() -> None:
    style = line_styles(["KZ", "KZ-75", "KZ-11"], ["KZ-75"])["KZ-11"]
    assert (style.colour, style.labelled) == ("context", False)


def test_labels_that_would_touch_are_moved_apart_and_stay_in_the_box() -> None:
    placed = spread([100, 101, 102, 300], 0, 300, 17)
    assert all(later - earlier >= 16.99 for earlier, later in zip(sorted(placed), sorted(placed)[1:], strict=False))
    assert min(placed) >= 0 and max(placed) <= 300
    assert placed[0] < placed[1] < placed[2]


def test_an_axis_starts_at_zero_when_the_values_come_near_to_it_and_else_below_them() -> None:
    assert value_range([2.1, 8.7])[0] == 0
    low, high, step = value_range([87.0, 93.0])
    assert 80 <= low <= 87 and 93 <= high <= 95 and step > 0


def test_year_ticks_hold_the_last_year_and_do_not_crowd() -> None:
    assert year_ticks(2010, 2023)[-1] == 2023
    assert len(year_ticks(2001, 2025)) <= 9


def test_a_kazakh_name_is_given_more_room_than_a_latin_one_of_the_same_length() -> None:
    assert text_width(["Қызылорда"]) > text_width(["Kyzylorda"])


def test_a_ranking_prints_shared_places_and_marks_those_too_close_to_call() -> None:
    frame = neet(place=[1] * 20, n_tied=[2] * 20, within_rounding=[True] * 20)
    figure = draw_ranking(frame, "en", names=NAMES, unit="PT")
    assert figure["layout"]["yaxis"]["ticktext"][-1] == "KZ-62  1="
    assert figure["data"][1]["text"][-1].strip("\u2007") == "≈8.7%"


def test_ranked_bars_start_at_zero_with_the_largest_on_top_and_the_focus_regions_gold() -> None:
    figure = draw_ranking(neet(), "en", names=NAMES, unit="PT", national=(5.1, "Kazakhstan"))
    trace = figure["data"][0]
    assert trace["ids"][-1] == "KZ-62" and trace["x"] == sorted(NEET_2022.values())
    assert figure["layout"]["xaxis"]["range"][0] == 0
    gold = {key for key, colour in zip(trace["ids"], trace["marker"]["color"], strict=True) if colour == "@gold"}
    assert gold == {"KZ-43", "KZ-47"}


def test_a_ranking_keeps_the_national_value_as_a_reference_line() -> None:
    layout = draw_ranking(neet(), "kk", names=NAMES, unit="PT", national=(5.1, "Қазақстан"))["layout"]
    assert layout["shapes"][0]["x0"] == layout["shapes"][0]["x1"] == 5.1
    assert any("Қазақстан <b>5,1" in note["text"] for note in layout["annotations"])


def test_differences_are_printed_with_their_sign_in_percentage_points() -> None:
    frame = pd.DataFrame({"ref_area": ["KZ-62", "KZ-71"], "gap": [10.4, -0.2]})
    trace = draw_diverging(frame, "en", names=NAMES, unit="PT")["data"][0]
    assert [words.replace("\u00a0", " ") for words in trace["text"]] == ["−0.2 pp", "+10.4 pp"]
    assert trace["marker"]["color"] == ["@men", "@women"]


def test_classes_of_the_neet_map_hold_6_5_7_2_regions() -> None:
    numbers = [JENKS.number(value) for value in NEET_2022.values()]
    assert [numbers.count(number) for number in range(4)] == [6, 5, 7, 2]


@pytest.mark.parametrize(("map_layout", "count"), [("2022", 20), ("2018", 17), ("pre2018", 16)])
def test_a_map_draws_every_region_of_its_layout(map_layout: str, count: int) -> None:
    frame = neet()[lambda rows: rows["ref_area"].isin(label_places(map_layout))]
    figure = draw_region_map(frame, "en", names=NAMES, unit="PT", classes=JENKS, map_layout=map_layout)
    assert len([trace for trace in figure["data"] if "region_outline" in trace]) == count


def test_no_data_not_existing_and_suppressed_have_three_hatches_and_legend_entries() -> None:
    frame = neet(missing=[None] * 20)
    for code, kind in (("KZ-10", "not_existing"), ("KZ-33", "suppressed"), ("KZ-39", "no_data")):
        frame.loc[frame["ref_area"] == code, ["obs_value", "missing"]] = [None, kind]
    figure = draw_region_map(frame, "en", names=NAMES, unit="PT", classes=JENKS)
    shapes = {
        trace["region_outline"]: trace["fillpattern"]["shape"] for trace in figure["data"] if "fillpattern" in trace
    }
    assert set(shapes) == {"KZ-10", "KZ-33", "KZ-39"} and len(set(shapes.values())) == 3
    words = {note["text"] for note in figure["layout"]["annotations"]}
    assert {"no data", "not applicable that year", "suppressed"} <= words


def test_a_region_without_a_value_says_why_and_is_never_the_lowest_class() -> None:
    frame = neet(missing=[None] * 20, note=[None] * 20)
    frame.loc[0, ["obs_value", "missing", "note"]] = [None, "not_existing", "part of East Kazakhstan until 2022"]
    figure = draw_region_map(frame, "en", names=NAMES, unit="PT", classes=JENKS)
    abai = next(trace for trace in figure["data"] if trace.get("region_outline") == "KZ-10")
    assert "part of East Kazakhstan until 2022" in abai["text"]
    assert abai["fillcolor"] == "@nodata"


def test_a_map_of_differences_prints_their_sign() -> None:
    frame = pd.DataFrame({"ref_area": ["KZ-47", "KZ-15"], "gap": [4.7, -0.1]})
    classes = Classes((-7, -2, -1, -0.2, 0.2, 1, 2, 7), palette="diverging", scheme="fixed")
    figure = draw_region_map(frame, "en", names=NAMES, unit="PP", classes=classes, value="gap")
    words = next(trace["text"] for trace in figure["data"] if trace.get("mode") == "text")
    assert "KZ-47<br>+4.7" in words and "KZ-15<br>−0.1" in words


def test_the_three_cities_are_enlarged_marks_that_can_be_chosen() -> None:
    figure = draw_region_map(neet(), "en", names=NAMES, unit="PT", classes=JENKS)
    marks = next(trace for trace in figure["data"] if trace.get("ids"))
    assert marks["ids"] == ["KZ-71", "KZ-75", "KZ-79"] and marks["marker"]["size"] >= 15


def test_a_map_of_twenty_regions_travels_in_less_than_five_kilobytes() -> None:
    from pages.parts.streamlit.component import Part, pack

    figure = Part.of(draw_region_map(neet(), "kk", names=NAMES, unit="PT", classes=JENKS))
    assert len(pack("kept", Part.of([]), {"kept": {"figure": figure}}, {figure.digest: figure})) < 5_000


def test_the_tile_map_gives_every_region_its_own_cell() -> None:
    assert len(set(tile_places().values())) == len(tile_places()) >= 20
    trace = draw_tile_map(neet(), "en", names=NAMES, unit="PT", classes=JENKS)["data"][0]
    assert sorted(trace["ids"]) == sorted(NEET_2022)


def test_small_multiples_stand_in_the_order_of_the_latest_value_with_the_country_behind_each() -> None:
    frame = pd.concat([neet(time_period=[2022] * 20), line_frame([2021, 2022], [5.0, 4.6])])
    figure = draw_small_multiples(frame, "en", names=NAMES, unit="PT")
    named = [trace["meta"]["key"] for trace in figure["data"] if "meta" in trace]
    assert named == sorted(NEET_2022, key=lambda code: (-NEET_2022[code], code))
    behind = next(trace for trace in figure["data"] if trace.get("line", {}).get("color") == "@context")
    assert behind["x"].count(None) == 20


def test_a_panel_has_a_dot_at_its_latest_year_and_at_a_year_that_stands_alone() -> None:
    frame = line_frame([2015, 2017, 2018, 2019], [5.0, 4.0, 4.2, 4.6]).assign(ref_area="KZ-62")
    figure = draw_small_multiples(frame, "en", names=NAMES, unit="PT")
    line = next(trace for trace in figure["data"] if "meta" in trace)
    dots = next(trace for trace in figure["data"] if trace["mode"] == "markers")
    assert list(zip(dots["x"], dots["y"], strict=True)) == [
        (line["x"][0], line["y"][0]),
        (line["x"][-1], line["y"][-1]),
    ]


def test_a_shared_axis_gives_equal_values_equal_heights_and_a_free_one_does_not() -> None:
    frame = pd.DataFrame({"ref_area": ["KZ-62", "KZ-62", "KZ-27", "KZ-27"], "time_period": [2021, 2022] * 2,
                          "obs_value": [8.7, 4.0, 2.1, 4.0]})  # fmt: skip
    for free, equal in ((False, True), (True, False)):
        figure = draw_small_multiples(frame, "en", names=NAMES, unit="PT", free=free)
        ends = [trace["y"][-1] for trace in figure["data"] if "meta" in trace]
        assert (ends[0] == ends[1]) is equal


def test_a_stack_leaves_out_a_year_in_which_a_part_is_unknown() -> None:
    frame = pd.DataFrame({"ref_area": ["KZ-75", "KZ-75", "KZ-71"], "time_period": [2024, 2025, 2025],
                          "obs_value": [52.7, 57.7, 29.3]})  # fmt: skip
    figure = draw_stacked(frame, "en", names={"KZ-75": "Almaty", "KZ-71": "Astana"}, unit="PT", full=100)
    assert all(trace["x"] == [2025] for trace in figure["data"])


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_numbers_on_axes_take_the_decimal_mark_of_the_language(lang: str) -> None:
    layout = draw_line(line_frame([2021, 2022], [5.0, 4.6]), lang, names=NAMES, unit="PT")["layout"]
    assert layout["separators"] == theme.DECIMAL_MARK[lang] + "\u202f"


def test_every_colour_of_a_figure_is_a_token_of_the_palette() -> None:
    figures = [draw_region_map(neet(), "en", names=NAMES, unit="PT", classes=JENKS),
               draw_ranking(neet(), "en", names=NAMES, unit="PT"),
               draw_line(line_frame([2021, 2022], [5.0, 4.6]), "en", names=NAMES, unit="PT")]  # fmt: skip
    written = json.dumps(figures)
    assert not re.search(r'"#[0-9A-Fa-f]{6}', written)
    assert set(re.findall(r'"@([a-z_]+\d*)"', written)) <= set(theme.LIGHT)
    assert "@" not in json.dumps(theme.resolve(figures))


def test_hatches_are_the_three_kinds_of_missing() -> None:
    assert set(HATCHES) == {"no_data", "not_existing", "suppressed"}
