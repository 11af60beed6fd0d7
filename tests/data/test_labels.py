"""Labels exchanged by the publisher: put right in every release that proves it, and nowhere else."""

from pathlib import Path

import duckdb

from data.gate.report import lay_beside
from data.store import STORE
from data.tidy import write_import
from queries.open_store import SEALED
from tests.data.damaged_files import EARLIER, RELEASE, import_damaged, set_aside


def labelled(imported: object, release: object = RELEASE) -> dict[int, tuple[str, str]]:
    return {f.line: (f.series_code, f.obs_status) for f in imported.figures if f.release == release}


def test_exchanged_labels_are_put_right_in_every_release_and_for_years_nobody_has_seen(tmp_path: Path) -> None:
    imported = import_damaged("labels_exchanged", tmp_path)
    right = {2: ("SG_GEN_PARL", "S"), 3: ("SG_GEN_LOCG", "S")}
    assert labelled(imported, EARLIER) == right
    assert labelled(imported) == right | {4: ("SG_GEN_PARL", "S"), 5: ("SG_GEN_LOCG", "S")}
    told = {(r.release, r.line, r.field, r.as_published, r.repaired, r.outcome) for r in imported.repairs}
    assert (RELEASE, 4, "SERIES", "SG_GEN_LOCG", "SG_GEN_PARL", "applied") in told
    assert all("labels exchanged" in repair.evidence for repair in imported.repairs)
    assert {f.published_value == f.obs_value for f in imported.figures} == {True}


def test_labels_that_the_publisher_has_put_right_are_left_alone_and_the_gate_says_so(tmp_path: Path) -> None:
    imported = import_damaged("labels_mended", tmp_path)
    assert labelled(imported) == {2: ("SG_GEN_PARL", "A"), 3: ("SG_GEN_LOCG", "A")}
    assert {r.release for r in imported.repairs} == {EARLIER}
    (_, report) = lay_beside([imported], tmp_path / "none", []).releases
    assert {f.kind for f in report.findings} >= {"repair_unneeded"}


def test_labels_of_which_nothing_tells_the_meaning_are_set_aside(tmp_path: Path) -> None:
    imported = import_damaged("labels_unproven", tmp_path)
    assert labelled(imported) == {}
    assert set_aside(imported) == [(2, "known_error"), (3, "known_error"), (4, "known_error")]
    assert {r.outcome for r in imported.repairs if r.release == RELEASE} == {"refused"}


def test_disputes_are_kept_beside_the_figures(tmp_path: Path) -> None:
    imported = import_damaged("total_fits_no_split", tmp_path)
    write_import(imported, tmp_path / "figures")
    assert (tmp_path / "figures" / "dispute" / "kazstat_sdg.parquet").exists()
    write_import(import_damaged("labels_mended", tmp_path / "other"), tmp_path / "more")
    assert not (tmp_path / "more" / "dispute").exists()


def test_women_hold_in_every_release_the_seats_of_the_house_that_the_label_now_names() -> None:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as store:
        rows = store.execute("""
            select series_code, max(obs_value), min(obs_value), any_value(published_as), count(distinct release)
            from observation
            where source_id = 'kazstat_sdg' and indicator = '5.5.1' and time_period = 2019
            group by series_code order by series_code
        """).fetchall()
        newest = store.execute("""
            select series_code, obs_value, dispute from observation
            where source_id = 'kazstat_sdg' and indicator = '5.5.1' and time_period = 2023 order by series_code
        """).fetchall()
    assert rows == [
        ("SG_GEN_LOCG", 22.2, 22.2, "SERIES SG_GEN_PARL", 5),
        ("SG_GEN_PARL", 27.4, 27.4, "SERIES SG_GEN_LOCG", 5),
    ]
    assert newest == [("SG_GEN_LOCG", 23.0, "seats_dated_apart"), ("SG_GEN_PARL", 18.4, "seats_dated_apart")]


def test_a_disputed_year_stands_alone_and_nothing_is_judged_on_it() -> None:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as store:
        segments = store.execute("""
            select list(segment order by time_period) from series_value
            where series_id = 'women_parliament' and release = '2024-10-24'
        """).fetchone()
        judged = store.execute("""
            select series_id, open_sdg, list_contains(reasons, 'disputed') from assessment
            where series_id in ('women_parliament', 'women_councils', 'neet_15_24') and as_of = '2026-11-22'
        """).fetchall()
        before = store.execute("""
            select list_contains(reasons, 'disputed') from assessment
            where series_id = 'women_parliament' and as_of = '2021-12-30'
        """).fetchone()
    assert segments == ([0] * 10 + [1, 2, 3, 4],)
    assert {row[1:] for row in judged} == {(None, True)}
    assert before == (False,)
