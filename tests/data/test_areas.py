"""Areas: names in three languages, codes of the publishers, the reforms of 2018 and 2022, comparable groups."""

import csv
from collections import Counter, defaultdict
from datetime import date

import pytest

from data.catalogue_files import CATALOGUE, LANGUAGES

REGIONS = {
    "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39",
    "KZ-43", "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79",
}  # fmt: skip


def read(name: str) -> list[dict[str, str]]:
    with (CATALOGUE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


AREAS = {row["ref_area"]: row for row in read("areas.csv")}


def groups(scheme: str) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for row in read("area_groups.csv"):
        if row["scheme"] == scheme:
            members[row["group_code"]].add(row["ref_area"])
    return members


def existed(ref_area: str, day: date) -> bool:
    area = AREAS[ref_area]
    return (area["valid_from"] or "0001") <= day.isoformat() <= (area["valid_to"] or "9999")


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2018, 6, 18), 16), (date(2018, 6, 19), 17), (date(2022, 6, 7), 17), (date(2022, 6, 8), 20)],
)
def test_the_number_of_regions_changes_on_the_days_of_the_reforms(day: date, count: int) -> None:
    assert sum(existed(code, day) for code in [*REGIONS, "KZ-YUZ"]) == count


@pytest.mark.parametrize(
    ("new", "old"),
    [("KZ-10", "KZ-63"), ("KZ-33", "KZ-19"), ("KZ-62", "KZ-35"), ("KZ-61", "KZ-YUZ"), ("KZ-79", "KZ-YUZ")],
)
def test_a_new_region_names_the_region_it_came_from(new: str, old: str) -> None:
    assert AREAS[new]["predecessor"] == old


@pytest.mark.parametrize(
    ("ours", "platform", "bureau"),
    [
        ("KZ-61", "KZYUZ", "TRK"),
        ("KZ-YUZ", "KZONT", "YKO"),
        ("KZ-19", "KZALM", "ALM"),
        ("KZ-75", "KZALA", "ALA"),
        ("KZ-71", "KZNS", "AST"),
        ("KZ-59", "KZSEV", "SKO"),
        ("KZ-39", "KZKUS", "KST"),
    ],
)
def test_misleading_publisher_codes_lead_to_the_right_region(ours: str, platform: str, bureau: str) -> None:
    assert (AREAS[ours]["kazstat_code"], AREAS[ours]["bns_code"]) == (platform, bureau)


def test_every_region_of_today_stands_once_in_each_comparable_geography() -> None:
    for scheme, size in (("R20", 20), ("CG17", 17), ("CG16", 16)):
        members = [area for group in groups(scheme).values() for area in group]
        assert (len(groups(scheme)), set(members) - {"KZ-YUZ"}, len(members)) == (size, REGIONS, len(set(members)))


def test_split_regions_are_joined_with_their_parents() -> None:
    assert {"KZ-63", "KZ-10"} in groups("CG17").values()
    assert {"KZ-61", "KZ-79", "KZ-YUZ"} in groups("CG16").values()
    assert {"KZ-61"} in groups("CG17").values()


def test_a_new_region_shares_the_joined_group_of_its_predecessor() -> None:
    for area in AREAS.values():
        if area["predecessor"]:
            assert any({area["ref_area"], area["predecessor"]} <= group for group in groups("CG16").values())


def test_no_two_areas_share_a_name_in_any_language() -> None:
    for language in LANGUAGES:
        for kind in ("name", "short"):
            repeated = [name for name, n in Counter(a[f"{kind}_{language}"] for a in AREAS.values()).items() if n > 1]
            assert repeated == []


def test_almaty_region_and_almaty_city_are_told_apart_in_every_language() -> None:
    shown = [(AREAS[code]["short_en"], AREAS[code]["short_ru"], AREAS[code]["short_kk"]) for code in ("KZ-19", "KZ-75")]
    assert shown == [
        ("Almaty Region", "Алматинская обл.", "Алматы облысы"),
        ("Almaty city", "г. Алматы", "Алматы қаласы"),
    ]


def test_the_publishers_misspelling_of_zhambyl_is_corrected() -> None:
    assert AREAS["KZ-31"]["name_ru"] == "Жамбылская область"


def test_kyzylorda_and_mangystau_are_the_focus_regions() -> None:
    assert {code for code, area in AREAS.items() if area["focus"] == "true"} == {"KZ-43", "KZ-47"}


def test_every_parent_and_predecessor_is_an_area() -> None:
    named = {area[field] for area in AREAS.values() for field in ("parent", "predecessor")} - {""}
    assert named <= set(AREAS)


def test_a_publishers_code_leads_to_one_area_only() -> None:
    codes = [code for area in AREAS.values() for code in area["publisher_codes"].split("|") if code]
    assert [code for code, n in Counter(codes).items() if n > 1] == []


def test_every_area_and_group_has_the_forms_that_sentences_need() -> None:
    named = [*AREAS, *sorted({row["group_code"] for row in read("area_groups.csv")} - set(AREAS))]
    forms = {row.pop("ref_area"): row for row in read("area_forms.csv")}
    assert set(forms) == set(named)
    assert [code for code, row in forms.items() if not all(row.values())] == []


@pytest.mark.parametrize(
    ("code", "column", "words"),
    [
        ("KZ-10", "in_ru", "в области Абай"),
        ("KZ-47", "in_ru", "в Мангистауской области"),
        ("KZ-71", "in_ru", "в Астане"),
        ("KZ-75", "of_kk", "Алматы қаласының"),
        ("KZ-19", "in_kk", "Алматы облысында"),
        ("KZ-33", "of_kk", "Жетісу облысының"),
        ("KZ", "of_kk", "Қазақстанның"),
        ("KZ-19", "in_en", "in Almaty Region"),
    ],
)
def test_forms_inflect_the_name(code: str, column: str, words: str) -> None:
    assert {row["ref_area"]: row for row in read("area_forms.csv")}[code][column] == words
