"""Search in three languages."""

from __future__ import annotations

import pytest

import queries
from pages.parts.words import search


@pytest.fixture(scope="module")
def entries() -> list[search.Entry]:
    return search.index(queries.rows_of("series_search"), "en")


def test_youth_is_found_by_its_word_in_any_of_the_three_languages(entries: list[search.Entry]) -> None:
    found = {word: set(search.find(word, entries)) for word in ("жастар", "молодёжь", "youth")}
    assert "neet_15_24" in found["youth"]
    assert found["жастар"] == found["молодёжь"] == found["youth"]


@pytest.mark.parametrize("word", ["жастардың", "жастарға", "молодёжи", "молодежью", "Молодёжь", "ЖАСТАР"])
def test_grammatical_endings_spelling_and_capitals_do_not_matter(word: str, entries: list[search.Entry]) -> None:
    assert "neet_15_24" in search.find(word, entries)


def test_kazakh_typed_on_a_russian_keyboard_reads_the_same() -> None:
    assert search.fold("жалақы") == search.fold("жалакы")
    assert search.fold("еңбекақы") == search.fold("енбекакы")


@pytest.mark.parametrize("query", ["зарплата женщин искусство", "women pay arts", "әйелдер жалақы өнер"])
def test_all_words_of_a_search_must_fit(query: str, entries: list[search.Entry]) -> None:
    assert search.find(query, entries)[0] == "pay_women_to_men_arts"


def test_an_indicator_is_found_by_its_code(entries: list[search.Entry]) -> None:
    found = search.find("8.6.1", entries)
    assert "neet_15_24" in found
    assert all("neet" in series_id for series_id in found)


def test_a_word_being_typed_already_finds(entries: list[search.Entry]) -> None:
    assert "museum_visits" in search.find("муз", entries)


def test_an_empty_search_lists_everything_once(entries: list[search.Entry]) -> None:
    found = search.find("", entries)
    assert len(found) == len(set(found)) == len(entries)


def test_nonsense_finds_nothing(entries: list[search.Entry]) -> None:
    assert search.find("qwrtpsdf", entries) == []


def test_words_of_different_roots_do_not_fit() -> None:
    assert not search.fits("парламент", "паритет")
    assert not search.fits("men", "women")
