"""What a switch will show is sent with the page: the very parts that the server sends when the switch is used."""

from __future__ import annotations

from typing import Any

import pytest
from pages.parts.series.charts import regions
from streamlit.testing.v1 import AppTest

from tests.pages.drawn import messages, open_page

# Page, name of the switch in the address, its codes in their order, and a card that it changes.
SWITCHES = (
    ("youth", "by", ("national", "sex", "region", "settlement"), "youth_neet"),
    ("women", "posts", ("national", "region", "settlement"), "women_managers"),
    ("regions", "section", ("j", "r"), "regions_map"),
    ("regions", "form", ("map", "tiles"), "regions_map"),
    ("regions", "axis", ("shared", "free"), "regions_multiples"),
    ("youth", "axis", ("shared", "free"), "youth_regions"),
    ("women", "measure", ("unemployment_total", "neet_15_24", "informal_total"), "women_gap_map"),
    ("sector", "place", ("culture_theatres", "culture_museums", "culture_cinemas"), "sector_places"),
    ("snapshot", "goal", ("all", "4", "5", "8", "11", "12"), "snapshot_sheet"),
)


def ahead(app: AppTest, name: str) -> dict[str, Any]:
    tables = [message["ahead"] for message in messages(app).values() if "ahead" in message]
    return next(table for table in tables if table["widget"].startswith(f"choose_{name}_"))


def shown(app: AppTest, key: str) -> dict[str, str]:
    return next(message["cards"][key] for message in messages(app).values() if key in message.get("cards", ()))


@pytest.mark.parametrize(("page", "name", "codes", "key"), SWITCHES)
def test_each_option_is_sent_ahead_as_the_server_would_show_it(
    page: str, name: str, codes: tuple[str, ...], key: str
) -> None:
    sent = ahead(open_page(page, lang="kk"), name)
    assert sent["widget"] == f"choose_{name}_kk"
    for code, choice in zip(codes, sent["choices"].values(), strict=False):
        assert choice[key] == shown(open_page(page, lang="kk", **{name: code}), key), code


@pytest.mark.parametrize(("page", "key"), [("youth", "youth_neet"), ("women", "women_managers")])
def test_years_are_sent_ahead_for_every_place_of_either_end(page: str, key: str) -> None:
    sent = ahead(open_page(page, years="2012-2021"), "years")
    assert set(sent["choices"]) == {f"2012-{end}" for end in range(2012, 2024)} | {
        f"{start}-2021" for start in range(2010, 2022)
    }
    for years in ("2012-2021", "2012-2019", "2010-2021", "2012-2023"):
        assert sent["choices"][years][key] == shown(open_page(page, years=years), key), years


@pytest.mark.parametrize(("page", "key"), [("regions", "regions_map"), ("women", "women_gap_pairs")])
def test_single_years_are_sent_ahead(page: str, key: str) -> None:
    sent = ahead(open_page(page, year="2019"), "year")
    for year in ("2017", "2019", "2022"):
        assert sent["choices"][year][key] == shown(open_page(page, year=year), key), year


@pytest.mark.parametrize(
    ("page", "key"), [("youth", "youth_neet"), ("women", "women_managers"), ("regions", "regions_ranking")]
)
def test_a_region_more_is_sent_ahead(page: str, key: str) -> None:
    sent = ahead(open_page(page, area="KZ-43"), "area")
    assert sent["address"]["area"] == ["KZ-43"]
    codes = regions("en")
    for code in ("KZ-10", "KZ-71", "KZ-47"):
        place = str(codes.index(code))
        assert sent["choices"][place][key] == shown(open_page(page, area=["KZ-43", code]), key), code


def test_what_is_sent_ahead_names_the_filters_it_was_drawn_for() -> None:
    sent = ahead(open_page("youth", area=["KZ-43", "KZ-47"]), "by")
    assert sent["address"] == {"lang": [], "as_of": [], "area": ["KZ-43", "KZ-47"], "years": []}


@pytest.mark.parametrize("view", ["audit", "changes"])
def test_a_view_that_is_no_sheet_is_left_to_the_server(view: str) -> None:
    app = open_page("snapshot", view=view)
    assert not app.exception
    assert not any("ahead" in message for message in messages(app).values())


def test_a_choice_on_the_page_sends_nothing_ahead() -> None:
    app = open_page("youth")
    app.query_params["area"] = "KZ-43"
    app.run()
    assert not any("ahead" in message for message in messages(app).values())
