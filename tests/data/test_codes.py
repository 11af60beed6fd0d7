"""Codes, units and words of the catalogue: complete in three languages, each language in its own letters."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.catalogue_files import CATALOGUE, LANGUAGES, read_yaml

MIXED = re.compile(r"(?=\w*[A-Za-z])(?=\w*[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі])\w+")


def read(name: str) -> list[dict[str, str]]:
    with (CATALOGUE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


CODES = {(row["dimension"], row["code"]): row for row in read("codes.csv")}


def texts(path: Path) -> Iterator[str]:
    """Every Russian and Kazakh text of a file."""
    if path.suffix == ".csv":
        for row in read(path.name):
            yield from (text for name, text in row.items() if name.endswith(("_ru", "_kk")))
    else:
        yield from _nested(read_yaml(path))


def _nested(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _nested(item)
    elif isinstance(node, dict):
        for name, item in node.items():
            if name in ("ru", "kk") and isinstance(item, str):
                yield item
            else:
                yield from _nested(item)


def test_every_code_has_a_label_in_every_language() -> None:
    assert [key for key, row in CODES.items() if not all(row[f"label_{lang}"] for lang in LANGUAGES)] == []


def test_ages_that_look_like_months_are_years() -> None:
    assert CODES["AGE", "M25T28"]["label_en"] == "25–28 years"
    assert CODES["AGE", "M29T34"]["label_ru"] == "29–34 года"
    assert CODES["AGE", "M36T47"]["label_kk"] == "36–47 ай"


def test_total_education_is_not_a_missing_answer() -> None:
    assert CODES["EDUCATION_LEV", "_T"]["label_en"] == "All levels of education"


@pytest.mark.parametrize("path", [*CATALOGUE.glob("*.yaml"), *(CATALOGUE / "series").glob("*.yaml"),
                                  CATALOGUE / "areas.csv", CATALOGUE / "codes.csv", CATALOGUE / "area_groups.csv"],
                         ids=lambda path: path.stem)  # fmt: skip
def test_no_word_mixes_latin_and_cyrillic_letters(path: Path) -> None:
    assert sorted({word for text in texts(path) for word in MIXED.findall(text)}) == []


def test_every_unit_has_a_label_and_a_kind() -> None:
    for unit in read_yaml(CATALOGUE / "units.yaml")["units"]:
        assert unit["kind"] in ("percent", "points", "money", "count", "index", "ratio"), unit["code"]
        assert all(unit["label"][lang] for lang in LANGUAGES), unit["code"]
