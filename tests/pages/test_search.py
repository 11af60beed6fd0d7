"""Search in three languages: a measured set of what people type, and the rules by which words answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from pages.parts.explore.catalogue import found
from pages.parts.words import search
from pages.parts.words.spelling import closeness, fits, fold, latin, slips

QUERIES = yaml.safe_load(Path(__file__).with_name("search_queries.yaml").read_text(encoding="utf-8"))
FEWEST, RECALL, NOTHING = 150, 0.95, 0.01


def find(query: str, lang: str = "en") -> list[str]:
    """The series found, best first."""
    return list(found(query, lang).series)


def language_of(query: str) -> str:
    """The language in which somebody who types this is likely to read."""
    if re.search("[әғқңөұүһі]", query.casefold()):
        return "kk"
    return "ru" if re.search("[а-я]", query.casefold()) else "en"


def is_answered(query: str, wanted: str) -> bool:
    """Whether one of the wanted series is among the first three."""
    return bool(set(find(query, language_of(query))[:3]) & set(wanted.split()))


@pytest.mark.parametrize("part", QUERIES)
def test_people_find_what_they_want_among_the_first_three(part: str) -> None:
    missed = [query for query, wanted in QUERIES[part] if not is_answered(query, wanted)]
    assert len(missed) <= (1 - RECALL) * len(QUERIES[part]), missed


def test_hardly_any_search_finds_nothing() -> None:
    asked = [query for part in QUERIES.values() for query, _ in part]
    assert len(asked) >= FEWEST
    assert len(QUERIES["apart"]) >= len(asked) // 3
    empty = [query for query in asked if not find(query, language_of(query))]
    assert len(empty) <= NOTHING * len(asked), empty


def test_youth_is_found_by_its_word_in_any_of_the_three_languages() -> None:
    assert all("neet_15_24" in find(word) for word in ("жастар", "молодёжь", "youth"))


@pytest.mark.parametrize("word", ["жастардың", "жастарға", "молодёжи", "молодежью", "Молодёжь", "ЖАСТАР"])
def test_grammatical_endings_spelling_and_capitals_do_not_matter(word: str) -> None:
    assert "neet_15_24" in find(word)


def test_a_region_is_taken_out_of_a_search_in_any_language_and_told() -> None:
    assert found("pay gap Atyrau", "en").areas == ("KZ-23",)
    assert found("жұмыссыздық Маңғыстауда", "kk").areas == ("KZ-47",)
    assert found("безработица в Мангистауской области", "ru").areas == ("KZ-47",)
    assert found("neet mangistau", "en").areas == ("KZ-47",)
    assert set(find("unemployment Atyrau")) == set(find("unemployment"))
    assert find("pay gap Atyrau")[0] == "pay_women_to_men_economy", "the gap in monthly pay is of the country alone"


def test_the_longer_name_of_a_region_wins_over_the_one_inside_it() -> None:
    assert found("unemployment North Kazakhstan", "en").areas == ("KZ-59",)
    assert found("безработица Восточно-Казахстанская область", "ru").areas == ("KZ-63",)


def test_a_goal_named_in_a_search_leaves_its_series_only() -> None:
    assert "women_managers" in find("SDG 5 managers")
    assert "women_managers" not in find("SDG 8 managers")
    assert find("8 цель") == find("goal 8")


def test_figures_of_the_country_come_before_those_of_others() -> None:
    assert find("women managers")[0] == "women_managers"
    assert find("women managers Uzbekistan")[0] == "uz_women_managers"


def test_an_indicator_is_found_by_its_code() -> None:
    assert set(find("8.6.1")[:2]) <= {"neet_15_24", "neet_women_15_24", "neet_gap_sex_15_24"}


def test_a_word_being_typed_already_finds() -> None:
    assert "museum_visits" in find("муз")


def test_an_empty_search_lists_everything_once() -> None:
    assert len(find("")) == len(set(find(""))) == len(find("", "kk"))


def test_nonsense_finds_nothing() -> None:
    assert find("qwrtpsdf") == []


def test_a_search_of_known_and_unknown_words_answers_the_known() -> None:
    assert find("qwrtpsdf neet")[0] == "neet_15_24"


def test_two_letters_of_a_word_being_typed_fit_and_one_does_not() -> None:
    assert fits("mo", "mobile")
    assert not fits("m", "mobile")
    assert fits("m", "m")


def test_the_word_itself_comes_before_its_beginning_its_ending_other_letters_and_a_part_of_it() -> None:
    asked = (("jobless", "jobless"), ("jobles", "jobless"), ("молодежь", "молодежи"), ("zhastar", "жастар"))
    found = [closeness(*words) for words in (*asked, ("zhastar", "жастардын"), ("employed", "unemployed"))]
    assert found == [1.0, 0.9, 0.85, 0.8, 0.7, 0.5]
    assert closeness("труд", "сотрудник") == closeness("women", "mens") == 0.0


def test_words_of_different_roots_do_not_fit() -> None:
    assert not fits("парламент", "паритет")
    assert not fits("men", "women")
    # Five letters in common are enough for a word of seven, not for one of eleven.
    assert fits("образец", "образцы")
    assert not fits("образец", "образования")


def test_a_slip_is_one_letter_in_a_short_word_and_two_in_a_long_one() -> None:
    assert slips("iuoth", "iouth") == 1
    assert slips("bezrobotitsa", "bezrabotitsa") == 1
    assert slips("unemploiment", "unemployment") == 1
    assert slips("music", "museum") is None
    assert slips("work", "word") is None, "a short word is another word"


def test_kazakh_typed_on_a_russian_keyboard_and_in_latin_letters_reads_the_same() -> None:
    assert fold("жалақы") == fold("жалакы")
    assert fold("еңбекақы") == fold("енбекакы")
    assert latin(fold("жастар")) == latin("jastar") == latin("zhastar")
    assert closeness("jastar", fold("жастар")) == 0.8


def test_a_word_answers_better_than_its_synonym_and_a_synonym_better_than_a_slip() -> None:
    assert search._meanings("jobless")["jobless"] > search._meanings("jobless")["unemployed"] > search._SLIP
