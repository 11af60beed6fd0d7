"""Questions asked of the real store, with answers known from the publishers' files."""

import math

import pytest

from queries import run
from tests.queries.answers import head_of

NOW = "2026-11-22"


def test_ranking_of_neet_in_2022_puts_ulytau_first_and_shares_places():
    answer = run("ranking", series_id="neet_15_24", as_of=NOW).set_index(["sex", "urbanisation", "time_period"])
    answer = answer.loc["_T", "_T", 2022].set_index("ref_area")
    assert answer.index[0] == "KZ-62"
    assert (answer.place["KZ-62"], answer.obs_value["KZ-62"]) == (1, 8.7)
    assert answer.place["KZ-61"] == answer.place["KZ-19"]
    assert answer.best_place["KZ-62"] == 20


def test_regional_shares_add_up_to_the_country_every_year():
    for geography in ("published", "CG17", "CG16"):
        answer = run("regional_shares", activity="ISIC4_J", as_of=NOW, geography=geography)
        sums = answer.groupby("time_period").share.sum()
        assert len(sums) >= 8
        assert sums.tolist() == pytest.approx([100.0] * len(sums))


@pytest.mark.parametrize(("geography", "n_regions"), [("CG17", 17), ("CG16", 16)])
def test_comparable_geographies_keep_their_number_of_regions(geography, n_regions):
    answer = run("concentration", activity="ISIC4_R", as_of=NOW, geography=geography)
    assert set(answer.n_regions) == {n_regions}


def test_theil_parts_add_up_to_the_whole_and_cities_carry_most_of_it():
    answer = run("concentration", activity="ISIC4_J", as_of=NOW, geography="CG17")
    assert (answer.theil_between + answer.theil_within).tolist() == pytest.approx(answer.theil.tolist())
    assert (answer.theil_between > answer.theil_within).all()


def test_a_rate_without_weight_is_not_averaged_over_a_split_region():
    answer = run("comparable_regions", series_id="neet_15_24", as_of=NOW, scheme="CG17", sex="_T", urbanisation="_T")
    almaty = answer[answer.region == "CG-ALMATY"].set_index("time_period")
    assert almaty.obs_value[2021] == 3.7
    assert math.isnan(almaty.obs_value[2022])
    assert almaty.reason[2022] == "no_weight"


def test_money_is_summed_over_a_split_region():
    given = {"as_of": NOW, "sex": "_T", "urbanisation": "_T"}
    grouped = run("comparable_regions", series_id="gva_j", scheme="CG17", **given)
    lines = run("series_line", series_ids=["gva_j"], as_of=NOW).set_index(["ref_area", "time_period"]).obs_value
    almaty = grouped[(grouped.region == "CG-ALMATY") & (grouped.time_period == 2023)].iloc[0]
    assert almaty.method == "summed"
    assert almaty.obs_value == pytest.approx(lines["KZ-19", 2023] + lines["KZ-33", 2023])


def test_nothing_is_held_before_the_first_release():
    given = head_of("series_line").example | {"as_of": "2019-01-01"}
    assert run("series_line", **given).empty
    assert set(run("series_catalogue", lang="en", as_of="2019-01-01").freshness) == {"not_held"}


def test_a_region_without_a_value_has_a_reason_and_its_last_year():
    answer = run("series_missing", series_id="neet_15_24", as_of=NOW).set_index(
        ["sex", "urbanisation", "time_period", "ref_area"]
    )
    women = answer.loc["F", "_T", 2020]
    assert list(women.index) == ["KZ-23", "KZ-27", "KZ-31", "KZ-59", "KZ-61", "KZ-63", "KZ-71", "KZ-75", "KZ-79"]
    assert set(women.reason) == {"quarantined"}
    assert women.latest_year.tolist() == [2019] * 9
    assert answer.loc["_T", "R", 2022, "KZ-75"].reason == "not_published", "a city has no villages"


def test_regions_that_did_not_exist_are_not_missing():
    missing = run("series_missing", series_id="women_managers", as_of=NOW)
    assert not set(missing[missing.time_period < 2022].ref_area) & {"KZ-10", "KZ-33", "KZ-62"}
    assert {"KZ-10", "KZ-33", "KZ-62"} <= set(missing[missing.time_period == 2023].ref_area)


def test_a_line_is_named_by_what_is_not_the_total():
    rows = run("series_line", series_ids=["neet_15_24", "unemployment_total"], as_of=NOW)
    rows = rows.set_index(["series_id", "ref_area", "sex", "urbanisation", "time_period"])
    at = rows.line.xs(2022, level="time_period")
    assert at["neet_15_24", "KZ", "_T", "_T"] == "KZ"
    assert at["neet_15_24", "KZ", "F", "_T"] == "F"
    assert at["neet_15_24", "KZ-47", "F", "_T"] == "KZ-47|F"
    assert at["neet_15_24", "KZ-47", "_T", "R"] == "KZ-47|R"
    assert at["unemployment_total", "KZ", "_T", "_T"] == "unemployment_total:KZ"
    assert rows.obs_value["neet_15_24", "KZ-47", "F", "_T", 2022] == 11.9


def test_checksum_depends_on_the_date_and_on_nothing_else():
    now, again, then = (run("data_checksum", as_of=date).checksum[0] for date in (NOW, NOW, "2021-12-30"))
    assert now == again != then


def test_a_printed_status_follows_by_hand_from_the_printed_numbers():
    rows = run("snapshot", as_of=NOW, method="open_sdg")
    judged = rows[(rows.status != "not_assessed") & (rows.status != "target_achieved") & rows.target.notna()]
    assert len(judged) >= 1
    for row in judged.itertuples():
        actual = (row.assessed_value / row.assessed_base_value) ** (1 / (row.year - row.base_year)) - 1
        required = (row.target / row.assessed_base_value) ** (1 / (row.target_year - row.base_year)) - 1
        ratio = row.assessed_direction * actual / abs(required)
        classes = [(0.95, "substantial_progress"), (0.6, "moderate_progress"), (0, "limited_progress")]
        expected = next((status for least, status in classes if ratio >= least), "deterioration")
        assert row.status == expected, row.series_id


def test_context_never_has_a_status_and_official_indicators_have_one_whatever_their_link():
    rows = run("snapshot", as_of=NOW, method="open_sdg")
    context = rows[(rows.strength == "C") & (rows.measures == "context")]
    assert len(context) > 0
    assert set(context.status) == {"not_assessed"}
    judged = rows[(rows.strength == "C") & (rows.status != "not_assessed")]
    assert set(judged.measures) <= {"official", "national_substitute"}
    assert {"unemployment_16_24", "informal_total", "waste_recycled"} <= set(judged.series_id)
    assert {4, 12} <= set(judged.goal)


@pytest.mark.parametrize("as_of", ["2020-12-29", "2023-10-11", NOW])
@pytest.mark.parametrize("method", ["open_sdg", "unsd2022", "un2023", "eurostat"])
def test_nothing_is_on_track_without_a_target_set_by_others(as_of, method):
    rows = run("snapshot", as_of=as_of, method=method)
    free = rows[rows.judged_as != "target"]
    words = {"level_reached", "intended_fast", "intended_slow", "standing_still", "against", "not_assessed"}
    assert set(free.status) <= words
    assert not set(rows[rows.judged_as == "target"].status) & (words - {"not_assessed"})


@pytest.mark.parametrize(("as_of", "judged"), [("2020-12-29", 16), ("2023-10-11", 11)])
def test_an_early_date_judges_what_could_be_judged_then(as_of, judged):
    rows = run("snapshot", as_of=as_of, method="open_sdg")
    missing = rows[rows.status == "not_assessed"]
    assert len(rows) - len(missing) == judged
    fated = {"not_held", "context_only", "no_direction", "yearly_flow", "series_break", "disputed"}
    assert set(missing.reason) <= fated
    assert (
        set(rows[[("old_value" in flags) for flags in rows.evidence]].status) != {"not_assessed"}
        or as_of == "2020-12-29"
    )


def test_money_at_current_prices_and_yearly_flows_are_levels_alone():
    rows = run("snapshot", as_of=NOW, method="open_sdg").set_index("series_id")
    assert rows.reason["gva_r_share_of_grp"] == rows.reason["gva_j_share_of_grp"] == "current_prices"
    assert rows.reason["monuments_restored"] == "yearly_flow"
    assert rows.reason["hourly_pay_j_relative"] == "no_direction"


def test_one_point_is_never_printed_as_a_change():
    rows = run("snapshot", as_of=NOW, method="open_sdg")
    single = rows[rows.n_points < 2]
    assert "neet_15_24" in set(single.series_id)
    assert single.base_year.isna().all()
    assert single.change.isna().all()


def test_counts_are_never_called_a_strength_of_a_region():
    profile = run("region_profile", **head_of("region_profile").example)
    counts = profile[[("count_not_rate" in codes) for codes in profile.caveats]]
    assert len(counts) > 0
    assert all(len(codes) == 0 for codes in counts.highlight)
