"""Drawings written as SVG: valid, escaped, in the colours of a theme, with the numbers of the rows."""

from __future__ import annotations

import statistics
import time
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from pages.parts.charts.drawing import Box, Drawing, Piece, Stroke, Words
from pages.parts.charts.svg import draw_svg, write_svg
from pages.parts.charts.theme import LIGHT, THEMES
from tests.browser import marks

NS = "{http://www.w3.org/2000/svg}"
EVERY_MARK = pytest.mark.parametrize("kind", marks.ALL)
LANGUAGES = ("en", "ru", "kk")
HOSTILE = '</text><script>alert(1)</script> & "quoted" \x0b\ud800'


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.encode())


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in parsed(svg).iter(f"{NS}text")]


@EVERY_MARK
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_mark_is_valid_in_every_language(kind: str, lang: str) -> None:
    root = parsed(draw_svg(marks.ALL[kind](lang), lang, 900))
    assert root.tag == f"{NS}svg"
    assert root.get("viewBox", "").startswith("0 0 900 ")
    assert len(list(root.iter())) > 5


@EVERY_MARK
def test_without_a_palette_every_colour_is_a_variable_of_the_page(kind: str) -> None:
    svg = draw_svg(marks.ALL[kind](), "en", 900, None)
    assert "var(--sdg-" in svg
    assert not any(f'"{colour}"' in svg for colour in LIGHT.values())


@EVERY_MARK
def test_no_colour_of_another_theme_is_left_in_a_theme(kind: str) -> None:
    svg = draw_svg(marks.ALL[kind](), "en", 900, THEMES["dark"])
    others = set(LIGHT.values()) - set(THEMES["dark"].values())
    assert not any(colour in svg for colour in others)


def test_words_of_the_data_are_escaped_and_signs_that_xml_forbids_left_out() -> None:
    mark = marks.lines(names={"KZ": HOSTILE}, target=None)
    svg = draw_svg(mark, "en", 2000, title=HOSTILE, description=HOSTILE)
    root = parsed(svg)
    assert [node.tag for node in root.iter() if "script" in node.tag] == []
    said = '</text><script>alert(1)</script> & "quoted" '
    assert root.find(f"{NS}title").text == root.find(f"{NS}desc").text == said
    assert any(words.startswith("</text><script>") for words in texts(svg))


def test_a_key_of_the_data_is_escaped() -> None:
    drawing = Drawing(10, 10, [Box(0, 0, 5, 5, "ink", key='"><script>')])
    (box,) = parsed(write_svg(drawing)).iter(f"{NS}rect")
    assert box.get("data-key") == '"><script>'


def test_an_enlarged_chart_has_the_same_coordinates() -> None:
    one, two = (draw_svg(marks.bars(), "en", 900, LIGHT, scale) for scale in (1, 2))
    assert parsed(two).get("width") == "1800"
    assert parsed(two).get("viewBox") == parsed(one).get("viewBox")
    assert one.split("height=", 1)[1].split(">", 1)[1] == two.split("height=", 1)[1].split(">", 1)[1]


def test_in_grey_lines_are_dashed_by_their_meaning_and_solid_elsewhere() -> None:
    rows = marks.lines(chosen=("KZ-75", "KZ-43"))
    dashes = {}
    for name in ("grey", "light"):
        root = parsed(draw_svg(replace(rows, target=None), "en", 900, THEMES[name]))
        lines = {node.get("data-key"): node for node in root.iter(f"{NS}path")}
        dashes[name] = {
            key: lines[key].get("stroke-dasharray") is not None for key in ("KZ", "KZ-43", "KZ-47", "KZ-75")
        }
    assert dashes["light"] == {"KZ": False, "KZ-43": False, "KZ-47": False, "KZ-75": False}
    assert dashes["grey"] == {"KZ": False, "KZ-43": True, "KZ-47": True, "KZ-75": False}


def test_hatches_are_found_under_names_of_their_own_when_two_charts_stand_in_one_page() -> None:
    one, other = (draw_svg(marks.regions(lang), lang, 900) for lang in ("en", "ru"))
    ids = [{node.get("id") for node in parsed(svg).iter(f"{NS}pattern")} for svg in (one, other)]
    assert len(ids[0]) == len(ids[1]) == 2
    assert ids[0].isdisjoint(ids[1])
    assert all(f"url(#{name})" in svg for svg, names in zip((one, other), ids, strict=True) for name in names)


def test_a_name_and_its_value_are_one_line_of_words_with_the_value_strong() -> None:
    words = Words(0, 10, (Piece("Almaty "), Piece("5.2%", True)))
    root = parsed(write_svg(Drawing(100, 20, [words])))
    (line,) = root.iter(f"{NS}text")
    assert "".join(line.itertext()) == "Almaty 5.2%"
    assert [(span.text, span.get("font-weight")) for span in line] == [("5.2%", "600")]


def test_strokes_of_several_parts_are_not_joined() -> None:
    svg = write_svg(Drawing(100, 20, [Stroke([[(0, 1), (5, 2)], [(9, 1), (12, 3)]], "ink")]))
    (path,) = parsed(svg).iter(f"{NS}path")
    assert path.get("d") == "M0 1L5 2M9 1L12 3"


def test_the_same_mark_gives_the_same_text() -> None:
    assert draw_svg(marks.regions(), "en", 900) == draw_svg(marks.regions(), "en", 900)


def test_a_chart_is_drawn_within_five_milliseconds() -> None:
    made = [of("en") for of in marks.ALL.values()]
    took = []
    for mark in made * 4:
        start = time.process_time()
        draw_svg(mark, "en", 900)
        took.append(time.process_time() - start)
    assert statistics.median(took) < 0.005
