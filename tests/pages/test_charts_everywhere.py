"""Every card that the pages really show hands out its table, its method and its files."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pages.parts.cards.card import Card
from streamlit.testing.v1 import AppTest

from pages.parts.cards import memory
from pages.parts.cards.table_csv import write_csv
from pages.parts.cards.table_parquet import write_parquet
from pages.parts.cards.table_xlsx import write_xlsx
from tests.conftest import ROOT

PAGES = ("youth", "women", "regions", "sector", "explore", "coverage", "compare")


@pytest.fixture(params=PAGES)
def cards(request: pytest.FixtureRequest) -> Iterator[list[Card]]:
    memory._cards.clear()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.query_params["lang"] = "kk"
    app.run()
    app.switch_page(f"pages/{request.param}.py").run()
    assert not app.exception
    found = [drawn.card for drawn in memory._cards.values() if not drawn.card.bare]
    assert found, "the page remembered no card"
    yield found
    memory._cards.clear()


def test_every_card_of_a_page_hands_out_its_table_method_and_files(cards: list[Card]) -> None:
    for card in cards:
        assert len(card.panel("table")["rows"]) == len(card.table), card.key
        assert card.query is None or "select" in card.panel("method")["sql"], card.key
        about = card.about()
        book = openpyxl.load_workbook(io.BytesIO(write_xlsx(card.table, about, "kk")), read_only=True)
        assert book.worksheets[1].max_row == len(card.table) + 1, card.key
        assert pq.read_table(io.BytesIO(write_parquet(card.table, about))).num_rows == len(card.table), card.key
        assert len(pd.read_csv(io.BytesIO(write_csv(card.table)))) == len(card.table), card.key


def test_every_card_of_a_page_has_a_finding_a_summary_and_a_source(cards: list[Card]) -> None:
    for card in cards:
        assert card.title and card.summary, card.key
        assert card.source is None or (card.source.name and card.source.release), card.key
