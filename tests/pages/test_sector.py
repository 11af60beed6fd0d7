"""The sector page: proxies are called proxies, contested headlines keep their definitions apart."""

from __future__ import annotations

from datetime import date

import pytest

import queries
from pages.parts.sector.boxes import SECTIONS, section_boxes
from pages.parts.sector.claims import world_tiles, written_question
from pages.parts.series.about import View
from pages.parts.words.language import LANGUAGES, text
from tests.pages.test_pages import open_page

TODAY = date(2026, 11, 22)


def claims(lang: str = "en"):
    return queries.run("which_number", as_of=TODAY, lang=lang)


def test_the_four_published_numbers_of_employed_people_stand_side_by_side_with_one_official_choice() -> None:
    employed = claims().query("question_id == 'creative_employed'").set_index("claim_id")
    assert employed.loc[
        ["employed_old", "employed_unscoped", "employed_43", "employed_academic"], "obs_value"
    ].tolist() == [
        95_000,
        134_207,
        143_600,
        310_000,
    ]
    totals = employed[employed["unit"] == "PERSONS"]
    assert totals.index[totals["used"]].tolist() == ["employed_43"]


def test_the_two_shares_of_gdp_name_different_definitions() -> None:
    shares = claims().query("question_id == 'creative_gdp_share'").set_index("claim_id")
    assert shares.loc["gdp_old", "obs_value"] == 2.67
    assert shares.loc["gdp_43", "obs_value"] == 1
    assert shares.loc["gdp_old", "definition"] != shares.loc["gdp_43", "definition"]


def test_every_claim_has_value_year_publisher_and_definition_in_each_language() -> None:
    for lang in LANGUAGES:
        rows = claims(lang)
        assert (
            rows[["obs_value", "time_period", "publisher", "definition", "scope", "question", "why"]]
            .notna()
            .all(axis=None)
        )


def test_each_question_has_at_least_one_number_that_the_pages_use() -> None:
    assert claims().groupby("question_id")["used"].any().all()


def test_markup_in_a_claim_is_shown_as_text() -> None:
    rows = queries.rows_of("which_number", as_of=TODAY, lang="en").where(question_id="films_2024")
    count = len(rows)
    html = written_question(
        rows.having(definition=["<script>x</script>"] * count, source_url=["javascript:x"] * count), "en"
    )
    assert "<script>" not in html
    assert "javascript:" not in html


def test_the_world_figures_name_their_publisher_and_are_never_dated_to_kazakhstan() -> None:
    rows = queries.run("world_context", as_of=TODAY)
    assert rows["obs_value"].tolist() == [3.1, 6.2, 10.0, 2320.0]
    html = world_tiles(View("ru", TODAY))
    assert html.count("UNDP Kazakhstan") == 3
    assert "3,1" in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_box_says_in_words_which_divisions_are_not_creative(lang: str) -> None:
    html = section_boxes(lang)
    others = sum(not creative for divisions in SECTIONS.values() for creative in divisions.values())
    assert html.count(f"<small>{text('sector.covers_other', lang)}</small>") == others


def test_the_page_before_the_tables_were_captured_says_so_instead_of_showing_them() -> None:
    app = open_page("sector", as_of="2021-12-30")
    assert not app.exception
    assert text("sector.lead_missing", "en") in [block.value for block in app.markdown]
    assert queries.run("world_context", as_of=date(2021, 12, 30)).empty
