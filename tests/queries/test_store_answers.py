"""Questions asked of the real store, with answers known from the publishers' files."""

import math

import pytest

from queries import run, sql_text
from queries.runner import QUERY_FOLDER, example_parameters, parameters

NOW = "2026-11-22"
NAMES = sorted(path.stem for path in QUERY_FOLDER.glob("*.sql"))
# The key that identifies a row of the answer, where it is more than one column.
GRAIN = {
    "comparable_regions": ["region", "time_period"],
    "concentration": ["time_period"],
    "coverage": ["series_id", "time_period"],
    "map_classes": ["class_number"],
    "gender_gap": ["ref_area", "time_period"],
    "progress": ["series_id"],
    "ranking": ["ref_area"],
    "region_profile": ["series_id"],
    "regional_shares": ["region", "time_period"],
    "release_changes": ["series_id", "ref_area", "sex", "urbanisation", "time_period"],
    "release_list": ["source_id", "release"],
    "series_catalogue": ["series_id"],
    "series_latest_by_area": ["ref_area"],
    "series_line": ["ref_area", "sex", "urbanisation", "time_period"],
    "shift_share": ["region"],
}


@pytest.mark.parametrize("name", NAMES)
def test_query_opens_with_its_question_and_declares_a_usable_example(name):
    text = sql_text(name)
    assert text.startswith("-- Question: ")
    assert set(example_parameters(name)) == parameters(text)


@pytest.mark.parametrize("name", NAMES)
def test_query_answers_its_own_example(name):
    assert len(run(name, **example_parameters(name)).columns) > 0


@pytest.mark.parametrize(("name", "key"), GRAIN.items())
def test_answer_has_one_row_per_declared_grain(name, key):
    answer = run(name, **example_parameters(name))
    assert len(answer) > 0
    assert not answer.duplicated(subset=key).any()


def test_neet_of_women_and_men_in_2022_differs_by_2_4_points_and_men_are_ahead():
    given = example_parameters("gender_gap") | {"from_year": 2022, "to_year": 2022}
    row = run("gender_gap", **given).iloc[0]
    assert (row.women, row.men, row.who) == (5.8, 3.4, "men_ahead")
    assert row.gap == pytest.approx(2.4)
    assert row.adjusted_parity_index == pytest.approx(1.414, abs=5e-4)


def test_ranking_of_neet_in_2022_puts_ulytau_first_and_shares_places():
    answer = run("ranking", **example_parameters("ranking")).set_index("ref_area")
    assert (answer.place["KZ-62"], answer.obs_value["KZ-62"]) == (1, 8.7)
    assert answer.place["KZ-61"] == answer.place["KZ-19"]
    assert answer.best_place["KZ-62"] == 20


@pytest.mark.parametrize(("scheme", "counts"), [("jenks", [6, 5, 7, 2]), ("quantile", [5, 5, 6, 4])])
def test_map_classes_of_neet_in_2022_hold_as_many_regions_as_mapclassify_says(scheme, counts):
    answer = run("map_classes", **(example_parameters("map_classes") | {"scheme": scheme}))
    assert answer.n_regions.tolist() == counts


def test_a_year_without_values_has_no_map_classes():
    assert run("map_classes", **(example_parameters("map_classes") | {"for_year": 1990})).empty


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


def test_shift_share_adds_up_in_every_region_and_regional_effects_cancel():
    answer = run("shift_share", **example_parameters("shift_share"))
    parts = answer.national_effect + answer.mix_effect + answer.regional_effect
    assert parts.tolist() == pytest.approx(answer.change.tolist())
    assert answer.regional_effect.sum() == pytest.approx(0, abs=1e-6 * answer.gva_to.sum())


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
    given = example_parameters("series_line") | {"as_of": "2019-01-01"}
    assert run("series_line", **given).empty
    assert set(run("series_catalogue", lang="en", as_of="2019-01-01").freshness) == {"not_held"}


def test_a_region_without_a_value_keeps_its_row_and_a_reason():
    answer = run(
        "series_latest_by_area", series_id="women_managers", as_of=NOW, sex="_T", urbanisation="_T", for_year=None
    )
    missing = answer[answer.obs_value.isna()]
    assert {"KZ-10", "KZ-33", "KZ-62"} <= set(missing.ref_area)
    assert missing.reason.notna().all()


def test_no_changes_between_a_release_and_itself():
    given = {"from_date": "2024-10-24", "to_date": "2025-01-01", "series_id": None, "national_only": False}
    assert run("release_changes", **given).empty


def test_culture_spending_of_2019_was_revised_from_3_1_to_3_2():
    changes = run("release_changes", **example_parameters("release_changes"))
    row = changes[(changes.series_id == "culture_public_spending") & (changes.time_period == 2019)].iloc[0]
    assert (row.change_kind, row.old_value, row.new_value, row.cause) == ("revised", 3.1, 3.2, "publisher")


def test_more_digits_of_the_same_figure_are_called_rounding():
    changes = run("release_changes", **example_parameters("release_changes"))
    row = changes[(changes.series_id == "digital_literacy_6_74") & (changes.time_period == 2017)].iloc[0]
    assert row.cause == "rounding"


def test_checksum_depends_on_the_date_and_on_nothing_else():
    now, again, then = (run("data_checksum", as_of=date).checksum[0] for date in (NOW, NOW, "2021-12-30"))
    assert now == again != then


def test_a_printed_status_follows_by_hand_from_the_printed_numbers():
    rows = run("progress", as_of=NOW, series_id=None)
    judged = rows[(rows.status != "not_assessed") & (rows.status != "target_achieved") & rows.target.notna()]
    assert len(judged) >= 3
    for row in judged.itertuples():
        actual = (row.assessed_value / row.assessed_base_value) ** (1 / (row.year - row.base_year)) - 1
        required = (row.target / row.assessed_base_value) ** (1 / (row.target_year - row.base_year)) - 1
        ratio = row.direction * actual / abs(required)
        classes = [(0.95, "substantial_progress"), (0.6, "moderate_progress"), (0, "limited_progress")]
        expected = next((status for least, status in classes if ratio >= least), "deterioration")
        assert row.status == expected, row.series_id


def test_strength_c_series_never_have_a_status():
    rows = run("progress", as_of=NOW, series_id=None)
    context = rows[rows.strength == "C"]
    assert len(context) > 0
    assert set(context.status) == {"not_assessed"}


def test_statuses_counted_by_goal_add_up_to_all_headline_series():
    counts = run("progress_counts", as_of=NOW)
    assert counts.n_series.sum() == len(run("progress", as_of=NOW, series_id=None))
    assert counts[counts.status == "not_assessed"].reason.notna().all()


def test_counts_are_never_called_a_strength_of_a_region():
    profile = run("region_profile", **example_parameters("region_profile"))
    counts = profile[[("count_not_rate" in codes) for codes in profile.caveats]]
    assert len(counts) > 0
    assert all(len(codes) == 0 for codes in counts.highlight)
