"""Why a status moved between two releases: each cause alone, in a store small enough to see it."""

from __future__ import annotations

import pytest

from queries import sql_text
from tests.queries.conftest import OPERANDS, Headlines

EARLIER, LATER = "2024-10-24", "2025-10-24"


class TwoReleases:
    """Headline series of one source as they stood in two releases."""

    def __init__(self, headlines: Headlines) -> None:
        self.headlines = headlines
        self.connection = headlines.connection
        self.connection.execute(f"insert into release values ('s', date '{LATER}', 'releases', 'published')")

    def add(
        self,
        series_id: str,
        earlier: dict[int, float],
        later: dict[int, float],
        published: dict[int, float] | None = None,
        **given: object,
    ) -> None:
        """Add a series; `published` says what the publisher printed in the later release where we repaired it."""
        self.headlines.add(series_id, earlier, **given)
        for year, value in later.items():
            self.connection.execute(
                "insert into series_value values "
                f"(?, 'KZ', '_T', '_T', ?, ?, ?, 'PT', 0, '{LATER}', 's', ?, null, null)",
                [series_id, year, value, "S" if published and year in published else "A", (published or {}).get(year)],
            )

    def build(self, view: str) -> None:
        """Fill one of the tables that the store keeps, from what the series say now."""
        self.connection.execute(sql_text(view))

    def ask(self, name: str, **params: str) -> list[dict]:
        self.connection.execute(OPERANDS)
        for view in (
            "assessment",
            "assessment_robustness",
            "assessment_print",
            "assessment_ruling",
            "assessment_point",
            "assessment_move",
        ):
            self.build(view)
        answer = self.connection.execute(sql_text(name), params)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def flips(self, method: str = "open_sdg", compare_method: str = "open_sdg", compare_with: str = EARLIER) -> dict:
        rows = self.ask(
            "snapshot_flips", as_of=LATER, compare_with=compare_with, method=method, compare_method=compare_method
        )
        return {row["series_id"]: (row["old_status"], row["new_status"], row["causes"]) for row in rows}


@pytest.fixture
def releases(headlines: Headlines) -> TwoReleases:
    return TwoReleases(headlines)


RISING = {2015: 50.0, 2019: 56.0, 2021: 60.0}


def test_a_new_year_that_turns_the_trend_is_new_data(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING | {2022: 48.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["data"])}


def test_a_value_that_the_publisher_changed_is_a_revision(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING | {2021: 49.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["revision"])}


def test_a_value_that_only_we_changed_is_a_repair(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING | {2021: 49.0}, published={2021: 60.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["repair"])}


def test_a_latest_year_that_the_publisher_took_away_is_a_removal(releases: TwoReleases) -> None:
    releases.add("x", {2015: 50.0, 2020: 49.0, 2021: 60.0}, {2015: 50.0, 2020: 49.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["removal"])}


def test_a_decisive_revision_comes_before_the_new_year_beside_it(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING | {2021: 49.0, 2022: 48.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["revision", "data"])}


def test_a_revision_that_would_not_have_moved_the_status_comes_after_the_new_year(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING | {2021: 59.9, 2022: 48.0})
    assert releases.flips() == {"x": ("intended_fast", "against", ["data", "revision"])}


def test_another_method_alone_is_the_cause(releases: TwoReleases) -> None:
    slow = {2015: 50.0, 2021: 54.9}
    releases.add("x", slow, slow)
    flips = releases.flips(method="un2023", compare_with=LATER)
    assert flips == {"x": ("intended_fast", "intended_slow", ["method"])}


def test_another_target_is_the_cause(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING, target_value=70.0, target_year=2030, target_kind="un_text")
    releases.ask("snapshot_flips", as_of=LATER, compare_with=EARLIER, method="open_sdg", compare_method="open_sdg")
    releases.connection.execute(
        f"update assessment set level = 55, open_sdg = 'target_achieved' where as_of = '{LATER}'"
    )
    releases.connection.execute(
        f"update assessment_ruling set status = 'target_achieved' where as_of = '{LATER}' and method = 'open_sdg'"
    )
    releases.build("assessment_move")
    asked = {"as_of": LATER, "compare_with": EARLIER, "method": "open_sdg", "compare_method": "open_sdg"}
    rows = releases.connection.execute(sql_text("snapshot_flips"), asked).fetchall()
    assert rows[0][-2][0] == "target"


def test_equal_releases_move_nothing(releases: TwoReleases) -> None:
    releases.add("x", RISING, RISING)
    assert releases.flips() == {}


def test_points_are_new_revised_repaired_or_removed(releases: TwoReleases) -> None:
    releases.add(
        "x", {2015: 50.0, 2016: 51.0, 2017: 52.0, 2018: 53.0}, {2015: 50.0, 2016: 51.5, 2017: 99.0, 2019: 54.0},
        published={2017: 52.0},
    )  # fmt: skip
    rows = releases.ask("snapshot_changes", as_of=LATER, compare_with=EARLIER)
    assert {row["time_period"]: (row["kind"], row["cause"]) for row in rows} == {
        2016: ("revised", "revision"),
        2017: ("revised", "repair"),
        2018: ("removed", "removal"),
        2019: ("new", "data"),
    }
    assert next(row for row in rows if row["time_period"] == 2016)["change_percent"] == pytest.approx(100 * 0.5 / 51)
