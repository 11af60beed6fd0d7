"""Colours: readable in every theme, one meaning each, the same as in Streamlit's theme; the typeface."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from pages.parts.charts import theme
from pages.parts.charts.classes import PALETTES as SCALES
from pages.parts.charts.classes import word_token
from pages.parts.charts.theme import DASHES, MEANINGS, THEMES, meanings_of

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
SURFACES = ("paper", "panel")
MARKS = sorted({mark for mark, _ in MEANINGS.values()} | {"outline", "accent"})
TEXTS = sorted({text for _, text in MEANINGS.values()} | {"ink", "muted", "accent"})
IN_ONE_CHART = [meaning for meaning in MEANINGS if not meaning.startswith("status:")]
every_theme = pytest.mark.parametrize("name", THEMES)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(name: str, tokens: list[str], least: float) -> dict[str, float]:
    colours = THEMES[name]
    ratios = {token: min(contrast(colours[token], colours[surface]) for surface in SURFACES) for token in tokens}
    return {token: round(ratio, 2) for token, ratio in ratios.items() if ratio < least}


@every_theme
def test_text_reaches_four_and_a_half_to_one_on_paper_and_panel(name: str) -> None:
    assert weak(name, TEXTS, 4.5) == {}


@every_theme
def test_marks_and_the_outline_of_regions_reach_three_to_one_on_paper_and_panel(name: str) -> None:
    assert weak(name, MARKS, 3) == {}


@every_theme
def test_words_on_every_class_of_a_map_are_readable(name: str) -> None:
    colours = THEMES[name]
    fills = {fill for scale in SCALES.values() for tokens in scale.values() for fill in tokens}
    ratios = {fill: round(contrast(colours[word_token(fill)], colours[fill]), 2) for fill in fills}
    assert {fill: ratio for fill, ratio in ratios.items() if ratio < 4.5} == {}


@every_theme
def test_two_meanings_never_share_a_colour(name: str) -> None:
    tokens = {meaning: THEMES[name][MEANINGS[meaning][0]] for meaning in IN_ONE_CHART}
    assert [pair for pair in combinations(tokens, 2) if tokens[pair[0]] == tokens[pair[1]]] == []


def test_all_themes_know_the_same_tokens() -> None:
    assert {frozenset(colours) for colours in THEMES.values()} == {frozenset(theme.LIGHT)}


def test_in_grey_what_stands_in_one_chart_differs_by_its_dash() -> None:
    groups = (["women", "men"], ["section:J", "section:R", "section:M"], [f"chosen:{place}" for place in range(1, 7)])
    for group in groups:
        assert len({DASHES.get(meaning, "solid") for meaning in group}) == len(group)


def test_country_sexes_and_focus_regions_keep_their_colour_and_the_choice_gives_the_others_theirs() -> None:
    keys = ["KZ", "KZ-10", "KZ-43", "KZ-71", "KZ-75", "F"]
    assert meanings_of(keys, ["KZ-75", "KZ-43", "KZ-71"]) == {
        "KZ": "country",
        "KZ-10": "context",
        "KZ-43": "focus:KZ-43",
        "KZ-71": "chosen:2",
        "KZ-75": "chosen:1",
        "F": "women",
    }


def test_a_given_meaning_comes_before_that_of_the_key_and_takes_no_place_of_the_choice() -> None:
    given = {"M": "section:M", "J": "section:J"}
    assert meanings_of(["J", "M", "A"], None, given) == {"J": "section:J", "M": "section:M", "A": "chosen:1"}


def test_without_a_choice_all_keys_are_chosen_and_the_seventh_starts_anew() -> None:
    assert list(meanings_of(list("abcdefg")).values()) == [*(f"chosen:{place}" for place in range(1, 7)), "chosen:1"]


def test_nothing_chosen_leaves_the_rest() -> None:
    assert meanings_of(["KZ-10", "KZ-47"], (), rest="quiet") == {"KZ-10": "quiet", "KZ-47": "focus:KZ-47"}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_streamlit_has_exactly_ten_colours_of_each_kind_and_the_palettes_own(name: str) -> None:
    options, colours = CONFIG["theme"][name], THEMES[name]
    for kind in ("Categorical", "Sequential", "Diverging"):
        assert len(options[f"chart{kind}Colors"]) == 10
    categories = [*(f"c{place}" for place in range(1, 7)), "j", "r", "m", "gold"]
    assert options["chartCategoricalColors"] == [colours[token] for token in categories]
    assert set(colours[f"seq{place}"] for place in range(1, 6)) <= set(options["chartSequentialColors"])
    assert set(colours[f"div{place}"] for place in (1, 2, 3, 5, 6, 7)) <= set(options["chartDivergingColors"])
    assert (options["backgroundColor"], options["textColor"]) == (colours["paper"], colours["ink"])


def test_women_are_navy_and_men_orange() -> None:
    assert (theme.LIGHT["women"], theme.LIGHT["men"]) == ("#12436D", "#E1620C")


def test_the_typeface_stands_beside_its_licence_and_is_the_one_of_the_theme() -> None:
    face = CONFIG["theme"]["fontFaces"][0]
    assert (ROOT / face["url"].removeprefix("app/")).exists()
    assert "SIL Open Font License" in (ROOT / "static/fonts/LICENSE-Inter.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in (ROOT / "static/fonts").iterdir()) < 700_000
