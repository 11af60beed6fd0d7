"""Questions asked of the real store, with answers known from the publishers' files."""

import math

import pytest

from queries import run
from tests.queries.answers import head_of

NOW = "2026-11-22"


def test_ranking_of_neet_in_2022_puts_ulytau_first_and_shares_places():
    answer = run("ranking", **head_of("ranking").example).set_index("ref_area")
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
    lines = run("series_line", series_id="gva_j", ref_areas=["KZ-19", "KZ-33"], from_year=2023, to_year=2023, **given)
    almaty = grouped[(grouped.region == "CG-ALMATY") & (grouped.time_period == 2023)].iloc[0]
    assert almaty.method == "summed"
    assert almaty.obs_value == pytest.approx(lines.obs_value.sum())


def test_nothing_is_held_before_the_first_release():
    given = head_of("series_line").example | {"as_of": "2019-01-01"}
    assert run("series_line", **given).empty
    assert set(run("series_catalogue", lang="en", as_of="2019-01-01").freshness) == {"not_held"}


def test_a_region_without_a_value_keeps_its_row_and_a_reason():
    answer = run(
        "series_latest_by_area", series_id="women_managers", as_of=NOW, sex="_T", urbanisation="_T", for_year=None
    )
    missing = answer[answer.obs_value.isna()]
    assert {"KZ-10", "KZ-33", "KZ-62"} <= set(missing.ref_area)
    assert missing.reason.notna().all()


def test_checksum_depends_on_the_date_and_on_nothing_else():
    now, again, then = (run("data_checksum", as_of=date).checksum[0] for date in (NOW, NOW, "2021-12-30"))
    assert now == again != then


def test_a_printed_status_follows_by_hand_from_the_printed_numbers():
    rows = run("snapshot", as_of=NOW, method="open_sdg")
    judged = rows[(rows.status != "not_assessed") & (rows.status != "target_achieved") & rows.target.notna()]
    assert len(judged) >= 3
    for row in judged.itertuples():
        actual = (row.assessed_value / row.assessed_base_value) ** (1 / (row.year - row.base_year)) - 1
        required = (row.target / row.assessed_base_value) ** (1 / (row.target_year - row.base_year)) - 1
        ratio = row.assessed_direction * actual / abs(required)
        classes = [(0.95, "substantial_progress"), (0.6, "moderate_progress"), (0, "limited_progress")]
        expected = next((status for least, status in classes if ratio >= least), "deterioration")
        assert row.status == expected, row.series_id


def test_strength_c_series_never_have_a_status():
    rows = run("snapshot", as_of=NOW, method="open_sdg")
    context = rows[rows.strength == "C"]
    assert len(context) > 0
    assert set(context.status) == {"not_assessed"}


def test_counts_are_never_called_a_strength_of_a_region():
    profile = run("region_profile", **head_of("region_profile").example)
    counts = profile[[("count_not_rate" in codes) for codes in profile.caveats]]
    assert len(counts) > 0
    assert all(len(codes) == 0 for codes in counts.highlight)
