"""A query that answers for every series at once says of each what it says of that one alone."""

from __future__ import annotations

from datetime import date

import pytest

from queries.heads import read_head
from queries.runner import parameters, query_names, rows_of, sql_text

EVERY = "NULL for every series"
GIVEN = {"lang": "kk", "as_of": date(2026, 11, 22)}
# With breaks and regions, with citations, with one value, and from abroad.
SERIES = ("neet_15_24", "neet_14_34", "women_managers", "gva_j", "kg_pay_arts")


def of_every_series() -> list[str]:
    return [name for name in query_names() if EVERY in sql_text(name)]


def test_there_are_such_queries() -> None:
    assert {"series_detail", "series_years", "series_areas"} <= set(of_every_series())


@pytest.mark.parametrize("name", of_every_series())
def test_every_series_at_once_is_each_by_itself(name: str) -> None:
    given = {key: GIVEN[key] for key in parameters(sql_text(name)) - {"series_id"}}
    together = rows_of(name, series_id=None, **given)
    assert "series_id" in read_head(sql_text(name)).keys
    assert len(set(together["series_id"])) > len(SERIES)
    for series_id in SERIES:
        alone = rows_of(name, series_id=series_id, **given)
        assert list(together.where(series_id=series_id)) == list(alone), series_id
