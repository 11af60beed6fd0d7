"""The numbers behind the titles of the theme pages, against values printed by the publishers."""

from __future__ import annotations

import pandas as pd
import pytest

from queries import run

NOW = "2026-11-22"


def one(name, **params):
    rows = run(name, **params)
    assert len(rows) == 1
    return rows.iloc[0]


def change(series_id, first_year, latest_year, ref_area="KZ", sex="_T"):
    pairs = run("series_change", series_ids=[series_id], as_of=NOW)
    pairs = pairs.set_index(["ref_area", "sex", "urbanisation", "first_year", "latest_year"])
    key = (ref_area, sex, "_T", first_year, latest_year)
    return pairs.loc[key] if key in pairs.index else None


def ends(series_id, year):
    rows = run("series_extremes", series_id=series_id, as_of=NOW).set_index(["sex", "urbanisation", "time_period"])
    return rows.loc["_T", "_T", year]


def half(split, year, ref_area="KZ"):
    rows = run("split_gap", series_id="neet_15_24", as_of=NOW).set_index(["ref_area", "split", "time_period"])
    return rows.loc[ref_area, split, year]


def test_informal_employment_of_the_young_fell_which_is_better():
    row = change("informal_16_24", 2012, 2023)
    assert (row.first_value, row.latest_value, row.change) == (33.1, 16.2, pytest.approx(-16.9))
    assert (row.course, row.verdict) == ("fell", "better")


def test_between_the_same_years_a_region_may_rise_where_the_country_falls():
    country, region = change("neet_15_24", 2012, 2022), change("neet_15_24", 2012, 2022, "KZ-10")
    assert (country.first_value, country.latest_value, country.course, country.verdict) == (5.9, 4.6, "fell", "better")
    assert region is None, "Abai did not exist in 2012"
    aktobe = change("neet_15_24", 2012, 2022, "KZ-15")
    assert (aktobe.first_value, aktobe.latest_value, aktobe.course, aktobe.verdict) == (1.2, 4.7, "rose", "worse")


def test_no_change_reaches_across_a_break():
    assert change("unemployment_25_28", 2013, 2014) is None
    assert change("unemployment_25_28", 2012, 2013) is not None


def test_no_change_is_told_of_a_disputed_year():
    assert change("neet_15_24", 2022, 2023) is None
    assert change("neet_15_24", 2011, 2012) is None
    assert change("neet_15_24", 2010, 2011) is None
    assert change("neet_15_24", 2012, 2022).course == "fell"


def test_a_year_with_itself_is_no_change():
    row = change("neet_15_24", 2023, 2023)
    assert (row.latest_value, row.course, row.verdict, row.change) == (6.0, "single", "none", 0)


def test_women_have_pairs_of_years_of_their_own():
    row = change("neet_15_24", 2012, 2022, sex="F")
    assert (row.first_value, row.latest_value) == (6.9, 5.8)


def test_a_change_below_the_last_printed_digit_is_no_change():
    assert change("unemployment_16_24", 2022, 2023).course == "level"


def test_halves_that_fit_their_total_may_be_compared():
    row = half("sex", 2022)
    assert (row.first_value, row.second_value, row.who, row.fits) == (5.8, 3.4, "first_higher", True)
    assert row.gap == pytest.approx(2.4)
    assert half("sex", 2015).first_value == 9.7


def test_villages_are_the_first_half_and_rows_set_aside_are_no_halves():
    assert half("urbanisation", 2022)[["first_value", "second_value", "fits"]].tolist() == [5.9, 3.8, True]
    with pytest.raises(KeyError):
        half("urbanisation", 2023)
    assert half("urbanisation", 2012).who == "level"


def test_ends_of_a_ranking_count_those_who_share_them():
    row = ends("women_managers", 2023)
    assert (row.highest_area, row.highest_value, row.others_highest) == ("KZ-31", 47.7, 0)
    assert (row.lowest_value, row.others_lowest, row.n_regions) == (26.0, 1, 17)


def test_regions_above_the_country_are_counted_where_it_is_no_sum_of_them():
    neet, theatres = ends("neet_15_24", 2022), ends("culture_theatres", 2022)
    assert (neet.highest_area, neet.highest_value, neet.lowest_area, neet.lowest_value) == ("KZ-62", 8.7, "KZ-27", 2.1)
    assert (neet.national_value, neet.n_above, neet.n_regions) == (4.6, 11, 20)
    assert pd.isna(theatres.n_above)


def parity(series_id, to_year):
    rows = run("women_parity", series_ids=[series_id, "unemployment_total"], as_of=NOW)
    return next(rows[(rows["series_id"] == series_id) & (rows["to_year"] == to_year)].itertuples())


def test_parity_index_of_neet_is_the_worked_example():
    row = parity("neet_15_24", 2023)
    assert row.parity_index == pytest.approx(1.706, abs=5e-4)
    assert row.adjusted_parity_index == pytest.approx(1.414, abs=5e-4)
    assert (row.band, row.who, row.verdict) == ("women_higher", "men_ahead", "men_ahead")


def test_inside_the_band_the_verdict_is_parity():
    row = parity("internet_use", 2023)
    assert (row.band, row.who, row.verdict) == ("parity", "men_ahead", "parity")


def test_shares_are_judged_by_the_balance_zone():
    rows = run("women_shares", as_of=NOW).set_index("series_id")
    assert rows.loc["women_councils", ["women", "zone"]].tolist() == [23.0, "few_women"]
    assert rows.loc["women_parliament", ["women", "zone"]].tolist() == [18.4, "few_women"]
    assert rows.loc["women_managers", ["women", "zone"]].tolist() == [41.2, "balanced"]
    assert rows.loc["women_among_professionals", "zone"] == "few_men"
    assert (rows["n_few_women"] == (rows["women"] < 40).sum()).all()


def test_women_earn_89_tenge_to_mens_100_in_the_arts():
    rows = run("women_pay", as_of=NOW, lang="en")
    rows = rows[rows["time_period"] == 2023].set_index("activity")
    assert rows.loc["ISIC4_R", ["women", "men"]].tolist() == [1245, 1395]
    assert rows.loc["ISIC4_R", "women_to_men"] == pytest.approx(89.247, abs=1e-3)
    assert rows.loc["_T", "relative_gap"] == pytest.approx(19.463, abs=1e-3)


def test_gaps_of_neet_stop_before_the_year_that_contradicts_its_totals():
    assert run("women_gap_finding", series_id="neet_15_24", as_of=NOW)["time_period"].max() == 2022
    assert run("women_gap_areas", series_id="neet_15_24", as_of=NOW)["time_period"].max() == 2022


@pytest.mark.parametrize(("year", "layout", "regions"), [(2015, "pre2018", 16), (2019, "2018", 17), (2022, "2022", 20)])
def test_gap_rows_follow_the_borders_of_their_year(year, layout, regions):
    rows = run("women_gap_areas", series_id="unemployment_total", as_of=NOW)
    rows = rows[rows["time_period"] == year]
    assert set(rows["map_layout"]) == {layout}
    assert (rows["kind"] != "country").sum() == regions


def test_gap_classes_lie_evenly_around_a_neutral_zero():
    limits = run("women_gap_classes", series_id="unemployment_total", as_of=NOW)["limit_value"].tolist()
    assert len(limits) == 8
    assert limits == sorted(limits)
    assert [round(-low, 4) for low in limits[:4]] == [round(high, 4) for high in reversed(limits[4:])]
    assert limits[3] < 0 < limits[4]


def test_the_count_of_regions_by_side_adds_up():
    rows = run("women_gap_finding", series_id="unemployment_total", as_of=NOW)
    row = next(rows[rows["time_period"] == 2023].itertuples())
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
    assert run("series_change", series_ids=["informal_16_24"], as_of="2019-01-01").empty


def test_a_limit_of_years_moves_the_comparison_back():
    assert parity("unemployment_total", 2015).time_period == 2015
