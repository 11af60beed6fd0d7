"""An engine with the project's macros, and a miniature store with a few series of known answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
MACROS = sorted((ROOT / "queries" / "macros").glob("*.sql"))
STAGED_CODES = """
create table staged_code as
select unnest(['AGE', 'ACTIVITY', 'COMPOSITE_BREAKDOWN', 'EDUCATION_LEV', 'INCOME_WEALTH_QUANTILE']) as dimension,
    '_T' as code
union all select 'SERIES', ''
"""
SERIES_VALUE = """
create table series_value (series_id varchar, ref_area varchar, sex varchar, urbanisation varchar,
    time_period integer, obs_value double, obs_status varchar, unit_measure varchar, segment integer, release date,
    source_id varchar, published_value double, published_as varchar, dispute varchar)
"""
# In a miniature store every series is one figure a year, and nothing is set aside.
OPERANDS = """
create or replace table assessment_operand as
select series_id, 'operand' as role, source_id, release, time_period, obs_value,
    coalesce(published_value, obs_value) as printed_value, published_as as changed_fields, null::varchar as set_aside,
    null::varchar as detail
from series_value
"""

Number = float | int | str | None
Compute = Callable[[str], Number]


def with_schema(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """An empty store with the project's macros."""
    connection.execute(STAGED_CODES)
    connection.execute((ROOT / "data" / "schema.sql").read_text(encoding="utf-8"))
    for path in MACROS:
        connection.execute(path.read_text(encoding="utf-8"))
    return connection


@pytest.fixture(scope="session")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    """The project's macros, to be asked and never written to."""
    with duckdb.connect() as connection:
        yield with_schema(connection)


@pytest.fixture(scope="session")
def compute(engine: duckdb.DuckDBPyConnection) -> Compute:
    """Evaluate one SQL expression."""
    return lambda expression: engine.execute(f"select {expression}").fetchone()[0]


class Headlines:
    """A miniature store: headline series of one source, judged as of its one release."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        connection.execute(SERIES_VALUE)
        columns = [row[0] for row in connection.execute("describe source").fetchall()]
        given = {"source_id": "'s'", "capture": "'releases'", "release_kind": "'published'", "share_alike": "false"}
        nullable = {"next_release": "null::date", "derived_from": "null::varchar[]"}
        values = ", ".join(given.get(name, nullable.get(name, "'x'")) for name in columns)
        connection.execute(f"insert into source values ({values})")
        connection.execute("insert into release values ('s', date '2024-10-24', 'releases', 'published')")
        connection.execute("insert into unit values ('PT', 'share', 1, null, 'x', 'x', 'x', 'x', 'x', 'x')")
        connection.execute("insert into unit values ('M_TNG', 'money', 1, 'current', 'x', 'x', 'x', 'x', 'x', 'x')")

    def add(self, series_id: str, points: dict[int, float], *, segments: dict[int, int] | None = None, **given) -> None:
        """Add one headline series with its national points; `segments` says which years lie behind a break."""
        settings = {
            "strength": "A", "direction": "increase", "baseline_year": 2015, "target_value": None, "target_year": None,
            "target_kind": "none", "target_comparable": True, "measures": "official", "transform": "none",
            "natural_limit": None,
        } | given  # fmt: skip
        settings |= {"series_id": series_id, "curated": True, "headline": True, "indicator": "8.5.2", "source_id": "s"}
        settings = (
            {"unit": "PT"} | settings | {"derivation": "published", "title_en": "x", "title_ru": "x", "title_kk": "x"}
        )
        names = ", ".join(settings)
        marks = ", ".join("?" for _ in settings)
        self.connection.execute(f"insert into series ({names}) values ({marks})", list(settings.values()))
        for year, value in points.items():
            self.connection.execute(
                "insert into series_value by name select * from (values (?, 'KZ', '_T', '_T', ?, ?, 'A', 'PT', ?, "
                "date '2024-10-24', 's')) as given (series_id, ref_area, sex, urbanisation, time_period, obs_value, "
                "obs_status, unit_measure, segment, release, source_id)",
                [series_id, year, value, (segments or {}).get(year, 0)],
            )

    def said(self, series_id: str) -> list[tuple[str, str | None]]:
        """What each method may say of one series, after it is judged."""
        self.connection.execute((ROOT / "queries" / "views" / "assessment_print.sql").read_text(encoding="utf-8"))
        asked = "select rulings from assessment_print where series_id = ?"
        (rulings,) = self.connection.execute(asked, [series_id]).fetchone()
        return [(ruling["method"], ruling["status"]) for ruling in rulings]

    def robustness(self, series_id: str) -> dict | None:
        """How much the status of one series hangs on its years, None without a status."""
        self.judge(series_id)
        self.connection.execute((ROOT / "queries" / "views" / "assessment_robustness.sql").read_text(encoding="utf-8"))
        rows = self.connection.execute("select * from assessment_robustness where series_id = ?", [series_id])
        names = [column[0] for column in rows.description]
        found = rows.fetchone()
        return found and dict(zip(names, found, strict=True))

    def judge(self, series_id: str) -> dict:
        """The assessment of one series as a mapping of its columns."""
        self.connection.execute((ROOT / "queries" / "views" / "assessment.sql").read_text(encoding="utf-8"))
        rows = self.connection.execute("select * from assessment where series_id = ?", [series_id])
        names = [column[0] for column in rows.description]
        return dict(zip(names, rows.fetchone(), strict=True))


@contextmanager
def opened_headlines() -> Iterator[Headlines]:
    """An empty miniature store, closed in the end."""
    with duckdb.connect() as connection:
        yield Headlines(with_schema(connection))


@pytest.fixture
def headlines() -> Iterator[Headlines]:
    with opened_headlines() as opened:
        yield opened
