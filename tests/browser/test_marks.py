"""What the browser draws of every kind of mark: published values in, data and layout of a figure out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.charts.classes import Classes
from pages.parts.charts.marks import Break, Mark
from pages.parts.charts.theme import LIGHT, MEANINGS, THEMES
from pages.parts.words.language import number_words
from queries.rows import Rows
from tests.browser import marks

FIGURE = """async ([sent, language, options]) => {
  const modules = ['figure', 'format', 'theme'].map((name) => import(`/chart/${name}.js`));
  const [{ figureOf, markOf, ready }, { Format }, { THEMES }] = await Promise.all(modules);
  const mark = markOf(sent.view, sent.rows, {});
  await ready(mark);
  const { theme, ...box } = options;
  const { data, layout, transition } = figureOf(mark, {
    theme: THEMES[theme], format: new Format(language), family: 'Inter', ...box });
  return { data, layout, moves: Boolean(transition) };
}"""


@pytest.fixture
def drawn(modules: Page) -> Any:
    """Draw a mark: the figure as Plotly gets it."""

    def figure(mark: Mark, lang: str = "en", *, theme: str = "light", width: int = 880, **more: Any) -> dict[str, Any]:
        language = {"lang": lang, **number_words(lang)}
        return modules.evaluate(FIGURE, [marks.sent(mark), language, {"theme": theme, "width": width, **more}])

    return figure


def line_of(figure: dict[str, Any], key: str) -> dict[str, Any]:
    return next(trace for trace in figure["data"] if (trace.get("meta") or {}).get("key") == key)


def notes(figure: dict[str, Any]) -> list[str]:
    return [plain(note["text"]) for note in figure["layout"]["annotations"]]


def plain(words: str) -> str:
    return re.sub(r"<[^>]+>", "", words.replace("<br>", " ")).replace("\u00a0", " ").replace("\u2007", "").strip()


def colour(meaning: str) -> str:
    return LIGHT[MEANINGS[meaning][0]]


# --- lines ---


def test_a_line_stops_at_a_missing_year_and_between_segments(drawn: Any) -> None:
    line = line_of(drawn(marks.lines()), "KZ")
    assert line["x"][-6:] == [2019, None, 2021, 2022, None, 2023]
    assert line["y"][-6:] == [5.0, None, 5.0, 4.6, None, 6.0]


def test_flagged_values_are_hollow_and_say_why(drawn: Any) -> None:
    almaty, country = (line_of(drawn(marks.lines()), key) for key in ("KZ-75", "KZ"))
    place = almaty["x"].index(2021)
    assert almaty["marker"]["color"][place] == LIGHT["paper"]
    assert almaty["marker"]["color"][place - 1] == colour("chosen:1")
    assert almaty["hovertext"][place] == "<b>Almaty city</b><br>2021: 4.2%<br>corrected by the project"
    assert country["hovertext"][-1].endswith("<br>provisional")


def test_a_line_has_the_colour_of_its_meaning_and_those_not_chosen_have_no_label(drawn: Any) -> None:
    figure = drawn(marks.lines(chosen=()))
    assert line_of(figure, "KZ")["line"]["color"] == LIGHT["ink"]
    assert line_of(figure, "KZ-43")["line"]["color"] == colour("focus:KZ-43")
    assert line_of(figure, "KZ-75")["line"] == {"color": colour("context"), "width": 1, "dash": "solid"}
    labels = {"Kazakhstan 6.0%", "Kyzylorda 5.5%", "Mangystau 7.3%"}
    assert {note for note in notes(figure) if re.search(r" \d\.\d%$", note)} - {"target 3.5%"} == labels


def test_breaks_have_a_rule_before_their_year_and_words_that_cover_nothing(drawn: Any) -> None:
    layout = drawn(marks.lines())["layout"]
    assert {2017.5, 2018.5, 2022.5} <= {shape["x0"] for shape in layout["shapes"]}
    words = [note for note in layout["annotations"] if note["text"].startswith("new ")]
    assert len({note["yshift"] for note in words[:2]}) == 2
    assert layout["margin"]["t"] == 16 + 15 * len({note["yshift"] for note in words})


def test_a_break_outside_the_years_shown_has_no_rule(drawn: Any) -> None:
    layout = drawn(
        marks.lines(span=(2019, 2023), breaks=(Break(2018, "old"), Break(2019, "first"), Break(2023, "new")))
    )
    assert notes(layout | {"layout": layout["layout"]})[0] == "new"
    assert layout["layout"]["xaxis"]["range"] == [2018.6, 2023.4]


def test_a_target_is_a_short_rule_with_a_dotted_path_and_its_words_are_not_in_its_way(drawn: Any) -> None:
    figure = drawn(marks.lines())
    rule = figure["layout"]["shapes"][-1]
    assert (rule["x0"], rule["x1"], rule["y0"], rule["y1"]) == (2028.6, 2029.4, 3.5, 3.5)
    assert (figure["data"][0]["x"], figure["data"][0]["line"]["dash"]) == ([2015, 2029], "dot")
    words = next(note for note in figure["layout"]["annotations"] if note["text"] == "target 3.5%")
    assert words["yanchor"] == "top"


def test_cited_facts_are_dots_that_no_line_joins(drawn: Any) -> None:
    assert {trace["mode"] for trace in drawn(marks.lines(points=True, target=None))["data"]} == {"markers"}


def test_dotted_lines_are_dotted_and_the_others_are_not(drawn: Any) -> None:
    figure = drawn(marks.lines(dotted=("KZ-75",)))
    assert [line_of(figure, key)["line"]["dash"] for key in ("KZ-75", "KZ-43")] == ["dot", "solid"]


def test_the_axis_starts_at_zero_where_it_is_asked_to_and_can_be_fixed(drawn: Any) -> None:
    assert drawn(marks.lines(values=(6.0, 8.0)))["layout"]["yaxis"]["tickvals"][0] == 6
    free = replace(marks.lines(target=None, chosen=("KZ-75",)), rows=marks.lines().rows.where(ref_area="KZ-47"))
    assert drawn(free)["layout"]["yaxis"]["tickvals"][0] == pytest.approx(6.8)
    assert drawn(replace(free, zero=True))["layout"]["yaxis"]["tickvals"][0] == 0


def test_on_a_narrow_screen_values_stand_under_names_and_lines_keep_half_of_it(drawn: Any) -> None:
    figure = drawn(marks.lines(), width=350)
    assert any(note["text"] == "Kazakhstan<br><b>6.0%</b>" for note in figure["layout"]["annotations"])
    margin = figure["layout"]["margin"]
    assert 350 - margin["l"] - margin["r"] > 160
    assert len(figure["layout"]["xaxis"]["tickvals"]) <= 5


# --- bars ---


def test_the_first_row_is_on_top_and_bars_start_at_zero(drawn: Any) -> None:
    figure = drawn(marks.bars())
    trace = figure["data"][0]
    assert trace["x"] == sorted(marks.NEET_2022.values(), reverse=True)
    assert trace["y"] == sorted(trace["y"], reverse=True)
    assert (trace["ids"][0], figure["layout"]["xaxis"]["range"][0]) == ("KZ-62", 0)


def test_a_ranking_prints_shared_places_and_marks_those_too_close_to_call(drawn: Any) -> None:
    figure = drawn(marks.bars())
    names = [plain(name) for name in figure["layout"]["yaxis"]["ticktext"]]
    assert names[:1] + names[4:6] == ["Ulytau  1", "Almaty Region  5=", "Turkistan  5="]
    assert figure["data"][1]["text"][6:8] == ["≈5.5%", "≈5.5%"]


def test_a_ranking_has_the_country_as_a_line_with_its_value(drawn: Any) -> None:
    figure = drawn(marks.bars("kk"), "kk")
    rule = figure["layout"]["shapes"][0]
    assert (rule["x0"], rule["x1"], rule["line"]["dash"]) == (4.6, 4.6, "dot")
    assert "Қазақстан 4,6 %" in notes(figure)


def test_bars_have_the_colour_of_their_meaning_and_estimates_are_hollow(drawn: Any) -> None:
    trace = drawn(marks.bars())["data"][0]
    fills = dict(zip(trace["ids"], trace["marker"]["color"], strict=True))
    assert (fills["KZ-43"], fills["KZ-75"], fills["KZ-62"]) == (
        colour("focus:KZ-43"),
        colour("chosen:1"),
        colour("quiet"),
    )
    assert fills["KZ-10"] == LIGHT["paper"]
    place = trace["ids"].index("KZ-10")
    assert (trace["marker"]["line"]["width"][place], trace["marker"]["line"]["color"][place]) == (1.6, colour("quiet"))


def test_countries_and_groups_stand_apart_each_with_its_year(drawn: Any) -> None:
    figure = drawn(marks.countries())
    assert notes(figure)[:2] == ["Countries", "Groups of countries"]
    names = [plain(name) for name in figure["layout"]["yaxis"]["ticktext"]]
    assert names[1:3] == ["Uzbekistan  2020, estimate", "Kazakhstan  2023"]
    heads = [note["y"] for note in figure["layout"]["annotations"][:2]]
    assert heads[0] > figure["data"][0]["y"][0] > figure["data"][0]["y"][3] > heads[1] > figure["data"][0]["y"][4]


def test_on_a_narrow_screen_no_year_is_cut(drawn: Any) -> None:
    names = [plain(name) for name in drawn(marks.countries(), width=350)["layout"]["yaxis"]["ticktext"]]
    assert [re.search(r"\d{4}", name).group() for name in names] == ["2021", "2020", "2023", "2022", "2022", "2023"]


# --- gaps, pairs, zone ---


def test_differences_stand_on_their_side_of_zero_with_their_sign(drawn: Any) -> None:
    figure = drawn(marks.gaps())
    trace = figure["data"][0]
    assert trace["x"] == [1.9, 0.4, -0.3, -1.6]
    assert [plain(words) for words in trace["text"]] == ["+1.9 pp", "+0.4 pp", "−0.3 pp", "−1.6 pp"]
    assert trace["marker"]["color"] == [colour("more")] * 2 + [colour("less")] * 2
    low, high = figure["layout"]["xaxis"]["range"]
    assert low == -high


def test_a_side_without_bars_takes_no_room(drawn: Any) -> None:
    mark = replace(marks.gaps(), rows=marks.gaps().rows.where(ref_area=["KZ-62", "KZ-47"]))
    assert drawn(mark)["layout"]["xaxis"]["range"][0] == 0


@pytest.mark.parametrize("width", [880, 350])
def test_values_behind_bars_have_room(width: int, drawn: Any) -> None:
    layout = drawn(marks.gaps(), width=width)["layout"]
    low, high = layout["xaxis"]["range"]
    pixels = (width - layout["margin"]["l"] - layout["margin"]["r"]) / (high - low)
    assert (high - 1.9) * pixels >= 45 and (-1.6 - low) * pixels >= 45


def test_women_and_men_are_told_apart_by_shape_and_colour(drawn: Any) -> None:
    figure = drawn(marks.pairs())
    women, men = line_of(figure, "women"), line_of(figure, "men")
    assert (women["x"], men["x"]) == ([13.9, 9.1, 2.9], [3.5, 5.6, 3.1])
    assert (women["marker"]["symbol"], men["marker"]["symbol"]) == ("circle", "diamond")
    assert (women["marker"]["color"], men["marker"]["color"]) == (colour("women"), colour("men"))
    assert [plain(words) for words in figure["data"][-1]["text"]] == ["+10.4 pp", "+3.5 pp", "−0.2 pp"]
    assert women["hovertext"][0] == "<b>Ulytau</b><br>women: 13.9%"


def test_a_gap_of_another_unit_is_printed_without_a_sign(drawn: Any) -> None:
    mark = replace(marks.pairs(), gap_unit="PT_OF_MEN")
    assert plain(drawn(mark)["data"][-1]["text"][0]) == "10.4% of men"


def test_a_dot_in_the_zone_is_a_circle_in_ink_and_outside_it_has_the_colour_of_its_side(drawn: Any) -> None:
    figure = drawn(marks.zone())
    marker = figure["data"][0]["marker"]
    assert marker["symbol"] == ["circle", "diamond", "diamond"]
    assert marker["color"] == [LIGHT["ink"], colour("men"), colour("women")]
    band = figure["layout"]["shapes"][0]
    assert (band["x0"], band["x1"]) == (45, 55)


# --- regions ---


def test_a_region_has_the_colour_of_its_class_and_one_without_a_value_its_hatch(drawn: Any) -> None:
    areas = {trace["meta"]["key"]: trace for trace in drawn(marks.regions())["data"] if trace.get("fill")}
    assert len(areas) == 20
    assert areas["KZ-27"]["fillcolor"] == LIGHT["seq1"]
    assert areas["KZ-62"]["fillcolor"] == LIGHT["seq5"]
    assert {key: area["fillpattern"]["shape"] for key, area in areas.items() if "fillpattern" in area} == {
        "KZ-10": "x", "KZ-33": ".",
    }  # fmt: skip
    assert areas["KZ-10"]["hovertext"] == "<b>Abai</b><br>part of East Kazakhstan until 2022"
    assert areas["KZ-33"]["hovertext"] == "<b>Zhetysu</b><br>suppressed"


def test_chosen_and_focus_regions_are_outlined_and_drawn_last(drawn: Any) -> None:
    areas = [trace for trace in drawn(marks.regions(chosen=("KZ-39",)))["data"] if trace.get("fill")]
    lands = [trace for trace in areas if trace["meta"]["key"] not in ("KZ-71", "KZ-75", "KZ-79")]
    assert lands[-1]["meta"]["key"] == "KZ-39"
    assert lands[-1]["line"] == {"width": 2.6, "color": LIGHT["ink"]}
    assert {trace["meta"]["key"] for trace in lands[-3:-1]} == {"KZ-43", "KZ-47"}
    assert lands[-2]["line"]["color"] == colour(f"focus:{lands[-2]['meta']['key']}")


def test_the_legend_counts_the_regions_of_each_class(drawn: Any) -> None:
    words = notes(drawn(marks.regions()))
    for wanted in (
        ["5", "4", "7", "2"],
        ["2.1", "3.5", "4.9", "6.6", "8.7"],
        ["natural breaks (Fisher-Jenks)", "suppressed"],
    ):
        assert set(wanted) <= set(words)


def test_a_region_of_the_borders_without_a_row_has_no_data(drawn: Any) -> None:
    mark = replace(marks.regions(), rows=marks.regions().rows.where(ref_area=["KZ-43"]))
    areas = {trace["meta"]["key"]: trace for trace in drawn(mark)["data"] if trace.get("fill")}
    assert "fillpattern" not in areas["KZ-43"]
    assert areas["KZ-47"]["hovertext"] == "<b>Mangystau</b><br>no data"


@pytest.mark.parametrize(("layout", "count"), [("2022", 20), ("2018", 17), ("pre2018", 16)])
def test_a_map_has_the_borders_of_its_year(layout: str, count: int, drawn: Any) -> None:
    rows = marks.regions().rows
    mark = replace(marks.regions(), rows=rows.having(layout=[layout] * len(rows)))
    assert len([trace for trace in drawn(mark)["data"] if trace.get("fill")]) == count


@pytest.mark.parametrize("form", ["map", "tiles"])
def test_differences_between_regions_have_their_sign(form: str, drawn: Any) -> None:
    rows = Rows({"ref_area": ["KZ-47", "KZ-15"], "obs_value": [4.7, -0.1], "layout": ["2022"] * 2})
    classes = Classes((-7, -2, -1, -0.2, 0.2, 1, 2, 7), "diverging", "fixed")
    figure = drawn(replace(marks.regions(form=form), unit="PP", rows=rows, classes=classes))
    words = [plain(text) for trace in figure["data"] for text in trace.get("text") or []]
    assert "Mangystau +4.7" in words and "Aktobe −0.1" in words


def test_every_tile_has_a_place_of_its_own_and_the_look_of_its_region(drawn: Any) -> None:
    trace = drawn(marks.regions(form="tiles"))["data"][0]
    places = set(zip(trace["x"], trace["base"], strict=True))
    assert len(places) == len(trace["ids"]) == 20
    look = dict(zip(trace["ids"], trace["marker"]["line"]["width"], strict=True))
    assert (look["KZ-75"], look["KZ-43"], look["KZ-71"]) == (2.6, 2.2, 0)
    hatches = dict(zip(trace["ids"], trace["marker"]["pattern"]["shape"], strict=True))
    assert (hatches["KZ-10"], hatches["KZ-33"], hatches["KZ-71"]) == ("x", ".", "")


def test_a_narrow_map_has_no_names_on_regions_and_no_empty_room(drawn: Any) -> None:
    figure = drawn(marks.regions(), width=350)
    assert not any(trace["mode"] == "text" for trace in figure["data"])
    assert figure["layout"]["height"] < 320


# --- many small charts, parts, grids ---


def test_panels_stand_in_the_order_of_the_latest_value_as_many_abreast_as_fit(drawn: Any) -> None:
    figure = drawn(marks.panels())
    order = [trace["meta"]["key"] for trace in figure["data"] if trace.get("meta")]
    assert order[:3] == ["KZ-62", "KZ-47", "KZ-59"]
    assert figure["layout"]["xaxis"]["range"][1] == pytest.approx(5 - 0.08)
    assert drawn(marks.panels(), width=350)["layout"]["xaxis"]["range"][1] == pytest.approx(2 - 0.08)


def test_equal_values_are_equally_high_on_one_scale_and_not_on_their_own(drawn: Any) -> None:
    for free, equal in ((False, True), (True, False)):
        figure = drawn(marks.panels(free=free))
        # 7.3 per cent in Mangystau, in the second column of the first row, and 7.6 the year before.
        ends = [line_of(figure, key)["y"] for key in ("KZ-62", "KZ-47")]
        span = [max(filter(None, ys)) - min(filter(None, ys)) for ys in ends]
        # 0.4 points in Ulytau, 0.8 in Mangystau.
        assert (span[1] == pytest.approx(2 * span[0], rel=0.01)) is equal


def test_the_country_stands_behind_every_panel(drawn: Any) -> None:
    figure = drawn(marks.panels())
    behind = next(trace for trace in figure["data"] if trace.get("line", {}).get("color") == LIGHT["context"])
    assert len([x for x in behind["x"] if x is not None]) == 20 * len(marks.NEET["KZ"])


def test_a_stack_leaves_out_a_year_in_which_a_part_is_unknown_and_is_not_drawn_over_it(drawn: Any) -> None:
    figure = drawn(marks.stack())
    assert {round(year) for trace in figure["data"] for year in trace["x"]} == {2023, 2025}
    assert len({trace["stackgroup"] for trace in figure["data"]}) == 2
    assert all(after - before <= 1 for trace in figure["data"] for before, after in pairwise(trace["x"]))
    assert line_of(figure, "rest")["fillcolor"] == colour("context")
    assert figure["layout"]["yaxis"]["range"] == [0, 100]


def test_parts_of_a_whole_are_named_where_they_mean_something_and_have_room(drawn: Any) -> None:
    figure = drawn(marks.strip())
    assert [trace["x"] for trace in figure["data"]] == [[57.7], [29.3], [3.1], [2.0]]
    assert notes(figure) == ["Almaty city 58%", "Astana 29%"]
    assert figure["layout"]["annotations"][1]["x"] == 57.7
    assert figure["data"][2]["marker"]["color"] == colour("context")


def test_a_cell_of_nothing_is_empty(drawn: Any) -> None:
    trace = drawn(marks.cells())["data"][0]
    assert trace["ids"] == ["neet|2020", "neet|2022", "pay|2010", "pay|2022"]
    assert trace["text"] == ["17", "20", "1", "20"]
    assert trace["marker"]["color"][1] == LIGHT["seq5"]


def test_a_grid_grows_beyond_a_narrow_screen_rather_than_into_slivers(drawn: Any) -> None:
    layout = drawn(marks.cells(), width=350)["layout"]
    columns = layout["xaxis"]["range"][1] - layout["xaxis"]["range"][0]
    assert (layout["width"] - layout["margin"]["l"] - layout["margin"]["r"]) / columns >= 16.9


def test_a_year_has_a_square_for_the_country_and_a_bar_as_high_as_its_regions(drawn: Any) -> None:
    country, regions = drawn(marks.years_held())["data"]
    assert country["x"] == [2020, 2022]
    assert (regions["x"], regions["y"]) == ([2020, 2021, 2022], [0, 0.5, 1])


# --- all kinds ---


@pytest.mark.parametrize("kind", marks.ALL)
def test_every_colour_is_one_of_the_theme(kind: str, drawn: Any) -> None:
    def colours(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (found for key, item in value.items() if key != "text" for found in colours(item))
        elif isinstance(value, list):
            yield from (found for item in value for found in colours(item))
        elif isinstance(value, str):
            yield from re.findall(r"#[0-9A-Fa-f]{6}", value)

    figure = drawn(marks.ALL[kind](), theme="dark")
    assert set(colours(figure)) <= set(THEMES["dark"].values())
    assert "undefined" not in str(figure) and "NaN" not in str(figure)


@pytest.mark.parametrize("kind", marks.ALL)
def test_bars_of_several_traces_lie_in_the_rows_of_their_values(kind: str, drawn: Any) -> None:
    figure = drawn(marks.ALL[kind]())
    bars = [trace for trace in figure["data"] if trace.get("type") == "bar"]
    assert len(bars) < 2 or figure["layout"].get("barmode") in ("overlay", "stack"), "a group moves each out of its row"


@pytest.mark.parametrize("kind", marks.ALL)
def test_a_choice_that_leaves_no_rows_draws_an_empty_chart(kind: str, drawn: Any) -> None:
    mark = marks.ALL[kind]()
    figure = drawn(replace(mark, rows=mark.rows.at([])))
    assert figure["layout"]["height"] > 0
    assert not any(trace.get("ids") for trace in figure["data"] if trace.get("type") == "bar")


@pytest.mark.parametrize("kind", marks.ALL)
def test_on_a_slide_a_chart_fills_its_box_with_larger_type(kind: str, drawn: Any) -> None:
    figure = drawn(marks.ALL[kind](), width=1760, height=676, factor=2)
    assert (figure["layout"]["width"], figure["layout"]["height"]) == (1760, 676)
    assert figure["layout"]["font"]["size"] == 26
