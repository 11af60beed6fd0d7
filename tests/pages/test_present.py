"""Decks and their codes: what a slide is, how a person's deck is kept, and what the page says."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

import queries
from pages.parts.cards.model import SlideAddress
from pages.parts.charts.marks import Lines
from pages.parts.deck import build as deck_build
from pages.parts.deck.build import READY, build_deck
from pages.parts.deck.codes import clean_headline, decode, encode, with_headline
from pages.parts.deck.model import BadCodeError, Deck
from pages.parts.deck.own import BadDeckError, OwnDeck, read_file
from pages.parts.visit.choices import area_names
from pages.parts.words.language import LANGUAGES, text
from tests.pages.drawn import open_page

AS_OF = date(2026, 11, 22)


def deck_of(*codes: str, lang: str = "en", as_of: date = AS_OF) -> Deck:
    return build_deck("own", codes, "", lang, as_of)


@pytest.mark.parametrize("deck_id", READY)
def test_a_ready_deck_holds_codes_only_and_never_a_number_of_its_own(deck_id: str) -> None:
    held = yaml.safe_load((deck_build.FOLDER / f"{deck_id}.yaml").read_text(encoding="utf-8"))
    assert set(held) == {"name", "slides"}
    assert set(held["name"]) == set(LANGUAGES)
    for code in held["slides"]:
        assert encode(*decode(code)) == code
        assert decode(code)[1] == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("deck_id", READY)
def test_every_slide_of_a_ready_deck_is_shown_in_every_language(deck_id: str, lang: str) -> None:
    deck = build_deck(deck_id, (), "", lang, AS_OF)
    assert deck.refused == ()
    assert len(deck.slides) == len(deck_build.ready_deck(deck_id)["slides"])


def test_the_regions_deck_names_kyzylorda_and_mangystau() -> None:
    headlines = " ".join(slide.headline for slide in build_deck("regions", (), "", "kk", AS_OF).slides)
    assert "Қызылорда" in headlines and "Маңғыстау" in headlines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_region_has_its_name_of_another_language_on_a_slide(lang: str) -> None:
    others = {name for other in LANGUAGES if other != lang for name in area_names(other).values()}
    own = set(area_names(lang).values())
    for slide in build_deck("regions", (), "", lang, AS_OF).slides:
        assert not set(slide.mark.names.values()) & (others - own)


def test_a_headline_follows_the_date_of_the_data() -> None:
    code = "line~series=women_managers"
    assert "41.2% in 2023" in deck_of(code).slides[0].headline
    assert "2023" not in deck_of(code, as_of=date(2021, 12, 30)).slides[0].headline


def test_a_slide_whose_source_was_not_held_on_the_date_is_left_out_with_the_reason() -> None:
    deck = deck_of("line~series=gva_j", "line~series=neet_15_24", as_of=date(2022, 12, 1))
    assert [slide.code for slide in deck.slides] == ["line~series=neet_15_24"]
    assert deck.refused[0].place == 1
    assert "2026" in deck.refused[0].words


def test_statuses_on_the_slide_are_those_of_the_snapshot() -> None:
    shown = queries.run("slide_progress", as_of=AS_OF)
    judged = queries.run("snapshot", as_of=AS_OF, method="open_sdg")
    assert int(shown["n_series"].sum()) == len(judged) == int(shown["n_all"].iloc[0])
    assert int(shown["n_judged"].iloc[0]) == int((judged["status"] != "not_assessed").sum())
    counted = judged.groupby(["goal", "status"]).size().to_dict()
    assert {(row.goal, row.status): row.n_series for row in shown.itertuples()} == counted


def test_a_code_says_exactly_what_the_slide_shows() -> None:
    address = SlideAddress("line", {"series": ("neet_15_24",), "area": ("KZ-43", "KZ-YUZ"), "years": ("2012", "2020")})
    code = "line~area=KZ-43.KZ-YUZ~series=neet_15_24~years=2012.2020~headline=Our words"
    assert encode(address, "Our words") == code
    assert decode(code) == (SlideAddress("line", {**address.state}), "Our words")


def test_the_years_and_areas_of_an_address_are_those_of_the_slide() -> None:
    slide = deck_of("line~area=KZ-47~series=neet_15_24~years=2015.2020").slides[0]
    assert set(slide.card.rows["ref_area"]) == {"KZ", "KZ-47"}
    assert (min(slide.card.rows["time_period"]), max(slide.card.rows["time_period"])) == (2015, 2020)
    assert slide.explore == ("explore?lang=en&as_of=2026-11-22&area=KZ-47&series=neet_15_24&years=2015-2020")


# What was written before addresses had names: in the ready decks, in links and in files.
OLD_CODES = {
    "line~neet_15_24~43.YUZ~~F~~2012-2020~youth.what_neet_15_24~Our words": (
        "line~area=KZ-43.KZ-YUZ~series=neet_15_24~sex=F~years=2012.2020~headline=Our words"
    ),
    "line~neet_15_24~~sex": "line~series=neet_15_24~sex=_T.F.M",
    "line~neet_15_24~~urbanisation": "line~series=neet_15_24~urbanisation=_T.U.R",
    "line~neet_15_24~~region": "breakdown~by=region~series=neet_15_24",
    "several~gva_j_share_of_grp.gva_r_share_of_grp~~~~~~sector.what_share": (
        "line~series=gva_j_share_of_grp.gva_r_share_of_grp~what=sector.what_share"
    ),
    "ranking~gva_j_regional_share~75.71~~~~~overview.finding_regions": (
        "ranking~area=KZ-75.KZ-71~series=gva_j_regional_share"
    ),
    "ranking~unemployment_total~~~F~~2022-2022": "ranking~series=unemployment_total~sex=F~years=2022.2022",
    "map~informal_total": "map~series=informal_total",
    "gap~unemployment_total~~~~~2022-2022": "gap~series=unemployment_total~year=2022",
    "pay~~~~~~~overview.finding_women": "pay",
    **{kind: kind for kind in ("pay", "shares", "parity", "progress")},
}


@pytest.mark.parametrize(("old", "new"), OLD_CODES.items())
def test_a_code_written_before_addresses_had_names_still_opens(old: str, new: str) -> None:
    assert encode(*decode(old)) == new
    assert deck_of(old).refused == ()


@pytest.mark.parametrize(
    "code",
    [
        "",
        "pie~neet_15_24",
        "line~a b",
        "line~x~<b>",
        "line~x~~age",
        "line~x~~~~~12-13",
        "line~" + ".".join("abcdefgh"),
        "line~series=a b",
        "line~series=x~series=y",
        "LINE~series=x",
        "line~series=x~~",
        "line~series=" + "x" * 1_000,
    ],
)
def test_a_text_that_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(BadCodeError):
        decode(code)


@pytest.mark.parametrize(
    "code",
    [
        "pie~series=neet_15_24",
        "line~series=no_such_series",
        "line~area=KZ-43",
        "line~series=neet_15_24~years=2010",
        "line~series=neet_15_24~years=a.b",
        "line~series=neet_15_24~what=about.lead",
        "multiples~axis=round~series=neet_15_24",
    ],
)
def test_a_code_without_a_chart_is_named_and_the_others_are_shown(code: str) -> None:
    deck = deck_of(code, "progress")
    assert [slide.code for slide in deck.slides] == ["progress"]
    assert [refusal.place for refusal in deck.refused] == [1]


def test_lines_of_one_series_share_an_axis_from_slide_to_slide() -> None:
    first, second, other = deck_of(
        "line~series=neet_15_24", "line~area=KZ-47~series=neet_15_24", "line~series=women_managers"
    ).slides
    assert isinstance(first.mark, Lines) and isinstance(second.mark, Lines)
    assert first.mark.values == second.mark.values == (0.0, 15.0)
    assert other.mark.values is None


def test_an_edited_headline_is_marked_and_the_computed_one_is_not() -> None:
    computed = deck_of("progress").slides[0].headline
    code = with_headline("progress", "  Goals   so far ~ in one line", computed)
    edited = deck_of(code).slides[0]
    assert (edited.headline, edited.edited) == ("Goals so far - in one line", True)
    assert computed in edited.notes
    assert with_headline(code, computed, computed) == "progress"


def test_control_characters_and_lone_surrogates_leave_a_headline() -> None:
    assert clean_headline("a\x0b\x1fb\ud800 c\u200b") == "a b c"


def test_a_deck_can_be_reordered_cut_and_read_back_from_its_file() -> None:
    deck = OwnDeck(("progress", "ranking~series=neet_15_24"), "Кездесу").added(["line~series=neet_15_24"])
    deck = deck.moved(2, -1).without(0)
    assert deck.codes == ("line~series=neet_15_24", "ranking~series=neet_15_24")
    assert deck.moved(0, -1) == deck
    assert read_file(deck.file()) == deck


def test_the_readable_slides_of_a_file_are_kept_and_old_codes_written_anew() -> None:
    content = '{"format": "creative-sdg-deck-1", "name": "x", "slides": ["pie~1", "line~neet_15_24~43"]}'
    assert read_file(content.encode()).codes == ("pie~1", "line~area=KZ-43~series=neet_15_24")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "other", "name": "", "slides": []}',
        b'{"format": "creative-sdg-deck-1", "name": "x", "slides": 1}',
        b'{"format": "creative-sdg-deck-1", "name": "x", "slides": ' + b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_file_that_is_no_deck_is_refused(content: bytes) -> None:
    with pytest.raises(BadDeckError):
        read_file(content)


def test_the_page_offers_the_ready_decks_in_the_readers_language() -> None:
    app = open_page("present", lang="kk")
    assert not app.exception
    words = next(group.options for group in app.button_group if group.key.startswith("choose_deck"))
    for deck_id in READY:
        assert deck_build.ready_deck(deck_id)["name"]["kk"] in words


def test_a_broken_slide_in_an_address_is_named_without_an_error() -> None:
    app = open_page("present", deck="own", s=["pie~1", "progress"])
    assert not app.exception
    reason = text("present.refused", "en", code="pie~1")
    assert text("present.left_out", "en", number=1, reason=reason) in [caption.value for caption in app.caption]


def test_an_empty_deck_says_how_to_fill_it() -> None:
    app = open_page("present", deck="own", lang="ru")
    assert app.info[0].value == text("present.own_empty", "ru")
