"""The slide of every card as the browser draws it: the numbers of its picture in the files, in three languages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.deck.message import drawn, player_words
from pages.parts.deck.picture import FRAME, HEIGHT, WIDTH, slide_picture
from pages.parts.words.language import LANGUAGES
from tests.exports.every_card import every_card
from tests.exports.test_every_card import digits, svg_words

# What is written in the chart of each slide, and the words that leave its box.
DRAW = """async ([slides, language, width, height]) => {
  const { drawChart } = await import("/present/chart.js");
  const { THEMES } = await import("/chart/theme.js");
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 24px Inter`)));
  const node = document.createElement("div");
  node.style.cssText = `width: ${width}px; height: ${height}px`;
  document.body.replaceChildren(node);
  const found = [];
  for (const slide of slides) {
    await drawChart(node, slide, language, THEMES.light, window.Plotly);
    const words = [...node.querySelectorAll("text")].filter((text) => text.textContent.trim());
    const room = node.getBoundingClientRect();
    const leaves = (box) => ["left", "top"].some((side) => box[side] < room[side] - 2)
      || ["right", "bottom"].some((side) => box[side] > room[side] + 2);
    found.push({
      words: words.map((text) => text.textContent),
      outside: words.filter((text) => leaves(text.getBoundingClientRect())).map((text) => text.textContent),
    });
  }
  return found;
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_screen_shows_the_numbers_of_the_files_and_no_word_leaves_its_slide(modules: Page, lang: str) -> None:
    cards = every_card(lang)
    contents = [drawn(card.mark) for _, card in cards]
    box = [player_words(lang)["language"], WIDTH * FRAME, HEIGHT * FRAME]
    shown: list[dict[str, Any]] = modules.evaluate(DRAW, [contents, *box])
    for (place, card), found in zip(cards, shown, strict=True):
        written = " ".join(svg_words(slide_picture(card.mark, lang)))
        assert digits(" ".join(found["words"])) == digits(written), place
        assert found["outside"] == [], place
