"""The one-file HTML: whole, safe and independent of any network."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from pages.parts.snapshot import captions
from pages.parts.snapshot import text as words
from pages.parts.snapshot.html import write_snapshot_html
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, snapshot


def document(lang: str) -> str:
    return write_snapshot_html(snapshot(lang, NEWEST, RELEASE_2021)).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_needs_nothing_from_outside(lang: str) -> None:
    content = document(lang)
    assert "<script" not in content
    assert "<link" not in content
    assert "@import" not in content
    loaded = re.findall(r'(?:src="|url\(["\']?)([^"\')]{0,12})', content)
    assert loaded
    assert all(address.startswith("data:image/s") for address in loaded)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_its_language_date_checksum_version_and_disclaimer(lang: str) -> None:
    model, content = snapshot(lang, NEWEST, RELEASE_2021), unescape(document(lang))
    assert f'<html lang="{lang}">' in content
    for line in (captions.as_of_text(model), model.checksum, model.version, words.word("non_endorsement", lang)):
        assert line in content


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_stands_on_the_sheet_of_its_goal(lang: str) -> None:
    model, content = snapshot(lang), unescape(document(lang))
    for row in model.rows:
        text = words.row_text(row, model)
        for cell in (text.title, text.baseline, text.latest, text.change, text.status):
            assert cell in content


def test_text_from_the_catalogue_cannot_become_markup() -> None:
    model = snapshot("en")
    harmful = replace(model.rows[0], title="<img src=x onerror=alert(1)>")
    content = write_snapshot_html(replace(model, rows=(harmful, *model.rows[1:]))).decode()
    assert "<img src=x" not in content
    assert "&lt;img src=x onerror=alert(1)&gt;" in content


def test_the_same_request_gives_the_same_bytes() -> None:
    assert document("en") == document("en")
