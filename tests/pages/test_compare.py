"""The comparison page: years said, estimates marked, sums kept off the scale, national figures kept apart."""

from __future__ import annotations

import re
from datetime import date

import pytest

import queries
from pages.parts.cards.model import Card
from pages.parts.compare.cards import lines_card, ranking_card
from pages.parts.compare.choice import Comparison
from pages.parts.compare.tables import national_table
from pages.parts.series.about import View, detail, short_unit
from pages.parts.words.language import LANGUAGES, text
from tests.pages.test_pages import open_page

TODAY = date(2026, 11, 22)
SINCE = 2015


def ranking(series_id: str, as_of: date = TODAY):
    return queries.run("compare_ranking", series_id=series_id, as_of=as_of, since_year=SINCE)


def national(series_id: str, lang: str = "en"):
    return queries.run("compare_national", series_id=series_id, as_of=TODAY, lang=lang)


def compared(series_id: str, *countries: str) -> Comparison:
    about = detail(series_id, "en")
    totals = bool(queries.run("compare_series", lang="en").set_index("series_id").loc[series_id, "totals"])
    return Comparison(series_id, about.title, about.goal, short_unit(about.unit), about.decimals, totals, countries)


def bars(series_id: str, lang: str = "en") -> Card:
    made = ranking_card(compared(series_id), View(lang, TODAY), key="compare_ranking")
    assert isinstance(made, Card)
    return made


def test_women_managers_rank_kazakhstan_third_of_seven_countries_by_the_published_values() -> None:
    rows = ranking("world_women_managers").set_index("ref_area")
    countries = rows[rows["role"] == "country"]
    assert countries["obs_value"].to_dict() == {
        "MN": 45.7,
        "KG": 42.9,
        "KZ": 41.1,
        "AZ": 36.2,
        "GE": 36.1,
        "AM": 28.1,
        "TR": 19.7,
    }
    assert (rows.loc["KZ", "place"], rows.loc["KZ", "time_period"]) == (3, 2020)


def test_a_value_older_than_the_oldest_accepted_year_is_left_out() -> None:
    assert "TJ" not in ranking("world_women_managers")["ref_area"].tolist()
    rows = queries.run("compare_ranking", series_id="world_women_managers", as_of=TODAY, since_year=2009)
    assert rows.set_index("ref_area").loc["TJ", "time_period"] == 2009


def test_groups_of_countries_have_no_place_and_stand_under_their_own_heading() -> None:
    rows = ranking("world_neet_15_24")
    assert rows.loc[rows["role"] == "group", "place"].isna().all()
    mark = bars("world_neet_15_24").mark
    roles = list(mark.rows["role"])
    assert roles == sorted(roles)
    assert mark.heads == {role: text(f"compare.heading_{role}", "en") for role in ("country", "group")}


def test_each_bar_carries_the_year_of_its_value() -> None:
    mark = bars("world_neet_15_24").mark
    years = dict(zip(mark.rows["ref_area"], mark.rows["time_period"], strict=True))
    assert mark.years
    assert (years["KZ"], years["M49-001"]) == (2016, 2022)


def test_an_estimate_is_marked_and_a_reported_value_is_not() -> None:
    rows = bars("world_internet_use").mark.rows
    status = dict(zip(rows["ref_area"], rows["obs_status"], strict=True))
    assert (status["KG"], status["KZ"]) == ("E", "A")


def test_lines_hold_all_countries_and_the_choice_cuts_those_beside_kazakhstan() -> None:
    card = lines_card(compared("world_women_managers", "KG", "M49-001"), View("en", TODAY), key="compare_lines")
    assert set(card.mark.rows["ref_area"]) == {"KZ", "KG", "M49-001"}
    assert {"AZ", "GE", "MN"} <= set(card.reach.mark.rows["ref_area"])
    assert "M49-001" in card.mark.dotted
    assert "KG" not in card.mark.dotted


def test_a_sum_over_countries_is_no_line_and_no_bar() -> None:
    chosen = compared("world_ip_receipts", "KG", "M49-001")
    assert set(bars("world_ip_receipts").mark.rows["role"]) == {"country"}
    card = lines_card(chosen, View("en", TODAY), key="compare_lines")
    assert "M49-001" not in card.reach.mark.rows["ref_area"]


def test_amounts_of_whole_economies_are_known_as_sums_and_rates_are_not() -> None:
    totals = queries.run("compare_series", lang="en").set_index("series_id")["totals"]
    assert totals["world_digital_services_exports"]
    assert totals["world_ip_receipts"]
    assert not totals["world_heritage_spending"]
    assert not totals["world_neet_15_24"]


def test_the_newer_national_figure_of_neet_stands_beside_the_old_global_one() -> None:
    home = national("world_neet_15_24").set_index("ref_area").loc["KZ"]
    assert (home["international_year"], round(home["international_value"], 2)) == (2016, 9.49)
    assert (home["time_period"], home["obs_value"], home["newer"]) == (2023, 6.0, True)


def test_an_older_national_figure_is_not_called_newer() -> None:
    home = national("world_ict_presentation").set_index("ref_area").loc["KZ"]
    assert home["time_period"] < home["international_year"]
    assert not home["newer"]


def test_national_figures_are_never_among_the_values_compared() -> None:
    assert ranking("world_neet_15_24")["source_id"].unique().tolist() == ["un_sdg"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_national_platforms_names_the_share_alike_licence_of_uzbek_figures(lang: str) -> None:
    html = national_table("world_women_managers", View(lang, TODAY))
    assert text("about.licence_CC-BY-SA-4.0", lang) in html


def test_the_row_of_kazakhstan_alone_is_marked_as_its_own() -> None:
    rows = national_table("world_women_managers", View("en", TODAY)).split("<tr")[2:]
    marked = [row for row in rows if row.startswith(' class="home"')]
    assert len(rows) > 1
    assert [">Kazakhstan<" in row for row in marked] == [True]


def test_the_place_of_kazakhstan_is_the_one_that_is_marked_among_the_countries() -> None:
    page = "".join(element.proto.body for element in open_page("compare").get("html"))
    places = re.findall(r'aria-hidden="true">((?:<i[^>]*></i>)+)</span>(\d+) of (\d+)', page)
    assert len(places) > 10
    for pips, place, count in places:
        shown = ["class=here" in pip for pip in pips.split("</i>")[:-1]]
        assert (shown.index(True) + 1, shown.count(True), len(shown)) == (int(place), 1, int(count))


def test_the_counts_of_the_lead_equal_the_list_of_places_below() -> None:
    rows = queries.run("compare_standing", as_of=TODAY, since_year=SINCE)
    for merit in ("best", "last", "unranked"):
        assert rows[f"n_{merit}"].unique().tolist() == [int((rows["merit"] == merit).sum())]
    assert rows["n_neither"].unique().tolist() == [int(rows["merit"].isin(["neither", "unranked"]).sum())]
    assert rows.set_index("series_id").loc["world_neet_15_24", ["standing", "n_countries"]].tolist() == ["lowest", 6]


def test_countries_of_the_address_are_drawn_and_an_unknown_one_gives_a_notice() -> None:
    app = open_page("compare", comparator="world_women_parliament", country="XX")
    assert not app.exception
    assert "XX" in " ".join(box.value for box in app.warning)


def test_a_date_before_the_global_copies_says_so() -> None:
    app = open_page("compare", as_of="2020-12-29")
    assert not app.exception
    assert text("compare.lead_missing", "en") in [block.value for block in app.markdown]


def test_a_country_without_an_international_value_has_nothing_to_be_newer_than() -> None:
    rows = national("world_women_managers").set_index("ref_area")
    assert rows["international_year"].isna()["UZ"]
    assert not rows.loc["UZ", "newer"]
    assert rows.loc["KZ", "newer"]


def test_money_that_grows_with_a_country_wins_no_place() -> None:
    app = open_page("compare", as_of="2021-12-30")
    said = text("compare.lead", "en", count=3, best=0, last=0, neither=3, unranked=2)
    assert said in [block.value for block in app.markdown]


def test_places_follow_the_direction_and_for_parity_the_distance_from_it() -> None:
    rows = queries.run("compare_standing", as_of=TODAY, since_year=SINCE).set_index("series_id")
    assert (rows.standing["world_neet_15_24"], rows.merit["world_neet_15_24"]) == ("lowest", "best")
    assert (rows.standing["world_women_graduates_arts"], rows.merit["world_women_graduates_arts"]) == ("lowest", "best")
    assert (rows.standing["world_graduates_ict"], rows.merit["world_graduates_ict"]) == ("lowest", "last")
    assert rows.merit["world_male_participation"] == rows.merit["world_ip_receipts"] == "unranked"
