"""Explore: the list that travels once, the filters that a series has, and what is shown of a slice."""

from __future__ import annotations

import csv
import io
import json
import zlib
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.cards.files import render
from pages.parts.explore.cards import every_value
from pages.parts.explore.catalogue import catalogue, found, listing, passing, places
from pages.parts.explore.method import method
from pages.parts.series.about import View
from pages.parts.words.language import LANGUAGES
from tests.pages.drawn import _elements, cards, mark_of, open_page, page_cards, points

NOW = date(2026, 11, 22)
NEET = "neet_15_24"


def told(app: AppTest) -> dict[str, Any]:
    """Return what the list beside Explore was told."""
    (content,) = [
        element.proto.bytes
        for element in _elements(app._tree)
        if getattr(element, "type", "") == "bidi_component" and element.proto.component_name == "creative_sdg.finder"
    ]
    return json.loads(content if content.startswith(b"{") else zlib.decompress(content))


def test_the_list_travels_once_and_later_messages_name_its_lines_by_their_places() -> None:
    app = open_page("explore")
    first = told(app)
    (results,) = first["texts"].values()
    assert len(results) == len(first["shown"]) == len(catalogue("en", NOW)) > 150
    again = told(app.run())
    assert again["texts"] == {}
    assert (again["list"], again["shown"]) == (first["list"], first["shown"])


def test_a_search_and_facets_narrow_the_list() -> None:
    message = told(open_page("explore", q="жастар", goal="8"))
    shown = [list(catalogue("en", NOW))[place] for place in message["shown"]]
    assert NEET in shown
    assert shown == [series for series in found("жастар", "en").series if catalogue("en", NOW)[series].goal == 8]
    assert message["current"] == NEET


def test_the_first_line_of_a_search_is_the_answer_itself_where_it_was_asked_for() -> None:
    message = told(open_page("explore", q="neet Mangystau"))
    assert message["answer"].endswith("10.9% in Mangystau, 2023")
    assert told(open_page("explore"))["answer"] == ""


def test_facets_hold_what_they_say() -> None:
    rows = catalogue("en", NOW)
    with_sex = passing("5", "all", ("sex", "region"), "en", NOW)
    assert with_sex
    assert all(rows[series].goal == 5 and rows[series].has_sex and rows[series].n_areas for series in with_sex)
    assert passing("all", "all", (), "en", NOW) == set(rows)
    assert {rows[series].freshness for series in passing("all", "all", ("fresh",), "en", NOW)} == {"current"}


def test_a_line_of_the_list_says_newest_value_years_goal_and_link() -> None:
    results = json.loads(listing("en", NOW).written)
    line = results[places("en", NOW)[NEET]]
    assert line["meta"] == "6.0% · 2010–2023 · Goal 8, link C"
    assert (line["years"][0], line["years"][-1]) == (2010, 2023)
    assert line["heights"][line["years"].index(2015)] == 1, "7.9 per cent was the highest"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_slice_of_the_address_is_drawn(lang: str) -> None:
    card = page_cards("explore", lang=lang, series=NEET, area=["KZ-47"], sex="F", years="2014-2020")["explore_lines"]
    drawn = list(points(card.mark))
    assert {key for key, _, _ in drawn} == {"F", "KZ-47|F"}
    assert {year for _, year, _ in drawn} == set(range(2014, 2021))
    assert card.slide.code == "line~area=KZ-47~series=neet_15_24~sex=F~years=2014.2020"


def test_what_is_sent_is_what_the_server_would_cut() -> None:
    address = {"series": NEET, "area": ["KZ-47", "KZ-10"], "sex": ["F", "M"], "years": "2015-2022"}
    sent = mark_of(cards(open_page("explore", **address))["explore_lines"])
    card = page_cards("explore", **address)["explore_lines"]
    assert list(points(sent)) == list(points(card.mark))
    assert sent.chosen == ["KZ-47", "KZ-10"]


def test_two_series_of_one_unit_share_a_chart() -> None:
    drawn = page_cards("explore", **{"series": "unemployment_16_24", "with": "unemployment_25_28"})
    assert set(drawn) == {"explore_lines", "explore_years_held"}
    keys = {key for key, _, _ in points(drawn["explore_lines"].mark)}
    assert keys == {"KZ", "unemployment_25_28:KZ"}


def test_two_series_of_two_units_stand_one_under_the_other_on_the_same_years() -> None:
    drawn = page_cards("explore", **{"series": NEET, "with": "gva_j"})
    assert set(drawn) == {"explore_neet_15_24", "explore_gva_j", "explore_years_held"}
    assert drawn["explore_neet_15_24"].mark.span == drawn["explore_gva_j"].mark.span == (2010, 2025)


def test_halves_are_no_filter_where_the_second_series_has_none() -> None:
    drawn = page_cards("explore", **{"series": NEET, "with": "gva_j", "sex": ["F", "M"]})
    assert {key for key, _, _ in points(drawn["explore_neet_15_24"].mark)} == {"KZ"}
    assert len(drawn["explore_gva_j"].rows) > 10


def test_a_series_without_a_national_value_opens_with_its_first_regions() -> None:
    card = page_cards("explore", series="gva_j_regional_share")["explore_lines"]
    assert list(card.choice["area"]) == ["KZ-10", "KZ-11", "KZ-15"]


def test_the_regions_of_a_year_are_ranked() -> None:
    card = page_cards("explore", series="unemployment_total", view="regions", year="2019", sex="M")["explore_regions"]
    drawn = [point for point in points(card.mark)]
    assert drawn[0] == ("KZ-15", 2019, 5.2)
    assert [value for _, _, value in drawn] == sorted((value for _, _, value in drawn), reverse=True)


def test_a_series_without_regions_offers_no_ranking() -> None:
    app = open_page("explore", series="neet_15_28", view="regions")
    assert "explore_lines" in cards(app)
    assert any("view" in box.value for box in app.warning)


def test_which_years_are_held_is_drawn_and_can_be_presented() -> None:
    card = page_cards("explore", series=NEET)["explore_years_held"]
    rows = {row.time_period: row for row in card.mark.rows}
    assert (rows[2022].n_regions, rows[2022].share_regions) == (20, 1)
    assert (rows[2023].n_regions, rows[2023].share_regions) == (20, 1)
    assert rows[2023].words == "2023: 20 of 20 regions"
    assert card.slide.code == "years_held~series=neet_15_24"


def test_all_values_are_handed_out_whatever_is_chosen() -> None:
    content = render("csv", every_value(NEET, View("en", NOW))).result().decode("utf-8-sig")
    separator = csv.Sniffer().sniff(content.splitlines()[0]).delimiter
    rows = list(csv.DictReader(io.StringIO(content), delimiter=separator))
    assert len(rows) == 1096
    assert {row["sex"] for row in rows} == {"_T", "F", "M"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_method_says_what_a_series_measures_where_it_comes_from_and_where_it_breaks(lang: str) -> None:
    words = dict(method("unemployment_25_28", lang))
    assert len(words) == 8
    assert any("2014" in paragraph for paragraph in words.values())
    assert any("`unemployment_25_28`" in paragraph for paragraph in words.values())


def test_an_early_date_says_that_nothing_was_held_of_the_series() -> None:
    app = open_page("explore", series="neet_15_28", as_of="2021-12-30")
    assert not app.exception
    assert "nothing was held" in app.info[0].value
