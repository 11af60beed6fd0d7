"""The numbers behind the titles of the theme pages, against values printed by the publishers."""

from __future__ import annotations

import pytest

from queries import run

NOW = "2026-11-22"
WHOLE = {"from_year": None, "to_year": None}


def one(name, **params):
    rows = run(name, **params)
    assert len(rows) == 1
    return rows.iloc[0]


def change(series_id, **more):
    asked = {"ref_area": "KZ", "as_of": NOW, "sex": "_T", "urbanisation": "_T", **WHOLE, **more}
    return one("series_change", series_ids=[series_id], **asked)


def test_informal_employment_of_the_young_fell_which_is_better():
    row = change("informal_16_24")
    assert (row.first_year, row.first_value, row.latest_year, row.latest_value) == (2012, 33.1, 2023, 16.2)
    assert (row.course, row.verdict) == ("fell", "better")


def test_a_segment_of_one_point_has_no_change():
    row = change("neet_15_24")
    assert (row.course, row.verdict) == ("single", "none")
    assert (row.earlier_year, row.earlier_value) == (2022, 4.6)


def test_change_before_the_break_is_measured_within_its_segment():
    row = change("neet_15_24", to_year=2022)
    assert (row.first_year, row.first_value, row.latest_value, row.course) == (2012, 5.9, 4.6, "fell")


def test_a_change_below_the_last_printed_digit_is_no_change():
    assert change("unemployment_16_24", from_year=2022).course == "level"


def test_halves_are_compared_in_the_newest_year_that_fits_its_total():
    row = one("split_gap", series_id="neet_15_24", as_of=NOW, ref_area="KZ", split="sex", to_year=None)
    assert (row.time_period, row.first_value, row.second_value, row.who) == (2022, 5.8, 3.4, "first_higher")


def test_a_later_year_that_contradicts_its_total_is_named_as_left_out():
    row = one("split_gap", series_id="neet_15_24", as_of=NOW, ref_area="KZ", split="urbanisation", to_year=None)
    assert (row.time_period, row.first_value, row.second_value, row.odd_year) == (2022, 5.9, 3.8, 2023)


def test_ends_of_a_ranking_count_those_who_share_them():
    row = one("series_extremes", series_id="women_managers", as_of=NOW, sex="_T", urbanisation="_T", for_year=2023)
    assert (row.highest_area, row.highest_value, row.others_highest) == ("KZ-31", 47.7, 0)
    assert (row.lowest_value, row.others_lowest, row.n_regions) == (26.0, 1, 17)


def test_parity_index_of_neet_is_the_worked_example():
    row = one("women_parity", series_ids=["neet_15_24"], as_of=NOW, to_year=None)
    assert row.parity_index == pytest.approx(1.706, abs=5e-4)
    assert row.adjusted_parity_index == pytest.approx(1.414, abs=5e-4)
    assert (row.band, row.who, row.verdict) == ("women_higher", "men_ahead", "men_ahead")


def test_inside_the_band_the_verdict_is_parity():
    row = one("women_parity", series_ids=["internet_use"], as_of=NOW, to_year=None)
    assert (row.band, row.who, row.verdict) == ("parity", "men_ahead", "parity")


def test_shares_are_judged_by_the_balance_zone():
    rows = run("women_shares", as_of=NOW).set_index("series_id")
    assert rows.loc["women_councils", ["women", "zone"]].tolist() == [18.4, "few_women"]
    assert rows.loc["women_managers", ["women", "zone"]].tolist() == [41.2, "balanced"]
    assert rows.loc["women_among_professionals", "zone"] == "few_men"
    assert (rows["n_few_women"] == (rows["women"] < 40).sum()).all()


def test_women_earn_89_tenge_to_mens_100_in_the_arts():
    rows = run("women_pay", as_of=NOW, for_year=2023).set_index("activity")
    assert rows.loc["ISIC4_R", ["women", "men"]].tolist() == [1245, 1395]
    assert rows.loc["ISIC4_R", "women_to_men"] == pytest.approx(89.247, abs=1e-3)
    assert rows.loc["_T", "relative_gap"] == pytest.approx(19.463, abs=1e-3)


def test_gaps_of_neet_stop_before_the_year_that_contradicts_its_totals():
    years = run("women_gap_years", series_id="neet_15_24", as_of=NOW)["time_period"]
    assert years.max() == 2022
    assert run("women_gap_areas", series_id="neet_15_24", as_of=NOW, for_year=None)["time_period"].unique() == [2022]


@pytest.mark.parametrize(("year", "layout", "regions"), [(2015, "pre2018", 16), (2019, "2018", 17), (2022, "2022", 20)])
def test_gap_rows_follow_the_borders_of_their_year(year, layout, regions):
    rows = run("women_gap_areas", series_id="unemployment_total", as_of=NOW, for_year=year)
    assert set(rows["map_layout"]) == {layout}
    assert (rows["kind"] != "country").sum() == regions


def test_gap_classes_lie_evenly_around_a_neutral_zero():
    limits = run("women_gap_classes", series_id="unemployment_total", as_of=NOW)["limit_value"].tolist()
    assert len(limits) == 8
    assert limits == sorted(limits)
    assert [round(-low, 4) for low in limits[:4]] == [round(high, 4) for high in reversed(limits[4:])]
    assert limits[3] < 0 < limits[4]


def test_the_count_of_regions_by_side_adds_up():
    row = one("women_gap_finding", series_id="unemployment_total", as_of=NOW, for_year=2023)
    assert row.n_women_higher + row.n_men_higher + row.n_level == row.n_regions == 20
    assert (row.widest_area, row.widest_who, row.leading) == ("KZ-47", "men_ahead", "women_higher")
    assert row.widest_gap == pytest.approx(4.7)


def test_the_path_to_the_target_grows_at_one_rate_from_the_baseline():
    path = run("target_path", series_id="women_managers", as_of=NOW)
    steps = path["obs_value"].pct_change().dropna()
    assert (path["time_period"].iloc[0], path["obs_value"].iloc[0]) == (2015, 37.0)
    assert (path["time_period"].iloc[-1], path["obs_value"].iloc[-1]) == (2030, pytest.approx(50))
    assert steps.max() == pytest.approx(steps.min())


def test_a_target_of_another_measure_has_no_path():
    assert run("target_path", series_id="neet_15_24", as_of=NOW).empty


def test_cited_figures_name_their_publication():
    row = one("series_citations", series_id="neet_14_34")
    assert (row.host, row.first_year, row.last_year) == ("lada.kz", 2023, 2025)


def test_nothing_is_held_of_a_source_before_its_first_release():
    asked = {"ref_area": "KZ", "as_of": "2019-01-01", "sex": "_T", "urbanisation": "_T", **WHOLE}
    assert run("series_change", series_ids=["informal_16_24"], **asked).empty


def test_a_limit_of_years_moves_the_comparison_back():
    row = one("split_gap", series_id="neet_15_24", as_of=NOW, ref_area="KZ", split="sex", to_year=2015)
    assert (row.time_period, row.first_value, row.second_value) == (2015, 9.7, 6.0)
    assert one("women_parity", series_ids=["unemployment_total"], as_of=NOW, to_year=2015).time_period == 2015
