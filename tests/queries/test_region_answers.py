"""Where the sector is: shares, borders and gaps asked of the real store."""

from __future__ import annotations

import random

import pytest

from queries import run

NOW = "2026-11-22"
J = "ISIC4_J"


def gva(measure: str = "share", geography: str = "published"):
    return run("region_gva", activity=J, measure=measure, geography=geography, as_of=NOW)


@pytest.mark.parametrize(("year", "layout", "count"), [(2015, "pre2018", 16), (2019, "2018", 17), (2022, "2022", 20)])
def test_the_layout_follows_the_codes_that_have_a_value(year: int, layout: str, count: int) -> None:
    rows = gva()
    rows = rows[rows["time_period"] == year]
    assert set(rows["layout"]) == {layout}
    assert rows["obs_value"].notna().sum() == count


def test_regions_formed_in_2022_say_what_they_were_part_of_before() -> None:
    rows = gva()
    unborn = rows[(rows["time_period"] == 2019) & (rows["missing"] == "not_existing")].set_index("ref_area")
    assert dict(unborn["predecessor"]) == {"KZ-10": "KZ-63", "KZ-33": "KZ-19", "KZ-62": "KZ-35"}
    assert set(unborn["until_year"]) == {2022}
    assert unborn["obs_value"].isna().all()


@pytest.mark.parametrize("geography", ["published", "CG17", "CG16"])
def test_shares_add_up_to_the_country_in_every_year_and_in_all_borders(geography: str) -> None:
    total = gva("share", geography).groupby("time_period")["obs_value"].sum()
    assert total.to_numpy() == pytest.approx(100)


def test_five_random_shares_equal_the_published_value_added_divided_by_hand() -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    rows = gva().dropna(subset=["obs_value"])
    picked = rows.sample(5, random_state=seed)
    for row in picked.itertuples():
        year = rows[rows["time_period"] == row.time_period]
        assert row.obs_value == pytest.approx(100 * row.gva / year["gva"].sum()), f"seed {seed}"


def test_a_joined_region_holds_what_its_parts_hold() -> None:
    published = gva().query("time_period == 2025").set_index("ref_area")["obs_value"]
    joined = gva("share", "CG17").query("time_period == 2025").set_index("ref_area")["obs_value"]
    assert joined["KZ-63"] == pytest.approx(published["KZ-63"] + published["KZ-10"])
    assert joined["KZ-35"] == pytest.approx(published["KZ-35"] + published["KZ-62"])


def test_half_to_three_quarters_of_the_work_is_outside_the_two_cities_by_what_counts_as_creative() -> None:
    rows = run("region_range", as_of=NOW).set_index("activity")
    assert (round(rows.loc[J].jobs_outside), round(rows.loc["ISIC4_R"].jobs_outside)) == (49, 76)
    assert set(zip(rows["lowest_jobs"].round(), rows["highest_jobs"].round(), strict=True)) == {(49, 76)}
    assert rows["jobs_outside"].between(rows["lowest_jobs"], rows["highest_jobs"]).all()


@pytest.mark.parametrize("activity", [J, "ISIC4_M", "ISIC4_R", "ISIC4_JMR"])
def test_the_three_shares_of_the_regions_add_up_to_the_country(activity: str) -> None:
    rows = run("region_work", activity=activity, as_of=NOW)
    sums = rows.groupby("time_period")[["jobs", "value_added", "residents"]].sum()
    assert sums.index.tolist() == [2021, 2022, 2023, 2024, 2025]
    assert sums["value_added"].tolist() == pytest.approx([100] * 5)
    assert sums["residents"].tolist() == pytest.approx([100] * 5)
    # Means over three years stand beside single years, so that this column may miss the whole by a little.
    assert sums["jobs"].tolist() == pytest.approx([100] * 5, abs=2.5)


def test_a_region_of_few_employed_is_the_mean_of_three_years() -> None:
    rows = run("region_work", activity=J, as_of=NOW).set_index(["ref_area", "time_period"])
    line = run("series_line", series_ids=["employed_j"], as_of=NOW)
    single = line[line["ref_area"] == "KZ-43"].set_index("time_period")["obs_value"]
    assert rows.loc[("KZ-43", 2025)].obs_status == "E"
    assert rows.loc[("KZ-43", 2025)].employed == pytest.approx(single.loc[2023:2025].mean())


def test_gains_and_losses_of_shares_cancel_out() -> None:
    rows = run("region_gains", activity=J, geography="CG16", as_of=NOW)
    assert len(rows) == 16
    assert rows["change"].sum() == pytest.approx(0, abs=1e-9)
    assert set(rows.head(2)["ref_area"]) == {"KZ-71", "KZ-75"}


def test_a_suppressed_count_is_told_apart_from_a_missing_one() -> None:
    rows = run("region_rate", series_id="culture_zoos", as_of=NOW).set_index("ref_area")
    assert rows.loc["KZ-71", "missing"] == "suppressed"
    rows = run("region_rate", series_id="culture_circuses", as_of=NOW).set_index("ref_area")
    assert rows.loc["KZ-62", "missing"] == "no_data", "a theatre kept back there says nothing about a circus"


def test_a_rate_without_a_weight_has_no_value_for_joined_regions_and_says_so() -> None:
    rows = run("comparable_regions", series_id="neet_15_24", as_of=NOW, scheme="CG17", sex="_T", urbanisation="_T")
    joined = rows[(rows["time_period"] == 2022) & (rows["n_members"] > 1)]
    assert set(joined["reason"]) == {"no_weight"}
    assert joined["obs_value"].isna().all()


def test_classes_for_all_years_rise_and_reach_the_highest_value() -> None:
    classes = run("region_classes", series_id="neet_15_24", as_of=NOW, n_classes=5)
    values = run("region_rate", series_id="neet_15_24", as_of=NOW)["obs_value"]
    assert classes["upper_bound"].is_monotonic_increasing
    assert classes["upper_bound"].iloc[-1] == values.max()
    assert classes["lower_bound"].iloc[0] == values.min()


def test_no_count_is_offered_for_the_map() -> None:
    offered = set(run("region_measures", as_of=NOW, lang="en")["series_id"])
    assert {"neet_15_24", "women_managers", "unemployment_total"} <= offered
    assert not offered & {"culture_theatres", "unsafe_buildings_people", "gva_j"}


def test_coverage_percentages_agree_with_the_values_themselves() -> None:
    span = {"as_of": NOW, "from_year": 2010, "to_year": 2023}
    summary = run("coverage_summary", **span).set_index("lens")
    cells = run("coverage_matrix", lens="youth", lang="en", **span)
    regional = cells[cells["n_regions"] > 1]
    percent = 100 * regional["n_regions"].sum() / regional["n_expected"].sum()
    assert summary.loc["youth", "percent_regions"] == pytest.approx(percent)
    assert summary.loc["youth", "n_held"] == regional["n_regions"].sum()
    line = run("series_line", series_ids=["neet_15_24"], as_of=NOW)
    line = line[(line["sex"] == "_T") & (line["urbanisation"] == "_T") & (line["time_period"] == 2022)]
    held = cells[(cells["series_id"] == "neet_15_24") & (cells["time_period"] == 2022)].iloc[0]
    assert held["n_regions"] == (line["ref_area"] != "KZ").sum() == 20


def test_every_row_read_was_stored_or_accounted_for() -> None:
    sources = run("coverage_sources", as_of=NOW, lang="en").set_index("source_id")
    refused = run("coverage_refused", as_of=NOW, lang="en")
    listed = run("quarantine_list", as_of=NOW, source_id=None, indicator=None)
    assert refused.loc[refused["kind"] == "quarantine", "n_rows"].sum() == len(listed)
    repairs = run("repair_list", as_of=NOW, source_id=None)
    assert refused.loc[refused["kind"] == "repair", "n_rows"].sum() == len(repairs)
    assert (sources["n_stored"] <= sources["n_read"]).all()
