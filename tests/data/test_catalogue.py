"""The catalogue says what the dashboard shows; every slip in it is named by file, entry and field."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.catalogue.check import check_catalogue, find_problems
from data.catalogue_files import CATALOGUE, CatalogueError, Row, read_entries, read_rows, read_yaml

NEET = "series/youth.yaml: neet_15_24"
Change = Callable[[Callable[[Row], Any]], list[str]]


def every_series() -> dict[str, Row]:
    """All entries by series_id."""
    return {e["series_id"]: e for path in (CATALOGUE / "series").glob("*.yaml") for e in read_yaml(path)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the catalogue with the series of the youth file only."""
    shutil.copytree(CATALOGUE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (tmp_path / "catalogue" / "series").glob("*.yaml"):
        if path.name != "youth.yaml":
            path.unlink()
    return tmp_path / "catalogue"


@pytest.fixture
def after(copy: Path) -> Change:
    """Problems found once a change is made to the NEET entry."""

    def problems(change: Callable[[Row], Any]) -> list[str]:
        path = copy / "series" / "youth.yaml"
        entries = read_yaml(path)
        change(next(e for e in entries if e["series_id"] == "neet_15_24"))
        path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
        return list(find_problems(copy))

    return problems


def test_the_catalogue_has_no_problem() -> None:
    assert list(find_problems()) == []


def test_at_least_seventy_series_are_described() -> None:
    assert len(every_series()) >= 70


@pytest.mark.parametrize(
    "expected", ["YE01 YE02 YE03 YE04 YE05 YE06 YE09 YE11 YE12 YE13 YE14 YE15 YE16",
                 "WP01 WP03 WP04 WP05 WP06 WP07 WP08 WP09 WP10 WP11 WP13 WP14",
                 "RS02 RS03 RS04 RS05 RS06 RS07 RS08 RS09 RS10"],
)  # fmt: skip
def test_every_proposed_series_of_the_three_lenses_is_in_the_catalogue(expected: str) -> None:
    assert set(expected.split()) <= {e.get("reference") for e in every_series().values()}


def test_a_missing_language_is_named_with_file_series_and_field(after: Change) -> None:
    assert after(lambda e: e["title"].pop("kk")) == [f"{NEET}: title: 'kk' is a required property"]


def test_a_language_missing_deep_in_a_source_is_named_with_the_way_to_it(copy: Path) -> None:
    entries = read_yaml(copy / "sources.yaml")
    entries[0]["licence"]["note"].pop("kk")
    (copy / "sources.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    assert list(find_problems(copy)) == ["sources.yaml: kazstat_sdg: licence.note.kk: is missing"]


def test_an_empty_text_is_named(after: Change) -> None:
    assert after(lambda e: e["description"].update(ru="  ")) == [f"{NEET}: description.ru: is empty"]


def test_a_text_left_in_english_is_named(after: Change) -> None:
    assert after(lambda e: e["title"].update(kk="Youth outside work")) == [f"{NEET}: title.kk: is not in Cyrillic"]


def test_a_misspelt_field_is_refused(after: Change) -> None:
    assert f"{NEET}: Additional properties are not allowed ('caveats' was unexpected)" in after(
        lambda e: e.update(caveats=None)
    )


@pytest.mark.parametrize(
    ("field", "code"),
    [("unit", "PERCENT"), ("source_id", "nobody"), ("target", "8.99")],
)
def test_a_code_that_nothing_defines_is_named(after: Change, field: str, code: str) -> None:
    assert after(lambda e: e.update({field: code})) == [f"{NEET}: {field}: {code!r} is not in the catalogue"]


def test_an_unknown_age_in_an_operand_is_named(after: Change) -> None:
    found = after(lambda e: e["operand"].update(age="Y15T24Y"))
    assert found == [f"{NEET}: operand.age: 'Y15T24Y' is not in the catalogue"]


def test_an_unknown_area_of_a_break_is_named(after: Change) -> None:
    note = {"en": "A reason.", "ru": "Причина.", "kk": "Себебі."}
    wrong = {"time_period": 2012, "ref_area": "KZ-99", "kind": "quality", "note": note}
    found = after(lambda e: e["breaks"].append(wrong))
    assert found == [f"{NEET}: breaks.0.ref_area: 'KZ-99' is not in the catalogue"]


def test_a_ratio_without_a_second_operand_is_refused(after: Change) -> None:
    assert after(lambda e: e.update(derivation="ratio")) == [f"{NEET}: against: a ratio needs a second operand"]


def test_a_target_without_a_source_is_refused(after: Change) -> None:
    assert after(lambda e: e.update(target_source=None)) == [f"{NEET}: target_source: a target value needs it"]


def test_a_baseline_before_the_series_begins_is_refused(after: Change) -> None:
    found = after(lambda e: e.update(baseline_year=2005))
    assert found == [f"{NEET}: baseline_year: 2005 is outside the years of the series"]


def test_a_series_id_used_twice_is_named(after: Change) -> None:
    found = after(lambda e: e.update(series_id="unemployment_16_24"))
    place = "series/youth.yaml: unemployment_16_24"
    assert found == [f"{place}: series_id: the same as in {place}"]


def test_two_published_series_of_the_same_figures_are_refused(after: Change) -> None:
    found = after(lambda e: e.update(operand={"indicator": "8.5.2", "age": "Y16T24"}))
    assert found == [f"series/youth.yaml: unemployment_16_24: operand: the same as in {NEET}"]


def test_a_goal_without_a_kazakh_name_is_named(copy: Path) -> None:
    goals = read_yaml(copy / "goals.yaml")
    del goals[0]["name"]["kk"]
    (copy / "goals.yaml").write_text(yaml.safe_dump(goals, allow_unicode=True), encoding="utf-8")
    assert list(find_problems(copy)) == ["goals.yaml: 4: name.kk: is missing"]


def test_a_broken_catalogue_stops_the_reader_with_every_problem(copy: Path) -> None:
    path = copy / "series" / "youth.yaml"
    entries = read_yaml(path)
    entries[0]["unit"] = entries[1]["unit"] = "PERCENT"
    path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        check_catalogue(copy)
    assert [line.split(": ")[1] for line in str(refused.value).splitlines()] == ["neet_15_24", "neet_women_15_24"]


@pytest.mark.parametrize(
    ("releases", "said"),
    [
        ("[soon]", "releases: 'soon' is not a date"),
        ("[2024-10-24, 2023-10-11]", "not from the oldest to the newest"),
        ("[2024-10-24, 2024-10-24]", "or one stands twice"),
        ("[]", "releases: is empty"),
    ],
)
def test_a_release_that_is_no_day_or_out_of_order_is_named(copy: Path, releases: str, said: str) -> None:
    path = copy / "sources.yaml"
    path.write_text(re.sub(r"releases: \[2020[^\]]*\]", f"releases: {releases}", path.read_text(encoding="utf-8")))
    (found,) = find_problems(copy)
    assert found.startswith("sources.yaml: kazstat_sdg: ")
    assert said in found


def test_a_table_saved_by_a_spreadsheet_program_reads_the_same(copy: Path) -> None:
    path = copy / "area_groups.csv"
    before = read_rows(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b",", b";").replace(b"\n", b"\r\n"))
    assert read_rows(path) == before
    assert before[0]["ref_area"] == "KZ-10"


def test_a_yaml_file_with_a_mark_of_bytes_reads_the_same(copy: Path) -> None:
    path = copy / "goals.yaml"
    before = read_yaml(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_yaml(path) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "goals.yaml: the file is empty"),
        (b"# nothing\n", "goals.yaml: the file is empty"),
        (b"- goal: 4\n  colour: red\n  colour: blue\n", "the key 'colour' stands twice.*line 3"),
        ("- имя: Цель".encode("cp1251"), "goals.yaml: .*utf-8"),
        (b"- goal: [4\n", "goals.yaml: .*line 2"),
        (b"- due: 2025-02-30\n", "goals.yaml: day is out of range"),
    ],
)
def test_a_yaml_file_that_cannot_be_read_is_named_with_its_fault(copy: Path, content: bytes, said: str) -> None:
    (copy / "goals.yaml").write_bytes(content)
    with pytest.raises(CatalogueError, match=f"(?s){said}"):
        check_catalogue(copy)


def test_the_wider_national_neet_goal_is_never_the_measure_of_a_status() -> None:
    neet = every_series()["neet_15_24"]
    assert (neet["target_value"], neet["target_kind"], neet["target_comparable"]) == (3.5, "national", False)


def test_a_target_of_another_goal_is_refused(after: Change) -> None:
    assert after(lambda e: e.update(goal=5)) == [f"{NEET}: goal: target 8.6 is not one of goal 5"]


def test_a_target_under_which_the_list_has_another_indicator_is_refused(after: Change) -> None:
    found = after(lambda e: e.update(target="8.5"))
    assert found == [f"{NEET}: mapped_by: the UN list has indicator 8.6.1 under another target than 8.5"]


def test_a_target_that_the_theme_does_not_carry_is_refused(after: Change) -> None:
    found = after(lambda e: e.update(mapped_by="culture_2030_21"))
    assert found == [f"{NEET}: mapped_by: culture_2030_21 names 11.7, not 8.6"]


def test_what_nobody_lists_is_no_measure_and_no_headline(after: Change) -> None:
    assert after(lambda e: e.update(mapped_by="own_reading")) == [
        f"{NEET}: measures: own_reading alone makes no measure of a target",
        f"{NEET}: headline: a series that is judged needs a list that ties it to its target",
    ]


def test_a_series_without_a_mapping_is_refused(after: Change) -> None:
    assert after(lambda e: e.pop("mapped_by")) == [f"{NEET}: mapped_by: is missing; name an entry of mappings.yaml"]


def test_pay_of_all_women_over_all_men_is_our_reading_of_equal_pay_for_equal_work() -> None:
    kinds = {e["target_kind"] for e in every_series().values() if e["unit"] == "PT_OF_MEN"}
    assert kinds == {"our_reading"}


def test_money_says_at_which_prices_it_is() -> None:
    units = {unit["code"]: unit for unit in read_entries(CATALOGUE / "units.yaml")}
    assert all(("prices" in unit) == (unit["kind"] == "money") for unit in units.values())
    assert {code for code, unit in units.items() if unit.get("prices") == "constant"} == {
        "CON_USD", "M_CON_USD", "CON_PPP_USD",
    }  # fmt: skip


def test_a_benchmark_is_never_taken_for_a_target() -> None:
    benchmarks = {("unemployment_total", 5), ("women_parliament", 40), ("internet_women", 80)}
    assert not benchmarks & {(e["series_id"], e["target_value"]) for e in every_series().values()}


def test_pay_of_the_young_has_no_2021_because_the_rows_are_the_womens() -> None:
    assert every_series()["pay_youth_to_all_16_24"]["years"]["except"] == [2021]


def test_every_text_on_a_goal_tile_is_readable_on_its_colour() -> None:
    def light(channel: str) -> float:
        share = int(channel, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    for goal in read_yaml(CATALOGUE / "goals.yaml"):
        red, green, blue = (light(goal["colour"][i : i + 2]) for i in (1, 3, 5))
        ground = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        text = 1.0 if goal["text_colour"] == "white" else 0.0
        contrast = (max(ground, text) + 0.05) / (min(ground, text) + 0.05)
        assert contrast >= 4.5, goal["goal"]
