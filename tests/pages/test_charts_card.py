"""The chart card: what it sends, when it sends it, and what its files hold."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pages.parts.cards.card import Card, SourceNote
from pages.parts.cards.memory import frozen
from streamlit.testing.v1 import AppTest

from pages.parts.cards import memory
from pages.parts.cards.table_csv import write_csv
from pages.parts.cards.table_parquet import write_parquet
from pages.parts.cards.table_xlsx import write_xlsx
from pages.parts.streamlit.component import Part, pack, read, unpack

KAZAKH = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ"
TABLE = pd.DataFrame({"area_name": ["Қызылорда", "Маңғыстау"], "time_period": [2022, 2022], "obs_value": [5.5, 7.3],
                      "obs_status": ["A", "S"]})  # fmt: skip
PARAMETERS = {"series_id": "neet_15_24", "as_of": date(2026, 11, 22), "ref_areas": ["KZ"], "sex": "_T",
              "urbanisation": "_T", "from_year": None, "to_year": None}  # fmt: skip


def card(**more: Any) -> Card:
    source = SourceNote("Bureau of National Statistics", date(2024, 10, 24), "C", "https://stat.gov.kz", "CC BY 4.0",
                        "Young people not in work or study", "per cent")  # fmt: skip
    values = {
        "key": "neet", "title": "Mangystau leads", "subtitle": "15–24, %, 2022", "summary": "Two regions.",
        "table": TABLE,
        "source": source, "query": ("series_line", PARAMETERS), "lang": "kk", "headers": None, "decimals": 1,
        "notes": ("A note.",), "on_select": None, "bare": False, "as_of": date(2026, 11, 22),
    }  # fmt: skip
    return Card(**values | more)


def page() -> None:
    """A page with two charts; the second follows a choice."""
    import pandas as pd
    import streamlit as st
    from pages.parts.cards.card import chart_card
    from pages.parts.cards.memory import remembered

    from pages.parts.charts.line import draw_line

    @remembered
    def shown(key: str, value: float) -> None:
        st.session_state["drawn"] = st.session_state.get("drawn", 0) + 1
        rows = pd.DataFrame({"ref_area": "KZ", "time_period": [2021, 2022], "obs_value": [5.0, value]})
        figure = draw_line(rows, "en", names={"KZ": "Kazakhstan"}, unit="PT")
        chart_card(key=key, figure=figure, title=f"{value}", subtitle="%", summary="s", table=rows, source=None,
                   query=None, lang="en")  # fmt: skip

    value = st.segmented_control("value", [4.6, 6.0], default=4.6, required=True)
    shown("still", 4.6)
    shown("moving", value)


def messages(app: AppTest) -> list[dict[str, Any]]:
    return [read(element.proto.bytes) for element in app.get("bidi_component")]


def test_a_message_is_unpacked_to_what_was_packed() -> None:
    parts = {"head": Part.of({"title": "Ұлытау 8,7 %"}), "figure": Part.of({"data": []})}
    brought = unpack(pack("kept", Part.of([]), {"kept": parts}, by_digest(parts)))
    assert brought == {"kept": {"head": {"title": "Ұлытау 8,7 %"}, "figure": {"data": []}}}
    large = {"figure": Part.of({"data": ["Қызылорда"] * 1000})}
    packed = pack("kept", Part.of([]), {"kept": large}, by_digest(large))
    assert unpack(packed) == {"kept": {"figure": {"data": ["Қызылорда"] * 1000}}}
    assert len(packed) < 1_000


def by_digest(parts: dict[str, Part]) -> dict[str, Part]:
    return {part.digest: part for part in parts.values()}


def test_a_rerun_sends_only_the_parts_that_changed() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    first = messages(app)
    still, moving = first[0]["cards"]["still"], first[1]["cards"]["moving"]
    assert set(first[0]["texts"]) == {first[0]["rows"], *still.values()}
    assert moving["words"] not in first[1]["texts"]
    app.segmented_control[0].set_value(6.0).run()
    same, changed = messages(app)
    assert same["texts"] == {}
    moving = changed["cards"]["moving"]
    assert set(changed["texts"]) == {moving["figure"], moving["head"]}


def test_a_board_that_goes_back_is_a_new_message_and_one_that_stays_is_the_same() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    sent = []
    for value in (6.0, 4.6, 6.0, 4.6):
        app.segmented_control[0].set_value(value).run()
        sent.append([element.proto.bytes for element in app.get("bidi_component")])
    still, moving = zip(*sent, strict=True)
    assert len(set(still)) == 1
    assert len(set(moving)) == 4


def test_a_browser_that_missed_a_part_is_sent_all_of_them_again() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    app.session_state["_chart_parts_sent"] = {}
    app.run()
    assert all(message["texts"] for message in messages(app))


def test_a_remembered_card_is_not_drawn_again_for_the_same_arguments() -> None:
    memory._cards.clear()
    app = AppTest.from_function(page, default_timeout=60).run()
    before = app.session_state["drawn"]
    app.run()
    assert app.session_state["drawn"] == before
    assert len(app.get("bidi_component")) == 2


def test_arguments_that_hold_lists_and_mappings_have_a_key_by_their_contents() -> None:
    assert frozen({"areas": ["KZ"], "view": SourceNote("a", None)}) == frozen(
        {"areas": ["KZ"], "view": SourceNote("a", None)}
    )
    assert frozen(["KZ"]) != frozen(["KZ-10"])


def test_the_table_panel_writes_years_plain_numbers_by_language_and_flags_in_words() -> None:
    panel = card().panel("table")
    assert panel["rows"][1] == ["Маңғыстау", "2022", "7,3", "жоба түзеткен"]
    assert [column["number"] for column in panel["columns"]] == [False, True, True, False]


def test_the_table_panel_shows_a_missing_value_as_a_dash_and_not_as_zero() -> None:
    rows = card(table=TABLE.assign(obs_value=[None, 7.3])).panel("table")["rows"]
    assert rows[0][2] == "—"


def test_the_table_panel_leaves_out_codes_and_columns_with_nothing_to_say_and_spells_the_rest_out() -> None:
    table = pd.DataFrame({"ref_area": ["KZ-10"], "area_name": ["Абай"], "sex": ["_T"], "urbanisation": ["U"],
                          "obs_value": [4.2], "source_id": ["kazstat_sdg"]})  # fmt: skip
    panel = card(table=table).panel("table")
    assert [column["label"] for column in panel["columns"]] == ["Өңір", "Елді мекен", "Мән"]
    assert panel["rows"] == [["Абай", "Қала", "4,2"]]


@pytest.mark.parametrize("empty", [None, pd.NA, pd.NaT, float("nan")])
def test_a_cell_of_any_type_may_be_empty_in_table_and_files(empty: object) -> None:
    table = pd.DataFrame({"area_name": ["Абай", "Ұлытау"], "place": pd.Series([empty, 2], dtype=object)})
    assert card(table=table).panel("table")["rows"] == [["Абай", "—"], ["Ұлытау", "2"]]
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(table, {}, "kk")))
    assert [cell.value for cell in book["Деректер"]["B"]] == ["place", None, 2]


def test_the_method_panel_holds_the_sql_that_ran_and_its_parameters() -> None:
    panel = card().panel("method")
    assert "select * from final" in panel["sql"]
    assert ["series_id", "neet_15_24"] in panel["params"] and ["from_year", "null"] in panel["params"]
    assert "-- $as_of = 2026-11-22" in panel["text"]


def test_the_source_line_names_publisher_release_and_strength() -> None:
    line = " · ".join(part["text"] for part in card(lang="en").foot()["source"])
    assert "Bureau of National Statistics" in line and "24 October 2024" in line and "(C)" in line


def test_the_file_name_says_what_and_as_of_when() -> None:
    assert card().stem() == "neet_2026-11-22"


def test_csv_begins_with_a_byte_order_mark_and_keeps_kazakh_letters() -> None:
    content = write_csv(pd.DataFrame({"name": [KAZAKH], "value": [5.5]}))
    assert content.startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(io.BytesIO(content), encoding="utf-8-sig").loc[0, "name"] == KAZAKH


def test_xlsx_has_a_read_me_sheet_with_definition_source_date_filters_and_licence_before_the_data() -> None:
    about = card(lang="en").about()
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(TABLE, about, "en")))
    assert book.sheetnames == ["Read me", "Data"]
    told = {row[0].value: row[1].value for row in book["Read me"].iter_rows()}
    assert told["Definition"] == "Young people not in work or study" and told["Licence"] == "CC BY 4.0"
    assert "series_id = neet_15_24" in told["Filters"] and told["As of"] == "22 November 2026"
    assert [cell.value for cell in book["Data"][2]] == ["Қызылорда", 2022, 5.5, "A"]


@pytest.mark.parametrize("text", ["=1+1", "+7", "-2", "@sum(a1)", "https://stat.gov.kz"])
def test_xlsx_never_turns_text_into_a_formula_or_a_link(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(pd.DataFrame({"a": [text]}), {}, "en")))
    cell = book["Data"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_xlsx_of_the_same_table_has_the_same_bytes() -> None:
    assert write_xlsx(TABLE, {"a": "b"}, "kk") == write_xlsx(TABLE, {"a": "b"}, "kk")


def test_parquet_keeps_types_and_carries_the_read_me() -> None:
    table = pq.read_table(io.BytesIO(write_parquet(TABLE, {"Source": "BNS"})))
    assert table.to_pandas()["obs_value"].tolist() == [5.5, 7.3]
    assert table.schema.metadata[b"Source"] == b"BNS"
