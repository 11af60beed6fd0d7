"""The coverage page without a browser."""

from __future__ import annotations

import re
from datetime import date

import pytest

from data.gate.finding import DOUBTFUL, LOST, TOLD
from pages.parts.coverage.releases import releases_table
from pages.parts.coverage.sources import sources_table
from pages.parts.words.language import LANGUAGES, format_number, messages
from queries import run, sql_text
from tests.pages.test_pages import open_page

NOW = "2026-11-22"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_counts_what_the_store_holds(lang: str) -> None:
    app = open_page("coverage", lang=lang)
    assert not app.exception
    row = run("coverage_summary", as_of=NOW, from_year=2000, to_year=2026).set_index("lens").loc["all"]
    words = " ".join(block.value for block in app.markdown)
    for number, decimals in ((row["n_values"], 0), (row["n_held"], 0), (row["percent_regions"], 1)):
        assert format_number(number, decimals, lang) in words


@pytest.mark.parametrize("lens", ["youth", "women", "regions", "sector", "context", "world"])
@pytest.mark.parametrize("columns", ["year", "region"])
def test_every_theme_is_shown_by_year_and_by_region(lens: str, columns: str) -> None:
    app = open_page("coverage", lens=lens, columns=columns)
    assert not app.exception
    assert [box.value for box in app.error] == []


def test_every_reason_for_keeping_a_row_out_has_words() -> None:
    codes = {
        reason
        for stamp in run("release_dates")["release"]
        for reason in run("coverage_refused", as_of=stamp.date(), lang="en")["reason"]
    }
    assert {"total_outside_parts", "applied", "dropped", "withheld"} <= codes
    assert [code for code in sorted(codes) if f"coverage.reason_{code}" not in messages()] == []


def test_sources_captured_once_are_told_apart_from_those_kept_by_release() -> None:
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', sources_table("en", date.fromisoformat(NOW)))
    captured = {source: re.findall(r"<td>(.*?)</td>", cells)[3] for source, cells in rows}
    kept = [source for source, words in captured.items() if words == "5 releases"]
    assert len(kept) == 1 and "National SDG reporting platform" in kept[0]
    assert set(captured.values()) == {"5 releases", "once"}


def test_every_finding_of_the_gate_has_words_and_the_query_knows_which_need_a_persons_word() -> None:
    kinds = LOST | DOUBTFUL | TOLD
    assert [kind for kind in sorted(kinds) if f"coverage.found_{kind}" not in messages()] == []
    found = run("release_findings", as_of=date.fromisoformat(NOW), lang="en")
    needs = dict(zip(found["kind"], found["needs_word"], strict=True))
    assert {kind for kind, needed in needs.items() if needed} == needs.keys() & (LOST | DOUBTFUL)
    named = set(re.findall(r"'([a-z_]+)'", re.search(r"in \((.*?)\)", sql_text("release_findings"), re.DOTALL)[1]))
    assert named == LOST | DOUBTFUL


def test_the_losses_of_a_release_stand_with_the_reason_for_which_they_were_let_in() -> None:
    table = releases_table("ru", date.fromisoformat(NOW))
    assert "файл отсутствует" in table and "as the publisher left it" in table
    assert releases_table("ru", date(2020, 12, 29)) == ""
