"""The guard: nothing that pages say is refused, every kind of false claim is, and a refused one gives way."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from pages.parts.cards import guard
from pages.parts.cards.claim import (
    Claim,
    Count,
    Figure,
    Listed,
    Place,
    Quantifier,
    Relation,
    Subject,
    Term,
    Year,
)
from pages.parts.cards.evidence import Evidence
from pages.parts.cards.guard import refusals
from pages.parts.cards.model import Card, Note
from pages.parts.deck.model import BadCodeError
from pages.parts.deck.registry import KINDS, card_of
from pages.parts.series.about import View
from pages.parts.series.claims import title_words
from pages.parts.series.line import line_card
from pages.parts.series.ranking import ranking_card
from pages.parts.women.pay import pay_pairs_card
from pages.parts.words.language import LANGUAGES
from queries.rows import Rows
from tests.cards.states import DATES, NOW, lead_claims, states

EN = View("en", NOW)
LEAST_CARDS = 300
STATES, SEED = 470, 20261122


def cards() -> list[tuple[str, Card]]:
    found = []
    for address, lang, day in states(STATES, SEED):
        try:
            card = card_of(address, lang, day)
        except BadCodeError:
            continue
        if not isinstance(card, Note):
            found.append((f"{address.code} {lang} {day}", card))
    return found


def claims_of(card: Card) -> list[Claim]:
    said = (card.claim, card.summary, *card.caveats, *card.notes)
    return [claim for claim in said if isinstance(claim, Claim)]


def test_nothing_that_any_page_says_in_any_language_is_refused() -> None:
    drawn = cards()
    assert len(drawn) >= LEAST_CARDS
    kinds = {place.split("~")[0].split(" ")[0] for place, _ in drawn}
    assert kinds == set(KINDS)
    assert {card.lang for _, card in drawn} == set(LANGUAGES)
    refused = [
        (place, claim.words(card.lang), found)
        for place, card in drawn
        for claim in claims_of(card)
        if (found := refusals(claim, card.evidence))
    ]
    assert refused == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_lead_is_refused(lang: str) -> None:
    nothing = Rows({})
    refused = [
        (day, claim.words(lang), found)
        for day in sorted(set(DATES))
        for claim in lead_claims(View(lang, day))
        if (found := refusals(claim, Evidence(nothing, day)))
    ]
    assert refused == []


NEET, UNEMPLOYMENT, MANAGERS = "neet_15_24", "unemployment_16_24", "women_managers"
COUNTRY, WOMEN = Subject(NEET, "KZ"), Subject(NEET, "KZ", "F")


def of(subject: Subject, year: int, value: float, **more: object) -> Figure:
    return Figure(value, "PT", 1, subject, year, **more)


def line(*series: str, **chosen: object) -> Evidence:
    card = line_card(series, replace(EN, **chosen), key="line", filters=("area", "years", "sex"))
    assert isinstance(card, Card)
    return card.evidence


def ranking(series: str, **chosen: object) -> Evidence:
    card = ranking_card(series, replace(EN, **chosen), key="ranking")
    assert isinstance(card, Card)
    return card.evidence


def single(subject: Subject, year: int, value: float, **more: object) -> Claim:
    values = {
        "what": title_words(subject.series),
        "latest": of(subject, year, value),
        "latest_year": Year(year),
    }
    return Claim("lens.single", values, Relation.IS, subject=subject, **more)


def change(relation: Relation, subject: Subject, first: tuple[int, float], last: tuple[int, float]) -> Claim:
    values = {
        "what": title_words(subject.series),
        "first": of(subject, *first),
        "first_year": Year(first[0]),
        "latest": of(subject, *last),
        "latest_year": Year(last[0]),
    }
    return Claim(f"lens.{relation.value}", values, relation, subject=subject, years=(first[0], last[0]))


def ends(series: str, year: int, highest: tuple[str, float], lowest: tuple[str, float], **more: object) -> Claim:
    values = {
        "what": title_words(series),
        "year": Year(year),
        "highest": of(Subject(series, highest[0]), year, highest[1], end="highest"),
        "highest_area": Place(highest[0], "in"),
        "lowest": of(Subject(series, lowest[0]), year, lowest[1], end="lowest"),
        "lowest_area": Place(lowest[0], "in"),
    }
    said = {"message": "lens.ends", "among": "regions", **more}
    message, among = said.pop("message"), said.pop("among")
    subject = Subject(series, None)
    return Claim(message, values | said, Relation.ENDS, Quantifier.ALL, subject, (year,), among=among)


def pay_of(*sections: str) -> Evidence:
    """The pairs of pay with the sections of some letters alone, as if the question had left the others out."""
    card = pay_pairs_card(EN, key="pay")
    assert isinstance(card, Card)
    return replace(card.evidence, rows=card.rows.where(activity=[f"ISIC4_{letter}" for letter in sections]))


def nearest(activity_value: float, fewer: int, sections: int) -> Claim:
    nobody = Subject(None, "KZ", None)
    values = {
        "fewer": Count(fewer, "n_women_less"),
        "sections": Count(sections, "n_sections"),
        "nearest_value": Figure(activity_value, "PT", 1, nobody, 2023, "women_to_men", end="nearest"),
        "year": Year(2023),
    }
    return Claim("women.pay_some", values, Relation.COUNTS, Quantifier.SOME, nobody, (2023,), among="question")


def beside(*figures: Figure, year: int, relation: Relation = Relation.IS) -> Claim:
    parts = [Term("lens.part", {"name": Term("lens.code_F"), "value": figure}) for figure in figures]
    values = {"what": Term(f"series.what_{NEET}"), "year": Year(year), "parts": Listed(parts)}
    return Claim("lens.beside", values, relation, subject=Subject(NEET, "KZ", None))


def of_seventeen(message: str = "lens.ends", highest: tuple[str, float] = ("KZ-31", 47.7), **more: object) -> Claim:
    counts = {"held": Count(17, "held"), "listed": Count(20, "listed")}
    return ends(MANAGERS, 2023, highest, ("KZ-23", 26.0), message=message, **counts, **more)


HALVES = {"sexes": ("_T", "F", "M")}
FALSE = {
    "a number that no row holds": ("number", single(COUNTRY, 2023, 6.1), lambda: line(NEET)),
    "a number of another year": ("number", single(COUNTRY, 2022, 6.0), lambda: line(NEET)),
    "a count that is none": (
        "number",
        Claim("lens.above_country", {"above": Count(7, "above"), "national": of(COUNTRY, 2023, 6.0, reference=True)}),
        lambda: ranking(NEET),
    ),
    "women of the country over women elsewhere": (
        "subject",
        single(WOMEN, 2022, 5.8),
        lambda: line(NEET, areas=("KZ-47",)),
    ),
    "everyone over women": ("subject", single(COUNTRY, 2022, 4.6), lambda: line(NEET, sexes=("F",))),
    "the country over chosen regions": ("subject", single(COUNTRY, 2023, 6.0), lambda: line(NEET, areas=("KZ-47",))),
    "an area that is not drawn": (
        "subject",
        Claim("lens.only", {"what": Place("KZ-75")}, subject=Subject(NEET, None)),
        lambda: line(NEET, areas=("KZ-47",)),
    ),
    "another series by its words": (
        "subject",
        replace(single(COUNTRY, 2023, 6.0), values={"what": Term(f"series.what_{UNEMPLOYMENT}")}),
        lambda: line(NEET),
    ),
    "values of two years under one": (
        "years",
        beside(of(COUNTRY, 2023, 6.0), of(WOMEN, 2022, 5.8), year=2023),
        lambda: line(NEET, **HALVES),
    ),
    "a value beside another's year": (
        "years",
        replace(single(COUNTRY, 2023, 6.0), values={"latest": of(COUNTRY, 2023, 6.0), "latest_year": Year(2022)}),
        lambda: line(NEET),
    ),
    "nearest of a few": (
        "quantifier",
        nearest(89.24731182795699, 15, 16),
        lambda: pay_of(*"RJM"),
    ),
    "not the nearest": (
        "quantifier",
        nearest(89.24731182795699, 15, 16),
        lambda: pay_of(*"AJLMPQRS"),
    ),
    "highest of some regions that seem all": ("quantifier", of_seventeen(), lambda: ranking(MANAGERS)),
    "highest of no list": ("quantifier", of_seventeen("lens.ends_of_held", among=None), lambda: ranking(MANAGERS)),
    "not the highest": (
        "quantifier",
        of_seventeen("lens.ends_of_held", ("KZ-71", 47.4)),
        lambda: ranking(MANAGERS),
    ),
    "women against everyone": (
        "reference",
        beside(of(WOMEN, 2022, 5.8), of(COUNTRY, 2022, 4.6, reference=True), year=2022),
        lambda: line(NEET, **HALVES),
    ),
    "one year against another": (
        "reference",
        beside(of(WOMEN, 2022, 5.8), of(Subject(NEET, "KZ", "M"), 2015, 6.0), year=2022, relation=Relation.MORE_THAN),
        lambda: line(NEET, **HALVES),
    ),
    "a sum against its parts": (
        "reference",
        Claim(
            "lens.only",
            {
                "what": of(Subject("culture_theatres", "KZ-75"), 2022, 23.0),
                "whole": of(Subject("culture_theatres", "KZ"), 2022, 70.0, reference=True),
            },
        ),
        lambda: ranking("culture_theatres"),
    ),
    "a fall across a break": ("course", change(Relation.FELL, COUNTRY, (2015, 7.9), (2023, 6.0)), lambda: line(NEET)),
    "a rise of one point": ("course", replace(single(COUNTRY, 2023, 6.0), relation=Relation.ROSE), lambda: line(NEET)),
    "a fall that hangs on a year": (
        "course",
        change(Relation.FELL, Subject(UNEMPLOYMENT, "KZ"), (2015, 4.2), (2023, 3.8)),
        lambda: line(UNEMPLOYMENT),
    ),
    "a rise of prices": (
        "course",
        change(Relation.ROSE, Subject("gva_r", "KZ"), (2015, 270000.0), (2025, 1527394.0)),
        lambda: line("gva_r"),
    ),
    "cited figures joined": (
        "course",
        change(Relation.FELL, Subject("creative_entities_43", "KZ"), (2024, 45597.0), (2025, 45500.0)),
        lambda: line("creative_entities_43"),
    ),
}


@pytest.mark.parametrize("name", FALSE)
def test_every_kind_of_false_claim_is_refused(name: str) -> None:
    kind, claim, evidence = FALSE[name]
    assert kind in {refusal.kind for refusal in refusals(claim, evidence())}


def test_the_same_claims_are_said_where_they_are_true() -> None:
    fell = change(Relation.FELL, Subject("informal_16_24", "KZ"), (2015, 25.2), (2023, 16.2))
    for claim, evidence in (
        (single(COUNTRY, 2023, 6.0), line(NEET)),
        (single(Subject(NEET, "KZ-47", "F"), 2022, 11.9), line(NEET, areas=("KZ-47",), sexes=("F",))),
        (of_seventeen("lens.ends_of_held"), ranking(MANAGERS)),
        (fell, line("informal_16_24")),
    ):
        assert refusals(claim, evidence) == ()


def test_a_region_without_a_value_is_not_named_where_it_has_one() -> None:
    values = {"year": Year(2023), "areas": Listed([Place("KZ-47", "short")])}
    claim = Claim("lens.note_missing_regions", values, Relation.LACKS, subject=Subject(NEET, None), years=(2023,))
    assert [refusal.kind for refusal in refusals(claim, ranking(NEET))] == ["subject"]


def test_a_false_claim_gives_way_to_what_is_drawn_and_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    card = line_card((NEET,), EN, key="line")
    assert isinstance(card, Card)
    false = single(COUNTRY, 2023, 6.1)
    wrong = replace(card, claim=false, summary=Claim("lens.apart_plain", {"parts": false}), notes=(false, "A note."))
    before = guard.refused["number"]
    with caplog.at_level(logging.WARNING):
        assert wrong.title == wrong.told == card.subtitle
        assert wrong.asides == ("A note.",)
        assert "6.1" not in wrong.title + wrong.told
    assert guard.refused["number"] - before == 3
    assert "claim refused: lens.single, number" in caplog.text
    assert card.title == card.claim.words("en") != card.subtitle


def test_a_card_asks_the_guard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    card = replace(line_card((NEET,), EN, key="line"))
    monkeypatch.setattr("pages.parts.cards.model.holds", lambda claim, evidence: asked.append(claim) or True)
    assert [card.title, card.title, card.finding] == [card.claim.words("en")] * 3
    assert asked == [card.claim]


def test_a_false_lead_is_not_said() -> None:
    question = ("series_line", {"series_ids": (NEET,), "as_of": NOW})
    assert guard.said(single(COUNTRY, 2023, 6.0, query=question), "en", NOW).endswith(
        "(NEET), age 15–24 was 6.0% in 2023"
    )
    assert guard.said(single(COUNTRY, 2023, 6.1, query=question), "en", NOW) == ""
