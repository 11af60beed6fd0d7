"""What a query's head declares is what it answers, for its example and every choice it offers."""

from __future__ import annotations

import re

import pytest

from queries import sql_text
from queries.heads import HeadError, read_head
from queries.runner import QUERY_FOLDER, parameters, query_names
from tests.queries.answers import answers, head_of, plain_type, store

HEAD = """\
-- Question: how many
-- are there?
-- Parameters: series_id; sex _T|F|M or NULL for all; from_year, to_year or NULL; ref_areas a list.
-- Grain: one row per year.
-- Keys: ref_area or NULL, time_period
-- Columns: ref_area varchar, marks struct(status varchar, title varchar)[],
-- share decimal(3,2)
-- example: series_id=gva_j, sex=_T, from_year=2010, to_year=null,
-- ref_areas=[KZ, KZ-75]

-- Keys: not in the head
select 1
"""
QUERIES = pytest.mark.parametrize("name", query_names())
TABLES = pytest.mark.parametrize("name", sorted(path.stem for path in (QUERY_FOLDER / "views").glob("*.sql")))


def test_a_head_is_read_to_its_last_line() -> None:
    head = read_head(HEAD)
    assert head.question == "how many are there?"
    assert (head.keys, head.nullable_keys) == (("ref_area", "time_period"), {"ref_area"})
    assert head.columns == {
        "ref_area": "varchar",
        "marks": "struct(status varchar, title varchar)[]",
        "share": "decimal(3,2)",
    }


def test_an_example_holds_texts_numbers_lists_and_nothing() -> None:
    expected = {"series_id": "gva_j", "sex": "_T", "from_year": 2010, "to_year": None, "ref_areas": ["KZ", "KZ-75"]}
    assert read_head(HEAD).example == expected


def test_choices_are_read_from_the_words_about_the_parameters() -> None:
    expected = {"sex": ("_T", "F", "M", None), "from_year": (None,), "to_year": (None,)}
    assert read_head(HEAD).choices == expected


@pytest.mark.parametrize("line", ["-- Keys: ref_area or NULL, time_period\n", "-- Grain: one row per year.\n"])
def test_a_head_without_one_of_its_lines_is_refused(line: str) -> None:
    with pytest.raises(HeadError, match=line[3:7]):
        read_head(HEAD.replace(line, ""))


def test_a_head_that_says_a_thing_twice_is_refused() -> None:
    with pytest.raises(HeadError, match="Units stands twice"):
        read_head("-- Units: per cent.\n-- Units: points.\n" + HEAD)


@QUERIES
def test_every_parameter_is_described_and_has_an_example(name: str) -> None:
    bound = parameters(sql_text(name))
    described = re.search(r"^-- Parameters: (.*?)^-- Grain", sql_text(name), re.MULTILINE | re.DOTALL)
    assert set(head_of(name).example) == bound
    assert bound <= set(re.findall(r"\w+", described.group(1)))


@QUERIES
def test_the_answer_has_the_declared_columns_and_types_and_no_other(name: str) -> None:
    declared = list(head_of(name).columns.items())
    for given, types, _ in answers(name):
        assert list(types.items()) == declared, given


@QUERIES
def test_the_declared_keys_identify_a_row(name: str) -> None:
    keys = list(head_of(name).keys)
    filled = [key for key in keys if key not in head_of(name).nullable_keys]
    for given, _, rows in answers(name):
        if keys:
            assert not rows[filled].isna().any(axis=None), given
            assert not rows.duplicated(subset=keys).any(), given
        else:
            assert len(rows) <= 1, given
    assert len(answers(name)[0].rows) > 0, "an example shows something"


@QUERIES
def test_the_keys_settle_the_order_of_the_rows(name: str) -> None:
    keys = head_of(name).keys
    order = sql_text(name).rsplit("order by", 1)[-1] if keys else ""
    terms = {re.sub(r"( asc| desc)?( nulls first| nulls last)?$", "", term.strip(" \n;")) for term in order.split(",")}
    assert set(keys) <= terms, "two rows that are equal in all terms could stand either way"


@TABLES
def test_a_table_of_the_store_has_the_declared_columns_and_types_and_no_other(name: str) -> None:
    described = store().execute(f"describe {name}").fetchall()
    assert [(column, plain_type(kind)) for column, kind, *_ in described] == list(head_of(name).columns.items())


@TABLES
def test_the_declared_keys_identify_a_row_of_a_table_of_the_store(name: str) -> None:
    keys = head_of(name).keys
    counted = f"select count(*), count(distinct ({', '.join(keys)})) from {name}"
    missing = f"select count(*) from {name} where {' or '.join(f'{key} is null' for key in keys)}"
    rows, distinct = store().execute(counted).fetchone()
    assert rows == distinct > 0
    assert store().execute(missing).fetchone() == (0,)
