"""Colours: readable in both themes, the same in the palette and in Streamlit's theme, typeface with Kazakh letters."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pages.parts.charts import theme

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
TEXTS = ("ink", "muted", "accent", "goldtext", "women", "mentext", *theme.SELECTED_TEXT)
MARKS = ("ink", "gold", "women", "men", "c1", "c2", "c3", "c4", "c5", "c6", *theme.STATUS)
PALETTES = {"light": theme.LIGHT, "dark": theme.DARK}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("token", TEXTS)
def test_text_colours_reach_four_and_a_half_to_one_on_paper(name: str, token: str) -> None:
    assert contrast(PALETTES[name][token], PALETTES[name]["paper"]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("token", MARKS)
def test_marks_reach_three_to_one_on_paper(name: str, token: str) -> None:
    assert contrast(PALETTES[name][token], PALETTES[name]["paper"]) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_on_every_class_of_a_map_are_readable(name: str) -> None:
    from pages.parts.charts.classes import PALETTES as SCALES
    from pages.parts.charts.classes import word_token

    colours = PALETTES[name]
    fills = {fill for scale in SCALES.values() for tokens in scale.values() for fill in tokens}
    weak = {fill: round(contrast(colours[word_token(fill)], colours[fill]), 2) for fill in fills}
    assert {fill: ratio for fill, ratio in weak.items() if ratio < 4.5} == {}


def test_both_themes_know_the_same_tokens() -> None:
    assert set(theme.LIGHT) == set(theme.DARK)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_streamlit_has_exactly_ten_colours_of_each_kind_and_the_palettes_own(name: str) -> None:
    options, colours = CONFIG["theme"][name], PALETTES[name]
    for kind in ("Categorical", "Sequential", "Diverging"):
        assert len(options[f"chart{kind}Colors"]) == 10
    assert options["chartCategoricalColors"] == [colours[f"c{place}"] for place in range(1, 11)]
    assert set(colours[f"seq{place}"] for place in range(1, 6)) <= set(options["chartSequentialColors"])
    assert set(colours[f"div{place}"] for place in (1, 2, 3, 5, 6, 7)) <= set(options["chartDivergingColors"])
    assert (options["backgroundColor"], options["textColor"]) == (colours["paper"], colours["ink"])


def test_women_and_men_are_the_published_pair() -> None:
    assert (theme.LIGHT["women"], theme.LIGHT["men"]) == ("#12436D", "#F46A25")


def test_the_typeface_stands_beside_its_licence_and_is_the_one_of_the_theme() -> None:
    face = CONFIG["theme"]["fontFaces"][0]
    assert (ROOT / face["url"].removeprefix("app/")).exists()
    assert "SIL Open Font License" in (ROOT / "static/fonts/LICENSE-Inter.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in (ROOT / "static/fonts").iterdir()) < 700_000
