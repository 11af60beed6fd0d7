""" "Which number is right?": every claim leads to a figure, and one of them is chosen with a reason."""

import pyarrow.parquet as pq
import pytest

from data.catalogue_files import CATALOGUE, LANGUAGES, read_series, read_yaml
from data.tidy import FIGURES

QUESTIONS = read_yaml(CATALOGUE / "reconciliation.yaml")
SERIES = {row["series_id"] for row in read_series(CATALOGUE / "series")["series"]}
by_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["question_id"])


@by_question
def test_a_contested_headline_has_rivals_and_a_choice(question: dict) -> None:
    assert len(question["claims"]) >= 2
    assert any(claim["used"] for claim in question["claims"])
    assert not all(claim["used"] for claim in question["claims"])


@by_question
def test_every_claim_leads_to_a_fact_or_a_series(question: dict) -> None:
    for claim in question["claims"]:
        assert claim["fact_id"] or claim["series_id"] in SERIES, claim["claim_id"]
        assert claim["series_id"] is None or claim["series_id"] in SERIES, claim["claim_id"]


@by_question
def test_question_reason_definition_and_scope_are_told_in_three_languages(question: dict) -> None:
    texts = [question["title"], question["why"]]
    texts += [claim[field] for claim in question["claims"] for field in ("definition", "scope")]
    for text in texts:
        assert set(text) == set(LANGUAGES)
        assert len(set(text.values())) == len(LANGUAGES)


def test_the_facts_named_by_the_claims_are_stored_with_their_publisher() -> None:
    facts = {row["fact_id"]: row for row in pq.read_table(FIGURES / "fact.parquet").to_pylist()}
    claims = [claim for question in QUESTIONS for claim in question["claims"] if claim["fact_id"]]
    assert [claim["claim_id"] for claim in claims if claim["fact_id"] not in facts] == []
    assert all(facts[claim["fact_id"]]["publisher"] for claim in claims)


def test_the_employed_headline_is_the_one_of_the_official_list_of_codes() -> None:
    facts = {row["fact_id"]: row["obs_value"] for row in pq.read_table(FIGURES / "fact.parquet").to_pylist()}
    claims = next(q for q in QUESTIONS if q["question_id"] == "creative_employed")["claims"]
    assert [facts[claim["fact_id"]] for claim in claims if claim["used"] and claim["fact_id"]] == [143600]
    assert {facts[c["fact_id"]] for c in claims if c["fact_id"]} == {95000, 134207, 143600, 149600, 310000}
