"""The snapshot page: follows the address, shows the printed sheet, hands out the files."""

from __future__ import annotations

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.parts.snapshot import text as words
from pages.parts.snapshot.model import METHODS
from pages.parts.streamlit.component import Part, pack, unpack
from pages.parts.visit import frame
from tests.exports.snapshots import LANGUAGES, NEWEST, RELEASE_2021, snapshot
from tests.pages.drawn import cards
from tests.pages.test_pages import open_page


def sheets(app: AppTest) -> list[str]:
    """The sheets on the page as a reader sees them, markup taken away."""
    markup = [parts["sheet"] for key, parts in cards(app).items() if key == "snapshot_sheet"]
    return [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))) for body in markup]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("goal", ["all", "4", "5", "8", "11", "12"])
def test_each_sheet_shows_its_rows_in_each_language(goal: str, lang: str) -> None:
    app = open_page("snapshot", lang=lang, goal=goal)
    assert not app.exception
    model = snapshot(lang, NEWEST)
    shown = sheets(app)[0]
    for row in model.rows_of(None if goal == "all" else int(goal)):
        assert re.sub(r"\s+", " ", row.title) in shown


def test_one_view_at_a_time_sheet_audit_card_or_changes() -> None:
    (sheet,) = sheets(open_page("snapshot", lang="en", goal="5"))
    (audit,) = sheets(open_page("snapshot", lang="en", goal="5", view="audit", series="women_managers"))
    (moved,) = sheets(open_page("snapshot", lang="en", goal="5", view="changes"))
    assert "Goal 5. Gender equality" in sheet
    assert "Half of the seats and posts" in sheet
    assert "7 of 7 methods agree" in audit
    assert "Changes since 24 October 2024" in moved
    assert "judged under the same rules" in moved


def test_the_as_of_date_of_the_address_governs_every_figure_and_the_comparison() -> None:
    shown = " ".join(sheets(open_page("snapshot", lang="en", as_of="2021-12-30")))
    assert "As of 30 December 2021" in shown
    assert "release of 30 December 2021" in shown
    assert "24 October 2024" not in shown


def test_the_first_release_has_nothing_earlier_to_compare_with() -> None:
    app = open_page("snapshot", lang="en", as_of="2020-12-29", view="changes")
    assert sheets(app) == []
    assert words.word("changes_not_chosen", "en") in [caption.value for caption in app.caption]


def test_comparing_with_2021_lists_the_revision_of_2015_and_its_flips() -> None:
    moved = sheets(
        open_page("snapshot", lang="en", as_of="2024-10-24", compare="2021-12-30", goal="11", view="changes")
    )[-1]
    assert "3.3 3.4 +3.0% revised by the publisher" in re.sub(r"\s+", " ", moved)


def test_a_method_beside_the_default_one_says_so_and_lists_no_figures() -> None:
    (moved,) = sheets(open_page("snapshot", lang="en", method="unsd2022", compare="method", view="changes"))
    assert "UN Progress Chart 2022 beside Open SDG (Statistics Canada), on the same day" in moved
    assert "Changes since" not in moved
    assert words.word("changes_points", "en") not in moved


@pytest.mark.parametrize("lang", LANGUAGES)
def test_corrections_are_public_each_with_what_was_said_what_is_right_and_since_when(lang: str) -> None:
    (shown,) = sheets(open_page("snapshot", lang=lang, view="corrections"))
    rows = queries.run("corrections", lang=lang)
    assert len(rows) >= 14
    for row in rows.itertuples():
        assert re.sub(r"\s+", " ", row.printed) in shown
        assert re.sub(r"\s+", " ", row.right_now) in shown


@pytest.mark.parametrize("method", METHODS)
def test_every_method_can_judge_the_page(method: str) -> None:
    app = open_page("snapshot", lang="en", method=method)
    assert not app.exception
    assert words.word(f"method_{method}", "en") in sheets(app)[0]


def test_codes_that_do_not_exist_give_a_notice_and_the_usual_sheet() -> None:
    app = open_page("snapshot", lang="en", goal="17", method="astrology", compare="yesterday")
    assert not app.exception
    notices = " ".join(box.value for box in app.warning)
    assert all(code in notices for code in ("17", "astrology", "yesterday"))
    assert "Progress on five goals" in sheets(app)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_checksum_version_and_non_endorsement_are_on_the_sheet(lang: str) -> None:
    shown = sheets(open_page("snapshot", lang=lang))[0]
    assert frame.data_checksum() in shown
    assert frame.version() in shown
    assert words.word("non_endorsement", lang) in shown


def test_four_files_are_offered_with_date_and_language_in_their_names() -> None:
    app = open_page("snapshot", lang="kk", goal="8", as_of="2024-10-24", compare="2021-12-30")
    buttons = {button.proto.id.rsplit("-", 1)[-1] for button in app.get("download_button")}
    assert buttons == {"snapshot_pdf", "snapshot_xlsx", "snapshot_csv", "snapshot_html"}


def test_no_score_over_goals_is_ever_shown() -> None:
    views = [sheets(open_page("snapshot", lang="en", view=view))[0] for view in ("sheet", "audit", "changes")]
    shown = " ".join(views).lower()
    assert "average score" not in shown
    assert "overall" not in shown
    assert snapshot("en", NEWEST, RELEASE_2021).counts() == {
        status: sum(row.status == status for row in snapshot("en").rows)
        for status in {row.status for row in snapshot("en").rows}
    }


def test_a_sheet_travels_deflated_and_arrives_as_it_was_written() -> None:
    markup = "<p>Ұлытау облысы</p>" * 300
    sheet = Part.of(markup)
    packed = pack("kept", Part.of([]), {"kept": {"sheet": sheet}}, {sheet.digest: sheet})
    assert len(packed) < len(markup.encode()) / 10
    assert unpack(packed) == {"kept": {"sheet": markup}}
