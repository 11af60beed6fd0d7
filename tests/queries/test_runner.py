import duckdb
import pytest

from queries import runner
from queries.errors import QueryError, QueryTimeout


@pytest.fixture
def queries(tmp_path, monkeypatch):
    """A folder of three questions and a store behind a link, ten rows at first."""
    for number, rows in ((1, 10), (2, 20)):
        with duckdb.connect(str(tmp_path / f"store-{number}.duckdb")) as connection:
            connection.execute(f"create table t as select range as x from range({rows})")
    link = tmp_path / "store.duckdb"
    link.symlink_to("store-1.duckdb")
    folder = tmp_path / "queries" / "room"
    folder.mkdir(parents=True)
    (folder / "count.sql").write_text(
        "-- $not_a_parameter\nselect count(*) as n, '$nor_this' as s from t where x >= $lowest",
        encoding="utf-8",
    )
    (folder / "endless.sql").write_text("select sum(a.x) as n from t a, t b, range(900000000) c", encoding="utf-8")
    (folder / "outside.sql").write_text("select * from read_csv('/etc/hosts')", encoding="utf-8")
    monkeypatch.setattr(runner, "QUERY_FOLDER", folder.parent)
    monkeypatch.setenv("SDG_STORE", str(link))
    return link


def test_a_query_answers_with_its_bound_parameter(queries):
    assert runner.run("count", lowest=3)["n"].tolist() == [7]


@pytest.mark.parametrize("given", [{}, {"lowest": 1, "highest": 2}, {"highest": 2}])
def test_wrong_parameters_name_the_query_and_what_it_expects(queries, given):
    with pytest.raises(QueryError, match=r"count: .*expected \['lowest'\]"):
        runner.run("count", **given)


@pytest.mark.parametrize("name", ["nothing", "../count", "count.sql", ""])
def test_an_unknown_or_crooked_name_is_refused(queries, name):
    with pytest.raises(QueryError, match="no query named"):
        runner.sql_text(name)


def test_an_endless_query_is_interrupted(queries):
    with pytest.raises(QueryTimeout, match="endless"):
        runner.run("endless", time_limit=0.2)


def test_a_query_cannot_read_files_outside_the_store(queries):
    with pytest.raises(QueryError, match="outside"):
        runner.run("outside")


def test_a_query_is_found_in_its_room_and_listed(queries):
    assert runner.query_file("count") == "queries/room/count.sql"
    assert runner.query_names() == ["count", "endless", "outside"]


def test_one_name_in_two_rooms_is_refused(queries):
    (runner.QUERY_FOLDER / "annexe").mkdir()
    (runner.QUERY_FOLDER / "annexe" / "count.sql").write_text("select 1", encoding="utf-8")
    with pytest.raises(QueryError, match="two queries named 'count': in annexe, room"):
        runner.run("count", lowest=0)


def test_the_text_of_a_table_built_with_the_store_can_be_shown_but_not_run(queries):
    views = runner.QUERY_FOLDER / "views"
    views.mkdir()
    (views / "built.sql").write_text("create or replace table built as select 1 as x", encoding="utf-8")
    assert runner.sql_text("built").startswith("create")
    assert "built" not in runner.query_names()
    with pytest.raises(QueryError, match="read-only"):
        runner.run("built")
