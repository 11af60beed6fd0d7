"""The mistakes that are made are those that were meant."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from tests.mutate.choice import Choice, built, downstream, enclosing, files_of_tests, place_of_notes
from tests.mutate.mutant import one_line_mutants, read
from tests.mutate.places import PLACES, files
from tests.mutate.python import python_edits
from tests.mutate.report import percent
from tests.mutate.sql import sql_edits
from tests.mutate.trial import KILLED, SURVIVED

ROOT = Path(__file__).resolve().parents[2]
QUERY = """\
-- a comment = 1
select min(a) as first, count(*) as n
from t
inner join u on t.x = u.x and t.y is not null
where a between 1 and 2 and b >= 0.5
order by a, b desc nulls last;
"""
MODULE = '''\
"""Words about 1 > 0."""


def rank(rows: list[int], limit: int = 3) -> list[int]:
    """Return at most limit rows."""
    if limit < 0:
        raise ValueError("limit below 0")
    return sorted(row for row in rows if row > 0 and row != 7)[:limit]
'''


def after(text: str, edits: list) -> set[str]:
    return {mutant.after for mutant in one_line_mutants("f", text, edits)}


def test_every_kind_of_mistake_is_made_in_sql() -> None:
    found = after(QUERY, sql_edits(QUERY))
    assert {
        "select max(a) as first, count(*) as n",
        "left join u on t.x = u.x and t.y is not null",
        "inner join u on t.x <> u.x and t.y is not null",
        "inner join u on true and t.y is not null",
        "inner join u on t.x = u.x and true",
        "where true and b >= 0.5",
        "where a between 1 and 2 and true",
        "where a between 1 and 2 and b > 0.5",
        "where a between 1 and 2 and b <= 0.5",
        "where a between 2 and 2 and b >= 0.5",
        "where a between 1 and 2 and b >= 5",
        "order by a desc, b desc nulls last;",
        "order by a, b asc nulls last;",
        "order by a, b desc nulls first;",
    } <= found


def test_comments_and_names_in_sql_stay_as_they_are() -> None:
    mutants = one_line_mutants("f", QUERY, sql_edits(QUERY))
    assert all(mutant.line > 1 for mutant in mutants)
    assert not any("as last" in mutant.after or "count(/)" in mutant.after for mutant in mutants)


def test_every_kind_of_mistake_is_made_in_python() -> None:
    found = after(MODULE, python_edits(MODULE))
    assert {
        "if limit <= 0:",
        "if limit > 0:",
        "if limit < 1:",
        "if True:",
        "def rank(rows: list[int], limit: int = 4) -> list[int]:",
        "return sorted(row for row in rows if row >= 0 and row != 7)[:limit]",
        "return sorted(row for row in rows if row > 0 or row != 7)[:limit]",
        "return sorted(row for row in rows if True and row != 7)[:limit]",
        "return sorted(row for row in rows if True)[:limit]",
        "return sorted((row for row in rows if row > 0 and row != 7), reverse=True)[:limit]",
    } <= found


def test_words_for_people_stay_as_they_are() -> None:
    mutants = one_line_mutants("f", MODULE, python_edits(MODULE))
    assert {mutant.line for mutant in mutants} == {4, 6, 8}


def test_a_mistake_in_python_can_still_be_read() -> None:
    for mutant in one_line_mutants("f", MODULE, python_edits(MODULE)):
        ast.parse(mutant.applied(MODULE))


def test_a_mutant_changes_its_line_and_nothing_else() -> None:
    for mutant in one_line_mutants("f", QUERY, sql_edits(QUERY)):
        lines = zip(QUERY.splitlines(), mutant.applied(QUERY).splitlines(), strict=True)
        changed = [number for number, (was, is_now) in enumerate(lines, 1) if was != is_now]
        assert changed == [mutant.line]


def test_every_file_belongs_to_one_place() -> None:
    listed = [file for place in PLACES for file in files(ROOT, place)]
    assert len(listed) == len(set(listed))
    assert {"queries/series/ranking.sql", "queries/views/assessment.sql", "data/tidy.py"} <= set(listed)
    modules = [path for folder in ("data", "queries", "pages/parts") for path in (ROOT / folder).rglob("*.py")]
    outside = {path.relative_to(ROOT).as_posix() for path in modules} - set(listed)
    assert {Path(file).name for file in outside} == {"__init__.py", "__main__.py"}


def test_the_function_of_a_line_is_named_as_the_running_program_names_it() -> None:
    text = "A = 1\n\n\nclass Box:\n    size = 2\n\n    def grow(self):\n        return 3\n\n\ndef f():\n    return 4\n"
    assert [enclosing(text, line) for line in (1, 5, 8, 12)] == ["", "", "Box.grow", "f"]


def test_what_is_made_of_a_table_follows_it_whatever_stands_between() -> None:
    texts = {file: read(ROOT, file) for file in built(ROOT)}
    assert "queries/views/assessment.sql" in downstream(texts, "queries/views/series_value.sql")
    assert "queries/views/assessment.sql" in downstream(texts, "queries/macros/progress_open_sdg.sql")
    assert "queries/views/series_value.sql" not in downstream(texts, "queries/views/assessment.sql")


def test_what_reaches_a_mutant_is_asked_and_the_cheapest_first(tmp_path: Path) -> None:
    golden, change = "tests/queries/test_golden.py", "tests/queries/test_findings.py"
    noted = {
        golden: {f"{golden}::dear": (3.0, ["ranking.sql"]), f"{golden}::cheap": (0.1, ["ranking.sql"])},
        change: {f"{change}::other": (0.1, ["series_change.sql"])},
    }
    for file in files_of_tests(ROOT):
        told = {test: {"seconds": seconds, "reached": names} for test, (seconds, names) in noted.get(file, {}).items()}
        place_of_notes(tmp_path, file).write_text(json.dumps({"stands": "", "tests": told}), encoding="utf-8")
    file = "queries/series/ranking.sql"
    mutant = one_line_mutants(file, read(ROOT, file), sql_edits(read(ROOT, file)))[0]
    assert Choice(ROOT, tmp_path).tests(mutant) == [f"{golden}::cheap", f"{golden}::dear"]
    assert Choice(ROOT, tmp_path, afforded=1).tests(mutant) == [f"{golden}::cheap"]


def test_only_killed_and_unaccepted_survivors_count() -> None:
    row = {"file": "f", "before": "a", "after": "b"}
    assert percent([{**row, "outcome": KILLED}, {**row, "outcome": KILLED}, {**row, "outcome": SURVIVED}]) > 66
    assert percent([{**row, "outcome": KILLED}, {**row, "outcome": "invalid"}]) == 100
