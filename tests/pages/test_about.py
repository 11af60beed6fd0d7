"""The About page: what it prints about methods, sources and the data is what the code and the store have."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

import queries
from pages.parts.about.blocks import REASONS, citation, keys, reading, sources_table
from pages.parts.about.methods import METHODS, methods_table
from pages.parts.visit import frame
from pages.parts.words.language import LANGUAGES, text
from pages.parts.words.method_pages import METHOD_PAGES
from tests.pages.test_pages import open_page

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name in ("progress_open_sdg", "progress_other_methods"):
        connection.execute((queries.runner.QUERY_FOLDER / "macros" / f"{name}.sql").read_text(encoding="utf-8"))
    return connection


def bounds(code: str, with_target: bool = True) -> list[float]:
    method = next(method for method in METHODS if method.code == code)
    return [value for sign, value, _ in (method.with_target if with_target else method.without) if sign == "≥"]


CALLS = {
    "open_sdg": "open_sdg_status({x}, true, 1, false, false)",
    "unsd2022": "unsd2022_ratio_status({x})",
    "un2023": "un2023_status({x}, 0, true, false, false, false)",
    "eurostat": "eurostat_status({x}, 0, true, false)",
    "sdsn": "sdsn_status({x}, false, false)",
}
GROWTH_CALLS = {
    "open_sdg": "open_sdg_status({x} / 100.0, false, 1, false, false)",
    "unsd2022": "unsd2022_growth_status({x} / 100.0, 0.01, 0.005, -0.01)",
    "un2023": "un2023_status(null, {x} / 100.0, false, false, false, false)",
}


def assert_class_changes_at(macros: duckdb.DuckDBPyConnection, call: str, bound: float) -> None:
    at, below = macros.execute(f"select {call.format(x=bound)}, {call.format(x=bound - 1e-6)}").fetchone()
    assert at != below
    above = macros.execute(f"select {call.format(x=bound + 1e-6)}").fetchone()[0]
    assert at == above


@pytest.mark.parametrize("code", CALLS)
def test_each_printed_cut_point_with_a_target_is_where_the_class_changes(macros, code: str) -> None:
    for bound in bounds(code):
        assert_class_changes_at(macros, CALLS[code], bound)


@pytest.mark.parametrize("code", GROWTH_CALLS)
def test_each_printed_cut_point_of_yearly_growth_is_where_the_class_changes(macros, code: str) -> None:
    for bound in bounds(code, with_target=False):
        assert_class_changes_at(macros, GROWTH_CALLS[code], bound)


def test_the_projection_is_judged_by_the_gap_that_the_table_prints(macros) -> None:
    rows = macros.execute(
        "select escap_api_status(10, false), escap_api_status(100, false), escap_api_status(100.1, false)"
    )
    assert rows.fetchone() == ("maintain", "accelerate", "reverse")
    method = next(method for method in METHODS if method.code == "escap_api")
    assert [(sign, value) for sign, value, _ in method.with_target] == [("≤", 10), ("≤", 100), (">", 100)]


def test_every_method_of_the_snapshot_is_in_the_table_with_the_default_first() -> None:
    assert [method.code for method in METHODS] == list(METHOD_PAGES)


@pytest.mark.parametrize(("lang", "written"), [("en", "≥\u00a00.95"), ("ru", "≥\u00a00,95"), ("kk", "≥\u00a00,95")])
def test_cut_points_are_written_with_the_decimal_mark_of_the_language(lang: str, written: str) -> None:
    assert written in methods_table(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_stands_once_with_its_licence_and_share_alike_is_said_in_words(lang: str) -> None:
    rows = queries.run("source_list", as_of=TODAY)
    html = sources_table(lang, TODAY)
    assert html.count("<tr>") == len(rows) + 1
    assert html.count(text("about.licence_CC-BY-SA-4.0", lang)) == 1
    assert html.count(text("about.licence_CC-BY-SA-3.0-IGO", lang)) == 1
    assert html.index("stat.gov.kz") < html.index("unstats.un.org")


def test_a_source_captured_later_says_so_on_an_earlier_date() -> None:
    html = sources_table("en", date(2020, 12, 29))
    later = queries.run("source_list", as_of=date(2020, 12, 29)).release.isna()
    assert html.count("not held on this date") == later.sum() == len(later) - 1
    assert "newest held 29 Dec 2020" in html


def test_the_counts_are_those_of_the_releases_held() -> None:
    counts = queries.run("about_counts", as_of=date(2021, 12, 30)).iloc[0]
    assert counts["n_sources"] == 3
    assert counts["repaired"] == 69
    assert "69" in reading(counts, "en")


def test_the_citation_carries_date_version_and_checksum_of_the_figures() -> None:
    for lang in LANGUAGES:
        written = citation(date(2024, 10, 24), lang)
        assert frame.version() in written
        assert frame.data_checksum() in written
        assert "2024" in written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_and_keys_have_their_words(lang: str) -> None:
    assert all(text(f"snapshot.reason_{reason}", lang) for reason in REASONS)
    assert text("present.key_next", lang) in keys(lang)


def test_the_page_shows_the_two_required_sentences_and_the_citation() -> None:
    app = open_page("about", lang="kk")
    assert not app.exception
    shown = [paragraph for block in app.markdown for paragraph in block.value.split("\n\n")]
    assert shown.count(text("frame.footer_endorsement", "kk")) == 2
    assert frame.data_checksum() in app.code[0].value
