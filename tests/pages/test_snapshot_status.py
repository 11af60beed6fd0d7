"""A donor with the printed page and a calculator reaches every printed status; missing statuses say why."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.audit import audit_html
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.snapshot.row import SnapshotRow
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, RELEASE_2024, snapshot

BY_OTHERS = ("un_text", "un_agreed", "national", "project")
RELEASES = (date(2020, 12, 29), RELEASE_2021, date(2022, 11, 20), date(2023, 10, 11), RELEASE_2024, NEWEST)


def number(printed: str) -> float:
    """Read a printed figure of any of the three languages."""
    return float(re.sub(r"[\s\u00a0\u202f]", "", printed).replace("\u2212", "-").replace(",", "."))


def transformed(value: float, transform: str) -> float:
    if transform == "share_50":
        return 50 + abs(value - 50)
    if transform == "parity_ratio":
        return 1 if 0.97 <= value <= 1.03 else max(value, 1 / value)
    if transform == "parity_percent":
        return 100 if 97 <= value <= 103 else max(value, 10_000 / value)
    return abs(value) if transform == "absolute_gap" else value


def by_hand(row: SnapshotRow, model: SnapshotModel) -> str:
    """Work out a status from the printed row alone, as the method's line under the table says."""
    text = words.row_text(row, model)
    b, v = (transformed(number(value), row.transform) for value in (text.baseline, text.latest))
    years = int(text.latest_year) - int(text.baseline_year)
    better = -1 if row.transform != "none" or row.direction == "decrease" else 1
    growth = better * ((v / b) ** (1 / years) - 1)
    by_others = [words.word(f"target_kind_{kind}", model.language) for kind in BY_OTHERS]
    if text.target_kind not in by_others or "target_not_comparable" in row.flags:
        is_read = text.target_kind == words.word("target_kind_our_reading", model.language)
        if is_read and better * (v - transformed(number(text.target), row.transform)) >= 0:
            return "level_reached"
        c = 1 if "C = " not in text.measure else number(re.search(r"C = (\S+?)(?:, |$)", text.measure)[1])
        ladder = [(0.015 * c, "intended_fast"), (0.005 * c, "intended_slow"), (0, "standing_still")]
        return next((status for limit, status in ladder if growth >= limit), "against")
    t = transformed(number(text.target), row.transform)
    if better * (v - t) >= 0:
        return "target_achieved"
    needed = abs((t / b) ** (1 / (int(text.target_year) - int(text.baseline_year))) - 1)
    ladder = [(0.95, "substantial_progress"), (0.6, "moderate_progress"), (0, "limited_progress")]
    return next((status for limit, status in ladder if growth / needed >= limit), "deterioration")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("as_of", RELEASES)
def test_a_hand_calculation_from_the_printed_page_gives_every_printed_status(as_of: date, lang: str) -> None:
    model = snapshot(lang, as_of)
    judged = [row for row in model.rows if row.status != "not_assessed"]
    assert {row.series_id: by_hand(row, model) for row in judged} == {row.series_id: row.status for row in judged}


def test_enough_rows_are_judged_for_the_hand_calculation_to_mean_something() -> None:
    assert sum(row.status != "not_assessed" for row in snapshot("en").rows) >= 10


@pytest.mark.parametrize("as_of", RELEASES)
def test_every_missing_status_has_a_reason_and_is_counted(as_of: date) -> None:
    model = snapshot("en", as_of)
    missing = [row for row in model.rows if row.status == "not_assessed"]
    assert all(row.reason and words.reason_text(row.reason, "en") for row in missing)
    assert sum(model.counts().values()) == len(model.rows)
    assert model.counts().get("not_assessed", 0) == len(missing) == sum(model.reasons().values())


@pytest.mark.parametrize("as_of", RELEASES)
def test_no_status_rests_on_fewer_than_two_points_or_on_context_alone(as_of: date) -> None:
    for row in snapshot("en", as_of).rows:
        if row.status != "not_assessed":
            assert row.points >= 2
            assert row.strength in "AB" or row.measures != "context"


def test_a_figure_that_is_old_on_the_day_keeps_its_status_and_says_its_year() -> None:
    row = next(row for row in snapshot("en").rows if row.series_id == "industrial_waste_recycled")
    assert (row.status, row.latest_year) == ("intended_fast", 2022)
    assert "latest value from 2022" in words.row_text(row, snapshot("en")).evidence


def test_the_young_people_outside_work_and_study_are_not_measured_against_a_goal_for_other_ages() -> None:
    row = next(row for row in snapshot("en", RELEASE_2021).rows if row.series_id == "neet_15_24")
    text = words.row_text(row, snapshot("en", RELEASE_2021))
    assert (text.target, text.target_year, text.target_kind) == ("3.5", "2029", "national target")
    assert (row.status, row.assessed_target) == ("intended_fast", None)
    assert "the national target counts another population" in text.evidence


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("as_of", RELEASES)
def test_beside_every_status_stands_how_it_holds(as_of: date, lang: str) -> None:
    for row in snapshot(lang, as_of).rows:
        text = words.row_text(row, snapshot(lang, as_of))
        if row.status == "not_assessed":
            assert (text.robustness, text.short_robustness) == ("", "")
            continue
        short = words.word("robust_short", lang)
        held = words.word("robust_years", lang, holding=row.holding, choices=row.choices)
        assert (short if row.points < 6 else held) in text.robustness
        assert words.word("robust_methods", lang, agree=row.agree, judged=row.judged) in text.robustness


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fragile_statuses_are_counted_and_named_and_it_is_no_sampling_error(lang: str) -> None:
    model = snapshot(lang)
    fragile = model.fragile()
    assert {row.series_id for row in fragile} >= {"tourism_gva_share", "women_managers", "employed_r_share"}
    said = captions.robustness_note(model, None)
    assert str(len(fragile)) in said
    assert all(row.title in said for row in fragile)
    assert words.word("robust_note", lang) in said


def test_an_official_indicator_says_that_it_describes_the_whole_country() -> None:
    for row in snapshot("en").rows:
        if row.measures == "official" and row.strength != "A":
            assert "describes the whole country" in words.row_text(row, snapshot("en")).evidence


def test_no_trend_is_computed_across_a_break() -> None:
    row = next(row for row in snapshot("en").rows if row.series_id == "pay_women_to_men_economy")
    segments = {year: segment for year, _, segment in row.trend}
    assert segments[row.baseline_year] == segments[row.latest_year] == max(segments.values())
    assert row.baseline_year == 2020
    assert "counted from 2020, after a break" in words.row_text(row, snapshot("en")).evidence


def test_as_of_2021_every_figure_is_the_one_published_by_then() -> None:
    row = next(row for row in snapshot("en", RELEASE_2021).rows if row.series_id == "culture_public_spending")
    assert (row.baseline_year, row.baseline_value) == (2015, 3.3)
    assert row.release == RELEASE_2021
    later = next(row for row in snapshot("en", RELEASE_2024).rows if row.series_id == "culture_public_spending")
    assert (later.baseline_value, later.latest_year, later.latest_value) == (3.4, 2023, 3.1)


def test_a_source_captured_later_is_said_not_to_be_held() -> None:
    row = next(row for row in snapshot("en", RELEASE_2024).rows if row.series_id == "gva_r_share_of_grp")
    assert (row.status, row.reason, row.latest_value) == ("not_assessed", "not_held", None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_audit_card_puts_the_numbers_of_women_managers_into_the_formula(lang: str) -> None:
    model = snapshot(lang)
    card = audit_html(model, next(row for row in model.rows if row.series_id == "women_managers"))
    mark = "." if lang == "en" else ","
    assert f"(58{mark}8 ÷ 63)<sup>1/8</sup>" in card
    assert "(50 ÷ 63)<sup>1/15</sup>" in card
    assert f"= 0{mark}5616" in card
    assert words.word("audit_agree", lang, agree=7, judged=7) in card
    assert words.word("audit_turned", lang, year=2021) in card
    assert words.word("robust_note", lang) in card
    assert f"42{mark}01" in card


def test_the_flip_values_of_the_audit_card_do_flip_the_status() -> None:
    for row in snapshot("en").rows:
        if row.flip_up_value is None or row.transform != "none" or row.quantity_kind != "growth":
            continue
        if row.flip_up_value == row.level:
            continue
        better = 1 if row.direction == "increase" else -1
        growth = better * ((row.flip_up_value / row.baseline_value) ** (1 / (row.years_elapsed + 1)) - 1)
        thresholds = [0.0, row.threshold_moderate, row.threshold_on_track]
        assert min(abs(growth - threshold) for threshold in thresholds) < 1e-9, row.series_id


def test_every_method_rules_on_every_judged_row_and_agreement_is_their_count() -> None:
    for row in snapshot("en").rows:
        if row.status == "not_assessed":
            continue
        own = next(ruling for ruling in row.rulings if ruling.method == "open_sdg")
        able = [ruling for ruling in row.rulings if ruling.verdict != "na"]
        assert len(row.rulings) == 7
        assert row.judged == len(able)
        assert row.agree == sum(ruling.verdict == own.verdict for ruling in able)
