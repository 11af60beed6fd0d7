"""The cards about series that every page shares: what they draw, say and remember of a choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pages.parts.cards.claim import Quantifier, Relation, Subject, Term
from pages.parts.cards.model import Card, Note
from pages.parts.series.about import View, breaks, detail, target, years_of
from pages.parts.series.answers import change, extremes, halves
from pages.parts.series.line import Shape, line_card, lines_notes, notes
from pages.parts.series.multiples import multiples_card
from pages.parts.series.ranking import ranking_card
from pages.parts.series.region_map import map_card
from pages.parts.words.language import LANGUAGES
from tests.pages import by_hand
from tests.pages.drawn import page_cards, points

NOW = date(2026, 11, 22)
NEET, INFORMAL = "neet_15_24", "informal_16_24"
HALVES = ("area", "years", "sex", "urbanisation")
EN = View("en", NOW)


def line(series: str | tuple[str, ...], view: View = EN, **more: object) -> Card:
    found = line_card((series,) if isinstance(series, str) else series, view, key="k", **more)
    assert isinstance(found, Card)
    return found


def test_the_same_series_says_the_same_on_explore_and_on_its_page() -> None:
    explored = page_cards("explore", series=INFORMAL, area=["KZ-47"])["explore_lines"]
    lens = page_cards("youth", area=["KZ-47"])[f"youth_{INFORMAL}"]
    assert explored.title == lens.title == "Informal employment at 16–24, 2023: Mangystau 5.7%, Kazakhstan 16.2%"
    assert explored.notes == lens.notes
    assert (explored.mark.breaks, explored.mark.target) == (lens.mark.breaks, lens.mark.target)


def test_what_must_be_known_of_a_series_is_told_once_and_of_all_but_the_first_with_its_name() -> None:
    pair = ("gva_j_share_of_grp", "gva_r_share_of_grp")
    (first,), (second,) = (notes(series_id, EN, line(series_id).rows) for series_id in pair)
    told = lines_notes(pair, line(pair).rows, EN)
    words = [note if isinstance(note, str) else note.words("en") for note in told]
    assert words == [first, f"{detail(pair[1], 'en').title}. {second}"]
    assert lines_notes((pair[0], pair[0]), line(pair).rows, EN) == (first,)


def test_a_title_speaks_of_the_women_of_the_region_that_are_drawn() -> None:
    card = line(NEET, replace(EN, areas=("KZ-47",), sexes=("F",)), filters=HALVES)
    assert card.title == "NEET at age 15–24, women, 2022: Mangystau 11.9%, Kazakhstan 5.8%"
    assert card.claim.subject == Subject(NEET, None, "F", "_T")
    assert {point[0] for point in points(card.mark)} == {"F", "KZ-47|F"}
    assert [figure.value for figure in card.claim.figures] == [
        by_hand.value(NEET, "KZ-47", 2022, "F"),
        by_hand.value(NEET, "KZ", 2022, "F"),
    ]


def test_a_single_line_of_a_part_is_told_by_its_own_course() -> None:
    card = line(NEET, replace(EN, sexes=("F",)), filters=HALVES)
    assert card.title == "NEET at age 15–24, women: 5.8% in 2022, down from 9.7% in 2015"
    assert (card.claim.relation, card.claim.years) == (Relation.FELL, (2015, 2022))


def test_more_lines_than_can_be_listed_are_told_by_their_ends() -> None:
    card = line(NEET, replace(EN, areas=("KZ-47", "KZ-10"), sexes=("F", "M")), filters=HALVES)
    assert card.claim.relation is Relation.ENDS
    assert card.claim.quantifier is Quantifier.ALL
    lowest, highest = card.claim.figures
    drawn = {key: value for key, year, value in points(card.mark) if year == 2022}
    assert (lowest.value, highest.value) == (min(drawn.values()), max(drawn.values())) == (2.8, 11.9)
    assert lowest.subject == Subject(NEET, "KZ-47", "M")


def test_lines_without_a_common_year_are_told_each_with_its_own() -> None:
    view = replace(EN, areas=("KZ-YUZ", "KZ-61"))
    card = line("women_managers", view)
    assert card.claim.message == "lens.apart"
    assert {(figure.subject.ref_area, figure.year) for figure in card.claim.figures} == {
        ("KZ-YUZ", 2017),
        ("KZ-61", 2023),
        ("KZ", 2023),
    }


def test_halves_are_compared_where_they_fit_their_total_and_the_year_left_out_is_named() -> None:
    card = line(NEET, replace(EN, settlements=("_T", "U", "R")), filters=HALVES)
    assert card.title == "Rural youth are left out more often: 5.9% against 3.8% in towns (2022)"
    assert "Published for 2023: total 6.0%, women 4.2%, men 3.3%, town 5.8%, village 13.1%." in " ".join(card.remarks)
    women = line(NEET, replace(EN, sexes=("F", "M")), filters=HALVES)
    assert "is not compared" not in " ".join(women.remarks)


def test_a_year_outside_the_readers_is_not_spoken_of() -> None:
    view = replace(EN, years=(2012, 2015))
    assert halves(Subject(NEET, "KZ"), "sex", view)[0].time_period == 2015
    assert extremes(NEET, view).time_period == 2015
    assert change(Subject(NEET, "KZ"), view).latest_year == 2015
    assert change(Subject(NEET, "KZ"), replace(EN, years=(1990, 1995))) is None


def test_a_change_begins_where_the_newest_stretch_begins() -> None:
    row = change(Subject(NEET, "KZ"), replace(EN, years=(2010, 2022)))
    assert (row.first_year, row.first_value, row.latest_year, row.latest_value) == (2015, 7.9, 2022, 4.6), "baseline"
    row = change(Subject(NEET, "KZ"), replace(EN, years=(2010, 2014)))
    assert (row.first_year, row.latest_year) == (2012, 2014), "before the baseline, from where the stretch begins"
    assert change(Subject(NEET, "KZ"), EN).course == "single"


def test_a_choice_is_cut_out_of_one_chart_for_all() -> None:
    whole, chosen = line(INFORMAL), line(INFORMAL, replace(EN, areas=("KZ-75",), years=(2014, 2016)))
    assert whole.reach is chosen.reach
    assert [point[:2] for point in points(chosen.mark)] == [
        *(("KZ", year) for year in (2014, 2015, 2016)),
        *(("KZ-75", year) for year in (2014, 2015, 2016)),
    ]
    assert len(chosen.rows) == 6
    assert "area_name" in chosen.rows


def test_several_series_of_one_unit_share_a_chart_and_keep_the_colour_of_their_section() -> None:
    series = ("gva_j_share_of_grp", "gva_r_share_of_grp")
    card = line(series, filters=("years",), what=Term("sector.what_share"))
    assert card.title == "Share of gross product, 2025 (prices not removed): ICT (J) 2.55%, arts (R) 0.96%"
    assert card.mark.meanings == {"KZ": "section:J", "gva_r_share_of_grp:KZ": "section:R"}
    assert card.mark.target is None


def test_a_second_series_without_the_years_of_the_first_names_its_own() -> None:
    card = line(("unemployment_16_24", "unemployment_29_34"), filters=("years",))
    assert card.title == (
        "2015 → 2023: Unemployment rate, age 16–24 between 3.6% and 4.2%, 3.8% at the end, "
        "Unemployment rate, age 29–34 3.4% (2023)"
    )


def test_the_target_and_its_path_come_from_the_series_alone() -> None:
    found = target("women_managers", "en", NOW)
    assert (found.year, found.value, found.label) == (2030, 50, "target 50%")
    assert found.path[0][0] == 2015
    assert found.path[-1] == (2030, pytest.approx(50))
    assert target(NEET, "en", NOW) is None
    assert "The stated target, 3.5% by 2029, counts another population" in " ".join(line(NEET).remarks)


def test_a_break_is_a_rule_with_its_kind_and_a_disputed_year_is_none() -> None:
    assert breaks((NEET,), "en") == ()
    assert [(item.time_period, item.words) for item in breaks(("unemployment_25_28",), "en")] == [(2014, "new method")]


def test_the_ranking_of_a_chosen_year_has_the_country_as_its_yardstick() -> None:
    card = ranking_card(NEET, replace(EN, year=2015, sexes=("F",)), key="k", filters=("area", "year", "sex"))
    assert card.title == "NEET at age 15–24, women, 2015: highest in Zhambyl (17.9%), lowest in West Kazakhstan (4.4%)"
    assert next(points(card.mark)) == ("KZ-31", 2015, 17.9)
    assert card.mark.reference == "Kazakhstan"
    assert set(card.mark.rows["national_value"]) == {9.7}


def test_a_sum_over_regions_is_no_yardstick_and_no_region_lies_above_it() -> None:
    card = ranking_card("culture_theatres", EN, key="k")
    assert card.mark.reference is None
    assert "above it" not in card.told
    assert map_card("culture_theatres", EN, key="k").claim.relation is Relation.ENDS


def test_ties_at_an_end_are_counted() -> None:
    card = ranking_card(NEET, replace(EN, years=(2010, 2021)), key="k")
    assert "highest in Akmola and 1 more (7.3%)" in card.title


def test_regions_without_a_value_are_named_below_a_ranking() -> None:
    notes = " ".join(ranking_card("women_managers", EN, key="k").remarks)
    assert "No value for 2023: Abai, Zhetysu, Ulytau." in notes


def test_panels_show_every_region_of_today_and_both_axes_are_at_hand() -> None:
    card = multiples_card(NEET, EN, "free", key="k")
    assert card.mark.free
    assert {reach.mark.free for reach in card.alternatives.values()} == {True, False}
    assert len({point[0] for point in points(card.mark)}) == 21


def test_what_no_value_fits_says_which_years_there_are() -> None:
    found = line_card((INFORMAL,), replace(EN, years=(1990, 1995)), key="k")
    assert found == Note(
        "empty_k",
        "Informal employment, age 16–24",
        "No value fits this choice. Years with values: 2012–2023. Take a filter away or choose another date.",
    )


def test_what_was_not_held_on_the_date_says_when_it_was_captured() -> None:
    found = line_card(("neet_15_28",), View("en", date(2021, 12, 30)), key="k")
    assert isinstance(found, Note)
    assert "22 November 2026" in found.words


def test_the_years_of_a_slider_are_those_of_the_series_on_the_page() -> None:
    assert years_of((NEET, "neet_15_28"), "en", NOW) == (2001, 2023)
    assert years_of((NEET,), "en", date(2020, 12, 29)) == (2010, 2019)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "highest in Almaty city (23\u00a0org.), lowest in Abai and 3 more (1\u00a0org.)"),
        ("ru", "выше всего в Алматы (23\u00a0орг.), ниже всего в области Абай и ещё 3 (1\u00a0орг.)"),
        ("kk", "ең жоғарысы — Алматы қаласында (23\u00a0ұйым), ең төмені — Абай облысында және тағы 3 (1\u00a0ұйым)"),
    ],
)
def test_regions_are_inflected_in_sentences(lang: str, words: str) -> None:
    assert words in ranking_card("culture_theatres", View(lang, NOW), key="k").title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_have_short_names_and_sentences_whole_ones(lang: str) -> None:
    view = View(lang, NOW, areas=("KZ-47",))
    card = line(INFORMAL, view)
    whole = {"en": "Mangystau", "ru": "Мангистауская область", "kk": "Маңғыстау облысы"}[lang]
    assert card.mark.names["KZ-47"] == {"en": "Mangystau", "ru": "Мангистауская", "kk": "Маңғыстау"}[lang]
    assert f"{whole} 5" in card.title


def test_a_fixed_shape_is_that_of_the_chart() -> None:
    mark = line(NEET, shape=Shape(260, year_labels=4, zero=True)).mark
    assert (mark.height, mark.year_labels, mark.zero, mark.values, mark.span) == (260, 4, True, None, None)
