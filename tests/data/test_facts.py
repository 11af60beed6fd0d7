"""Cited figures: every headline with its own definition, nobody's words, and no series across definitions."""

import csv
import shutil

import pyarrow.parquet as pq
import pytest
import yaml

from data.importers.facts import CATALOGUE, COLUMNS, read_facts
from data.readers.refusal import InputRefusedError
from data.tidy import FIGURES
from tests.data.small_files import write_csv

FACTS = pq.read_table(FIGURES / "fact.parquet").to_pylist()
FIGURE_ROWS = pq.read_table(FIGURES / "cited_facts.parquet").to_pylist()
HEADER = ",".join(COLUMNS)
FACT = (
    "Persons employed in creative industries,8,8.3,2023,year 2023,Kazakhstan,,,all creative industries,95000,persons,"
    "A title,https://example.org/a,A publisher,2023-11-13,secondary"
)


def figures(code):
    rows = [row for row in FIGURE_ROWS if row["series_code"] == code and row["ref_area"] == "KZ"]
    return {row["time_period"]: row["obs_value"] for row in rows}


def test_all_listed_facts_are_kept():
    assert len(FACTS) == 1339 + 4
    assert len({fact["fact_id"] for fact in FACTS}) == len(FACTS)


def test_every_fact_names_publisher_and_title_and_nearly_all_an_address():
    assert all(fact["publisher"] and fact["source_title"] for fact in FACTS)
    assert sum(not fact["source_url"] for fact in FACTS) == 2


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CREATIVE_EMPLOYED_OLD_CONCEPT", {2023: 95000, 2024: 95000}),
        ("CREATIVE_EMPLOYED_43", {2025: 143600}),
        ("CREATIVE_EMPLOYED_ACADEMIC", {2024: 310000}),
        ("CREATIVE_EMPLOYED_UNSCOPED", {2024: 134207}),
        ("CREATIVE_GDP_SHARE_OLD", {2020: 2.67, 2024: 2.7}),
        ("CREATIVE_GDP_SHARE_43", {2025: 1.0}),
        ("FILMS_PRODUCED", {2021: 340, 2022: 331, 2023: 387, 2024: 514}),
        ("CINEMA_VISITS", {2019: 19.9, 2021: 6.6, 2022: 17.0475, 2023: 20, 2024: 23.3}),
        ("BOX_OFFICE_DOMESTIC", {2022: 9.5, 2023: 15.2, 2024: 23}),
        ("BOX_OFFICE_TOTAL", {2024: 22}),
        ("NEET_14_34", {2023: 7.3, 2024: 6.5, 2025: 6.2}),
        ("WOMEN_ICT_SHARE", {2019: 42, 2024: 42}),
    ],
)
def test_a_series_holds_the_figures_of_one_definition(code, expected):
    assert figures(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("WORLD_GDP_SHARE", 3.1), ("WORLD_EMPLOYMENT_SHARE", 6.2), ("WORLD_MEDIA_MARKET", 2320)]
)
def test_world_context_is_filed_under_the_world(code, expected):
    (row,) = [row for row in FIGURE_ROWS if row["series_code"] == code]
    assert (row["ref_area"], row["obs_value"]) == ("M49-001", expected)


def test_no_series_of_headlines_mixes_definitions():
    with (CATALOGUE / "fact_series.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["series_code"].startswith("CREATIVE_")]
    definitions = {code: {row["definition"] for row in rows if row["series_code"] == code} for code in
                   {row["series_code"] for row in rows}}  # fmt: skip
    assert all(len(found) == 1 for found in definitions.values())
    assert len(definitions) >= 10


def test_contested_headlines_are_facts_with_a_definition_each():
    employed = {(f["obs_value"], f["definition"]) for f in FACTS if f["measure"] == "CREATIVE_EMPLOYED"}
    assert employed == {
        (95000, "OLD_CONCEPT"),
        (134207, "UNSCOPED"),
        (143600, "OKED_43"),
        (149600, "OKED_43"),
        (310000, "ACADEMIC"),
    }


def test_the_probable_typo_is_a_fact_but_no_figure():
    (typo,) = [fact for fact in FACTS if fact["obs_value"] == 149600]
    assert typo["note"] == "LIKELY_TYPO"
    assert 149600 not in {row["obs_value"] for row in FIGURE_ROWS}


def test_a_forecast_is_a_fact_but_no_figure():
    (forecast,) = [fact for fact in FACTS if fact["measure"] == "WORLD_GDP_SHARE_2030"]
    assert (forecast["obs_value"], forecast["time_period"], forecast["note"]) == (10, 2030, "FORECAST")
    assert max(row["time_period"] for row in FIGURE_ROWS) == 2025


def test_a_quarter_is_marked_as_another_definition():
    marked = {
        row["time_period"] for row in FIGURE_ROWS if row["series_code"] == "NEET_14_34" and row["obs_status"] == "D"
    }
    assert marked == {2025}


def test_the_words_of_the_sources_are_left_behind():
    codes = {text for fact in FACTS for text in (fact["note"], fact["definition"], fact["period_note"]) if text}
    assert all(" " not in text for text in codes)


def test_every_measure_definition_and_note_that_is_shown_has_a_name_in_three_languages():
    with (CATALOGUE / "codes.csv").open(encoding="utf-8", newline="") as file:
        named = {
            (r["dimension"], r["code"])
            for r in csv.DictReader(file)
            if r["label_en"] and r["label_ru"] and r["label_kk"]
        }
    wanted = {("FACT_NOTE", fact["note"]) for fact in FACTS if fact["note"]}
    wanted |= {("FACT_DEFINITION", fact["definition"]) for fact in FACTS if fact["definition"]}
    wanted |= {("SERIES", row["series_code"]) for row in FIGURE_ROWS}
    assert wanted <= named


def test_every_claim_of_the_reconciliation_names_a_kept_fact():
    known = {fact["fact_id"] for fact in FACTS}
    questions = yaml.safe_load((CATALOGUE / "reconciliation.yaml").read_text(encoding="utf-8"))
    claimed = {claim["fact_id"] for question in questions for claim in question["claims"] if claim.get("fact_id")}
    assert claimed
    assert claimed <= known


@pytest.fixture
def folder(tmp_path):
    """An import folder and catalogue with one fact that forms one figure."""
    write_csv(tmp_path / "catalogue" / "extra_facts.csv", HEADER, FACT.replace("95000", "134207"))
    write_csv(tmp_path / "facts" / "creative_facts.csv", HEADER, FACT)
    write_csv(
        tmp_path / "catalogue" / "fact_series.csv",
        "fact_id,measure,definition,note,series_code,unit_measure,obs_status",
    )
    return tmp_path


def series(folder, line):
    path = folder / "catalogue" / "fact_series.csv"
    write_csv(path, path.read_text().splitlines()[0], line)
    return read_facts(folder / "facts" / "creative_facts.csv", folder / "catalogue")


def name_of_fact(folder):
    shutil.copy(folder / "catalogue" / "fact_series.csv", folder / "kept.csv")
    with pytest.raises(InputRefusedError, match="no fact has this name"):
        series(folder, "F0,,,,X,PERSONS,A")
    from data.importers.facts import LAYOUT, fact_id
    from data.readers.text_table import read_text_table

    return fact_id(read_text_table(folder / "facts" / "creative_facts.csv", LAYOUT).rows[0])


def test_a_fact_becomes_a_figure_with_the_definition_given(folder):
    imported = series(folder, f"{name_of_fact(folder)},CREATIVE_EMPLOYED,OLD_CONCEPT,,X,PERSONS,A")
    assert [(f.series_code, f.obs_value, f.time_period) for f in imported.figures] == [("X", 95000, 2023)]
    assert {fact.definition for fact in imported.facts} == {"OLD_CONCEPT", None}


def test_a_unit_of_another_quantity_is_refused(folder):
    with pytest.raises(InputRefusedError, match="line 2, column unit_measure: 'M_TNG' cannot be used"):
        series(folder, f"{name_of_fact(folder)},,,,X,M_TNG,A")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("95000,persons", "many,persons", "line 2, column value: 'many'"),
        ("95000,persons", '"95,000",persons', "line 2, column value: '95,000'"),
        ("95000,persons", "95000p,persons", "line 2, column value: '95000p'"),
        ("8,8.3,2023", "SDG 8,8.3,2023", "line 2, column sdg_goal: 'SDG 8'"),
        ("8,8.3,2023", "18,8.3,2023", "line 2, column sdg_goal: '18'"),
        ("95000,persons", "95000,souls", "line 2, column unit: 'souls'"),
        ("Kazakhstan,,,", "Atlantis,,,", "line 2, column region: 'Atlantis'"),
        ("A publisher,", ",", "line 2, column publisher: ''"),
        ("8.3,2023", "8.3,soon", "line 2, column year: 'soon'"),
        ("secondary", "hearsay", "line 2, column confidence: 'hearsay'"),
    ],
)
def test_a_fact_that_cannot_be_used_is_refused_with_its_place(folder, old, new, message):
    write_csv(folder / "facts" / "creative_facts.csv", HEADER, FACT.replace(old, new))
    with pytest.raises(InputRefusedError, match=message):
        read_facts(folder / "facts" / "creative_facts.csv", folder / "catalogue")


def test_a_fact_that_stands_twice_is_refused(folder):
    write_csv(folder / "facts" / "creative_facts.csv", HEADER, FACT, FACT)
    with pytest.raises(InputRefusedError, match="line 3: the same fact stands twice"):
        read_facts(folder / "facts" / "creative_facts.csv", folder / "catalogue")
